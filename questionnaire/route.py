"""Which questions are shown, in which order, and how far the student has come."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.effects import preferences_from
from questionnaire.items import Bank, Item, Text
from questionnaire.own_items import is_asked
from questionnaire.reading import is_shown
from questionnaire.vocabulary import Preference, Sitting


class Route(StrEnum):
    """How much is asked."""

    SHORT = "short"
    FULL = "full"
    NOT_TODAY = "not_today"
    """«Inte idag»: nothing but what the student likes, and only if the student wants to tell it."""


ROUTE_CHOSEN_BY = {
    Preference.FULL_ROUTE: Route.FULL,
    Preference.SHORT_ROUTE: Route.SHORT,
    Preference.NOT_TODAY: Route.NOT_TODAY,
}
LIKES = QuestionId("IN1")
"""What can be told on a day without questions (`method.md`, ST1)."""


class SectionProgress(Frozen):
    """One dot of the progress row."""

    code: str
    name: Text
    shown: int
    answered: int

    @property
    def is_done(self) -> bool:
        """Whether every question in it has an answer, a skip included."""
        return self.answered >= self.shown


def route_for(bank: Bank, sheet: AnswerSheet) -> Route | None:
    """The route that the student has chosen (ST1); None before that."""
    chosen = preferences_from(bank, sheet)
    return next((route for preference, route in ROUTE_CHOSEN_BY.items() if preference in chosen), None)


def chooses_route(item: Item) -> bool:
    """Whether it is the question of how much is asked."""
    return any(effect.preference in ROUTE_CHOSEN_BY for effect in item.interface)


def is_asked_not_today(item: Item) -> bool:
    """Whether it stands on a day without questions."""
    return chooses_route(item) or item.id == LIKES


def shown_items(
    bank: Bank, sheet: AnswerSheet, route: Route, *, pupil_mode: bool = False, after_draft: bool = False
) -> tuple[Item, ...]:
    """The student's questions of that route that the answers so far let stand, in order.

    Private ones need `pupil_mode`: the student has the screen and is alone with the coach. Those about the draft of
    the plan are asked `after_draft`.
    """
    return tuple(
        item
        for item in bank.items
        if item.asked_of is Respondent.STUDENT
        and is_asked(item)
        and _is_on(route, item)
        and (pupil_mode or not item.private)
        and (after_draft or item.sitting is not Sitting.E)
        and is_shown(bank, sheet, item)
    )


def _is_on(route: Route, item: Item) -> bool:
    match route:
        case Route.FULL:
            return True
        case Route.SHORT:
            return item.short_route
        case Route.NOT_TODAY:
            return is_asked_not_today(item)
        case _:
            assert_never(route)


def guardian_items(bank: Bank, sheet: AnswerSheet) -> tuple[Item, ...]:
    """The guardians' own questions that the answers so far let stand, in order. There is no short way through them."""
    asked = (item for item in bank.items if item.asked_of is Respondent.GUARDIAN and is_asked(item))
    return tuple(item for item in asked if is_shown(bank, sheet, item))


def next_item(
    bank: Bank, sheet: AnswerSheet, route: Route, *, pupil_mode: bool = False, after_draft: bool = False
) -> Item | None:
    """The first question without an answer; None when all have one. A skip is an answer."""
    shown = shown_items(bank, sheet, route, pupil_mode=pupil_mode, after_draft=after_draft)
    return next((item for item in shown if sheet.of(item.id) is None), None)


def progress(
    bank: Bank, sheet: AnswerSheet, route: Route, *, pupil_mode: bool = False, after_draft: bool = False
) -> tuple[SectionProgress, ...]:
    """The sections that have questions on this route, in order, and how far each has come."""
    shown = shown_items(bank, sheet, route, pupil_mode=pupil_mode, after_draft=after_draft)
    dots = []
    for section in bank.sections:
        items = [item for item in shown if item.section == section.code]
        if items:
            answered = sum(sheet.of(item.id) is not None for item in items)
            name = Text(sv=section.sv, en=section.en)
            dots.append(SectionProgress(code=section.code, name=name, shown=len(items), answered=answered))
    return tuple(dots)
