"""What the contacts of a step are, and the rungs of the way into school."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.contact_kinds import AT_HOME
from planning.contacts import contacts_in, first_contact
from planning.items import ItemKind
from planning.needs import AnyNeed, PlaceLadder
from planning.needs.environment import PLACE_RUNGS
from planning.plan import PlannedContact
from planning.problem import Problem
from tests.planning.builders import need, problem, timetable

KIND_OF = {
    "talk_with_coach": ItemKind.MEETING,
    "go_out": ItemKind.WALK,
    "go_past_school": ItemKind.GO_PAST_SCHOOL,
    "enter_empty_school": ItemKind.VISIT_EMPTY_SCHOOL,
    "meet_adult": ItemKind.MEET_ADULT,
}
FIRST_BOXES = ("fika", "lunch", "car_ride", "walk", "text_messages", "fishing")


def ladder(*comfort: str, **fields: Any) -> AnyNeed:
    """The way into school with those rungs ticked."""
    return need("place_ladder", "support", comfort=comfort, **fields)


def first_meeting(*choices: str) -> AnyNeed:
    """What is all right to do first."""
    return need("support", "support", item="first_meeting", choices=choices)


def contacts(*needs: AnyNeed, **fields: Any) -> tuple[PlannedContact, ...]:
    """The contacts of the first step, which has no lessons."""
    made = problem(timetable(), *needs, **fields)
    return contacts_in(made, made.steps[0])


def told(*needs: AnyNeed) -> list[tuple[ItemKind, bool]]:
    """Their kinds, and which of them are invitations."""
    return [(contact.kind, contact.is_invitation) for contact in contacts(*needs)]


@pytest.mark.parametrize(
    ("comfort", "usual", "invited"),
    [
        (("talk_with_coach",), ItemKind.MEETING, ItemKind.WALK),
        (("talk_with_coach", "go_out"), ItemKind.WALK, ItemKind.GO_PAST_SCHOOL),
        (("go_past_school",), ItemKind.GO_PAST_SCHOOL, ItemKind.VISIT_EMPTY_SCHOOL),
        (("go_out", "enter_empty_school"), ItemKind.VISIT_EMPTY_SCHOOL, ItemKind.MEET_ADULT),
    ],
)
def test_a_step_begins_with_what_goes_and_ends_with_the_next_rung(
    comfort: tuple[str, ...], usual: ItemKind, invited: ItemKind
) -> None:
    """The highest rung that is ticked, then the one above it as an invitation."""
    assert told(ladder(*comfort)) == [(usual, False), (invited, True)]


@pytest.mark.parametrize(
    ("comfort", "usual"),
    [
        (("meet_adult",), ItemKind.MEET_ADULT),
        (("go_out", "be_at_lesson"), ItemKind.WALK),
        (("be_at_lesson",), ItemKind.MEETING),
    ],
)
def test_a_lesson_is_no_contact(comfort: tuple[str, ...], usual: ItemKind) -> None:
    """It is neither the usual one nor aimed at: lessons are planned, not dated as contacts."""
    assert told(ladder(*comfort)) == [(usual, False), (usual, False)]


def test_before_anything_goes_the_contacts_are_at_home() -> None:
    """Something pleasant, and at the end a talk if the student wants to."""
    found = contacts(ladder(), need("start_elsewhere", places=["library"]))
    assert [(c.kind, c.place, c.is_invitation) for c in found] == [
        (ItemKind.ACTIVITY, AT_HOME, False), (ItemKind.MEETING, AT_HOME, True),
    ]  # fmt: skip


def test_what_is_all_right_to_do_first_decides_the_first_contact() -> None:
    """Only that one: the ladder decides the others."""
    made = ladder("talk_with_coach", "go_out"), first_meeting("fika")
    assert told(*made) == [(ItemKind.FIKA, False), (ItemKind.GO_PAST_SCHOOL, True)]


def test_without_a_ladder_what_is_all_right_to_do_first_is_done_every_time() -> None:
    """As long as it holds."""
    assert told(first_meeting("text_messages")) == [(ItemKind.TEXT, False)] * 2


def test_a_ladder_that_has_ended_shapes_nothing() -> None:
    """A meeting then."""
    assert told(ladder("go_out", first_step=2)) == [(ItemKind.MEETING, False)] * 2


def test_a_single_contact_is_within_what_goes() -> None:
    """The next rung is only aimed at after something that goes; so it is with the contact when no plan is found."""
    made = problem(timetable(), ladder("talk_with_coach", "go_out"))
    alone = first_contact(made)
    assert (alone.kind, alone.is_invitation) == (ItemKind.WALK, False)


def test_only_the_last_contact_of_a_long_step_aims_higher() -> None:
    """Three weeks of what goes come first."""
    made = problem(timetable("x mon 08:00-09:00 Svenska", ("A", "B", "C")), ladder("go_out"))
    found = contacts_in(made, made.steps[0])
    assert [contact.is_invitation for contact in found] == [False] * 5 + [True]
    assert {contact.kind for contact in found[:-1]} == {ItemKind.WALK}


def test_a_step_that_has_lessons_in_its_other_week_does_not_climb() -> None:
    """The way into school has been walked already."""
    made = problem(timetable("x mon 08:00-09:00 Svenska", ("A", "B")), ladder("go_out"))
    step = made.steps[0]
    assert {contact.kind for contact in contacts_in(made, step, step.mondays[:1])} == {ItemKind.MEETING}


@st.composite
def any_ladder(draw: st.DrawFn) -> Problem:
    """A ladder of two steps with any rungs ticked, any boxes for a first meeting, and perhaps a place to begin at."""
    needs = [ladder(*draw(st.lists(st.sampled_from(PLACE_RUNGS), unique=True)))]
    if draw(st.booleans()):
        needs.append(first_meeting(*draw(st.lists(st.sampled_from(FIRST_BOXES), unique=True))))
    if draw(st.booleans()):
        needs.append(need("start_elsewhere", places=["library"]))
    return problem(timetable(), *needs, steps=2)


@given(any_ladder())
@settings(max_examples=300, deadline=None)
def test_no_rung_is_asked_for_that_was_not_ticked_but_the_next_one_at_last(made: Problem) -> None:
    """Whatever was ticked; a meeting, and what is all right to do first, are never too much."""
    (way,) = (n for n in made.needs if isinstance(n, PlaceLadder))
    rungs = {KIND_OF[rung] for rung in way.comfort if rung in KIND_OF}
    others = set(ItemKind) - {ItemKind.GO_PAST_SCHOOL, ItemKind.VISIT_EMPTY_SCHOOL, ItemKind.MEET_ADULT}
    pleasant = others - {ItemKind.WALK} if not any(n.kind == "support" for n in made.needs) else others
    for step in made.steps:
        *before, last = contacts_in(made, step)
        assert all(contact.kind in rungs | pleasant and not contact.is_invitation for contact in before)
        if last.is_invitation:
            assert last.kind is KIND_OF[way.next_rung]
        else:
            assert last.kind in rungs | pleasant
