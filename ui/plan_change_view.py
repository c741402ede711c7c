"""Changes of a plan on the screen: which lessons can be changed, how, what is asked first, and what is told after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from casework.changes import HandChange, giving_up
from planning.errors import NotAllowed
from planning.needs import HandNeed, KeepLesson, LeaveOutLesson, LessonPart, LessonSetting, NeedId, Source, Window
from planning.outcomes import Conflict
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.plan_changes import SlotChange, changes_between
from planning.problem import Problem
from planning.setting import Setting
from planning.timetable import LessonId, Occasion, WeekLabel
from wording.change_lines import change_lines
from wording.clock import hours_text, weekday_name, written_time
from wording.errors import say_error
from wording.language import tr
from wording.needs import say_need
from wording.phrases import upper_first

MOST_MOVED = 2
"""So many lines tell what else a change has moved; the week itself shows the rest. Our default."""
MOST_NAMED = 2
"""A change of more lessons than that is counted, not listed: it is a plan that was chosen. Our default."""
PARTS = (10, 15, 20, 30, 40, 60)
"""Minutes of a lesson that one can be content with. Our default; the command line takes any."""


@dataclass(frozen=True)
class Asked:
    """A change that something speaks against and that waits for a word, in one step of the plan of that revision."""

    needs: tuple[HandNeed, ...]
    step: int
    revision: int
    conflict: Conflict | None = None
    """What no plan could do away with, once that has been tried."""

    def is_about(self, lesson: LessonId, step: int, revision: int) -> bool:
        """Whether it still waits beside that lesson, in that step, and nothing has been changed since."""
        about = {need.lesson.id for need in self.needs}
        return (about, self.step, self.revision) == ({lesson}, step, revision)


class Told(NamedTuple):
    """What came of a change, as long as nothing else has happened since."""

    revision: int
    lines: tuple[str, ...]


class LessonSeen(NamedTuple):
    """One lesson of the week that is looked at, and how the step attends it; None: it waits."""

    occasion: Occasion
    planned: PlannedLesson | None

    @property
    def name(self) -> str:
        """«Slöjd måndag 13.35 · med i steget»."""
        lesson = self.occasion.lesson
        state = tr("väntar") if self.planned is None else tr("med i steget")
        subject = upper_first(lesson.subject) or tr("Lektionen")
        return f"{subject} {weekday_name(lesson.weekday)} {written_time(lesson.start)} · {state}"


@dataclass(frozen=True)
class Action:
    """One button: what it settles about the lesson."""

    code: str
    label: str
    kind: type[HandNeed]
    fields: Mapping[str, object] = field(default_factory=dict)


def lessons_seen(step: PlanStep, problem: Problem, week: WeekLabel) -> dict[str, LessonSeen]:
    """The lessons of that week by their occasion: those that are attended first, then those that wait."""
    attended = {planned.occasion: planned for planned in step.in_week(week)}
    seen = [LessonSeen(one, attended.get(one.id)) for one in problem.timetable.occasions if one.week == week]
    return {one.occasion.id: one for one in sorted(seen, key=lambda one: one.planned is None)}


def lesson_names(seen: Mapping[str, LessonSeen]) -> dict[str, str]:
    """What each is called in a list to choose from; two that would be called the same are numbered."""
    names: dict[str, str] = {}
    for occasion, one in seen.items():
        alike = sum(1 for name in names.values() if name.startswith(one.name))
        names[occasion] = f"{one.name} ({alike + 1})" if alike else one.name
    return names


def is_locked(seen: LessonSeen, step: int, problem: Problem) -> bool:
    """Whether it is settled by hand already that it is there in that step."""
    lesson, week = seen.occasion.lesson.id, seen.occasion.week
    locks = (need for need in problem.needs if isinstance(need, KeepLesson))
    return any(lock.lesson.id == lesson and lock.holds_in(step, week) for lock in locks)


def actions(planned: PlannedLesson | None, *, locked: bool = False) -> tuple[Action, ...]:
    """What can be settled about the lesson as it is now. A lock holds the part that is seen."""
    if planned is None:
        return (Action("keep", tr("Ta upp den här"), KeepLesson),)
    at = {"at": Window(start=planned.start, end=planned.end)} if planned.is_part else {}
    is_small = planned.setting is Setting.SMALL_ROOM
    where = Action(
        "room",
        tr("I klassrummet") if is_small else tr("Litet rum"),
        LessonSetting,
        {"setting": Setting.CLASSROOM if is_small else Setting.SMALL_ROOM},
    )
    company = Action(
        "coach",
        tr("Utan coachen") if planned.with_coach else tr("Med coachen"),
        LessonSetting,
        {"with_coach": not planned.with_coach},
    )
    return (
        *(() if locked else (Action("lock", tr("Lås"), KeepLesson, at),)),
        Action("leave_out", tr("Låt den vänta"), LeaveOutLesson),
        where,
        company,
    )


def part_lengths(planned: PlannedLesson | None) -> tuple[int, ...]:
    """The minutes that are offered as a part of it; none for a lesson that waits."""
    return () if planned is None else tuple(minutes for minutes in PARTS if minutes < planned.lesson.minutes)


def part_actions(minutes: int) -> tuple[Action, ...]:
    """The first or the last so many minutes."""
    time = hours_text(minutes)
    return (
        Action("first", tr("Bara de första {time}", time=time), LessonPart, {"first_minutes": minutes}),
        Action("last", tr("Bara de sista {time}", time=time), LessonPart, {"last_minutes": minutes}),
    )


def held_in(step: int, week: WeekLabel, problem: Problem, *, onward: bool) -> Mapping[str, object]:
    """Where a change holds: in that step or from it on, and in that week where weeks differ."""
    weeks = (week,) if len(problem.timetable.week_labels) > 1 else ()
    return {"first_step": step, "last_step": None if onward else step, "weeks": weeks}


def told_of_change(before: Plan, after: Plan, needs: Iterable[HandNeed]) -> tuple[str, ...]:
    """That it is done, and in one line or two what else has moved for its sake."""
    own = tuple(needs)
    others = [
        change
        for change in changes_between(before, after)
        if not any(need.lesson.id == change.lesson.id and need.holds_in(change.step, change.week) for need in own)
    ]
    if not others:
        return (tr("Ändringen är gjord. Inga andra lektioner flyttades."),)
    return (tr("Ändringen är gjord. Det här ändrades för dess skull:"), *_shortened(others))


def told_of_taking_back(before: Plan, after: Plan) -> tuple[str, ...]:
    """That it is done, and in one line or two what that changes."""
    return (tr("Ändringen är tillbakatagen."), *_shortened(changes_between(before, after)))


def _shortened(changes: Sequence[SlotChange]) -> tuple[str, ...]:
    lines = tuple(change_lines(changes))
    more = (tr("Några lektioner i andra steg är också ändrade."),) if len(lines) > MOST_MOVED else ()
    return (*lines[:MOST_MOVED], *more)


def why_not_kept(asked: Asked, problem: Problem) -> str:
    """Why a reason does not help against what collides; empty when it does."""
    if asked.conflict is None:
        return ""
    against = [need for need in asked.conflict.needs if need.origin.source is not Source.HAND]
    try:
        given_up = giving_up(against, asked.needs, len(problem.steps))
    except NotAllowed as error:
        return say_error(error)
    return "" if given_up else tr("Ta först tillbaka det som är ändrat för hand och krockar med det här.")


def in_its_way(against: Iterable[NeedId], changes: Sequence[HandChange]) -> tuple[HandChange, ...]:
    """The changes made before that are among those needs."""
    ids = tuple(against)
    return tuple(change for change in changes if any(need.startswith(f"hand:{change.id}:") for need in ids))


def settled_text(change: HandChange) -> str:
    """«Slöjd måndag 13.35 är med i steg 3», with the reason where one was written down."""
    said = "; ".join(say_need(need) for need in change.needs)
    if len(change.needs) > MOST_NAMED:
        said = tr("En annan plan är vald, och {n} lektioner i den är bestämda", n=len(change.needs))
    return f"{said}. {tr('Skälet som står: {reason}', reason=change.reason)}" if change.reason else f"{said}."
