"""The steps of a plan as tabs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from planning.steps import Step, timing_of
from ui.components.parts import styles, text_of
from wording.clock import hours_text
from wording.days import say_time
from wording.language import tr
from wording.steps import step_name

_steptabs = st.components.v2.component(
    "stegvis_steptabs",
    html='<div role="tablist"></div>\n',
    css=styles("steptabs/steptabs.css"),
    js=text_of("steptabs/steptabs.js"),
)


def choose_step(steps: Sequence[Step], chosen: int, minutes: Sequence[int] = (), full_minutes: int = 0) -> int:
    """Draw the tabs; the number of the step that is chosen now.

    With the `minutes` a week of each step and of the whole week the tabs are the staircase itself: each has a bar that
    rises with its hours, and says them.
    """
    highest = max([full_minutes, *minutes, 1])
    amounts = dict(zip((step.number for step in steps), minutes, strict=False))
    shown = [
        {
            "number": step.number,
            "name": step_name(step.number),
            "weeks": say_time(step, timing_of(step.number)),
            "hours": hours_text(amounts[step.number]) if step.number in amounts else "",
            "share": round(100 * amounts.get(step.number, 0) / highest, 1),
        }
        for step in steps
    ]
    result = _steptabs(
        data={"steps": shown, "chosen": chosen, "label": tr("Planens steg, med timmar i veckan")},
        key="steptabs",
        on_choose_change=lambda: None,
    )
    return int(result.choose or chosen)
