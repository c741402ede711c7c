"""A week in five rows: whatever is in it, its letters stay in their room and no time is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.blocks import DayCard, Document, HelpCard, Look, Moment
from exports.page_format import PageFormat
from exports.pdf import render_pdf
from exports.pocket_card_blocks import CardSize, PocketCard, PocketCards
from tests.exports.drawn import misplaced
from tests.exports.spoken import spoken

FORMATS = {CardSize.POSTCARD: PageFormat.A6, CardSize.WALLET: PageFormat.CARD}
NAMES = st.text(max_size=40) | st.sampled_from(["Hem- och konsumentkunskap", "Å" * 200, "Nguyễn Thị", "Привет", "🙂"])
TIMES = st.integers(0, 24 * 60 - 1).map(lambda minute: f"{minute // 60:02d}.{minute % 60:02d}")
MOMENTS = st.builds(Moment, time=TIMES, name=NAMES, icon=st.sampled_from(["", "house"]), look=st.sampled_from(Look))
DAYS = st.lists(st.lists(MOMENTS, max_size=10), min_size=5, max_size=5)
WEEKDAYS = ("Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag")


def card_of(days: list[list[Moment]], size: CardSize) -> bytes:
    """A card with those days."""
    cards = tuple(
        DayCard(name=name, moments=tuple(moments), note="" if moments else "Ingen lektion")
        for name, moments in zip(WEEKDAYS, days, strict=True)
    )
    aid = (HelpCard(icon="star", title="Min lugna plats", text="Grupprum 2"),)
    card = PocketCard(title="Test · v. 49", step="Steg 1 av 4", number=1, days=cards, help=aid)
    blocks = (PocketCards(cards=(card,), size=size),)
    return render_pdf(
        Document(title="T", subject="T", author="", page_text="", format=FORMATS[size], blocks=blocks)
    )


@settings(max_examples=25, deadline=None)
@given(days=DAYS, size=st.sampled_from(CardSize))
def test_letters_stay_in_their_room_and_every_time_is_told(days: list[list[Moment]], size: CardSize) -> None:
    """Up to ten things a day, with names of any length and script."""
    data = card_of(days, size)
    assert misplaced(data) == []
    said = " ".join(one.text for one in spoken(data)).split()
    for moment in (moment for day in days for moment in day):
        assert moment.time in said


@pytest.mark.parametrize(("count", "has_words"), [(1, True), (4, True), (10, False)])
def test_words_give_way_before_times_do(count: int, *, has_words: bool) -> None:
    """On the smallest card ten things a day are told by their times alone."""
    days = [
        [Moment(time=f"{8 + n:02d}.10", name="Svenska", icon="", look=Look.LANGUAGE) for n in range(count)]
        for _ in WEEKDAYS
    ]
    said = " ".join(one.text for one in spoken(card_of(days, CardSize.WALLET)))
    assert said.count(".10") == 5 * count
    assert ("Svenska" in said) is has_words
