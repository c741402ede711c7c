"""What the tests of all pages look at: one coach's app and a municipality's, with a case for each thing to be seen."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from casework import people
from casework.app_verbs import CASE_FILE
from casework.cases import create_case, record_answers, take_in_timetable, write_facts
from casework.course_verbs import begin_draft, inform_guardians, present, submit
from casework.demo import demo_facts, demo_timetable, seed_demo
from planning.access import Role
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from storage.records import CaseId
from storage.store import CaseStore
from tests.browser.answered_town import Town, town_with_proposal
from tests.browser.logged import LoggedApp
from tests.browser.running import App, free_port
from tests.casework.followed_cases import TOLD, made_for_real, planned
from tests.casework.ready_case import ready_facts
from tests.opened_store import opened_store

LONGEST_WAIT = 30_000
NAME = "Kim Exempel"
"""Whose case the demonstration is; looked for where names must be veiled."""
ANSWERED = [{"guardian": "Förälder Ett", "offered": "2026-11-02", "channel": "möte", "answered": "2026-11-03"}]
STILL = '[data-test-script-state="notRunning"]'


@dataclass
class House:
    """Both apps while they run, the cases by what they show, and one tab for each who sits there."""

    browser: Browser
    folder: Path
    options: dict[str, Any] = field(default_factory=dict)
    """How each browser is: its size, language, colours."""
    cases: dict[str, CaseId] = field(default_factory=dict)
    town: Town | None = None
    apps: dict[str, App] = field(default_factory=dict)
    contexts: dict[str, BrowserContext] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)
    """Every host that any tab has asked for anything, or tried to."""
    complaints: list[str] = field(default_factory=list)
    """What the browser has said is wrong: errors of scripts, and what the page's policy has stopped."""

    def tab(self, who: str) -> Page:
        """The tab of that one: «alone», «nobody» before a door, or somebody of the municipality."""
        if who not in self.contexts:
            self.contexts[who] = self._context(who)
            self.contexts[who].new_page()
        return self.contexts[who].pages[0]

    def address(self, who: str) -> str:
        """The app that they are in."""
        return self.apps[who if who in ("alone", "locked") else "town"].address

    def go(self, who: str, path: str, case: str = "") -> Page:
        """Their tab at that path, with that case in hand, when everything is drawn."""
        tab = self.tab(who)
        given = f"?arende={self.cases[case]}" if case else ""
        tab.goto(f"{self.address(who)}/{path}{given}")
        drawn(tab)
        return tab

    def stands_before(self, who: str, path: str) -> Page:
        """Their tab before a door, which is plain HTML."""
        tab = self.tab(who)
        tab.goto(self.address(who) + path)
        return tab

    def _context(self, who: str) -> BrowserContext:
        size = {"viewport": {"width": 1440, "height": 900}, "locale": "sv-SE", **self.options}
        made = self.browser.new_context(**size)
        made.set_default_timeout(LONGEST_WAIT)
        made.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        made.on("page", lambda page: page.on("websocket", lambda socket: self.hosts.add(urlsplit(socket.url).netloc)))
        made.on("weberror", lambda broken: self.complaints.append(str(broken.error)))
        made.on("console", self._listen)
        if self.town is not None and who in self.town.users:
            secret = self.town.sessions().begin(self.town.users[who])
            made.add_cookies([{"name": "stegvis", "value": secret, "url": self.address(who)}])
        return made

    def _listen(self, message: ConsoleMessage) -> None:
        # Streamlit looks for the root of the app from below, and finds it after a try that fails.
        if message.type == "error" and "/_stcore/" not in message.location.get("url", ""):
            self.complaints.append(message.text)


def drawn(page: Page) -> None:
    """Wait until the page has been drawn and stands still."""
    page.locator(STILL).wait_for(state="attached", timeout=60_000)
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton], [data-testid=stSpinner]')")
    page.wait_for_timeout(250)
    page.locator(STILL).wait_for(state="attached", timeout=60_000)


@contextmanager
def house_of(browser: Browser, **options: Any) -> Iterator[House]:
    """Both apps, until the block is left."""
    folder = Path(tempfile.mkdtemp(prefix="stegvis-pages-"))
    house = House(browser, folder, options)
    try:
        _furnish_alone(house)
        _furnish_town(house)
        for app in house.apps.values():
            app.start()
        yield house
    finally:
        for context in house.contexts.values():
            context.close()
        for app in house.apps.values():
            if app.process is not None:
                app.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _furnish_alone(house: House) -> None:
    folder = house.folder / "alone"
    folder.mkdir(parents=True)
    store = opened_store(folder / CASE_FILE)
    house.cases["demo"] = seed_demo(store)
    house.cases["new"] = create_case(store, name="Nova Ny")
    house.cases["ready"] = planned(store)
    house.cases["sent"] = planned(store, ready_facts(guardian_views=ANSWERED))
    for verb in (begin_draft, present, inform_guardians):
        verb(store, house.cases["sent"], TOLD)
    made_for_real(store, house.cases["sent"])
    submit(store, house.cases["sent"])
    house.cases["conflict"] = _case(store, "Krister Krock", goals={"lessons_per_week": [{"least": 3, "most": 1}]})
    house.cases["held"] = _case(store, "Hilma Hållen")
    _answer(store, house.cases["held"], TR3=Answer(choice=Choice.YES))
    house.cases["damaged"] = create_case(store, name="Doris Defekt")
    store.close()
    _damage(folder / CASE_FILE, house.cases["damaged"])
    house.apps["alone"] = App(folder=folder, port=free_port())
    house.apps["locked"] = LoggedApp(folder=house.folder / "locked", port=free_port())


def _furnish_town(house: House) -> None:
    """A municipality with one of each role around a case that lies at the school, and two who have none."""
    house.town = town = town_with_proposal(house.folder / "town")
    for who, role in (("newcomer", Role.COACH), ("administrator", Role.ADMINISTRATOR)):
        town.users[who] = people.add_user(town.store, "https://login.example", who, f"{who.capitalize()} Exempel")
        people.give_role(town.store, town.users[who], role, people.add_unit(town.store, f"Skolan för {who}"))
    house.cases["ours"], house.apps["town"] = town.case, town.app


def _case(store: CaseStore, name: str, **facts: Any) -> CaseId:
    case_id = create_case(store, name=name)
    known = demo_facts().model_dump() | {"student": name} | facts
    write_facts(store, case_id, type(demo_facts()).model_validate(known))
    take_in_timetable(store, case_id, demo_timetable())
    return case_id


def _damage(file: Path, case_id: CaseId) -> None:
    """What is kept of the case can no longer be unsealed."""
    with sqlite3.connect(file) as database:
        database.execute("update facts set content = x'00' where case_id = ?", (case_id,))


def _answer(store: CaseStore, case_id: CaseId, **said: Answer) -> None:
    at = dt.datetime.now(dt.UTC)
    given = said.items()
    events = [AnswerEvent(id=EventId(f"{case_id}-{q}"), question=QuestionId(q), answer=a, at=at) for q, a in given]
    record_answers(store, case_id, events)


def heading(page: Page, name: str) -> None:
    """Wait for that heading."""
    expect(page.get_by_role("heading", name=name).first).to_be_visible(timeout=60_000)
