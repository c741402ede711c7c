"""Makes the two pictures of the README anew from the showing: `python -m tests.browser.make_pictures`."""

from __future__ import annotations

import os
import shutil
import tempfile
from base64 import b64encode
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.running import ROOT, App, free_port

PICTURES = ROOT / "docs" / "pictures"
COLOURS = 200
"""Enough for the app's calm colours; keeps each picture well below 300 KB."""
STEP = 4
FRAMES = """
<style>
  body {{ margin: 0; width: 1480px; height: 840px; background: #e3dcca; position: relative; overflow: hidden; }}
  img {{ position: absolute; box-sizing: border-box; border: 8px solid #25332e; box-shadow: 0 8px 30px rgb(0 0 0 / .25);
    object-fit: cover; object-position: top; }}
  .laptop {{ left: 292px; top: 36px; width: 1158px; height: 768px; border-radius: 20px; }}
  .phone {{ left: 30px; top: 205px; width: 320px; height: 606px; border-radius: 36px; }}
</style>
<img class="laptop" src="data:image/png;base64,{laptop}"><img class="phone" src="data:image/png;base64,{phone}">
"""


def asking(page: Page, app: App) -> bytes:
    """A question on a phone."""
    page.goto(app.address)
    expect(page.locator(".choices:not(.two)")).to_be_visible()
    page.wait_for_timeout(500)
    return page.screenshot()


def planned(page: Page, app: App) -> None:
    """The plan, with a step opened in which much is going on."""
    page.goto(app.address)
    expect(page.locator(".card h2")).to_be_visible()
    page.get_by_role("button", name="Plan", exact=True).click()
    expect(page.get_by_role("heading", name="Planen, steg för steg")).to_be_visible(timeout=60_000)
    page.locator(f"[data-step='{STEP}']").click()
    expect(page.get_by_role("heading", name=f"Steg {STEP}")).to_be_visible()
    page.wait_for_timeout(800)
    page.mouse.move(0, 0)


def new_page(browser: Browser, width: int, height: int, scale: float = 1) -> Page:
    """A tab of that size, in Swedish."""
    size = {"width": width, "height": height}
    return browser.new_context(viewport=size, locale="sv-SE", device_scale_factor=scale).new_page()


def keep(picture: bytes, name: str) -> None:
    """Write it with few colours."""
    few = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(PICTURES / name, optimize=True)


def make(browser: Browser, app: App) -> None:
    """Both pictures."""
    phone = asking(new_page(browser, 380, 738, 1.2), app)
    page = new_page(browser, 1280, 1600)
    planned(page, app)
    page.evaluate("document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0)")
    keep(page.screenshot(), "plan.png")
    page.set_viewport_size({"width": 1330, "height": 876})
    page.wait_for_timeout(500)
    laptop = page.screenshot()
    both = new_page(browser, 1480, 840)
    both.set_content(FRAMES.format(laptop=b64encode(laptop).decode(), phone=b64encode(phone).decode()))
    keep(both.screenshot(), "app.png")


def main() -> None:
    """Start the showing, take the pictures, end it."""
    chromium = os.environ.get("STEGVIS_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        app = App(folder=Path(folder) / "data", port=free_port(), environment={"STEGVIS_DEMO": "1"})
        app.start()
        try:
            make(playwright.chromium.launch(executable_path=chromium), app)
        finally:
            app.kill()


if __name__ == "__main__":
    main()
