"""The plan that travels with the proposal: all of it stands on the pages, and nothing of an answer stands in it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from exports.attachment import AttachedPlan
from exports.pdf import render_pdf
from exports.student_page import OwnPage, build_student_page
from planning.decision import DocumentFacts
from planning.public_plan import public_plan
from tests.exports.form_samples import left, words_of

DAY = re.compile(r"20\d\d-\d\d-\d\d")


def strings(value: object) -> Iterator[str]:
    """Every text of the data, wherever it stands; names of fields and days are not text."""
    match value:
        case str():
            if not DAY.fullmatch(value):
                yield value
        case dict():
            yield from (text for part in value.values() for text in strings(part))
        case list():
            yield from (text for part in value for text in strings(part))


def attached(data: bytes) -> bytes:
    """The attached plan's bytes."""
    (content,) = PdfReader(BytesIO(data)).attachments["plan.json"]
    assert isinstance(content, bytes)
    return content


@pytest.mark.parametrize("count", [1, 4, 8])
def test_everything_attached_stands_on_the_pages(
    make_plan: Callable[[int], Any], facts: DocumentFacts, count: int
) -> None:
    """Text by text, as it is drawn."""
    proposal = left(make_plan(count), facts)
    printed = words_of(proposal.data)
    travelling = set(strings(json.loads(attached(proposal.data))))
    assert {"Test Testsson", "Svenska", "Exempelskolan", "Första lektionen tidigast 09.20"} <= travelling
    assert [text for text in travelling if text not in printed] == []


def test_days_travel_as_dates(made: Any, facts: DocumentFacts) -> None:
    """As any other program reads them; the plan's own and those of follow-up and evaluation."""
    plan = json.loads(attached(left(made, facts).data))
    public = public_plan(made.problem, made.plan)
    assert plan["steps"][0]["first_day"] == public.first_day.isoformat()
    assert facts.follow_up.date is not None
    assert plan["facts"]["follow_up"]["day"] == facts.follow_up.date.isoformat()


def test_hostile_text_travels_as_it_is_printed_or_not_at_all(made: Any, facts: DocumentFacts) -> None:
    """Markup, control characters, pictures and endless words."""
    hostile = "<b>&amp;\x00\u202e 🙂 العربية " + "Å" * 900
    told = facts.model_copy(update={"needs": (hostile, hostile[:60]), "goals": ("Kort 🙂 mål",)})
    proposal = left(made, told)
    printed = words_of(proposal.data).replace(" ", "")
    travelling = set(strings(json.loads(attached(proposal.data))))
    assert "Kort 🙂 mål" in travelling
    assert [text for text in travelling if text.replace(" ", "") not in printed] == []


def test_nothing_of_an_answer_travels(made: Any, facts: DocumentFacts, planted: str) -> None:
    """The word that stands wherever answers leave a trace is not there, nor is any reason or coach's note."""
    data = attached(left(made, facts).data).decode()
    assert planted not in data
    assert "reason" not in data
    assert "origin" not in data


def test_a_protected_identity_does_not_travel(made: Any, facts: DocumentFacts) -> None:
    """Neither name, day of birth, school nor class, though they are known."""
    student = facts.student.model_copy(update={"has_protected_identity": True})
    told = facts.model_copy(update={"student": student})
    plan = AttachedPlan.model_validate_json(attached(left(made, told).data))
    assert (plan.facts.student, plan.facts.birth_date, plan.facts.unit, plan.facts.class_name) == ("", None, "", "")
    assert (plan.facts.provider, plan.facts.reference) == ("", "")


def test_the_code_on_the_page_is_that_of_the_bytes_attached(made: Any, facts: DocumentFacts) -> None:
    """The first sixteen hex digits of their SHA-256; the plan itself says the same number and version."""
    proposal = left(made, facts)
    code, content = proposal.form.code, attached(proposal.data)
    plan = AttachedPlan.model_validate_json(content)
    assert code is not None
    assert code.plan == hashlib.sha256(content).hexdigest()[:16]
    assert (plan.document, plan.version) == (code.printed.document, code.version)
    assert content.decode() == proposal.document.attached


def test_the_plan_is_attached_as_the_source_of_the_pages(made: Any, facts: DocumentFacts) -> None:
    """By its one name, as the archive's standard wants it said."""
    reader = PdfReader(BytesIO(left(made, facts).data))
    (file,) = reader.root_object["/AF"]
    assert (file.get_object()["/AFRelationship"], file.get_object()["/F"]) == ("/Source", "plan.json")
    assert list(reader.attachments) == ["plan.json"]


def test_no_other_document_carries_a_plan(made: Any) -> None:
    """The student's own page has nothing in it but itself."""
    data = render_pdf(build_student_page(made.problem, made.plan, OwnPage(first_name="Test")))
    assert not PdfReader(BytesIO(data)).attachments


def test_the_same_proposal_is_the_same_file(made: Any, facts: DocumentFacts) -> None:
    """Byte for byte; another case's differs."""
    assert left(made, facts).data == left(made, facts).data
    assert left(made, facts).data != left(made, facts, case_id="case-2").data
