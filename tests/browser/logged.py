"""The app with a passphrase of its own and its log kept, so that a test can look for what must never stand there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.running import ROOT, SECONDS_TO_START, App

PHRASE = "fyra gröna älgar i dimma"


@dataclass
class LoggedApp(App):
    """Asks for a passphrase; everything that it says on its way is in `log`."""

    def start(self) -> None:
        """Start it and wait until it says that it is well."""
        env = {name: value for name, value in os.environ.items() if not name.startswith("STEGVIS_")}
        env |= {"STEGVIS_DATA": str(self.folder), **self.environment}
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, str(ROOT / "app.py"), "--port", str(self.port), "--no-browser"]
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        until = time.monotonic() + SECONDS_TO_START
        while not self.is_well():
            assert time.monotonic() < until, self.log
            time.sleep(0.2)

    @property
    def log_file(self) -> Path:
        """Where the log lies."""
        return self.folder.parent / f"log-{self.port}.txt"

    @property
    def log(self) -> str:
        """What it has said."""
        return self.log_file.read_text(encoding="utf-8")


def choose_passphrase(page: Page, app: App) -> str:
    """The first start, to the end; the recovery key."""
    page.goto(app.address)
    page.get_by_label("Ny lösenfras").fill(PHRASE)
    page.get_by_label("Samma en gång till").fill(PHRASE)
    page.get_by_role("button", name="Lås med den här lösenfrasen").click()
    expect(page.get_by_role("heading", name="Din återställningsnyckel")).to_be_visible()
    recovery = "-".join(page.locator(".recovery span").all_inner_texts())
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.get_by_role("heading", name="Din återställningsnyckel")).to_be_visible()
    page.get_by_label("Jag har skrivit ut den").check()
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.get_by_role("heading", name="Vägen tillbaka, steg för steg")).to_be_visible()
    return recovery


def unlock(page: Page) -> None:
    """Every time after that."""
    page.get_by_label("Lösenfras", exact=True).fill(PHRASE)
    page.get_by_role("button", name="Öppna").click()
