"""Beside the work the day's copies are made, and nothing that goes wrong there stops anything."""

from __future__ import annotations

import datetime as dt
import logging
import time
from pathlib import Path

import pytest

from casework import upkeep
from casework.anchoring import anchors_of
from casework.backup_copies import case_copies
from casework.cases import create_case
from casework.unlocking import SECRET, the_safe
from casework.upkeep import Upkeep, see_to
from planning.errors import CaseFileError
from storage.actor import ALONE
from tests.opened_store import live_in


def test_a_running_app_has_its_copy_and_its_anchors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One copy however often it looks; at the end the log's newest row is written down."""
    live_in(monkeypatch, tmp_path)
    running = Upkeep(dt.timedelta(milliseconds=20))
    running.start()
    until = time.monotonic() + 60
    while not case_copies(the_safe().places) and time.monotonic() < until:
        time.sleep(0.05)
    create_case(the_safe().store().acting(ALONE), name="Test")
    running.stop()
    assert not running._thread.is_alive()
    assert len(case_copies(the_safe().places)) == 1
    latest = anchors_of(the_safe().places).latest()
    assert latest is not None
    assert latest.head == the_safe().store().head()


def test_a_locked_app_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There are no keys to copy with."""
    live_in(monkeypatch, tmp_path)
    monkeypatch.delenv(SECRET)
    see_to()
    assert case_copies(the_safe().places) == ()


def test_what_goes_wrong_is_logged_by_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """And nothing else of it."""
    live_in(monkeypatch, tmp_path)

    def broken(*_: object) -> None:
        raise CaseFileError("file-is-damaged", file="secret place")

    monkeypatch.setattr(upkeep, "daily", broken)
    monkeypatch.setattr(upkeep, "anchor_at_once", broken)
    with caplog.at_level(logging.ERROR):
        see_to()
        running = Upkeep()
        running.start()
        running.stop()
    assert {record.getMessage() for record in caplog.records} == {"upkeep file-is-damaged"}
