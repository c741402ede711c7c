"""The log's newest row is written down apart from it, and the log is held against that."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.anchoring import anchor_at_once, anchors_of, check_log
from casework.cases import list_cases
from casework.unlocking import the_safe
from planning.access import Role
from storage.anchors import ANCHOR_FILE, Anchors
from tests.casework.staffed import Staffed, Watch
from tests.opened_store import live_in

MONDAY_NINE = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)
"""Nine o'clock at school."""


def test_the_log_is_held_against_what_is_written_down_apart_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, watch: Watch
) -> None:
    """At once before the app locks, and not twice the same; a tail that is cut off is told, and since when."""
    live_in(monkeypatch, tmp_path)
    store = the_safe().store().acting(Staffed(tmp_path).store.actor)
    list_cases(store)
    watch.on(dt.timedelta(minutes=20))
    for _ in range(2):
        anchor_at_once()
    assert len(anchors_of(the_safe().places).every()) == 1
    assert check_log(store).broken is None
    Anchors(tmp_path / ANCHOR_FILE).add(store.head().model_copy(update={"number": 99}), watch.now)
    state = check_log(store)
    assert state.broken is not None
    assert (state.broken.reason, state.broken.number, state.sound_until) == ("cut", 99, watch.now)
    the_safe().lock()
    anchor_at_once()
    assert len(anchors_of(the_safe().places).every()) == 2


def test_an_hour_passes_between_two_anchors(tmp_path: Path, school: Staffed, watch: Watch) -> None:
    """Unless they are asked for at once; an empty log has none."""
    anchors = Anchors(tmp_path / ANCHOR_FILE)
    anchors.keep_up(school.store.head(), watch.now)
    assert anchors.every() == ()
    for minutes in (0, 59, 60, 61):
        list_cases(school.somebody(Role.COACH))
        anchors.keep_up(school.store.head(), MONDAY_NINE + dt.timedelta(minutes=minutes))
    assert [anchor.at for anchor in anchors.every()] == [MONDAY_NINE, MONDAY_NINE + dt.timedelta(hours=1)]
