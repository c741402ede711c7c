"""Needs about which adults, in words. Names stay behind the wall: the neutral sentences have none."""

from __future__ import annotations

from typing import assert_never

from planning.needs import (
    AdultNeed,
    AvoidTeacher,
    CoachAllLessons,
    CoachAtFirstLesson,
    CoachAvailability,
    CoachMinutes,
    OnlyTeachers,
    RequireTeacherShare,
    TrustedAdult,
)
from wording.clock import hours_text
from wording.language import tr
from wording.phrases import Said, and_list, or_list


def say_adults(need: AdultNeed) -> Said:
    """The need in words."""
    match need:
        case AvoidTeacher(teachers=teachers):
            names = or_list(teachers)
            full = tr("Ingen lektion med {teachers}", teachers=names)
            if need.doorway_minutes:
                full = tr("Ingen lektion med {teachers}, och inte strax före eller efter i samma sal", teachers=names)
            said = Said(full, tr("Inte med {teachers}", teachers=names))
        case OnlyTeachers(teachers=teachers):
            names = or_list(teachers)
            said = Said(tr("Bara lektioner med {teachers}", teachers=names), tr("Bara med {teachers}", teachers=names))
        case TrustedAdult(teachers=teachers):
            names = or_list(teachers)
            full = tr("Först lektioner med {teachers}", teachers=names)
            said = Said(full, tr("Först med {teachers}", teachers=names), tr("Lektionernas ordning är anpassad"))
        case RequireTeacherShare():
            said = _require_teacher_share(need)
        case CoachAtFirstLesson():
            full = tr("Coachen möter vid dagens första lektion")
            said = Said(full, tr("Coachen möter varje dag"))
        case CoachAllLessons():
            said = Said(tr("Coachen är med på alla lektioner"), tr("Coachen är alltid med"))
        case CoachAvailability():
            said = Said(tr("Coachen kan bara vara med på sina egna tider"), tr("Coachen har sina tider"))
        case CoachMinutes(minutes=minutes):
            full = tr("Coachen har högst {hours} i veckan för eleven", hours=hours_text(minutes))
            said = Said(full, tr("Coachen har {hours} i veckan", hours=hours_text(minutes)))
        case _:
            assert_never(need)
    return said


def _require_teacher_share(need: RequireTeacherShare) -> Said:
    names = or_list(need.teachers)
    easy = tr("Bara med {teachers}", teachers=names)
    full = tr("Bara lektioner med {teachers}", teachers=names)
    if need.subjects:
        subjects = and_list(need.subjects)
        easy = tr("Bara med {teachers}, eller {subjects}", teachers=names, subjects=subjects)
        full = tr("Bara lektioner med {teachers}, eller i {subjects}", teachers=names, subjects=subjects)
    return Said(full, easy)
