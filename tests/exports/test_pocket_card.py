"""Cards for the pocket: times, whom, where and what to do, for the step that is lived and the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from exports.pdf import render_pdf
from exports.plain_text import render_text
from exports.pocket_card import build_pocket_cards
from exports.pocket_card_blocks import CardSize, PocketCards
from exports.student_blocks import PictureStyle
from exports.student_page import OwnPage
from tests.exports.pictures import check_picture, check_text, picture
from tests.exports.spoken import spoken
from wording.language import speaking

OWN = OwnPage(first_name="Test", meets="Kim Exempel", calm_place="Grupprum 2", phone="070-000 00 00")


@pytest.mark.parametrize("size", CardSize)
def test_a_card_reads_as_it_did(made: Any, size: CardSize) -> None:
    """Every word of the cards of a plan."""
    check_text(render_text(build_pocket_cards(made.problem, made.plan, OWN, size)), f"fickkort-{size}")


@pytest.mark.parametrize("size", CardSize)
@pytest.mark.parametrize("on_sheet", [False, True])
def test_a_card_looks_as_it_did(make_plan: Callable[[int], Any], size: CardSize, *, on_sheet: bool) -> None:
    """On a page of its own, calm and full; on a sheet, with pictures in colours."""
    made = make_plan(8)
    own = OWN if on_sheet else OWN.model_copy(update={"phone": ""})
    own = own.model_copy(update={"style": PictureStyle.COLOURFUL}) if on_sheet else own
    document = build_pocket_cards(
        made.problem, made.plan, own, size, on_sheet=on_sheet, current_step=1 if on_sheet else 7
    )
    check_picture(render_pdf(document), f"fickkort-{size}-{'ark' if on_sheet else 'ett'}", in_all_colours=True)


@pytest.mark.parametrize(("size", "millimetres"), [(CardSize.POSTCARD, (105, 148)), (CardSize.WALLET, (85, 55))])
def test_a_card_is_as_large_as_it_says(made: Any, size: CardSize, millimetres: tuple[int, int]) -> None:
    """At 254 dots to the inch a millimetre is ten dots."""
    drawn = picture(render_pdf(build_pocket_cards(made.problem, made.plan, OWN, size)), dots_per_inch=254)
    assert [round(side / 10) for side in drawn.size] == list(millimetres)


def test_only_the_step_that_is_lived_and_the_next_are_on_cards(make_plan: Callable[[int], Any]) -> None:
    """A card for a step that is far away would be wrong when it comes."""
    made = make_plan(8)
    document = build_pocket_cards(made.problem, made.plan, OWN, CardSize.WALLET, current_step=5)
    steps = {card.step for page in document.blocks if isinstance(page, PocketCards) for card in page.cards}
    assert steps == {"Steg 5 av 8", "Steg 6 av 8"}


def test_the_smallest_card_has_times_only(made: Any) -> None:
    """Of lessons neither subject nor room nor coach; lessons close to each other are one stretch."""
    text = render_text(build_pocket_cards(made.problem, made.plan, OWN, CardSize.WALLET, current_step=2))
    assert "Måndag: 09.20–10.20; 13.40–14.30" in text
    assert "Torsdag: 12.20–14.30" in text
    assert not [word for word in ("Matematik", "N4", "med Kim") if word in text]


def test_copies_on_a_sheet_are_not_read_aloud(made: Any) -> None:
    """Eight cards are drawn, two are told; the first is the document's heading."""
    data = render_pdf(build_pocket_cards(made.problem, made.plan, OWN, CardSize.WALLET, on_sheet=True))
    heard = spoken(data)
    assert [one.tag for one in heard if one.tag in ("H1", "H2")] == ["H1", "H2"]
    alone = render_pdf(build_pocket_cards(made.problem, made.plan, OWN, CardSize.WALLET))
    assert [one.text for one in heard] == [one.text for one in spoken(alone)]


def test_cards_in_english(made: Any) -> None:
    """Words and the language of the file."""
    with speaking("en"):
        document = build_pocket_cards(made.problem, made.plan, OWN, CardSize.POSTCARD)
    assert document.language == "en"
    text = render_text(document)
    assert "Wednesday: 09:40 Svenska" in text
    assert "Step 1 of 4" in text


def test_a_plan_without_steps_gives_a_card_that_says_so(made: Any) -> None:
    """Never an empty page."""
    plan = made.plan.model_copy(update={"steps": ()})
    assert render_text(build_pocket_cards(made.problem, plan, OWN, CardSize.POSTCARD)).startswith("# Planen har inga")
