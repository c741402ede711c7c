"""The four buttons, and those who answer, by name."""

from __future__ import annotations

from planning.needs.base import Respondent
from questionnaire.answers import Choice
from wording.language import tr


def choice_names() -> dict[Choice, str]:
    """What stands on each button, in the order that they stand."""
    return {
        Choice.YES: tr("Ja"),
        Choice.NO: tr("Nej"),
        Choice.DONT_KNOW: tr("Vet inte"),
        Choice.SKIP: tr("Hoppa över"),
    }


def respondent_names() -> dict[Respondent, str]:
    """Who has answered, at the beginning of a line."""
    return {
        Respondent.STUDENT: tr("Eleven"),
        Respondent.GUARDIAN: tr("Vårdnadshavarna"),
        Respondent.COACH: tr("Coachen"),
        Respondent.SCHOOL: tr("Skolan"),
    }
