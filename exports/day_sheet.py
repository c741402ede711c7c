"""The coach's sheet for one day, across all students: when, who, what, where, texts to send, and what was agreed.

It is the coach's own: it names several students, and stays with the coach.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from exports.blocks import Document
from exports.printable import clean
from exports.sheet_blocks import (
    Bullet,
    Sheet,
    SheetField,
    SheetFields,
    SheetLines,
    SheetPart,
    SheetTable,
    SheetText,
)
from planning.clock import MINUTES_PER_DAY
from planning.frozen import Frozen
from wording.clock import written_date, written_span, written_time
from wording.language import language_tag, tr
from wording.phrases import and_list, upper_first

NAME, PLACE = 40, 60
"""Longest name and place on the sheet, in characters. Our defaults."""
MOST_CLASHES = 8
"""How many clashes are listed. Our default."""


class DayRow(Frozen):
    """Something in the day. Without `start` it stands last, with `when` in words."""

    start: int | None = None
    end: int | None = None
    when: str = ""
    who: str
    what: tuple[str, ...]
    where: str = ""
    is_mine: bool = False
    """Whether the coach makes it happen or is there."""
    ticks: tuple[str, ...] = ()


class DayText(Frozen):
    """A text to send: when, to whom, and the words."""

    when: str
    who: str
    words: str


class DayAgreed(Frozen):
    """What is agreed with one student for a bad day, and how to reach the home; empty where it is not known."""

    who: str
    bad_day: tuple[str, ...]
    calm_place: str = ""
    phones: tuple[str, ...] = ()
    address: str = ""


class LeftOutCase(Frozen):
    """A case that is not on the sheet, and why."""

    who: str
    why: str


class CoachDay(Frozen):
    """All that the sheet says."""

    date: dt.date
    rows: tuple[DayRow, ...] = ()
    texts: tuple[DayText, ...] = ()
    agreed: tuple[DayAgreed, ...] = ()
    free: tuple[str, ...] = ()
    """Students with nothing planned that day."""
    left_out: tuple[LeftOutCase, ...] = ()


def build_day_sheet(day: CoachDay) -> Document:
    """The sheet; it runs over as many pages as the day needs."""
    title = tr("Dagens blad")
    return Document(
        title=title,
        subject=title,
        author="",
        language=language_tag(),
        mark=tr("Bara för coachen. Innehåller uppgifter om elever."),
        running=written_date(day.date),
        footer=tr("Bär det med dig, lämna det ingenstans, och riv det när dagen är slut."),
        page_text=tr("Sida {{page}} ({{pages}})"),
        blocks=(
            Sheet(title=title, subtitle=upper_first(written_date(day.date)), parts=tuple(_parts(day)), may_run_on=True),
        ),
    )


def _parts(day: CoachDay) -> Iterator[SheetPart]:
    if day.rows:
        yield _table(day.rows)
    else:
        yield SheetText(text=tr("Inget är planerat den här dagen."))
    if clashes := tuple(dict.fromkeys(_clashes(day.rows))):
        more = (tr("Fler syns i tabellen."),) if len(clashes) > MOST_CLASHES else ()
        lines = (*clashes[:MOST_CLASHES], *more)
        yield SheetLines(title=tr("Två saker samtidigt"), lines=lines, is_set_apart=True)
    if day.texts:
        texts = tuple(SheetField(label=f"{text.when} · {_name(text.who)}", value=text.words) for text in day.texts)
        yield SheetFields(title=tr("Att skriva"), rows=texts)
    if day.agreed:
        yield SheetTable(
            title=tr("Om det blir en dålig dag"),
            head=(tr("Vem"), tr("Överenskommet"), tr("Lugn plats"), tr("Ring, eller åk till")),
            rows=tuple(
                (_name(one.who), one.bad_day, clean(one.calm_place, PLACE), tuple(_ways_home(one)))
                for one in day.agreed
            ),
            widths=(2.4, 5, 3, 3.4),
            ruled=(2, 3),
        )
    if day.free:
        yield SheetLines(title=tr("Inget planerat i dag"), lines=(and_list([_name(who) for who in day.free]),))
    if day.left_out:
        lines = tuple(f"{_name(one.who)}: {one.why}" for one in day.left_out)
        yield SheetLines(title=tr("Inte med på bladet"), lines=lines, bullet=Bullet.DO_NOT)


def _ways_home(one: DayAgreed) -> Iterator[str]:
    return (clean(way, PLACE) for way in (*one.phones, one.address) if way)


def _table(rows: Iterable[DayRow]) -> SheetTable:
    ordered = sorted(rows, key=lambda row: (MINUTES_PER_DAY if row.start is None else row.start, row.who, row.what))
    return SheetTable(
        head=(tr("Tid"), tr("Vem"), tr("Vad"), tr("Var"), tr("Kryssa")),
        rows=tuple((_when(row), _name(row.who), row.what, clean(row.where, PLACE)) for row in ordered),
        widths=(2.5, 2.1, 4.1, 2.2, 4.8),
        ticks=tuple(row.ticks for row in ordered),
    )


def _when(row: DayRow) -> str:
    if row.start is None:
        return row.when
    return written_time(row.start) if row.end is None else written_span(row.start, row.end)


def _clashes(rows: Iterable[DayRow]) -> Iterator[str]:
    """Every two things of different students where the coach is to be at the same time."""
    mine = sorted((row for row in rows if row.is_mine and row.start is not None), key=lambda row: row.start or 0)
    for number, row in enumerate(mine):
        for other in mine[number + 1 :]:
            if row.who != other.who and row.end is not None and (other.start or 0) < row.end:
                time = written_time(other.start or 0)
                yield tr("{time}: {one} och {other}", time=time, one=_name(row.who), other=_name(other.who))


def _name(who: str) -> str:
    return clean(who, NAME) or tr("Utan namn")
