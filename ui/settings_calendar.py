"""Läsår och lov: the year as its weeks, and a short form for terms, lov and studiedagar."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from casework.now import today
from casework.settings import Setting
from casework.settings_forms import with_year
from casework.settings_year import school_days, weeks_of
from planning.calendar import ClosedDays
from planning.school_dates import (
    DayKind,
    FreeDays,
    SchoolDates,
    SchoolYear,
    SchoolYearDates,
    school_year_called,
    term_called,
)
from planning.terms import TermDates, TermName
from ui.components.schoolyear import show_school_year
from ui.entries import read_closed_days, read_date, write_closed_days
from ui.plain import plain
from wording.language import tr, trn

KeepText = Callable[[str], None]


def show_calendar(setting: Setting, keep: KeepText) -> None:
    """One school year at a time."""
    dates: SchoolDates = setting.value
    now = today()
    offered = sorted({*dates, school_year_called(now), school_year_called(now.replace(year=now.year + 1, day=1))})
    begin = school_year_called(now)
    year = st.pills(tr("Läsår"), offered, default=begin, required=True, key="setting_year")
    chosen = dates.get(year, SchoolYearDates())
    if not chosen.closed and not chosen.terms:
        usual = tr("Tills dess räknar planerna med jullov och sommarlov som de brukar ligga.")
        st.markdown(f"{tr('Inget är skrivet för {year} än.', year=year)} {usual}")
    else:
        n = school_days(year, chosen)
        st.markdown(trn("{n} skoldag i {year}, när lov, studiedagar och röda dagar är borträknade.",
                        "{n} skoldagar i {year}, när lov, studiedagar och röda dagar är borträknade.", n, year=year))
    if setting.state.may_keep:
        with st.expander(tr("Ändra {year}", year=year)):
            _ask_year(setting, year, chosen, keep)
    show_school_year(weeks_of(year, chosen), key="school_year")


def _ask_year(setting: Setting, year: SchoolYear, chosen: SchoolYearDates, keep: KeepText) -> None:
    with st.form(f"setting_year_{year}", border=False):
        typed = {name: _ask_term(year, name, term_called(chosen, name)) for name in TermName}
        lov = st.text_area(
            tr("Lov"), value=_written(chosen, DayKind.LOV), height=150, key=f"lov_{year}",
            placeholder="2026-10-26–2026-10-30 Höstlov\n2027-02-22–2027-02-26 Sportlov",
        )  # fmt: skip
        study = st.text_area(
            tr("Studiedagar"), value=_written(chosen, DayKind.STUDY_DAY), height=110, key=f"study_{year}",
            placeholder="2026-11-13 Studiedag",
        )  # fmt: skip
        st.markdown(f":small[{tr('En rad för varje. Dagarna mellan terminerna och röda dagar är redan med.')}]")
        if not st.form_submit_button(tr("Spara {year}", year=year), type="primary"):
            return
    unread = [text for pair in typed.values() for text in pair if text.strip() and read_date(text) is None]
    unread += [tr("bara en av {term}s dagar", term=_term(name)) for name, pair in typed.items() if _half(pair)]
    closed, lost = _read(lov, DayKind.LOV)
    days, lost_too = _read(study, DayKind.STUDY_DAY)
    unread += [*lost, *lost_too]
    if unread:
        st.markdown(plain(tr("Det här gick inte att läsa: {parts}.", parts=", ".join(unread))))
        return
    _keep(setting, year, {name: pair for name, pair in typed.items() if all(pair)}, (*closed, *days), keep)


def _keep(
    setting: Setting, year: SchoolYear, typed: dict[TermName, tuple[str, str]], closed: tuple[FreeDays, ...],
    keep: KeepText,
) -> None:  # fmt: skip
    terms = []
    for name, (first, last) in typed.items():
        begins, ends = read_date(first), read_date(last)
        if begins is None or ends is None or ends <= begins:
            which = _term(name).capitalize()
            st.markdown(plain(tr("{term} slutar inte efter att den har börjat. Rätta datumen.", term=which)))
            return
        terms.append(TermDates(first=begins, last=ends))
    try:
        dates = SchoolYearDates(terms=tuple(terms), closed=tuple(sorted(closed, key=lambda day: day.first)))
    except ValidationError:
        st.markdown(tr("Samma dag står två gånger, eller så går terminerna in i varandra. Rätta datumen."))
        return
    keep(with_year(setting, year, dates))


def _ask_term(year: SchoolYear, name: TermName, term: TermDates | None) -> tuple[str, str]:
    left, right = st.columns(2)
    begins = int(year[:4]) + (name is TermName.SPRING)
    days = ("08-18", "12-18") if name is TermName.AUTUMN else ("01-11", "06-11")
    example = [f"{begins}-{day}" for day in days]
    first = left.text_input(
        tr("{term} börjar", term=_term(name).capitalize()), value=str(term.first) if term else "",
        placeholder=example[0], autocomplete="off", key=f"first_{year}_{name.value}",
    )  # fmt: skip
    last = right.text_input(
        tr("{term} slutar", term=_term(name).capitalize()), value=str(term.last) if term else "",
        placeholder=example[1], autocomplete="off", key=f"last_{year}_{name.value}",
    )  # fmt: skip
    return first.strip(), last.strip()


def _term(name: TermName) -> str:
    return tr("höstterminen") if name is TermName.AUTUMN else tr("vårterminen")


def _half(pair: tuple[str, str]) -> bool:
    return bool(pair[0]) != bool(pair[1])


def _written(dates: SchoolYearDates, kind: DayKind) -> str:
    return write_closed_days(day.closed for day in dates.closed if day.kind is kind)


def _read(text: str, kind: DayKind) -> tuple[list[FreeDays], tuple[str, ...]]:
    closed, unread = read_closed_days(text)
    usual = tr("Lov") if kind is DayKind.LOV else tr("Studiedag")
    return [_free(day, kind, usual) for day in closed], unread


def _free(day: ClosedDays, kind: DayKind, usual: str) -> FreeDays:
    last = None if day.last == day.first else day.last
    return FreeDays(first=day.first, last=last, name=(day.name.strip() or usual)[:60], kind=kind)
