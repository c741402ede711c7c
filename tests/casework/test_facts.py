"""What the adults write down: everything has a default, and a limit is a need without the paperwork."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from casework.facts import CaseFacts, CoachFacts, LadderFacts
from planning.needs import AvoidTeacher, NotPresentDuring, Source, Strength


def test_no_facts_at_all_are_facts() -> None:
    """Every field has a default, so a case can begin empty."""
    assert CaseFacts() == CaseFacts.model_validate({})


def test_defaults_of_the_ladder_are_those_of_the_method() -> None:
    """As many steps as it takes, of two weeks each, and the coach there for a quarter of an hour."""
    assert (LadderFacts().number_of_steps, LadderFacts().weeks_per_step) == (None, 2)
    assert CoachFacts().stays_minutes == 15


@pytest.mark.parametrize("given", [0, 3, "two", None])
def test_a_step_changes_one_thing_or_the_two_that_were_ticked(given: object) -> None:
    """One unless the student wants two; nothing else is taken."""
    assert LadderFacts().rises_per_step == 1
    assert LadderFacts.model_validate({"rises_per_step": 2}).rises_per_step == 2
    with pytest.raises(ValidationError):
        LadderFacts.model_validate({"rises_per_step": given})


def test_limit_needs_neither_id_nor_origin() -> None:
    """The question it was agreed at says where it comes from; it holds until released."""
    case = CaseFacts.model_validate({"limits": [{"question": "VU2", "kind": "avoid_teacher", "teachers": ["EXA"]}]})
    (limit,) = case.limits
    assert isinstance(limit, AvoidTeacher)
    assert (limit.origin.source, limit.origin.ref, limit.strength) == (Source.ANSWER, "VU2", Strength.HARD_NOW)


def test_limit_keeps_its_own_strength_and_steps() -> None:
    """A wish stays a wish, and only in its steps."""
    given = {"kind": "not_present_during", "start": "09:35", "end": "09:55", "strength": "wish_2", "last_step": 2}
    (limit,) = CaseFacts.model_validate({"limits": [given]}).limits
    assert isinstance(limit, NotPresentDuring)
    assert limit.strength is Strength.WISH_2
    assert (limit.holds_in(2), limit.holds_in(3)) == (True, False)


def test_facts_come_back_from_json_as_they_were() -> None:
    """Stored and read again, limits included."""
    limits = [{"question": "RA1", "kind": "max_idle_gap", "minutes": 20}]
    case = CaseFacts.model_validate({"student": "Kim", "limits": limits, "coach": {"lead_minutes": 5}})
    assert CaseFacts.model_validate_json(case.model_dump_json()) == case


@pytest.mark.parametrize(
    "given", [{"kind": "avoid_teacher"}, {"kind": "nothing"}, {}, "avoid", {"kind": "max_days", "n": 9}]
)
def test_limit_that_is_no_need_is_refused(given: object) -> None:
    """A missing field, an unknown kind, or something else altogether."""
    with pytest.raises(ValidationError):
        CaseFacts.model_validate({"limits": [given]})


@given(st.integers())
def test_number_of_steps_is_between_one_and_forty(number: int) -> None:
    """Whatever number is written, only those are taken."""
    try:
        taken = LadderFacts(number_of_steps=number).number_of_steps
    except ValidationError:
        assert not 1 <= number <= 40
    else:
        assert taken == number
