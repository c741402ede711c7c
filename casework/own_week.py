"""«Min vecka»: the student's own week on the screen, day by day, with the smaller version of each day.

Made of what the student's own papers are made of. First name only, no shares, nothing counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from casework import now as clock
from casework.case_reading import may_see
from casework.guarded import looking, verb
from casework.lived_plan import Lived, card_of, coming_monday, days_to_show, shown_plan, whole_record
from casework.student_documents import own_page
from exports.bad_day_page import short_day
from exports.dated_steps import dated_steps
from exports.first_day import first_day_page
from exports.printable import clean
from exports.student_blocks import HelpCard, Moment, PictureStyle, StudentWeek
from exports.student_page import LONGEST_NAME, ToldStep, as_wished_moments, student_weeks, told_steps
from exports.student_papers import FirstDay, ShortDay
from planning.access import Action
from planning.clock import Weekday
from planning.frozen import Frozen
from planning.planned_day import PlannedDay
from planning.timetable import monday_of
from planning.workflow.states import State
from questionnaire.bank import load_bank
from questionnaire.summary import summarise
from storage.records import CaseId
from storage.store import CaseStore
from wording.clock import day_in_words, week_name, weekday_name
from wording.phrases import upper_first
from wording.summary_lines import say_line


class OwnDay(Frozen):
    """A day of the week that is shown: its moments, or the note that stands where there are none."""

    date: dt.date
    weekday: str
    name: str
    moments: tuple[Moment, ...]
    note: str = ""
    short: ShortDay | None = None
    """The smaller version; None where nothing is planned."""


class OwnWeek(Frozen):
    """The week that is lived."""

    which: str
    """«Steg 1 av 4»."""
    name: str
    is_now: bool
    begins: str
    """The first day, while it has not come; empty after that."""
    days: tuple[OwnDay, ...]
    help: tuple[HelpCard, ...]
    first_day: FirstDay | None
    """While the first day has not come."""
    style: PictureStyle
    is_large: bool
    is_decided: bool


class MyWeek(Frozen):
    """All that the page shows."""

    first_name: str
    state: State
    today: dt.date
    may_answer: bool
    answers: tuple[str, ...]
    """What the student has said, in the student's own voice; what is private is never told back."""
    phone: str = ""
    week: OwnWeek | None = None


@verb(Action.SEE_ANSWERS)
def my_week(store: CaseStore, case_id: CaseId) -> MyWeek:
    """The page of the case: for the student, and for whoever hands it over. Raises `CaseFileError` or `NotAllowed`."""
    with looking(store, case_id) as (reader, row):
        may = may_see(reader, row)
        sees, may_answer = may(Action.SEE_PLAN) and may(Action.SEE_DOCUMENTS), may(Action.ANSWER)
    record, on = whole_record(row, store), clock.today()
    lived = shown_plan(record, on, sees_drafts=True) if sees else None
    facts = record.case.facts
    name = "" if facts.document.student.has_protected_identity else facts.document.student.first_name or facts.student
    return MyWeek(
        first_name=clean(name, LONGEST_NAME),
        state=record.state,
        today=on,
        may_answer=may_answer,
        answers=tuple(dict.fromkeys(say_line(line) for line in summarise(load_bank(), record.case.sheet).lines)),
        phone=own_page(lived.dossier).phone if lived else "",
        week=_week(lived, on) if lived else None,
    )


def _week(lived: Lived, on: dt.date) -> OwnWeek | None:
    dossier, own = lived.dossier, own_page(lived.dossier)
    problem, plan, number = dossier.problem, dossier.plan, dossier.current_step
    steps = dated_steps(problem, plan, number)
    if not steps:
        return None
    days = days_to_show(steps[0].days, on)
    this, first = monday_of(days[0].date), steps[0].planned.step.first_day
    pages = [page for page in student_weeks(problem, plan, own, current_step=number) if page.number == number]
    page = next((page for page in pages if this in page.mondays), pages[0])
    told = told_steps(problem, plan, current_step=number)[number - 1]
    is_ahead = number == 1 and first > on
    return OwnWeek(
        which=page.which,
        name=week_name(this),
        is_now=this == coming_monday(on),
        begins=day_in_words(first) if first > on else "",
        days=tuple(_days(lived, (told, page.model_copy(update={"mondays": (this,)})), days)),
        help=page.help,
        first_day=first_day_page(problem, plan, own, current_step=number, today=on) if is_ahead else None,
        style=own.style,
        is_large=own.large,
        is_decided=lived.is_decided,
    )


def _days(lived: Lived, of: tuple[ToldStep, StudentWeek], days: tuple[PlannedDay, ...]) -> Iterator[OwnDay]:
    problem, plan, own = lived.dossier.problem, lived.dossier.plan, own_page(lived.dossier)
    for day in days:
        card, weekday = card_of(lived, of[0], day), Weekday(day.date.weekday())
        yield OwnDay(
            date=day.date,
            weekday=upper_first(weekday_name(weekday)),
            name=upper_first(day_in_words(day.date)),
            moments=as_wished_moments(card.moments, own) if card else (),
            note=card.note if card else "",
            short=short_day(problem, plan, own, of, weekday) if day.is_open else None,
        )
