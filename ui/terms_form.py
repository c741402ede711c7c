"""The parts of the form where the coach writes down what a plan has to keep to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import streamlit as st
from pydantic import ValidationError

from casework.contact_facts import LONGEST_LINE, ContactFacts
from casework.facts import CoachFacts, LadderFacts
from casework.length import MOST
from casework.now import today
from casework.time_facts import CalendarFacts, TravelFacts
from planning.clock import Weekday
from planning.problem import CoachHours, PlaceUse, Ride
from planning.timetable import Timetable
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from ui.entries import Span, read_closed_days, read_week, write_closed_days, write_spans
from wording.bank_words import said_in
from wording.clock import short_date, week_name, weekday_name
from wording.language import tr, trn

SCHOOL_DAYS = tuple(day for day in Weekday if day <= Weekday.FRI)
WEEKS_AHEAD = 30
PLACES = QuestionId("PL7")
"""The question about places to be spared from just now."""


def ask_ladder(ladder: LadderFacts) -> LadderFacts:
    """When the ladder begins and how long its steps are."""
    st.header(tr("Trappan"))
    now = today()
    coming = [now + dt.timedelta(days=7 * n - now.weekday()) for n in range(1, WEEKS_AHEAD + 1)]
    if ladder.first_monday is not None and ladder.first_monday not in coming:
        coming.insert(0, ladder.first_monday)
    first = st.selectbox(
        tr("Första veckan"),
        coming,
        index=coming.index(ladder.first_monday) if ladder.first_monday else 0,
        format_func=lambda monday: f"{week_name(monday)} · {short_date(monday)}",
        placeholder=tr("Välj"),
    )
    two = st.checkbox(
        tr("Två saker får ändras i samma steg"), value=ladder.rises_per_step == 2,
        help=tr("Annars ändras en sak i taget: platsen, tiden, ämnena, hur många som är med eller stödet."),
    )
    ladder = ladder.model_copy(update={"rises_per_step": 2 if two else 1})
    if ladder.steps:
        st.markdown(tr("Stegens veckor är bestämda var för sig i det här ärendet."))
        return ladder.model_copy(update={"first_monday": first})
    numbers = [None, *range(1, max(MOST, ladder.number_of_steps or MOST) + 1)]
    number = st.selectbox(
        tr("Antal steg"),
        numbers,
        index=numbers.index(ladder.number_of_steps),
        format_func=lambda n: tr("Så många som behövs") if n is None else str(n),
    )
    weeks = st.pills(
        tr("Veckor i varje steg"), sorted({1, 2, 3, 4, ladder.weeks_per_step}),
        default=ladder.weeks_per_step, required=True, format_func=lambda n: trn("{n} vecka", "{n} veckor", n),
    )
    return ladder.model_copy(update={"first_monday": first, "number_of_steps": number, "weeks_per_step": weeks})


def ask_calendar(calendar: CalendarFacts) -> tuple[CalendarFacts, tuple[str, ...]]:
    """The school's own closed days, and what could not be read of them."""
    text = st.text_area(
        tr("Lov och lediga dagar"),
        value=write_closed_days(calendar.closed),
        placeholder="2026-12-21–2027-01-08 Jullov\n2027-02-22–2027-02-26 Sportlov",
        help=tr("En rad för varje lov. Röda dagar är redan med."),
        height=130,
    )
    assumed = st.checkbox(
        tr("Räkna med jullov och sommarlov"),
        value=calendar.assume_lov,
        help=tr("Som de brukar ligga, tills skolans egna står här."),
    )
    closed, unread = read_closed_days(text)
    return calendar.model_copy(update={"closed": closed, "assume_lov": assumed}), unread


def ask_coach(coach: CoachFacts) -> tuple[CoachFacts, tuple[str, ...]]:
    """Who the coach is and which hours this student can have."""
    st.header(tr("Coachen"))
    name = st.text_input(tr("Namn eller initialer"), value=coach.name, autocomplete="off")
    st.markdown(tr("När kan du vara med? Lämna tomt om det inte spelar någon roll."))
    known = ((hours.weekday, (hours.start, hours.end)) for hours in coach.hours)
    hours, unread = read_week(_ask_week("coach", known, "08.00–12.00, 13.00–15.00"))
    kept = {(h.weekday, h.start, h.end): h for h in coach.hours}
    made = tuple(
        kept.get((day, *span)) or CoachHours(weekday=day, start=span.start, end=span.end) for day, span in hours
    )
    return coach.model_copy(update={"name": name, "hours": made}), unread


def ask_contacts(contacts: ContactFacts) -> tuple[ContactFacts, tuple[str, ...]]:
    """How to reach each other and the agreed sign, and which numbers could not be read; these stay as they were."""
    st.header(tr("Nå varandra"))
    asked = {
        "coach_phone": (tr("Coachens telefon"), tr("På elevens egna papper och på sidan till hemmet.")),
        "school_phone": (tr("Skolans telefon"), tr("På sidan till hemmet.")),
        "home_phone": (tr("Hemmets telefon"), tr("Bara på coachens dagblad.")),
        "address": (tr("Adress där skjutsen börjar"), tr("Bara på coachens dagblad.")),
        "stop_sign": (tr("Elevens tecken för stopp"), tr("På lärarnas kort, till exempel «lägger pennan på bänken».")),
    }
    unread = []
    for name, (label, where) in asked.items():
        known = getattr(contacts, name)
        typed = st.text_input(
            label, value=known, placeholder=where, autocomplete="off", max_chars=LONGEST_LINE, key=f"contacts_{name}"
        ).strip()
        try:
            contacts = ContactFacts.model_validate({**contacts.model_dump(), name: typed})
        except ValidationError:
            unread.append(label)
    return contacts, tuple(unread)


def ask_rides(travel: TravelFacts) -> tuple[TravelFacts, tuple[str, ...]]:
    """Rides that can be had, and what could not be read of them."""
    st.header(tr("Skjuts"))
    st.markdown(tr("Framme och hem igen, till exempel 09.00–13.30. Tomt betyder ingen skjuts den dagen."))
    known = ((ride.weekday, (ride.arrives, ride.leaves)) for ride in travel.rides)
    spans, unread = read_week(_ask_week("ride", known, "09.00–13.30"))
    kept = {(r.weekday, r.arrives, r.leaves): r for r in travel.rides}
    made = tuple(kept.get((day, *span)) or _ride(day, span) for day, span in spans)
    return travel.model_copy(update={"rides": made}), unread


def _ride(day: Weekday, span: Span) -> Ride:
    return Ride(weekday=day, arrives=span.start, leaves=span.end)


def _ask_week(
    name: str, known: Iterable[tuple[Weekday, tuple[int, int]]], example: str
) -> dict[Weekday, str]:
    by_day: dict[Weekday, list[tuple[int, int]]] = {}
    for day, span in known:
        by_day.setdefault(day, []).append(span)
    return {
        day: st.text_input(
            weekday_name(day).capitalize(),
            value=write_spans(set(by_day.get(day, []))),
            placeholder=example if day is Weekday.MON else "",
            key=f"{name}_{day.short}",
            autocomplete="off",
        )
        for day in SCHOOL_DAYS
    }


def ask_places(
    places: Mapping[str, PlaceUse], sheet: AnswerSheet, timetable: Timetable | None
) -> dict[str, PlaceUse]:
    """Which rooms and subjects take the student to the places ticked; those that are not ticked stay as they are."""
    answer = sheet.of(PLACES)
    options = {option.code: option for option in load_bank().by_id[PLACES].options if not option.alone}
    ticked = [code for code in (answer.ticks if answer else ()) if code in options]
    if not ticked or timetable is None:
        return dict(places)
    st.header(tr("Ställen att slippa just nu"))
    st.markdown(tr("Vilka salar eller ämnen tar eleven till de ställen som är kryssade?"))
    asked = dict(places)
    for code in ticked:
        use = places.get(code, PlaceUse())
        label = said_in(options[code])
        offered = [*timetable.rooms, *timetable.subjects]
        already = [name for name in (*use.rooms, *use.subjects) if name in offered]
        chosen = st.multiselect(label, offered, default=already, placeholder=tr("Inget valt"))
        asked[code] = PlaceUse(
            rooms=tuple(n for n in chosen if n in timetable.rooms),
            subjects=tuple(n for n in chosen if n in timetable.subjects),
        )
    return asked
