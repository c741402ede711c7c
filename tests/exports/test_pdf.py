"""What is drawn: the same words as put in, marks on every page, and nothing that hostile text can break."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.appendix import Adaptation, NeedsMapping, Section, build_appendix
from exports.blocks import Bullets, Document, Entries, Entry, Heading, Note, Paragraph, Rows
from exports.pdf import render_pdf
from exports.proposal import build_proposal
from exports.student_page import OwnPage, build_student_page
from planning.decision import Contributor, DocumentFacts, Guardian
from planning.public_plan import public_plan
from tests.exports.validator import faults

HOSTILE = "<b>&amp;</para>\x00\x07\u202e ḡ ễ 🙂 \u200d العربية {0} {page} %s " + "Å" * 300


def page_texts(data: bytes) -> list[str]:
    """The text of every page, white space joined."""
    return [" ".join((page.extract_text() or "").split()) for page in PdfReader(io.BytesIO(data)).pages]


def test_extracted_words_are_the_words_put_in() -> None:
    """Word for word with their spaces, also where a paragraph breaks into lines."""
    words = "Eleven är med på måndagar, från början till slut; åtta lektioner i veckan räcker först. " * 6
    document = Document(title="T", subject="T", author="A", blocks=(Heading(level=1, text="T"), Paragraph(text=words)))
    assert " ".join(words.split()) in page_texts(render_pdf(document))[0]


def test_table_cells_do_not_run_together() -> None:
    """Each cell can be found, and no two words are glued."""
    cells = (("Hem- och konsumentkunskap", "50"), ("Svenska", "160"))
    rows = Rows(head=("Ämne", "Ordinarie tid"), rows=cells, numeric=1)
    document = Document(title="T", subject="T", author="A", blocks=(Heading(level=1, text="T"), rows))
    text = page_texts(render_pdf(document))[0]
    assert "Ämne Ordinarie tid" in text
    assert "Svenska 160" in text


def test_every_page_of_the_proposal_bears_its_status(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """Status, the note on secrecy and «x (y)» stand on each page."""
    made = make_plan(8)
    pages = page_texts(render_pdf(build_proposal(public_plan(made.problem, made.plan), facts)))
    for number, text in enumerate(pages, 1):
        assert "FÖRSLAG – ej beslutat" in text
        assert "omfattas av sekretess och ingår inte i detta beslut" in text
        assert f"Sida {number} ({len(pages)})" in text


def test_every_page_of_the_annex_is_marked_secret() -> None:
    """Also when it runs over several pages."""
    lines = tuple(f"Rad nummer {n} om något som fungerar" for n in range(120))
    pages = page_texts(render_pdf(build_appendix(NeedsMapping(sections=(Section(title="Tider", lines=lines),)))))
    assert len(pages) > 2
    assert all("Sekretess – OSL 23 kap. 2 §" in text for text in pages)


def test_the_file_names_an_organisation_and_no_person(made: Any, facts: DocumentFacts) -> None:
    """The metadata holds title, language and organisation; nothing is attached."""
    data = render_pdf(build_proposal(public_plan(made.problem, made.plan), facts))
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.author == "Barn och utbildning"
    assert "Testsson" not in str(reader.metadata)
    assert reader.root_object["/Lang"] == "sv-SE"
    assert not reader.attachments


def test_the_proposal_is_tagged_and_in_order(made: Any, facts: DocumentFacts) -> None:
    """The structure begins with one H1; table heads have a scope."""
    data = render_pdf(build_proposal(public_plan(made.problem, made.plan), facts))
    tags, scopes = [], set()
    pending = [PdfReader(io.BytesIO(data)).root_object["/StructTreeRoot"]]
    while pending:
        node = pending.pop().get_object()
        tags.append(node.get("/S"))
        scopes |= {a.get_object().get("/Scope") for a in node.get("/A", ())}
        kids = node.get("/K", [])
        pending += [kid for kid in reversed(kids) if hasattr(kid.get_object(), "get") and "/S" in kid.get_object()]
    headings = [tag for tag in tags if tag in ("/H1", "/H2", "/H3")]
    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    assert {"/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/Figure"} <= set(tags)
    assert {"/Row", "/Column"} <= scopes


def test_hostile_names_never_break_a_document(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """Markup, control characters, other scripts, pictures and endless words are printed as far as they can be."""
    made = make_plan(2)
    student = facts.student.model_copy(update={"full_name": HOSTILE, "guardians": (Guardian(name=HOSTILE),)})
    contributors = tuple(Contributor(name=f"{n} {HOSTILE}") for n in range(40))
    prepared = facts.prepared.model_copy(update={"contributors": contributors})
    hostile = facts.model_copy(
        update={"student": student, "needs": (HOSTILE,) * 5, "goals": (HOSTILE,), "prepared": prepared}
    )
    lessons = tuple(
        one.model_copy(update={"subject": HOSTILE + one.subject, "rooms": (HOSTILE,)})
        for one in made.problem.timetable.lessons
    )
    by_id = {lesson.id: lesson for lesson in lessons}
    problem = made.problem.model_copy(
        update={"timetable": made.problem.timetable.model_copy(update={"lessons": lessons})}
    )
    steps = tuple(
        step.model_copy(
            update={"lessons": tuple(p.model_copy(update={"lesson": by_id[p.lesson.id]}) for p in step.lessons)}
        )
        for step in made.plan.steps
    )
    plan = made.plan.model_copy(update={"steps": steps})
    assert render_pdf(build_proposal(public_plan(problem, plan), hostile)).startswith(b"%PDF-1.7")
    assert render_pdf(build_student_page(problem, plan, OwnPage(first_name=HOSTILE))).startswith(b"%PDF-1.7")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=900), st.text(max_size=60))
def test_any_text_can_be_printed(long: str, short: str) -> None:
    """Whatever somebody has written, every block that holds text can be drawn."""
    blocks = (
        Heading(level=1, text=short),
        Paragraph(text=long),
        Bullets(title=short, items=(long, short)),
        Entries(rows=(Entry(label=short, values=(long,)), Entry(label=short))),
        Rows(head=(short, short), rows=((short, long),) * 3),
        Note(title=short, paragraphs=(long,)),
    )
    document = Document(title=short, subject=short, author=short, mark=short, footer=long, blank=short, blocks=blocks)
    assert render_pdf(document).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("count", [1, 4, 8])
def test_pdf_conformance(make_plan: Callable[[int], Any], facts: DocumentFacts, count: int) -> None:
    """All three documents keep to PDF/UA-1 and PDF/A-3a by an independent validator."""
    made = make_plan(count)
    public = public_plan(made.problem, made.plan)
    mapping = NeedsMapping(
        strengths=("Gillar bild",),
        sections=(Section(title="Tider", lines=("Svårt på morgonen",)),),
        adaptations=(Adaptation(obstacle="Morgon", adaptation="Börjar senare"),),
    )
    documents = (
        build_proposal(public, facts),
        build_proposal(public, DocumentFacts()),
        build_student_page(made.problem, made.plan, OwnPage(first_name="Test")),
        build_appendix(mapping),
    )
    for document in documents:
        assert faults(render_pdf(document)) == []
