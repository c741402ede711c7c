"""A school year as its weeks: one row for each, lov and studiedagar marked by sign and name, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import streamlit as st
from babel.dates import get_month_names

from casework.settings_year import Mark, MarkedDay
from ui.components.parts import styles, text_of
from wording.clock import written_date
from wording.language import current_language, tr

_schoolyear = st.components.v2.component(
    "stegvis_schoolyear",
    html='<div class="months"></div>\n<ul class="key"></ul>',
    css=styles("schoolyear/schoolyear.css"),
    js=text_of("schoolyear/schoolyear.js"),
)


def show_school_year(weeks: Iterable[tuple[MarkedDay, ...]], *, key: str) -> None:
    """Draw the year, month by month; a week belongs to the month of its Monday."""
    by_month = groupby(weeks, key=lambda week: (week[0].date.year, week[0].date.month))
    months = [
        {"name": f"{get_month_names('wide', 'stand-alone', locale=current_language())[month]} {year}",
         "weeks": [_week(week) for week in of_month]}
        for (year, month), of_month in by_month
    ]  # fmt: skip
    key_words = {mark.value: _said(mark) for mark in (Mark.LOV, Mark.STUDY_DAY, Mark.RED, Mark.BETWEEN)}
    _schoolyear(data={"months": months, "key": key_words, "signs": _signs()}, key=key)


def _week(week: tuple[MarkedDay, ...]) -> dict[str, object]:
    names = list(dict.fromkeys(day.name for day in week if day.name))
    return {
        "number": f"v. {week[0].date.isocalendar().week}",
        "note": ", ".join(names),
        "days": [{"day": day.date.day, "mark": day.mark.value, "said": _told(day)} for day in week],
    }


def _told(day: MarkedDay) -> str:
    """«fredag 13 november 2026: Studiedag», for those who do not see the squares."""
    why = day.name or ("" if day.mark is Mark.SCHOOL else _said(day.mark))
    return f"{written_date(day.date)}: {why}" if why else written_date(day.date)


def _said(mark: Mark) -> str:
    return {
        Mark.SCHOOL: tr("Skoldag"),
        Mark.LOV: tr("Lov"),
        Mark.STUDY_DAY: tr("Studiedag"),
        Mark.RED: tr("Röd dag"),
        Mark.BETWEEN: tr("Utanför terminen"),
    }[mark]


def _signs() -> dict[str, str]:
    """One letter for each, so that no mark is told by its colour alone."""
    return {Mark.LOV.value: tr("L"), Mark.STUDY_DAY.value: tr("S"), Mark.RED.value: tr("R"), Mark.BETWEEN.value: "–"}


