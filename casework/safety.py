"""Where it is not safe for the student, what is done about it there, and what the plan keeps away from meanwhile.

The law's order (skollagen 6 kap. 10 §, `method.md` E1): reported, investigated, and a measure where it happens.
Until a measure is noted no plan goes there. That only the one who was exposed is moved is no such measure.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AwareDatetime, Field, StringConstraints

from planning.frozen import Frozen
from planning.needs import NEED, AnyNeed, NeedId, Strength
from planning.needs.base import CARE
from planning.timetable import Timetable
from questionnaire.alerts import EARLIEST, LATEST, LONGEST_NOTE, Alert, Routine
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from questionnaire.options import names_from
from questionnaire.vocabulary import OptionsFrom

PLACES = QuestionId("PL7")
"""The question whose boxes are the closed list of places at school."""
HARM = frozenset({Routine.STUDENT_HARM, Routine.STUDENT_HARM_GOES_ON})
"""The routines where the coach is asked which settings are unsafe."""


class SettingKind(StrEnum):
    """What of the school's week an unsafe setting is."""

    ROOM = "room"
    GROUP = "group"
    TEACHER = "teacher"
    SUBJECT = "subject"
    PLACE = "place"
    NOT_TOLD = "not_told"
    """The student does not want to say where. It counts as asked, and nothing is avoided."""


_NEEDS = {
    SettingKind.ROOM: ("avoid_room", "rooms"),
    SettingKind.GROUP: ("avoid_group", "groups"),
    SettingKind.TEACHER: ("avoid_teacher", "teachers"),
    SettingKind.SUBJECT: ("avoid_subject", "subjects"),
    SettingKind.PLACE: ("avoid_place", "places"),
}
"""The need that keeps a plan away from it, and the field of that need that names it."""


class MeasureThere(StrEnum):
    """What is done where it happens. A closed list: no descriptions of people."""

    ADULT_PRESENT = "adult_present"
    BREAKS_SUPERVISED = "breaks_supervised"
    OTHERS_MOVED = "others_moved"
    TALKS_WITH_THOSE_INVOLVED = "talks_with_those_involved"
    HUVUDMAN_INVESTIGATES = "huvudman_investigates"
    ONLY_THIS_STUDENT_MOVED = "only_this_student_moved"
    """Done to the one who was exposed, not where it happens: it never releases by itself."""


class Measure(Frozen):
    """A measure that the school has taken: which, who says so, and when."""

    kind: MeasureThere
    by: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_NOTE)]
    """Role or initials."""
    at: AwareDatetime = Field(ge=EARLIEST, lt=LATEST)


class UnsafeSetting(Frozen):
    """One room, group, teacher, subject or place where it is not safe. For the coach alone; never in a document."""

    kind: SettingKind
    name: str = Field(default="", max_length=200)
    """As the timetable writes it; a place by its box at question PL7; «» when the student has not said where."""
    measures: tuple[Measure, ...] = ()
    is_withdrawn: bool = False
    """It was ticked by mistake."""

    @property
    def key(self) -> tuple[SettingKind, str]:
        """What it is about. The latest that is written of it holds."""
        return self.kind, self.name

    @property
    def is_released(self) -> bool:
        """Whether something is done there, so that a plan may go there again."""
        return any(measure.kind is not MeasureThere.ONLY_THIS_STUDENT_MOVED for measure in self.measures)

    @property
    def only_moves_the_exposed(self) -> bool:
        """Whether all that has been done is to move the one who was exposed."""
        return bool(self.measures) and not self.is_released


def standing_settings(written: Iterable[UnsafeSetting]) -> tuple[UnsafeSetting, ...]:
    """The latest of each that was written, without those withdrawn."""
    latest = {setting.key: setting for setting in written}
    return tuple(setting for setting in latest.values() if not setting.is_withdrawn)


def choices(kind: SettingKind, timetable: Timetable) -> tuple[str, ...]:
    """What can be ticked of that kind."""
    match kind:
        case SettingKind.ROOM:
            return names_from(OptionsFrom.ROOMS, timetable)
        case SettingKind.GROUP:
            return names_from(OptionsFrom.GROUPS, timetable)
        case SettingKind.TEACHER:
            return names_from(OptionsFrom.TEACHERS, timetable)
        case SettingKind.SUBJECT:
            return names_from(OptionsFrom.SUBJECTS, timetable)
        case SettingKind.PLACE:
            return tuple(option.code for option in load_bank().by_id[PLACES].options if not option.alone)
        case SettingKind.NOT_TOLD:
            return ("",)


def needs_of_unsafe(settings: Iterable[UnsafeSetting], timetable: Timetable | None = None) -> tuple[AnyNeed, ...]:
    """One hard need for each kind of setting where nothing has been done yet, to the end of the plan.

    With a timetable, names that it does not have are left out: no lesson goes there. Nothing in a need tells why.
    """
    open_ones = [setting for setting in standing_settings(settings) if not setting.is_released]
    needs = []
    for kind, (need, field) in _NEEDS.items():
        known = None if timetable is None else choices(kind, timetable)
        names = sorted(s.name for s in open_ones if s.kind is kind and (known is None or s.name in known))
        if names:
            needs.append(_need(need, {field: names}))
    return tuple(needs)


def _need(kind: str, fields: dict[str, Any]) -> AnyNeed:
    return NEED.validate_python(
        {"kind": kind, "id": NeedId(f"{CARE.ref}:{kind}"), "origin": CARE, "strength": Strength.HARD, **fields}
    )


def no_longer_in(timetable: Timetable, settings: Iterable[UnsafeSetting]) -> tuple[UnsafeSetting, ...]:
    """Settings without a measure that the timetable does not know by that name: a new one may call them otherwise."""
    return tuple(s for s in settings if not s.is_released and s.name not in choices(s.kind, timetable))


def asks_where(alerts: Iterable[Alert], settings: Iterable[UnsafeSetting]) -> bool:
    """Whether it goes on somewhere, and nobody has written where or that the student does not want to say."""
    goes_on = any(alert.routine is Routine.STUDENT_HARM_GOES_ON for alert in alerts)
    return goes_on and not standing_settings(settings)
