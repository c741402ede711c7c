"""How the student wants the timetable (question SK4), and which document meets which wish."""

from __future__ import annotations

from questionnaire.answers import AnswerSheet
from questionnaire.bank import load_bank
from questionnaire.effects import preferences_from
from questionnaire.vocabulary import Preference

FORMS = (
    Preference.PHONE_PICTURE,
    Preference.CALENDAR,
    Preference.PAPER_WITH_PICTURES,
    Preference.PAPER_WITHOUT_PICTURES,
    Preference.POCKET_CARD,
)
"""The wishes, in the bank's order."""


def wished_forms(sheet: AnswerSheet) -> tuple[Preference, ...]:
    """The forms that the student has ticked."""
    ticked = preferences_from(load_bank(), sheet)
    return tuple(form for form in FORMS if form in ticked)


def wants_pictures(sheet: AnswerSheet) -> bool:
    """Whether the student's page has pictures: unless only paper without them was asked for."""
    wished = wished_forms(sheet)
    return Preference.PAPER_WITHOUT_PICTURES not in wished or Preference.PAPER_WITH_PICTURES in wished
