"""The week of a step in hand: what each lesson offers and how it is held, and what became of it by the last change."""

from __future__ import annotations

import datetime as dt

import pytest

from casework import now as clock
from casework.case import Case
from casework.changes import HandChange
from casework.changing import HAND
from casework.facts import CaseFacts
from casework.undoing import LastChange
from planning.needs import KeepLesson, NamedLesson, NeedId, Strength
from planning.plan import Plan, PlanStep
from planning.problem import Problem
from planning.setting import Setting
from planning.timetable import LessonId
from storage.records import CaseId
from tests.planning.builders import A_WEEK, plan, problem
from ui.components.week import CardState
from ui.plan_view import step_cards
from ui.plan_weeks import InHand, changed_view, plan_week, today_in, tools

AT = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
A = LessonId("a")


def lock(of: Problem, step: int = 1) -> KeepLesson:
    """The first lesson kept in that step."""
    lesson = next(one for one in of.timetable.lessons if one.id == A)
    return KeepLesson(
        id=NeedId("hand:x:1"), origin=HAND, strength=Strength.HARD, lesson=NamedLesson.of(lesson), first_step=step,
        last_step=step,
    )  # fmt: skip


def change(name: str, of: Problem, *, is_taken_back: bool = False) -> HandChange:
    """One that is about that lesson."""
    return HandChange(id=name, at=AT, needs=(lock(of),), is_taken_back=is_taken_back)


def case(*log: HandChange) -> Case:
    """A case with those words on changes."""
    standing = tuple(one for one in log if not one.is_taken_back)
    return Case(
        id=CaseId("c"), created_at=AT, changed_at=AT, revision=4, facts=CaseFacts(student="Test Testsson"),
        changes=standing, hand_log=log,
    )  # fmt: skip


def otherwise(of: Plan, lesson: str, **update: object) -> Plan:
    """The same plan with that lesson of its first step met otherwise."""
    first = of.steps[0]
    lessons = tuple(
        one.model_copy(update=update) if one.lesson.id == lesson else one for one in first.lessons
    )
    return of.model_copy(update={"steps": (first.model_copy(update={"lessons": lessons}), *of.steps[1:])})


def marks(before: Plan, after: Plan, of: Problem, lesson: str = "a") -> list[str]:
    """What is marked on that lesson as changed."""
    step: PlanStep = after.steps[0]
    cards = step_cards(of.timetable, step, "", of.needs_by_id)
    view = changed_view(LastChange(change=change("x", of), before=before), after, step, "", cards)
    card = next(one for one in view.cards if one.id == lesson)
    return [mark.text for mark in card.marks] if card.is_changed else []


def test_what_became_of_a_lesson_is_marked_in_words() -> None:
    """Each by itself, and nothing on one that is as it was."""
    of = problem(steps=2)
    before = plan(of, "a b", "a b")
    assert marks(before, plan(of, "b", "a b"), of) == ["Får vänta nu"]
    assert marks(plan(of, "b", "a b"), before, of) == ["Kom med"]
    assert marks(before, otherwise(before, "a", setting=Setting.SMALL_ROOM), of) == ["Ett annat rum"]
    assert marks(before, otherwise(before, "a", with_coach=True), of) == ["Med coachen"]
    start = before.steps[0].lessons[0].start
    assert marks(before, otherwise(before, "a", end=start + 20), of) == ["En annan del"]
    assert marks(before, before, of) == []


def test_what_changed_is_told_and_a_week_where_nothing_did_says_so() -> None:
    """With the change itself first; a long list is cut and says that there is more."""
    of = problem(steps=7)
    before, after = plan(of, *["a b"] * 7), plan(of, "a b", *["b c"] * 6)
    first = after.steps[0]
    last = LastChange(change=change("x", of), before=before)
    view = changed_view(last, after, first, "", step_cards(of.timetable, first, "", of.needs_by_id))
    assert view.notes[0].startswith("Den senaste ändringen: Svenska måndag")
    assert view.notes[-1] == "I den här veckan ändrades inget."
    assert "Mer ändrades i senare steg." in view.notes


def test_undo_and_redo_are_always_there_and_named_where_there_is_something() -> None:
    """So that neither moves under a finger."""
    of = problem(steps=2)
    done, undone = change("a", of), change("b", of, is_taken_back=True)
    assert [(one.label, one.change) for one in tools(case())] == [("Ångra", ""), ("Gör om", "")]
    assert [one.change for one in tools(case(change("b", of), done, undone))] == ["a", "b"]
    assert [one.label for one in tools(case(done))] == ["Ångra: Svenska låst", "Gör om"]


def test_a_locked_lesson_says_so_before_anything_else() -> None:
    """In the steps where it is locked, and it offers to be unlocked there."""
    of = problem(A_WEEK, lock(problem(steps=2)), steps=2)
    shown = {number: plan_week(InHand(case(), of), made, made.steps[number - 1], "")
             for made in (plan(of, "a b", "a b"),) for number in (1, 2)}  # fmt: skip
    first, second = ({card.id: card for card in shown[number].views[0].cards}["a"] for number in (1, 2))
    assert first.marks[0].text == "Låst"
    assert "unlock" in {act.code for act in first.acts}
    assert "Låst" not in {mark.text for mark in second.marks}
    assert "lock" in {act.code for act in second.acts}


def test_what_the_rektor_has_written_stands_with_the_lesson_it_is_about() -> None:
    """And with no other."""
    of = problem(steps=2)
    made = plan(of, "a b", "a b")
    hand = InHand(case(), of, comments={A: ("Kan den ligga senare?",)})
    cards = {card.id: card for card in plan_week(hand, made, made.steps[0], "").views[0].cards}
    assert cards["a"].comments == ("Kan den ligga senare?",)
    assert cards["b"].comments == ()


def test_the_last_step_asks_not_whether_a_change_is_to_go_on() -> None:
    """There is nothing after it; and an event is about what was seen."""
    of = problem(steps=2)
    made = plan(of, "a b", "a b")
    first, last = (plan_week(InHand(case(), of), made, step, "") for step in made.steps)
    assert (first.can_choose_where, last.can_choose_where) == (True, False)
    assert last.seen == {"step": 2, "week": "", "revision": 4}


def test_today_is_marked_in_the_step_that_is_lived(monkeypatch: pytest.MonkeyPatch) -> None:
    """And in no other."""
    step = plan(problem(steps=2), "a", "a").steps[0].step
    monkeypatch.setattr(clock, "today", lambda: step.first_day + dt.timedelta(days=2))
    assert today_in(step) == 2
    monkeypatch.setattr(clock, "today", lambda: step.mondays[-1] + dt.timedelta(days=7))
    assert today_in(step) is None


def test_only_lessons_offer_anything() -> None:
    """Not lunch, and not what is no lesson at all."""
    of = problem(steps=2)
    made = plan(of, "a b", "a b")
    for card in plan_week(InHand(case(), of), made, made.steps[0], "").views[0].cards:
        assert bool(card.acts) is (card.state in (CardState.IN, CardState.NOT_YET))


def test_another_setting_is_settled_with_its_opposite() -> None:
    """What stands in the panel follows what the plan has."""
    of = problem(steps=2)
    made = otherwise(plan(of, "a b", "a b"), "a", setting=Setting.SMALL_ROOM)
    cards = {card.id: card for card in plan_week(InHand(case(), of), made, made.steps[0], "").views[0].cards}
    assert {"classroom", "small"} & {act.code for act in cards["a"].acts} == {"classroom"}
    assert {"classroom", "small"} & {act.code for act in cards["b"].acts} == {"small"}
