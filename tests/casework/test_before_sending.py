"""A proposal leaves for real when nothing waits; else it is refused with the list, or made as a draft."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from casework.before_sending import as_far_as_it_has_come, what_waits
from casework.before_sending_words import say_rule, say_waiting
from casework.dossier import Dossier
from casework.law import law_verdicts
from casework.readiness import HindranceKind
from casework.school_documents import proposal
from planning.decision import DocumentFacts, missing_fields
from planning.errors import NotAllowed
from planning.law.verdicts import Gate, RuleLevel
from questionnaire.answers import AnswerSheet
from tests.casework.ready_case import RIGHT, WHOLE, ready_dossier, ready_facts
from tests.casework.small_week import sheet
from wording.errors import say_error

READY = ready_dossier()


def lacking(answers: AnswerSheet | None = None, **document: Any) -> Dossier:
    """The ready case with some of the school's facts, or the answers, in place of its own."""
    facts = ready_facts(**document)
    return READY.model_copy(update={"facts": facts, "sheet": answers or READY.sheet})


def marks(content: bytes) -> list[int]:
    """How often each page says UTKAST."""
    return [page.extract_text().count("UTKAST") for page in PdfReader(BytesIO(content)).pages]


def refused(dossier: Dossier) -> NotAllowed:
    """The refusal of a proposal for real."""
    with pytest.raises(NotAllowed) as refusal:
        proposal(dossier)
    return refusal.value


def test_a_case_that_lacks_nothing_leaves_for_real() -> None:
    """Nothing waits, no page is marked, and as far as it has come is all the way."""
    assert what_waits(READY).is_nothing
    assert set(marks(proposal(READY))) == {0}
    assert as_far_as_it_has_come(READY) == READY


def test_a_draft_may_be_printed_of_a_case_that_lacks_nothing() -> None:
    """It says so on every page all the same."""
    assert min(marks(proposal(READY.model_copy(update={"is_draft": True})))) >= 1


def test_an_empty_case_lacks_every_field() -> None:
    """The list is long, and part by part it is a line for each part of the form."""
    dossier = READY.model_copy(update={"facts": READY.facts.model_copy(update={"document": DocumentFacts()})})
    waiting = what_waits(dossier)
    assert len(waiting.missing) >= 24
    told = [line.split(":")[0] for line in say_waiting(waiting, dossier.document)]
    assert told == [
        "Uppgifter till skolan, Skolan", "Uppgifter till skolan, Eleven och vårdnadshavarna",
        "Uppgifter till skolan, Vem som har förberett", "Uppgifter till skolan, Utredningar och elevhälsan",
        "Uppgifter till skolan, Stöd som har prövats", "Uppgifter till skolan, Behov, mål och insatser",
        "Uppgifter till skolan, Elevens och vårdnadshavarnas syn", "Uppgifter till skolan, Uppföljning",
    ]  # fmt: skip


EMPTIED: dict[str, dict[str, Any]] = {
    "school.provider": {"school": {**WHOLE["school"], "provider": ""}},
    "school.year_group": {"school": {**WHOLE["school"], "year_group": None}},
    "student.birth_date": {"student": {**WHOLE["student"], "birth_date": None}},
    "prepared.contributors": {"prepared": {**WHOLE["prepared"], "contributors": []}},
    "investigations.absence": {"investigations": {**WHOLE["investigations"], "absence": None}},
    "health_team": {"health_team": {}},
    "earlier_support": {"earlier_support": []},
    "measures.need": {"measures": [*WHOLE["measures"], {**WHOLE["measures"][0], "need": "Något annat"}]},
    "needs.measure": {"measures": WHOLE["measures"][:1]},
    "eligibility.passed": {"eligibility": {}},
    "student_view.how_weighed": {"student_view": {**WHOLE["student_view"], "how_weighed": ""}},
    "guardian_views": {"guardian_views": []},
    "evaluation": {"evaluation": {**WHOLE["evaluation"], "person": ""}},
}


@pytest.mark.parametrize("code", EMPTIED)
def test_one_missing_field_stops_it_and_is_named(code: str) -> None:
    """The refusal carries the code, the draft is marked on every page, and the coach hears what and where."""
    dossier = lacking(**EMPTIED[code])
    assert refused(dossier).data["missing"] == (code,)
    drafted = as_far_as_it_has_come(dossier)
    assert drafted.is_draft
    assert min(marks(proposal(drafted))) >= 1
    (line,) = say_waiting(what_waits(dossier), dossier.document)
    assert line.startswith("Uppgifter till skolan, ")


def test_a_hard_rule_stops_it_too() -> None:
    """A telling word, with everything filled in: the rule is named, and the coach hears the word and another way."""
    dossier = lacking(way_back="Väntar på BUP. Fler ämnen prövas sedan.")
    refusal = refused(dossier)
    assert (refusal.data["missing"], refusal.data["rules"]) == ((), ("D1r",))
    (line,) = say_waiting(what_waits(dossier), dossier.document)
    assert "«BUP»" in line
    assert "Uppgifter till skolan, Uppföljning" in line
    assert "Skriv hur det märks i skolan" in line


def test_the_refusal_says_what_to_do_in_one_line() -> None:
    """And nothing of what was written."""
    said = say_error(refused(lacking(way_back="Väntar på BUP.")))
    assert said == "Förslaget är inte färdigt. Fyll i det som saknas, eller gör ett utkast."


@pytest.mark.parametrize(
    ("answers", "kind"),
    [({**RIGHT, "SL2": "no"}, HindranceKind.FIRST_STEP_NOT_RIGHT), ({"SL2": "yes"}, HindranceKind.PARTS_NOT_RIGHT)],
)
def test_nothing_leaves_before_the_student_has_said_yes(answers: dict[str, Any], kind: HindranceKind) -> None:
    """However much is filled in."""
    dossier = lacking(sheet(**answers))
    assert refused(dossier).data["hindrances"] == (kind.value,)


def test_a_rule_that_asks_for_a_missing_field_is_not_told_twice() -> None:
    """P4 waits for the student's view; it is told as a field, and the rule is still in the refusal."""
    dossier = lacking(student_view={})
    waiting = what_waits(dossier)
    assert [verdict.rule.code for verdict in waiting.rules] == ["P4"]
    assert waiting.rules_apart == ()
    assert len(say_waiting(waiting, dossier.document)) == 1
    assert refused(dossier).data["rules"] == ("P4",)


def test_with_a_protected_identity_names_are_to_be_taken_out_first() -> None:
    """Each field that tells who or where is named; without them the proposal leaves, to be handed over on paper."""
    hidden = {**WHOLE["student"], "has_protected_identity": True}
    dossier = lacking(student=hidden)
    assert refused(dossier).data["rules"] == ("D2r",)
    assert what_waits(dossier).fields == (
        "student.full_name", "student.birth_date", "school.unit", "school.class_name", "school.principal",
        "student.guardians",
    )  # fmt: skip
    unnamed = lacking(
        student={"first_name": "Alfa", "has_protected_identity": True, "guardians": [{"name": "Vårdnadshavare 1"}]},
        school={**WHOLE["school"], "unit": "", "class_name": "", "principal": ""},
        guardian_views=[{**WHOLE["guardian_views"][0], "guardian": "Vårdnadshavare 1"}],
    )
    assert what_waits(unnamed).is_nothing
    assert set(marks(proposal(unnamed))) == {0}


def test_what_waits_are_the_hard_rules_of_sending_and_no_others() -> None:
    """Rules that keep the decision, the beginning or the talk closed do not stop the sending."""
    bare = lacking(investigations={}, health_team={}, guardian_views=[], student_view={}, needs=["Har adhd"])
    waiting = what_waits(bare)
    assert {verdict.rule.code for verdict in waiting.rules} == {"P4", "D1r"}
    others = [v for v in law_verdicts(bare) if v.waits and v.rule.gate is not Gate.SEND]
    assert {"P1", "P2", "P3", "P5"} <= {verdict.rule.code for verdict in others}
    assert all(v.rule.level is RuleLevel.HARD and say_rule(v) for v in waiting.rules)


@given(st.sets(st.sampled_from(sorted(EMPTIED))))
def test_whatever_is_emptied_real_is_refused_exactly_when_something_waits(codes: set[str]) -> None:
    """And never is a proposal for real made of a case that lacks a field."""
    document: dict[str, Any] = {}
    for code in sorted(codes):
        document |= EMPTIED[code]
    waiting = what_waits(lacking(**document))
    assert waiting.is_nothing == (not codes)
    assert set(waiting.missing) == set(missing_fields(lacking(**document).document))
