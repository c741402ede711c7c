"""The four buttons, by name."""

from __future__ import annotations

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
