"""A plan's weeks as blocks: the step panels and the small weeks of the first page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

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
from wording.phrases import upper_first
from wording.steps import StepText, say_story, step_name

HALF_HOUR = 30
CONTACT_MINUTES = 30
"""How long a contact without an end is drawn. Our default."""
MOST_LINES = 5
"""Lines of one list in a panel; the week beside it says the rest."""
MOST_SMALL_WEEKS = 12
"""Steps that the first page has room for."""


def step_span(step: PublicStep) -> str:
    """«v. 49–50 · mån 30 nov–fre 11 dec»; of a later step «tidigast v. 53–1»."""
    weeks = week_span(step.mondays[0], step.mondays[-1])
    if step.timing is Timing.DATED:
        return f"{weeks} · {short_date(step.first_day)}–{short_date(step.last_day)}"
    return tr("tidigast {weeks}", weeks=weeks)


def panels(plan: PublicPlan) -> Iterator[StepPanel]:
    """One panel for every step."""
    first, last = _hours(plan)
    for step in plan.steps:
        yield StepPanel(
            number=step.number,
            title=step_name(step.number),
            span=step_span(step),
            facts=(_amount(step),),
            lists=_lists(step, say_story(step.story)),
            weeks=tuple(_week(step, week, first, last) for week in step.weeks),
        )


def _amount(step: PublicStep) -> str:
    lessons = trn("{n} lektion", "{n} lektioner", step.lessons_per_week)
    return tr("{hours} i veckan, {lessons}", hours=hours_text(step.minutes), lessons=lessons)


def _lists(step: PublicStep, text: StepText) -> tuple[Bullets, ...]:
    closed = tuple(_closed(step))
    untimed = (contact for contact in step.story.contacts if contact.start is None)
    dated = tuple(dict.fromkeys(_contact(contact, step.timing) for contact in untimed))
    return (
        Bullets(title=tr("Ändras"), items=say_change_to_school(step.change, {})),
        Bullets(title=tr("Nytt"), items=_some(text.new, tr("veckan"))),
        Bullets(title=tr("Stöd"), items=_some(text.support, tr("«Stöd runt lektionerna»"))),
        Bullets(title=tr("Kontakt, ej undervisning"), items=_some(dated, tr("veckan"))),
        Bullets(title=tr("Ingen skola"), items=_some(closed, tr("veckan"))),
    )


def _some(lines: Sequence[str], rest_is_in: str) -> tuple[str, ...]:
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    rest = len(lines) - MOST_LINES + 1
    return (*lines[: MOST_LINES - 1], tr("och {n} till, se {where}", n=rest, where=rest_is_in))


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


def _week(step: PublicStep, week: PublicWeek, first: int, last: int) -> Week:
    entries = [*map(_lesson, week.lessons), *map(_lunch, week.lunches), *_contacts(step, week)]
    return Week(
        title=_week_title(step, week),
        days=tuple(upper_first(weekday_name(Weekday(day))) for day in range(5)),
        first=first,
        last=last,
        entries=tuple(entries),
        empty=tr("ingen lektion"),
    )


def _week_title(step: PublicStep, week: PublicWeek) -> str:
    """Which weeks it is, where the step has weeks that differ."""
    if len(step.weeks) < 2:
        return ""
    named = ", ".join(week_name(monday) for monday in week.mondays)
    letters = [label for label in week.labels if label and "-W" not in label]
    return tr("Vecka {label}: {weeks}", label=", ".join(letters), weeks=named) if letters else named


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


def _hours(plan: PublicPlan) -> tuple[int, int]:
    """The same hours for every step, so that growth can be seen: whole half hours around all that happens."""
    weeks = [(step, week) for step in plan.steps for week in step.weeks]
    entries = [entry for step, week in weeks for entry in _week(step, week, 0, 1).entries]
    first = min((entry.start for entry in entries), default=8 * 60)
    last = max((entry.end for entry in entries), default=15 * 60)
    return first // HALF_HOUR * HALF_HOUR, -(-last // HALF_HOUR) * HALF_HOUR


def small_weeks(plan: PublicPlan) -> SmallWeeks | None:
    """All steps side by side; None when they are too many for that."""
    if len(plan.steps) > MOST_SMALL_WEEKS:
        return None
    first, last = _hours(plan)
    parts = [f"{step_name(step.number)}: {_amount(step)}" for step in plan.steps]
    return SmallWeeks(
        weeks=tuple(
            SmallWeek(
                title=step_name(step.number),
                span=say_earliest(step.mondays, step.timing),
                week=_week(step, step.weeks[0], first, last),
            )
            for step in plan.steps
        ),
        description=tr("Veckan i varje steg. {steps}.", steps=". ".join(parts)),
    )


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
    used = {e.look for step in plan.steps for week in step.weeks for e in _week(step, week, 0, 1).entries}
    return Legend(items=tuple(LegendItem(look=look, text=text) for look, text in names.items() if look in used))
