"""Needs about the time between lessons, in words."""

from __future__ import annotations

from typing import assert_never

from planning.needs import BreakNeed, LunchElsewhere, LunchPlan, MaxIdleGap, RestBetweenLessons
from wording.clock import hours_text
from wording.language import tr
from wording.phrases import Said


def say_breaks(need: BreakNeed) -> Said:
    """The need in words."""
    match need:
        case MaxIdleGap(minutes=0):
            return Said(tr("Ingen väntan mellan två lektioner"), tr("Ingen väntan"))
        case MaxIdleGap(minutes=minutes):
            time = hours_text(minutes)
            full = tr("Högst {time} mellan två lektioner", time=time)
            return Said(full, tr("Vänta högst {time}", time=time))
        case RestBetweenLessons(minutes=minutes):
            full = tr("Minst {time} vila efter varje lektion", time=hours_text(minutes))
            return Said(full, tr("Vila efter varje lektion"))
        case LunchElsewhere(how=how):
            full, easy = _lunch(how)
            return Said(full, easy, tr("Lunchen är anpassad"))
        case _:
            assert_never(need)


def _lunch(how: LunchPlan) -> tuple[str, str]:
    match how:
        case LunchPlan.SMALL_ROOM:
            said = tr("Lunch i ett litet rum, inte i matsalen"), tr("Lunch i ett litet rum")
        case LunchPlan.WITH_COACH:
            said = tr("Lunch med coachen, inte i matsalen"), tr("Lunch med coachen")
        case LunchPlan.HOME_BEFORE:
            said = tr("Hem före lunch, så en dag ligger före eller efter lunchen"), tr("Hem före lunch")
        case LunchPlan.BEFORE_OTHERS:
            said = tr("Lunch före de andra, inte när matsalen är full"), tr("Lunch före de andra")
        case LunchPlan.UNDECIDED:
            said = tr("Ingen lunch i matsalen, så en dag ligger före eller efter lunchen"), tr("Inte matsalen")
        case _:
            assert_never(how)
    return said
