"""What if a subject is paused, taken up from some step, or passed: the ladder again, and the difference as data.

Pure: nothing is planned anew. Whether the week has room for it is for a new plan to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, assert_never

from pydantic import Field

from planning.eligibility import Picture, SubjectStanding, SubjectStatus
from planning.eligibility_rules import Level, Programme
from planning.frozen import Frozen
from planning.subject_codes import SubjectCode


class Pause(Frozen):
    """The subject waits through the whole plan."""

    kind: Literal["pause"] = "pause"
    subject: SubjectCode


class TakeUp(Frozen):
    """The subject is taken up in that step (from 1) and stays; before it, it waits."""

    kind: Literal["take_up"] = "take_up"
    subject: SubjectCode
    from_step: int = Field(ge=1)


class Pass(Frozen):
    """The subject is passed."""

    kind: Literal["pass"] = "pass"
    subject: SubjectCode


Change = Annotated[Pause | TakeUp | Pass, Field(discriminator="kind")]


def what_if(picture: Picture, changes: Iterable[Change]) -> Picture:
    """The picture after those changes, one after the other. What is passed stays passed, whatever waits."""
    standing = dict(picture.by_code)
    for change in changes:
        before = standing.get(change.subject) or SubjectStanding(
            code=change.subject, taught=(False,) * len(picture.days)
        )
        standing[change.subject] = _changed(before, change)
    in_order = tuple(standing[code] for code in SubjectCode if code in standing)
    return picture.model_copy(update={"subjects": in_order})


def _changed(subject: SubjectStanding, change: Pause | TakeUp | Pass) -> SubjectStanding:
    if subject.said is SubjectStatus.PASSED:
        return subject
    steps = range(1, len(subject.taught) + 1)
    match change:
        case Pause():
            return subject.model_copy(update={"taught": (False,) * len(steps), "said": SubjectStatus.PAUSED})
        case TakeUp():
            taught = tuple(step >= change.from_step for step in steps)
            return subject.model_copy(update={"taught": taught, "said": SubjectStatus.PAUSED})
        case Pass():
            return subject.model_copy(update={"said": SubjectStatus.PASSED})
        case _:
            assert_never(change)


class Goal(Frozen):
    """A level, and the programmes that it is told for; without any it is the same for all of them."""

    level: Level
    programmes: tuple[Programme, ...] = ()


class StepDifference(Frozen):
    """What one picture has within reach in a step that another has not."""

    step: int
    lost: tuple[Goal, ...] = ()
    gained: tuple[Goal, ...] = ()
    subjects: int = 0
    """How many subjects more (or, below zero, fewer) are passed or ongoing."""

    @property
    def is_same(self) -> bool:
        """Whether the same levels are within reach."""
        return not (self.lost or self.gained)


def difference(before: Picture, after: Picture) -> tuple[StepDifference, ...]:
    """Step by step, what the second picture changes in the first. Both are of the same plan."""
    return tuple(
        StepDifference(
            step=old.step,
            lost=_only_in(_goals(before, old.step), _goals(after, old.step)),
            gained=_only_in(_goals(after, old.step), _goals(before, old.step)),
            subjects=new.number - old.number,
        )
        for old, new in zip(before.ladder, after.ladder, strict=True)
    )


def _goals(picture: Picture, step: int) -> tuple[Goal, ...]:
    return tuple(
        Goal(level=reach.level, programmes=reach.programmes)
        for reach in picture.ladder[step - 1].reaches
        if reach.is_reached
    )


def _only_in(these: tuple[Goal, ...], others: tuple[Goal, ...]) -> tuple[Goal, ...]:
    return tuple(goal for goal in these if goal not in others)


class PauseCost(Frozen):
    """What it means at the end of the plan that a subject waits all through it, everything else being as planned."""

    subject: SubjectCode
    waits_now: bool
    """Whether the plan as it stands lets it wait all through."""
    lost: tuple[Goal, ...]
    """Within reach with the subject, and not without it."""
    left: tuple[Goal, ...]
    """Within reach all the same."""


def pause_costs(picture: Picture) -> tuple[PauseCost, ...]:
    """Of every subject that is not passed and that the timetable or the case knows."""
    last = len(picture.days)
    costs = []
    for subject in picture.subjects:
        if subject.status(last) in (SubjectStatus.PASSED, SubjectStatus.NOT_STARTED):
            continue
        with_it = what_if(picture, [TakeUp(subject=subject.code, from_step=last)])
        without = what_if(picture, [Pause(subject=subject.code)])
        (change,) = difference(with_it, without)[-1:]
        costs.append(
            PauseCost(
                subject=subject.code,
                waits_now=subject.first_step is None,
                lost=change.lost,
                left=_goals(without, last),
            )
        )
    return tuple(costs)
