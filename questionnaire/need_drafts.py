"""The needs of one answer as data: which fields, how strong, for which steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import JsonValue, ValidationError

from planning.needs import NEED
from planning.needs.base import CARE, Origin, Source, Strength
from questionnaire.answers import Answer
from questionnaire.effect_types import NeedEffect, takes_list
from questionnaire.items import HalfDay
from questionnaire.replies import Reply
from questionnaire.vocabulary import TickSource


def drafts(reply: Reply, effect: NeedEffect) -> Iterator[dict[str, Any]]:
    """The needs of one effect as data without id: for its steps, and then for afterwards."""
    span = _steps(reply.answer, effect)
    strength = _strength(effect.strength, reply)
    for number, fields in enumerate(_each(effect, _fields(reply, effect))):
        first, last = span
        if effect.one_by_one and last is not None and reply.answer.last_step is None:
            last += number
        if last is None or first <= last:
            yield _draft(reply, effect, fields, strength) | {"first_step": first, "last_step": last}
        if effect.afterwards is not None and last is not None:
            later = _strength(effect.afterwards, reply)
            yield _draft(reply, effect, fields, later) | {"first_step": max(first, last + 1), "last_step": None}


def _each(effect: NeedEffect, made: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each set of fields, or one for each value in it where the boxes are released one by one."""
    for fields in made:
        if effect.one_by_one:
            yield from ({**fields, effect.ticks_fill: [value]} for value in fields[effect.ticks_fill])
        else:
            yield fields


def _draft(reply: Reply, effect: NeedEffect, fields: dict[str, Any], strength: Strength) -> dict[str, Any]:
    hushed = reply.item.private or effect.unsaid
    origin = CARE if hushed else Origin(source=Source.ANSWER, ref=reply.item.id, by=reply.answer.by)
    weeks = reply.answer.weeks
    return {"kind": effect.need, "origin": origin, "strength": strength, "weeks": weeks, **fields}


def _steps(answer: Answer, effect: NeedEffect) -> tuple[int, int | None]:
    """First and last step: what was agreed, otherwise the bank's. A later start keeps the bank's length."""
    first = answer.first_step or effect.first_step
    if answer.last_step is not None:
        return first, answer.last_step
    return first, None if effect.last_step is None else effect.last_step + first - effect.first_step


def _strength(strength: Strength, reply: Reply) -> Strength:
    """What anybody else says for the one who was asked is never hard, and no stronger than a medium wish."""
    if reply.is_own or not (strength.is_hard or strength is Strength.WISH_3):
        return strength
    return Strength.WISH_2


def _fields(reply: Reply, effect: NeedEffect) -> list[dict[str, Any]]:
    """The need's own fields, once or for each half day; none when they do not make a need."""
    fields: dict[str, Any] = dict(effect.fields)
    if effect.ticks_fill:
        values = _values(reply, effect)
        if values:
            fields[effect.ticks_fill] = values if takes_list(effect.need, effect.ticks_fill) else values[0]
        elif effect.subject_words or not reply.item.kind.has_buttons:
            return []
    for name, question in effect.filled_by.items():
        if other := reply.ticks_of(question):
            fields[name] = other if takes_list(effect.need, name) else other[0]
    details = {name: getattr(reply.answer, detail) for detail, name in effect.agreed.items()}
    details = {name: value for name, value in details.items() if value is not None}
    if effect.for_each_half_day:
        return _half_days(reply, effect, fields, details)
    return _first_that_holds(reply, effect, (fields | details, fields))


def _values(reply: Reply, effect: NeedEffect) -> list[JsonValue]:
    """What the ticked boxes mean in the field that they fill."""
    if not effect.subject_words:
        return [effect.values.get(tick, tick) for tick in _meant(reply, effect)]
    ticked = {"": None, **dict.fromkeys(_meant(reply, effect))}
    words = tuple(word.casefold() for tick in ticked for word in effect.subject_words.get(tick, ()))
    subjects = reply.timetable.subjects if reply.timetable else ()
    return [subject for subject in subjects if words and subject.casefold().startswith(words)]


def _meant(reply: Reply, effect: NeedEffect) -> list[str]:
    """The ticked boxes that the effect is about."""
    listed = reply.item.option_codes
    meant = [tick for tick in reply.said.ticks if not effect.when_ticked or tick in effect.when_ticked]
    if effect.ticks is TickSource.BANK:
        meant = [tick for tick in meant if tick in listed]
    if effect.ticks is TickSource.TIMETABLE:
        meant = [tick for tick in meant if tick not in listed]
    return [tick for tick in meant if effect.when_ticked or tick not in reply.item.alone_codes]


def _half_days(
    reply: Reply, effect: NeedEffect, fields: dict[str, Any], details: dict[str, Any]
) -> list[dict[str, Any]]:
    """One set of fields for the mornings ticked and one for the afternoons, or for the hours agreed on those days."""
    ticked = [half for half in reply.bank.half_days if half.code in reply.said.ticks]
    if not ticked:
        return _first_that_holds(reply, effect, (fields | details,)) if {"start", "end"} <= set(details) else []
    hours: dict[tuple[int, int], list[HalfDay]] = {}
    for half in ticked:
        start, end = details.get("start", half.start), details.get("end", half.end)
        hours.setdefault((start, end) if start < end else (half.start, half.end), []).append(half)
    return [
        fields | {"weekdays": sorted({half.weekday for half in halves}), "start": start, "end": end}
        for (start, end), halves in sorted(hours.items())
    ]


def _first_that_holds(
    reply: Reply, effect: NeedEffect, candidates: tuple[dict[str, Any], ...]
) -> list[dict[str, Any]]:
    """The first candidate that is a possible need: an agreed detail out of range falls back on the bank's default."""
    for fields in candidates:
        upside_down = "start" in fields and "end" in fields and fields["end"] <= fields["start"]
        try:
            NEED.validate_python(_draft(reply, effect, fields, effect.strength) | {"id": reply.item.id})
        except ValidationError:
            continue
        if not upside_down:
            return [fields]
    return []
