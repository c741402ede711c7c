"""The questions alone, on a phone whose processor is slowed four times: tap to next question, and the server's work.

`python -m benchmarks.questions [--taps 120] [--keep]`. Each tap is «Hoppa över» or, at the end of the way, «Ångra»;
what the server works while nobody taps is taken away. `screens.py` holds the same against other ways to build the page.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.screens import BETWEEN_TAPS, GOAL_CPU, GOAL_NEXT, NEXT_QUESTION, Peer, cpu_seconds, on_a_phone
from benchmarks.screens import open_questions as opened
from benchmarks.table import Line, drawn, machine, percentile

IDLE_SECONDS = 5


def ours(folder: Path) -> Peer:
    """The app with the invented student."""
    return Peer(
        "ours",
        [sys.executable, "app.py", "--port", "{port}", "--no-browser"],
        ".card",
        "[data-choice=skip]",
        "/halsa",
        {"STEGVIS_DEMO": "1", "STEGVIS_DATA": str(folder)},
    )


def next_tap(page: Page) -> str:
    """What is tapped: the way on, and back from the end, so that there is always something left to answer."""
    skip = page.locator("[data-choice=skip]")
    return "[data-choice=skip]" if skip.count() else "[data-act=undo]"


def waits(page: Page, peer: Peer, count: int) -> list[float]:
    """Milliseconds from each tap to the next question."""
    place = page.locator(f"{peer.place}:has(h2)").first.element_handle()
    found = []
    for _ in range(count):
        button = page.locator(next_tap(page)).first.element_handle()
        found.append(float(page.evaluate(NEXT_QUESTION, [place, button])))
        page.wait_for_timeout(BETWEEN_TAPS)
    page.wait_for_timeout(1500)
    return found


def measured(browser: Browser, peer: Peer, count: int) -> list[Line]:
    """The lines of the table."""
    with on_a_phone(browser, slowed=True) as (_, page):
        received: list[int] = []
        page.on("websocket", lambda socket: socket.on("framereceived", lambda data: received.append(len(data))))
        opened(page, peer)
        page.wait_for_timeout(3000)
        before = cpu_seconds(peer.pid)
        page.wait_for_timeout(1000 * IDLE_SECONDS)
        idle = (cpu_seconds(peer.pid) - before) / IDLE_SECONDS
        received.clear()
        worked, began = cpu_seconds(peer.pid), time.perf_counter()
        found = waits(page, peer, count)
        worked = cpu_seconds(peer.pid) - worked - idle * (time.perf_counter() - began)
    middle, p95, each = percentile(found, 50), percentile(found, 95), 1000 * worked / count
    return [
        Line(f"next question ({count})", f"p95 ≤ {GOAL_NEXT:g} ms", f"p50 {middle:.0f} ms, p95 {p95:.0f} ms, "
             f"most {max(found):.0f} ms", p95 <= GOAL_NEXT),
        Line("server's work for an answer", f"≤ {GOAL_CPU:g} ms", f"{each:.1f} ms", each <= GOAL_CPU),
        Line("what comes for an answer", "", f"{sum(received) / count / 1024:.1f} KiB"),
    ]  # fmt: skip


def main() -> None:
    """Run, and print the table; `--keep` writes it beside this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--taps", type=int, default=120)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    chromium = os.environ.get("STEGVIS_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory(prefix="stegvis-questions-") as name, sync_playwright() as playwright:
        browser, peer = playwright.chromium.launch(executable_path=chromium), ours(Path(name))
        try:
            peer.start()
            lines = measured(browser, peer, given.taps)
        finally:
            if peer.process is not None:
                peer.process.kill()
                peer.process.wait()
    told = drawn("The questions, processor slowed four times", lines)
    told += machine(dt.datetime.now(dt.UTC).date(), ("streamlit", "playwright"))
    print(told)
    if given.keep:
        Path(__file__).with_suffix(".txt").write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
