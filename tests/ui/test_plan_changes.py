"""On the page of the plan a lesson is locked, left out, taken up and shortened by hand, and all of it taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from casework.app_verbs import make_plan, problem_for
from casework.cases import Case, CaseStore, keep_plan, take_in_timetable, write_facts
from casework.changing import change_plan, settled_about
from casework.demo import DEMO_CASE
from casework.letting_go import let_go
from planning.errors import BadInput
from planning.needs import HandNeed, KeepLesson, LeaveOutLesson
from planning.outcomes import Outcome
from planning.setting import Setting
from planning.timetable import LessonId
from tests.ui.plan_pages import ByHand, names, opened, press, told
from tests.ui.plan_scenes import ATTENDED, WAITING, now, plan_of, planned_store, third_step
from ui import plan_changes


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case with its plan."""
    with planned_store(tmp_path, monkeypatch) as shop:
        yield shop


@pytest.fixture
def hand(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> ByHand:
    """The page of that plan, its third step opened, in a hand that can tap."""
    assert now(store).plan is not None
    return ByHand(monkeypatch)


def test_every_lesson_offers_what_can_be_settled_about_it(store: CaseStore, hand: ByHand) -> None:
    """One that is attended, one that waits; what is no lesson offers nothing, and nothing is settled yet."""
    assert hand.offered(ATTENDED) == ["Lås", "Låt vänta", "Litet rum", "Med coachen"]
    assert hand.offered(WAITING) == ["Ta med"]
    cards = hand.cards()
    assert cards[ATTENDED]["asks"] == "Varför här?"
    assert cards[WAITING]["asks"] == "Varför inte än?"
    assert all(not card["acts"] for card in cards.values() if card["state"] in ("other", "item"))
    assert "Ändrat för hand" not in told(hand.page)
    assert hand.tool("undo") == ("Ångra", "")
    assert now(store).changes == ()


def test_a_lesson_that_waits_is_taken_up_and_the_week_says_what_moved(store: CaseStore, hand: ByHand) -> None:
    """In a line or two; and it can be taken back from the list, which gives the very same plan."""
    before = plan_of(store)
    hand.tap("keep", WAITING)
    assert WAITING in third_step(store)
    assert hand.said.startswith("Musik är med nu, och låst.")
    assert {"text": "Låst", "icon": "lock"} in hand.cards()[WAITING]["marks"]
    assert "är med i steg 3" in told(hand.page)
    assert any(one.label == "Ändrat för hand: 1 sak" for one in hand.page.expander)

    hand.page = press(hand.page, "Ta tillbaka")
    assert hand.said.startswith("Ångrat: Musik låst.")
    assert plan_of(store) == before
    assert now(store).changes == ()


def test_a_lesson_that_is_locked_stays_when_the_plan_is_made_anew(store: CaseStore, hand: ByHand) -> None:
    """Another search from nothing keeps it."""
    hand.tap("lock", ATTENDED)
    assert hand.said == "Slöjd är låst. Inget annat flyttades."
    (change,) = now(store).changes
    assert isinstance(change.needs[0], KeepLesson)
    make_plan(store, now(store))
    assert ATTENDED in third_step(store)


def test_a_lesson_is_locked_and_unlocked_by_the_same_button(store: CaseStore, hand: ByHand) -> None:
    """What undoes it stands in the same place, and the lesson stays."""
    place = [act["slot"] for act in hand.cards()[ATTENDED]["acts"]].index("lock")
    hand.tap("lock", ATTENDED)
    assert hand.offered(ATTENDED)[place] == "Lås upp"
    hand.tap("unlock", ATTENDED)
    assert hand.offered(ATTENDED)[place] == "Lås"
    assert hand.said == "Slöjd är inte låst längre."
    assert now(store).changes == ()
    assert ATTENDED in third_step(store)


def test_a_lesson_that_is_to_wait_waits(store: CaseStore, hand: ByHand) -> None:
    """In that step alone, as was chosen."""
    hand.tap("leave_out", ATTENDED)
    assert ATTENDED not in third_step(store)
    (need,) = now(store).changes[0].needs
    assert (need.first_step, need.last_step) == (3, 3)


def test_a_change_can_hold_from_the_step_on(store: CaseStore, hand: ByHand) -> None:
    """Where that is chosen."""
    hand.tap("small", ATTENDED, onward=True)
    lessons = [lesson for step in plan_of(store).steps[2:] for lesson in step.lessons]
    settled = [lesson for lesson in lessons if lesson.lesson.id == ATTENDED]
    assert len(settled) > 1
    assert {lesson.setting for lesson in settled} == {Setting.SMALL_ROOM}


def test_one_goes_to_the_small_room_and_back_without_a_conflict(store: CaseStore, hand: ByHand) -> None:
    """The second word stands in place of the first, and undo goes back one at a time."""
    hand.tap("small", ATTENDED)
    assert {"text": "Litet rum", "icon": "room"} in hand.cards()[ATTENDED]["marks"]
    hand.tap("classroom", ATTENDED)
    assert hand.data["plan"]["asked"] is None
    assert third_step(store)[ATTENDED].setting is Setting.CLASSROOM
    label, change = hand.tool("undo")
    assert label == "Ångra: Slöjd i klassrummet"
    hand.tap("undo", change=change)
    assert third_step(store)[ATTENDED].setting is Setting.SMALL_ROOM
    assert hand.tool("undo")[0] == "Ångra: Slöjd i litet rum"


def test_the_coach_is_there_and_only_the_last_minutes_are_attended(store: CaseStore, hand: ByHand) -> None:
    """Two changes of the same lesson, both kept; then the whole of it again."""
    hand.tap("coach", ATTENDED)
    hand.tap("last", ATTENDED, minutes=10)
    lesson = third_step(store)[ATTENDED]
    assert lesson.with_coach
    assert (lesson.start, lesson.end) == (lesson.lesson.end - 10, lesson.lesson.end)
    hand.tap("whole", ATTENDED)
    assert third_step(store)[ATTENDED].minutes == lesson.lesson.minutes


def test_minutes_that_were_never_offered_are_not_settled(store: CaseStore, hand: ByHand) -> None:
    """Anybody can send anything; what the lesson does not offer is not done."""
    before = now(store)
    hand.tap("first", ATTENDED, minutes=7)
    hand.tap("unlock", ATTENDED)
    hand.tap("keep", ATTENDED)
    hand.tap("lock", "no-such-lesson")
    assert now(store) == before


def test_the_same_event_counts_once_and_one_about_an_older_plan_not_at_all(store: CaseStore, hand: ByHand) -> None:
    """A double tap, or a tab that slept: one change."""
    seen = dict(hand.data["plan"]["seen"])
    hand.tap("lock", ATTENDED, id="tapped")
    hand.tap("leave_out", ATTENDED, id="tapped")
    hand.tap("leave_out", ATTENDED, **seen)
    assert len(now(store).changes) == 1
    assert ATTENDED in third_step(store)
    assert "Planen ändrades nyss." in hand.said


def test_a_change_is_undone_and_done_again_each_named(store: CaseStore, hand: ByHand) -> None:
    """The plans are the very same; a new change leaves nothing to do again."""
    before = plan_of(store)
    hand.tap("leave_out", ATTENDED)
    after = set(third_step(store))
    label, change = hand.tool("undo")
    assert label == "Ångra: Slöjd får vänta"
    hand.tap("undo", change=change)
    assert plan_of(store) == before
    assert hand.tool("undo") == ("Ångra", "")
    label, change = hand.tool("redo")
    assert label == "Gör om: Slöjd får vänta"
    hand.tap("redo", change=change)
    assert set(third_step(store)) == after
    assert hand.said.startswith("Gjort igen: Slöjd får vänta.")
    hand.tap("undo", change=change)
    hand.tap("lock", ATTENDED)
    assert hand.tool("redo") == ("Gör om", "")


def test_what_the_last_change_moved_is_marked_in_a_view_of_its_own(hand: ByHand) -> None:
    """Beside the ordinary week; before anything has been changed there is no such view."""
    assert [view["code"] for view in hand.data["views"]] == ["step", "ordinary"]
    hand.tap("leave_out", ATTENDED)
    assert [view["name"] for view in hand.data["views"]] == ["Steget", "Vanliga schemat", "Vad ändrades"]
    changed = hand.cards("changed")[ATTENDED]
    assert changed["changed"]
    assert [mark["text"] for mark in changed["marks"]] == ["Får vänta nu"]
    notes = " ".join(hand.data["views"][-1]["notes"])
    assert "I steg 3 får då vänta: Slöjd måndag 13.35." in notes
    assert hand.cards("ordinary")[ATTENDED]["state"] == "in"


def test_the_hours_follow_the_week(store: CaseStore, hand: ByHand) -> None:
    """Of the whole ordinary week."""
    before = hand.data["plan"]["hours"]
    hand.tap("leave_out", ATTENDED)
    after = hand.data["plan"]["hours"]
    assert before[0] != after[0]
    assert before[1] == after[1] == "av 25 h 45 min"


def test_a_change_about_a_lesson_that_is_gone_is_told(store: CaseStore, hand: ByHand) -> None:
    """A new timetable without it: the change binds nothing, and can be taken away."""
    hand.tap("lock", ATTENDED)
    case = now(store)
    assert case.timetable is not None
    fewer = tuple(lesson for lesson in case.timetable.lessons if lesson.id != "mon-7")
    take_in_timetable(store, case.id, case.timetable.model_copy(update={"lessons": fewer}))
    make_plan(store, now(store))
    page = opened()
    assert "Schemat har inte längre den lektionen" in told(page)
    press(page, "Ta tillbaka")
    assert now(store).changes == ()


def test_a_change_that_a_later_answer_collides_with_can_be_let_go(store: CaseStore) -> None:
    """There is no plan to take it back in; the last good one stays in sight, and the change can go."""
    need = settled_about(now(store), KeepLesson, LessonId("mon-7"), first_step=3, last_step=4)
    change_plan(store, now(store), [need])
    other = settled_about(now(store), LeaveOutLesson, LessonId("mon-7"), first_step=3, last_step=3)
    conflict = change_plan(store, now(store), [other])
    keep_plan(store, DEMO_CASE, conflict)
    page = opened()
    assert "Det går inte ihop just nu" in told(page)
    assert "finns kvar." in told(page)
    press(page, "Ta tillbaka")
    assert now(store).changes == ()


def test_letting_go_of_a_change_that_there_is_not_is_refused(store: CaseStore) -> None:
    """And changes nothing."""
    before = now(store)
    with pytest.raises(BadInput):
        let_go(store, before, "another")
    assert now(store) == before


def test_an_old_plan_is_made_anew_before_it_is_changed(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said of it would be about yesterday's needs: it is shown, and offers nothing."""
    case = now(store)
    write_facts(store, case.id, case.facts.model_copy(update={"student": "Test Testsson"}))
    assert not now(store).plan_is_current
    hand = ByHand(monkeypatch)
    assert hand.data["plan"] is None
    (view,) = hand.data["views"]
    assert all(not lesson["acts"] for day in view["days"] for lesson in day["lessons"])
    assert "Gör om planen" in names(hand.page)
    assert problem_for(now(store)) is not None


def test_a_change_that_somebody_else_was_faster_with_is_told(
    store: CaseStore, hand: ByHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is made of the plan that is no longer there, and the page says why."""
    make = change_plan

    def later(store: CaseStore, case: Case, needs: Sequence[HandNeed]) -> Outcome:
        make(store, now(store), [settled_about(case, LeaveOutLesson, LessonId("fri-5"), first_step=3, last_step=3)])
        return make(store, case, needs)

    monkeypatch.setattr(plan_changes, "change_plan", later)
    hand.tap("lock", ATTENDED)
    assert "Något har ändrats sedan planen gjordes. Gör om planen först." in hand.said
    assert [need.lesson.id for change in now(store).changes for need in change.needs] == ["fri-5"]  # type: ignore[union-attr]  # made by hand
