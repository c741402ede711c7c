"""What planning came to, as data for files: `plan.json` and `conflict.json`.

Private answers never leave: neither their ids nor their values stand in any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from casework.case_file import CaseFile
from casework.day_report import bad_days_report, calendar_notes, days_report
from casework.dimension_report import dimensions_report, ladders_report
from casework.eligibility_report import eligibility_report, teaching_report
from casework.law_report import law_report
from casework.missing_items import missing_lines
from planning import contacts, pace, reentry, smaller_days, steps, stories
from planning.checks.judge import judge
from planning.days import days_of
from planning.items import item_catalogue
from planning.offers import contact
from planning.outcomes import Conflict, Interrupted
from planning.plan import Plan, PlannedItem, Reason
from planning.problem import Problem
from planning.steps import timing_of
from planning.timetable import Timetable
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import preferences_from
from questionnaire.vocabulary import Preference
from wording.conflict import say_conflict, say_interrupted
from wording.days import say_time
from wording.item_reasons import say_item_reason
from wording.items import say_item, say_requirement
from wording.needs import say_need
from wording.reasons import say_reason
from wording.steps import say_story
from wording.verdicts import say_verdict

PLANNING_DEFAULTS = {
    "pace.first_step_minutes": pace.FIRST_STEP_MINUTES,
    "pace.room_minutes": pace.ROOM_MINUTES,
    "pace.long_wait_minutes": pace.LONG_WAIT_MINUTES,
    "pace.gentle_day_percent": pace.GENTLE_DAY_PERCENT,
    "steps.occasions_in_window": stories.OCCASIONS_IN_WINDOW,
    "steps.done_percent": stories.DONE_PERCENT,
    "contacts.per_week": contact.CONTACTS_PER_WEEK,
    "contacts.minutes": contacts.CONTACT_MINUTES,
    "steps.dated": steps.DATED_STEPS,
    "steps.most_drawn": steps.MOST_DRAWN,
    "reentry.closed_days": reentry.CLOSED_DAYS,
    "reentry.sick_days": reentry.SICK_DAYS,
    "reentry.smaller_occasions": reentry.SMALLER_OCCASIONS,
    "smaller_days.least_minutes": smaller_days.LEAST_MINUTES,
}
"""The numbers that no case sets, named so that whoever reads a plan can see them."""


def plan_report(case: CaseFile, problem: Problem, plan: Plan, *, current_step: int = 1) -> dict[str, Any]:
    """`plan.json`: the plan with its reasons and verdicts in plain words, the whole case, and every default in it.

    Every step has its weeks and dates; `timing` says whether they are told to the student while `current_step` is
    lived, or are only the earliest that the step can come.
    """
    told = stories.tell(problem, plan)
    days = days_of(problem, plan)
    return {
        "outcome": "plan",
        "proven": plan.proven,
        "steps": [
            {
                "step": planned.number,
                "from": planned.step.first_day.isoformat(),
                "to": planned.step.last_day.isoformat(),
                "weeks": planned.step.week_numbers,
                "timing": timing_of(planned.number, current_step),
                "when": say_time(planned.step, timing_of(planned.number, current_step)),
                "minutes_per_week": planned.mean_minutes,
                "lessons": [{**_dump(lesson), "why": _why(problem, lesson.reasons)} for lesson in planned.lessons],
                "items": [_item(problem, item) for item in planned.items],
                "dimensions": dimensions_report(problem, plan, planned),
                "ladders": ladders_report(problem, planned),
                "contacts": [_dump(contact) for contact in planned.contacts],
                "left_out": [
                    {**_dump(left), "why": _why(problem, left.reasons)} for left in planned.left_out
                ],
                "text": say_story(story)._asdict(),
                "bad_days": bad_days_report(story.bad_days),
                "days": days_report((day for day in days if day.step == planned.number), story),
            }
            for planned, story in zip(plan.steps, told, strict=True)
        ],
        "needs": [
            {
                **_dump(j.need),
                "sentence": say_need(j.need),
                "verdict": say_verdict(j.verdict),
                "missing": list(missing_lines(problem, plan, j.need)),
            }
            for j in judge(problem, plan)
            if not _is_private(j.need.origin.ref)
        ],
        "eligibility": eligibility_report(
            problem, plan, case.facts,
            hidden_from_student=Preference.HIDE_ELIGIBILITY in preferences_from(load_bank(), case.sheet),
        ),
        "teaching": teaching_report(problem, plan, case.facts),
        "law": law_report(problem, plan, case.facts),
        "notes": calendar_notes(problem),
        "tiers": plan.tiers,
        "case": shareable(case),
        "defaults": {**dict(_unset(_without_private(case))), **PLANNING_DEFAULTS},
    }


def _why(problem: Problem, reasons: Iterable[Reason]) -> list[str]:
    return [say_reason(r, problem.needs_by_id.get(r.need) if r.need else None) for r in reasons]


def _item(problem: Problem, item: PlannedItem) -> dict[str, Any]:
    """An item with its sentence, why it is there, and what must be said yes to before it can be."""
    need = problem.needs_by_id.get(item.need) if item.need else None
    requires = [say_requirement(one) for one in item_catalogue()[item.kind].requires]
    return {**_dump(item), "sentence": say_item(item), "why": [say_item_reason(item, need)], "requires": requires}


def _dump(noun: BaseModel) -> dict[str, Any]:
    return noun.model_dump(mode="json")


def conflict_report(conflict: Conflict, timetable: Timetable | None = None) -> dict[str, Any]:
    """`conflict.json`: the smallest set of colliding needs by question id and kind, and what would help.

    With the timetable the `notes` say what in it makes them collide.
    """
    text = say_conflict(conflict, timetable)
    return {
        "outcome": "conflict",
        "headline": text.headline,
        "needs": [
            {"question": need.origin.ref, "kind": need.kind, "id": need.id, "sentence": sentence, "need": _dump(need)}
            for need, sentence in zip(conflict.needs, text.colliding, strict=True)
        ],
        "notes": list(text.notes),
        "ways_out": [
            {**_dump(way), "sentence": sentence} for way, sentence in zip(conflict.ways_out, text.ways_out, strict=True)
        ],
        "contact": {**_dump(conflict.contact), "sentence": text.contact},
    }


def interrupted_report(outcome: Interrupted) -> dict[str, Any]:
    """`conflict.json` when the search ended before a plan or a conflict was found; `outcome` says what ended it."""
    text = say_interrupted(outcome)
    return {
        "outcome": outcome.why.value,
        "headline": text.headline,
        "needs": [],
        "notes": [],
        "ways_out": [{"sentence": sentence} for sentence in text.ways_out],
        "contact": {**_dump(outcome.contact), "sentence": text.contact},
    }


def shareable(case: CaseFile) -> dict[str, Any]:
    """The case with every default filled in, without private answers and what was done about them."""
    return _without_private(case).model_dump(mode="json", exclude={"handled"})


def _without_private(case: CaseFile) -> CaseFile:
    """The case as if the private questions had never been asked: not even their absence tells anything."""
    answers = {question: answer for question, answer in case.answers.items() if not _is_private(question)}
    marked = tuple(question for question in case.most_important if not _is_private(question))
    told = {name: getattr(case, name) for name in case.model_fields_set - {"handled", "answers", "most_important"}}
    told |= {"answers": answers} if answers else {}
    told |= {"most_important": marked} if marked else {}
    return CaseFile.model_construct(_fields_set=set(told), **{**_defaults(), **told})


def _defaults() -> dict[str, Any]:
    return {name: field.default for name, field in CaseFile.model_fields.items() if not field.is_required()}


def _is_private(question: str) -> bool:
    item = load_bank().by_id.get(QuestionId(question))
    return item is not None and (item.private or bool(item.alerts))


def _unset(noun: BaseModel, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every field that was not given, by its path, with the default that holds."""
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        path = f"{prefix}{name}"
        if name not in noun.model_fields_set:
            yield path, _plain(noun, name)
        elif isinstance(value, BaseModel):
            yield from _unset(value, f"{path}.")


def _plain(noun: BaseModel, name: str) -> Any:
    return noun.model_dump(mode="json", include={name})[name]
