"""The page to those at home as it is drawn: today first, the week, whom to ring, a bad day, what comes next.

Everything turns with the language's direction; times and names keep their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

import streamlit as st

from casework.home_page import HomeDay, HomePage, HomeWeek
from planning.workflow.states import State
from wording.language import tr
from wording.phrases import and_list, upper_first

_STYLE = (Path(__file__).parent / "home_view.css").read_text(encoding="utf-8")
_TIME = re.compile(r"(\d{1,2}[.:]\d{2}(?:–\d{1,2}[.:]\d{2})?)")
_NUMBER = re.compile(r"\+?\d[\d \-()]{5,}\d")


def show_home(page: HomePage, week: HomeWeek) -> None:
    """The whole page."""
    st.title(tr("Till er hemma"))
    st.html(f"<style>{_STYLE}</style>{home_html(page, week)}")


def show_without_week(page: HomePage) -> None:
    """While there is nothing to see yet: what goes on, and that nothing is asked of anybody."""
    st.title(tr("Till er hemma"))
    st.markdown(f"**{say_where_to_home(page.state)}**")
    st.markdown(tr("Ni behöver inte göra något just nu. Här kommer veckan när planen har kommit till er."))


def home_html(page: HomePage, week: HomeWeek) -> str:
    """The page as HTML, with nothing in it that has not been escaped."""
    today = next((day for day in week.days if day.date == page.today and week.is_now), None)
    rest = [day for day in week.days if day is not today]
    parts = [
        _lead(page, week),
        _day(day=today, heading=tr("I dag, {day}", day=today.name[:1].lower() + today.name[1:]), size="today")
        if today
        else "",
        _rest(rest, _say_rest(week, has_today=today is not None)),
        _numbers(week),
        _lines(tr("Om det blir en dålig dag"), week.bad_day, "bad"),
        '<div class="two">',
        _lines(tr("Bra att säga"), week.good_to_say, "soft"),
        _lines(tr("Det kan få vara"), week.good_to_leave_be, "soft"),
        "</div>",
        '<div class="two">',
        _lines(tr("Vad som kommer sedan"), (*_meetings(week), *week.coming), "coming"),
        _lines(tr("Vem som bestämmer"), _decides(page, week), "decides"),
        "</div>",
    ]
    return f'<div class="home">{"".join(parts)}</div>'


def _rest(days: Iterable[HomeDay], heading: str) -> str:
    """A card for each day with something in it, and one line for those with nothing."""
    told = [(day, any(lines for _, lines in _rows(day)) or bool(day.told.closed)) for day in days]
    cards = "".join(_day(day=day, heading=day.name, size="other") for day, has_something in told if has_something)
    free = [day.name[:1].lower() + day.name[1:] for day, has_something in told if not has_something]
    line = tr("{days}: inget planerat.", days=upper_first(and_list(free))) if free else ""
    after = f'<p class="free">{escape(line)}</p>' if line else ""
    return f'<section class="rest"><h2>{escape(heading)}</h2><div class="grid">{cards}</div>{after}</section>'


def _lead(page: HomePage, week: HomeWeek) -> str:
    where = " · ".join(part for part in (page.first_name, week.step, week.name) if part)
    lines = [tr("Tack för att ni finns där. Lugn hemma hjälper mest. Resten sköter vi tillsammans.")]
    if not week.is_decided:
        lines.insert(0, tr("Det här är ett förslag. Rektorn har inte beslutat än."))
    if week.begins:
        lines.append(tr("Det börjar {day}.", day=week.begins))
    told = "".join(f"<p>{turned(line)}</p>" for line in lines)
    return f'<p class="where"><bdi>{escape(where)}</bdi></p>{told}'


def _say_rest(week: HomeWeek, *, has_today: bool) -> str:
    if not week.is_now:
        return tr("Så ser veckan ut, {week}", week=week.name)
    return tr("Resten av veckan") if has_today else tr("Veckan")


def _day(*, day: HomeDay, heading: str, size: str) -> str:
    """One day: only the rows that there is something in."""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{_told(lines)}</dd>" for name, lines in _rows(day) if lines)
    level = "h2" if size == "today" else "h3"
    body = f"<dl>{rows}</dl>" if rows else f"<p>{escape(day.told.closed or tr('Inget planerat den dagen.'))}</p>"
    return f'<section class="day {size}"><{level}><bdi>{escape(heading)}</bdi></{level}>{body}</section>'


def _rows(day: HomeDay) -> Iterator[tuple[str, tuple[str, ...]]]:
    told = day.told
    yield tr("Till skolan"), told.morning
    yield tr("I skolan"), (*day.lessons, *day.lunch)
    yield tr("Annat"), told.besides
    yield tr("Hem"), told.home
    yield tr("En dålig dag"), tuple(upper_first(line) for line in told.smaller)


def _numbers(week: HomeWeek) -> str:
    rows = "".join(f"<li><span><bdi>{escape(who)}</bdi></span>{_number(number)}</li>" for who, number in week.numbers)
    return f'<section class="numbers"><h2>{escape(tr("Ring eller skriv"))}</h2><ul>{rows}</ul></section>'


def _number(text: str) -> str:
    """A number that a phone can ring; in words where none has been written down."""
    if not text:
        return f'<span class="none">{escape(tr("inte ifyllt än"))}</span>'
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return f'<bdi class="several">{escape(text)}</bdi>'
    digits = re.sub(r"[^+\d]", "", found[0])
    return f'<a href="tel:{digits}"><bdi dir="ltr">{escape(text)}</bdi></a>'


def _lines(title: str, lines: Iterable[str], name: str) -> str:
    told = "".join(f"<li>{turned(line)}</li>" for line in lines)
    return f'<section class="{name}"><h2>{escape(title)}</h2><ul>{told}</ul></section>'


def _meetings(week: HomeWeek) -> Iterator[str]:
    return (f"{label}: {value}" for label, value in week.meetings)


def _decides(page: HomePage, week: HomeWeek) -> tuple[str, ...]:
    decided = (
        tr("Rektorn har beslutat om planen. Beslutet går att överklaga.")
        if week.is_decided
        else tr("Rektorn beslutar, när ni och ert barn har fått säga vad ni tycker.")
    )
    return (
        decided,
        say_where_to_home(page.state),
        tr("Ni får alltid säga om ni håller med, inte håller med eller vill prata. Ring coachen, eller svara här."),
    )


def say_where_to_home(state: State) -> str:
    """Where the case stands, said to those at home."""
    match state:
        case State.RAISED | State.MAPPING:
            return tr("Just nu går coachen och ert barn igenom vad som hjälper.")
        case State.DRAFT | State.PRESENTED | State.REVISING:
            return tr("Just nu ritar vi på en plan. Den kommer till er innan något bestäms.")
        case State.WITH_GUARDIANS:
            return tr("Förslaget är på väg till er. Säg vad ni tycker innan det går till skolan.")
        case State.SENT | State.PREPARED:
            return tr("Förslaget är hos skolan. Rektorn beslutar.")
        case State.RETURNED:
            return tr("Rektorn vill veta mer. Vi gör färdigt förslaget.")
        case State.REFUSED:
            return tr("Rektorn har sagt nej till planen. Prata med coachen om vad som händer nu.")
        case State.CLOSED | State.ARCHIVED:
            return tr("Planen är avslutad. Tack för att ni har funnits där.")
        case _:
            return tr("Planen gäller, ett steg i taget.")


def turned(line: str) -> str:
    """The line, with every time kept in its own direction."""
    return _TIME.sub(r'<bdi dir="ltr">\1</bdi>', escape(line))


def _told(lines: Iterable[str]) -> str:
    return "".join(f"<span>{turned(line)}</span>" for line in lines)
