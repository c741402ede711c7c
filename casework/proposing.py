"""From what is known of a case to a plan: the problem is put together here, and solved by `scheduler`."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from casework.combining import coach_before_lessons, combined, rides_of
from casework.eligibility import check_subjects
from casework.facts import CaseFacts, SmallerFirstStep
from casework.goals import default_needs, frame_needs, goal_needs, smaller_first_step
from casework.item_facts import item_needs
from casework.ladder import calendar_of, steps_of
from casework.length import with_length
from casework.readiness import STEP_QUESTION
from casework.releases import one_after_the_other
from casework.safety import UnsafeSetting, needs_of_unsafe
from casework.starting import from_first_lesson
from casework.two_homes import on_the_calendar
from casework.week_names import check_weeks
from planning.calendar import ClosedDays, SchoolCalendar
from planning.checks.judge import bars
from planning.errors import BadInput
from planning.needs import AnyNeed, DatesExcluded, FullRestore, NeedId
from planning.outcomes import Outcome
from planning.problem import Coach, Problem
from planning.timetable import Timetable
from planning.visits import Visit
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import adjusted, needs_from, preferences_from
from questionnaire.vocabulary import Preference
from scheduler.planner import plan_for
from wording.language import tr

IMPORTANT_LINES = 3
"""How many things the student may mark as most important (`features.md` F12)."""


def problem_of(
    facts: CaseFacts,
    timetable: Timetable,
    sheet: AnswerSheet,
    *,
    today: dt.date,
    important: Iterable[QuestionId] = (),
    unsafe: Iterable[UnsafeSetting] = (),
) -> Problem:
    """The planning problem of a case. `important` are the questions that the student marked as most important.

    `unsafe` is what the coach has written of where it is not safe: no plan goes there until something is done there.
    Raises `BadInput` naming the field when the facts contradict the timetable or the calendar.
    """
    if not timetable.occasions:
        raise BadInput("no_lessons", field="timetable")
    check_weeks(facts, sheet, timetable)
    check_subjects(facts, timetable)
    facts = with_length(facts, timetable, sheet)
    facts, sheet, timetable, calendar, steps = on_the_calendar(facts, sheet, timetable, today)
    marked = set(important)
    drafts = combined(needs_from(load_bank(), sheet, timetable), sheet, facts, len(steps))
    answered = tuple(
        need.model_copy(update={"most_important": need.origin.ref in marked})
        for need in one_after_the_other(drafts, sheet, _last_release(facts, len(steps)), facts.goals)
    )
    begun = from_first_lesson([*answered, *_too_big(sheet, facts, answered)], sheet, len(steps))
    cared_for = needs_of_unsafe(unsafe, timetable)
    adults = (*goal_needs(facts.goals), *item_needs(facts.items), *frame_needs(facts))
    needs = [*begun, *cared_for, *facts.limits, *adults]
    _check_names(needs, timetable)
    _check_steps(needs, len(steps))
    held = [_to_the_end(need, len(steps)) for need in needs]
    by_default = adjusted(load_bank(), sheet, timetable, default_needs(facts, timetable, len(steps)))
    coach = coach_before_lessons(facts, held)
    problem = Problem(
        timetable=timetable,
        steps=steps,
        needs=tuple(_with_own_ids([*held, *by_default])),
        calendar=_without_excluded_dates(calendar, timetable, held),
        coach=Coach(
            name=coach.name, hours=coach.hours, lead_minutes=coach.lead_minutes, stays_minutes=coach.stays_minutes
        ),
        rides=rides_of(facts, sheet, timetable),
        places=facts.places,
        rises_per_step=facts.ladder.rises_per_step,
        trusted_person=facts.trusted_person,
    )
    return _without_contradiction(problem, sheet)


def _last_release(facts: CaseFacts, steps: int) -> int:
    """The step by which limits are let go of at the latest: the one of the full return, otherwise the last."""
    return min(steps, facts.goals.full_return.from_step) if facts.goals.full_return else steps


def with_first_monday(facts: CaseFacts, timetable: Timetable, *, today: dt.date) -> CaseFacts:
    """The same facts with the ladder's first Monday set, so that a kept plan does not move as the days go."""
    first = steps_of(facts, timetable, calendar_of(facts, timetable, today), today)[0].first_day
    return facts.model_copy(update={"ladder": facts.ladder.model_copy(update={"first_monday": first})})


def propose(problem: Problem) -> Outcome:
    """The best plan, or why there is none and what would help."""
    return plan_for(problem)


def _without_excluded_dates(calendar: SchoolCalendar, timetable: Timetable, needs: Iterable[AnyNeed]) -> SchoolCalendar:
    """The calendar with the dates closed that a need excludes: a weekly lesson has no date of its own to leave out."""
    if timetable.is_dated:
        return calendar
    dates = [date for need in needs if isinstance(need, DatesExcluded) and need.is_hard for date in need.dates]
    closed = tuple(ClosedDays(first=date, last=date, name=tr("Ingen skola den dagen")) for date in dates)
    return calendar.model_copy(update={"closed": (*calendar.closed, *closed)})


def _too_big(sheet: AnswerSheet, facts: CaseFacts, needs: tuple[AnyNeed, ...]) -> Iterator[AnyNeed]:
    """What follows when the student has looked at the draft and said that its first step is too big.

    Half the time until the student has chosen otherwise. What was chosen stays when the smaller step is then right.
    """
    chosen = facts.smaller_first_step
    if chosen is None and Preference.SMALLER_FIRST_STEP in preferences_from(load_bank(), sheet):
        chosen = SmallerFirstStep.HALF_TIME
    if chosen is not None:
        yield from smaller_first_step(STEP_QUESTION, chosen, needs)


def _without_contradiction(problem: Problem, sheet: AnswerSheet) -> Problem:
    """The full return without the lessons that limits rule out which were agreed to last «inte i den här planen»."""
    steps = len(problem.steps)
    limits = [need for need in problem.hard_needs() if _was_agreed_for_all(need, sheet, steps)]
    if not limits:
        return problem
    visits = [Visit.whole(steps, occasion) for occasion in problem.timetable.occasions]
    out = tuple(sorted({v.lesson.id for v in visits if any(bars(limit, v, problem) for limit in limits)}))
    needs = (n.model_copy(update={"except_lessons": out}) if isinstance(n, FullRestore) else n for n in problem.needs)
    return problem.model_copy(update={"needs": tuple(needs)}) if out else problem


def _was_agreed_for_all(need: AnyNeed, sheet: AnswerSheet, steps: int) -> bool:
    """Whether it was said beside the answer that the limit holds to the last step."""
    answer = sheet.of(need.origin.ref)
    return answer is not None and answer.last_step is not None and answer.last_step >= steps


def _to_the_end(need: AnyNeed, steps: int) -> AnyNeed:
    """A need that holds to the last step or beyond holds to the end: no step comes that releases it."""
    outlasts = need.last_step is not None and need.last_step >= steps
    return need.model_copy(update={"last_step": None}) if outlasts else need


def _with_own_ids(needs: Iterable[AnyNeed]) -> Iterator[AnyNeed]:
    """The same needs, with a number behind an id that has been used."""
    used: Counter[str] = Counter()
    for need in needs:
        used[need.id] += 1
        count = used[need.id]
        yield need if count == 1 else need.model_copy(update={"id": NeedId(f"{need.id}:{count}")})


def _check_names(needs: Iterable[AnyNeed], timetable: Timetable) -> None:
    """Every subject, teacher and room that a need names is known: a misspelt limit would protect nobody."""
    lessons = timetable.lessons
    known = {
        "subjects": {lesson.subject for lesson in lessons},
        "except_subjects": {lesson.subject for lesson in lessons},
        "teachers": {teacher for lesson in lessons for teacher in lesson.teachers},
        "rooms": {*timetable.other_rooms, *(room for lesson in lessons for room in lesson.rooms)},
    }
    for need in needs:
        for field, names in known.items():
            for name in getattr(need, field, ()):
                if name not in names:
                    raise BadInput(
                        "not_in_timetable", field=f"{need.origin.ref}.{field}", value=name, known=sorted(names)
                    )


def _check_steps(needs: Iterable[AnyNeed], steps: int) -> None:
    """No need begins after the ladder has ended."""
    for need in needs:
        if need.first_step > steps and need.is_hard:
            field = f"{need.origin.ref}.first_step"
            raise BadInput("beyond_last_step", field=field, value=need.first_step, steps=steps)
