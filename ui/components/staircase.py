"""The staircase of hours: how much of the whole week each step holds. Drawn as one picture with its text beside it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st
from babel.numbers import format_decimal

from wording.clock import hours_text
from wording.language import current_language, tr

WIDTH, HEIGHT, BASE, TOP = 720, 250, 210, 30
"""The picture's own measures; the screen scales it."""


def staircase(minutes: Sequence[int], full_minutes: int, chosen: int | None = None) -> str:
    """The picture as SVG: one rising step for each of `minutes` a week, a line for the whole week.

    `chosen` is the number of the step (from 1) that is looked at.
    """
    highest = max([full_minutes, *minutes, 1])
    width = WIDTH / max(len(minutes), 1)
    parts = [_step(number, amount, highest, width, is_chosen=number == chosen) for number, amount in enumerate(minutes, 1)]
    whole = BASE - (BASE - TOP) * full_minutes / highest
    parts.append(
        f'<line x1="0" x2="{WIDTH}" y1="{whole:.0f}" y2="{whole:.0f}" stroke="currentColor" stroke-width="2" '
        f'stroke-dasharray="2 7" stroke-linecap="round" opacity=".7"/>'
        f'<text x="4" y="{whole - 9:.0f}" font-size="19" fill="currentColor">'
        f"{escape(tr('Hela veckan {hours}', hours=hours_text(full_minutes)))}</text>"
    )
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(spoken(minutes, full_minutes))}" '
        f'style="width:100%;height:auto;display:block;max-width:52rem">{"".join(parts)}</svg>'
    )


def _step(number: int, amount: int, highest: int, width: float, *, is_chosen: bool) -> str:
    left, height = (number - 1) * width, (BASE - TOP) * amount / highest
    size = min(21.0, width / 2.6)
    weight = "700" if is_chosen else "500"
    hours = _short_hours(amount)
    inside = height > 34
    y = BASE - height + 25 if inside else BASE - height - 8
    return (
        f'<rect x="{left + 1:.1f}" y="{BASE - height:.1f}" width="{width - 2:.1f}" height="{height:.1f}" rx="6" '
        f'fill="#2a7d69" opacity="{0.95 if is_chosen else 0.42}"/>'
        f'<text x="{left + width / 2:.1f}" y="{y:.1f}" font-size="{size * 0.86:.0f}" text-anchor="middle" '
        f'font-weight="{weight}" fill="{"#fff" if inside and is_chosen else "currentColor"}">{hours}</text>'
        f'<text x="{left + width / 2:.1f}" y="{BASE + 28}" font-size="{size:.0f}" text-anchor="middle" '
        f'font-weight="{weight}" fill="currentColor">{number}</text>'
    )


def _short_hours(minutes: int) -> str:
    """«2,5 h»: what fits on a step."""
    return f"{format_decimal(round(minutes / 60, 1), locale=current_language())} h"


def spoken(minutes: Sequence[int], full_minutes: int) -> str:
    """The same in words, for whoever does not see the picture."""
    steps = ", ".join(
        tr("steg {number} {hours}", number=number, hours=hours_text(amount)) for number, amount in enumerate(minutes, 1)
    )
    return tr("Timmar i veckan: {steps}. Hela veckan är {hours}.", steps=steps, hours=hours_text(full_minutes))


def show_staircase(minutes: Sequence[int], full_minutes: int, chosen: int | None = None) -> None:
    """Draw the staircase."""
    st.html(staircase(minutes, full_minutes, chosen))
