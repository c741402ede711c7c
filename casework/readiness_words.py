"""What is missing before a plan may leave, said to the coach: what comes next, never whose fault it is."""

from __future__ import annotations

from typing import assert_never

from casework.readiness import Hindrance, HindranceKind, PlanPart
from wording.language import tr
from wording.phrases import and_list, lower_first


def say_hindrance(hindrance: Hindrance) -> str:
    """«Eleven har inte kryssat allt som rätt än: platsen och stödet.»"""
    match hindrance.kind:
        case HindranceKind.PARTS_NOT_RIGHT:
            parts = and_list([lower_first(say_part(part)) for part in hindrance.parts])
            return tr("Fråga eleven vad som blev rätt i planen. Inte kryssat än: {parts}.", parts=parts)
        case HindranceKind.FIRST_STEP_NOT_RIGHT:
            return tr("Fråga eleven om första steget är lagom. Planen lämnas när eleven har sagt ja.")
        case HindranceKind.GUARDIANS_DISAGREE:
            return tr("Vårdnadshavarna är inte överens än. Förslaget visas som utkast så länge.")
        case HindranceKind.ASK_STUDENT_AGAIN:
            return tr("Fråga eleven igen i enrum innan planen lämnas.")
        case _:
            assert_never(hindrance.kind)


def say_part(part: PlanPart) -> str:
    """«Platsen», as the box says it."""
    parts = {
        PlanPart.PLACES: tr("Platsen"),
        PlanPart.TIMES: tr("Tiderna"),
        PlanPart.SUBJECTS: tr("Ämnena"),
        PlanPart.PEOPLE: tr("Personerna"),
        PlanPart.SUPPORT: tr("Stödet"),
    }
    return parts[part]
