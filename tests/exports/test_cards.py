"""The cards: only those that are ticked, two of each, in few and large words, with what the adult does on the back."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.blocks import CutCards, Sheet
from exports.card_drawing import HIGH, ON_A_PAGE, WIDE
from exports.cards import build_cards, ticked_cards
from exports.icons import icon_names
from exports.pdf import render_pdf
from exports.plain_text import render_text
from exports.student_blocks import PictureStyle
from planning.needs import LessonEdges, SupportKind
from planning.needs.base import NeedId, Origin, Source, Strength
from tests.exports.pictures import check_pictures, check_text
from tests.exports.small_papers import HOSTILE, arranged, check_conformance, taught
from tests.exports.test_teacher_card import CLOSED
from wording.card_words import CardKind, say_card

ALL = (
    arranged(SupportKind.STOP_SIGN), arranged(SupportKind.LEAVE_CARD), arranged(SupportKind.ANSWER_CARD),
    arranged(SupportKind.FADE_IN_ARRIVAL),
)  # fmt: skip


def edges(**more: Any) -> LessonEdges:
    """The lessons cut at their edges."""
    origin = Origin(source=Source.ANSWER, ref="TI2")
    return LessonEdges(id=NeedId("TI2:lesson_edges"), origin=origin, strength=Strength.HARD_NOW, **more)


def test_the_cards_read_and_look_as_they_did(made: Any) -> None:
    """Every word, the fronts and the backs."""
    document = build_cards(*taught(made, ALL), calm_place="Grupprum 2")
    check_text(render_text(document), "kort")
    check_pictures(render_pdf(document), "kort", (1, 2))


@pytest.mark.parametrize(
    ("need", "kind"),
    [
        (arranged(SupportKind.STOP_SIGN), CardKind.STOP),
        (arranged(SupportKind.EXIT_PLAN), CardKind.STOP),
        (arranged(SupportKind.LEAVE_CARD), CardKind.PAUSE),
        (arranged(SupportKind.ANSWER_CARD), CardKind.ANSWER),
        (arranged(SupportKind.FADE_IN_ARRIVAL), CardKind.LATE),
        (arranged(SupportKind.FADE_IN_ARRIVAL, "come_later"), CardKind.LATE),
        (edges(minutes_late=10), CardKind.LATE),
    ],
)
def test_a_tick_gives_its_card_and_no_other(need: Any, kind: CardKind) -> None:
    """One card for each thing that was ticked."""
    assert ticked_cards([need], [1, 2]) == (kind,)


@pytest.mark.parametrize(
    "need",
    [
        arranged(SupportKind.FADE_IN_ARRIVAL, "leave_earlier"),
        edges(minutes_early=5),
        arranged(SupportKind.HEADPHONES),
        arranged(SupportKind.STOP_SIGN).model_copy(update={"first_step": 5}),
    ],
)
def test_what_is_not_ticked_for_these_steps_gives_no_card(need: Any) -> None:
    """Leaving early is not coming late, and a later step has its own cards."""
    assert ticked_cards([need], [1, 2]) == ()


@given(st.lists(CLOSED, max_size=12))
def test_nothing_closed_and_nothing_told_alone_gives_a_card(closed: list[Any]) -> None:
    """However many such needs there are."""
    assert ticked_cards(closed, [1, 2]) == ()


def test_there_are_two_of_each_and_all_fit_a_page(made: Any) -> None:
    """One to carry and one to spare; all kinds together are eight."""
    (block,) = build_cards(*taught(made, ALL)).blocks
    assert isinstance(block, CutCards)
    assert len(block.cards) == ON_A_PAGE == 2 * len(CardKind)
    assert [card.front for card in block.cards[::2]] == [card.front for card in block.cards[1::2]]


def test_a_card_has_the_size_of_a_bank_card() -> None:
    """85 × 55 mm."""
    assert (round(WIDE / 72 * 25.4), round(HIGH / 72 * 25.4)) == (85, 55)


def test_pictures_are_there_and_can_be_left_out(made: Any) -> None:
    """As the student wants it."""
    (block,) = build_cards(*taught(made, ALL)).blocks
    (plain,) = build_cards(*taught(made, ALL), pictures=None).blocks
    assert isinstance(block, CutCards)
    assert isinstance(plain, CutCards)
    assert {card.icon for card in block.cards} <= icon_names()
    assert {card.icon for card in plain.cards} == {""}


def test_younger_students_have_filled_pictures(made: Any) -> None:
    """Of the same names, and the file keeps to the standards."""
    document = build_cards(*taught(made, ALL), pictures=PictureStyle.COLOURFUL)
    (block,) = document.blocks
    assert isinstance(block, CutCards)
    assert {card.icon for card in block.cards} <= icon_names(PictureStyle.COLOURFUL)
    assert render_pdf(document) != render_pdf(build_cards(*taught(made, ALL)))
    check_conformance(document)


def test_without_ticks_a_page_says_so(made: Any) -> None:
    """Never an empty file."""
    (block,) = build_cards(*taught(made)).blocks
    assert isinstance(block, Sheet)
    assert "Inga kort är kryssade" in str(block)


@pytest.mark.parametrize("kind", CardKind)
def test_every_card_says_what_the_adult_does(kind: CardKind) -> None:
    """Few words in front, and at least three things on the back; the place where it is known."""
    words = say_card(kind, "Grupprum 2")
    assert len(words.front.split()) <= 7
    assert len(words.back) >= 3
    assert ("Grupprum 2" in " ".join((words.line, *words.back))) == (kind in (CardKind.STOP, CardKind.PAUSE))


@pytest.mark.parametrize("text", [HOSTILE, "", "Ö" * 200])
def test_no_place_breaks_a_card(made: Any, text: str) -> None:
    """Two pages whatever the calm place is called."""
    document = build_cards(*taught(made, ALL), calm_place=text)
    assert len(PdfReader(io.BytesIO(render_pdf(document))).pages) == 2
    check_conformance(document, build_cards(*taught(made)))
