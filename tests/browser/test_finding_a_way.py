"""Finding a way in a real browser: plans side by side, a conflict left by one tap, and a search that is watched."""

from __future__ import annotations

import datetime as dt
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from casework.cases import open_case, record_answers, write_facts
from casework.demo import DEMO_CASE
from casework.facts import FullReturn, Goals
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.browser.running import App
from tests.browser.steps import WIDTHS, picture
from tests.opened_store import opened_store

pytestmark = pytest.mark.browser

SLOW = 90_000
"""Milliseconds that a plan may take on a busy machine."""


def open_plan(app: App, page: Page) -> None:
    """The page of the invented student's plan."""
    page.goto(app.address)
    expect(page.locator(".card h2")).to_be_visible()
    page.get_by_role("button", name="Plan", exact=True).click()


def settled(page: Page) -> None:
    """Wait until the page is drawn."""
    page.wait_for_timeout(300)
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached(timeout=SLOW)


def fits(page: Page) -> None:
    """Nothing is wider than the screen, at any of the widths and at the narrowest."""
    for width, height in (*WIDTHS.values(), (320, 700)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(250)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1440, "height": 900})


def test_plans_lie_side_by_side_and_one_is_chosen(demo: App, page: Page) -> None:
    """Beside each other where there is room and under each other on a phone; one tap chooses, one takes it back."""
    open_plan(demo, page)
    box = page.locator(".st-key-plan_choices")
    look = box.get_by_role("button", name="Leta efter andra planer")
    expect(look).to_be_visible(timeout=SLOW)
    settled(page)
    look.click()
    cards = box.locator(".card")
    expect(box.get_by_role("button", name="Välj den här").first).to_be_visible(timeout=SLOW)
    assert 2 <= cards.count() <= 3
    assert box.get_by_role("img", name="Steg 1: ").count() == cards.count()
    box.scroll_into_view_if_needed()
    picture(page, "30-planer-sida-vid-sida")
    fits(page)

    first, second = (cards.nth(n).bounding_box() for n in (0, 1))
    assert first is not None
    assert second is not None
    assert (first["y"], first["height"]) == (second["y"], second["height"])
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(300)
    above, below = (cards.nth(n).bounding_box() for n in (0, 1))
    assert above is not None
    assert below is not None
    assert below["y"] >= above["y"] + above["height"]
    facts, drawing = (cards.nth(1).locator(part).bounding_box() for part in ("dl", ".weeks"))
    assert facts is not None
    assert drawing is not None
    assert facts["y"] < drawing["y"], "the differences come before the drawing"
    page.set_viewport_size({"width": 1440, "height": 900})

    box.get_by_role("button", name="Välj den här").first.click()
    expect(box.get_by_text("Nu gäller den plan som du valde")).to_be_visible(timeout=SLOW)
    box.get_by_role("button", name="Ångra").click()
    expect(box.get_by_text("Valet är tillbakataget.")).to_be_visible(timeout=SLOW)


def test_a_conflict_is_left_by_one_tap_and_come_back_to_by_another(demo: App, page: Page) -> None:
    """How long a limit holds is said on its card, with what that opens; the plan is there at once."""
    in_the_way(demo)
    open_plan(demo, page)
    conflict = page.get_by_role("heading", name="Det går inte ihop just nu")
    expect(conflict).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("Elevens egna ord: «De här tiderna är redan upptagna för mig")).to_be_visible()
    way = page.locator(".card", has=page.get_by_role("button", name="Ja, det gäller till och med steg 5"))
    expect(way.get_by_role("heading")).to_contain_text("släpps i steg 6")
    expect(way).to_contain_text("2 h 10 min i veckan")
    expect(way.get_by_role("img", name="Steg 1: måndag Slöjd")).to_be_visible()
    expect(page.get_by_text("Under tiden:")).to_be_visible()
    settled(page)
    picture(page, "31-krock-med-vagar")
    fits(page)

    way.get_by_role("button").click()
    expect(page.get_by_role("heading", name="Planen, steg för steg")).to_be_visible(timeout=SLOW)
    taken = page.locator(".st-key-wayrow_taken")
    expect(taken).to_contain_text("till och med steg 5.", timeout=SLOW)
    assert last_step_of(demo) == 5
    settled(page)
    taken.get_by_role("button", name="Ångra").click()

    expect(conflict).to_be_visible(timeout=SLOW)
    assert last_step_of(demo) is None


def test_a_search_that_takes_its_time_survives_a_reload_and_is_cancelled(demo: App, page: Page) -> None:
    """It goes on in its worker, whichever tab looks; when it is cancelled the page says so and what can be done."""
    page.goto(demo.address)
    expect(page.locator(".card h2")).to_be_visible()
    with HeldUp(demo) as is_held:
        page.get_by_role("button", name="Plan", exact=True).click()
        is_held()
        stop = page.get_by_role("button", name="Avbryt")
        expect(stop).to_be_visible(timeout=SLOW)
        expect(page.get_by_text("Letar efter en lugn väg …").first).to_be_visible()
        picture(page, "32-letar")
        fits(page)

        page.reload()
        expect(stop).to_be_visible(timeout=SLOW)
        other = page.context.new_page()
        other.goto(page.url)
        expect(other.get_by_role("button", name="Avbryt")).to_be_visible(timeout=SLOW)
        other.close()

        settled(page)
        stop.click()
        expect(page.get_by_role("heading", name="Planen blev inte klar")).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("Sökandet efter en plan avbröts.")).to_be_visible()
    settled(page)
    picture(page, "33-avbruten")
    page.get_by_role("button", name="Pröva igen").click()
    expect(page.get_by_role("heading", name="Steg 1")).to_be_visible(timeout=SLOW)


def in_the_way(app: App) -> None:
    """Monday mornings are taken, nobody has said for how long, and everything is to be back in step six."""
    store = opened_store(next(app.folder.glob("arenden.stegvis")))
    facts = open_case(store, DEMO_CASE).facts
    goals = Goals(full_return=FullReturn(from_step=6))
    write_facts(store, DEMO_CASE, facts.model_copy(update={"goals": goals}))
    taken = Answer(choice=Choice.YES, ticks=("mon_am",))
    at = dt.datetime.now(dt.UTC)
    record_answers(
        store, DEMO_CASE, [AnswerEvent(id=EventId("taken"), question=QuestionId("TI9"), answer=taken, at=at)]
    )
    store.close()


def last_step_of(app: App) -> int | None:
    """Until which step it is said that Monday mornings are taken."""
    store = opened_store(next(app.folder.glob("arenden.stegvis")))
    answer = open_case(store, DEMO_CASE).sheet.of("TI9")
    store.close()
    assert answer is not None
    return answer.last_step


class HeldUp:
    """The worker processes of the app stand still as soon as they are there; calling it waits until one does."""

    def __init__(self, app: App) -> None:
        assert app.process is not None
        self._app = app.process.pid
        self._held: set[int] = set()

    def __enter__(self) -> Callable[[], None]:
        if not Path("/proc").is_dir():
            pytest.skip("processes are told of in /proc on Linux alone")
        self._hold()
        return self._wait

    def __exit__(self, *_: object) -> None:
        for pid in self._held:
            try:
                os.kill(pid, signal.SIGCONT)
            except ProcessLookupError:
                continue

    def _wait(self) -> None:
        until = time.monotonic() + 30
        while not self._held:
            assert time.monotonic() < until, "no worker was started"
            self._hold()
            time.sleep(0.02)

    def _hold(self) -> None:
        for pid in workers_of(self._app):
            os.kill(pid, signal.SIGSTOP)
            self._held.add(pid)


def workers_of(app: int) -> Iterator[int]:
    """The worker processes that the app has started."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            is_worker = b"scheduler.worker_process" in (folder / "cmdline").read_bytes()
        except (OSError, ValueError):
            continue
        if parent == app and is_worker:
            yield int(folder.name)
