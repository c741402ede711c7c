"""The browser's own small copy of the route agrees with Python's."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Page

from planning.needs.base import Respondent
from planning.timetable import Timetable
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.bank import load_bank
from questionnaire.items import Item
from questionnaire.options import options_for
from questionnaire.route import Route, route_for, shown_items
from ui.components.questionnaire import item_data, ways

pytestmark = pytest.mark.browser

ROUTE = Path(__file__).resolve().parents[2] / "ui/components/questionnaire/route.js"
TIMETABLE = Timetable(group="7A", lessons=())
SHEETS = 300


def any_answer(item: Item, dice: random.Random) -> Answer:
    """Some answer to the item."""
    if item.kind.has_buttons:
        boxes = [option.code for option in options_for(item, TIMETABLE) if dice.random() < 0.3]
        return Answer(choice=dice.choice([*Choice, None] if boxes else list(Choice)), ticks=tuple(boxes))
    codes = [option.code for option in options_for(item, TIMETABLE)]
    if dice.random() < 0.2 or not codes:
        return Answer(choice=Choice.SKIP)
    return Answer(ticks=(dice.choice(codes),))


def any_sheet(seed: int) -> AnswerSheet:
    """Some of the questions answered somehow, those that are not shown too."""
    dice = random.Random(seed)
    return AnswerSheet(
        answers={QuestionId(item.id): any_answer(item, dice) for item in load_bank().items if dice.random() < 0.8}
    )


def test_both_show_the_same_questions(page: Page) -> None:
    """For hundreds of sheets, on either route, with the private questions open and closed."""
    bank = load_bank()
    sheets = [any_sheet(seed) for seed in range(SHEETS)]
    expected = [[_shown(sheet, is_open=is_open) for is_open in (False, True)] for sheet in sheets]
    page.set_content("<p></p>")
    page.add_script_tag(content=ROUTE.read_text(encoding="utf-8"))

    found = page.evaluate(
        """([items, ways, sheets]) => sheets.map((answers) => [false, true].map((isOpen) =>
            routeOf(items, ways, answers, isOpen).map((item) => item.id)))""",
        [
            [item_data(item, TIMETABLE, "sv") for item in bank.items if item.asked_of is Respondent.STUDENT],
            ways(bank),
            [{q: {"choice": a.choice, "ticks": list(a.ticks)} for q, a in sheet.answers.items()} for sheet in sheets],
        ],
    )

    assert found == expected


def _shown(sheet: AnswerSheet, *, is_open: bool) -> list[str]:
    """What Python shows: the private questions of every route once they are open."""
    bank = load_bank()
    route = route_for(bank, sheet) or Route.SHORT
    chosen = {item.id for item in shown_items(bank, sheet, route, after_draft=True)}
    if route is Route.NOT_TODAY:
        is_open = False
    everything = shown_items(bank, sheet, Route.FULL, pupil_mode=True, after_draft=True)
    private = {item.id for item in everything if item.private and is_open}
    return [item.id for item in bank.items if item.id in chosen | private]
