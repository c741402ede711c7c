"""What the answers give rise to: needs for the plan, referrals to people, and how the program behaves.

Which answer leads to what stands in `questionnaire/bank/*.toml`, never here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from planning.frozen import Frozen
from planning.needs import NEED, AnyNeed
from planning.needs.base import Origin, Respondent, Source, Strength
from planning.timetable import Timetable
from questionnaire.answers import Answer, AnswerSheet, QuestionId
from questionnaire.effect_types import NeedEffect, Trigger, takes_list
from questionnaire.items import Bank, HalfDay, Item
from questionnaire.options import names_from
from questionnaire.reading import Said, agreed, is_met, is_shown, said, sets_off, standing
from questionnaire.vocabulary import Preference, Profession, TickSource


class Referral(Frozen):
    """Someone to be asked for help. `private`: nothing of it is shown to the guardians (`method.md` E4)."""

    to: Profession
    question: QuestionId
    private: bool = False


class _Reply(NamedTuple):
    """One answer beside everything it is read against."""

    bank: Bank
    sheet: AnswerSheet
    timetable: Timetable
    item: Item
    answer: Answer
    said: Said

    def happens(self, effect: Trigger) -> bool:
        """Whether this answer sets the effect off. What an adult filled in decides nothing about a student's answer."""
        own = self.answer.by is Respondent.STUDENT
        sheet = _students_own(self.sheet) if own and effect.only_if else self.sheet
        return sets_off(self.item, effect, self.said, agreed(self.answer)) and all(
            is_met(self.bank, sheet, condition) for condition in effect.only_if
        )


def needs_from(bank: Bank, sheet: AnswerSheet, timetable: Timetable) -> tuple[AnyNeed, ...]:
    """Every need that the answers give, in the bank's order, with ids «SO1:earliest_start».

    Answers to questions that no longer stand, and names that the timetable does not have, give nothing. What an
    adult filled in for the student becomes a wish of medium strength at most (`method.md` E10).
    """
    needs: list[AnyNeed] = []
    replies = tuple(_replies(bank, sheet, timetable))
    for reply in replies:
        drafts = [d for e in reply.item.all_needs if reply.happens(e) for d in _drafts(reply, e)]
        seen: Counter[str] = Counter()
        for draft in drafts:
            kind = draft["kind"]
            seen[kind] += 1
            number = f":{seen[kind]}" if seen[kind] > 1 else ""
            needs.append(NEED.validate_python({**draft, "id": f"{reply.item.id}:{kind}{number}"}))
    return tuple(_adjusted(need, replies) for need in needs)


def referrals_from(bank: Bank, sheet: AnswerSheet, timetable: Timetable) -> tuple[Referral, ...]:
    """Whom to ask for help, and which answer asks for it."""
    return tuple(
        Referral(to=effect.to, question=reply.item.id, private=reply.item.private)
        for reply in _replies(bank, sheet, timetable)
        for effect in reply.item.referrals
        if reply.happens(effect) and _share_ticked(reply) >= effect.least_percent
    )


def preferences_from(bank: Bank, sheet: AnswerSheet) -> tuple[Preference, ...]:
    """How the program is to behave."""
    return tuple(
        effect.preference
        for item, answer in standing(bank, sheet)
        for effect in item.interface
        if sets_off(item, effect, said(bank, item, answer), agreed(answer))
    )


def _replies(bank: Bank, sheet: AnswerSheet, timetable: Timetable) -> Iterator[_Reply]:
    for item, answer in standing(bank, sheet):
        yield _Reply(bank, sheet, timetable, item, answer, said(bank, item, answer, timetable))


def _students_own(sheet: AnswerSheet) -> AnswerSheet:
    return AnswerSheet(answers={q: a for q, a in sheet.answers.items() if a.by is Respondent.STUDENT})


def _share_ticked(reply: _Reply) -> int:
    """How many of the timetable's boxes are ticked, in percent; 100 when none come from the timetable."""
    if reply.item.options_from is None:
        return 100
    boxes = len(names_from(reply.item.options_from, reply.timetable))
    ticked = len(set(reply.said.ticks) - reply.item.option_codes)
    return 100 * ticked // boxes if boxes else 0


def _drafts(reply: _Reply, effect: NeedEffect) -> Iterator[dict[str, Any]]:
    """The needs of one effect as data without id: for its steps, and then for afterwards."""
    span = _steps(reply.answer, effect)
    for fields in _fields(reply, effect):
        strength = _strength(effect.strength, reply.answer.by)
        first, last = span
        if last is None or first <= last:
            yield _draft(reply, effect, fields, strength) | {"first_step": first, "last_step": last}
        if effect.afterwards is not None and last is not None:
            later = _strength(effect.afterwards, reply.answer.by)
            yield _draft(reply, effect, fields, later) | {"first_step": max(first, last + 1), "last_step": None}


def _draft(reply: _Reply, effect: NeedEffect, fields: dict[str, Any], strength: Strength) -> dict[str, Any]:
    origin = Origin(source=Source.ANSWER, ref=reply.item.id, by=reply.answer.by)
    weeks = reply.answer.weeks
    return {"kind": effect.need, "origin": origin, "strength": strength, "weeks": weeks, **fields}


def _steps(answer: Answer, effect: NeedEffect) -> tuple[int, int | None]:
    """First and last step: what was agreed, otherwise the bank's. A later start keeps the bank's length."""
    first = answer.first_step or effect.first_step
    if answer.last_step is not None:
        return first, answer.last_step
    return first, None if effect.last_step is None else effect.last_step + first - effect.first_step


def _strength(strength: Strength, by: Respondent) -> Strength:
    """What an adult says for the student is never hard, and no stronger than a medium wish."""
    if by is Respondent.STUDENT or not (strength.is_hard or strength is Strength.WISH_3):
        return strength
    return Strength.WISH_2


def _fields(reply: _Reply, effect: NeedEffect) -> list[dict[str, Any]]:
    """The need's own fields, once or for each half day; none when they do not make a need."""
    fields: dict[str, Any] = dict(effect.fields)
    if effect.ticks_fill:
        ticks = _meant(reply, effect)
        if ticks:
            values = [effect.values.get(tick, tick) for tick in ticks]
            fields[effect.ticks_fill] = values if takes_list(effect.need, effect.ticks_fill) else values[0]
        elif not reply.item.kind.has_buttons:
            return []
    for name, question in effect.filled_by.items():
        if other := _ticks_of(reply, question):
            fields[name] = other if takes_list(effect.need, name) else other[0]
    details = {name: getattr(reply.answer, detail) for detail, name in effect.agreed.items()}
    details = {name: value for name, value in details.items() if value is not None}
    if effect.for_each_half_day:
        return _half_days(reply, effect, fields, details)
    return _first_that_holds(reply, effect, (fields | details, fields))


def _meant(reply: _Reply, effect: NeedEffect) -> list[str]:
    """The ticked boxes that the effect is about."""
    listed = reply.item.option_codes
    meant = [tick for tick in reply.said.ticks if not effect.when_ticked or tick in effect.when_ticked]
    if effect.ticks is TickSource.BANK:
        meant = [tick for tick in meant if tick in listed]
    if effect.ticks is TickSource.TIMETABLE:
        meant = [tick for tick in meant if tick not in listed]
    return [tick for tick in meant if effect.when_ticked or tick not in reply.item.alone_codes]


def _ticks_of(reply: _Reply, question: QuestionId) -> list[str]:
    """What is ticked at another question.

    An adult's ticks say nothing about what the student has answered: they could lift a limit (`method.md` E10).
    """
    other = reply.bank.by_id[question]
    answer = reply.sheet.of(question)
    if answer is None or not is_shown(reply.bank, reply.sheet, other):
        return []
    if answer.by is not Respondent.STUDENT and reply.answer.by is Respondent.STUDENT:
        return []
    ticks = said(reply.bank, other, answer, reply.timetable).ticks
    return [tick for tick in ticks if tick not in other.alone_codes]


def _half_days(
    reply: _Reply, effect: NeedEffect, fields: dict[str, Any], details: dict[str, Any]
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
    reply: _Reply, effect: NeedEffect, candidates: tuple[dict[str, Any], ...]
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


def _adjusted(need: AnyNeed, replies: tuple[_Reply, ...]) -> AnyNeed:
    """The need with what the student's other answers change in it. An adult's answer changes none."""
    for reply in replies:
        for effect in reply.item.adjusts:
            students = reply.answer.by is Respondent.STUDENT
            if effect.adjust == need.kind and students and reply.happens(effect):
                need = NEED.validate_python({**need.model_dump(), **effect.fields})
    return need
