"""What must hold in a question bank before it is used. Every fault names file, item and field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NoReturn

from pydantic_core import ErrorDetails

from planning.errors import BadInput
from planning.needs import NEED_KINDS
from planning.needs.base import Respondent
from questionnaire.answers import Choice, QuestionId
from questionnaire.effect_types import (
    AdjustEffect,
    Condition,
    NeedEffect,
    SupportEffect,
    Trigger,
    field_faults,
    takes_list,
)
from questionnaire.items import Bank, Item
from questionnaire.vocabulary import ALWAYS_AGREED, ItemKind, Sitting, TickSource, Topic

TOLD = (Choice.YES.value, Choice.NO.value)
TICKED = "ticked"
EFFECTS = ("needs", "adjusts", "support", "referrals", "alerts", "tasks", "consents", "escorts", "interface")
"""The fields of an item that hold effects."""


def check_bank(bank: Bank) -> None:
    """Refuse a bank that does not hang together: `BadInput` «bank», with `file`, `field` (id first) and `problem`."""
    for fault in bank_faults(bank, bank.items):
        raise fault


def bank_faults(bank: Bank, items: Iterable[Item]) -> Iterator[BadInput]:
    """The first fault of each of those items of the bank that has one."""
    read_by_others = frozenset(_questions_read(bank))
    for item in items:
        try:
            _check_item(bank, item, is_read=item.id in read_by_others)
        except BadInput as fault:
            yield fault


def _check_item(bank: Bank, item: Item, *, is_read: bool) -> None:
    _check_boxes(item)
    _check_form(bank, item)
    _check_shown_if(bank, item)
    _check_sentences(item)
    if not item.effects and not is_read:
        _refuse(item, "", "the answer leads to nothing")
    for field, effect in _effects(item):
        _check_trigger(bank, item, field, effect)
        match effect:
            case NeedEffect():
                _check_need(bank, item, field, effect)
            case SupportEffect():
                _check_need(bank, item, field, effect.as_need())
            case AdjustEffect():
                _check_adjusting(item, field, effect)


def _refuse(item: Item, field: str, problem: str, **of_the_field: str) -> NoReturn:
    where = f"{item.id}.{field}" if field else item.id
    raise BadInput("bank", file=item.file, field=where, problem=problem, **of_the_field)


def _effects(item: Item) -> Iterator[tuple[str, Trigger]]:
    """Every effect of the item with its place in the file."""
    for name in EFFECTS:
        for number, effect in enumerate(getattr(item, name)):
            yield f"{name}.{number}", effect


def _questions_read(bank: Bank) -> Iterator[QuestionId]:
    """Questions whose ticks fill a field of another question's effect."""
    for item in bank.items:
        for effect in item.all_needs:
            yield from effect.filled_by.values()


def _check_boxes(item: Item) -> None:
    codes = [option.code for option in item.options]
    if len(set(codes)) != len(codes):
        _refuse(item, "options", "two boxes have the same code")
    if item.kind is ItemKind.TIME_GRID and (item.options or item.options_from):
        _refuse(item, "options", "a time_grid has the half days, and no other boxes")
    if item.escorts and item.kind is not ItemKind.TIME_GRID:
        _refuse(item, "escorts", "rides are offered on the half days of a time_grid")
    if not item.kind.has_buttons and not item.options and item.options_from is None:
        _refuse(item, "options", f"a {item.kind} item needs options or options_from")


def _check_form(bank: Bank, item: Item) -> None:
    """The guardians have a form of their own: its questions stand in their file and sitting, and are compared."""
    is_theirs = item.asked_of is Respondent.GUARDIAN
    if is_theirs is not (item.sitting is Sitting.G) or is_theirs is not (item.topic is Topic.GUARDIANS):
        _refuse(item, "sitting", "questions G are asked in sitting G and stand in guardians.toml, and no others")
    if is_theirs and (item.private or item.short_route):
        _refuse(item, "private" if item.private else "short_route", "the guardians' form is asked whole, by themselves")
    if item.compare is None:
        return
    other = bank.by_id.get(item.compare.question)
    if other is None or not is_theirs or other.asked_of is Respondent.GUARDIAN:
        _refuse(item, "compare.question", "name a question of the student's, at a question of the guardians'")
    if not (item.kind.has_buttons and other.kind.has_buttons):
        _refuse(item, "compare", "only questions with buttons can be compared")


def _check_shown_if(bank: Bank, item: Item) -> None:
    if item.shown_if is None:
        return
    _check_condition(bank, item, "shown_if", item.shown_if)
    order = [other.id for other in bank.items]
    if order.index(item.shown_if.question) >= order.index(item.id):
        _refuse(item, "shown_if.question", f"{item.shown_if.question} is not asked before {item.id}")


def _check_condition(bank: Bank, item: Item, field: str, condition: Condition) -> None:
    other = bank.by_id.get(condition.question)
    if other is None:
        _refuse(item, f"{field}.question", f"there is no question {condition.question}")
    box = condition.contains or condition.contains_not
    if bool(box) == other.kind.has_buttons:
        _refuse(item, field, f"{other.id} is a {other.kind} item")
    if box and box not in other.option_codes:
        _refuse(item, field, f"{other.id} has no box {box}")


def _check_sentences(item: Item) -> None:
    """A question that can stand in the summary says every answer; a private one, or one of form only, says none."""
    wanted = set(TOLD) if item.kind.has_buttons else {TICKED, *item.alone_codes}
    if unknown := sorted(set(item.says) - wanted - item.option_codes):
        _refuse(item, f"says.{unknown[0]}", "no such answer")
    if item.private and item.says:
        _refuse(item, "says", "a private item is never told in the summary")
    is_theirs = item.asked_of is Respondent.GUARDIAN
    if is_theirs and item.says:
        _refuse(item, "says", "what the guardians answer is not told as the student's")
    only_form = bool(item.interface) and not item.needs
    if not item.private and not only_form and not is_theirs and (missing := sorted(wanted - set(item.says))):
        _refuse(item, f"says.{missing[0]}", "the summary needs a sentence for this answer")


def _check_trigger(bank: Bank, item: Item, field: str, effect: Trigger) -> None:
    if item.kind.has_buttons and not effect.when:
        _refuse(item, f"{field}.when", "say at which buttons")
    if not item.kind.has_buttons and effect.when:
        _refuse(item, f"{field}.when", f"a {item.kind} item has no buttons: use when_ticked")
    for name in ("when_ticked", "unless_ticked"):
        if unknown := sorted(set(getattr(effect, name)) - item.option_codes):
            _refuse(item, f"{field}.{name}", f"no box {unknown[0]}")
    for name in ("when_agreed", "unless_agreed"):
        if unknown := sorted(set(getattr(effect, name)) - set(item.details) - ALWAYS_AGREED):
            _refuse(item, f"{field}.{name}", f"{unknown[0]} is not among the item's details")
    for number, condition in enumerate(effect.only_if):
        _check_condition(bank, item, f"{field}.only_if.{number}", condition)


def _check_need(bank: Bank, item: Item, field: str, effect: NeedEffect) -> None:
    if effect.need not in NEED_KINDS:
        _refuse(item, f"{field}.need", f"no need of kind {effect.need}")
    if unknown := sorted(set(effect.values) - item.option_codes):
        _refuse(item, f"{field}.values", f"no box {unknown[0]}")
    if unknown := sorted(set(effect.subject_words) - item.option_codes - {""}):
        _refuse(item, f"{field}.subject_words", f"no box {unknown[0]}")
    if (effect.values or effect.subject_words) and not effect.ticks_fill:
        _refuse(item, f"{field}.ticks_fill", "say which field the values go to")
    if unasked := sorted(set(effect.agreed) - set(item.details)):
        _refuse(item, f"{field}.agreed", f"{unasked[0]} is not among the item's details")
    if effect.afterwards is not None and (effect.last_step is None or not effect.afterwards.is_wish):
        _refuse(item, f"{field}.afterwards", "a wish after the last step: give last_step and a wish")
    if effect.one_by_one and not (effect.ticks_fill and takes_list(effect.need, effect.ticks_fill)):
        _refuse(item, f"{field}.one_by_one", "name a list in ticks_fill: its values are released one after the other")
    if effect.for_each_half_day and item.kind is not ItemKind.TIME_GRID:
        _refuse(item, f"{field}.for_each_half_day", "only a time_grid has half days")
    for name, question in effect.filled_by.items():
        if question not in bank.by_id:
            _refuse(item, f"{field}.filled_by.{name}", f"there is no question {question}")
    _check_fields(bank, item, field, effect)


def _check_fields(bank: Bank, item: Item, field: str, effect: NeedEffect) -> None:
    """Build the need in every way the bank can: all its fields known, none impossible, none left without a source."""
    known = NEED_KINDS[effect.need].model_fields
    filled = {effect.ticks_fill, *effect.filled_by, *(effect.agreed.values() if effect.when_agreed else ())} - {""}
    for name in sorted(filled | set(effect.agreed.values())):
        if name not in known:
            _refuse(item, field, f"{effect.need} has no field {name}")
    if effect.for_each_half_day:
        filled |= {"weekdays", "start", "end"}
    for place, ticked in _ways(bank, item, effect):
        for fault in field_faults(effect.need, {**effect.fields, **ticked}):
            name = str(fault["loc"][0]) if fault["loc"] else ""
            if fault["type"] == "missing" and name in filled:
                continue
            where = f"{field}.{place if name in ticked else f'with.{name}'}"
            _refuse(item, where, fault["msg"], kind=_kind(fault))


def _ways(bank: Bank, item: Item, effect: NeedEffect) -> Iterator[tuple[str, dict[str, object]]]:
    """The fields that ticks can fill, one box at a time, and where in the effect that is written."""
    yield "with", {}
    if effect.ticks_fill and effect.ticks is not TickSource.TIMETABLE and not effect.subject_words:
        for code in effect.when_ticked or sorted(item.option_codes - item.alone_codes):
            yield "values", _filled(effect, effect.ticks_fill, effect.values.get(code, code))
    for name, question in effect.filled_by.items():
        other = bank.by_id[question]
        for code in sorted(other.option_codes - other.alone_codes):
            yield f"filled_by.{name}", _filled(effect, name, code)


def _filled(effect: NeedEffect, name: str, value: object) -> dict[str, object]:
    return {name: [value] if takes_list(effect.need, name) else value}


def _check_adjusting(item: Item, field: str, effect: AdjustEffect) -> None:
    if effect.adjust not in NEED_KINDS:
        _refuse(item, f"{field}.adjust", f"no need of kind {effect.adjust}")
    for fault in field_faults(effect.adjust, effect.fields):
        if fault["type"] != "missing":
            _refuse(item, f"{field}.with.{fault['loc'][0]}", fault["msg"], kind=_kind(fault))


def _kind(fault: ErrorDetails) -> str:
    """Pydantic's kind of fault; of an error of our own its words, «not_a_time_of_day»."""
    if fault["type"] != "value_error":
        return fault["type"]
    return str(fault.get("ctx", {}).get("error", "")).partition(":")[0].strip().replace(" ", "_")
