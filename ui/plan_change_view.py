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
from planning.timetable import Occasion, WeekLabel
from wording.change_lines import change_lines
from wording.clock import hours_text
from wording.errors import say_error
from wording.language import tr
from wording.needs import say_need
from wording.phrases import and_list, upper_first

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

    done: str = ""
    """What is said once it has been done."""


class Answered(NamedTuple):
    """Why a lesson is not there yet, as it was found out, as long as nothing has changed since."""

    revision: int
    lesson: str
    lines: tuple[str, ...]

    def lines_at(self, revision: int) -> Mapping[str, tuple[str, ...]]:
        """By the lesson, while it still holds."""
        return {self.lesson: self.lines} if revision == self.revision else {}


class Told(NamedTuple):
    """What came of a change, as long as nothing else has happened since."""

    revision: int
    lines: tuple[str, ...]


class LessonSeen(NamedTuple):
    """One lesson of the week that is looked at, and how the step attends it; None: it waits."""

    occasion: Occasion
    planned: PlannedLesson | None


@dataclass(frozen=True)
class Action:
    """One button: what it settles about the lesson. One without a kind lets go of what was settled.

    `slot` is the button's place: what undoes it stands in the same.
    """

    code: str
    label: str
    kind: type[HandNeed] | None
    fields: Mapping[str, object] = field(default_factory=dict)
    slot: str = "presence"
    icon: str = ""


def lessons_seen(step: PlanStep, problem: Problem, week: WeekLabel) -> dict[str, LessonSeen]:
    """The lessons of that week by their occasion: those that are attended first, then those that wait."""
    attended = {planned.occasion: planned for planned in step.in_week(week)}
    seen = [LessonSeen(one, attended.get(one.id)) for one in problem.timetable.occasions if one.week == week]
    return {one.occasion.id: one for one in sorted(seen, key=lambda one: one.planned is None)}


def is_locked(seen: LessonSeen, step: int, problem: Problem) -> bool:
    """Whether it is settled by hand already that it is there in that step."""
    lesson, week = seen.occasion.lesson.id, seen.occasion.week
    locks = (need for need in problem.needs if isinstance(need, KeepLesson))
    return any(lock.lesson.id == lesson and lock.holds_in(step, week) for lock in locks)


def actions(planned: PlannedLesson | None, *, locked: bool = False) -> tuple[Action, ...]:
    """What can be settled about the lesson as it is now. A lock holds the part that is seen."""
    if planned is None:
        return (Action("keep", tr("Ta med"), KeepLesson, icon="add"),)
    at = {"at": Window(start=planned.start, end=planned.end)} if planned.is_part else {}
    is_small = planned.setting is Setting.SMALL_ROOM
    lock = (
        Action("unlock", tr("Lås upp"), None, slot="lock", icon="unlock")
        if locked
        else Action("lock", tr("Lås"), KeepLesson, at, slot="lock", icon="lock")
    )
    room = (
        Action("classroom", tr("I klassrummet"), LessonSetting, {"setting": Setting.CLASSROOM}, "room", "classroom")
        if is_small
        else Action("small", tr("Litet rum"), LessonSetting, {"setting": Setting.SMALL_ROOM}, "room", "room")
    )
    company = (
        Action("alone", tr("Utan coachen"), LessonSetting, {"with_coach": False}, "coach", "coach")
        if planned.with_coach
        else Action("coach", tr("Med coachen"), LessonSetting, {"with_coach": True}, "coach", "coach")
    )
    whole = Action("whole", tr("Hela lektionen"), LessonPart, {"first_minutes": planned.lesson.minutes}, "part", "part")
    return (
        lock,
        Action("leave_out", tr("Låt vänta"), LeaveOutLesson, icon="wait"),
        room,
        company,
        *((whole,) if planned.is_part else ()),
    )


def said_of(code: str, subject: str, minutes: int = 0) -> str:
    """«Bild är låst.»: what has been done, in one short sentence."""
    name = upper_first(subject) or tr("Lektionen")
    time = hours_text(minutes)
    said = {
        "lock": tr("{subject} är låst.", subject=name),
        "unlock": tr("{subject} är inte låst längre.", subject=name),
        "keep": tr("{subject} är med nu, och låst.", subject=name),
        "leave_out": tr("{subject} får vänta.", subject=name),
        "small": tr("{subject} är i ett litet rum nu.", subject=name),
        "classroom": tr("{subject} är i klassrummet nu.", subject=name),
        "coach": tr("{subject} är med coachen nu.", subject=name),
        "alone": tr("{subject} är utan coachen nu.", subject=name),
        "first": tr("{subject}: bara de första {time} nu.", subject=name, time=time),
        "last": tr("{subject}: bara de sista {time} nu.", subject=name, time=time),
        "whole": tr("{subject}: hela lektionen nu.", subject=name),
    }
    return said.get(code) or tr("Ändringen är gjord.")


def part_lengths(planned: PlannedLesson | None) -> tuple[int, ...]:
    """The minutes that are offered as a part of it; none for a lesson that waits."""
    return () if planned is None else tuple(minutes for minutes in PARTS if minutes < planned.lesson.minutes)


def part_actions(minutes: int) -> tuple[Action, ...]:
    """The first or the last so many minutes."""
    time = hours_text(minutes)
    return (
        Action("first", tr("Bara de första {time}", time=time), LessonPart, {"first_minutes": minutes}, "part"),
        Action("last", tr("Bara de sista {time}", time=time), LessonPart, {"last_minutes": minutes}, "part"),
    )


def held_in(step: int, week: WeekLabel, problem: Problem, *, onward: bool) -> Mapping[str, object]:
    """Where a change holds: in that step or from it on, and in that week where weeks differ."""
    weeks = (week,) if len(problem.timetable.week_labels) > 1 else ()
    return {"first_step": step, "last_step": None if onward else step, "weeks": weeks}


def told_of_change(before: Plan, after: Plan, needs: Iterable[HandNeed], done: str) -> tuple[str, ...]:
    """What has been `done`, and in one line or two what else has moved for its sake."""
    own = tuple(needs)
    others = [
        change
        for change in changes_between(before, after)
        if not any(need.lesson.id == change.lesson.id and need.holds_in(change.step, change.week) for need in own)
    ]
    if not others:
        return (done, tr("Inget annat flyttades."))
    return (done, tr("Det här ändrades för dess skull:"), *_shortened(others))


def told_of_undoing(before: Plan, after: Plan, done: str) -> tuple[str, ...]:
    """What has been undone, or done again, and in one line or two what that changes."""
    return (done, *_shortened(changes_between(before, after)))


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


def short_name(change: HandChange) -> str:
    """«Bild låst»: what undo and redo are about, so short that it has room on a button."""
    if len(change.needs) > MOST_NAMED:
        return tr("en annan plan vald")
    return and_list([_short(need) for need in change.needs if isinstance(need, HandNeed)])


def _short(need: HandNeed) -> str:
    name = upper_first(need.lesson.subject) or tr("Lektionen")
    match need:
        case KeepLesson():
            return tr("{subject} låst", subject=name)
        case LeaveOutLesson():
            return tr("{subject} får vänta", subject=name)
        case LessonPart():
            return tr("del av {subject}", subject=name)
        case LessonSetting(setting=Setting.SMALL_ROOM):
            return tr("{subject} i litet rum", subject=name)
        case LessonSetting(setting=Setting.CLASSROOM):
            return tr("{subject} i klassrummet", subject=name)
        case LessonSetting(with_coach=True):
            return tr("{subject} med coachen", subject=name)
        case LessonSetting():
            return tr("{subject} utan coachen", subject=name)
