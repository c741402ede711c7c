"""What the browser tells of a tap is read with care: anybody can send anything."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.alerts import LONGEST_NOTE
from ui.components.week import WeekEvent, week_event
from ui.components.week.events import LONGEST, event_of

WHOLE: dict[str, Any] = {"id": "e", "act": "lock", "step": 3, "week": "A", "revision": 7}


def test_an_event_is_read_whole() -> None:
    """With what it is about."""
    told = {**WHOLE, "lesson": "mon-7", "onward": True, "minutes": 20, "reason": " Kim vill. ", "change": "c"}
    assert event_of(told) == WeekEvent("e", "lock", 3, "A", 7, "mon-7", onward=True, minutes=20, reason="Kim vill.",
                                       change="c")  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_what_lacks_a_part_is_no_event(name: str) -> None:
    """Nothing is guessed about what was seen."""
    assert event_of({key: value for key, value in WHOLE.items() if key != name}) is None
    assert event_of({**WHOLE, name: None}) is None


def test_what_is_too_long_or_no_number_is_cut_or_left_out() -> None:
    """However it came to be sent."""
    wild = {"lesson": "x" * 999, "reason": "y" * 9999, "minutes": 10**9, "onward": "yes", "change": 3}
    told = event_of({**WHOLE, **wild})
    assert told is not None
    assert len(told.lesson) == LONGEST
    assert len(told.reason) == LONGEST_NOTE
    assert (told.minutes, told.onward, told.change) == (0, False, "")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda of: st.lists(of) | st.dictionaries(
    st.sampled_from([*WHOLE, "lesson", "minutes", "reason"]), of)))  # fmt: skip
def test_anything_at_all_can_be_told(told: Any) -> None:
    """It is an event or it is none, and never a crash."""
    assert event_of(told) is None or isinstance(event_of(told), WeekEvent)


def test_a_week_that_is_not_on_the_screen_tells_nothing() -> None:
    """The page has just been opened."""
    assert week_event("no-such-week") is None
