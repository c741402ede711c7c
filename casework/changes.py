"""Changes made by hand as they are kept in a case, and what they make of its planning problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from planning.errors import NotAllowed
from planning.frozen import Frozen
from planning.needs import (
    AnyNeed,
    HandNeed,
    KeepLesson,
    LeaveOutLesson,
    LessonSetting,
    Need,
    NeedId,
    Source,
    Strength,
)
from planning.needs.base import CARE
from planning.problem import Problem
from planning.timetable import WeekLabel
from questionnaire.alerts import LONGEST_NOTE

Slot = tuple[int, WeekLabel]
"""A step, and a week of the timetable in it."""
Note = Annotated[str, StringConstraints(max_length=LONGEST_NOTE)]

MAY_BE_GIVEN_UP = (Source.ANSWER, Source.GOAL, Source.DEFAULT)
"""Where a need comes from that the coach may let a change override. Facts of school, travel and hours are not ours to
give up, and nothing that keeps somebody out of harm's way is."""


class GivenUp(Frozen):
    """A need that does not hold in one step, for the sake of a change and for a reason that was written down."""

    need: NeedId
    step: int = Field(ge=1)


class HandChange(Frozen):
    """One change made by hand: what was settled about lessons, when, and why where it goes against something."""

    id: str = Field(min_length=1, max_length=64)
    at: AwareDatetime
    needs: tuple[Need, ...]
    """Needs of the topic «hand»; a move is one lesson left out and one kept."""
    gives_up: tuple[GivenUp, ...] = ()
    reason: Note = ""
    """The coach's own words for why it holds all the same."""
    plan_before: int | None = None
    """The number of the kept plan that it was made in: what taking it back gives back."""
    replaces: tuple[str, ...] = ()
    """Ids of earlier changes that it stands in place of. They stand again when it is taken back."""
    is_taken_back: bool = False
    plan_with: int | None = None
    """Of one that is taken back: the number of the kept plan that it stood in, which putting it back gives back."""


def standing_changes(kept: Iterable[HandChange]) -> tuple[HandChange, ...]:
    """The latest word on every change, in the order they were made or put back, without those that were taken back."""
    latest: dict[str, HandChange] = {}
    for change in kept:
        if change.id in latest and latest[change.id].is_taken_back:
            del latest[change.id]
        latest[change.id] = change
    standing = [change for change in latest.values() if not change.is_taken_back]
    replaced = {other for change in standing for other in change.replaces}
    return tuple(change for change in standing if change.id not in replaced)


def can_be_put_back(kept: Iterable[HandChange]) -> tuple[HandChange, ...]:
    """What was taken back since the last new change, the one taken back last at the end.

    A new change begins anew from what then stands; what was taken back before it is kept, and no longer offered.
    """
    known: set[str] = set()
    back: dict[str, HandChange] = {}
    for change in kept:
        if change.id not in known:
            back.clear()
        back.pop(change.id, None)
        if change.is_taken_back:
            back[change.id] = change
        known.add(change.id)
    return tuple(back.values())


def in_place_of(
    needs: Iterable[HandNeed], standing: Iterable[HandChange], slots: Iterable[Slot]
) -> tuple[HandChange, ...]:
    """The changes that these needs say something else about, lesson by lesson, wherever those hold of `slots`.

    Whoever moves a lesson to the small room and back again has said the second thing, and not both.
    """
    own, slots = tuple(needs), tuple(slots)
    return tuple(
        change
        for change in standing
        if all(any(_says_otherwise(new, old, slots) for new in own) for old in change.needs)
    )


def _says_otherwise(new: HandNeed, old: AnyNeed, slots: Iterable[Slot]) -> bool:
    assert isinstance(old, HandNeed)
    if new.lesson.id != old.lesson.id:
        return False
    if isinstance(new, LessonSetting) and isinstance(old, LessonSetting):
        same = (old.setting is None or new.setting is not None) and (
            old.with_coach is None or new.with_coach is not None
        )
    else:
        presence = KeepLesson | LeaveOutLesson
        same = type(new) is type(old) or (isinstance(new, presence) and isinstance(old, presence))
    return same and all(new.holds_in(*slot) for slot in slots if old.holds_in(*slot))


def with_changes(problem: Problem, changes: Iterable[HandChange]) -> Problem:
    """The problem with what was settled by hand, and without what was given up for it in its steps."""
    standing = tuple(changes)
    if not standing:
        return problem
    needs = [*_without_given_up(problem.needs, standing), *_settled(problem, standing)]
    return problem.model_copy(update={"needs": tuple(needs)})


def _settled(problem: Problem, changes: Iterable[HandChange]) -> Iterator[AnyNeed]:
    """What was settled about lessons that the timetable still has, within the ladder."""
    known = {lesson.id for lesson in problem.timetable.lessons}
    for change in changes:
        for number, need in enumerate(change.needs, 1):
            assert isinstance(need, HandNeed)
            if need.lesson.id in known and need.first_step <= len(problem.steps):
                yield need.model_copy(update={"id": NeedId(f"hand:{change.id}:{number}"), "strength": Strength.HARD})


def _without_given_up(needs: Iterable[AnyNeed], changes: Iterable[HandChange]) -> Iterator[AnyNeed]:
    steps: dict[NeedId, set[int]] = {}
    for change in changes:
        for given_up in change.gives_up:
            steps.setdefault(given_up.need, set()).add(given_up.step)
    for need in needs:
        out = steps.get(need.id)
        yield need.model_copy(update={"not_in": tuple(sorted({*need.not_in, *out}))}) if out else need


def forgotten(problem: Problem, changes: Iterable[HandChange]) -> tuple[HandChange, ...]:
    """Changes about a lesson that the timetable no longer has: they bind nothing, and the coach is to know."""
    known = {lesson.id for lesson in problem.timetable.lessons}
    return tuple(c for c in changes if any(isinstance(n, HandNeed) and n.lesson.id not in known for n in c.needs))


def giving_up(needs: Iterable[AnyNeed], change: Iterable[HandNeed], steps: int) -> tuple[GivenUp, ...]:
    """What is given up when a change is kept against these needs: each in the steps of the change.

    Raises `NotAllowed` «kept_from_harm» or «not_ours_to_give_up» when one of them may not be.
    """
    held = sorted({step for need in change for step in range(1, steps + 1) if need.holds_in(step)})
    found = []
    for need in needs:
        if need.origin == CARE:
            raise NotAllowed("kept_from_harm")
        if need.origin.source not in MAY_BE_GIVEN_UP or need.strength is Strength.FRAME:
            raise NotAllowed("not_ours_to_give_up", need=need.id)
        found += [GivenUp(need=need.id, step=step) for step in held if need.holds_in(step)]
    return tuple(found)
