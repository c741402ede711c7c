"""The cards to choose among carry their words, a drawing in words beside the drawing, and what a press means."""

from __future__ import annotations

from planning.clock import Weekday
from ui.components.cards import Block, Fact, OfferCard, SmallWeek, cards_data, spoken_week, with_places_to_break
from ui.components.week import hue

WEEK = SmallWeek(
    "Steg 1", (Block(Weekday.FRI, 735, 785, "Bild", is_other=True), Block(Weekday.MON, 815, 895, "Slöjd"))
)


def test_a_small_week_is_said_in_words_in_the_order_of_the_week() -> None:
    """Whoever does not see the drawing hears the same; an empty week says so."""
    assert spoken_week(WEEK) == "Steg 1: måndag Slöjd 13.35–14.55; fredag Bild 12.15–13.05."
    assert spoken_week(SmallWeek("Steg 2")) == "Steg 2: inga lektioner."


def test_the_drawing_has_a_column_for_every_day_of_school_and_the_hues_of_the_large_one() -> None:
    """The same subject has the same colour wherever it is drawn."""
    card = OfferCard(id="1", title="Färre dagar", weeks=(WEEK,), button="Välj den här", facts=(Fact("Dagar", "två"),))
    (data,) = cards_data([card])["cards"]
    days = data["weeks"][0]["days"]
    assert [day["name"] for day in days] == ["mån", "tis", "ons", "tors", "fre"]
    assert [len(day["blocks"]) for day in days] == [1, 0, 0, 0, 1]
    assert days[4]["blocks"][0] == {"subject": "Bild", "time": "12.15", "hue": hue("Bild"), "other": True}
    assert (data["button"], data["facts"]) == ("Välj den här", [{"name": "Dagar", "text": "två", "other": False}])


def test_cards_beside_each_other_have_the_same_days() -> None:
    """A lesson on a Saturday in one gives all of them a Saturday."""
    saturday = SmallWeek("Steg 1", (Block(Weekday.SAT, 600, 660, "Musik"),))
    data = cards_data([OfferCard("1", "Ett", weeks=(WEEK,)), OfferCard("2", "Två", weeks=(saturday,))])
    assert [len(card["weeks"][0]["days"]) for card in data["cards"]] == [6, 6]


def test_long_names_can_be_broken_where_they_are_put_together() -> None:
    """A small drawing is narrow; short names are left alone."""
    assert with_places_to_break("Samhällskunskap") == "Samhälls\N{SOFT HYPHEN}kunskap"
    assert with_places_to_break("Bild") == "Bild"
