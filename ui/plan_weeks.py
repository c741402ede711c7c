"""The week of a step as it is changed by hand: what each lesson offers, and the same week before and without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from casework import now as clock
from casework.cases import Case
from casework.undoing import LastChange
from planning.clock import Weekday
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.plan_changes import changes_between
from planning.problem import Problem
from planning.steps import Step
from planning.timetable import LessonId, WeekLabel
from ui.components.week import Act, AskedAbout, Card, CardState, Mark, PlanWeek, Tool, WeekView
from ui.plan_change_view import (
    Asked,
    LessonSeen,
    actions,
    is_locked,
    lessons_seen,
    part_lengths,
    settled_text,
    short_name,
)
from ui.plan_view import hours_parts, step_cards
from ui.timetable_view import ordinary_cards
from wording.change_lines import change_lines
from wording.language import tr

MOST_LINES = 4
"""So many lines tell what the last change moved; the marks in the week show the rest. Our default."""


@dataclass(frozen=True)
class InHand:
    """A plan that is changed by hand, and what this tab knows of it beside the case."""

    case: Case
    problem: Problem
    last: LastChange | None = None
    comments: Mapping[LessonId, tuple[str, ...]] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    asked: Asked | None = None
    asked_lines: AskedAbout | None = None
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What was found out about lessons that wait, by lesson."""
    answered: str = ""


def plan_week(hand: InHand, plan: Plan, step: PlanStep, week: WeekLabel) -> PlanWeek:
    """All that the week of that step shows and offers."""
    problem = hand.problem
    cards = step_cards(problem.timetable, step, week, problem.needs_by_id)
    own = tuple(_with_acts(cards, lessons_seen(step, problem, week).values(), step.number, hand))
    views = [
        WeekView("step", tr("Steget"), own),
        WeekView("ordinary", tr("Vanliga schemat"), ordinary_cards(problem.timetable, week)),
    ]
    if hand.last is not None:
        views.append(changed_view(hand.last, plan, step, week, cards))
    asked = hand.asked_lines if hand.asked is not None and hand.asked.step == step.number else None
    return PlanWeek(
        views=views,
        hours=hours_parts(step, problem),
        seen={"step": step.number, "week": week, "revision": hand.case.revision},
        tools=tools(hand.case),
        said=hand.said,
        answers=hand.answers,
        asked=asked,
        answered=hand.answered,
        can_choose_where=step.number < len(plan.steps),
        today=today_in(step.step),
    )


def tools(case: Case) -> tuple[Tool, ...]:
    """Undo and redo, each named by what it is about; always both, so that neither moves under a finger."""
    undo, redo = case.changes[-1:], case.taken_back[-1:]
    return (
        *(Tool("undo", tr("Ångra: {what}", what=short_name(one)), one.id) for one in undo),
        *(() if undo else (Tool("undo", tr("Ångra")),)),
        *(Tool("redo", tr("Gör om: {what}", what=short_name(one)), one.id) for one in redo),
        *(() if redo else (Tool("redo", tr("Gör om")),)),
    )


def today_in(step: Step) -> Weekday | None:
    """Today's weekday, where the step is lived now."""
    today = clock.today()
    is_now = any(0 <= (today - monday).days < len(Weekday) for monday in step.mondays)
    return Weekday(today.weekday()) if is_now else None


def changed_view(
    last: LastChange, plan: Plan, step: PlanStep, week: WeekLabel, cards: Sequence[Card]
) -> WeekView:
    """«Vad ändrades»: what the last change moved, in words, and marked in the week."""
    lines = tuple(change_lines(changes_between(last.before, plan)))
    then = _attended(_step_of(last.before, step.number), week)
    now = _attended(step, week)
    marked = tuple(_marked(card, then.get(card.id), now.get(card.id)) for card in cards)
    here = () if any(card.is_changed for card in marked) else (tr("I den här veckan ändrades inget."),)
    more = (tr("Mer ändrades i senare steg."),) if len(lines) > MOST_LINES else ()
    told = tr("Den senaste ändringen: {what}", what=settled_text(last.change))
    return WeekView("changed", tr("Vad ändrades"), marked, (told, *lines[:MOST_LINES], *more, *here))


def _step_of(plan: Plan, number: int) -> PlanStep | None:
    return next((step for step in plan.steps if step.number == number), None)


def _attended(step: PlanStep | None, week: WeekLabel) -> dict[str, PlannedLesson]:
    return {} if step is None else {one.lesson.id: one for one in step.in_week(week)}


def _marked(card: Card, then: PlannedLesson | None, now: PlannedLesson | None) -> Card:
    """The card with what became of it, where something did."""
    said = tuple(_what_became(then, now)) if card.state in (CardState.IN, CardState.NOT_YET) else ()
    return replace(card, marks=said, is_changed=True) if said else card


def _what_became(then: PlannedLesson | None, now: PlannedLesson | None) -> Iterable[Mark]:
    if then is None and now is not None:
        yield Mark(tr("Kom med"), "add")
    elif then is not None and now is None:
        yield Mark(tr("Får vänta nu"), "wait")
    elif then is not None and now is not None:
        if (then.start, then.end) != (now.start, now.end):
            yield Mark(tr("En annan del"), "part")
        if then.setting is not now.setting:
            yield Mark(tr("Ett annat rum"), "room")
        if then.with_coach is not now.with_coach:
            yield Mark(tr("Med coachen") if now.with_coach else tr("Utan coachen"), "coach")


def _with_acts(cards: Iterable[Card], seen: Iterable[LessonSeen], step: int, hand: InHand) -> Iterable[Card]:
    """The same cards, those of lessons with what can be done about them, and how they are held."""
    lessons = {str(one.occasion.lesson.id): one for one in seen}
    for card in cards:
        one = lessons.get(card.id) if card.state in (CardState.IN, CardState.NOT_YET) else None
        if one is None:
            yield card
            continue
        locked = one.planned is not None and is_locked(one, step, hand.problem)
        yield replace(
            card,
            marks=(*((Mark(tr("Låst"), "lock"),) if locked else ()), *card.marks),
            acts=tuple(Act(a.code, a.label, a.slot, a.icon) for a in actions(one.planned, locked=locked)),
            parts=part_lengths(one.planned),
            comments=tuple(hand.comments.get(one.occasion.lesson.id, ())),
        )
