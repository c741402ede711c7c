"""The school's bell times as a grid that subjects are tapped into."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from pydantic import ValidationError

from casework.school_day import SchoolDay, Tap
from planning.clock import Weekday
from ui.components.parts import styles, text_of
from ui.components.week import hue
from wording.clock import short_weekday, weekday_name, written_span, written_time
from wording.language import current_language, tr

_DAYS = tuple(day for day in Weekday if day <= Weekday.FRI)

_bell_grid = st.components.v2.component(
    "stegvis_bell_grid",
    html=(
        '<fieldset class="chips"></fieldset>\n'
        '<label class="room"><span></span><input type="text" maxlength="60"></label>'
        '<div class="grid" role="group"></div>'
        '<div class="foot"><div role="status"></div><button type="button"></button>'
        '<button type="button" class="done"></button></div>'
    ),
    css=styles("bell_grid/bell_grid.css"),
    js=text_of("bell_grid/bell_grid.js"),
)


def grid_data(day: SchoolDay, place: str) -> Mapping[str, Any]:
    """The bells, days and subjects as the browser gets them. `place`: what the taps are kept under meanwhile."""
    return {
        "bells": [
            {
                "id": bell.name,
                "text": written_span(bell.start, bell.end),
                "start": written_time(bell.start),
                "end": written_time(bell.end),
                "lunch": bell.is_lunch,
            }
            for bell in day.bells
        ],
        "days": [{"short": short_weekday(each), "name": weekday_name(each)} for each in _DAYS],
        "subjects": [{"name": subject, "hue": hue(subject)} for subject in day.subjects],
        "place": place,
        "lang": current_language(),
        "words": {
            "subjects": tr("1. Välj ett ämne"),
            "grid": tr("2. Tryck på tiderna"),
            "room": tr("Sal för {{subject}} (behövs inte)"),
            "chosen": tr("{{subject}} är valt. Tryck på tiderna."),
            "choose_first": tr("Välj ett ämne först."),
            "empty": tr("tomt"),
            "lunch": tr("Lunch"),
            "undo": tr("Ångra"),
            "done": tr("Titta på veckan"),
            "one": tr("1 lektion i veckan."),
            "many": tr("{{n}} lektioner i veckan."),
        },
    }


def read_taps(value: object) -> tuple[Tap, ...]:
    """What the browser sent as a tapped week; nothing when it is nothing of the kind."""
    if not isinstance(value, list):
        return ()
    try:
        return tuple(Tap.model_validate(one) for one in value)
    except ValidationError:
        return ()


def ask_taps(day: SchoolDay, *, place: str, key: str, on_week: Callable[[], None]) -> None:
    """Draw the grid. The week that is said to be done is told in the callback, as «week»."""
    _bell_grid(data=grid_data(day, place), key=key, on_week_change=on_week)
