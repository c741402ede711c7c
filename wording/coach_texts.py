"""Texts that a coach can send as they stand: short, warm, and never asking for an answer (`method.md` §4.4 SK1)."""

from __future__ import annotations

from collections.abc import Sequence

from planning.clock import Weekday
from wording.clock import weekday_name
from wording.language import tr
from wording.phrases import and_list


def say_evening_text(name: str, things: Sequence[str], weekday: Weekday) -> str:
    """The evening before: what comes, and that a smaller day is all right."""
    told = tr("På {day}: {things}.", day=weekday_name(weekday), things=and_list(things))
    return f"{_hello(name)} {told} {tr('Blir det för mycket gör vi den mindre varianten. Du behöver inte svara.')}"


def say_morning_text(name: str, things: Sequence[str]) -> str:
    """The same morning. Where nothing is planned it is only a greeting."""
    greeting = tr("God morgon {name}!", name=name) if name else tr("God morgon!")
    told = tr("I dag: {things}.", things=and_list(things)) if things else tr("Jag tänker på dig.")
    return f"{greeting} {told} {tr('Du behöver inte svara.')}"


def say_text_afterwards(name: str) -> str:
    """After the day, however it went."""
    return f"{_hello(name)} {tr('Tack för i dag, hur den än blev. Du behöver inte svara.')}"


def say_text_of_contact(name: str) -> str:
    """A text that is itself the contact."""
    return f"{_hello(name)} {tr('Jag tänker på dig. Vill du något så finns jag här. Du behöver inte svara.')}"


def _hello(name: str) -> str:
    return tr("Hej {name}!", name=name) if name else tr("Hej!")
