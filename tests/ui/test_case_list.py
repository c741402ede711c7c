"""Every case in the list says how far it has come, and leads on from there."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from casework.cases import CaseId, CaseSummary, Stage
from casework.start_view import StartCase
from planning.access import Role
from planning.workflow.states import State
from ui.case_list import (
    called,
    day_sheet_offer,
    in_order,
    next_page,
    say_case,
    say_follow_up,
    say_to_others,
    say_way_on,
    stage_text,
    to_do_text,
)
from ui.frame.ways import _ADDRESSES

AT = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


def summary(stage: Stage = Stage.PLAN, answered: int = 0, **given: Any) -> CaseSummary:
    """A case that far along, of 24 questions."""
    return CaseSummary(id=CaseId("a-case"), changed_at=AT, stage=stage, answered=answered, asked=24, **given)


def case(stage: Stage = Stage.PLAN, answered: int = 0, name: str = "Kim", **given: Any) -> StartCase:
    """The same as it stands at the start, met by its coach unless another is said."""
    is_due = given.pop("duties_wait", False)
    fields: dict[str, Any] = {
        "summary": summary(stage, answered, name=name, duties_wait=is_due), "met_as": Role.COACH,
        "state": State.MAPPING, "turn": (Role.COACH,), "since": AT.date(), "waits_days": 0, "may_decide": False,
        "is_closed": False,
    }  # fmt: skip
    return StartCase.model_validate({**fields, **given})


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_leads_to_a_page_that_there_is(stage: Stage) -> None:
    """And is told in words."""
    assert next_page(case(stage)) in _ADDRESSES
    assert stage_text(summary(stage))


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("role", [Role.COACH, Role.COORDINATOR, Role.PRINCIPAL, Role.MENTOR])
def test_every_state_is_told_and_leads_somewhere(state: State, role: Role) -> None:
    """To whoever works with it, in words, and to a page that there is."""
    standing = case(state=state, met_as=role)
    assert next_page(standing) in _ADDRESSES
    assert say_case(standing)
    assert say_to_others(standing)


def test_students_and_guardians_come_to_their_own_page() -> None:
    """However far the case has come."""
    assert {next_page(case(state=state, met_as=Role.STUDENT)) for state in State} == {"my_week"}
    assert {next_page(case(state=state, met_as=Role.GUARDIAN)) for state in State} == {"home"}


def test_unanswered_questions_come_before_the_summary() -> None:
    """How many is told, never how many are left; the way on says which comes next."""
    assert stage_text(summary(Stage.QUESTIONS, 12)) == "Frågor: 12 av 24"
    assert say_way_on(case(Stage.QUESTIONS, 12)) == "Fortsätt fråga 13 av 24"
    assert next_page(case(Stage.QUESTIONS, 12)) == "questions"
    assert next_page(case(Stage.QUESTIONS, 24)) == "summary"
    assert say_way_on(case(Stage.QUESTIONS, 24)) == "Fortsätt"


@pytest.mark.parametrize("stage", Stage)
def test_what_is_to_be_taken_care_of_comes_before_the_stage(stage: Stage) -> None:
    """Told without a word of what it is, and it leads there."""
    waiting = case(stage, duties_wait=True, state=State.SENT)
    assert say_case(waiting) == "Att ta hand om först"
    assert next_page(waiting) == "alerts"


def test_cases_with_something_to_take_care_of_stand_first() -> None:
    """Then those that have been answered; the others keep their order."""
    first, second = case(Stage.PLAN), case(Stage.NEW)
    answered, waiting = case(state=State.DECIDED), case(duties_wait=True)
    assert in_order((first, second, answered, waiting)) == [waiting, answered, first, second]


def test_the_coach_is_told_that_the_rektor_is_waited_for_and_has_answered() -> None:
    """With the days, and with the step once the plan is lived."""
    assert say_case(case(state=State.SENT, waits_days=3)) == "Väntar på rektorn · 3 dagar"
    assert say_case(case(state=State.PREPARED)) == "Väntar på rektorn · sedan i dag"
    assert say_case(case(state=State.DECIDED)) == "Rektorn har svarat"
    assert say_case(case(state=State.RETURNED)) == "Rektorn har svarat och ber om något mer"
    assert say_case(case(state=State.ACTIVE, step=2)) == "Planen gäller, steg 2"


def test_others_are_told_for_whom_it_waits_and_nothing_that_was_said() -> None:
    """Neither how much has been answered nor that something is to be taken care of."""
    told = say_to_others(case(Stage.QUESTIONS, 12, state=State.SENT, duties_wait=True, coach="Coach Exempel"))
    assert told == "Skickad till skolan · Näst på tur: coachen · sedan i dag · coach: Coach Exempel"
    assert say_follow_up(case(follow_up=dt.date(2027, 1, 11))) == "Följs upp måndag 11 januari"
    assert say_follow_up(case()) == ""


def test_a_case_is_found_by_a_part_of_its_name() -> None:
    """In any letters; nothing looked for finds all."""
    some = [case(name="Kim Exempel"), case(name="Robin")]
    assert called(some, " exem ") == some[:1]
    assert called(some, "") == some
    assert called(some, "x y") == []


def test_what_waits_for_the_coach_is_counted_calmly() -> None:
    """Nothing is said when nothing waits."""
    assert to_do_text(summary()) == ""
    assert to_do_text(summary(to_do=1)) == "1 sak att göra"
    assert to_do_text(summary(to_do=3)) == "3 saker att göra"


def test_the_day_sheet_is_offered_as_a_file_that_names_nobody() -> None:
    """It says what is in it, and that it is the coach's own."""
    offer = day_sheet_offer()
    assert offer.key == "dagblad.pdf"
    assert offer.about
    assert offer.badge == "Bara för dig"
