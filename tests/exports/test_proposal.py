"""The proposal says what statute asks for, in words that may become public."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfReader

from exports.language_guard import telling_words
from exports.pdf import render_pdf
from exports.plain_text import render_text
from exports.proposal import build_proposal
from planning.decision import DocumentFacts, Measure, StudentFacts
from planning.decision_forms import TeachingForms, WorkPlacement
from planning.eligibility import SubjectStatus, picture_of
from planning.plan import LeftOut, Plan, Reason, ReasonKind
from planning.public_plan import public_plan
from planning.reasons import explained
from planning.subject_codes import read_subjects, subject_names
from planning.teaching import teaching_of
from tests.exports.pictures import GOLDEN, check_text
from tests.planning.builders import need
from wording.dimensions import say_rung


def proposal_text(made: Any, facts: DocumentFacts, *, is_draft: bool = False) -> str:
    """The proposal of a made plan in plain text, with all that a case knows of subjects and hours."""
    read = read_subjects(made.problem.timetable.subjects)
    passed = {subject_names().code_of(name): SubjectStatus.PASSED for name in facts.eligibility.passed or ()}
    document = build_proposal(
        public_plan(made.problem, made.plan),
        facts,
        is_draft=is_draft,
        picture=picture_of(made.problem, made.plan, read, passed),
        teaching=teaching_of(made.problem, made.plan),
    )
    return render_text(document)


def test_the_proposal_reads_as_it_did(made: Any, facts: DocumentFacts) -> None:
    """Every word of a whole proposal, so that a change of words is seen and meant."""
    check_text(proposal_text(made, facts), "forslag")


def test_what_is_missing_is_a_line_to_fill_in(made: Any) -> None:
    """A proposal without facts is a draft, with ruled lines for the school."""
    text = proposal_text(made, DocumentFacts())
    assert text.startswith("UTKAST")
    assert text.count("Fylls i av skolan: ______") > 20


def test_a_whole_proposal_is_no_draft(made: Any, facts: DocumentFacts) -> None:
    """With every field that statute asks for it is a proposal, and still not decided."""
    text = proposal_text(made, facts)
    assert text.startswith("FÖRSLAG – ej beslutat")
    assert "UTKAST" not in text


@pytest.mark.parametrize("count", [1, 2, 4, 8, 14])
def test_no_trace_of_an_answer_reaches_the_proposal(
    make_plan: Callable[[int], Any], facts: DocumentFacts, planted: str, count: int
) -> None:
    """A word planted in the teachers, in every need and in its origin is not in a single word of the document."""
    made = make_plan(count)
    document = build_proposal(public_plan(made.problem, made.plan), facts)
    assert planted not in document.model_dump_json()


def test_persons_and_places_of_contacts_stay_out(made: Any, facts: DocumentFacts) -> None:
    """Whom the student meets, and where, is not for a public document; that there is contact is."""
    told = {"person": "Hemliga Moster", "place": "hos moster"}
    secret = [
        step.model_copy(update={"contacts": tuple(contact.model_copy(update=told) for contact in step.contacts)})
        for step in made.plan.steps
    ]
    public = public_plan(made.problem, Plan(steps=tuple(secret), proven=True))
    text = render_text(build_proposal(public, facts))
    assert "oster" not in text
    assert "sms" in text


def test_a_reason_that_tells_of_a_person_gives_no_motive(made: Any, facts: DocumentFacts) -> None:
    """Kinds of reason that stand for a trusted or an avoided adult are dropped before wording."""
    reasons = tuple(Reason(kind=kind) for kind in (ReasonKind.TRUSTED_ADULT, ReasonKind.FRIEND, ReasonKind.WISHED_TIME))
    left = LeftOut(subject="Musik", week="", lessons=1, minutes=50, reasons=reasons)
    steps = (made.plan.steps[0].model_copy(update={"left_out": (left,)}), *made.plan.steps[1:])
    public = public_plan(made.problem, Plan(steps=steps, proven=True))
    music = next(subject for subject in public.subjects if subject.subject == "Musik")
    assert set(music.reasons) <= {ReasonKind.PACE}


def test_telling_sentences_are_taken_away(made: Any, facts: DocumentFacts) -> None:
    """A sentence with a health word is not printed; the rest of the passage is, and the gap makes it a draft."""
    told = facts.model_copy(
        update={
            "needs": ("Eleven har diagnosen adhd.",),
            "measures": (Measure(need="Start", what="Börja senare. Eleven tar medicin.", who="Rektor", when="nu",
                                 how_often="varje dag"),),
        }
    )  # fmt: skip
    text = proposal_text(made, told)
    assert "Börja senare." in text
    assert "adhd" not in text
    assert "medicin" not in text
    assert text.startswith("UTKAST")


def test_the_proposals_own_words_tell_nothing(made: Any, facts: DocumentFacts) -> None:
    """The fixed text passes the guard that free text must pass."""
    assert [telling for line in proposal_text(made, facts).splitlines() if (telling := telling_words(line))] == []


def test_hours_and_share_stand_for_every_step(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """The appeals board asks for hours a week and period of every step."""
    made = make_plan(8)
    text = proposal_text(made, facts)
    (head,) = re.findall(r"^Ämne \| Klassen \| (.+) \| Borta \| Uteblir$", text, re.MULTILINE)
    assert head.split(" | ")[:3] == ["S1 (v. 49–50)", "S2 (v. 51–52)", "S3 (tidigast v. 53)"]
    rows = {row[0]: row[2:] for line in text.splitlines() if len(row := line.split(" | ")) > 9}
    assert rows["Timmar i veckan"][0] == "1,3"
    assert rows["Andel av full tid"][0] == "6 %"
    assert rows["Andel av full tid"][-1] == "100 %"
    assert rows["Skoldagar"] == ["10", "5", "0", "10", "10", "10", "10", "10"]


def test_later_steps_come_at_the_earliest(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """A decision has to say when: the weeks stand there, as the earliest, from the third step on."""
    text = proposal_text(make_plan(8), facts)
    headings = re.findall(r"^### Steg (\d) \((.+)\)$", text, re.MULTILINE)
    assert [number for number, span in headings if span.startswith("tidigast v. ")] == list("345678")
    assert "Från steg 3 är veckorna de tidigaste möjliga." in text
    assert not re.search(r"^- \w+ \d+ (jan|feb|mars|april): sms", text, re.MULTILINE)


def test_a_short_ladder_has_dates_all_through(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """Two steps are the one that is lived and the next."""
    text = proposal_text(make_plan(2), facts)
    assert "tidigast v." not in text
    assert "tidigaste" not in text


def test_a_protected_identity_is_never_printed(made: Any, facts: DocumentFacts) -> None:
    """Name, birth date, guardians and school are lines to fill in by hand."""
    student = StudentFacts(**{**facts.student.model_dump(), "has_protected_identity": True})
    text = proposal_text(made, facts.model_copy(update={"student": student}))
    for told in ("Testsson", "2012-03-04", "Förälder", "Exempelskolan", "8X"):
        assert told not in text
    whereabouts = (facts.school.provider, facts.prepared.organisation, facts.prepared.reference)
    staff = (f"{one.name}, {one.function}" for one in facts.prepared.contributors)
    assert [told for told in (*whereabouts, *staff) if not told or told in text] == []
    assert facts.prepared.contributors[0].function in text


def test_a_student_of_sixteen_is_a_party(made: Any, facts: DocumentFacts) -> None:
    """From sixteen the student speaks for her- or himself (skollagen 29 kap. 12 §)."""
    student = facts.student.model_copy(update={"birth_date": dt.date(2010, 11, 20)})
    assert "för sin egen talan" in proposal_text(made, facts.model_copy(update={"student": student}))
    assert "för sin egen talan" not in proposal_text(made, facts)


def test_teaching_in_a_small_room_is_a_decision_of_its_own(made: Any, facts: DocumentFacts) -> None:
    """3 kap. 11 § is ticked when the plan uses a small room, whether or not somebody thought of it."""
    assert "[x] Särskild undervisningsgrupp" in proposal_text(made, facts)


def test_the_appeal_names_board_place_and_time(made: Any, facts: DocumentFacts) -> None:
    """To the board, in writing, handed in to the school, within three weeks."""
    text = proposal_text(made, facts)
    for told in ("Skolväsendets överklagandenämnd", "skriftligt", "till skolan, inte till nämnden", "tre veckor"):
        assert told in text


def test_the_small_ladders_stay_out_of_the_proposal(made: Any, facts: DocumentFacts) -> None:
    """A ladder can tell what somebody avoids; what the large dimensions change is told alike for everybody."""
    lunch = need("lunch_elsewhere", how="small_room", last_step=1)
    problem = made.problem.model_copy(update={"needs": (*made.problem.needs, lunch)})
    plan = explained(problem, made.plan)
    said = [say_rung(rung).partition(": ")[2] for step in plan.steps for rung in step.rungs]
    text = render_text(build_proposal(public_plan(problem, plan), facts))
    assert said
    assert not any(rung in text for rung in said)
    assert "Steget ändrar en sak: tiden." in text


def test_the_bytes_are_the_same_every_time(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """Equal plans and facts give equal files."""
    first, second = make_plan(4), make_plan(4)
    one = render_pdf(build_proposal(public_plan(first.problem, first.plan), facts))
    assert one == render_pdf(build_proposal(public_plan(second.problem, second.plan), facts))


def test_a_draft_differs_in_nothing_but_its_mark(made: Any, facts: DocumentFacts) -> None:
    """«UTKAST» stands where «FÖRSLAG» stood, and no word tells why it is not to be handed in yet."""
    public = public_plan(made.problem, made.plan)
    whole, draft = build_proposal(public, facts), build_proposal(public, facts, is_draft=True)
    assert (draft.mark, draft.across) == ("UTKAST – ej beslutat", "UTKAST")
    assert whole.across == ""
    golden = (GOLDEN / "forslag.txt").read_text(encoding="utf-8")
    told = proposal_text(made, facts, is_draft=True)
    assert told == golden.replace("FÖRSLAG – ej beslutat", "UTKAST – ej beslutat", 1)


def test_every_page_of_a_draft_says_so(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """Once in the head and once across the page, as artifacts that a screen reader passes over."""
    made = make_plan(8)
    public = public_plan(made.problem, made.plan)
    draft = PdfReader(io.BytesIO(render_pdf(build_proposal(public, facts, is_draft=True)))).pages
    whole = PdfReader(io.BytesIO(render_pdf(build_proposal(public, facts)))).pages
    assert len(draft) == len(whole)
    assert all((page.extract_text() or "").count("UTKAST") == 2 for page in draft)
    assert not any("UTKAST" in (page.extract_text() or "") for page in whole)


def test_every_measure_stands_under_its_need(made: Any, facts: DocumentFacts) -> None:
    """A need without a measure asks for one, and a measure without a need is not lost."""
    orphan = Measure(need="Något annat", what="Kortare dag", who="Rektor", when="nu", how_often="varje dag")
    told = facts.model_copy(update={"needs": (*facts.needs, "Behöver lugn"), "measures": (*facts.measures, orphan)})
    lines = proposal_text(made, told).splitlines()
    for asked, met in (
        ("Behöver börja dagen senare:", "Första lektionen tidigast 09.20"),
        ("Behöver lugn:", "Åtgärd fylls i av skolan"),
        ("Något annat:", "Kortare dag"),
    ):
        assert lines[lines.index(asked) + 1].startswith(met)


def test_what_is_missing_has_a_box_of_its_own(made: Any, facts: DocumentFacts) -> None:
    """The need decides and not the resources, so what the school lacks stands apart; without it there is no box."""
    told = facts.model_copy(update={"missing_resources": ("Ett litet rum på tisdagar",)})
    assert "> Det som saknas\n> Ett litet rum på tisdagar\n" in proposal_text(made, told)
    assert "Det som saknas" not in proposal_text(made, facts)


def test_a_kind_of_decision_says_what_it_needs(made: Any, facts: DocumentFacts) -> None:
    """What is known is filled in, the rest is a line: teaching in a small group asks for special reasons."""
    reasons = TeachingForms(
        small_group_reasons="Klassrummet är för stort än.",
        work_placement=WorkPlacement(workplace="Exempelbageriet"),
    )
    text = proposal_text(made, facts.model_copy(update={"forms": reasons}))
    assert "Särskilda skäl för liten grupp eller enskild undervisning: Klassrummet är för stort än." in text
    assert "[x] Arbetsplatsförlagd utbildning" in text
    assert "Arbetsplats: Exempelbageriet" in text
    assert "Handledare på arbetsplatsen: Fylls i av skolan: ______" in text
    assert "[ ] Distansundervisning" in text




def test_the_school_hears_which_lessons_count(made: Any, facts: DocumentFacts) -> None:
    """So that a plan that is followed is not logged as absence."""
    assert "räknas som «enligt plan»" in proposal_text(made, facts)


def test_the_floor_is_never_above_the_plan(made: Any, facts: DocumentFacts) -> None:
    """The plan's own smallest step is within the decision, whatever number was written."""
    high = facts.model_copy(update={"floor_minutes": 600})
    assert "Lägst 2 h 20 min undervisning i veckan." in proposal_text(made, high)
    low = facts.model_copy(update={"floor_minutes": 60})
    assert "Lägst 1 h undervisning i veckan." in proposal_text(made, low)


def test_a_long_plan_is_parted_into_tables_that_can_be_read(
    make_plan: Callable[[int], Any], facts: DocumentFacts
) -> None:
    """At most eight steps side by side, as even as can be, and none left out."""
    heads = re.findall(r"^Ämne \| Klassen \| (.+) \| Borta", proposal_text(make_plan(35), facts), re.MULTILINE)
    counts = [len(head.split(" | ")) for head in heads]
    assert sum(counts) == 35
    assert max(counts) - min(counts) <= 1
    assert max(counts) <= 8


@pytest.mark.parametrize(("count", "pages"), [(1, 6), (2, 6), (8, 8), (14, 11)])
def test_the_proposal_is_no_longer_than_it_must_be(
    make_plan: Callable[[int], Any], facts: DocumentFacts, count: int, pages: int
) -> None:
    """Decision and appeal included; a rektor reads it."""
    made = make_plan(count)
    document = build_proposal(public_plan(made.problem, made.plan), facts)
    assert len(PdfReader(io.BytesIO(render_pdf(document))).pages) <= pages


def test_a_plan_without_steps_asks_for_no_decision(made: Any, facts: DocumentFacts) -> None:
    """What is known is told, and that the steps come first."""
    public = public_plan(made.problem, made.plan).model_copy(update={"steps": ()})
    text = render_text(build_proposal(public, facts))
    assert "Planen har inga steg än." in text
    assert "Rektorns beslut" not in text
