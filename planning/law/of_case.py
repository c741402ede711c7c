"""What several rules ask of a case: its days, the year group on a day, subjects by code, minutes a week, motives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from planning.days import days_of
from planning.decision import DecisionKind
from planning.eligibility import IN_REACH
from planning.law.verdicts import LawCase
from planning.plan import PlanStep
from planning.planned_day import PlannedDay
from planning.public_plan import PUBLIC_REASONS
from planning.subject_codes import SubjectCode, subject_names
from planning.teaching import Minutes, Teaching, TeachingStep, teaching_of
from planning.timetable import monday_of

SCHOOL_WEEK = 5
"""Days of a week with school; minutes over a step's real days are told as minutes a week of so many days."""

LONGEST_BETWEEN_TERMS = 120
"""Days within which the next term has begun."""


def first_day(case: LawCase) -> dt.date:
    """The plan's first day with school; the day the rules are asked where it has none."""
    days = case.teaching.days
    return days[0] if days else case.on


def year_on(case: LawCase, day: dt.date) -> int | None:
    """The year group on a day, as it is called that day; None while it is not known."""
    return case.group.on(day) if case.group else None


def asks_for(case: LawCase, kind: DecisionKind) -> bool:
    """Whether that part of a decision is asked for."""
    return any(asked.kind is kind for asked in case.facts.decisions)


def has_item(case: LawCase, kinds: Collection[str]) -> bool:
    """Whether some step has an item of those kinds."""
    return any(item.kind in kinds for step in case.plan.steps for item in step.items)


def code_of(case: LawCase, name: str) -> SubjectCode | None:
    """The subject of a name: as the timetable's names were read, else as subjects are known; None when neither."""
    return case.read.codes.get(name) or subject_names().code_of(name)


def alive(case: LawCase) -> frozenset[SubjectCode]:
    """Subjects that are passed, taught, or to be taught in some step."""
    return frozenset(code for step in case.picture.ladder for code in step.having(*IN_REACH))


def graded(case: LawCase, name: str) -> bool:
    """Whether a name in the timetable stands for a subject with a grade; one that is not recognised may be one."""
    return code_of(case, name) is not SubjectCode.OTHER


def terms_end(case: LawCase, day: dt.date, terms: int) -> dt.date | None:
    """The last day of so many terms, the day's own the first of them; None between two terms."""
    calendar = case.problem.calendar
    term = calendar.term_of(day)
    for _ in range(terms - 1):
        if term is None:
            return None
        after = (term.last + dt.timedelta(days=n) for n in range(1, LONGEST_BETWEEN_TERMS))
        term = next((later for one in after if (later := calendar.term_of(one)) is not None), None)
    return term.last if term else None


def last_school_day(case: LawCase, day: dt.date) -> dt.date:
    """The day, or the last one before it with school; at most some weeks back, for who reads it."""
    before = (day - dt.timedelta(days=n) for n in range(LONGEST_BETWEEN_TERMS))
    return next((one for one in before if case.problem.calendar.is_open(one)), day)


class Less(NamedTuple):
    """A subject that has less than the class timetable, and by how many minutes a week where it is most."""

    subject: str
    minutes_a_week: int


def with_what_rules_share(case: LawCase) -> LawCase:
    """The same case with what several rules ask for worked out."""
    return case._replace(days=dates_of(case), whole_weeks=in_whole_weeks(case))


def dates_of(case: LawCase) -> tuple[PlannedDay, ...]:
    """Every date of the plan, Monday to Friday, and what happens on it."""
    return days_of(case.problem, case.plan) if case.days is None else case.days


def in_whole_weeks(case: LawCase) -> Teaching:
    """The plan's teaching in weeks without a closed day, each week of a rotation once in every step: so are minutes a
    week told in the proposal's table of subjects too.
    """
    if case.whole_weeks is not None:
        return case.whole_weeks
    table, calendar, plan = case.problem.timetable, case.problem.calendar, case.plan
    changed: dict[str, object] = {"closed": ()}
    if not table.is_dated:
        anchor = plan.steps[0].step.first_day if plan.steps else monday_of(case.on)
        changed |= {"anchor_monday": anchor, "first_home_monday": None}
        mondays = tuple(anchor + dt.timedelta(weeks=n) for n in range(len(table.week_labels)))
        plan = plan.model_copy(update={"steps": tuple(_in_weeks(one, mondays) for one in plan.steps)})
    problem = case.problem.model_copy(update={"calendar": calendar.model_copy(update=changed)})
    return teaching_of(problem, plan)


def _in_weeks(planned: PlanStep, mondays: tuple[dt.date, ...]) -> PlanStep:
    return planned.model_copy(update={"step": planned.step.model_copy(update={"mondays": mondays})})


def less_a_week(minutes: Minutes, step: TeachingStep) -> int:
    """How many minutes a week less a step has than the class timetable, both in whole minutes."""
    if not step.days:
        return 0
    ordinary, planned = (round(some * SCHOOL_WEEK / len(step.days)) for some in (minutes.ordinary, minutes.planned))
    return ordinary - planned


def less_than_class(case: LawCase) -> tuple[Less, ...]:
    """Every subject that some step has less of than the class timetable, the largest difference first."""
    most: dict[str, int] = {}
    for step in in_whole_weeks(case).steps:
        for name, minutes in step.subjects.items():
            if minutes.lost > 0:
                most[name] = max(most.get(name, 1), less_a_week(minutes, step))
    return tuple(Less(name, minutes) for name, minutes in sorted(most.items(), key=lambda one: (-one[1], one[0])))


def without_motive(case: LawCase, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the subjects that nobody has written a motive for, and that the plan tells none of in public."""
    written = {one.subject for one in case.facts.subject_motives if one.motive}
    told = {
        left.subject
        for step in case.plan.steps
        for left in step.left_out
        if any(reason.kind in PUBLIC_REASONS for reason in left.reasons)
    }
    return tuple(name for name in names if name not in written | told)


def empty_fields(named: Mapping[str, object]) -> tuple[str, ...]:
    """The paths whose value is missing: None or an empty text or list."""
    return tuple(path for path, value in named.items() if value is None or value in ("", ()))
