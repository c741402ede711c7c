"""How an answer is read: what was said, whether its question stands, and which effects it sets off."""

from __future__ import annotations

from collections.abc import Iterator

from planning.frozen import Frozen
from planning.timetable import Timetable
from questionnaire.answers import Answer, AnswerSheet, Choice
from questionnaire.effect_types import Condition, Trigger
from questionnaire.items import Bank, Item
from questionnaire.options import names_from
from questionnaire.vocabulary import Detail, ItemKind


class Said(Frozen):
    """An answer as it is understood: one button at most, boxes in a fixed order, «Inget» only when it stands alone."""

    choice: Choice | None = None
    ticks: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Skipped, or no box ticked."""
        return self.choice is Choice.SKIP or (self.choice is None and not self.ticks)


def said(bank: Bank, item: Item, answer: Answer | None, timetable: Timetable | None = None) -> Said:
    """What that answer says. With a timetable, names that it does not have are left out.

    Boxes ticked beside no button mean yes. A box item with «vet inte» or «hoppa över» has no ticks.
    """
    if answer is None:
        return Said()
    ticks = _in_order(bank, item, answer.ticks, timetable)
    if item.kind.has_buttons:
        choice = answer.choice or (Choice.YES if answer.ticks else None)
        return Said(choice=choice, ticks=ticks if choice is Choice.YES else ())
    if answer.choice in (Choice.SKIP, Choice.DONT_KNOW):
        return Said(choice=answer.choice)
    return Said(ticks=ticks)


def _in_order(bank: Bank, item: Item, ticks: tuple[str, ...], timetable: Timetable | None) -> tuple[str, ...]:
    """The ticks once each, in the order of the bank and then the alphabet."""
    listed = [half_day.code for half_day in bank.half_days] if item.kind is ItemKind.TIME_GRID else []
    listed += [option.code for option in item.options]
    named = sorted(set(ticks) - set(listed)) if item.options_from else []
    if timetable is not None and item.options_from:
        named = [name for name in named if name in names_from(item.options_from, timetable)]
    ordered = [code for code in (*listed, *named) if code in ticks]
    together = [code for code in ordered if code not in item.alone_codes]
    chosen = together or ordered
    return tuple(chosen[:1] if item.kind is ItemKind.PICK_ONE else chosen)


def is_shown(bank: Bank, sheet: AnswerSheet, item: Item) -> bool:
    """Whether the answers so far let the question stand."""
    return item.shown_if is None or is_met(bank, sheet, item.shown_if)


def is_met(bank: Bank, sheet: AnswerSheet, condition: Condition) -> bool:
    """Whether the condition holds. A question that is not shown counts as not answered."""
    other = bank.by_id[condition.question]
    answer = sheet.of(other.id) if is_shown(bank, sheet, other) else None
    reply = said(bank, other, answer)
    if condition.equals is not None:
        return reply.choice is condition.equals
    if condition.equals_not is not None:
        return reply.choice is not condition.equals_not
    if condition.contains:
        return condition.contains in reply.ticks
    return bool(reply.ticks) and condition.contains_not not in reply.ticks


def standing(bank: Bank, sheet: AnswerSheet) -> Iterator[tuple[Item, Answer]]:
    """The answers whose questions stand, in the bank's order."""
    for item in bank.items:
        answer = sheet.of(item.id)
        if answer is not None and is_shown(bank, sheet, item):
            yield item, answer


def agreed(answer: Answer) -> frozenset[Detail]:
    """The details that were agreed beside the answer."""
    return frozenset(detail for detail in Detail if getattr(answer, detail) not in (None, ()))


def sets_off(item: Item, effect: Trigger, reply: Said, details: frozenset[Detail]) -> bool:
    """Whether that reply sets the effect off, conditions on other questions aside."""
    if item.kind.has_buttons:
        fits = reply.choice in effect.when and (
            not effect.when_ticked or not set(effect.when_ticked).isdisjoint(reply.ticks)
        )
    else:
        wanted = set(effect.when_ticked) or set(reply.ticks) - item.alone_codes
        fits = not wanted.isdisjoint(reply.ticks)
    return (
        fits
        and set(effect.unless_ticked).isdisjoint(reply.ticks)
        and len(set(reply.ticks) - item.alone_codes) >= effect.least_ticks
        and set(effect.when_agreed) <= details
        and set(effect.unless_agreed).isdisjoint(details)
    )
