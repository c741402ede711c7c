"""The student's own week on the screen. Days, the smaller day and own answers are turned to in the browser."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from casework.own_week import MyWeek, OwnDay, OwnWeek
from exports.student_blocks import Moment, PictureStyle
from planning.clock import Weekday
from ui.components.parts import styles, text_of
from wording.clock import short_date, short_weekday
from wording.language import tr

Way = Literal["questions", "give_back"]
_ASSETS = Path(__file__).resolve().parents[3] / "assets" / "icons"
_SETS = {PictureStyle.CALM: ("phosphor.json", 256), PictureStyle.COLOURFUL: ("fluent.json", 32)}

_my_week = st.components.v2.component(
    "stegvis_my_week",
    html="<div data-week></div>\n",
    css=styles("my_week/my_week.css"),
    js=text_of("make.js", "my_week/my_week.js"),
)


def show_my_week(mine: MyWeek, *, gives_back: bool = False, key: str = "my_week") -> Way | None:
    """Draw the week. Gives where the student wants to go, if somewhere. `gives_back`: the screen is lent."""
    result = _my_week(data=week_data(mine, gives_back=gives_back), key=key, on_go_change=lambda: None)
    way: Way | None = result.go if result.go in ("questions", "give_back") else None
    return way


def week_data(mine: MyWeek, *, gives_back: bool) -> dict[str, Any]:
    """All that the browser is given."""
    week = mine.week
    days = [_day(day, mine.today) for day in week.days] if week else []
    return {
        "title": tr("Min vecka"),
        "about": _about(week) if week else "",
        "draft": "" if week is None or week.is_decided else tr("Det är ett förslag än. Du är med och bestämmer."),
        "days": days,
        "help": [card.model_dump() for card in week.help] if week else [],
        "first": _first(week) if week else None,
        "answers": list(mine.answers),
        "phone": mine.phone,
        "may_answer": mine.may_answer,
        "gives_back": gives_back,
        "large": week.is_large if week else False,
        "pictures": pictures_for(week) if week else {"side": 256, "drawn": {}},
        "words": _words(),
    }


def _about(week: OwnWeek) -> str:
    if week.begins:
        return tr("Det börjar {day}.", day=week.begins)
    return f"{week.which} · {week.name}"


def _day(day: OwnDay, today: dt.date) -> dict[str, Any]:
    return {
        "name": day.name,
        "short": short_weekday(Weekday(day.date.weekday())).capitalize(),
        "date": short_date(day.date).split(" ", 1)[1],
        "today": day.date == today,
        "moments": [_moment(moment) for moment in day.moments],
        "note": day.note or tr("Inget planerat"),
        "bad": _bad(day) if day.moments else None,
    }


def _bad(day: OwnDay) -> dict[str, Any]:
    """The day when it gets too much: its smaller version, or a word that is enough."""
    short = day.short
    if short is None:
        alone = [tr("Ett sms eller ett samtal räcker. Det räknas."), tr("I morgon är en ny dag.")]
        return {"lead": tr("Den här dagen räknas också."), "before": "", "moments": [], "after": alone}
    return {
        "lead": short.lead,
        "before": short.before,
        "moments": [_moment(moment) for moment in short.moments],
        "after": list(short.after),
    }


def _moment(moment: Moment) -> dict[str, Any]:
    return moment.model_dump(mode="json", exclude={"look"})


def _first(week: OwnWeek) -> dict[str, Any] | None:
    first = week.first_day
    if first is None:
        return None
    return {
        "title": first.title,
        "when": first.subtitle,
        "moments": [_moment(moment) for moment in first.moments],
        "note": first.note,
        "reminders": [{"title": one.title, "lines": list(one.lines)} for one in first.reminders if one.lines],
    }


def pictures_for(week: OwnWeek) -> dict[str, Any]:
    """The pictures that the page needs, of the set that suits the student, and the side of their square."""
    name, side = _SETS[week.style]
    wanted = {icon for icon in _icons(week) if icon}
    return {"side": side, "drawn": {icon: paths for icon, paths in _paths(name).items() if icon in wanted}}


def _icons(week: OwnWeek) -> Iterator[str]:
    groups: list[Iterable[Moment]] = [day.moments for day in week.days]
    groups += [day.short.moments for day in week.days if day.short]
    groups += [week.first_day.moments] if week.first_day else []
    yield from (moment.icon for moments in groups for moment in moments)
    yield from (card.icon for card in week.help)


@cache
def _paths(name: str) -> dict[str, list[dict[str, Any]]]:
    return dict(json.loads((_ASSETS / name).read_text(encoding="utf-8")))


def _words() -> dict[str, str]:
    return {
        "today": tr("I dag"),
        "now": tr("Nu"),
        "then": tr("Sedan"),
        "days": tr("Veckans dagar"),
        "more": tr("Mer den dagen"),
        "nothing": tr("Här kommer din vecka när planen är klar. Just nu behöver du inte göra något."),
        "too_much": tr("Det blir för mycket"),
        "first_day": tr("Min första dag"),
        "questions": tr("Svara på frågor"),
        "answers": tr("Mina svar"),
        "whose": tr("Det här har du sagt. Det som är privat står inte här. Du får alltid ändra dig."),
        "change": tr("Ändra något"),
        "help": tr("Bra att veta"),
        "back": tr("Tillbaka till veckan"),
        "write": tr("Skriv ett sms"),
        "ring": tr("Ring"),
        "give_back": tr("Ge tillbaka skärmen"),
    }
