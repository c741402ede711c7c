"""The staircase of hours: how much of the whole week each step holds. One picture, with its text beside it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from wording.clock import decimal_hours, hours_text
from wording.language import tr

_STYLE = (Path(__file__).parent / "staircase.css").read_text(encoding="utf-8")


ROOM_FOR_HOURS = 24
"""From this share of the height on (in percent) the hours stand inside the step, below the line of the whole week."""


def staircase(minutes: Sequence[int], full_minutes: int, chosen: int | None = None) -> str:
    """The picture as HTML: one rising step for each of `minutes` a week, a line for the whole week.

    `chosen` is the number of the step (from 1) that is looked at. Streamlit lets no SVG through `st.html`, and boxes
    keep their letters readable on a phone.
    """
    highest = max([full_minutes, *minutes, 1])
    steps = "".join(
        _step(number, amount, 100 * amount / highest, is_chosen=number == chosen)
        for number, amount in enumerate(minutes, 1)
    )
    whole = escape(tr("Hela veckan {hours}", hours=hours_text(full_minutes)))
    line = 100 * full_minutes / highest
    return (
        f'<div class="stairs" role="img" aria-label="{escape(spoken(minutes, full_minutes))}">'
        f'<div class="stairs-whole" style="--up:{line:.1f}"><span>{whole}</span></div>'
        f'<div class="stairs-steps">{steps}</div></div>'
    )


def _step(number: int, amount: int, percent: float, *, is_chosen: bool) -> str:
    chosen = (" stairs-chosen" if is_chosen else "") + (" stairs-high" if percent >= ROOM_FOR_HOURS else "")
    return (
        f'<div class="stairs-step{chosen}"><div class="stairs-space">'
        f'<div class="stairs-rise" style="--up:{percent:.1f}">'
        f"<b>{_short_hours(amount)}</b></div></div><span>{number}</span></div>"
    )


def _short_hours(minutes: int) -> str:
    """«2,5 h»: what fits on a step."""
    return f"{decimal_hours(minutes)} h"


def spoken(minutes: Sequence[int], full_minutes: int) -> str:
    """The same in words, for whoever does not see the picture."""
    steps = ", ".join(
        tr("steg {number} {hours}", number=number, hours=hours_text(amount)) for number, amount in enumerate(minutes, 1)
    )
    return tr("Timmar i veckan: {steps}. Hela veckan är {hours}.", steps=steps, hours=hours_text(full_minutes))


def show_staircase(minutes: Sequence[int], full_minutes: int, chosen: int | None = None) -> None:
    """Draw the staircase."""
    st.html(f"<style>{_STYLE}</style>{staircase(minutes, full_minutes, chosen)}")
