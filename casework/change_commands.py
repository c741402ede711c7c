"""`case change|alternatives|why-not ID`: a plan changed by hand without a screen."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from casework.app_verbs import must_be_handled, problem_for, the_store
from casework.case import Case
from casework.cases import open_case
from casework.changing import (
    alternatives_for,
    change_plan,
    check,
    choose_alternative,
    keep_with_reason,
    settled_about,
    take_back,
    why_not_for,
)
from casework.plan_command import ExitStatus, say_alerts
from casework.undoing import put_back
from planning.clock import parse_clock
from planning.errors import BadInput
from planning.needs import HandNeed, KeepLesson, LeaveOutLesson, LessonPart, LessonSetting, Window
from planning.outcomes import Conflict, Found, Interrupted, Outcome
from planning.plan import Plan
from planning.plan_changes import changes_between
from planning.problem import Problem
from planning.timetable import LessonId, OccasionId
from storage.records import CaseId
from wording.alternatives import say_alternative, say_no_alternatives
from wording.change_check import say_check
from wording.change_lines import change_lines
from wording.conflict import ConflictText, say_conflict, say_interrupted
from wording.language import tr
from wording.needs import say_need
from wording.why_not import say_why_not

Say = Callable[[str], None]
LAST = "last"
"""What `--undo` takes back when no change is named."""
KINDS: dict[str, type[HandNeed]] = {
    "keep": KeepLesson, "leave_out": LeaveOutLesson, "setting_of": LessonSetting, "part_of": LessonPart,
}  # fmt: skip


def change(arguments: argparse.Namespace, say: Say) -> ExitStatus:
    """Makes the change that the flags name, or takes one back, or lists those that stand."""
    case = _open(arguments.id)
    if alerts := must_be_handled(case):
        say_alerts(alerts, say)
        return ExitStatus.DUTY_FIRST
    if arguments.undo:
        return _undo(case, arguments.undo, say)
    if arguments.redo:
        if not case.taken_back:
            say(tr("Det finns inget att göra om."))
            return ExitStatus.DONE
        outcome = put_back(the_store(), case, case.taken_back[-1].id)
        return _say_outcome(case, outcome, tr("Ändringen är gjord igen."), say)
    needs = _needs(case, arguments)
    if not needs:
        return _list(case, say)
    for line in say_check(check(case, needs), _problem_of(case)):
        say(line)
    if arguments.reason:
        outcome = keep_with_reason(the_store(), case, needs, arguments.reason, from_step=arguments.from_step)
    else:
        outcome = change_plan(the_store(), case, needs, from_step=arguments.from_step)
    return _say_outcome(case, outcome, "", say)


def _undo(case: Case, which: str, say: Say) -> ExitStatus:
    if which == LAST and not case.changes:
        say(tr("Det finns inga ändringar."))
        return ExitStatus.DONE
    outcome = take_back(the_store(), case, case.changes[-1].id if which == LAST else which)
    return _say_outcome(case, outcome, tr("Ändringen är tillbakatagen."), say)


def _open(case_id: str) -> Case:
    return open_case(the_store(), CaseId(case_id))


def _problem_of(case: Case) -> Problem:
    problem = problem_for(case)
    assert problem is not None
    return problem


def _needs(case: Case, arguments: argparse.Namespace) -> list[HandNeed]:
    common: dict[str, object] = {"first_step": arguments.step, "last_step": arguments.to}
    if arguments.week:
        common["weeks"] = (arguments.week,)
    needs = []
    for flag, kind in KINDS.items():
        lesson = getattr(arguments, flag)
        if lesson:
            own = {name: value for name, value in _own(arguments).items() if name in kind.model_fields}
            needs.append(settled_about(case, kind, LessonId(lesson), **common, **own))
    return needs


def _own(arguments: argparse.Namespace) -> dict[str, object]:
    given: dict[str, object] = {
        "setting": arguments.setting,
        "with_coach": {"yes": True, "no": False}.get(arguments.coach),
        "first_minutes": arguments.first,
        "last_minutes": arguments.last,
        "at": _window(arguments.at),
    }
    return {name: value for name, value in given.items() if value is not None}


def _window(hours: str | None) -> Window | None:
    if hours is None:
        return None
    start, _, end = hours.partition("-")
    try:
        return Window(start=parse_clock(start), end=parse_clock(end))
    except ValueError:
        raise BadInput("part_outside_lesson", field="--at") from None


def _list(case: Case, say: Say) -> ExitStatus:
    for made in case.changes:
        say(f"{made.id}  {'; '.join(say_need(need) for need in made.needs)}")
        if made.reason:
            say(f"  {tr('Skälet som står: {reason}', reason=made.reason)}")
    if not case.changes:
        say(tr("Det finns inga ändringar."))
    return ExitStatus.DONE


def _say_outcome(case: Case, outcome: Outcome, done: str, say: Say) -> ExitStatus:
    match outcome:
        case Found(plan=plan):
            _say_moved(case, plan, done, say)
            return ExitStatus.DONE
        case Conflict() as conflict:
            _say_text(say_conflict(conflict, case.timetable), say)
        case Interrupted() as ended:
            _say_text(say_interrupted(ended), say)
    say(tr("Inget är ändrat. Skriv --reason om det ska gälla ändå."))
    return ExitStatus.NO_PLAN


def _say_moved(case: Case, plan: Plan, done: str, say: Say) -> None:
    before = case.plan.outcome.plan if case.plan and isinstance(case.plan.outcome, Found) else plan
    changes = changes_between(before, plan)
    say(done or tr("Ändringen är gjord. {n} lektioner flyttades för dess skull.", n=len(changes)))
    for line in change_lines(changes):
        say(f"  {line}")
    made = _open(case.id).changes
    if not done and made:
        say(tr("Det kan tas tillbaka med --undo {id}.", id=made[-1].id))


def _say_text(text: ConflictText, say: Say) -> None:
    say(text.headline)
    for line in (*text.colliding, *text.notes, *text.ways_out, text.contact):
        say(f"  {line}")


def other_plans(case_id: str, choose: int | None, say: Say) -> ExitStatus:
    """Says the alternatives, or makes one of them the case's plan."""
    case = _open(case_id)
    if alerts := must_be_handled(case):
        say_alerts(alerts, say)
        return ExitStatus.DUTY_FIRST
    if choose is not None:
        return _say_outcome(
            case, choose_alternative(the_store(), case, choose), tr("Alternativet är nu ärendets plan."), say
        )
    answer = alternatives_for(case)
    for number, one in enumerate(answer.found, 1):
        text = say_alternative(one)
        say(tr("Alternativ {n}: {label}", n=number, label=text.label))
        for line in (*text.lines, *text.costs):
            say(f"  {line}")
    if not answer.found:
        say(say_no_alternatives(answer))
    return ExitStatus.DONE


def why(case_id: str, lesson: str, step: int, week: str, say: Say) -> ExitStatus:
    """Says why that lesson is not in that step."""
    case = _open(case_id)
    for line in say_why_not(why_not_for(case, OccasionId(f"{week}|{lesson}"), step), _problem_of(case)):
        say(line)
    return ExitStatus.DONE


def register(verbs: Any, of_case: Callable[[Any, str, str], argparse.ArgumentParser], say: Say) -> None:
    """Add the verbs to `case`."""
    verb = of_case(verbs, "change", "change the plan by hand; without a lesson, the changes that stand")
    verb.add_argument("--keep", metavar="LESSON", help="lock that lesson")
    verb.add_argument("--leave-out", metavar="LESSON", help="leave that lesson out")
    verb.add_argument("--setting-of", metavar="LESSON", help="where and with whom that lesson is met")
    verb.add_argument("--part-of", metavar="LESSON", help="only a part of that lesson")
    verb.add_argument("--step", type=int, default=1, help="the first step that it holds in")
    verb.add_argument("--to", type=int, help="the last step that it holds in")
    verb.add_argument("--week", help="the week of the timetable that it holds in")
    verb.add_argument("--at", metavar="10:00-10:20", help="exactly from when to when")
    verb.add_argument("--first", type=int, metavar="MINUTES", help="its first minutes")
    verb.add_argument("--last", type=int, metavar="MINUTES", help="its last minutes")
    verb.add_argument("--setting", choices=("small_room", "classroom"))
    verb.add_argument("--coach", choices=("yes", "no"), help="whether the coach is there")
    verb.add_argument("--from-step", type=int, default=1, help="steps before this one have been lived")
    verb.add_argument("--reason", default="", help="why it holds although something speaks against it")
    verb.add_argument("--undo", metavar="CHANGE", nargs="?", const=LAST, help="take that change back, or the last one")
    verb.add_argument("--redo", action="store_true", help="do again what was taken back last")
    verb.set_defaults(run=lambda a: change(a, say))
    verb = of_case(verbs, "alternatives", "other plans to choose among")
    verb.add_argument("--choose", type=int, metavar="NUMBER", help="make that one the case's plan")
    verb.set_defaults(run=lambda a: other_plans(a.id, a.choose, say))
    verb = of_case(verbs, "why-not", "why a lesson is not in a step")
    verb.add_argument("lesson", help="id of the lesson in the timetable")
    verb.add_argument("--step", type=int, required=True)
    verb.add_argument("--week", default="", help="the week of the timetable, where weeks differ")
    verb.set_defaults(run=lambda a: why(a.id, a.lesson, a.step, a.week, say))
