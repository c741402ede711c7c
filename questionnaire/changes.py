"""What has changed since the student answered last: then and now, with the dates of both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, AnswerSheet, QuestionId, fold
from questionnaire.items import Bank, Item
from questionnaire.reading import Said, is_shown, said


class Change(Frozen):
    """One question answered otherwise than before. Which of the two is better is nobody's to say."""

    question: QuestionId
    before: Said
    before_at: dt.datetime
    """When it was answered so."""
    after: Said
    after_at: dt.datetime


def changes(bank: Bank, events: Iterable[AnswerEvent], since: dt.datetime | None) -> tuple[Change, ...]:
    """What the student's questions had for answers before `since` and have now, where it differs, in the bank's order.

    An answer that is new or has been taken back is no change, nor is one whose question did not stand. Private
    questions and the guardians' own are never told, nor those about the conversation itself («Orkar du svara nu?»).
    """
    if since is None:
        return ()
    taken = sorted({event.id: event for event in events}.values(), key=lambda event: (event.at, event.id))
    earlier = [event for event in taken if event.at < since]
    then, now = fold(earlier), fold(taken)
    found = []
    for item in bank.items:
        before, after = _standing(bank, then, item), _standing(bank, now, item)
        if before is None or after is None or not is_told(item):
            continue
        was, became = said(bank, item, before), said(bank, item, after)
        if was != became and not (was.is_nothing and became.is_nothing):
            found.append(
                Change(
                    question=item.id,
                    before=was,
                    before_at=_given_at(bank, item, before, earlier),
                    after=became,
                    after_at=_given_at(bank, item, after, taken),
                )
            )
    return tuple(found)


def is_told(item: Item) -> bool:
    """Whether a change of its answer may be told to whoever sees the student's summary."""
    return bool(item.says) and not item.private and item.asked_of is Respondent.STUDENT


def latest_day(events: Iterable[AnswerEvent], zone: dt.tzinfo) -> dt.datetime | None:
    """When the latest day of answering began, at midnight in that zone; None before the first answer."""
    latest = max((event.at for event in events), default=None)
    if latest is None:
        return None
    return dt.datetime.combine(latest.astimezone(zone).date(), dt.time(), zone)


def _standing(bank: Bank, sheet: AnswerSheet, item: Item) -> Answer | None:
    return sheet.of(item.id) if is_shown(bank, sheet, item) else None


def _given_at(bank: Bank, item: Item, counts: Answer, events: Iterable[AnswerEvent]) -> dt.datetime:
    """When the respondent whose answer counts came to say this: what is agreed beside it later does not move it."""
    wanted, since = said(bank, item, counts), None
    for event in events:
        if event.question != item.id or event.answer is None or event.answer.by is not counts.by:
            continue
        if said(bank, item, event.answer) != wanted:
            since = None
        elif since is None:
            since = event.at
    assert since is not None, "an answer that counts has been given"
    return since
