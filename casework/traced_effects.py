"""An answer that sets an effect off, and what it then gives: proof, effect by effect, that the bank does what it says.

The timetable it is tried on is invented and has one of each thing that boxes are made from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from planning.clock import Weekday
from planning.needs import NEED, AnyNeed
from planning.needs.base import Respondent
from planning.timetable import Lesson, LessonId, Timetable
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId, asked_of
from questionnaire.effect_types import Condition, NeedEffect, SupportEffect, Trigger
from questionnaire.items import Bank, Item
from questionnaire.need_drafts import drafts
from questionnaire.options import names_from
from questionnaire.replies import Reply, replies
from questionnaire.vocabulary import Detail, ItemKind, TickSource

_AGREED: Mapping[Detail, object] = {
    Detail.TIME: 9 * 60 + 30, Detail.END_TIME: 12 * 60, Detail.N: 2, Detail.MINUTES: 30, Detail.FIRST_STEP: 2,
    Detail.LAST_STEP: 4, Detail.WEEKS: (),
}  # fmt: skip


def _lesson(number: int, subject: str) -> Lesson:
    return Lesson(
        id=LessonId(str(number)),
        subject=subject,
        weekday=Weekday(number % 5),
        start=540,
        end=600,
        teachers=("Lärare A",),
        rooms=("Sal A",),
        groups=("Grupp A",),
    )


EXAMPLE_WEEK = Timetable(
    group="Grupp A",
    lessons=tuple(
        _lesson(number, subject)
        for number, subject in enumerate(
            ("Bild", "Biologi", "Hem- och konsumentkunskap", "Idrott och hälsa", "Musik", "Slöjd", "Svenska", "Teknik")
        )
    ),
)


def reply_for(bank: Bank, item: Item, effect: Trigger) -> Reply | None:
    """An answer to that item that sets the effect off, the answers it hangs on beside it; None if there is none."""
    answers: dict[QuestionId, Answer] = {}
    for question in _read_by(effect):
        _let_stand(bank, bank.by_id[question], answers)
        answers.setdefault(question, _some_tick(bank, bank.by_id[question]))
    for condition in effect.only_if:
        _meet(bank, condition, answers)
    _let_stand(bank, item, answers)
    answers[item.id] = _answer(bank, item, effect)
    for reply in replies(bank, AnswerSheet(answers=answers), EXAMPLE_WEEK):
        if reply.item.id == item.id and reply.happens(effect):
            return reply
    return None


def needs_of(reply: Reply, effect: NeedEffect) -> tuple[AnyNeed, ...]:
    """What the effect then gives the plan."""
    return tuple(NEED.validate_python({**draft, "id": effect.need}) for draft in drafts(reply, effect))


def _read_by(effect: Trigger) -> Iterable[QuestionId]:
    """Questions whose ticks go into the effect."""
    if isinstance(effect, NeedEffect):
        return effect.filled_by.values()
    return [effect.with_ticks_of] if isinstance(effect, SupportEffect) and effect.with_ticks_of else []


def _answer(bank: Bank, item: Item, effect: Trigger) -> Answer:
    """The shortest answer that the effect asks for, with one box where boxes can be ticked."""
    details = {detail.value: _AGREED[detail] for detail in effect.when_agreed}
    choice = effect.when[0] if effect.when else None
    ticks = _ticks(bank, item, effect) if choice in (None, Choice.YES) else ()
    return Answer.model_validate({"choice": choice, "ticks": ticks, **details, "by": item.asked_of})


def _ticks(bank: Bank, item: Item, effect: Trigger) -> tuple[str, ...]:
    boxes = [code for code in _boxes(bank, item, effect) if code not in effect.unless_ticked]
    if effect.when_ticked:
        boxes = [code for code in effect.when_ticked if code not in effect.unless_ticked]
    least = max(1, effect.least_ticks)
    return tuple(boxes[:least])


def _boxes(bank: Bank, item: Item, effect: Trigger) -> list[str]:
    """The boxes that can be ticked together, those that the effect is about first."""
    listed = [option.code for option in item.options if not option.alone]
    if item.kind is ItemKind.TIME_GRID:
        listed = [half.code for half in bank.half_days]
    named = list(names_from(item.options_from, EXAMPLE_WEEK)) if item.options_from else []
    words = effect.subject_words if isinstance(effect, NeedEffect) else {}
    if isinstance(effect, NeedEffect) and effect.ticks is TickSource.TIMETABLE:
        return named
    return [code for code in chain(listed, named) if not words or code in words] or listed


def _some_tick(bank: Bank, item: Item) -> Answer:
    return Answer(ticks=tuple(_boxes(bank, item, Trigger())[:1]), by=item.asked_of)


def _let_stand(bank: Bank, item: Item, answers: dict[QuestionId, Answer]) -> None:
    if item.shown_if is not None:
        _meet(bank, item.shown_if, answers)


def _meet(bank: Bank, condition: Condition, answers: dict[QuestionId, Answer]) -> None:
    """Answer the other question so that the condition holds. Left unanswered, it is not that button."""
    other = bank.by_id[condition.question]
    by: Respondent = asked_of(other.id)
    _let_stand(bank, other, answers)
    if condition.equals is not None:
        answers[other.id] = Answer(choice=condition.equals, by=by)
    elif condition.contains:
        answers[other.id] = Answer(ticks=(condition.contains,), by=by)
    elif condition.contains_not:
        boxes = [code for code in _boxes(bank, other, Trigger()) if code != condition.contains_not]
        answers[other.id] = Answer(ticks=tuple(boxes[:1]), by=by)
