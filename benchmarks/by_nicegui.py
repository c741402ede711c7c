"""The questions in NiceGUI, to measure ours beside: `STEGVIS_QUESTIONS` names them, `STEGVIS_PORT` the port.

Runs in an environment of its own (`requirements-peers.txt`) and so imports nothing of the house.
"""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any
from uuid import uuid4

from nicegui import ui

FOLDER = Path(os.environ["STEGVIS_QUESTIONS"])
PICTURE = '<svg viewBox="0 0 48 48" width="96" aria-hidden="true"><circle cx="24" cy="24" r="20" fill="#23705e"/></svg>'
QUESTIONS: list[dict[str, Any]] = json.loads((FOLDER / "questions.json").read_text(encoding="utf-8"))
SECTIONS = list(dict.fromkeys(one["section"] for one in QUESTIONS))
CHOICES = {"yes": "Ja", "no": "Nej", "dont_know": "Vet inte", "skip": "Hoppa över"}
KEYS = {"j": "yes", "n": "no", "v": "dont_know", "h": "skip"}

kept = sqlite3.connect(FOLDER / "by_nicegui.db", isolation_level=None, check_same_thread=False)
kept.execute("PRAGMA synchronous=FULL")
kept.execute("CREATE TABLE IF NOT EXISTS answers (id TEXT PRIMARY KEY, question INTEGER, choice TEXT)")


@ui.page("/")
def questions() -> None:
    """One question at a time."""
    at = 0
    dots = ui.label()
    ui.html(PICTURE, sanitize=False)
    heading = ui.html("", sanitize=False, tag="h2")

    def show() -> None:
        item = QUESTIONS[at % len(QUESTIONS)]
        now = SECTIONS.index(item["section"])
        dots.set_text("".join("●" if n == now else "○" for n in range(len(SECTIONS))) + f" {item['section']}")
        heading.set_content(item["text"])

    def answer(choice: str) -> None:
        nonlocal at
        kept.execute("INSERT INTO answers VALUES (?, ?, ?)", (str(uuid4()), at, choice))
        at += 1
        show()

    def undo() -> None:
        nonlocal at
        at = max(0, at - 1)
        show()

    with ui.row():
        for choice, label in CHOICES.items():
            ui.button(label, on_click=lambda choice=choice: answer(choice)).classes(f"choice-{choice}")
    ui.button("Ångra", on_click=undo)
    ui.label("Sparat")
    ui.keyboard(on_key=lambda event: answer(KEYS[event.key.name])
                if event.action.keydown and not event.action.repeat and event.key.name in KEYS else None)  # fmt: skip
    show()


ui.run(port=int(os.environ["STEGVIS_PORT"]), host="127.0.0.1", show=False, reload=False, show_welcome_message=False)
