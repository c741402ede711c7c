"""The rules P about a decision that has come back, each by examples worked out by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planning.appeal import appeal_by
from planning.decided import CameAs, Decided, Ruling
from planning.decided_frame import frame_of
from planning.decision import DocumentFacts
from planning.law.verdicts import Finding, LawCase, Standing
from tests.planning.builders import plan, problem
from tests.planning.law.cases import found, law_case

DECIDED_ON = dt.date(2026, 9, 7)
PRINCIPAL = {"principal": "Rektor Exempel"}
REASONS = "Skollagen 3 kap. 12 §. Eleven behöver börja med få ämnen och en känd vuxen."


def decision(**fields: Any) -> Decided:
    """A decision as proposed, of Monday 7 September 2026."""
    given = {
        "ruling": Ruling.AS_PROPOSED, "came_as": CameAs.FORM, "proposal_version": 1, "decided_on": DECIDED_ON,
        "decided_by": "Rektor Exempel", "reasons": REASONS,
    }  # fmt: skip
    return Decided.model_validate({**given, **fields})


def case(decided: Decided | None, *, on: dt.date = DECIDED_ON, **facts: Any) -> LawCase:
    """A plan of one step with those facts and that decision."""
    return law_case("a b", facts=facts, on=on, decided=decided)


@pytest.mark.parametrize("code", ["P7", "P8", "P9", "P14", "P16"])
def test_what_is_about_a_decision_is_not_asked_before_there_is_one(code: str) -> None:
    """Neither met nor missing; a proposal that was sent back is not decided either."""
    assert found(code, case(None)) == Finding(Standing.NOT_ASKED, {"because": "not_decided"})
    returned = decision(ruling=Ruling.RETURNED, decided_by="", reasons="")
    assert found(code, case(returned)) == Finding(Standing.NOT_ASKED, {"because": "returned"})


@pytest.mark.parametrize(
    ("by", "principal", "standing", "fields"),
    [
        ("Rektor Exempel", "Rektor Exempel", Standing.MET, ()),
        ("Eva Exempel, rektor", "Eva Exempel", Standing.MET, ()),
        ("Eva Exempel", "Rektor Eva Exempel", Standing.MET, ()),
        ("Eva Exempel, rektor", "", Standing.MET, ()),
        ("", "Eva Exempel", Standing.UNKNOWN, ("decided.decided_by",)),
        ("Eva Exempel", "", Standing.UNKNOWN, ("decided.decided_by",)),
        # A rektor, but is it the rektor of this school?
        ("Adam Annan, rektor", "Eva Exempel", Standing.UNKNOWN, ("school.principal",)),
        # The power cannot be handed on (3 kap. 9 §).
        ("Adam Annan, biträdande rektor", "Eva Exempel", Standing.DEVIATES, ("around.substitute.name",)),
        ("Bitr. rektor Adam Annan", "", Standing.DEVIATES, ("around.substitute.name",)),
        ("Adam Annan, på delegation av Eva Exempel", "Eva Exempel", Standing.DEVIATES, ("around.substitute.name",)),
    ],
)
def test_p7_the_rektor_of_the_school_decides(
    by: str, principal: str, standing: Standing, fields: tuple[str, ...]
) -> None:
    """Known by name or title; nobody in the rektor's stead."""
    told = found("P7", case(decision(decided_by=by), school={"principal": principal}))
    assert (told.standing, told.fields) == (standing, fields)


@pytest.mark.parametrize(
    ("appointed", "standing"),
    [(None, Standing.UNKNOWN), (dt.date(2026, 9, 8), Standing.UNKNOWN), (DECIDED_ON, Standing.MET)],
)
def test_p7_a_substitute_is_appointed_before_the_decision(appointed: dt.date | None, standing: Standing) -> None:
    """Then even a biträdande rektor may decide (2 kap. 9 §)."""
    around = {"substitute": {"name": "Adam Annan", "appointed_on": appointed}}
    told = found("P7", case(decision(decided_by="Adam Annan, biträdande rektor"), school=PRINCIPAL, around=around))
    assert told.standing is standing


@pytest.mark.parametrize("ruling", [Ruling.AS_PROPOSED, Ruling.WITH_CHANGES, Ruling.NO_PROGRAMME])
@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        (REASONS, Finding(Standing.MET)),
        ("", Finding(Standing.UNKNOWN, fields=("decided.reasons",))),
        (
            "Enligt skollagen 3 kap. 12 §.",
            Finding(Standing.DEVIATES, {"lacks": ("circumstances",)}, ("decided.reasons",)),
        ),
        (
            "Eleven behöver börja med få ämnen.",
            Finding(Standing.DEVIATES, {"lacks": ("provisions",)}, ("decided.reasons",)),
        ),
        ("Ja.", Finding(Standing.DEVIATES, {"lacks": ("provisions", "circumstances")}, ("decided.reasons",))),
    ],
)
def test_p8_provisions_and_circumstances_are_given(reasons: str, expected: Finding, ruling: Ruling) -> None:
    """Whether the rektor agrees, changes or refuses (förvaltningslagen 32 §)."""
    assert found("P8", case(decision(ruling=ruling, reasons=reasons))) == expected


@pytest.mark.parametrize(
    ("received", "until"),
    [
        (dt.date(2026, 9, 7), dt.date(2026, 9, 28)),  # a Monday three weeks later
        (dt.date(2026, 9, 11), dt.date(2026, 10, 2)),  # a Friday
        (dt.date(2026, 9, 12), dt.date(2026, 10, 5)),  # a Saturday: the Monday after
        (dt.date(2026, 12, 4), dt.date(2026, 12, 28)),  # Christmas Day, Saturday, Sunday: the Monday after
        (dt.date(2026, 12, 16), dt.date(2027, 1, 7)),  # trettondagen: the Thursday after
    ],
)
def test_p9_three_weeks_from_the_day_one_got_it(received: dt.date, until: dt.date) -> None:
    """And to the next weekday where the last day is none."""
    assert appeal_by(received) == until
    told = found("P9", case(decision(received_on=received), on=received))
    assert told == Finding(Standing.MET, {"received": received, "until": until})


@pytest.mark.parametrize("received", [None, dt.date(2026, 9, 6)])
def test_p9_without_the_day_nobody_knows_until_when(received: dt.date | None) -> None:
    """Nor with a day before the decision."""
    assert found("P9", case(decision(received_on=received))).fields == ("decided.received_on",)


BORN = dt.date(2010, 9, 7)
"""Sixteen on the day of the decision."""


@pytest.mark.parametrize(
    ("decided", "student", "around", "expected"),
    [
        (None, {}, {}, Finding(Standing.UNKNOWN, fields=("student.birth_date",))),
        # Sixteen the day after: not yet a party.
        (
            decision(), {"birth_date": dt.date(2010, 9, 8)}, {},
            Finding(Standing.NOT_ASKED, {"because": "under_age"}),
        ),
        (None, {"birth_date": BORN}, {}, Finding(Standing.UNKNOWN, fields=("student.full_name",))),
        (
            None, {"birth_date": BORN, "full_name": "Test Testsson"}, {},
            Finding(Standing.NOT_ASKED, {"because": "not_decided"}),
        ),
        (
            decision(), {"birth_date": BORN, "full_name": "Test Testsson"}, {},
            Finding(Standing.UNKNOWN, fields=("around.student_copy",)),
        ),
        (
            decision(), {"birth_date": BORN, "full_name": "Test Testsson"}, {"student_copy": dt.date(2026, 9, 9)},
            Finding(Standing.MET, {"date": dt.date(2026, 9, 9)}),
        ),
    ],
)  # fmt: skip
def test_p10_from_sixteen_the_student_is_a_party_with_a_copy(
    decided: Decided | None, student: dict[str, Any], around: dict[str, Any], expected: Finding
) -> None:
    """Named before the decision, and with a copy of her or his own after it."""
    assert found("P10", case(decided, student=student, around=around)) == expected


def framed(*steps: str, facts: dict[str, Any] | None = None, **more: Any) -> LawCase:
    """A plan of those steps after the decision of «a b», «a b d»: 120 and 180 minutes, two weeks, three subjects."""
    decided = plan(problem(steps=2), "a b", "a b d")
    return law_case(*steps, frame=frame_of(decided, DocumentFacts()), facts=facts or {}, **more)


@pytest.mark.parametrize(
    ("steps", "beyond"),
    [
        (("a b", "a b d"), {}),
        # More than was decided is within: the floor is the least, and a new subject takes nothing away.
        (("a b c", "a b c d"), {}),
        # 60 minutes in step 1, below the floor of 120.
        (("a", "a b d"), {"below_floor": ("1",)}),
        # Engelska had a lesson in the decided plan, and has none now.
        (("a b", "a b e"), {"subject_removed": ("Engelska",)}),
        # The first lesson in a small room, which nobody had asked for.
        (("a* b", "a b d"), {"form_changed": ("special_group",)}),
        # A third week: to Friday 25 September.
        (("a b", "a b", "a b d"), {"period_extended": ("2026-09-25",)}),
        (
            ("a*",),
            {"below_floor": ("1",), "subject_removed": ("Engelska", "Matematik"), "form_changed": ("special_group",)},
        ),
    ],
)
def test_p13_what_goes_beyond_the_decision_needs_a_new_one(steps: tuple[str, ...], beyond: dict[str, Any]) -> None:
    """Below the floor, a subject away, another form, a longer time; nothing else does."""
    told = found("P13", framed(*steps))
    assert told == Finding(Standing.DEVIATES if beyond else Standing.MET, beyond)


def test_p13_a_form_that_is_asked_for_later_is_a_new_one() -> None:
    """Distansundervisning is decided by itself (3 kap. 11 a §)."""
    told = found("P13", framed("a b", "a b d", facts={"forms": {"distance": {}}}))
    assert told.facts == {"form_changed": ("distance",)}


def test_p13_the_written_floor_and_last_day_go_first() -> None:
    """A floor of 60 minutes and a term to last in: one lesson a week and a third week stay within."""
    decided = plan(problem(steps=2), "a b", "a b d")
    frame = frame_of(decided, DocumentFacts(floor_minutes=60), dt.date(2026, 12, 18))
    assert found("P13", law_case("a", "a b", "a b d", frame=frame)) == Finding(Standing.MET)


def test_p13_is_not_asked_of_a_first_proposal() -> None:
    """There is nothing to go beyond."""
    assert found("P13", case(None)) == Finding(Standing.NOT_ASKED, {"because": "no_earlier_decision"})


DAY = dt.date(2026, 10, 16)


@pytest.mark.parametrize(
    ("on", "written", "expected"),
    [
        (DAY, None, Finding(Standing.MET, {"date": DAY})),
        (
            dt.date(2026, 10, 19), None,
            Finding(Standing.DEVIATES, {"date": DAY, "days": 3}, ("around.evaluated_on",)),
        ),
        (dt.date(2026, 10, 19), DAY, Finding(Standing.MET, {"written": DAY})),
    ],
)  # fmt: skip
def test_p14_an_evaluation_is_overdue_the_day_after(on: dt.date, written: dt.date | None, expected: Finding) -> None:
    """Until it is written; on its day it is not."""
    facts = {"evaluation": {"date": DAY, "person": "A"}, "around": {"evaluated_on": written}}
    assert found("P14", case(decision(), on=on, **facts)) == expected


def test_p14_without_a_day_nobody_knows() -> None:
    """It is then asked for."""
    assert found("P14", case(decision())).fields == ("evaluation.date",)


def test_p15_what_there_is_goes_to_the_next_school() -> None:
    """The plan ends the day before; once it is handed over the rule is met."""
    move = {"new_unit": "Nya skolan", "date": dt.date(2026, 11, 2)}
    whole = {"needs": ("Lugn start",), "evaluation": {"date": DAY}, "eligibility": {"passed": ()}}
    told = found("P15", case(decision(), **whole, around={"move": move}))
    assert told.standing is Standing.DEVIATES
    assert told.facts == {
        "hand_over": ("decision", "plan", "needs", "subjects", "follow_up", "attendance"),
        "plan_ends": dt.date(2026, 11, 1),
    }
    done = {**move, "handed_over": dt.date(2026, 10, 30)}
    assert found("P15", case(None, around={"move": done})).standing is Standing.MET


def test_p15_hands_over_nothing_that_is_not_there() -> None:
    """Before a decision and before the plan has begun there is the plan alone; without a move nothing is asked."""
    told = found("P15", case(None, on=dt.date(2026, 9, 1), around={"move": {"new_unit": "Nya skolan"}}))
    assert told.facts == {"hand_over": ("plan",)}
    assert told.fields == ("around.move.date", "around.move.handed_over")
    assert found("P15", case(None)) == Finding(Standing.NOT_ASKED, {"because": "no_move"})


def test_p16_the_register_is_told_once_the_plan_has_begun() -> None:
    """Not before its first day, and not where there is to be no programme."""
    asked = Finding(Standing.UNKNOWN, fields=("around.attendance_export",))
    assert found("P16", case(decision())) == asked
    assert found("P16", case(decision(valid_from=dt.date(2026, 9, 14)))).facts == {"because": "not_begun"}
    assert found("P16", case(decision(ruling=Ruling.NO_PROGRAMME))).standing is Standing.NOT_ASKED
    told = case(decision(), around={"attendance_export": DECIDED_ON})
    assert found("P16", told) == Finding(Standing.MET, {"date": DECIDED_ON})
