"""The questions on a phone: ours, the same as plain Streamlit widgets, and in NiceGUI, measured in turns in one run.

How long until one can answer with the processor slowed four times, how long from a tap to the next question, what the
server works for an answer, and what it keeps for each tab. `--peers PYTHON` names the environment that NiceGUI is in
(requirements-peers.txt); without it that column is left out, and the table says so.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
if str(HOUSE) not in sys.path:
    sys.path.insert(0, str(HOUSE))

from playwright.sync_api import (  # noqa: E402 - the house is found first
    Browser,
    BrowserContext,
    ElementHandle,
    Page,
    sync_playwright,
)

from benchmarks.table import Line, drawn, machine, percentile  # noqa: E402 - the house is found first
from questionnaire.bank import load_bank  # noqa: E402 - the house is found first
from tests.browser.running import free_port  # noqa: E402 - the house is found first

PHONE = {"width": 390, "height": 844}
SLOWED = 4
BETWEEN_TAPS = 400
"""Milliseconds: nobody reads a question faster, and ours takes no second tap sooner than 250."""
WARM_TABS, MORE_TABS = 10, 20
GOAL_USABLE, GOAL_NEXT, GOAL_CPU, GOAL_TAB = 3.0, 50.0, 10.0, 0.2
"""Seconds, milliseconds, milliseconds and MiB: the budgets that the project has set itself."""
TICKS = os.sysconf("SC_CLK_TCK")

NEXT_QUESTION = """([place, button]) => new Promise((resolve, reject) => {
  const heading = () => place.querySelector("h2")?.textContent;
  const before = heading();
  const began = performance.now();
  const look = new MutationObserver(() => {
    if (!heading() || heading() === before) return;
    look.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - began));
  });
  look.observe(place, { childList: true, subtree: true, characterData: true });
  setTimeout(() => reject(new Error("no next question")), 15000);
  button.click();
})"""


@dataclass
class Peer:
    """One way to build the page: how it is started, and how it is found in the browser."""

    name: str
    command: Sequence[str]
    place: str
    """What the question stands in."""
    choice: str
    """The button that is tapped."""
    health: str = "/"
    environment: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    address: str = ""
    process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Of the server."""
        assert self.process is not None
        return self.process.pid

    def start(self) -> None:
        """Start it and wait until it answers."""
        filled = [part.replace("{port}", str(self.port)) for part in self.command]
        env = {**os.environ, **self.environment, "STEGVIS_PORT": str(self.port)}
        self.process = subprocess.Popen(
            filled, cwd=HOUSE, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.address = f"http://127.0.0.1:{self.port}/"
        until = time.monotonic() + 90
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(self.address.rstrip("/") + self.health, timeout=1):  # noqa: S310 - our own
                    return
            except OSError:
                time.sleep(0.2)
        raise SystemExit(f"{self.name} did not start")


def cpu_seconds(pid: int) -> float:
    """What the process has worked since it began."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident(pid: int) -> float:
    """MiB that the process has in memory."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


@contextmanager
def on_a_phone(browser: Browser, *, slowed: bool) -> Iterator[tuple[BrowserContext, Page]]:
    """A tab of a phone that has never been here."""
    context = browser.new_context(viewport=PHONE, locale="sv-SE")
    page = context.new_page()
    if slowed:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    yield context, page
    context.close()


def open_questions(page: Page, peer: Peer) -> ElementHandle:
    """The place where the question stands, once it can be answered."""
    page.goto(peer.address)
    page.locator(peer.choice).first.wait_for(state="visible", timeout=60_000)
    return page.locator(f"{peer.place}:has(h2)").first.element_handle()


def usable(browser: Browser, peer: Peer) -> float:
    """Seconds from the address to buttons that can be tapped."""
    with on_a_phone(browser, slowed=True) as (_, page):
        began = time.perf_counter()
        open_questions(page, peer)
        return time.perf_counter() - began


def taps(browser: Browser, peer: Peer, count: int) -> tuple[list[float], float]:
    """Milliseconds to the next question, each; and milliseconds that the server worked for an answer."""
    with on_a_phone(browser, slowed=True) as (_, page):
        place = open_questions(page, peer)
        page.wait_for_timeout(3000)
        idle = cpu_seconds(peer.pid)
        page.wait_for_timeout(5000)
        idle = (cpu_seconds(peer.pid) - idle) / 5
        worked, began = cpu_seconds(peer.pid), time.perf_counter()
        found = []
        for _ in range(count):
            found.append(_tap(page, place, peer))
            page.wait_for_timeout(BETWEEN_TAPS)
        page.wait_for_timeout(1500)
        worked = cpu_seconds(peer.pid) - worked - idle * (time.perf_counter() - began)
    return found, 1000 * worked / count


def _tap(page: Page, place: ElementHandle, peer: Peer) -> float:
    button = page.locator(peer.choice).first.element_handle()
    return float(page.evaluate(NEXT_QUESTION, [place, button]))


def memory_of_tabs(browser: Browser, peer: Peer) -> float:
    """MiB that the server keeps for each of twenty tabs more, all open at once."""
    context = browser.new_context(viewport=PHONE, locale="sv-SE")
    for number in range(WARM_TABS + MORE_TABS):
        if number == WARM_TABS:
            time.sleep(2)
            before = resident(peer.pid)
        open_questions(context.new_page(), peer)
    time.sleep(2)
    grown = resident(peer.pid) - before
    context.close()
    return grown / MORE_TABS


def write_questions(folder: Path) -> None:
    """The student's own questions, as the peers read them."""
    bank = load_bank()
    asked = [{"text": item.sv, "section": item.section} for item in bank.items if not item.private]
    (folder / "questions.json").write_text(json.dumps(asked, ensure_ascii=False), encoding="utf-8")


def peers(folder: Path, python_of_peers: str | None) -> list[Peer]:
    """Ours first."""
    told = {"STEGVIS_QUESTIONS": str(folder)}
    found = [
        Peer("ours", [sys.executable, "app.py", "--port", "{port}", "--no-browser"], ".card",
             "[data-choice=skip], [data-act=undo]", "/halsa",
             {"STEGVIS_DEMO": "1", "STEGVIS_DATA": str(folder / "data")}),
        Peer("plain streamlit run",
             [sys.executable, "-m", "streamlit", "run", "benchmarks/by_streamlit.py", "--server.headless=true",
              "--server.port={port}", "--browser.gatherUsageStats=false"],
             "[data-testid=stMain]", ".st-key-choice_skip button", "/_stcore/health", told),
    ]  # fmt: skip
    if python_of_peers:
        found.append(
            Peer("NiceGUI", [python_of_peers, "benchmarks/by_nicegui.py"], "body", ".choice-skip", environment=told)
        )
    return found


def measured(browser: Browser, found: Sequence[Peer], rounds: int, count: int) -> list[Line]:
    """The lines of the table: ours against the goals, the others beside."""
    waited: dict[str, list[float]] = {peer.name: [] for peer in found}
    for _ in range(rounds):
        for peer in found:
            waited[peer.name].append(usable(browser, peer))
    tapped = [taps(browser, peer, count) for peer in found]
    kept = [memory_of_tabs(browser, peer) for peer in found]
    return [
        line if number == 0 else Line(line.what, "", line.reached)
        for number, (peer, (waits, worked), tab) in enumerate(zip(found, tapped, kept, strict=True))
        for line in _lines(peer.name, statistics.median(waited[peer.name]), waits, worked, tab)
    ]


def _lines(name: str, seconds: float, waits: Sequence[float], worked: float, tab: float) -> list[Line]:
    p95 = percentile(waits, 95)
    return [
        Line(f"{name}: usable", f"≤ {GOAL_USABLE:g} s", f"{seconds:.2f} s", seconds <= GOAL_USABLE),
        Line(f"{name}: next question", f"p95 ≤ {GOAL_NEXT:g} ms",
             f"p50 {percentile(waits, 50):.0f} ms, p95 {p95:.0f} ms", p95 <= GOAL_NEXT),
        Line(f"{name}: server's work for an answer", f"≤ {GOAL_CPU:g} ms", f"{worked:.1f} ms", worked <= GOAL_CPU),
        Line(f"{name}: memory for a tab", f"≤ {GOAL_TAB:g} MiB", f"{tab:.2f} MiB", tab <= GOAL_TAB),
    ]  # fmt: skip


def main() -> None:
    """Run, and print the table; `--keep` writes it beside this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="the Python of the environment that NiceGUI is in")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--taps", type=int, default=60)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    chromium = os.environ.get("STEGVIS_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory(prefix="stegvis-screens-") as name, sync_playwright() as playwright:
        folder = Path(name)
        write_questions(folder)
        found = peers(folder, given.peers)
        browser = playwright.chromium.launch(executable_path=chromium)
        try:
            for peer in found:
                peer.start()
            lines = measured(browser, found, given.rounds, given.taps)
        finally:
            for peer in found:
                if peer.process is not None:
                    peer.process.kill()
                    peer.process.wait()
    left_out = "" if given.peers else "NiceGUI left out: no environment named with --peers\n"
    told = drawn("The questions, processor slowed four times", lines) + left_out
    told += machine(dt.datetime.now(dt.UTC).date(), ("streamlit", "playwright"))
    print(told)
    if given.keep:
        Path(__file__).with_suffix(".txt").write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
