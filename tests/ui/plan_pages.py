"""The page of the plan in a test: what it says, and what can be pressed on it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from streamlit.testing.v1 import AppTest

from ui import plan_changes
from ui.components import week
from ui.components.week import WeekEvent
from ui.components.week.events import event_of

LONG = 60


def the_page() -> None:
    """The page of the plan, with the invented student's case in hand and its third step opened."""
    import runpy  # noqa: PLC0415 – runs in a script of its own
    from pathlib import Path  # noqa: PLC0415 – runs in a script of its own

    import ui  # noqa: PLC0415 – runs in a script of its own
    from casework.demo import DEMO_CASE  # noqa: PLC0415 – runs in a script of its own
    from ui.session import session  # noqa: PLC0415 – runs in a script of its own

    session().case_id = DEMO_CASE
    session().step = 3
    runpy.run_path(str(Path(ui.__file__).parent / "pages" / "plan.py"))


def opened() -> AppTest:
    """The page as it is first seen."""
    return AppTest.from_function(the_page).run(timeout=LONG)


def told(page: AppTest) -> str:
    """Everything that the page says in words, each line without what Markdown reads as its own."""
    assert not page.exception
    said = [*page.title, *page.header, *page.subheader, *page.markdown, *page.warning, *page.error]
    return "\n".join(str(element.value).replace("\\", "") for element in said)


def press(page: AppTest, name: str) -> AppTest:
    """Press the button of that name, and see the page that follows."""
    (found,) = [one for one in page.button if one.label == name]
    return found.click().run(timeout=LONG)


def names(page: AppTest) -> list[str]:
    """What can be pressed."""
    return [one.label for one in page.button]


class ByHand:
    """The page with its week in hand: what the browser is shown of it, and taps as the browser would tell of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shown: list[dict[str, Any]] = []
        self.asked: list[WeekEvent] = []
        monkeypatch.setattr(week, "_week", lambda **given: self.shown.append(given["data"]))
        monkeypatch.setattr(plan_changes, "week_event", lambda _: self.asked.pop() if self.asked else None)
        self.page = opened()

    @property
    def data(self) -> dict[str, Any]:
        """What the browser was shown last."""
        return self.shown[-1]

    @property
    def said(self) -> str:
        """What came of the last change, as it is told beside the week."""
        return " ".join(self.data["plan"]["said"])

    def cards(self, view: str = "step") -> dict[str, dict[str, Any]]:
        """The lessons of that view, by their ids."""
        (found,) = [one for one in self.data["views"] if one["code"] == view]
        return {lesson["id"]: lesson for day in found["days"] for lesson in day["lessons"]}

    def offered(self, lesson: str) -> list[str]:
        """What can be done about that lesson."""
        return [act["label"] for act in self.cards()[lesson]["acts"]]

    def tool(self, act: str) -> tuple[str, str]:
        """What undo or redo is called now, and the change that it is about."""
        (found,) = [one for one in self.data["plan"]["tools"] if one["act"] == act]
        return found["label"], found["change"]

    def tap(self, act: str, lesson: str = "", **more: Any) -> None:
        """Ask for that, about the week as it was shown last, and see what follows."""
        given = {"id": uuid4().hex, "act": act, "lesson": lesson, **self.data["plan"]["seen"], **more}
        event = event_of(given)
        assert event is not None
        self.asked.append(event)
        self.page = self.page.run(timeout=LONG)
        assert not self.page.exception
