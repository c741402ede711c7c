"""What a tap in the week asks for, as it comes from the browser: read with care, since anybody can send anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from questionnaire.alerts import LONGEST_NOTE

LONGEST = 200
"""No id is longer."""
MOST_MINUTES = 600


@dataclass(frozen=True)
class WeekEvent:
    """One thing asked for: by its own id, about a lesson (or a change), as step, week and revision were seen."""

    id: str
    act: str
    step: int
    week: str
    revision: int
    lesson: str = ""
    onward: bool = False
    """Whether it is to hold in later steps too."""
    minutes: int = 0
    reason: str = ""
    change: str = ""


def event_of(told: Any) -> WeekEvent | None:
    """The event, None where what was told is none."""
    match told:
        case {"id": str(name), "act": str(act), "step": int(step), "week": str(week), "revision": int(revision)}:
            pass
        case _:
            return None
    minutes = told.get("minutes")
    return WeekEvent(
        id=name[:LONGEST],
        act=act[:LONGEST],
        step=step,
        week=week[:LONGEST],
        revision=revision,
        lesson=_text(told, "lesson", LONGEST),
        onward=told.get("onward") is True,
        minutes=minutes if isinstance(minutes, int) and 0 < minutes <= MOST_MINUTES else 0,
        reason=_text(told, "reason", LONGEST_NOTE),
        change=_text(told, "change", LONGEST),
    )


def _text(told: Any, name: str, longest: int) -> str:
    text = told.get(name)
    return text.strip()[:longest] if isinstance(text, str) else ""
