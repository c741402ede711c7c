"""The ways for a timetable to come in: a file, a table or a calendar that is pasted, and subjects tapped into bells."""

from __future__ import annotations

from itertools import zip_longest
from zlib import crc32

import streamlit as st

from casework.app_verbs import FileLook, TimetableChoice, groups_in, look_into, the_store
from casework.cases import Case
from casework.reading_apart import make_ready
from casework.school_day import ORDINARY, Bell, SchoolDay, day_in, school_day, tapped_week
from planning.errors import BadInput
from ui.components.bell_grid import ask_taps, read_taps
from ui.components.dropzone import Dropped, read_dropped
from ui.components.ways_in import Way, ask_way
from ui.plain import plain
from ui.session import session, told
from ui.week_draft import HoursWanted, WeekDraft, hours_in, pasted
from wording.clock import written_span
from wording.errors import say_error
from wording.language import tr

_PASTED = {"table", "calendar"}
_WAYS, _GRID = "ways_in", "bell_grid"


def ways() -> tuple[Way, ...]:
    """Four ways, each as good as the others."""
    return (
        Way("file", tr("Välj eller släpp schemafilen"), tr(".ics, .csv, .txt eller .xml från FET."),
            accept=".csv,.xml,.ics,.txt,.tsv,.xlsx,.xls,.ods"),
        Way("table", tr("Klistra in en tabell"), tr("Kopiera ur Excel, Word eller en webbsida.")),
        Way("calendar", tr("Klistra in en kalender"), tr("Innehållet i en kalenderfil eller bakom en kalenderlänk.")),
        Way("tap", tr("Tryck in ämnen"), tr("Välj ett ämne och tryck på skolans tider.")),
    )  # fmt: skip


def ask(case: Case) -> None:
    """The ways as cards; or the one that was chosen."""
    make_ready()
    way, wanted = session().way_in, session().hours_wanted
    if wanted is not None:
        _ask_hours(case, wanted)
        return
    if not way:
        ask_way(ways(), key=_WAYS, on_file=_take_file, on_way=_take_way)
        if (came := session().came) is not None:
            read(came)
        return
    st.button(tr("Andra sätt"), key="other_ways", icon=":material/arrow_back:", on_click=_leave_way)
    if way in _PASTED:
        _ask_paste(way)
    else:
        _ask_taps(case)


def _take_file() -> None:
    session().came = read_dropped(told(_WAYS, "file"))


def _take_way() -> None:
    way = told(_WAYS, "way")
    session().way_in = way if way in {*_PASTED, "tap"} else ""


def _leave_way() -> None:
    session().way_in = ""


def read(given: Dropped, asked: TimetableChoice | None = None) -> None:
    """Read what was given, and look at it. What is wrong with it is told, and nothing is lost."""
    choice = asked or TimetableChoice()
    try:
        with st.spinner(tr("Läser schemat …")):
            offers = groups_in(given.content, given.name)
            chosen = next((offer for offer in offers if offer.group == choice.group), offers[0] if offers else None)
            if chosen is not None:
                choice = choice.model_copy(update={"group": chosen.group, "unit": chosen.unit})
            look = look_into(given.content, given.name, choice)
    except BadInput as error:
        session().came = None
        hours = error.data.get("hours")
        if error.code == "bell_times_needed" and isinstance(hours, tuple | list):
            session().hours_wanted = HoursWanted(given, choice, tuple(map(str, hours)))
            st.rerun()
        st.warning(plain(said_of_file(error)))
        return
    session().draft = WeekDraft(look, given, offers, choice)
    session().came, session().way_in, session().hours_wanted = None, "", None
    st.rerun()


def _ask_hours(case: Case, wanted: HoursWanted) -> None:
    """When the file's numbered hours are, beginning from the school's bells where they are known."""
    day = session().day or school_day(the_store(), case.id) or ORDINARY
    bells = [written_span(bell.start, bell.end) for bell in day.bells if not bell.is_lunch]
    lines = [f"{hour}: {bell}" for hour, bell in zip_longest(wanted.hours, bells[: len(wanted.hours)], fillvalue="")]
    st.header(tr("När börjar och slutar lektionerna?"))
    st.markdown(tr("Filen har lektionernas nummer men inga tider. Ändra till skolans tider."))
    with st.form("hours", border=False):
        text = st.text_area(tr("En rad för varje lektion"), value="\n".join(lines), height=260)
        with st.container(horizontal=True):
            goes_on = st.form_submit_button(tr("Läs schemat"), type="primary")
            leaves = st.form_submit_button(tr("Andra sätt"))
    if leaves:
        session().hours_wanted = None
        st.rerun()
    if goes_on:
        told = hours_in(text, wanted.hours)
        missing = [hour for hour in wanted.hours if hour not in told]
        if missing:
            st.warning(tr("Tiderna saknas för {hours}. Skriv dem som 08.10–09.00.", hours=", ".join(missing)))
        else:
            read(wanted.given, wanted.choice.model_copy(update={"bell_times": told}))


def said_of_file(error: BadInput) -> str:
    """What is wrong with what was given, without the names that the program has for its parts."""
    return say_error(BadInput(error.code, **{**error.data, "file": "", "field": ""}))


def _ask_paste(way: str) -> None:
    is_table = way == "table"
    st.header(tr("Klistra in en tabell") if is_table else tr("Klistra in en kalender"))
    if is_table:
        st.markdown(
            tr(
                "Markera hela schemat, kopiera och klistra in. Rubriker behövs inte, och dagarna får stå bredvid "
                "varandra."
            )
        )
    else:
        st.markdown(
            tr(
                "Stegvis hämtar aldrig något från internet. Öppna länken i webbläsaren, så sparas en fil. Öppna den "
                "med Anteckningar, kopiera allt och klistra in här."
            )
        )
    table = "Dag;Tid;Ämne;Sal\nMån;8.10–9.00;Bild;B204\nMån;9.15–10.15;Matematik;A12"
    calendar = "BEGIN:VCALENDAR\n…"
    with st.form("paste", border=False):
        text = st.text_area(
            tr("Tabellen") if is_table else tr("Kalenderns innehåll"), placeholder=table if is_table else calendar,
            height=240, key=f"pasted_{way}",
        )  # fmt: skip
        is_sent = st.form_submit_button(tr("Läs"), type="primary")
    if not is_sent:
        return
    if not text.strip():
        st.info(tr("Klistra in något först."))
    elif (given := pasted(text)) is None:
        st.info(
            tr(
                "Det där är en länk. Stegvis hämtar aldrig något från internet. Öppna länken i webbläsaren, öppna "
                "filen som sparas med Anteckningar, kopiera allt och klistra in det här."
            )
        )
    else:
        read(given)


def _ask_taps(case: Case) -> None:
    remembered = session().day or school_day(the_store(), case.id)
    day = remembered or ORDINARY
    st.header(tr("Tryck in ämnen"))
    with st.expander(tr("Skolans tider och ämnen"), expanded=remembered is None):
        if remembered is None:
            st.markdown(tr("Skriv skolans tider en gång, så finns de här för nästa elev."))
        with st.form("bells", border=False):
            bells = st.text_area(tr("Lektionstider och lunch, en rad för varje"), value=_bell_lines(day), height=230)
            subjects = st.text_area(tr("Ämnen, en rad för varje"), value="\n".join(day.subjects), height=230)
            if st.form_submit_button(tr("Använd")):
                _use(*day_in(bells, subjects))
    unread = session().bells_unread
    if unread:
        st.warning(tr("Det här gick inte att läsa som tider: {lines}.", lines=", ".join(unread)))

    def done() -> None:
        if taps := read_taps(told(_GRID, "week")):
            session().draft = WeekDraft(FileLook(timetable=tapped_week(day, taps)), day=day)

    ask_taps(day, place=f"stegvis-veckan-{case.id}-{_mark(case)}", key=_GRID, on_week=done)


def _use(day: SchoolDay, unread: tuple[str, ...]) -> None:
    session().bells_unread = unread
    if day.bells and day.subjects:
        session().day = day
    st.rerun()


def _bell_lines(day: SchoolDay) -> str:
    return "\n".join(_bell_line(bell) for bell in day.bells)


def _bell_line(bell: Bell) -> str:
    span = written_span(bell.start, bell.end)
    return f"{span} {tr('lunch')}" if bell.is_lunch else span


def _mark(case: Case) -> int:
    """Changes with the timetable in hand: a week that was taken in is not offered again as one half tapped."""
    return crc32(case.timetable.model_dump_json().encode()) if case.timetable is not None else 0
