"""What differs between two versions of a plan: steps, minutes, subjects, days and fields, and nothing else."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from planning.decision import DocumentFacts
from planning.plan import Plan
from planning.workflow.versions import StepMinutes, VersionDifference, changed_fields, version_difference
from tests.planning.builders import MONDAY, plan, problem

NONE = DocumentFacts()


def two(*steps: str) -> Plan:
    """A plan of the week of the builders, written as its steps."""
    return plan(problem(steps=len(steps)), *steps)


def facts(**fields: Any) -> DocumentFacts:
    """Facts with those fields."""
    return DocumentFacts.model_validate(fields)


def differs(before: Plan, now: Plan) -> VersionDifference:
    """What differs between two plans."""
    return version_difference(before, now, NONE, NONE)


def test_the_same_plan_differs_in_nothing() -> None:
    """Not even where the version's own number is another."""
    same = two("a", "a b")
    told = version_difference(same, same, facts(prepared={"version": 1}), facts(prepared={"version": 2}))
    assert told.is_nothing


def test_minutes_are_told_step_by_step() -> None:
    """Those that differ, those that are new, and those that are gone."""
    found = differs(two("a", "a b"), two("a c", "a b", "a b c"))
    assert found.steps == (
        StepMinutes(number=1, before=60, now=120),
        StepMinutes(number=3, before=None, now=180),
    )
    assert differs(two("a", "a b"), two("a")).steps == (StepMinutes(number=2, before=120, now=None),)


def test_subjects_come_and_go() -> None:
    """In the whole plan: one that only moves to another step is neither."""
    found = differs(two("a", "a b"), two("a c", "a"))
    assert (found.new_subjects, found.gone_subjects) == (("Bild",), ("Matematik",))
    assert differs(two("b", "a b"), two("a", "a b")).new_subjects == ()


def test_other_lessons_of_the_same_length_are_told_apart() -> None:
    """A step with as many minutes can still be another week."""
    found = differs(two("a", "a b"), two("b", "a b"))
    assert (found.steps, found.moved_lessons) == ((), (1,))


def test_the_last_day_moves_with_the_steps() -> None:
    """Both days are told."""
    found = differs(two("a"), two("a", "a b"))
    assert found.begins is None
    assert found.ends == (MONDAY + dt.timedelta(days=4), MONDAY + dt.timedelta(days=11))


def test_fields_are_told_by_their_paths_and_never_by_their_words() -> None:
    """Those of a part one by one; a list as a whole."""
    before = facts(school={"unit": "Exempelskolan"}, needs=["Lugn start"])
    now = facts(school={"unit": "Exempelskolan", "class_name": "9T"}, needs=["Lugn start", "Känd vuxen"])
    assert changed_fields(before, now) == ("school.class_name", "needs")


@given(st.lists(st.sampled_from(["a", "a b", "a b c", "b d"]), min_size=1, max_size=3))
def test_what_differs_one_way_differs_the_other(steps: list[str]) -> None:
    """What is new one way is gone the other, and only the same is nothing."""
    one, other = two(*steps), two("a", "a b")
    forth, back = differs(one, other), differs(other, one)
    assert (forth.new_subjects, forth.gone_subjects) == (back.gone_subjects, back.new_subjects)
    assert [(s.before, s.now) for s in forth.steps] == [(s.now, s.before) for s in back.steps]
    assert forth.is_nothing == back.is_nothing == (steps == ["a", "a b"])
