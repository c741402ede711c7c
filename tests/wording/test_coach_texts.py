"""Texts that a coach can send as they stand: warm, short, and never asking for an answer."""

from __future__ import annotations

import pytest

from planning.clock import Weekday
from wording.coach_texts import say_evening_text, say_morning_text, say_text_afterwards, say_text_of_contact
from wording.language import LANGUAGES, Language, speaking

LONGEST = 300
"""Characters of a text that is read at a glance, with three things in it. Our default."""


def texts(name: str, *things: str) -> tuple[str, ...]:
    """All of them."""
    return (
        say_evening_text(name, things, Weekday.MON), say_morning_text(name, things), say_text_afterwards(name),
        say_text_of_contact(name),
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["Kim", ""])
def test_no_text_asks_for_an_answer_or_for_more(name: str, language: Language) -> None:
    """No question, and each says that no answer is needed; the name where it is known."""
    with speaking(language):
        said = texts(name, "Bild 10.00–11.00", "fika 13.00", "Musik 13.40–14.30")
    no_answer = {"sv": "Du behöver inte svara.", "en": "You need not answer."}[language]
    for text in said:
        assert text.endswith(no_answer)
        assert "?" not in text
        assert len(text) <= LONGEST
        assert (f" {name}!" in text) == bool(name)
        assert " !" not in text


def test_the_evening_text_says_what_comes_and_that_less_is_all_right() -> None:
    """With its day, and the smaller version."""
    assert say_evening_text("Kim", ["Bild 10.00–11.00", "fika 13.00"], Weekday.MON) == (
        "Hej Kim! På måndag: Bild 10.00–11.00 och fika 13.00. "
        "Blir det för mycket gör vi den mindre varianten. Du behöver inte svara."
    )


def test_a_morning_with_nothing_planned_is_a_greeting() -> None:
    """Nothing is asked of that day."""
    assert say_morning_text("", []) == "God morgon! Jag tänker på dig. Du behöver inte svara."
