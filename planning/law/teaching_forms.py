"""The rules T of special ways of teaching: T7–T11 (`law.md` §6). What is not planned so is not asked about."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from planning.decision import DecisionKind
from planning.decision_forms import DistanceTeaching, RemoteTeaching
from planning.law.of_case import (
    asks_for,
    code_of,
    dates_of,
    empty_fields,
    first_day,
    has_item,
    last_school_day,
    terms_end,
    year_on,
)
from planning.law.rules import rule_on
from planning.law.verdicts import Fact, Finding, Judge, LawCase, LawRule, Standing
from planning.setting import Setting
from planning.timetable import monday_of


def judge_t7(case: LawCase, rule: LawRule) -> Finding:
    """Teaching in a small group or alone, more than now and then, rests on special reasons."""
    met = [
        day.date
        for day in dates_of(case)
        for is_apart in (
            *(lesson.setting is Setting.SMALL_ROOM for lesson in day.lessons),
            *(item.kind in rule.words["items"] for item in day.items),
        )
        if is_apart
    ]
    if not met:
        return Finding(Standing.NOT_ASKED)
    occasions = max(Counter((day.year, day.month) for day in met).values())
    weeks = len({monday_of(day) for day in met})
    facts = {"occasions_a_month": occasions, "weeks": weeks}
    if occasions <= rule.numbers["most_occasions_a_month"] and weeks < rule.numbers["weeks"]:
        return Finding(Standing.MET, facts)
    return Finding(Standing.DEVIATES, facts, empty_fields({"forms.small_group_reasons": _small_group_reason(case)}))


def _small_group_reason(case: LawCase) -> str:
    because = (one.because for one in case.facts.decisions if one.kind is DecisionKind.SPECIAL_GROUP)
    return case.facts.forms.small_group_reasons or next(because, "")


def judge_t8(case: LawCase, rule: LawRule) -> Finding:
    """Distansundervisning: which subjects, for how long, and what must be there first."""
    distance = case.facts.forms.distance
    if distance is None and not asks_for(case, DecisionKind.DISTANCE) and not has_item(case, rule.words["items"]):
        return Finding(Standing.NOT_ASKED)
    distance = distance or DistanceTeaching()
    begins = distance.first_day or first_day(case)
    rule = rule_on(rule, begins)
    allowed = (None, *rule.words["subjects"])
    not_allowed = tuple(name for name in distance.subjects if code_of(case, name) not in allowed)
    facts: dict[str, Fact] = {"subjects": not_allowed}
    ends, last_day = terms_end(case, begins, rule.numbers["most_terms"]), distance.last_day
    if ends and last_day and last_day > ends:
        facts |= {"last_day": last_day, "term_ends": last_school_day(case, ends)}
    if not_allowed or "last_day" in facts:
        return Finding(Standing.DEVIATES, facts, ("forms.distance.subjects",) if not_allowed else ())
    missing = _missing_of_distance(case, rule, distance, begins)
    return Finding(Standing.UNKNOWN if missing else Standing.MET, facts, missing)


def _missing_of_distance(
    case: LawCase, rule: LawRule, distance: DistanceTeaching, begins: dt.date
) -> tuple[str, ...]:
    year = year_on(case, begins)
    asked: dict[str, object] = {
        "forms.distance.subjects": tuple(name for name in distance.subjects if code_of(case, name)),
        "forms.distance.last_day": distance.last_day,
        "forms.distance.problem_documented": distance.problem_documented,
        "forms.distance.other_support_exhausted": distance.other_support_exhausted,
        "forms.distance.guardian_consent": distance.guardian_consent,
        "forms.distance.provider": distance.provider,
        "school.year_group": year,
    }
    if year is not None and year <= rule.numbers["last_low_year"]:
        asked["forms.distance.exceptional_reasons"] = distance.exceptional_reasons
    return empty_fields(asked)


def judge_t9(case: LawCase, rule: LawRule) -> Finding:
    """Fjärrundervisning: a share of the student's hours, and in lower years few subjects."""
    remote = case.facts.forms.remote
    if remote is None:
        return Finding(Standing.NOT_ASKED)
    missing = empty_fields(
        {
            "forms.remote.subjects": remote.subjects,
            "forms.remote.minutes_a_week": remote.minutes_a_week,
            "school.year_group": year_on(case, first_day(case)),
        }
    )
    if missing:
        return Finding(Standing.UNKNOWN, fields=missing)
    percent, most = _share_of_hours(case, remote), rule.numbers["most_percent"]
    not_allowed = tuple(name for name in remote.subjects if not _may_be_remote(case, rule, name))
    facts: dict[str, Fact] = {"percent": percent, "most_percent": most, "subjects": not_allowed}
    deviates = percent > most or bool(not_allowed)
    return Finding(Standing.DEVIATES if deviates else Standing.MET, facts)


def _share_of_hours(case: LawCase, remote: RemoteTeaching) -> int:
    """Whole percent, rounded up, of the plan's teaching: so that a little over a quarter is never told as a quarter."""
    weeks = len({monday_of(day) for day in case.teaching.days})
    minutes = (remote.minutes_a_week or 0) * weeks
    planned = case.teaching.cumulated_total[-1].planned if case.teaching.steps else 0
    return -(-100 * minutes // planned) if planned else 100 * (minutes > 0)


def _may_be_remote(case: LawCase, rule: LawRule, name: str) -> bool:
    """Whether the subject may be taught so in every step, by the year group of the step's own days."""
    return all(_is_allowed(case, rule_on(rule, step.first_day), name, step.first_day) for step in case.teaching.steps)


def _is_allowed(case: LawCase, rule: LawRule, name: str, day: dt.date) -> bool:
    year = year_on(case, day)
    if year is None or year > rule.numbers["last_middle_year"]:
        return True
    code = code_of(case, name)
    if year <= rule.numbers["last_low_year"]:
        return code in rule.words["low"]
    is_study_time = name.casefold() in {word.casefold() for word in rule.words["study_time"]}
    return code in rule.words["middle"] or is_study_time


def judge_t10(case: LawCase, _rule: LawRule) -> Finding:
    """Teaching at home is no part of an anpassad studiegång: decision, doctor and consent of its own."""
    at_home = case.facts.forms.at_home
    if at_home is None:
        return Finding(Standing.NOT_ASKED)
    begins = first_day(case)
    if at_home.doctor_not_against is False:
        return Finding(Standing.DEVIATES, {"why": "doctor"})
    if at_home.decision is not None and at_home.decision > begins:
        return Finding(Standing.DEVIATES, {"why": "late", "date": at_home.decision, "first_day": begins})
    missing = empty_fields(
        {
            "forms.at_home.decision": at_home.decision,
            "forms.at_home.doctor_not_against": at_home.doctor_not_against,
            "forms.at_home.consent": at_home.consent,
        }
    )
    return Finding(Standing.UNKNOWN if missing else Standing.MET, fields=missing)


def judge_t11(case: LawCase, rule: LawRule) -> Finding:
    """Education at a workplace: in the higher year groups, with a supervisor and a contact at school."""
    placement = case.facts.forms.work_placement
    is_asked = asks_for(case, DecisionKind.WORK_PLACEMENT) or has_item(case, rule.words["items"])
    if placement is None and not is_asked:
        return Finding(Standing.NOT_ASKED)
    for step in case.teaching.steps:
        year, first = year_on(case, step.first_day), rule_on(rule, step.first_day).numbers["first_year"]
        if year is not None and year < first:
            return Finding(Standing.DEVIATES, {"year_group": year, "first_year": first})
    missing = empty_fields(
        {
            "forms.work_placement.workplace": placement and placement.workplace,
            "forms.work_placement.supervisor": placement and placement.supervisor,
            "forms.work_placement.school_contact": placement and placement.school_contact,
            "school.year_group": year_on(case, first_day(case)),
        }
    )
    return Finding(Standing.UNKNOWN if missing else Standing.MET, fields=missing)


TEACHING_FORMS: Mapping[str, Judge] = {
    "T7": judge_t7,
    "T8": judge_t8,
    "T9": judge_t9,
    "T10": judge_t10,
    "T11": judge_t11,
}
"""By the rule's code."""
