"""A plan's weeks as blocks: the step panels and the small weeks of the first page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exports.blocks import Bullets, GridEntry, Legend, LegendItem, Look, SmallWeek, SmallWeeks, StepPanel, Week
from exports.subject_looks import look_of, short_name
from planning.clock import Weekday
from planning.plan import PlannedContact, Setting
from planning.public_plan import PublicLesson, PublicPlan, PublicStep, PublicWeek
from planning.steps import Timing
from wording.clock import hours_text, short_date, week_name, week_span, weekday_name, written_span, written_time
from wording.contacts import say_contact_kind
from wording.days import say_earliest
from wording.dimensions import say_change_to_school
from wording.language import tr, trn
from wording.phrases import lower_first, upper_first
from wording.steps import StepText, say_story, step_name

HALF_HOUR = 30
CONTACT_MINUTES = 30
"""How long a contact without an end is drawn. Our default."""
MOST_LINES = 4
"""Lines of one list in a panel; the week beside it says the rest."""


class _Frame(NamedTuple):
    """What the grids of all steps have in common."""

    first: int
    last: int
    typical: int
    is_shared: bool


def step_span(step: PublicStep) -> str:
    """«v. 49–50 · mån 30 nov–fre 11 dec»; of a later step «tidigast v. 53–1»."""
    weeks = week_span(step.mondays[0], step.mondays[-1])
    if step.timing is Timing.DATED:
        return f"{weeks} · {short_date(step.first_day)}–{short_date(step.last_day)}"
    return tr("tidigast {weeks}", weeks=weeks)


def panels(plan: PublicPlan) -> Iterator[StepPanel]:
    """One panel for every step."""
    frame = _frame(plan)
    everywhere = _everywhere(plan)
    for step in plan.steps:
        yield StepPanel(
            number=step.number,
            title=step_name(step.number),
            span=step_span(step),
            facts=(_amount(step),),
            lists=_lists(step, say_story(step.story), everywhere),
            weeks=_weeks(step, frame),
        )


def _everywhere(plan: PublicPlan) -> frozenset[str]:
    """The support of all steps, or of all but the last: it is told once, after the panels."""
    steps = plan.steps[:-1] or plan.steps
    return frozenset.intersection(*(frozenset(say_story(step.story).support) for step in steps))


def _amount(step: PublicStep) -> str:
    """«1 h 10 min i veckan (6 %)»: of the class's week."""
    return tr("{hours} i veckan ({share} %)", hours=hours_text(step.minutes), share=step.share_percent)


def _lists(step: PublicStep, text: StepText, everywhere: frozenset[str]) -> tuple[Bullets, ...]:
    """What the step changes and what is new; the support that not all steps have; contacts and closed days."""
    closed = tuple(_closed(step))
    untimed = (contact for contact in step.story.contacts if contact.start is None)
    dated = tuple(dict.fromkeys(_contact(contact, step.timing) for contact in untimed))
    support = [line for line in text.support if line not in everywhere]
    return (
        Bullets(items=say_change_to_school(step.change, {})),
        Bullets(title=tr("Nytt"), items=_some(text.new, tr("veckan"))),
        Bullets(title=tr("Stöd i det här steget"), items=_some(support, tr("«Stöd runt lektionerna»"), 3)),
        Bullets(title=tr("Kontakt, ej undervisning"), items=_some(dated, tr("veckan"))),
        Bullets(title=tr("Ingen skola"), items=_some(closed, tr("veckan"))),
    )


def _some(lines: Sequence[str], rest_is_in: str, most: int = MOST_LINES) -> tuple[str, ...]:
    if len(lines) <= most:
        return tuple(lines)
    rest = len(lines) - most + 1
    return (*lines[: most - 1], tr("och {n} till, se {where}", n=rest, where=rest_is_in))


def _closed(step: PublicStep) -> Iterator[str]:
    """Closed days, those that follow on each other with one name joined."""
    runs: list[tuple[dt.date, dt.date, str]] = []
    for day in step.closed:
        if runs and runs[-1][2] == day.name and (day.date - runs[-1][1]).days in (1, 3):
            runs[-1] = (runs[-1][0], day.date, day.name)
        else:
            runs.append((day.date, day.date, day.name))
    for first, last, name in runs:
        span = short_date(first) if first == last else f"{short_date(first)}–{short_date(last)}"
        yield f"{span}: {name}"


def _contact(contact: PlannedContact, timing: Timing) -> str:
    what = say_contact_kind(contact.kind)
    said = tr("{what}, om eleven vill", what=what) if contact.is_invitation else what
    return f"{short_date(contact.date)}: {said}" if timing is Timing.DATED else upper_first(said)


def _weeks(step: PublicStep, frame: _Frame) -> tuple[Week, ...]:
    """The step's weeks: two that differ in one, what only one of them has marked; more than two apart."""
    if len(step.weeks) == 2:
        return (_two_in_one(step, frame),)
    return tuple(
        _week(frame, _entries(step, week), _named(step, week) if len(step.weeks) > 1 else "") for week in step.weeks
    )


def _week(frame: _Frame, entries: Sequence[GridEntry], title: str) -> Week:
    return Week(
        title=title,
        days=tuple(upper_first(weekday_name(Weekday(day))) for day in range(5)),
        first=frame.first,
        last=frame.last,
        typical=frame.typical,
        is_shared=frame.is_shared,
        entries=tuple(entries),
        empty=tr("ingen lektion"),
    )


def _entries(step: PublicStep, week: PublicWeek) -> tuple[GridEntry, ...]:
    return (*map(_lesson, week.lessons), *map(_lunch, week.lunches), *_contacts(step, week))


def _two_in_one(step: PublicStep, frame: _Frame) -> Week:
    """Two weeks in one grid. What both have stands once, as does a lunch; the rest bears the mark of its week."""
    marks = [_mark(week) for week in step.weeks]
    one, other = (dict.fromkeys(_entries(step, week)) for week in step.weeks)
    both = [entry for entry in one if entry in other]
    lunches = [entry for entry in dict.fromkeys((*one, *other)) if entry.look is Look.LUNCH and entry not in both]
    single = [
        entry.model_copy(update={"mark": mark})
        for week, mark in ((one, marks[0]), (other, marks[1]))
        for entry in week
        if entry not in both and entry not in lunches
    ]
    names = tr("{one} och {other}", one=_named(step, step.weeks[0]), other=lower_first(_named(step, step.weeks[1])))
    return _week(frame, (*both, *lunches, *single), tr("{weeks}. Rutor utan märke gäller båda.", weeks=names))


def _mark(week: PublicWeek) -> str:
    """«A», or the number of the week where the timetable has no letters."""
    letters = _letters(week)
    return ", ".join(letters) if letters else ", ".join(str(monday.isocalendar().week) for monday in week.mondays)


def _letters(week: PublicWeek) -> list[str]:
    return [label for label in week.labels if label and "-W" not in label]


def _named(step: PublicStep, week: PublicWeek) -> str:
    """«Vecka A: v. 2»; of a later step «Vecka A», since its weeks may come later; without letters «v. 2»."""
    letters = ", ".join(_letters(week))
    if letters and step.timing is not Timing.DATED:
        return tr("Vecka {label}", label=letters)
    named = ", ".join(week_name(monday) for monday in week.mondays)
    return tr("Vecka {label}: {weeks}", label=letters, weeks=named) if letters else upper_first(named)


def _lesson(lesson: PublicLesson) -> GridEntry:
    details = [lesson.room] if lesson.room else []
    if lesson.setting is Setting.SMALL_ROOM:
        details.append(tr("litet rum"))
    if lesson.with_coach:
        details.append(tr("+ coach"))
    return GridEntry(
        day=lesson.weekday,
        start=lesson.start,
        end=lesson.end,
        look=look_of(lesson.subject),
        name=lesson.subject,
        short=short_name(lesson.subject),
        time=written_span(lesson.start, lesson.end),
        details=tuple(details),
    )


def _lunch(lunch: PublicLesson) -> GridEntry:
    time = written_span(lunch.start, lunch.end)
    return GridEntry(
        day=lunch.weekday, start=lunch.start, end=lunch.end, look=Look.LUNCH, name=tr("Lunch"), short="", time=time
    )


def _contacts(step: PublicStep, week: PublicWeek) -> Iterator[GridEntry]:
    """The coach's hours of that week, once each."""
    mondays = set(week.mondays)
    seen: dict[tuple[int, int], GridEntry] = {}
    for contact in step.story.contacts:
        monday = contact.date - dt.timedelta(days=contact.date.weekday())
        if contact.start is None or monday not in mondays or contact.date.weekday() > 4:
            continue
        end = contact.end or min(contact.start + CONTACT_MINUTES, 24 * 60)
        seen[contact.date.weekday(), contact.start] = GridEntry(
            day=contact.date.weekday(),
            start=contact.start,
            end=end,
            look=Look.COACH,
            name=tr("Coach"),
            short=tr("Co"),
            time=written_time(contact.start),
            details=(tr("ej undervisning"),),
        )
    yield from seen.values()


def _frame(plan: PublicPlan) -> _Frame:
    """The same hours for every step, so that growth can be seen: whole half hours around all that happens."""
    entries = [entry for step in plan.steps for week in step.weeks for entry in _entries(step, week)]
    first = min((entry.start for entry in entries), default=8 * 60)
    last = max((entry.end for entry in entries), default=15 * 60)
    lengths = sorted(lesson.end - lesson.start for step in plan.steps for week in step.weeks for lesson in week.lessons)
    return _Frame(
        first // HALF_HOUR * HALF_HOUR,
        -(-last // HALF_HOUR) * HALF_HOUR,
        max(1, lengths[len(lengths) // 4]) if lengths else 60,
        any(len(step.weeks) == 2 for step in plan.steps),
    )


def small_weeks(plan: PublicPlan) -> SmallWeeks:
    """All steps side by side."""
    frame = _frame(plan)
    parts = [_said(step) for step in plan.steps]
    return SmallWeeks(
        weeks=tuple(
            SmallWeek(
                title=step_name(step.number),
                span=say_earliest(step.mondays, step.timing),
                week=_weeks(step, frame)[0],
            )
            for step in plan.steps
        ),
        description=tr("Veckan i varje steg. {steps}.", steps=". ".join(parts)),
    )


def _said(step: PublicStep) -> str:
    lessons = trn("{n} lektion", "{n} lektioner", step.lessons_per_week)
    amount = tr("{hours} i veckan, {lessons}", hours=hours_text(step.minutes), lessons=lessons)
    return f"{step_name(step.number)}: {amount}"


def legend(plan: PublicPlan) -> Legend:
    """The looks that occur in the plan."""
    names = {
        Look.LANGUAGE: tr("Språk"),
        Look.MATHEMATICS: tr("Matematik"),
        Look.SCIENCE: tr("NO och teknik"),
        Look.SOCIETY: tr("SO"),
        Look.ARTS: tr("Praktiskt och estetiskt"),
        Look.SPORTS: tr("Idrott och hälsa"),
        Look.OTHER: tr("Annat"),
        Look.LUNCH: tr("Lunch"),
        Look.COACH: tr("Tid med coach, ej undervisning"),
    }
    used = {entry.look for step in plan.steps for week in step.weeks for entry in _entries(step, week)}
    return Legend(items=tuple(LegendItem(look=look, text=text) for look, text in names.items() if look in used))
