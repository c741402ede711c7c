"""Whatever a browser sends, and however it breaks off: nothing is half saved, nothing lost, and the app stays up."""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from casework.cases import CaseId, create_case, take_in_timetable
from casework.unlocking import CASE_FILE
from tests.browser.running import App, free_port
from tests.casework.small_week import problem
from tests.faults.opened import audit_faults, let_go, opened
from tests.faults.storm_client import Client, elements, session_id

CLICKS = 60
SEED = 20261127
START = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)
NAIVE = Path(__file__).parent / "naive_app.py"
LARGE = 5 * 2**20
HEALTH_TIMES = 15
MORE_THAN_IDLE = 200
"""Milliseconds that a well app may take longer to say so than when nobody knocks (`security.md` §8 no 6)."""

Log = list[dict[str, Any]]


@dataclass
class Storm:
    """The running app with one case, and what has been sent to it."""

    app: App
    case_id: CaseId
    client: Client
    component: str = ""
    page: str = ""
    sent: list[Log] = field(default_factory=list)
    rng: random.Random = field(default_factory=lambda: random.Random(SEED))

    def open_questions(self) -> None:
        """From where the tab is to the questions, as a coach clicks."""
        self.client.rerun(page=self.page)
        for _ in range(6):
            heard = self.client.hear(10, until_finished=True)
            self.page = next((m.new_session.page_script_hash for m in heard if m.HasField("new_session")), self.page)
            if found := [each.id for each in elements(heard, "bidi_component") if "questions" in each.id]:
                self.component = found[0]
                return
            if ways := [each.id for each in elements(heard, "button") if f"go_{self.case_id}" in each.id]:
                self.client.rerun({ways[0]: True}, self.page)
        pytest.fail("the questions were not drawn")

    def group(self) -> Log:
        """Three answers that belong together."""
        number = len(self.sent)
        return [
            {
                "id": str(UUID(int=self.rng.getrandbits(128))), "question": f"AM{part + 1}", "choice": "yes",
                "ticks": [], "undo": False, "at": (START + dt.timedelta(seconds=number)).isoformat(), "by": "student",
                "follows": None,
            }
            for part in range(3)
        ]  # fmt: skip

    def tap(self, log: Log, *, times: int = 1) -> None:
        """Sends a log, as the questionnaire does."""
        self.client.rerun({self.component: {"log": {"events": log}}}, self.page, times=times)

    def stored(self) -> list[str]:
        """What is in the file now."""
        store = opened(self.app.folder / CASE_FILE)
        with store.reading() as reader:
            events = [str(event.id) for event in reader.events(self.case_id)]
        let_go(store)
        return events

    def acknowledged(self) -> set[str]:
        """Ids of ours that the app has sent back: it does so only with what is durable."""
        told = " ".join(str(each.json) + str(each.mixed) for each in elements(self.client.received, "bidi_component"))
        return {event["id"] for log in self.sent for event in log if event["id"] in told}

    def torn(self) -> int:
        """Groups of which a part is there."""
        stored = set(self.stored())
        return sum(0 < sum(event["id"] in stored for event in log) < len(log) for log in self.sent)


@pytest.fixture(scope="module")
def storm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storm]:
    """The app with one case whose timetable is there."""
    folder = tmp_path_factory.mktemp("storm")
    store = opened(folder / CASE_FILE)
    case_id = create_case(store, name="Test Testsson")
    take_in_timetable(store, case_id, problem().timetable)
    let_go(store)
    app = App(folder, free_port())
    app.start()
    client = Client(app.port)
    client.visit()
    assert client.knock()
    yield Storm(app, case_id, client)
    client.leave()
    app.kill()


@pytest.mark.slow
def test_sixty_rapid_clicks_leave_nothing_half_saved(storm: Storm) -> None:
    """Logs of three answers, doubled, and broken off by a dead line: whole or not there, and afterwards all there."""
    storm.open_questions()
    mine = session_id(storm.client.received)
    for click in range(CLICKS):
        storm.sent.append(storm.group())
        storm.tap(storm.sent[-1], times=1 + click % 2)
        storm.client.hear(storm.rng.uniform(0, 0.05))
        if click % 20 == 19:
            # In the middle of a save the line goes dead; the tab comes back with its old session's id.
            storm.client.leave(politely=False)
            assert storm.client.knock(session_id=mine)
            storm.open_questions()
            mine = session_id(storm.client.received[::-1])
    storm.client.hear(3)
    assert storm.torn() == 0
    assert storm.acknowledged() <= set(storm.stored())
    storm.tap([event for log in storm.sent for event in log])
    storm.client.hear(5)
    everything = [event["id"] for log in storm.sent for event in log]
    assert Counter(storm.stored()) == Counter(everything)
    assert storm.acknowledged() == set(everything)
    store = opened(storm.app.folder / CASE_FILE)
    assert audit_faults(store) == 0
    let_go(store)


@pytest.mark.slow
def test_a_session_s_id_opens_nothing_for_another_browser(storm: Storm) -> None:
    """Who comes with a foreign id and without its cookie gets a session of their own, or none."""
    stranger = Client(storm.app.port)
    stranger.visit()
    foreign = session_id(storm.client.received)
    if stranger.knock(session_id=foreign):
        stranger.rerun()
        stranger.hear(10, until_finished=True)
        if stranger.received:
            assert session_id(stranger.received) != foreign
    stranger.leave()
    assert storm.app.is_well()


@pytest.mark.slow
def test_frames_that_are_none_hang_up_on_their_sender_alone(storm: Storm) -> None:
    """Text, noise and 5 MB of nothing: the app stays well, and what is stored stays as it was."""
    before = storm.stored()
    for frame in ("text", b"\xff" * 400, bytes(LARGE), b"\x0a" + bytes(LARGE), os.urandom(2000)):
        rude = Client(storm.app.port)
        rude.visit()
        if rude.knock():
            rude.send(frame)
            rude.hear(0.3)
        rude.leave(politely=False)
        assert storm.app.is_well()
    assert storm.stored() == before


@pytest.mark.slow
def test_foreign_pages_do_not_slow_the_app_down(storm: Storm) -> None:
    """Ten handshakes from a foreign origin are refused, and meanwhile the app answers as fast as before."""
    idle = storm.client.health_ms(HEALTH_TIMES)
    with ThreadPoolExecutor(10) as knocking:
        strangers = [
            knocking.submit(Client(storm.app.port).knock, f"https://{number}.exempel.test") for number in range(10)
        ]
        meanwhile = storm.client.health_ms(HEALTH_TIMES)
        assert not any(stranger.result() for stranger in strangers)
    assert meanwhile - idle < MORE_THAN_IDLE


@pytest.mark.slow
def test_the_storm_tears_a_save_that_speaks_to_streamlit_in_between(tmp_path: Path) -> None:
    """The same clicks on a page that saves step by step leave halves behind, so the test above can fail."""
    notes = tmp_path / "notes"
    port = free_port()
    app = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(NAIVE), "--server.port", str(port), "--server.headless", "true",
         "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none"],
        env={**os.environ, "STEGVIS_NAIVE": str(notes)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        client = Client(port, health="/_stcore/health")
        for _ in range(100):
            time.sleep(0.2)
            if client.knock():
                break
        client.rerun()
        button = elements(client.hear(20, until_finished=True), "button")[0].id
        rng = random.Random(SEED)
        for _ in range(CLICKS):
            client.rerun({button: True})
            client.hear(rng.uniform(0, 0.05))
        client.hear(1)
    finally:
        app.kill()
        app.wait()
    halves = Counter(line.split()[0] for line in notes.read_text(encoding="utf-8").splitlines())
    assert halves["first"] > halves["second"]
