"""What differs between the plan that was sent and the one that is there now: steps, minutes, subjects, facts."""

from __future__ import annotations

import datetime as dt
from itertools import zip_longest

from planning.decided_frame import first_day_of, last_day_of, taught
from planning.decision import DocumentFacts
from planning.frozen import Frozen
from planning.plan import Plan


class StepMinutes(Frozen):
    """A step's minutes of lessons a week, before and now; None where there is no such step."""

    number: int
    before: int | None
    now: int | None


class VersionDifference(Frozen):
    """What differs. Fields are told by their paths, never by what stands in them."""

    steps: tuple[StepMinutes, ...] = ()
    """The steps whose minutes differ, and those that are new or gone."""
    new_subjects: tuple[str, ...] = ()
    gone_subjects: tuple[str, ...] = ()
    begins: tuple[dt.date, dt.date] | None = None
    """The first day before and now, where it differs."""
    ends: tuple[dt.date, dt.date] | None = None
    """The last day before and now, where it differs."""
    moved_lessons: tuple[int, ...] = ()
    """Steps with as many minutes as before, in other lessons."""
    fields: tuple[str, ...] = ()
    """Fields of the school's facts that differ («needs», «follow_up»)."""

    @property
    def is_nothing(self) -> bool:
        """Whether they are the same."""
        return self == VersionDifference()


def version_difference(
    before: Plan, now: Plan, facts_before: DocumentFacts, facts_now: DocumentFacts
) -> VersionDifference:
    """What differs between two plans and the facts that went with them; the version's own number is no difference."""
    pairs = list(zip_longest(before.steps, now.steps))
    numbers = [(step or other).number for step, other in pairs]
    minutes = [(step.mean_minutes if step else None, other.mean_minutes if other else None) for step, other in pairs]
    told = zip(numbers, minutes, strict=True)
    return VersionDifference(
        steps=tuple(StepMinutes(number=n, before=was, now=is_) for n, (was, is_) in told if was != is_),
        new_subjects=_only(taught(now), taught(before)),
        gone_subjects=_only(taught(before), taught(now)),
        begins=_pair(first_day_of(before), first_day_of(now)),
        ends=_pair(last_day_of(before), last_day_of(now)),
        moved_lessons=tuple(
            step.number
            for step, other in pairs
            if step and other and step.mean_minutes == other.mean_minutes and step.lessons != other.lessons
        ),
        fields=changed_fields(facts_before, facts_now),
    )


def changed_fields(before: DocumentFacts, now: DocumentFacts) -> tuple[str, ...]:
    """The fields that differ, in the order of the facts; those of a part are named within it («school.provider»)."""
    return tuple(path for path in _paths(before, now) if path != "prepared.version")


def _paths(before: Frozen, now: Frozen, within: str = "") -> list[str]:
    found = []
    for name in type(now).model_fields:
        was, is_ = getattr(before, name), getattr(now, name)
        if was == is_:
            continue
        is_part = not within and isinstance(was, Frozen) and isinstance(is_, Frozen)
        found += _paths(was, is_, f"{name}.") if is_part else [f"{within}{name}"]
    return found


def _only(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)


def _pair(was: dt.date, is_: dt.date) -> tuple[dt.date, dt.date] | None:
    return None if was == is_ else (was, is_)
