"""What those at home meet when they open the app: this week, the numbers, a bad day, what comes next, who decides.

The same words as on the guardians' page on paper, and besides only the subjects of the lessons and the lunches.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from casework import now as clock
from casework.adult_documents import GUARDIAN_PAGE, guardian_page, told_home
from casework.case_reading import may_see
from casework.documents import language_of
from casework.guarded import looking, verb
from casework.lived_plan import Lived, card_of, coming_monday, days_to_show, shown_plan, whole_record
from exports.dated_steps import DatedStep, dated_steps
from exports.guardian_page import NAME, ToldDay, next_meetings, numbers_to_ring, told_day
from exports.looks import Look
from exports.printable import clean
from exports.student_page import ToldStep, told_steps
from planning.access import Action
from planning.errors import NotAllowed
from planning.frozen import Frozen
from planning.planned_day import PlannedDay
from planning.smaller_days import bad_days
from planning.timetable import monday_of
from planning.workflow.states import State
from storage.records import CaseId
from storage.store import CaseStore
from wording.clock import day_in_words, week_name, written_span, written_time
from wording.home_lines import good_to_leave_be, good_to_say, on_a_bad_day
from wording.language import Language, speaking, tr, trn
from wording.phrases import upper_first
from wording.steps import step_name

Lines = tuple[str, ...]


class HomeDay(Frozen):
    """A day of the week that is shown."""

    date: dt.date
    name: str
    told: ToldDay
    lessons: Lines = ()
    lunch: Lines = ()


class HomeWeek(Frozen):
    """The week that is lived, or the nearest one of the step."""

    step: str
    name: str
    is_now: bool
    """Whether it is the one that today lies in, or that begins on Monday."""
    begins: str
    """The plan's first day, while it has not come."""
    days: tuple[HomeDay, ...]
    coming: Lines
    """What comes after the step, and when."""
    numbers: tuple[tuple[str, str], ...]
    """Whom to ring, and the number; empty where nobody has written it down."""
    meetings: tuple[tuple[str, str], ...]
    bad_day: Lines
    good_to_say: Lines
    good_to_leave_be: Lines
    is_decided: bool


class HomePage(Frozen):
    """All that the page shows. `week` is None while there is nothing to see yet, or it may not be seen."""

    first_name: str
    state: State
    today: dt.date
    may_answer: bool
    """Whether the one who looks may answer the guardians' questions."""
    week: HomeWeek | None = None


@verb(Action.SEE_CASE)
def home_page(store: CaseStore, case_id: CaseId) -> HomePage:
    """The page of the case, as far as the actor may see it. Raises `CaseFileError` or `NotAllowed`."""
    with looking(store, case_id) as (reader, row):
        may = may_see(reader, row)
        sees, sees_drafts = may(Action.SEE_PLAN) and may(Action.SEE_DOCUMENTS), may(Action.SEE_NOTES)
        may_answer = may(Action.ANSWER_AS_GUARDIAN)
    record, on = whole_record(row, store), clock.today()
    lived = shown_plan(record, on, sees_drafts=sees_drafts) if sees else None
    document = record.case.facts.document.student
    name = "" if document.has_protected_identity else document.first_name or record.case.facts.student
    return HomePage(
        first_name=clean(name, NAME),
        state=record.state,
        today=on,
        may_answer=may_answer,
        week=_week(lived, on) if lived else None,
    )


@verb(Action.SEE_DOCUMENTS)
def paper_to_home(store: CaseStore, case_id: CaseId, language: Language) -> bytes:
    """The guardians' page on paper, of the plan that is shown, in that language where papers are written in it.

    Raises `NotAllowed` while there is none.
    """
    with looking(store, case_id) as (reader, row):
        sees_drafts = may_see(reader, row)(Action.SEE_NOTES)
    lived = shown_plan(whole_record(row, store), clock.today(), sees_drafts=sees_drafts)
    if lived is None:
        raise NotAllowed("no_plan_yet")
    with speaking(language_of(GUARDIAN_PAGE, language)):
        return guardian_page(lived.dossier)


def _week(lived: Lived, on: dt.date) -> HomeWeek | None:
    dossier = lived.dossier
    steps = dated_steps(dossier.problem, dossier.plan, dossier.current_step)
    told = told_steps(dossier.problem, dossier.plan, current_step=dossier.current_step) if steps else ()
    if not steps:
        return None
    step, home = steps[0], told_home(dossier)
    days = days_to_show(step.days, on)
    this = monday_of(days[0].date)
    coach = clean(home.coach or dossier.problem.coach.name, NAME)
    first = step.planned.step.first_day
    return HomeWeek(
        step=step_name(step.planned.number),
        name=week_name(this),
        is_now=this == monday_of(on) or this == coming_monday(on),
        begins=day_in_words(first) if first > on else "",
        days=tuple(_days(lived, told[step.planned.number - 1], step, days)),
        coming=tuple(_coming(steps, told)),
        numbers=tuple((row.label, row.value) for row in numbers_to_ring(coach, home).rows),
        meetings=tuple((row.label, row.value) for row in next_meetings(step, home).rows if row.value),
        bad_day=on_a_bad_day(coach, beside_a_table=False),
        good_to_say=good_to_say(),
        good_to_leave_be=good_to_leave_be(),
        is_decided=lived.is_decided,
    )


def _days(lived: Lived, told: ToldStep, step: DatedStep, days: tuple[PlannedDay, ...]) -> Iterator[HomeDay]:
    problem, plan = lived.dossier.problem, lived.dossier.plan
    smaller = bad_days(problem, plan, step.planned)
    coach = clean(problem.coach.name, NAME)
    for day in days:
        yield HomeDay(
            date=day.date,
            name=upper_first(day_in_words(day.date)),
            told=told_day(problem, day, smaller),
            lessons=tuple(_lesson_lines(day, coach)),
            lunch=tuple(_lunch_lines(lived, told, day)),
        )


def _lesson_lines(day: PlannedDay, coach: str) -> Iterator[str]:
    for one in day.lessons:
        subject, span = clean(one.lesson.subject, NAME), written_span(one.start, one.end)
        yield (
            tr("{span} {subject}, {coach} är med", span=span, subject=subject, coach=coach or tr("coachen"))
            if (one.with_coach)
            else f"{span} {subject}"
        )


def _lunch_lines(lived: Lived, told: ToldStep, day: PlannedDay) -> Iterator[str]:
    """The day's lunch at school, where the student's own page has one."""
    card = card_of(lived, told, day)
    eaten = {moment.time for moment in card.moments if moment.look is Look.LUNCH} if card else set()
    for week in told.step.weeks:
        for lunch in week.lunches if monday_of(day.date) in week.mondays else ():
            if lunch.weekday == day.date.weekday() and written_time(lunch.start) in eaten:
                yield tr("{span} lunch", span=written_span(lunch.start, lunch.end))


def _coming(steps: tuple[DatedStep, ...], told: tuple[ToldStep, ...]) -> Iterator[str]:
    """The step after this one: when at the earliest, and how much it is."""
    if len(steps) < 2:
        yield tr("Det här är det sista steget i planen. Vi bestämmer tillsammans vad som kommer sedan.")
        return
    following = steps[1].planned
    lessons = told[following.number - 1].step.lessons_per_week
    amount = trn("{n} lektion i veckan", "{n} lektioner i veckan", lessons)
    when = day_in_words(following.step.first_day)
    yield tr("{step}: tidigast {when}. Då är det {amount}.", step=step_name(following.number), when=when, amount=amount)
    yield tr("Vi går vidare när det här steget känns lagom, inte förr.")
