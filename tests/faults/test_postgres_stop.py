"""A database server that stops at once, as in a power cut, while several write: nothing acknowledged is lost."""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from casework.cases import CaseId, CaseStore, create_case, list_cases, open_case, record_answers
from launch.postgres import Server, find_binaries
from planning.access import Role
from planning.errors import CaseFileError
from storage.migrating import migrate
from storage.preparing import prepare
from storage.store import CaseStore as Store
from tests.faults.promises import batches
from tests.opened_store import opened_keys
from tests.storage.postgres_server import TOLD, place_at
from tests.storage.postgres_staff import somebody

STOPS = 5
WRITERS = 3


@pytest.fixture
def server() -> Iterator[Server]:
    """One of the test's own, since it is stopped."""
    binaries = find_binaries(os.environ)
    if binaries is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(TOLD)
    made = Server(binaries)
    try:
        made.start()
        yield made
    finally:
        made.remove()


@pytest.fixture
def coach(server: Server, tmp_path: Path) -> CaseStore:
    """The store as a coach uses it; its keys lie elsewhere."""
    place = place_at(server.url, "stegvis", ("owner_of_stops", "owner-secret"), ("app_of_stops", "app-secret"))
    prepare(server.url, place.owner, place.app)
    migrate(place.owner, opened_keys(tmp_path))
    return Store(place.app, opened_keys(tmp_path), somebody(place, "coach", Role.COACH))


class Writing:
    """Somebody who records answers until told to end, and remembers what was acknowledged and what was told."""

    def __init__(self, store: CaseStore, case_id: CaseId, name: str) -> None:
        self.store, self.case_id, self.name = store, case_id, name
        self.acknowledged: set[str] = set()
        self.told: set[str] = set()
        self.ends = threading.Event()
        self.thread = threading.Thread(target=self._write)
        self.thread.start()

    def _write(self) -> None:
        for batch in batches(self.name, seed=6):
            if self.ends.is_set():
                return
            try:
                self.acknowledged.update(record_answers(self.store, self.case_id, batch))
            except CaseFileError as error:
                self.told.add(error.code)
                time.sleep(0.05)


def until_it_answers(store: CaseStore) -> None:
    """The app goes on by itself: nobody opens it anew."""
    for _ in range(100):
        with suppress(CaseFileError):
            list_cases(store)
            return
        time.sleep(0.1)
    pytest.fail("the app has not found the server again")


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_the_server_stops_at_once(server: Server, coach: CaseStore) -> None:
    """Whatever was being written: what was acknowledged is there, the log is whole, and the app has said so calmly."""
    pauses = random.Random(6)
    case_ids = [create_case(coach, name="Test") for _ in range(WRITERS)]
    acknowledged: dict[CaseId, set[str]] = {case_id: set() for case_id in case_ids}
    for stop in range(STOPS):
        writers = [Writing(coach, case_id, f"w{stop}-{n}") for n, case_id in enumerate(case_ids)]
        time.sleep(pauses.uniform(0.3, 0.8))
        server.stop("immediate")
        time.sleep(0.2)
        server.start()
        until_it_answers(coach)
        for writer in writers:
            writer.ends.set()
            writer.thread.join(30)
            acknowledged[writer.case_id] |= writer.acknowledged
            assert writer.told <= {"database-unavailable"}
        assert coach.check() is None
    assert all(acknowledged.values())
    for case_id, ids in acknowledged.items():
        assert ids <= {event.id for event in open_case(coach, case_id).events}


@pytest.mark.slow
def test_a_server_that_is_away_is_told_calmly_and_used_when_it_is_back(server: Server, coach: CaseStore) -> None:
    """Reading and writing both say that the database does not answer; afterwards the same store goes on."""
    case_id = create_case(coach, name="Test")
    server.stop("fast")
    for act in (lambda: list_cases(coach), lambda: create_case(coach, name="Testa")):
        with pytest.raises(CaseFileError, match="database-unavailable"):
            act()
    server.start()
    assert [summary.id for summary in list_cases(coach)] == [case_id]
