"""What a plan means for upper secondary school and for the hours of teaching, as data for `plan.json`."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from casework.eligibility import eligibility_of, said_of_subjects, subjects_of, year_group_of
from casework.facts import CaseFacts
from planning.eligibility import Picture, StepLadder
from planning.eligibility_rules import Reach, eligibility_rules_on
from planning.plan import Plan
from planning.problem import Problem
from planning.teaching import BySubject, Minutes, Teaching, teaching_of
from planning.teaching_hours import HoursComparison, HoursRow, hours_of
from planning.what_if import PauseCost, pause_costs
from wording.eligibility import (
    Reader,
    say_core_flags,
    say_far_off,
    say_pause,
    say_picture_notes,
    say_sources,
    say_step_reaches,
)
from wording.teaching_lost import (
    say_beside,
    say_hour_sources,
    say_rows,
    say_step,
    say_subject_lost,
    say_teaching_notes,
    say_whole,
    say_why_no_hours,
)

Report = dict[str, Any]


def eligibility_report(
    problem: Problem, plan: Plan, facts: CaseFacts, *, hidden_from_student: bool = False
) -> Report:
    """The ladder step by step, each subject's status, and what a pause costs; sentences by reader.

    With `hidden_from_student` (AM6 = no) there is none for the student. Raises `BadInput` as `check_subjects` does.
    """
    picture = eligibility_of(problem, plan, facts)
    costs = pause_costs(picture)
    year = year_group_of(facts, plan)
    notes = say_picture_notes(picture, year_is_known=year is not None)
    said = said_of_subjects(facts, problem.timetable)
    text = {
        Reader.STUDENT.value: [] if hidden_from_student else _to_student(picture),
        Reader.COACH.value: [*_steps(picture, Reader.COACH), *_pauses(picture, costs), *notes],
        Reader.SCHOOL.value: [*_steps(picture, Reader.SCHOOL), *_losing(picture, costs), *notes, *say_sources(picture)],
    }
    return {
        "rules": [_rules(day) for day in sorted(set(picture.days))[:1]],
        "subjects": [_subject(picture, code) for code in picture.by_code],
        "steps": [_step(step) for step in picture.ladder],
        "missing_core": [list(map(str, choice)) for choice in picture.missing_core],
        "pauses": [_dump(cost) for cost in costs],
        "is_far_off": picture.is_far_off,
        "names": {name: str(code) for name, code in subjects_of(facts, problem.timetable).codes.items()},
        "not_recognised": [*picture.unknown, *said.not_recognised],
        "text": text,
    }


def _rules(day: Any) -> Report:
    rules = eligibility_rules_on(day)
    return {"version": rules.version, "source": rules.source, "confidence": rules.confidence}


def _subject(picture: Picture, code: Any) -> Report:
    subject = picture.by_code[code]
    return {
        "code": str(code),
        "names": list(subject.names),
        "said": subject.said,
        "is_assumed": subject.is_assumed,
        "from_step": subject.first_step,
        "per_step": [str(step.statuses[code]) for step in picture.ladder],
    }


def _step(step: StepLadder) -> Report:
    return {
        "step": step.step,
        "matters": step.matters,
        "passed_or_ongoing": step.number,
        "within_reach": step.highest,
        "levels": [_reach(reach) for reach in step.reaches],
        "passed_already": [_reach(reach) for reach in step.reached_now],
    }


def _reach(reach: Reach) -> Report:
    return {**_dump(reach), "is_reached": reach.is_reached}


def _dump(noun: BaseModel) -> Report:
    return noun.model_dump(mode="json")


def _to_student(picture: Picture) -> list[str]:
    return [say_far_off()] if picture.is_far_off else _steps(picture, Reader.STUDENT)


def _steps(picture: Picture, reader: Reader) -> list[str]:
    return [*say_step_reaches(picture.ladder, reader), *say_core_flags(picture, reader)]


def _pauses(picture: Picture, costs: tuple[PauseCost, ...]) -> list[str]:
    return [] if picture.is_far_off else [say_pause(cost) for cost in costs]


def _losing(picture: Picture, costs: tuple[PauseCost, ...]) -> list[str]:
    return _pauses(picture, tuple(cost for cost in costs if cost.waits_now and cost.lost))


def teaching_report(problem: Problem, plan: Plan, facts: CaseFacts) -> Report:
    """Minutes of teaching by subject and step, cumulated, and beside the guaranteed hours; sentences by reader."""
    teaching = teaching_of(problem, plan)
    hours = hours_of(teaching, subjects_of(facts, problem.timetable), year_group_of(facts, plan))
    notes = [*say_teaching_notes(teaching, hours), *([say_why_no_hours(hours.why_not)] if hours.why_not else [])]
    compared = [*say_rows(hours.rows), *map(say_beside, hours.beside)]
    coach, school = say_whole(teaching, Reader.COACH), say_whole(teaching, Reader.SCHOOL)
    return {
        "steps": [
            {
                "step": step.step,
                "school_days": len(step.days),
                "total": _minutes(step.total),
                "total_until_then": _minutes(teaching.cumulated_total[at]),
                "subjects": _by_subject(step.subjects),
                "subjects_until_then": _by_subject(teaching.cumulated[at]),
            }
            for at, step in enumerate(teaching.steps)
        ],
        "side_by_side": list(teaching.side_by_side),
        "guaranteed": _hours(hours),
        "text": {
            Reader.STUDENT.value: list(say_whole(teaching, Reader.STUDENT)),
            Reader.COACH.value: [*coach, *_step_lines(teaching), *notes],
            Reader.SCHOOL.value: [*school, *_subject_lines(teaching), *compared, *notes, *say_hour_sources(hours)],
        },
    }


def _step_lines(teaching: Teaching) -> list[str]:
    return [say_step(step, until) for step, until in zip(teaching.steps, teaching.cumulated_total, strict=True)]


def _subject_lines(teaching: Teaching) -> list[str]:
    whole = teaching.cumulated[-1] if teaching.steps else {}
    return [say_subject_lost(name, minutes) for name, minutes in whole.items()]


def _minutes(minutes: Minutes) -> Report:
    return {"ordinary": minutes.ordinary, "planned": minutes.planned, "difference": -minutes.lost}


def _by_subject(subjects: BySubject) -> Report:
    return {name: _minutes(minutes) for name, minutes in subjects.items()}


def _hours(hours: HoursComparison) -> Report:
    return {
        "rows": [_row(row) for row in hours.rows],
        "beside": [
            {"name": one.name, "code": one.code, "minutes": _minutes(one.minutes)} for one in hours.beside
        ],
        "days": hours.days,
        "days_not_read": hours.days_not_read,
        "why_not": hours.why_not,
        "rulesets": [
            {"code": r.code, "version": r.version, "source": r.source, "confidence": r.confidence}
            for r in hours.rulesets
        ],
    }


def _row(row: HoursRow) -> Report:
    return {
        "code": str(row.code),
        "names": list(row.names),
        "guaranteed": row.guaranteed,
        "below": row.below,
        "minutes": _minutes(row.minutes),
        "within": [_row(one) for one in row.within],
    }
