"""The rules P: how a decision comes about, and what is known before it (`law.md` §6, P1–P6, P11, P12 and P17).

Those about a decision that has come back, and what follows of it, are in `planning.law.after_decision`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from planning.decided_frame import first_day_of, last_day_of
from planning.decision import GuardianView
from planning.law.after_decision import (
    actual_decision,
    judge_p7,
    judge_p8,
    judge_p9,
    judge_p10,
    judge_p13,
    judge_p14,
    judge_p15,
    judge_p16,
)
from planning.law.not_asked import NotAsked, not_asked
from planning.law.verdicts import Fact, Finding, Judge, LawCase, LawRule, Standing
from planning.readability import counted
from planning.telling import free_texts

STUDENT_VIEW = ("student_view.text", "student_view.how_learned", "student_view.how_weighed")


def decision_day(case: LawCase) -> dt.date:
    """The day of the decision; before there is one, the day that the rules are asked."""
    decided = actual_decision(case)
    return decided.decided_on if decided and decided.decided_on else case.on


def judge_p1(case: LawCase, _rule: LawRule) -> Finding:
    """The need of special support was investigated no later than the day of the decision."""
    return _dated(case, {"investigations.special_support": case.facts.investigations.special_support})


def judge_p2(case: LawCase, _rule: LawRule) -> Finding:
    """The elevhälsa was consulted, or it is said why that is obviously not needed."""
    team = case.facts.health_team
    if team.not_needed_because:
        return Finding(Standing.MET, {"not_needed": "yes"})
    if not team.function:
        missing = ["health_team.function"] if team.date else ["health_team.date", "health_team.function"]
        return Finding(Standing.UNKNOWN, fields=tuple(missing))
    return _dated(case, {"health_team.date": team.date})


def judge_p3(case: LawCase, _rule: LawRule) -> Finding:
    """The absence is investigated, the huvudman told, and by an independent school the home municipality."""
    dates = case.facts.investigations
    asked = {
        "investigations.absence": dates.absence,
        "investigations.provider_notified": dates.provider_notified,
    }
    if case.facts.school.is_independent:
        asked["investigations.home_municipality_notified"] = dates.home_municipality_notified
    return _dated(case, asked)


def _dated(case: LawCase, asked: Mapping[str, dt.date | None]) -> Finding:
    """Met when each of those days is known and no later than the decision."""
    missing = tuple(field for field, day in asked.items() if day is None)
    if missing:
        return Finding(Standing.UNKNOWN, fields=missing)
    by = decision_day(case)
    late = {field: day for field, day in asked.items() if day and day > by}
    if late:
        return Finding(Standing.DEVIATES, {"date": max(late.values()), "by": by}, tuple(late))
    return Finding(Standing.MET, {"date": max(day for day in asked.values() if day)})


def judge_p4(case: LawCase, _rule: LawRule) -> Finding:
    """The student's view is written down, with how it was learned and how it has been weighed."""
    view = case.facts.student_view
    said = dict(zip(STUDENT_VIEW, (view.text, view.how_learned, view.how_weighed), strict=True))
    missing = tuple(field for field, text in said.items() if not text)
    return Finding(Standing.UNKNOWN if missing else Standing.MET, fields=missing)


def judge_p5(case: LawCase, _rule: LawRule) -> Finding:
    """Every guardian was offered to take part, and has answered or had until a day that has passed."""
    by = decision_day(case)
    views = {view.guardian: view for view in case.facts.guardian_views}
    names = [guardian.name for guardian in case.facts.student.guardians] or list(views)
    if not names:
        return Finding(Standing.UNKNOWN, fields=("student.guardians", "guardian_views"))
    not_offered = tuple(name for name in names if not _was_offered(views.get(name), by))
    if not_offered:
        return Finding(Standing.UNKNOWN, _who(case, not_offered), ("guardian_views",))
    waiting = {name: day for name in names if (day := _may_still_answer(views[name], by))}
    if waiting:
        return Finding(Standing.DEVIATES, {**_who(case, tuple(waiting)), "until": max(waiting.values())})
    return Finding(Standing.MET)


def _who(case: LawCase, names: tuple[str, ...]) -> dict[str, Fact]:
    """The guardians by name; with a protected identity a finding, which is printed, names nobody."""
    return {} if case.facts.student.has_protected_identity else {"guardians": names}


def _was_offered(view: GuardianView | None, by: dt.date) -> bool:
    """Whether it is known when and how, and that there is an answer or a last day for one."""
    if view is None or view.offered is None or not view.channel:
        return False
    return view.offered <= by and bool(view.answered or view.answer_by)


def _may_still_answer(view: GuardianView, by: dt.date) -> dt.date | None:
    """The last day to answer, while it has not passed and no answer has come."""
    answered = view.answered is not None and view.answered <= by
    return None if answered or view.answer_by is None or view.answer_by < by else view.answer_by


def judge_p6(case: LawCase, _rule: LawRule) -> Finding:
    """Follow-up and evaluation have a day and a person each, within the time that the plan holds."""
    asked = {"follow_up": case.facts.follow_up, "evaluation": case.facts.evaluation}
    missing = [f"{name}.date" for name, one in asked.items() if one.date is None]
    missing += [f"{name}.person" for name, one in asked.items() if not one.person]
    if missing or not case.plan.steps:
        return Finding(Standing.UNKNOWN, fields=tuple(sorted(missing, key=lambda field: field.startswith("eval"))))
    first, last = validity(case)
    outside = tuple(f"{name}.date" for name, one in asked.items() if one.date and not first <= one.date <= last)
    facts: dict[str, Fact] = {"first": first, "last": last}
    return Finding(Standing.DEVIATES if outside else Standing.MET, facts, outside)


def validity(case: LawCase) -> tuple[dt.date, dt.date]:
    """The first and last day that it holds: as the rektor wrote it, else the plan's own."""
    decided = actual_decision(case)
    first = decided.valid_from if decided else None
    last = decided.valid_to if decided else None
    return first or first_day_of(case.plan), last or last_day_of(case.plan)


def judge_p11(case: LawCase, _rule: LawRule) -> Finding:
    """Where somebody needs an interpreter it is said how that is done."""
    languages = tuple(dict.fromkeys(g.interpreter for g in case.facts.student.guardians if g.interpreter))
    if not languages:
        return not_asked(NotAsked.NO_NEED)
    if case.facts.around.interpreter_arranged:
        return Finding(Standing.MET, {"languages": languages})
    return Finding(Standing.UNKNOWN, {"languages": languages}, ("around.interpreter_arranged",))


def judge_p12(case: LawCase, rule: LawRule) -> Finding:
    """What the coach has written is easy to read; the student's and the guardians' own words are theirs."""
    own = set(rule.words["own_words"])
    texts = {at: text for at, text in free_texts(case.facts) if at.partition(".")[0] not in own and at not in own}
    whole = counted(texts.values())
    if whole.words < rule.numbers["fewest_words"]:
        return not_asked(NotAsked.TOO_LITTLE_TEXT)
    limit = rule.numbers["lix_below"]
    facts: dict[str, Fact] = {"lix": whole.lix, "limit": limit}
    if whole.lix < limit:
        return Finding(Standing.MET, facts)
    heavy = {at: one.lix for at, text in texts.items() if (one := counted((text,))).lix >= limit}
    heaviest = sorted(heavy, key=lambda at: (-heavy[at], at))[: rule.numbers["most_passages_told"]]
    return Finding(Standing.DEVIATES, facts, tuple(heaviest))


def judge_p17(case: LawCase, _rule: LawRule) -> Finding:
    """Where days begin or end at other times than the class's, school transport has been looked into."""
    days = len(set(_days_at_other_times(case)))
    if not days:
        return not_asked(NotAsked.SAME_TIMES)
    checked = case.facts.around.transport_checked
    if checked:
        return Finding(Standing.MET, {"days": days, "date": checked})
    return Finding(Standing.UNKNOWN, {"days": days}, ("around.transport_checked",))


def _days_at_other_times(case: LawCase) -> Iterator[int]:
    """The weekdays on which some step begins or ends at another time than the class's day of that week."""
    ordinary: dict[tuple[str, int], tuple[int, int]] = {}
    for occasion in case.problem.timetable.occasions:
        at, lesson = (occasion.week, occasion.lesson.weekday), occasion.lesson
        start, end = ordinary.get(at, (lesson.start, lesson.end))
        ordinary[at] = min(start, lesson.start), max(end, lesson.end)
    for step in case.plan.steps:
        for at in {(planned.week, planned.lesson.weekday) for planned in step.lessons}:
            that_day = [p for p in step.lessons if (p.week, p.lesson.weekday) == at]
            if (min(p.start for p in that_day), max(p.end for p in that_day)) != ordinary.get(at):
                yield at[1]


PROCEDURE: Mapping[str, Judge] = {
    "P1": judge_p1,
    "P2": judge_p2,
    "P3": judge_p3,
    "P4": judge_p4,
    "P5": judge_p5,
    "P6": judge_p6,
    "P7": judge_p7,
    "P8": judge_p8,
    "P9": judge_p9,
    "P10": judge_p10,
    "P11": judge_p11,
    "P12": judge_p12,
    "P13": judge_p13,
    "P14": judge_p14,
    "P15": judge_p15,
    "P16": judge_p16,
    "P17": judge_p17,
}
"""By the rule's code."""
