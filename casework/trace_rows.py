"""The rows of the traceability document: one for every effect of an item, and for every other use of its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from casework.traced_effects import needs_of, reply_for
from casework.word_readers import Index, Named, index_of, readers_of, readers_under
from planning.needs import NEED_KINDS
from planning.needs.base import Strength
from questionnaire import law
from questionnaire.alerts import Alert
from questionnaire.effect_types import (
    AdjustEffect,
    AlertEffect,
    Condition,
    ConsentEffect,
    EscortEffect,
    InterfaceEffect,
    NeedEffect,
    ReferralEffect,
    SupportEffect,
    TaskEffect,
    Trigger,
)
from questionnaire.effects import GivenConsent, Referral
from questionnaire.items import Bank, Item
from wording.alerts import say_alert
from wording.consents import say_consent
from wording.needs import say_need
from wording.referrals import say_referral
from wording.tasks import say_task

STRENGTHS = {
    Strength.FRAME: "frame",
    Strength.HARD: "hard",
    Strength.HARD_NOW: "hard now",
    Strength.WISH_3: "strong wish",
    Strength.WISH_2: "medium wish",
    Strength.WISH_1: "light wish",
    Strength.SUPPORT: "around the lessons",
}
BUTTONS = {"yes": "«Ja»", "no": "«Nej»", "dont_know": "«Vet inte»", "skip": "«Hoppa över»"}
ALIASES = {"Support": "SupportNeed", "MorningHelp": "HomeNeed"}
"""Needs alone in their topic, which their check and rule know by the topic's name."""
JUDGE = "planning.checks.judge"


class Row(NamedTuple):
    """One effect from answer to law."""

    answer: str
    effect: str
    check: str
    reader: str
    sentence: str
    law: str


def rows_of(bank: Bank, item: Item) -> Iterator[Row]:
    """Every effect of the item, then every other question that reads its answer."""
    for effect in item.effects:
        yield _row(bank, item, effect)
    yield from _filling(bank, item)
    if item.compare is not None:
        differing = "; ".join(
            f"{BUTTONS[theirs]} here and {BUTTONS[own]} there" for theirs, own in item.compare.differs.items()
        )
        yield Row(
            answer=f"{differing} ({item.compare.question})",
            effect=f"compared with {item.compare.question}: talked about, changes nothing",
            check="",
            reader=_code(index_of().get("differences_from", ())),
            sentence=f"«{item.compare.sv}»",
            law=_source(item, ()),
        )


def _row(bank: Bank, item: Item, effect: Trigger) -> Row:
    answer, index = _answer(item, effect), index_of()
    match effect:
        case SupportEffect():
            return _need_row(bank, item, effect, effect.as_need())
        case NeedEffect():
            return _need_row(bank, item, effect, effect)
        case AdjustEffect():
            fields = ", ".join(f"{name} {value}" for name, value in effect.fields.items())
            gives = f"the need `{effect.adjust}` gets {fields}"
            check, rule = _check(effect.adjust, index), _rule(effect.adjust, index)
            return Row(answer, gives, check, rule, "", _source(item, law.NEED_LAW.get(effect.adjust, ())))
        case ReferralEffect():
            share = f" when at least {effect.least_percent} % is ticked" if effect.least_percent else ""
            said = say_referral(Referral(to=effect.to, question=item.id, private=item.private), item.topic)
            reader = _code(index.get("referrals_from", ()))
            sources = _source(item, law.PROFESSION_LAW.get(effect.to, ()))
            return Row(answer, f"passed on to `{effect.to}`{share}", "", reader, said, sources)
        case AlertEffect():
            said = say_alert(Alert(level=effect.level, question=item.id, routine=effect.routine)).title
            gives = f"alert {effect.level}, routine `{effect.routine}`: closing waits for it"
            reader = _code(readers_under(index.get("open_alerts", ()), "casework", "ui"))
            return Row(answer, gives, "", reader, said, _source(item, law.ROUTINE_LAW.get(effect.routine, ())))
        case TaskEffect():
            reader = _code(index.get("tasks_from", ()))
            sources = _source(item, law.TASK_LAW.get(effect.task, ()))
            return Row(answer, f"the coach's task `{effect.task}`", "", reader, say_task(effect.task).title, sources)
        case ConsentEffect():
            return _consent_row(item, effect)
        case EscortEffect():
            gives = f"`{effect.escort}` on the half days ticked"
            reader = _code(index.get("rides_from", ()))
            return Row(answer, gives, "", reader, "", _source(item, law.ESCORT_LAW.get(effect.escort, ())))
        case InterfaceEffect():
            reader = _code(readers_of(effect.preference, index))
            sources = _source(item, law.PREFERENCE_LAW.get(effect.preference, ()))
            return Row(answer, f"the program: `{effect.preference}`", "", reader, "", sources)
        case _:
            raise AssertionError(effect)


def _need_row(bank: Bank, item: Item, effect: NeedEffect | SupportEffect, need: NeedEffect) -> Row:
    index = index_of()
    steps = _steps(need.first_step, need.last_step)
    if isinstance(effect, SupportEffect):
        gives = f"support `{effect.support}`, {steps}"
        statutes = law.SUPPORT_LAW.get(effect.support, ())
    else:
        gives = f"need `{need.need}`, {STRENGTHS[need.strength]}, {steps}"
        statutes = law.NEED_LAW.get(need.need, ())
    if need.afterwards is not None:
        gives += f", then a {STRENGTHS[need.afterwards]}"
    reply = reply_for(bank, item, need)
    said = say_need(needs_of(reply, need)[0]) if reply else ""
    check, rule = _check(need.need, index), _rule(need.need, index)
    return Row(_answer(item, effect), gives, check, rule, said, _source(item, statutes))


def _consent_row(item: Item, effect: ConsentEffect) -> Row:
    ticks = effect.when_ticked or tuple(sorted(item.option_codes - item.alone_codes))
    given = GivenConsent(
        consent=effect.consent, question=item.id, is_given=effect.is_given, ticks=ticks if effect.is_given else ()
    )
    gives = f"consent `{effect.consent}` {'given' if effect.is_given else 'not given'}"
    reader = _code(index_of().get("consents_from", ()))
    sources = _source(item, law.CONSENT_LAW.get(effect.consent, ()))
    return Row(_answer(item, effect), gives, "", reader, say_consent(given), sources)


def _filling(bank: Bank, item: Item) -> Iterator[Row]:
    """Where other questions take what is ticked here."""
    for other in bank.items:
        for effect in other.all_needs:
            for field, question in effect.filled_by.items():
                if question == item.id:
                    what = effect.fields.get("item", effect.need)
                    gives = f"fills `{field}` of `{what}` at {other.id}"
                    yield Row("any box", gives, "", _rule(effect.need, index_of()), "", _source(item, ()))


def _answer(item: Item, effect: Trigger) -> str:
    """What is answered, in the words of the question."""
    boxes = {option.code: option.sv for option in item.options}
    parts = ["/".join(BUTTONS[choice] for choice in effect.when)] if effect.when else []
    if effect.when_ticked:
        parts.append(" or ".join(f"«{boxes[code]}»" for code in effect.when_ticked))
    elif not effect.when:
        least = f"at least {effect.least_ticks} boxes" if effect.least_ticks else "any box"
        parts.append(least)
    elif effect.least_ticks:
        parts.append(f"with at least {effect.least_ticks} box ticked")
    if effect.unless_ticked:
        parts.append("without " + ", ".join(f"«{boxes[code]}»" for code in effect.unless_ticked))
    if effect.when_agreed:
        parts.append("with agreed " + ", ".join(effect.when_agreed))
    if effect.unless_agreed:
        parts.append("without agreed " + ", ".join(effect.unless_agreed))
    parts += [f"if {condition_text(condition)}" for condition in effect.only_if]
    return ", ".join(parts)


def condition_text(condition: Condition) -> str:
    """«PL4 is «Ja»», «AM3 has `changing_clothes`»."""
    if condition.equals is not None:
        return f"{condition.question} is {BUTTONS[condition.equals]}"
    if condition.equals_not is not None:
        return f"{condition.question} is not {BUTTONS[condition.equals_not]}"
    if condition.contains:
        return f"{condition.question} has `{condition.contains}`"
    return f"{condition.question} has a tick other than `{condition.contains_not}`"


def _steps(first: int, last: int | None) -> str:
    if last is None:
        return "all steps" if first == 1 else f"from step {first}"
    return f"step {first}" if first == last else f"steps {first}–{last}"


def check_places(kind: str, index: Index) -> tuple[Named, ...]:
    """The functions of `planning/checks` that know the need, save the judge that only passes it on."""
    return tuple(place for place in _places(kind, index, "planning/checks") if place.module != JUDGE)


def rule_places(kind: str, index: Index) -> tuple[Named, ...]:
    """The functions of `scheduler/rules` that know the need."""
    return _places(kind, index, "scheduler/rules")


def _places(kind: str, index: Index, folder: str) -> tuple[Named, ...]:
    name = NEED_KINDS[kind].__name__
    known = (*index.get(name, ()), *index.get(ALIASES.get(name, ""), ()))
    return readers_under(known, folder)


def _check(kind: str, index: Index) -> str:
    """«`planning.checks.times` bars, breaches»."""
    functions: dict[str, list[str]] = {}
    for place in check_places(kind, index):
        functions.setdefault(place.module, []).append(place.function)
    return "; ".join(f"`{module}`: {', '.join(names)}" for module, names in functions.items())


def _rule(kind: str, index: Index) -> str:
    return _code(rule_places(kind, index))


def _code(places: Iterable[Named]) -> str:
    """The modules, each once."""
    return ", ".join(dict.fromkeys(f"`{place.module}`" for place in places))


def _source(item: Item, statutes: law.Statutes) -> str:
    row = f"method.md §4.5 {item.id}" if item.section == "G" else f"method.md §4.3 {item.id}"
    return "; ".join((*statutes, row))
