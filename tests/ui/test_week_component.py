"""Where lessons stand in the week, and how they are told apart."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planning.clock import Weekday
from ui.components.week import (
    HUES,
    LEAST_MINUTES,
    Act,
    AskedAbout,
    Card,
    CardState,
    PlanWeek,
    Tool,
    WeekView,
    hue,
    in_lanes,
    plan_data,
    week_data,
)
from ui.components.week.words import words

spans = st.tuples(st.integers(480, 900), st.integers(5, 120))


def card(
    start: int, end: int, name: str = "x", day: Weekday = Weekday.MON, state: CardState = CardState.IN
) -> Card:
    """A lesson, or something else, with nothing but its time."""
    return Card(id=f"{name}-{start}-{end}", weekday=day, start=start, end=end, subject=name, state=state)


def item(start: int, end: int, name: str = "x") -> Card:
    """What is not a lesson, with nothing but its time."""
    return card(start, end, name, state=CardState.ITEM)


@given(st.lists(st.tuples(spans, st.booleans()), max_size=9))
def test_nothing_is_drawn_over_anything_else(times: list[tuple[tuple[int, int], bool]]) -> None:
    """However many lie at the same time, each can be seen whole, and lessons at their own times."""
    placed = in_lanes(
        (item if is_item else card)(start, start + length, str(n)) for n, ((start, length), is_item) in enumerate(times)
    )

    assert len(placed) == len(times)
    for one in placed:
        assert 0 <= one.left < one.left + one.width <= 1.0001
        assert one.span.start < one.span.end
        if one.card.state is CardState.IN:
            assert one.span == (one.card.start, one.card.end)
        for other in placed:
            if one is not other and one.span.start < other.span.end and other.span.start < one.span.end:
                assert one.left + one.width <= other.left + 1e-6 or other.left + other.width <= one.left + 1e-6


def test_a_short_item_grows_into_free_time_and_never_over_a_lesson() -> None:
    """A text keeps its beginning; who meets at the door stands before the lesson, and the ride gives way a little."""
    placed = {
        one.card.subject: one
        for one in in_lanes([
            item(505, 510, "text"), item(540, 560, "ride"), item(565, 570, "meets"), card(570, 630, "lesson"),
            item(630, 635, "between"), card(640, 700, "next"),
        ])
    }  # fmt: skip
    assert placed["text"].span == (505, 505 + LEAST_MINUTES)
    assert placed["meets"].span == (570 - LEAST_MINUTES, 570)
    assert placed["ride"].span == (540, 570 - LEAST_MINUTES)
    assert placed["between"].span == (630, 640)
    assert {one.width for one in placed.values()} == {1}


def test_a_long_item_keeps_its_time() -> None:
    """Only what is too short to be read is drawn longer."""
    (alone,) = in_lanes([item(600, 660)])
    assert alone.span == (600, 660)


def test_items_at_the_same_time_stand_under_each_other_where_there_is_room() -> None:
    """A ride that begins during a check-in, beside the lunch of the others."""
    lunch = card(685, 725, "lunch", state=CardState.OTHER)
    placed = {one.card.subject: one for one in in_lanes([item(685, 705, "check-in"), item(695, 715, "ride"), lunch])}
    assert placed["check-in"].span.end == placed["ride"].span.start
    assert placed["check-in"].left == placed["ride"].left == placed["lunch"].width
    assert placed["ride"].width > 0.5


def test_the_browser_is_told_which_form_a_card_has() -> None:
    """And its drawing; the time that is told stays the item's own."""
    (day, *_) = week_data([item(505, 510)], "")["days"]
    (told,) = day["lessons"]
    assert (told["state"], told["time"], told["minutes"]) == ("item", "08.25–08.30", LEAST_MINUTES)


def test_a_lesson_alone_takes_the_whole_width() -> None:
    """One that touches another only at its end is alone."""
    first, second = in_lanes([card(540, 600), card(600, 660)])

    assert (first.width, second.width) == (1, 1)


def test_the_ruler_begins_and_ends_on_whole_hours() -> None:
    """And spans every lesson."""
    data = week_data([card(505, 545), card(800, 845)], "")

    assert data["hours"][0]["text"] == "08.00"
    assert data["hours"][-1]["text"] == "15.00"
    assert data["length"] == 7 * 60


def test_a_school_week_has_five_days_and_others_only_when_used() -> None:
    """An empty Friday is still there; Saturday is not."""
    assert [day["name"] for day in week_data([card(480, 540)], "")["days"]] == [
        "måndag", "tisdag", "onsdag", "torsdag", "fredag",
    ]  # fmt: skip
    assert len(week_data([card(480, 540, day=Weekday.SAT)], "")["days"]) == 6


def test_a_subject_keeps_its_colour() -> None:
    """Whatever its letters' size, and in every case."""
    assert hue("Bild") == hue("BILD")
    assert 0 <= hue("Hem- och konsumentkunskap") < HUES


def test_a_week_in_hand_tells_the_browser_what_it_offers_and_what_was_seen() -> None:
    """Views by name, buttons with their places, and what speaks against a change beside its lesson."""
    one = card(480, 540, "Bild")
    offers = replace(one, acts=(Act("lock", "Lås", "lock", "lock"),), parts=(10, 20), comments=("Varför då?",))
    asked = AskedAbout(one.id, ("Det går emot.",), (("c1", "Bild låst."),), asks_reason=True)
    week = PlanWeek(
        views=[WeekView("step", "Steget", [offers]), WeekView("ordinary", "Vanliga schemat", [one], ("Så är den.",))],
        hours=("1 h", "av 24 h"), seen={"step": 2, "week": "", "revision": 9}, tools=(Tool("undo", "Ångra", "c1"),),
        said=("Klart.",), answers={one.id: ("För att.",)}, asked=asked, answered="e", today=Weekday.MON,
    )  # fmt: skip
    data = plan_data(week, "")
    assert [view["name"] for view in data["views"]] == ["Steget", "Vanliga schemat"]
    assert data["views"][1]["notes"] == ["Så är den."]
    (lesson,) = data["views"][0]["days"][0]["lessons"]
    assert lesson["acts"] == [{"code": "lock", "label": "Lås", "slot": "lock", "icon": "lock"}]
    assert (lesson["parts"], lesson["comments"]) == ([10, 20], ["Varför då?"])
    assert [day["today"] for day in data["views"][0]["days"]] == [True, False, False, False, False]
    plan = data["plan"]
    assert plan["seen"] == {"step": 2, "week": "", "revision": 9}
    assert plan["asked"]["takes"] == [["c1", "Bild låst."]]
    assert (plan["asked"]["card"], plan["asked"]["lines"]) == (one.id, ["Det går emot."])
    assert (plan["asked"]["may_be"], plan["asked"]["asks_reason"]) == (True, True)
    assert plan["tools"] == [{"act": "undo", "label": "Ångra", "change": "c1"}]
    assert (plan["said"], plan["answers"], plan["answered"]) == (["Klart."], {one.id: ["För att."]}, "e")


def test_every_word_of_the_week_is_there_with_its_places() -> None:
    """A place that the browser fills in survives translation."""
    said = words()
    assert all(said.values())
    for name, place in (("free", "{days}"), ("first", "{n}"), ("last", "{n}"), ("short_minutes", "{n}")):
        assert place in str(said[name])
        assert "{{" not in str(said[name])
