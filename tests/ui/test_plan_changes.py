"""On the page of the plan a lesson is locked, left out, taken up and shortened by hand, and all of it taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from casework import app_verbs
from casework.app_verbs import make_plan, problem_for
from casework.cases import Case, CaseStore, keep_plan, open_case, take_in_timetable, write_facts
from casework.changing import change_plan, settled_about
from casework.demo import DEMO_CASE, seed_demo
from casework.letting_go import let_go
from planning.errors import BadInput
from planning.needs import HandNeed, KeepLesson, LeaveOutLesson
from planning.outcomes import Found, Outcome
from planning.plan import Plan, PlannedLesson
from planning.setting import Setting
from planning.timetable import LessonId
from tests.opened_store import live_in
from tests.ui.plan_pages import choose_lesson, names, opened, press, told
from ui import plan_changes

WAITING = "|mon-4"
"""Nothing speaks against it by itself."""
AVOIDED = "|mon-6"
"""The student has ticked that its subject is to wait."""
ATTENDED = "|mon-7"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case with its plan, as the app's own."""
    live_in(monkeypatch, tmp_path)
    shop = app_verbs.the_store()
    make_plan(shop, open_case(shop, seed_demo(shop)))
    yield shop
    shop.close()


def now(store: CaseStore) -> Case:
    """The case as it stands."""
    return open_case(store, DEMO_CASE)


def plan_of(store: CaseStore) -> Plan:
    """Its plan."""
    kept = now(store).plan
    assert kept is not None
    assert isinstance(kept.outcome, Found)
    return kept.outcome.plan


def third_step(store: CaseStore) -> dict[str, PlannedLesson]:
    """The lessons of the step that is looked at."""
    return {str(lesson.occasion): lesson for lesson in plan_of(store).steps[2].lessons}


def test_nothing_is_settled_before_a_lesson_is_chosen(store: CaseStore) -> None:
    """Closed, quiet, and without a list of changes that nobody has made."""
    page = opened()
    assert [one.label for one in page.expander if one.label == "Ändra i planen"] == ["Ändra i planen"]
    assert "Lås" not in names(page)
    assert "Ändrat för hand" not in told(page)


def test_a_lesson_that_waits_is_taken_up_and_the_page_says_what_moved(store: CaseStore) -> None:
    """In a line or two; and it can be taken back, which gives the very same plan."""
    before = plan_of(store)
    page = press(choose_lesson(opened(), WAITING), "Ta upp den här")
    assert WAITING in third_step(store)
    assert "Ändringen är gjord." in told(page)
    assert "Ändrat för hand: 1 sak" in told(page)
    assert "är med i steg 3" in told(page)

    page = press(page, "Ta tillbaka")
    assert "Ändringen är tillbakatagen." in told(page)
    assert plan_of(store) == before
    assert now(store).changes == ()


def test_a_lesson_that_is_locked_stays_when_the_plan_is_made_anew(store: CaseStore) -> None:
    """Another search from nothing keeps it."""
    press(choose_lesson(opened(), ATTENDED), "Lås")
    (change,) = now(store).changes
    assert isinstance(change.needs[0], KeepLesson)
    make_plan(store, now(store))
    assert ATTENDED in third_step(store)


def test_a_lesson_that_is_to_wait_waits(store: CaseStore) -> None:
    """In that step alone, as was chosen."""
    press(choose_lesson(opened(), ATTENDED), "Låt den vänta")
    assert ATTENDED not in third_step(store)
    (need,) = now(store).changes[0].needs
    assert (need.first_step, need.last_step) == (3, 3)


def test_a_change_can_hold_from_the_step_on(store: CaseStore) -> None:
    """Where that is chosen."""
    page = choose_lesson(opened(), ATTENDED)
    (where,) = [one for one in page.radio if one.label == "Var ska det gälla?"]
    press(where.set_value("Från steg 3 och framåt").run(timeout=60), "Litet rum")
    settled = [lesson for step in plan_of(store).steps[2:] for lesson in step.lessons if lesson.occasion == ATTENDED]
    assert len(settled) > 1
    assert {lesson.setting for lesson in settled} == {Setting.SMALL_ROOM}


def test_the_coach_is_there_and_only_the_last_minutes_are_attended(store: CaseStore) -> None:
    """Two changes of the same lesson, both kept."""
    page = press(choose_lesson(opened(), ATTENDED), "Med coachen")
    press(page, "Bara de sista 10 min")
    lesson = third_step(store)[ATTENDED]
    assert lesson.with_coach
    assert (lesson.start, lesson.end) == (lesson.lesson.end - 10, lesson.lesson.end)


def test_a_change_against_an_earlier_one_offers_to_take_that_back_first(store: CaseStore) -> None:
    """Right where it is said; nobody has to look for it."""
    page = press(choose_lesson(opened(), ATTENDED), "Litet rum")
    page = press(page, "I klassrummet")
    assert "(ändrat för hand)" in told(page)
    (earlier,) = now(store).changes
    (first,) = [one for one in page.button if one.key == f"take_first_{earlier.id}"]
    page = first.click().run(timeout=60)
    assert now(store).changes == ()
    assert third_step(store)[ATTENDED].setting is Setting.CLASSROOM


def test_a_lesson_that_is_locked_is_not_offered_to_be_locked_again(store: CaseStore) -> None:
    """It stays chosen, and can still be left out."""
    page = press(choose_lesson(opened(), ATTENDED), "Lås")
    assert "Lås" not in names(page)
    assert "Låt den vänta" in names(page)


def test_what_a_change_goes_against_is_said_before_anything_is_kept(store: CaseStore) -> None:
    """And «Låt bli» leaves the plan as it is."""
    before = now(store)
    page = press(choose_lesson(opened(), AVOIDED), "Ta upp den här")
    assert "Det går emot: «vänta med Idrott och hälsa och Spanska" in told(page)
    assert now(store) == before

    page = press(page, "Låt bli")
    assert "Det går emot" not in told(page)
    assert now(store) == before


def test_a_change_is_kept_with_a_reason_where_nothing_else_helps(store: CaseStore) -> None:
    """First what collides is named and nothing changed; without a reason nothing changes either."""
    page = press(press(choose_lesson(opened(), AVOIDED), "Ta upp den här"), "Gör det ändå")
    assert "Det går inte ihop" in told(page)
    assert AVOIDED not in third_step(store)
    page = press(page, "Gör det ändå")
    assert "Skriv varför det ska gälla ändå." in told(page)
    assert now(store).changes == ()

    (reason,) = [one for one in page.text_input if one.label.startswith("Varför ska det gälla")]
    page = press(reason.set_value("Kim vill pröva.").run(timeout=60), "Gör det ändå")
    assert AVOIDED in third_step(store)
    assert "Skälet som står: Kim vill pröva." in told(page)
    assert now(store).changes[0].reason == "Kim vill pröva."


def test_why_a_lesson_waits_is_answered_in_sentences(store: CaseStore) -> None:
    """With whose word it is."""
    page = press(choose_lesson(opened(), AVOIDED), "Varför är den inte med?")
    assert "Den kan inte vara med så länge det här gäller" in told(page)
    assert "(eleven kryssade)" in told(page)


def test_a_change_about_a_lesson_that_is_gone_is_told(store: CaseStore) -> None:
    """A new timetable without it: the change binds nothing, and can be taken away."""
    page = press(choose_lesson(opened(), ATTENDED), "Lås")
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
    need = settled_about(now(store), KeepLesson, LessonId("mon-7"), first_step=3, last_step=3)
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


def test_an_old_plan_is_made_anew_before_it_is_changed(store: CaseStore) -> None:
    """What is said of it would be about yesterday's needs."""
    case = now(store)
    write_facts(store, case.id, case.facts.model_copy(update={"student": "Test Testsson"}))
    assert not now(store).plan_is_current
    assert [one for one in opened().expander if one.label == "Ändra i planen"] == []
    assert problem_for(now(store)) is not None


def test_a_change_that_somebody_else_was_faster_with_is_told(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is made of the plan that is no longer there, and the page says why."""
    page = choose_lesson(opened(), ATTENDED)
    make = plan_changes.change_plan

    def later(store: CaseStore, case: Case, needs: Sequence[HandNeed]) -> Outcome:
        make(store, now(store), [settled_about(case, LeaveOutLesson, LessonId("fri-5"), first_step=3, last_step=3)])
        return make(store, case, needs)

    monkeypatch.setattr(plan_changes, "change_plan", later)
    page = press(page, "Lås")
    assert "Något har ändrats sedan planen gjordes. Gör om planen först." in told(page)
    assert [need.lesson.id for change in now(store).changes for need in change.needs] == ["fri-5"]  # type: ignore[union-attr]  # made by hand
