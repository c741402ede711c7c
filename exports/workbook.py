"""The plan as a workbook for the school's own systems: timetable, attendance, subjects and grades, row by row.

The proposal becomes a public document and so may this: it holds what `planning.public_plan` lets through, the class's
own timetable, and those items that may be told (`planning.public_items`). No cell is a formula.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from exports.sheets import Cell, Column, Kind, Sheet, write_workbook
from planning.attendance import ClassLesson, class_lessons
from planning.clock import Weekday
from planning.plan import Plan, Setting
from planning.problem import Problem
from planning.public_items import public_items
from planning.public_plan import PublicLesson, PublicPlan, PublicStep, PublicSubject, public_plan
from planning.steps import Timing
from wording.clock import weekday_name, written_date, written_span
from wording.contacts import say_contact_kind
from wording.language import tr
from wording.phrases import upper_first


def plan_workbook(problem: Problem, plan: Plan, *, current_step: int = 1) -> bytes:
    """The workbook as xlsx, in the language spoken."""
    return write_workbook(tr("Anpassat schema"), plan_sheets(problem, plan, current_step=current_step))


def plan_sheets(problem: Problem, plan: Plan, *, current_step: int = 1) -> tuple[Sheet, ...]:
    """Its sheets, as data."""
    public = public_plan(problem, plan, current_step=current_step)
    steps = {step.number: step for step in public.steps}
    return (
        _read_first(public),
        _timetable(public),
        _attendance(class_lessons(problem, plan), steps),
        _subjects(public),
        _not_taught(public),
        _items(problem, plan, steps),
    )


def _read_first(plan: PublicPlan) -> Sheet:
    """What the sheets are for, in a column to read."""
    lines = [
        tr("Ett förslag tills rektorn har beslutat. Därefter gäller det som står i beslutet."),
        tr("Anpassat schema: elevens lektioner i varje steg. Alla är undervisning; lunch är det inte."),
        tr(
            "Så registrerar ni frånvaro: klassens alla lektioner. Den lektion som inte finns i elevens schema är ingen "
            "frånvaro. Registrera den som «enligt plan (anpassad studiegång)», så går inget larm hem."
        ),
        tr("Lektioner i elevens schema registreras som vanligt, också när eleven inte kommer."),
        tr("Ämnen: minuter i veckan, i medeltal, i klassens schema och i varje steg."),
        tr("Ämnen utan undervisning: underlag när betyg ska sättas."),
        tr("Insatser: annat som är planerat. Inget av det räknas som undervisning."),
        tr("Steg som är markerade «tidigast» börjar när eleven är redo, inte före det datumet."),
    ]
    if any(step.timing is not Timing.DATED for step in plan.steps):
        lines.append(tr("Skolan får en ny fil när ett sådant steg får sitt datum."))
    return Sheet(tr("Läs först"), (Column(tr("Om filen"), 100, Kind.LONG_TEXT),), tuple((line,) for line in lines))


def _timetable(plan: PublicPlan) -> Sheet:
    columns = (
        *_when_columns(), Column(tr("Ämne"), 24), Column(tr("Sal"), 14), Column(tr("Grupp"), 14),
        Column(tr("Med coach"), 11), Column(tr("Räknas som undervisning"), 15), Column(tr("Enligt plan"), 30),
    )  # fmt: skip
    return Sheet(tr("Anpassat schema"), columns, tuple(row for step in plan.steps for row in _timetable_rows(step)))


def _timetable_rows(step: PublicStep) -> Iterator[tuple[Cell, ...]]:
    """The step's lessons and lunches, those alike in several weeks once."""
    found: dict[tuple[PublicLesson, bool], list[dt.date]] = {}
    for week in step.weeks:
        for lesson in week.lessons:
            found.setdefault((lesson, True), []).extend(week.mondays)
        for lunch in week.lunches:
            found.setdefault((lunch, False), []).extend(week.mondays)
    for (lesson, is_taught), mondays in sorted(found.items(), key=lambda one: _clock(one[0][0])):
        group = tr("litet rum") if lesson.setting is Setting.SMALL_ROOM else tr("klassen")
        yield (
            *_when(step, sorted(mondays), lesson.weekday, lesson.start, lesson.end), lesson.subject, lesson.room,
            group if is_taught else "", _yes(is_so=lesson.with_coach) if is_taught else "", _yes(is_so=is_taught),
            _by_plan(lesson) if is_taught else "",
        )  # fmt: skip


def _by_plan(lesson: PublicLesson) -> str:
    return tr("en del av lektionen; resten enligt plan") if lesson.is_part else tr("hela lektionen")


def _clock(lesson: PublicLesson) -> tuple[int, int, int, str]:
    return lesson.weekday, lesson.start, lesson.end, lesson.subject


def _attendance(lessons: Sequence[ClassLesson], steps: dict[int, PublicStep]) -> Sheet:
    columns = (
        *_when_columns(), Column(tr("Ämne"), 24), Column(tr("Eleven"), 24),
        Column(tr("Registrera"), 44), Column(tr("Minuter enligt plan"), 12, Kind.NUMBER),
    )  # fmt: skip
    rows = tuple(
        (
            *_when(steps[one.step], one.mondays, one.weekday, one.start, one.end), one.subject,
            *_say_attendance(one), one.minutes_by_plan,
        )
        for one in lessons
    )  # fmt: skip
    return Sheet(tr("Så registrerar ni frånvaro"), columns, rows)


def _say_attendance(one: ClassLesson) -> tuple[str, str]:
    """What the student is at, and what the school registers."""
    if one.attended is None:
        return tr("har inte lektionen"), tr("enligt plan (anpassad studiegång)")
    if one.is_whole:
        return tr("är med"), tr("som vanligt")
    span = written_span(*one.attended)
    return (
        tr("är med {span}", span=span),
        tr("{span} som vanligt, resten enligt plan (anpassad studiegång)", span=span),
    )


def _subjects(plan: PublicPlan) -> Sheet:
    """Minutes of every subject, in the class's timetable and step by step, with sums and shares."""
    columns = (
        Column(tr("Ämne"), 28),
        Column(tr("Klassens schema, minuter i veckan"), 18, Kind.NUMBER),
        *(Column(_step_heading(step), 12, Kind.NUMBER) for step in plan.steps),
    )
    minutes = [(subject.ordinary, *subject.per_step) for subject in plan.subjects]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (subject.subject, *told) for subject, told in zip(plan.subjects, minutes, strict=True)
    )
    sums = [sum(told[n] for told in minutes) for n in range(1 + len(plan.steps))]
    shares = [total / sums[0] if sums[0] else None for total in sums]
    return Sheet(
        tr("Ämnen"),
        columns,
        rows,
        below=((Kind.NUMBER, (tr("Summa"), *sums)), (Kind.SHARE, (tr("Del av klassens tid"), *shares))),
    )


def _step_heading(step: PublicStep) -> str:
    return tr("Steg {n}, {weeks}", n=step.number, weeks=written_weeks(step.mondays))


def _not_taught(plan: PublicPlan) -> Sheet:
    columns = (
        Column(tr("Ämne"), 28), Column(tr("Klassens schema, minuter i veckan"), 18, Kind.NUMBER),
        Column(tr("Utan undervisning i steg"), 22), Column(tr("Från och med"), 12, Kind.DATE),
        Column(tr("Till och med"), 12, Kind.DATE), Column(tr("Till betyget"), 80, Kind.LONG_TEXT),
    )  # fmt: skip
    without = ((subject, [n for n, minutes in enumerate(subject.per_step) if not minutes]) for subject in plan.subjects)
    rows = tuple(
        (
            subject.subject, subject.ordinary, _ranges([plan.steps[n].number for n in places]),
            plan.steps[places[0]].first_day, plan.steps[places[-1]].last_day, _say_grade(plan, subject),
        )
        for subject, places in without
        if places
    )  # fmt: skip
    return Sheet(tr("Ämnen utan undervisning"), columns, rows)


def _say_grade(plan: PublicPlan, subject: PublicSubject) -> str:
    """What it means when grades are set (skollagen 10 kap. 15 §)."""
    if subject.first_step is None:
        return tr(
            "Ingen undervisning under planens tid. Betyg sätts bara i ämnen som eleven har fått undervisning i under "
            "terminen (skollagen 10 kap. 15 §)."
        )
    step = plan.steps[subject.first_step - 1]
    if step.timing is Timing.DATED:
        return tr("Undervisning från {date} (steg {n}).", date=written_date(step.first_day), n=step.number)
    return tr("Undervisning tidigast från {date} (steg {n}).", date=written_date(step.first_day), n=step.number)


def _items(problem: Problem, plan: Plan, steps: dict[int, PublicStep]) -> Sheet:
    columns = (*_when_columns(), Column(tr("Vad"), 44), Column(tr("Räknas som undervisning"), 15))
    rows = tuple(
        (
            *_when(steps[one.step], one.mondays, one.weekday, one.start, one.end),
            upper_first(say_contact_kind(one.kind)) if one.kind is not None else tr("Annat som är planerat i skolan"),
            _yes(is_so=False),
        )
        for one in public_items(problem, plan)
    )  # fmt: skip
    return Sheet(tr("Insatser"), columns, rows)


def _when_columns() -> tuple[Column, ...]:
    return (
        Column(tr("Steg"), 6, Kind.NUMBER), Column(tr("Veckor"), 14), Column(tr("Från och med"), 12, Kind.DATE),
        Column(tr("Till och med"), 12, Kind.DATE), Column(tr("Datumet är"), 10), Column(tr("Dag"), 10),
        Column(tr("Start"), 8, Kind.TIME), Column(tr("Slut"), 8, Kind.TIME),
    )  # fmt: skip


def _when(step: PublicStep, mondays: Sequence[dt.date], weekday: int, start: int, end: int) -> tuple[Cell, ...]:
    """The step, its weeks, the first and the last day that it can be, the day and the hours."""
    first, last = (monday + dt.timedelta(days=weekday) for monday in (mondays[0], mondays[-1]))
    is_dated = tr("bestämt") if step.timing is Timing.DATED else tr("tidigast")
    return step.number, written_weeks(mondays), first, last, is_dated, weekday_name(Weekday(weekday)), start, end


def written_weeks(mondays: Sequence[dt.date]) -> str:
    """«v. 49–52, 2»: the weeks by their ISO numbers, those that follow on each other as one."""
    runs = _runs([monday.toordinal() for monday in mondays], apart=7)
    numbers = [[dt.date.fromordinal(day).isocalendar().week for day in run] for run in runs]
    return tr("v. {weeks}", weeks=_spans(numbers))


def _ranges(numbers: Sequence[int]) -> str:
    """«1–3, 5»."""
    return _spans(_runs(numbers, apart=1))


def _runs(numbers: Sequence[int], apart: int) -> list[list[int]]:
    """The numbers in runs that go on by `apart`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + apart:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _spans(runs: Sequence[Sequence[int]]) -> str:
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _yes(*, is_so: bool) -> str:
    return tr("ja") if is_so else tr("nej")
