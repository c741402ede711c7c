"""What is special about a date, in words: a smaller day, a national test, and when a later step comes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from planning.planned_day import PlannedDay, Smaller, TestThatDay, WhyNot
from planning.steps import Step, Timing
from planning.timetable import WeekLabel, monday_of
from wording.clock import short_date, week_name, week_span, written_span
from wording.language import tr
from wording.phrases import and_list, lower_first, said_label, upper_first


def say_day_notes(day: PlannedDay) -> tuple[str, ...]:
    """The short notes of a day to the student; none on an ordinary one."""
    smaller = (say_smaller(day.smaller),) if day.smaller else ()
    return (*smaller, *(say_test(one) for one in day.tests if one.concerns))


def say_smaller(smaller: Smaller) -> str:
    """«Mindre dag efter sportlovet»."""
    return tr("Mindre dag {after}", after=say_after(smaller))


def say_after(smaller: Smaller) -> str:
    """«efter sportlovet»: what makes a day smaller."""
    if smaller.after_illness:
        return tr("efter att ha varit sjuk")
    if not smaller.after:
        return tr("efter de lediga dagarna")
    return tr("efter {lov}", lov=_definite(smaller.after))


def _definite(lov: str) -> str:
    """«sportlovet»; a name that does not end so is used as it is written."""
    return tr("{lov}et", lov=lower_first(lov)) if lov.casefold().endswith("lov") else lov


def say_test(one: TestThatDay) -> str:
    """«Nationellt prov i Matematik, delprov B»."""
    said = tr("Nationellt prov i {subject}", subject=one.test.subject)
    return f"{said}, {one.test.name}" if one.test.name else said


def say_test_ways(one: TestThatDay, *, apart: bool) -> str:
    """What can be done about a test in a subject of the plan. `apart`: the student has asked to write tests apart."""
    span = written_span(one.test.start, one.test.end)
    if apart:
        ways = tr("Du kan skriva provet i ett eget rum, eller låta bli.")
    else:
        ways = tr("Du kan skriva provet med de andra eller i ett eget rum, eller låta bli.")
    return f"{say_test(one)} {span}. {ways} {tr('Ni pratar om det innan. Rektorn bestämmer.')}"


def say_other_days(days: Sequence[PlannedDay], *, apart: bool) -> tuple[str, ...]:
    """The days that are not as the step's week: days and weeks without school, smaller days and national tests."""
    said = []
    with_school = {monday_of(day.date) for day in days if day.is_open}
    for day in days:
        when = short_date(day.date)
        if monday_of(day.date) not in with_school:
            when = week_name(day.date)
        if day.closed is not None:
            said.append(tr("{day}: {what}", day=when, what=day.closed or tr("ingen skola")))
        elif day.smaller is not None:
            said.append(f"{say_smaller_day(day)} ({lower_first(say_smaller(day.smaller))})")
        said.extend(f"{when}: {say_test_ways(one, apart=apart)}" for one in day.tests if one.concerns)
    return tuple(dict.fromkeys(said))


def say_repeated_week(monday: dt.date, label: WeekLabel) -> str:
    """That two weeks in a row are A weeks, and what to do where the school counts otherwise. To the coach."""
    return tr(
        "{week} är vecka {label}, precis som veckan före: båda har udda nummer. "
        "Om skolan räknar annorlunda, skriv en måndag då rotationen börjar.",
        week=upper_first(week_name(monday)),
        label=said_label(label),
    )


def say_not_that_day(why: WhyNot) -> str:
    """Why a planned lesson does not take place that day."""
    reasons = {
        WhyNot.NATIONAL_TEST: tr("Klassen skriver nationellt prov då."),
        WhyNot.FIRST_VISIT: tr("Det är nationellt prov den dagen. Det nya väntar till nästa gång."),
        WhyNot.SMALLER_DAY: tr("Dagen är mindre. Lektionen är med igen sedan."),
    }
    return reasons[why]


def say_smaller_day(day: PlannedDay) -> str:
    """«mån 1 mars: Matematik 10.00–10.30 och Bild 10.40–11.30»: what is left of a smaller day."""
    lessons = [f"{one.lesson.subject} {written_span(one.start, one.end)}" for one in day.lessons]
    return tr("{day}: {what}", day=short_date(day.date), what=and_list(lessons))


def say_time(step: Step, timing: Timing) -> str:
    """When a step comes, to the student: its weeks, «när du är redo» or «sedan»."""
    match timing:
        case Timing.DATED:
            return week_span(step.mondays[0], step.mondays[-1])
        case Timing.WHEN_READY:
            return tr("när du är redo")
        case Timing.AFTERWARDS:
            return tr("sedan")


def say_earliest(mondays: tuple[dt.date, ...], timing: Timing) -> str:
    """When a step comes, to the school: its weeks; of a later one the earliest week, since a decision says when."""
    if timing is Timing.DATED:
        return week_span(mondays[0], mondays[-1])
    return tr("tidigast {weeks}", weeks=week_span(mondays[0], mondays[0]))
