"""The questionnaire alone in a page, with a server that stores what it sends: for what needs no app around it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from playwright.sync_api import Page, Route

from questionnaire.answers import AnswerEvent, EventId, fold
from questionnaire.own_answers import with_what_was_agreed
from questionnaire.pictures import PICTURE_FOLDER
from ui.components.parts import styles, text_of
from ui.components.questionnaire import FILES, Asking, asking_data
from ui.components.questionnaire.events import events_from

ADDRESS = "http://localhost:9/"
"""Never reached: the page is given by the test. This computer's own name makes it a place that can keep settings."""
FREE_TEXT = "input, textarea, select, [contenteditable]"
"""What the student's screens never have (`features.md` F01)."""
SHELL = """<!doctype html><meta name="viewport" content="width=device-width"><main></main>"""
THEME = """:host { --st-link-color: #1d5c4d; --st-primary-color: #24705d; --st-text-color: #222; --st-font: sans-serif;
  --st-background-color: #fff; }
"""
MOUNT = """
const root = document.querySelector("main").attachShadow({ mode: "open" });
root.innerHTML = `<style>${STYLE}</style>
  <div class="place"><div class="card"></div><p class="unseen told" role="status"></p></div>`;
const place = root.querySelector(".place");
window.left = [];
const give = (data) => questionnaire({
  data,
  parentElement: place,
  setStateValue: async (name, value) => give(await stegvisStore(value)),
  setTriggerValue: (name, value) => left.push(value),
});
give(DATA);
"""


@dataclass
class Mounted:
    """A page that asks, and what it has stored."""

    page: Page
    asking: Asking
    stored: list[AnswerEvent] = field(default_factory=list)
    has_begun: bool = True
    """The calm screen that a turn of one's own begins with has been seen in this tab."""

    def open(self) -> None:
        """Draw it, as when the page is opened or opened again."""
        if self.page.url != ADDRESS:
            self.page.route(ADDRESS + "**", lambda route: route.fulfill(body=SHELL, content_type="text/html"))
            self.page.route(ADDRESS + "egna/**", self.draw)
            self.page.expose_function("stegvisStore", self.store)
        self.page.goto(ADDRESS)
        if self.has_begun:
            self.page.evaluate(f"sessionStorage.setItem('stegvis-{self.asking.place}-turn', 'begun')")
        code = text_of(*FILES).replace("export default ", "")
        style = THEME + styles("questionnaire/questionnaire.css")
        self.page.evaluate(f"([STYLE, DATA]) => {{ {code}\n{MOUNT} }}", [style, self.data(())])

    def draw(self, route: Route) -> None:
        """Give a set of pictures, as the app does."""
        file = "phosphor.json" if "lines" in route.request.url else "fluent.json"
        route.fulfill(path=PICTURE_FOLDER / file, content_type="application/json")

    def store(self, log: object) -> dict[str, Any]:
        """What the server does with a log: it stores it, and tells what is stored."""
        known = {event.id for event in self.stored}
        events = with_what_was_agreed(events_from(log, self.asking.bank), self.stored)
        self.stored += [event for event in events if event.id not in known]
        return self.data(tuple(event.id for event in events))

    def data(self, stored: tuple[EventId, ...]) -> dict[str, Any]:
        """What the browser is given now."""
        now = replace(self.asking, events=(*self.asking.events, *self.stored))
        return asking_data(now, stored, "sv")

    def answers(self) -> dict[str, tuple[str | None, tuple[str, ...]]]:
        """What has been answered here: the button and the boxes."""
        sheet = fold(self.stored)
        return {question: (answer.choice, answer.ticks) for question, answer in sheet.answers.items()}

    def question(self) -> str:
        """The heading on the screen."""
        return self.page.locator(".card h2").inner_text()

    def press(self, selector: str) -> None:
        """Press it, when taps count."""
        self.page.wait_for_timeout(270)
        self.page.locator(selector).click()
