"""A timetable in the making: steps, undo, and rows that are put right."""

from __future__ import annotations

import pytest

from casework.app_verbs import Doubt, FileLook, TimetableChoice, look_into
from planning.week_edits import without
from tests.planning.week_lessons import said, week_of
from ui.components.dropzone import Dropped
from ui.week_draft import WeekDraft, hours_in, pasted

TABLE = b"Dag;Start;Slut;\xc3\x84mne\nm\xc3\xa5n;8.10;9.00;Bild\nm\xc3\xa5n;sen;;Musik\n"
CALENDAR = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260901T081000\nDTEND:20260901T090000\nSUMMARY:Bild\nEND:VEVENT"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dag;Start\n", "tabell.csv"), (CALENDAR, "kalender.ics"), (f"\ufeff\n {CALENDAR}", "kalender.ics"),
        ("<?xml version='1.0'?>", "schema.xml"),
    ],
)  # fmt: skip
def test_what_was_pasted_is_known_by_its_content(text: str, name: str) -> None:
    """One box takes all of it."""
    given = pasted(text)
    assert given is not None
    assert given.name == name


@pytest.mark.parametrize("link", ["https://example.org/kalender.ics", " webcal://example.org/a?b=c\n", "HTTP://x.se"])
def test_a_link_is_known_as_one(link: str) -> None:
    """It is never fetched."""
    assert pasted(link) is None


def test_steps_are_undone_one_by_one() -> None:
    """Down to the week as it was read."""
    draft = WeekDraft(FileLook(timetable=week_of("mon 08:10-09:00 Bild", "tue 08:10-09:00 NO")))
    assert not draft.can_undo
    draft.do(without(draft.timetable.lessons[0]))
    draft.do(without(draft.timetable.lessons[0]))
    assert said(draft.timetable) == []
    draft.undo()
    assert said(draft.timetable) == ["tue 490-540 NO"]
    draft.undo()
    draft.undo()
    assert len(draft.timetable.lessons) == 2


def test_a_row_put_right_joins_the_week_and_other_steps_stand() -> None:
    """What was fixed before is not asked again."""
    read = look_into(TABLE, "a.csv", TimetableChoice())
    draft = WeekDraft(read, Dropped("a.csv", TABLE))
    (doubt,) = draft.now.doubts
    assert draft.is_mendable(doubt)
    draft.do(without(draft.timetable.lessons[0]))
    rows = {doubt.where: "mån; 9.10; 10.00; Musik"}
    draft.take(look_into(TABLE, "a.csv", TimetableChoice(rows=rows)), TimetableChoice(rows=rows))
    assert said(draft.timetable) == ["mon 550-600 Musik"]
    assert list(draft.now.doubts) == []
    draft.undo()
    assert draft.now.doubts == (doubt,)


def test_rows_of_a_calendar_are_not_typed_anew() -> None:
    """A lesson is added by hand instead."""
    doubt = Doubt(where="3", code="event_unreadable")
    timetable = week_of("mon 08:10-09:00 Bild")
    in_calendar = WeekDraft(FileLook(timetable=timetable, doubts=(doubt,)), Dropped("a.ics", CALENDAR.encode()))
    in_hand = WeekDraft(FileLook(timetable=timetable, doubts=(doubt,)), is_in_hand=True)
    assert not in_calendar.is_mendable(doubt)
    assert not in_hand.is_mendable(doubt)


def test_numbered_hours_get_their_times_line_by_line() -> None:
    """However the times are written; a line that is none is left out, and asked for again."""
    assert hours_in("1: 8.10-9.00\n2: 09:10–10:00\n3: sen\nrast: 9-10\n", ("1", "2", "3")) == {
        "1": (490, 540), "2": (550, 600),
    }  # fmt: skip
