"""Back and forth among changes made by hand: nothing is lost, and everything survives that the store is opened anew."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from casework import changing, undoing
from casework.app_verbs import make_plan, problem_for
from casework.case import Case
from casework.cases import CaseId, create_case, open_case, record_answers, take_in_timetable, write_facts
from casework.changing import change_plan, plan_of_number, settled_about, take_back
from casework.undoing import last_change, locks_on, put_back, unlock
from planning.checks.judge import broken_promises
from planning.errors import BadInput
from planning.needs import KeepLesson, LeaveOutLesson, LessonSetting
from planning.outcomes import Conflict, Found
from planning.plan import Plan, ReasonKind
from planning.plan_changes import attended
from planning.setting import Setting
from planning.timetable import LessonId
from questionnaire.answers import Answer, AnswerEvent, EventId, QuestionId
from storage.store import CaseStore
from tests.casework.small_week import facts, week
from tests.casework.test_changing import AT, first_there, left_out, plan_of
from tests.opened_store import opened_store


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


@pytest.fixture
def case(store: CaseStore) -> Case:
    """A case with a plan of four steps."""
    made = create_case(store, name="Kim")
    ladder = {"first_monday": AT.date().replace(year=2027, month=1, day=11), "number_of_steps": 4, "weeks_per_step": 1}
    write_facts(store, made, facts(student="Kim", ladder=ladder))
    take_in_timetable(store, made, week())
    make_plan(store, open_case(store, made))
    return open_case(store, made)


def after(store: CaseStore, case: Case) -> Case:
    """The case as it stands now."""
    return open_case(store, CaseId(case.id))


def lock(case: Case, lesson: LessonId) -> KeepLesson:
    """That lesson kept in the first step."""
    need = settled_about(case, KeepLesson, lesson, last_step=1)
    assert isinstance(need, KeepLesson)
    return need


def in_room(case: Case, lesson: LessonId, setting: Setting, **where: int) -> LessonSetting:
    """That lesson in that setting, in the first step unless told otherwise."""
    need = settled_about(case, LessonSetting, lesson, setting=setting, **{"last_step": 1, **where})
    assert isinstance(need, LessonSetting)
    return need


def setting_of(plan: Plan, lesson: LessonId) -> Setting:
    """Where it is met in the first step."""
    return attended(plan)[1, f"|{lesson}"].setting  # type: ignore[index]  # an occasion by its spelling


def test_what_was_taken_back_can_be_done_again_to_the_last_sign(store: CaseStore, case: Case) -> None:
    """The plan that it stood in comes back; then there is nothing more to do again."""
    change_plan(store, case, [left_out(case, first_there(case))])
    changed = after(store, case)
    take_back(store, changed, changed.changes[0].id)
    undone = after(store, case)
    assert [one.id for one in undone.taken_back] == [changed.changes[0].id]
    put_back(store, undone, changed.changes[0].id)
    again = after(store, case)
    assert set(attended(plan_of(again))) == set(attended(plan_of(changed)))
    assert [one.needs for one in again.changes] == [one.needs for one in changed.changes]
    assert again.taken_back == ()
    assert again.plan_is_current


def test_one_goes_back_and_forth_through_all_of_it_in_another_session(store: CaseStore, case: Case) -> None:
    """The file alone knows; the last undone is the first done again."""
    change_plan(store, case, [left_out(case, first_there(case))])
    one = after(store, case)
    change_plan(store, one, [lock(one, first_there(one))])
    two = after(store, case)
    names = [change.id for change in two.changes]
    for name in reversed(names):
        take_back(store, after(store, case), name)
    assert plan_of(after(store, case)) == plan_of(case)
    assert [change.id for change in after(store, case).taken_back] == names[::-1]
    for name in names:
        put_back(store, after(store, case), after(store, case).taken_back[-1].id)
        assert name in {change.id for change in after(store, case).changes}
    assert [change.id for change in after(store, case).changes] == names
    assert set(attended(plan_of(after(store, case)))) == set(attended(plan_of(two)))


def test_a_new_change_leaves_behind_what_was_undone_and_nothing_is_lost(store: CaseStore, case: Case) -> None:
    """It is no longer offered, and stays in the log of the case."""
    change_plan(store, case, [left_out(case, first_there(case))])
    changed = after(store, case)
    take_back(store, changed, changed.changes[0].id)
    undone = after(store, case)
    change_plan(store, undone, [lock(undone, first_there(undone))])
    now = after(store, case)
    assert now.taken_back == ()
    assert changed.changes[0].id in {change.id for change in now.hand_log}
    with pytest.raises(BadInput, match="no_such_change"):
        put_back(store, now, changed.changes[0].id)


def test_the_second_word_on_a_room_stands_in_place_of_the_first(store: CaseStore, case: Case) -> None:
    """No conflict with oneself; and undoing the second gives the first back."""
    lesson = first_there(case)
    change_plan(store, case, [in_room(case, lesson, Setting.SMALL_ROOM)])
    one = after(store, case)
    assert setting_of(plan_of(one), lesson) is Setting.SMALL_ROOM
    change_plan(store, one, [in_room(one, lesson, Setting.CLASSROOM)])
    two = after(store, case)
    assert setting_of(plan_of(two), lesson) is Setting.CLASSROOM
    assert len(two.changes) == 1
    take_back(store, two, two.changes[0].id)
    back = after(store, case)
    assert [change.id for change in back.changes] == [one.changes[0].id]
    assert setting_of(plan_of(back), lesson) is Setting.SMALL_ROOM


def test_a_word_on_one_step_does_not_take_the_place_of_one_on_many(store: CaseStore, case: Case) -> None:
    """What was settled for later steps is not lost by a word on this one: it is a conflict, and says so."""
    lesson = first_there(case)
    change_plan(store, case, [in_room(case, lesson, Setting.SMALL_ROOM, last_step=3)])
    one = after(store, case)
    outcome = change_plan(store, one, [in_room(one, lesson, Setting.CLASSROOM)])
    assert isinstance(outcome, Conflict)
    assert {need.kind for need in outcome.needs} >= {"lesson_setting"}
    assert after(store, case).changes == one.changes


def test_a_lock_is_let_go_of_and_the_lesson_stays(store: CaseStore, case: Case) -> None:
    """Nothing else moves, and it no longer says that it was settled."""
    lesson = first_there(case)
    change_plan(store, case, [lock(case, lesson)])
    locked = after(store, case)
    assert [one.id for one in locks_on(locked, lesson, 1)] == [locked.changes[0].id]
    reasons = attended(plan_of(locked))[1, f"|{lesson}"].reasons  # type: ignore[index]  # an occasion by its spelling
    assert ReasonKind.SETTLED in {reason.kind for reason in reasons}
    unlock(store, locked, lesson, 1)
    free = after(store, case)
    assert locks_on(free, lesson, 1) == ()
    assert plan_of(free) == plan_of(case)
    assert [change.id for change in free.taken_back] == [locked.changes[0].id]
    with pytest.raises(BadInput, match="no_such_change"):
        unlock(store, free, lesson, 1)


def test_one_lock_among_several_goes_alone(store: CaseStore, case: Case) -> None:
    """Those that were settled together with it stand."""
    first, second = (one.lesson.id for one in plan_of(case).last.lessons[:2])
    both = [settled_about(case, KeepLesson, one, first_step=4, last_step=4) for one in (first, second)]
    change_plan(store, case, both)
    unlock(store, after(store, case), first, 4)
    now = after(store, case)
    assert locks_on(now, first, 4) == ()
    assert len(locks_on(now, second, 4)) == 1


def test_a_lock_that_stood_against_an_answer_gives_way_to_it_when_let_go(store: CaseStore, case: Case) -> None:
    """What was given up for it holds again."""
    event = AnswerEvent(id=EventId("e"), question=QuestionId("AM2"), answer=Answer(ticks=("Bild",), last_step=2), at=AT)
    record_answers(store, case.id, [event])
    make_plan(store, after(store, case))
    now = after(store, case)
    art = LessonId("mon-10-Bild")
    changing.keep_with_reason(store, now, [lock(now, art)], "Kim vill pröva.")
    kept = after(store, case)
    assert (1, f"|{art}") in attended(plan_of(kept))
    unlock(store, kept, art, 1)
    free = after(store, case)
    problem = problem_for(free)
    assert problem is not None
    assert (1, f"|{art}") not in attended(plan_of(free))
    assert broken_promises(problem, plan_of(free)) == ()


@pytest.mark.parametrize("what", ["lock", "room"])
def test_what_moves_no_lesson_is_done_without_a_search(
    store: CaseStore, case: Case, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """A lock of what is there, or another room: the plan is the same but for that."""
    def searched(*_: object, **__: object) -> Found:
        raise AssertionError("searched")

    monkeypatch.setattr(changing, "replan", searched)
    monkeypatch.setattr(undoing, "replan", searched)
    lesson = first_there(case)
    need = lock(case, lesson) if what == "lock" else in_room(case, lesson, Setting.SMALL_ROOM)
    assert isinstance(change_plan(store, case, [need]), Found)
    now = after(store, case)
    problem = problem_for(now)
    assert problem is not None
    assert set(attended(plan_of(now))) == set(attended(plan_of(case)))
    assert broken_promises(problem, plan_of(now)) == ()


def test_what_the_last_change_moved_is_seen_beside_the_plan_before(store: CaseStore, case: Case) -> None:
    """Nothing while nothing has been changed by hand."""
    assert last_change(case, partial(plan_of_number, store, case.id)) is None
    change_plan(store, case, [settled_about(case, LeaveOutLesson, first_there(case), last_step=1)])
    now = after(store, case)
    last = last_change(now, partial(plan_of_number, store, now.id))
    assert last is not None
    assert last.change == now.changes[-1]
    assert last.before == plan_of(case)
