"""Which copies lie where, and how long they are kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import now as clock
from casework.backup_copies import KEY_COPIES, case_copies, drop_old_keys, kept_of, key_copies
from casework.backups import (
    backup_state,
    daily,
    make_backup,
)
from casework.cases import create_case
from storage.anchors import ANCHOR_FILE
from storage.encrypted_backup import COPIES
from tests.casework.one_computer import Alone
from tests.casework.staffed import Watch

ROOT = Path(__file__).parents[2]
CANARY = "Kanariefågel"


moments = st.datetimes(
    dt.datetime(2025, 1, 1), dt.datetime(2027, 1, 1), timezones=st.just(dt.UTC)  # noqa: DTZ001  the zone is given beside
)


@pytest.fixture
def alone(tmp_path: Path, watch: Watch) -> Alone:
    """A computer with one case."""
    made = Alone(tmp_path / "kept")
    create_case(made.store, name=CANARY)
    return made


def test_copies_of_keys_are_never_older_than_thirty_days(alone: Alone, watch: Watch) -> None:
    """Whether newer ones are made or not."""
    daily(alone.store, alone.places)
    watch.on(dt.timedelta(days=29, hours=23))
    drop_old_keys(alone.places)
    assert len(key_copies(alone.places)) == 1
    watch.on(dt.timedelta(hours=1))
    drop_old_keys(alone.places)
    assert key_copies(alone.places) == ()


@given(made=st.sets(moments, max_size=60))
def test_the_newest_is_always_kept_and_never_too_many(made: set[dt.datetime]) -> None:
    """Seven days, four weeks and twelve months at most, the last of each; what is kept is kept again."""
    kept = kept_of(made)
    assert kept <= made
    assert len(kept) <= 7 + 4 + 12
    assert not made or max(made) in kept
    assert kept_of(kept) == kept
    days = sorted({moment.astimezone(clock.SCHOOL_TIME).date() for moment in made}, reverse=True)
    assert {moment.astimezone(clock.SCHOOL_TIME).date() for moment in kept} >= set(days[:7])


def test_every_copy_of_the_last_day_is_kept(alone: Alone, watch: Watch) -> None:
    """One made by hand after a mistake leaves the one from before it."""
    for _ in range(3):
        make_backup(alone.store, alone.places)
        watch.on(dt.timedelta(hours=2))
    assert len(case_copies(alone.places)) == 3
    watch.on(dt.timedelta(days=2))
    make_backup(alone.store, alone.places)
    assert len(case_copies(alone.places)) == 2


def test_a_year_of_days_leaves_days_weeks_and_months() -> None:
    """Twenty-one copies: some are the last of a week and of a day at once."""
    year = [dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC) + dt.timedelta(days=day) for day in range(365)]
    kept = sorted(kept_of(year), reverse=True)
    assert [moment.day for moment in kept[:7]] == [31, 30, 29, 28, 27, 26, 25]
    assert [(moment.month, moment.day) for moment in kept if moment.month < 12] == [
        (11, 30), (10, 31), (9, 30), (8, 31), (7, 31), (6, 30), (5, 31), (4, 30), (3, 31), (2, 28), (1, 31),
    ]  # fmt: skip


def test_it_is_late_when_days_go_by_without_one(alone: Alone, watch: Watch) -> None:
    """And before the first; the app says so."""
    assert backup_state(alone.places).is_late
    daily(alone.store, alone.places)
    watch.on(dt.timedelta(days=2))
    assert not backup_state(alone.places).is_late
    watch.on(dt.timedelta(minutes=1))
    assert backup_state(alone.places).is_late


def test_what_a_killed_copying_left_is_removed_at_the_next(alone: Alone) -> None:
    """No copy in plain lies there longer than that."""
    folder = alone.places.folder / COPIES
    folder.mkdir()
    (folder / "arenden-20261101T000000000000Z.kopia.sqlite.part").write_bytes(b"half")
    daily(alone.store, alone.places)
    assert not list(folder.glob("*.part*"))


def test_copies_lie_apart_and_anchors_beside(alone: Alone) -> None:
    """Cases in one folder, keys in another, so that they can be carried to different places."""
    daily(alone.store, alone.places)
    assert (COPIES, KEY_COPIES) == ("kopior", "nyckelkopior")
    assert (alone.places.folder / ANCHOR_FILE).exists()
