"""What still stands between a plan and the school: the student's own word on it, and the guardians' being at one.

While anything is missing the proposal is a draft (`method.md` §4.3 SL1, SL2, HE5 and §4.4 G15). This is for the coach
alone: nothing in any document tells why it is a draft.
"""

from __future__ import annotations

from enum import StrEnum

from planning.frozen import Frozen
from questionnaire.answers import AnswerSheet, Choice, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import consents_from, preferences_from
from questionnaire.vocabulary import Consent, Preference

PARTS_QUESTION = QuestionId("SL1")
"""«Vad blev rätt i planen?»"""
STEP_QUESTION = QuestionId("SL2")
"""«Är första steget lagom?»"""


class PlanPart(StrEnum):
    """A part of the plan that the student calls right, or not: the boxes of question SL1."""

    PLACES = "places"
    TIMES = "times"
    SUBJECTS = "subjects"
    PEOPLE = "people"
    SUPPORT = "support"


class HindranceKind(StrEnum):
    """What can keep a plan from leaving."""

    PARTS_NOT_RIGHT = "parts_not_right"
    """The student has not called every part of it right (SL1)."""
    FIRST_STEP_NOT_RIGHT = "first_step_not_right"
    """The student has not said that the first step is about right (SL2)."""
    GUARDIANS_DISAGREE = "guardians_disagree"
    """The guardians do not agree to start (G15)."""
    ASK_STUDENT_AGAIN = "ask_student_again"
    """The student is to be asked again, alone, before it is called the student's own (HE5)."""


class Hindrance(Frozen):
    """One thing that is missing; `parts` are those not called right, where that is what is missing."""

    kind: HindranceKind
    parts: tuple[PlanPart, ...] = ()


RIGHT = {
    PlanPart.PLACES: Preference.PLACES_ARE_RIGHT,
    PlanPart.TIMES: Preference.TIMES_ARE_RIGHT,
    PlanPart.SUBJECTS: Preference.SUBJECTS_ARE_RIGHT,
    PlanPart.PEOPLE: Preference.PEOPLE_ARE_RIGHT,
    PlanPart.SUPPORT: Preference.SUPPORT_IS_RIGHT,
}


def what_is_missing(sheet: AnswerSheet) -> tuple[Hindrance, ...]:
    """Everything that keeps the plan from leaving; empty when it may leave.

    Only the student's own word counts for the plan's parts and first step: nobody says yes for somebody else
    (`method.md` E5, E10). What stops it stops it whoever has answered.
    """
    missing = []
    if parts := parts_not_right(sheet):
        missing.append(Hindrance(kind=HindranceKind.PARTS_NOT_RIGHT, parts=parts))
    if Preference.FIRST_STEP_IS_RIGHT not in preferences_from(load_bank(), sheet.own):
        missing.append(Hindrance(kind=HindranceKind.FIRST_STEP_NOT_RIGHT))
    if _guardians_disagree(sheet):
        missing.append(Hindrance(kind=HindranceKind.GUARDIANS_DISAGREE))
    if Preference.ASK_AGAIN in preferences_from(load_bank(), sheet):
        missing.append(Hindrance(kind=HindranceKind.ASK_STUDENT_AGAIN))
    return tuple(missing)


def parts_not_right(sheet: AnswerSheet) -> tuple[PlanPart, ...]:
    """The parts of the plan that the student has not called right."""
    said = preferences_from(load_bank(), sheet.own)
    return tuple(part for part, preference in RIGHT.items() if preference not in said)


def parts_are_answered(sheet: AnswerSheet) -> bool:
    """Whether the student has said anything about the parts."""
    answer = sheet.own.of(PARTS_QUESTION)
    return answer is not None and answer.choice is not Choice.SKIP


def _guardians_disagree(sheet: AnswerSheet) -> bool:
    given = consents_from(load_bank(), sheet)
    return any(one.consent is Consent.GUARDIANS_AGREE and not one.is_given for one in given)


_SECTIONS = {
    PlanPart.PLACES: ("PL",),
    PlanPart.TIMES: ("TI", "SO"),
    PlanPart.SUBJECTS: ("AM",),
    PlanPart.PEOPLE: ("VU", "VA"),
    PlanPart.SUPPORT: ("OR", "SI", "ON", "MA", "RA"),
}
"""The sections of the bank that each part of a plan mostly rests on. Our default."""


def rests_on(part: PlanPart, sheet: AnswerSheet) -> tuple[QuestionId, ...]:
    """The student's answered questions that part rests on, in the bank's order. Private ones never."""
    return tuple(
        item.id
        for item in load_bank().items
        if not item.private and item.section in _SECTIONS[part] and sheet.of(item.id) is not None
    )
