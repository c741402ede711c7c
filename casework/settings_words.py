"""The kinds of settings and how it is with each, in words, for screen and command line."""

from __future__ import annotations

from typing import NamedTuple

from casework.now import SCHOOL_TIME
from casework.settings import SettingState
from casework.settings_kinds import SettingsKind
from wording.clock import short_date
from wording.language import tr, trn

SHOWN_OF_NUMBER = 8
"""The first signs are enough to tell people apart, as in the log."""


class KindWords(NamedTuple):
    """What a kind is called, and what it holds in one sentence."""

    title: str
    about: str


def say_kind(kind: SettingsKind) -> KindWords:
    """The words of that kind."""
    return {
        SettingsKind.ROUTINES: KindWords(
            tr("Rutiner och nummer"), tr("Vem som ringer vem när något har hänt, och numren som eleven ser.")
        ),
        SettingsKind.CALENDAR: KindWords(
            tr("Läsår och lov"), tr("Terminer, lov och studiedagar, som nya ärenden börjar med.")
        ),
        SettingsKind.ROOMS: KindWords(
            tr("Salar och lugna platser"), tr("Små rum och lugna platser, som går att kryssa i frågorna.")
        ),
        SettingsKind.QUESTIONS: KindWords(
            tr("Egna frågor"), tr("Frågor som ni har lagt till, efter dem som följer med Stegvis.")
        ),
        SettingsKind.RULES: KindWords(
            tr("Gränser och ord"), tr("Gränser som lagen lämnar öppna, och egna ord som inte får stå i ett beslut.")
        ),
    }[kind]


def say_state(state: SettingState, user: str = "") -> str:
    """«Som det levereras», «Ändrat tis 3 nov av dig», «Fel i filen: …»."""
    if state.faults:
        return trn("Fel i filen på {n} ställe. Det gamla gäller.", "Fel i filen på {n} ställen. Det gamla gäller.",
                   len(state.faults))
    if state.of_whole:
        return tr("Som i hela kommunen")
    if state.by_hand is not None:
        return tr("Ändrat i mappen {date}", date=short_date(state.by_hand.astimezone(SCHOOL_TIME).date()))
    if state.is_default or state.changed is None:
        return tr("Som det levereras")
    date = short_date(state.changed.at.astimezone(SCHOOL_TIME).date())
    return tr("Ändrat {date} av {who}", date=date, who=said_user(state.changed.by, user))


def said_user(by: str, user: str = "") -> str:
    """«dig», or the first signs of a user's number: people have names for an administrator alone."""
    if not by:
        return tr("någon i mappen")
    return tr("dig") if by == user else by[:SHOWN_OF_NUMBER]
