"""What the start shows besides cases: the coach's day, a mentor's week, and what those do who meet no student."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

import streamlit as st

from casework import now as clock
from casework.adult_documents import TEACHER_CARDS
from casework.app_verbs import the_store
from casework.day_sheet import coach_day
from casework.mentor_week import MentorWeek, cards_to_teachers, mentor_week
from casework.start_view import StartCase
from exports.day_sheet import CoachDay, DayRow
from planning.access import Role
from ui.components.downloads import OfferedFile, offer_files
from ui.frame.ways import go_to
from ui.plain import plain
from ui.start_cards import open_at
from ui.veil import shown_name
from wording.clock import day_in_words, written_span, written_time
from wording.language import tr, trn
from wording.phrases import upper_first

MOST_ROWS = 8
"""So much of the day is shown at once; the sheet has all of it. Our default."""
_STYLE = """<style>
.day-rows { list-style: none; margin: 0 !important; padding: 0 !important; display: grid; gap: .15rem; }
.day-rows li { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: .15rem 1rem; padding: .5rem 0; }
.day-rows li { margin: 0 !important; }
.day-rows li + li { border-block-start: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
.day-rows b { font-variant-numeric: tabular-nums; }
.day-rows span { overflow-wrap: anywhere; }
@media (max-width: 430px) { .day-rows li { grid-template-columns: 1fr; } }
</style>"""


def show_day() -> None:
    """What the coach does today, from the day's sheet: times, rides, texts to send."""
    today = clock.today()
    with st.spinner(tr("Läser in din dag …"), width="stretch"):
        day = coach_day(the_store(), today)
    with st.container(border=True, key="coach_day"):
        st.header(tr("I dag, {day}", day=day_in_words(today)))
        if not (day.rows or day.texts):
            st.markdown(tr("Inget är planerat i dag."))
        rows = in_clock_order(day)
        _draw(rows[:MOST_ROWS])
        if rest := rows[MOST_ROWS:]:
            with st.expander(trn("{n} till i dag", "{n} till i dag", len(rest))):
                _draw(rest)
        if day.texts:
            with st.expander(trn("{n} sms att skicka", "{n} sms att skicka", len(day.texts))):
                for text in day.texts:
                    st.markdown(f"**{plain(text.when)} · {plain(shown_name(text.who))}**  \n{plain(text.words)}")
        if day.left_out:
            with st.expander(trn("{n} elev är inte med", "{n} elever är inte med", len(day.left_out))):
                lines = (f"- {plain(shown_name(one.who) or tr('Utan namn'))}: {plain(one.why)}" for one in day.left_out)
                st.markdown("\n".join(lines))


def in_clock_order(day: CoachDay) -> list[DayRow]:
    """The day's rows; what has no hour stands last."""
    return sorted(day.rows, key=lambda row: (row.start is None, row.start or 0, row.who))


def _draw(rows: Sequence[DayRow]) -> None:
    if rows:
        st.html(f'{_STYLE}<ul class="day-rows">{"".join(map(row_html, rows))}</ul>')


def row_html(row: DayRow) -> str:
    """One thing of the day: when, with whom, what and where."""
    told = ", ".join(part for part in (*row.what, row.where) if part)
    who = escape(shown_name(row.who))
    return f"<li><b><bdi>{escape(say_when(row))}</bdi></b><span><bdi>{who}</bdi>: {escape(told)}</span></li>"


def say_when(row: DayRow) -> str:
    """«09.10–10.00», «08.15», or in words where there is no hour."""
    if row.start is None:
        return upper_first(row.when)
    return written_time(row.start) if row.end is None else written_span(row.start, row.end)


def show_mentored(cases: Sequence[StartCase]) -> None:
    """The students that a mentor is named for: what is agreed for the week, and the teachers' cards."""
    st.header(tr("Elever som du är utsedd för"))
    for case in cases:
        with st.container(border=True, key=f"case_card_{case.id}"):
            st.markdown(f"**{plain(shown_name(case.summary.name)) or tr('Utan namn')}**")
            week = None if case.summary.trouble else mentor_week(the_store(), case.id)
            if week is None:
                st.markdown(tr("Inget är överenskommet än. Här kommer veckan när förslaget är hos skolan."))
            else:
                _show_week(case, week)
            if st.button(tr("Ärendets gång"), key=f"go_{case.id}"):
                open_at(case, "course")


def _show_week(case: StartCase, week: MentorWeek) -> None:
    st.markdown(plain(week.title))
    if not week.is_decided:
        st.markdown(tr("Det är ett förslag. Rektorn har inte beslutat än."))
    lines = [f"- **{plain(name)}:** {'; '.join(map(plain, lessons))}" for name, lessons in week.days]
    st.markdown("\n".join(lines) or tr("Inga lektioner den veckan."))
    if week.may_fetch_cards:
        cards = OfferedFile(
            TEACHER_CARDS, tr("Kort till lärarna"),
            tr("Ett litet kort till varje lärare: tider, plats, tecken, och vad man gör och låter bli."),
        )  # fmt: skip
        offer_files([cards], lambda _: cards_to_teachers(the_store(), case.id), key=f"teacher_cards_{case.id}")


def show_keepers(roles: Collection[Role]) -> None:
    """What an administrator and a data protection officer do here. They meet no student."""
    if Role.DATA_PROTECTION_OFFICER in roles:
        st.header(tr("Det du ser efter"))
        st.markdown(tr("Du läser loggen, och går igenom ärenden som har öppnats i nödläge."))
        with st.container(horizontal=True):
            if st.button(tr("Läs loggen"), type="primary"):
                go_to("log")
            if st.button(tr("Nödlägen")):
                go_to("emergency")
    if Role.ADMINISTRATOR in roles:
        st.header(tr("Det du sköter"))
        st.markdown(
            "\n".join(
                f"- {line}"
                for line in (
                    tr("Användare och roller: skriv `python cli.py users --help` på servern."),
                    tr("Nycklar: skriv `python cli.py keys --help` på servern."),
                    tr("Säkerhetskopior: skriv `python cli.py backup --help` på servern."),
                )
            )
        )
        st.markdown(tr("Du ser inga elever här. Det är meningen."))


def offer_settings(*, may_see: bool) -> None:
    """The way to the settings, for those who may see them."""
    if may_see and st.button(tr("Inställningar"), type="tertiary"):
        go_to("settings")
