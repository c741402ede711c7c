"""The cards that a student has ticked: stop, pause, «jag kommer sent enligt plan», an answer to the class.

Nothing on them tells whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exports.blocks import Document
from exports.dated_steps import tellable_support
from exports.printable import clean
from exports.sheet_blocks import CutCard, CutCards, Sheet, SheetText
from exports.student_blocks import PictureStyle
from planning.needs import AnyNeed, LessonEdges, Support, SupportKind
from planning.needs.base import CARE
from planning.plan import Plan
from planning.problem import Problem
from planning.steps import DATED_STEPS
from wording.card_words import CardKind, say_card
from wording.language import language_tag, tr

OF_EACH = 2
"""One to carry and one to spare; four kinds fill a page. Our default."""
PLACE = 60
"""Longest name of a place on a card, in characters. Our default."""
_ICONS = {
    CardKind.STOP: "lifebuoy", CardKind.PAUSE: "armchair", CardKind.LATE: "alarm",
    CardKind.ANSWER: "chat-circle-dots",
}  # fmt: skip


def build_cards(
    problem: Problem, plan: Plan, *, calm_place: str = "", pictures: PictureStyle | None = PictureStyle.CALM,
    current_step: int = 1,
) -> Document:  # fmt: skip
    """The cards that hold in the step that is lived or in the next, two of each.

    `calm_place` is «» where it is not known; without `pictures` the words stand alone.
    """
    title = tr("Mina kort")
    steps = [step.number for step in plan.steps if current_step <= step.number < current_step + DATED_STEPS]
    cards = tuple(
        _card(kind, clean(calm_place, PLACE), with_pictures=pictures is not None)
        for kind in ticked_cards(problem.needs, steps)
        for _ in range(OF_EACH)
    )
    block = CutCards(
        cards=cards,
        fronts_title=tr("Mina kort. Skriv ut på båda sidor, vänd längs långsidan, och klipp."),
        backs_title=tr("Baksidor"),
        style=pictures or PictureStyle.CALM,
    )
    none = tr("Inga kort är kryssade för de här stegen. De kommer när eleven har kryssat att de behövs.")
    return Document(
        title=title,
        subject=title,
        author="",
        language=language_tag(),
        page_text="",
        blocks=(block,) if cards else (Sheet(title=title, parts=(SheetText(text=none),)),),
    )


def ticked_cards(needs: Iterable[AnyNeed], steps: Iterable[int]) -> tuple[CardKind, ...]:
    """Which cards the needs of those steps ask for."""
    numbers, known = tuple(steps), tuple(needs)
    asked = {kind for need in tellable_support(known, numbers) for kind in _asked_by(need)}
    if any(_comes_late(need, numbers) for need in known):
        asked.add(CardKind.LATE)
    return tuple(kind for kind in CardKind if kind in asked)


def _asked_by(need: Support) -> Iterator[CardKind]:
    match need.item:
        case SupportKind.STOP_SIGN | SupportKind.EXIT_PLAN:
            yield CardKind.STOP
        case SupportKind.LEAVE_CARD:
            yield CardKind.PAUSE
        case SupportKind.ANSWER_CARD:
            yield CardKind.ANSWER
        case SupportKind.FADE_IN_ARRIVAL if not need.choices or "come_later" in need.choices:
            yield CardKind.LATE
        case _:
            pass


def _comes_late(need: AnyNeed, steps: tuple[int, ...]) -> bool:
    is_late = isinstance(need, LessonEdges) and need.minutes_late > 0 and need.origin.ref != CARE.ref
    return is_late and any(need.holds_in(step) for step in steps)


def _card(kind: CardKind, calm_place: str, *, with_pictures: bool) -> CutCard:
    words = say_card(kind, calm_place)
    return CutCard(
        icon=_ICONS[kind] if with_pictures else "", front=words.front, line=words.line, blanks=words.blanks,
        back_title=words.back_title, back=words.back,
    )  # fmt: skip
