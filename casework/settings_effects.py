"""What the answers to a question lead to, in words: for those who look at their own questions."""

from __future__ import annotations

from collections.abc import Iterator

from casework.traced_effects import needs_of, reply_for
from questionnaire.items import Bank, Item
from wording.language import tr, trn
from wording.needs import say_need


def effects_in_words(bank: Bank, item: Item) -> tuple[str, ...]:
    """One line for each effect, the needs of the plan first."""
    return tuple(dict.fromkeys(_lines(bank, item)))


def _lines(bank: Bank, item: Item) -> Iterator[str]:
    for effect in item.all_needs:
        reply = reply_for(bank, item, effect)
        if reply is not None:
            yield from (say_need(need) for need in needs_of(reply, effect))
    told = (
        (item.adjusts, tr("Ändrar något som planen annars räknar med")),
        (item.referrals, tr("Föreslår vem som kan hjälpa till")),
        (item.alerts, tr("Säger till coachen att något måste tas om hand")),
        (item.tasks, tr("Ger coachen något att göra")),
        (item.consents, tr("Säger vem som får veta något")),
        (item.interface, tr("Ändrar hur Stegvis frågar")),
    )
    yield from (words for effects, words in told if effects)
    if item.escorts:
        yield trn("Ger {n} möjlig skjuts", "Ger {n} möjliga skjutsar", len(item.escorts))
