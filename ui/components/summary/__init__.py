"""The summary on the screen: lines in the student's own voice, each to be ticked right or wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

import streamlit as st

from ui.agreement import AgreedField, NotAgreed
from ui.components.parts import styles, text_of
from ui.looks import looks_data
from ui.session import told
from wording.language import tr

Said = Literal["right", "wrong", "important"]
KEY = "summary_lines"
LONGEST = 40
"""No more than so many characters of a field are read."""

_summary = st.components.v2.component(
    "stegvis_summary",
    html='<section class="moved"></section>\n<div role="status"></div>\n<div class="groups"></div>',
    css=styles("summary/summary.css"),
    js=text_of("settings.js", "looks.js", "make.js", "summary/summary.js"),
)


@dataclass(frozen=True)
class ShownLine:
    """One line. `right` is None until the student has said; `by` names an adult who filled it in.

    `holds` says what has been agreed beside the answer, `fields` are those to agree in; `asks` is the question that
    they answer where it must be asked, and «» where they wait until somebody wants them.
    """

    id: str
    text: str
    right: bool | None = None
    important: bool = False
    by: str = ""
    holds: tuple[str, ...] = ()
    fields: tuple[AgreedField, ...] = ()
    asks: str = ""


@dataclass(frozen=True)
class ShownTopic:
    """The lines about one topic."""

    name: str
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True)
class ShownGroup:
    """«Det här fungerar» and the others, with their topics."""

    name: str
    topics: tuple[ShownTopic, ...]


@dataclass(frozen=True)
class ShownChange:
    """A question, what was answered then and what is answered now, each with its day."""

    question: str
    then_day: str
    then: str
    now_day: str
    now: str


@dataclass(frozen=True)
class Shown:
    """All that the page shows. `moved` is a heading and what stands under it; at most `most` can be important."""

    groups: Sequence[ShownGroup]
    moved: tuple[str, tuple[ShownChange, ...]]
    most: int
    place: str
    """Names the case without telling whose it is, for how this device shows it."""
    not_agreed: NotAgreed | None = None
    """What was typed beside a line and could not be kept."""


Agree = Callable[[str, Mapping[str, str]], None]
"""Takes the line and what stands in its fields."""


def show_summary(shown: Shown, agree: Agree) -> tuple[str, Said] | None:
    """Draw the page; the line that was just ticked, and as what. `agree` is called before it is drawn anew."""
    words = {
        "right": tr("Stämmer"),
        "wrong": tr("Stämmer inte"),
        "important": tr("Viktigast"),
        "stars": tr("Välj gärna upp till tre som är viktigast. Valt: {{n}}"),
        "full": tr("Du har valt tre. Ta bort en först."),
        "agree": tr("Vad gäller?"),
        "save": tr("Spara"),
        "close": tr("Stäng"),
        "counts": _counts(),
        "many": tr("{{n}} saker"),
        "left": tr("{{count}} kvar att titta på"),
        "all_seen": tr("alla sedda"),
    }

    def take() -> None:
        _take(told(KEY, "agreed"), agree)

    result = _summary(
        data={**asdict(shown), "words": words, "looks": looks_data()},
        key=KEY,
        on_say_change=lambda: None,
        on_agreed_change=take,
    )
    match result.say:
        case {"line": str(line), "what": "right" | "wrong" | "important" as what}:
            return line, what
        case _:
            return None


def _counts() -> list[str]:
    """How many lines a topic has, in words, by the number."""
    return [
        "", tr("en sak"), tr("två saker"), tr("tre saker"), tr("fyra saker"), tr("fem saker"), tr("sex saker"),
        tr("sju saker"), tr("åtta saker"), tr("nio saker"), tr("tio saker"), tr("elva saker"), tr("tolv saker"),
    ]  # fmt: skip


def _take(agreed: Any, agree: Agree) -> None:
    match agreed:
        case {"line": str(line), "typed": dict(typed)}:
            agree(line, {str(name): str(text)[:LONGEST] for name, text in typed.items()})
        case _:
            return
