"""What is asked, of whom, and what the browser is given of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from babel.dates import format_skeleton

from casework.now import SCHOOL_TIME
from planning.needs.base import Respondent
from planning.timetable import Timetable
from questionnaire.answers import AnswerEvent, EventId, QuestionId
from questionnaire.items import Bank, Item
from questionnaire.options import options_for
from questionnaire.own_answers import EarlierAnswer, OwnAnswer, earlier_answers, own_answers
from questionnaire.own_items import is_asked
from questionnaire.route import ROUTE_CHOSEN_BY, is_asked_not_today
from questionnaire.two_answers import standing_answers
from questionnaire.vocabulary import Preference, Sitting
from ui.components.questionnaire.pictures import picture_of, picture_of_box
from ui.components.questionnaire.turns import Turn
from ui.components.questionnaire.words import words
from ui.looks import looks_data
from ui.server.own_files import picture_addresses
from wording.bank_words import said_in
from wording.language import Language

_SWITCHES = (Preference.READ_ALOUD, Preference.PUPIL_MODE)


@dataclass(frozen=True)
class Asking:
    """What is asked, of whom. `place` names the case without telling whose it is."""

    bank: Bank
    timetable: Timetable
    events: tuple[AnswerEvent, ...]
    place: str
    turn: Turn = Turn.TOGETHER
    """Private questions may be opened only when the student has the screen alone."""
    focus: QuestionId | None = None
    """One question to answer anew, and no other."""
    name: str = ""
    """What the student is called, told to nobody but the student."""
    is_lent: bool = True
    """Whether whoever has the screen alone is to give it back: not the student who is logged in."""
    call_coach: bool = False
    """The student has asked to talk to somebody today."""
    round_started: dt.datetime | None = None
    """What was answered before that is asked again, with the earlier answer shown."""

    @property
    def respondent(self) -> Respondent:
        """Whose the answers are."""
        return self.turn.respondent

    @cached_property
    def own(self) -> Mapping[QuestionId, OwnAnswer]:
        """What the one who answers now has answered; what others have filled in is neither shown nor counted."""
        return own_answers(self.events, self.respondent)

    @cached_property
    def earlier(self) -> Mapping[QuestionId, EarlierAnswer]:
        """What the one who answers now had answered when the round started."""
        return earlier_answers(self.events, self.respondent, self.round_started)

    @property
    def heads(self) -> dict[QuestionId, list[EventId]]:
        """The answers of this respondent that stand, by question: what the next one is given over."""
        standing = standing_answers(self.events)
        return {q: [one.event for one in each] for (q, by), each in standing.items() if by is self.respondent}

    @property
    def asked_again(self) -> frozenset[QuestionId]:
        """The questions that are still to be asked again in this round."""
        return frozenset(question for question, answer in self.earlier.items() if answer.is_asked_again)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that can come up. The one about the draft is asked beside the draft."""
        if self.focus is not None:
            return tuple(item for item in self.bank.items if item.id == self.focus)
        return tuple(item for item in self.bank.items if self._can_come_up(item))

    def _can_come_up(self, item: Item) -> bool:
        if not is_asked(item):
            return False
        if self.turn.asks_guardians:
            return item.asked_of is Respondent.GUARDIAN
        if item.asked_of is not Respondent.STUDENT or item.sitting is Sitting.E:
            return False
        match self.turn:
            case Turn.ALONE:
                return True
            case Turn.ADULT:
                return not item.private and not is_about_the_asking(item)
            case _:
                return not item.private


def is_about_the_asking(item: Item) -> bool:
    """Whether it is about how the student wants to be asked: nothing that another can fill in."""
    return any(effect.preference in (*ROUTE_CHOSEN_BY, *_SWITCHES) for effect in item.interface)


def item_data(item: Item, timetable: Timetable, language: Language, bank: Bank | None = None) -> dict[str, Any]:
    """One question as the browser gets it."""
    return {
        "id": item.id,
        "section": item.section,
        "kind": item.kind.value,
        "text": said_in(item, language),
        "picture": picture_of(item, bank),
        "options": [
            {
                "code": option.code,
                "label": said_in(option, language),
                "alone": option.alone,
                "picture": picture_of_box(item, option),
            }
            for option in options_for(item, timetable, bank)
        ],
        "shown_if": item.shown_if.model_dump(mode="json") if item.shown_if else None,
        "short": item.short_route,
        "not_today": is_asked_not_today(item),
        "private": item.private,
    }


def ways(bank: Bank) -> list[dict[str, Any]]:
    """Which box of which question chooses how much is asked."""
    found = []
    for item in bank.items:
        by_box = {
            box: ROUTE_CHOSEN_BY[effect.preference].value
            for effect in item.interface
            if effect.preference in ROUTE_CHOSEN_BY
            for box in effect.when_ticked
        }
        if by_box:
            found.append({"question": item.id, "by_box": by_box})
    return found


def switches(bank: Bank) -> dict[str, dict[str, Any]]:
    """By what they switch on («read_aloud», «pupil_mode»): the question, and the buttons that do."""
    return {
        effect.preference.value: {"question": item.id, "when": list(effect.when)}
        for item in bank.items
        for effect in item.interface
        if effect.preference in _SWITCHES
    }


def asking_data(asking: Asking, stored: Sequence[EventId], language: Language) -> dict[str, Any]:
    """Everything the browser needs to ask, and what has been stored of what it sent."""
    return {**steady_data(asking, language), **moving_data(asking, stored, language)}


def steady_data(asking: Asking, language: Language) -> dict[str, Any]:
    """What an answer does not change: the questions, the words, how it can look."""
    items = asking.items
    shown = [item_data(item, asking.timetable, language, asking.bank) for item in items]
    has_ways = asking.respondent is Respondent.STUDENT
    if asking.focus is not None:
        shown = [{**each, "shown_if": None} for each in shown]
    if asking.focus is not None or not has_ways:
        shown = [{**each, "short": True} for each in shown]
    if asking.turn.asks_guardians:
        shown = [{**each, "private": False} for each in shown]
    return {
        "items": shown,
        "ways": ways(asking.bank) if has_ways else [],
        "switches": switches(asking.bank) if has_ways else {},
        "sections": [{"code": s.code, "label": said_in(s, language)} for s in asking.bank.sections],
        "place": f"stegvis-{asking.place}",
        "turn": asking.turn.value,
        "by": asking.respondent.value,
        "focus": asking.focus,
        "only_focus": asking.focus is not None,
        "language": language,
        "pictures": picture_addresses(),
        "looks": looks_data(),
        "words": words(asking.turn, is_focus=asking.focus is not None, name=asking.name, is_lent=asking.is_lent),
    }


def moving_data(asking: Asking, stored: Sequence[EventId], language: Language) -> dict[str, Any]:
    """What every answer may change: what is answered, and what of it is stored."""
    ids = {item.id for item in asking.items}
    return {
        "answers": {question: _said(own) for question, own in asking.own.items() if question in ids},
        "heads": {question: heads for question, heads in asking.heads.items() if question in ids},
        "earlier": {
            question: {**_said(own), "date": _date(own, language), "again": own.is_asked_again}
            for question, own in asking.earlier.items()
            if question in ids and asking.focus is None
        },
        "round": asking.round_started.isoformat() if asking.round_started else "",
        "stored": list(stored),
        "call_coach": asking.call_coach,
    }


def _said(own: OwnAnswer) -> dict[str, Any]:
    return {"choice": own.answer.choice, "ticks": list(own.answer.ticks)}


def _date(own: OwnAnswer, language: Language) -> str:
    """«3 november»."""
    return format_skeleton("MMMMd", own.at.astimezone(SCHOOL_TIME).date(), locale=language)
