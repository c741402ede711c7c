"""The words that the week says by itself in the browser."""

from __future__ import annotations

from collections.abc import Mapping

from questionnaire.alerts import LONGEST_NOTE
from wording.language import tr


def words() -> Mapping[str, str | int]:
    """All of them, in the language spoken."""
    return {
        "close": tr("Stäng"),
        "show_waiting": tr("Visa även det som väntar"),
        "hide_waiting": tr("Visa bara det som är med"),
        "today": tr("i dag"),
        "free": tr("Inget inplanerat: {{days}}."),
        "this_week": tr("Den här veckan"),
        "comments": tr("Rektorn har skrivit"),
        "where": tr("Var ska det gälla?"),
        "here": tr("Bara i det här steget"),
        "onward": tr("Härifrån och framåt"),
        "part": tr("Bara en del"),
        "minutes": tr("Hur många minuter?"),
        "short_minutes": tr("{{n}} min"),
        "first": tr("De första {{n}} min"),
        "last": tr("De sista {{n}} min"),
        "what_stands": tr("Vad skulle behöva ändras?"),
        "reason": tr("Varför ska det gälla ändå? Skälet sparas med ändringen."),
        "write_reason": tr("Skriv varför det ska gälla ändå."),
        "longest_reason": LONGEST_NOTE,
        "anyway": tr("Gör det ändå"),
        "not": tr("Låt bli"),
        "take_back": tr("Ta tillbaka"),
        "more_reasons": tr("Fler skäl"),
        "busy": tr("Planerar om …"),
        "finding_out": tr("Tar reda på varför …"),
        "no_contact": tr("Det dröjer. Vänta lite till, eller ladda om sidan."),
    }
