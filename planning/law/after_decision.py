"""The rules P about a decision that has come back, and what follows of it (`law.md` §6, P7–P10 and P13–P16).

Before a decision they are not asked: what cannot be there yet is neither met nor missing.
"""

from __future__ import annotations

import datetime as dt
import re

from planning.appeal import appeal_by
from planning.decided import Decided, Ruling
from planning.decided_frame import first_day_of, needs_new_decision
from planning.law.not_asked import NotAsked, not_asked
from planning.law.verdicts import Fact, Finding, LawCase, LawRule, Standing

_WORD = re.compile(r"[^\W\d_]+")


def actual_decision(case: LawCase) -> Decided | None:
    """The decision, where one has come back that decides; a proposal that was sent back is not decided."""
    return case.decided if case.decided and case.decided.ruling is not Ruling.RETURNED else None


def _undecided(case: LawCase) -> Finding:
    return not_asked(NotAsked.RETURNED if case.decided else NotAsked.NOT_DECIDED)


def judge_p7(case: LawCase, rule: LawRule) -> Finding:
    """The rektor of that school has decided: nobody in the rektor's stead but a substitute who is appointed."""
    decided = actual_decision(case)
    if decided is None:
        return _undecided(case)
    by = decided.decided_by
    if not by:
        return Finding(Standing.UNKNOWN, fields=("decided.decided_by",))
    facts: dict[str, Fact] = {"by": by}
    substitute, titles = case.facts.around.substitute, set(rule.words["titles"])
    if _is_named(substitute.name, by, titles):
        appointed, on = substitute.appointed_on, decided.decided_on or case.on
        if appointed is None or appointed > on:
            return Finding(Standing.UNKNOWN, facts, ("around.substitute.appointed_on",))
        return Finding(Standing.MET, {**facts, "appointed_on": appointed})
    if any(title in by.casefold() for title in rule.words["not_rektor"]):
        return Finding(Standing.DEVIATES, facts, ("around.substitute.name",))
    if _is_named(case.facts.school.principal, by, titles):
        return Finding(Standing.MET, facts)
    has_title = not titles.isdisjoint(_words(by))
    if has_title and not case.facts.school.principal:
        return Finding(Standing.MET, facts)
    return Finding(Standing.UNKNOWN, facts, ("school.principal" if has_title else "decided.decided_by",))


def _is_named(name: str, within: str, titles: set[str]) -> bool:
    """Whether a person stands in a signature, titles apart."""
    parts = _words(name) - titles
    return bool(parts) and parts <= _words(within)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def judge_p8(case: LawCase, rule: LawRule) -> Finding:
    """The provisions and the decisive circumstances are given, also where the rektor changes or refuses."""
    decided = actual_decision(case)
    if decided is None:
        return _undecided(case)
    if not decided.reasons:
        return Finding(Standing.UNKNOWN, fields=("decided.reasons",))
    lacks = []
    if not any(sign in decided.reasons for sign in rule.words["provisions"]):
        lacks.append("provisions")
    of_law = set(rule.words["of_law"])
    told = [word for word in _WORD.findall(decided.reasons.casefold()) if word not in of_law]
    if len(told) < rule.numbers["fewest_words"]:
        lacks.append("circumstances")
    if lacks:
        return Finding(Standing.DEVIATES, {"lacks": tuple(lacks)}, ("decided.reasons",))
    return Finding(Standing.MET)


def judge_p9(case: LawCase, rule: LawRule) -> Finding:
    """Until when it can be appealed, which follows of the day it was received; how stands in every proposal."""
    decided = actual_decision(case)
    if decided is None:
        return _undecided(case)
    received = decided.received_on
    if received is None or (decided.decided_on and received < decided.decided_on):
        return Finding(Standing.UNKNOWN, fields=("decided.received_on",))
    until = appeal_by(received, rule.numbers["days_to_appeal"])
    return Finding(Standing.MET, {"received": received, "until": until})


def judge_p10(case: LawCase, rule: LawRule) -> Finding:
    """A student of 16 is named as a party, and has a copy of her or his own once it is decided."""
    student, decided = case.facts.student, actual_decision(case)
    on = decided.decided_on if decided and decided.decided_on else case.on
    age = student.age(on)
    if age is None:
        return Finding(Standing.UNKNOWN, fields=("student.birth_date",))
    if age < rule.numbers["age_years"]:
        return not_asked(NotAsked.UNDER_AGE)
    if not student.full_name and not student.has_protected_identity:
        return Finding(Standing.UNKNOWN, fields=("student.full_name",))
    if decided is None:
        return _undecided(case)
    copied = case.facts.around.student_copy
    if copied is None:
        return Finding(Standing.UNKNOWN, fields=("around.student_copy",))
    return Finding(Standing.MET, {"date": copied})


def judge_p13(case: LawCase, _rule: LawRule) -> Finding:
    """The plan stays within the earlier decision, or it is said what goes beyond it."""
    if case.frame is None:
        return not_asked(NotAsked.NO_EARLIER_DECISION)
    beyond = needs_new_decision(case.frame, case.plan, case.facts)
    facts: dict[str, Fact] = {one.why.value: one.what for one in beyond}
    return Finding(Standing.DEVIATES if beyond else Standing.MET, facts)


def judge_p14(case: LawCase, rule: LawRule) -> Finding:
    """The evaluation is not overdue: nothing goes on by itself after its day.

    An earlier decision that still holds has a day too, also while a new proposal is prepared.
    """
    if actual_decision(case) is None and case.frame is None:
        return _undecided(case)
    written, day = case.facts.around.evaluated_on, case.facts.evaluation.date
    if written is not None and written <= case.on:
        return Finding(Standing.MET, {"written": written})
    if day is None:
        return Finding(Standing.UNKNOWN, fields=("evaluation.date",))
    late = (case.on - day).days
    if late > rule.numbers["days_overdue"]:
        return Finding(Standing.DEVIATES, {"date": day, "days": late}, ("around.evaluated_on",))
    return Finding(Standing.MET, {"date": day})


def judge_p15(case: LawCase, rule: LawRule) -> Finding:
    """What the next school needs to know has been handed over, where the student changes school."""
    move = case.facts.around.move
    if not move.new_unit and move.date is None:
        return not_asked(NotAsked.NO_MOVE)
    if move.handed_over is not None:
        return Finding(Standing.MET, {"date": move.handed_over})
    facts: dict[str, Fact] = {"hand_over": hand_over_list(case, rule)}
    if move.date is not None:
        facts["plan_ends"] = move.date - dt.timedelta(days=1)
    fields = ("around.move.handed_over",) if move.date else ("around.move.date", "around.move.handed_over")
    return Finding(Standing.DEVIATES, facts, fields)


def hand_over_list(case: LawCase, rule: LawRule) -> tuple[str, ...]:
    """What is to be handed over of what there is, in the order of the rule."""
    facts = case.facts
    there: dict[str, object] = {
        "decision": actual_decision(case),
        "plan": case.plan.steps,
        "needs": facts.needs or facts.measures,
        "tried": facts.earlier_support,
        "investigations": facts.investigations.special_support or facts.investigations.absence,
        "subjects": facts.eligibility.passed is not None,
        "follow_up": facts.follow_up.date or facts.evaluation.date,
        "attendance": case.on >= first_day_of(case.plan),
    }
    return tuple(code for code in rule.words["hand_over"] if there.get(code))


def judge_p16(case: LawCase, _rule: LawRule) -> Finding:
    """Once the plan has begun the attendance register knows which lessons belong to it."""
    decided = actual_decision(case)
    if decided is None and case.frame is None:
        return _undecided(case)
    begins = decided.valid_from if decided and decided.valid_from else first_day_of(case.plan)
    if (decided and decided.ruling is Ruling.NO_PROGRAMME) or case.on < begins:
        return not_asked(NotAsked.NOT_BEGUN)
    told = case.facts.around.attendance_export
    if told is None:
        return Finding(Standing.UNKNOWN, fields=("around.attendance_export",))
    return Finding(Standing.MET, {"date": told})
