"""A duty to act is told calmly, with the duty by name and the school's own routine."""

from __future__ import annotations

import re

import pytest

from questionnaire.alerts import Alert, AlertLevel, Routine
from wording.alerts import say_alert
from wording.language import LANGUAGES, Language, speaking

NEVER = re.compile(r"risknivå|poäng|du har blivit|misshand|diagnos|risk level|score|you have been|!", re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("routine", Routine)
@pytest.mark.parametrize("level", AlertLevel)
def test_every_routine_has_a_calm_notice_and_something_to_do(
    routine: Routine, level: AlertLevel, language: Language
) -> None:
    """Nothing is diagnosed, weighed or shouted."""
    with speaking(language):
        text = say_alert(Alert(level=level, question="XX1", routine=routine))
    said = " ".join((text.title, text.body, *text.todo))
    assert not NEVER.search(said)
    assert len(text.todo) >= 3


@pytest.mark.parametrize(
    ("routine", "duty"),
    [
        (Routine.STUDENT_HARM, "skollagen 6 kap. 10 §"),
        (Routine.STUDENT_HARM_GOES_ON, "skollagen 6 kap. 10 §"),
        (Routine.STAFF_HARM, "skollagen 6 kap. 10 §"),
        (Routine.AFRAID, "socialtjänstlagen 19 kap. 1 §, skollagen 29 kap. 13 §"),
        (Routine.HOME, "socialtjänstlagen 19 kap. 1 §, skollagen 29 kap. 13 §"),
    ],
)
def test_the_duty_is_named(routine: Routine, duty: str) -> None:
    """Who must report what stands in the law, and so here."""
    text = say_alert(Alert(level=AlertLevel.F1, question="XX1", routine=routine))
    assert any(duty in line for line in text.todo)
    assert "Följ skolans egen rutin." in text.todo
