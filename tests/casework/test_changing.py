"""A plan changed by hand: kept with the case, checked at once, taken back, and never against what keeps one safe."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework import changing
from casework.alternatives_report import alternatives_report
from casework.app_verbs import make_plan, problem_for
from casework.case import Case
from casework.cases import (
    CaseId,
    CaseStore,
    create_case,
    open_case,
    record_answers,
    take_in_timetable,
    write_facts,
)
from casework.changes import giving_up
from casework.changing import (
    alternatives_for,
    change_plan,
    check,
    choose_alternative,
    keep_with_reason,
    settled_about,
    stale_changes,
    take_back,
    why_not_for,
)
from casework.kept_documents import dossier_of
from planning.answers_why import AlreadyThere, InTheWay
from planning.checks.judge import broken_promises
from planning.errors import BadInput, NotAllowed
from planning.needs import (
    CoachAvailability,
    HandNeed,
    KeepLesson,
    LeaveOutLesson,
    LessonPart,
    LessonSetting,
    Strength,
    Window,
)
from planning.needs.base import CARE
from planning.outcomes import Conflict, Found, Outcome
from planning.plan import Plan
from planning.plan_changes import attended
from planning.problem import Problem
from planning.timetable import LessonId, OccasionId
from questionnaire.answers import Answer, AnswerEvent, EventId, QuestionId
from scheduler.replanning import replan
from tests.casework.small_week import facts, week
from tests.opened_store import opened_store
from tests.planning.builders import need

MATHS = LessonId("tue-10-Matematik")
ART = LessonId("mon-10-Bild")
AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


@pytest.fixture
def case_id(store: CaseStore) -> CaseId:
    """A case with a plan of four steps where Matematik waits for two of them."""
    made = create_case(store, name="Kim")
    ladder = {"first_monday": dt.date(2027, 1, 11), "number_of_steps": 4, "weeks_per_step": 1}
    write_facts(store, made, facts(student="Kim", ladder=ladder))
    take_in_timetable(store, made, week())
    wait = Answer(ticks=("Matematik",), last_step=2)
    record_answers(store, made, [AnswerEvent(id=EventId("e"), question=QuestionId("AM2"), answer=wait, at=AT)])
    make_plan(store, open_case(store, made))
    return made


@pytest.fixture
def case(store: CaseStore, case_id: CaseId) -> Case:
    """That case, read."""
    return open_case(store, case_id)


def plan_of(case: Case) -> Plan:
    """Its plan."""
    assert case.plan is not None
    assert isinstance(case.plan.outcome, Found)
    return case.plan.outcome.plan


def first_there(case: Case) -> LessonId:
    """A lesson of its first step."""
    return plan_of(case).steps[0].lessons[0].lesson.id


def left_out(case: Case, lesson: LessonId) -> HandNeed:
    """That lesson left out of the first step."""
    return settled_about(case, LeaveOutLesson, lesson, last_step=1)


def test_a_change_is_kept_with_the_plan_that_it_leads_to(store: CaseStore, case: Case) -> None:
    """The plan is of today, keeps the change, and its documents can be made."""
    gone = first_there(case)
    outcome = change_plan(store, case, [left_out(case, gone)])
    after = open_case(store, case.id)
    assert isinstance(outcome, Found)
    assert plan_of(after) == outcome.plan
    assert after.plan_is_current
    assert len(after.changes) == 1
    assert (1, f"|{gone}") not in attended(plan_of(after))
    assert dossier_of(after).plan == outcome.plan


def test_a_change_survives_a_new_search(store: CaseStore, case: Case) -> None:
    """Whatever else is planned anew."""
    gone = first_there(case)
    change_plan(store, case, [left_out(case, gone)])
    make_plan(store, open_case(store, case.id))
    assert (1, f"|{gone}") not in attended(plan_of(open_case(store, case.id)))


def test_taking_a_change_back_gives_the_same_plan_back(store: CaseStore, case: Case) -> None:
    """To the last sign, and nothing stands of it."""
    change_plan(store, case, [left_out(case, first_there(case))])
    changed = open_case(store, case.id)
    take_back(store, changed, changed.changes[0].id)
    after = open_case(store, case.id)
    assert plan_of(after) == plan_of(case)
    assert after.changes == ()
    assert after.plan_is_current


def test_an_earlier_change_can_be_taken_back_while_later_ones_stand(store: CaseStore, case: Case) -> None:
    """The plan that comes out keeps those."""
    change_plan(store, case, [left_out(case, first_there(case))])
    one = open_case(store, case.id)
    change_plan(store, one, [settled_about(one, LessonSetting, ART, setting="small_room", with_coach=True)])
    two = open_case(store, case.id)
    take_back(store, two, two.changes[0].id)
    after = open_case(store, case.id)
    problem = problem_for(after)
    assert problem is not None
    assert [change.id for change in after.changes] == [two.changes[1].id]
    assert broken_promises(problem, plan_of(after)) == ()


def test_a_change_that_an_answer_speaks_against_changes_nothing(store: CaseStore, case: Case) -> None:
    """It is told which, and the plan stays."""
    need_ = settled_about(case, KeepLesson, MATHS, last_step=1)
    assert [n for n in check(case, [need_]).hard if n.startswith("AM2")]
    outcome = change_plan(store, case, [need_])
    assert isinstance(outcome, Conflict)
    assert {n.kind for n in outcome.needs} == {"keep_lesson", "avoid_subject"}
    assert open_case(store, case.id) == case


def test_the_coach_may_keep_it_all_the_same_with_a_reason(store: CaseStore, case: Case) -> None:
    """The answer is given up in that step alone, in the coach's own words."""
    need_ = settled_about(case, KeepLesson, MATHS, last_step=1)
    outcome = keep_with_reason(store, case, [need_], "Kim vill pröva en gång med läraren.")
    after = open_case(store, case.id)
    problem = problem_for(after)
    assert isinstance(outcome, Found)
    assert problem is not None
    assert (1, f"|{MATHS}") in attended(plan_of(after))
    assert (2, f"|{MATHS}") not in attended(plan_of(after))
    assert after.changes[0].reason == "Kim vill pröva en gång med läraren."
    assert [(g.need.split(":")[0], g.step) for g in after.changes[0].gives_up] == [("AM2", 1)]
    assert broken_promises(problem, plan_of(after)) == ()


def test_what_is_known_to_collide_is_not_looked_for_again(
    store: CaseStore, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has read what collides does not wait for it twice; the outcome is the same."""
    need_ = settled_about(case, KeepLesson, MATHS, last_step=1)
    conflict = change_plan(store, case, [need_])
    assert isinstance(conflict, Conflict)
    searches: list[Outcome] = []

    def watched(problem: Problem, plan: Plan, *, from_step: int) -> Outcome:
        searches.append(replan(problem, plan, from_step=from_step))
        return searches[-1]

    monkeypatch.setattr(changing, "replan", watched)
    outcome = keep_with_reason(store, case, [need_], "Kim vill pröva.", known=conflict)
    assert isinstance(outcome, Found)
    assert not [one for one in searches if isinstance(one, Conflict)]
    assert [(g.need.split(":")[0], g.step) for g in open_case(store, case.id).changes[0].gives_up] == [("AM2", 1)]


def test_a_reason_is_asked_for(store: CaseStore, case: Case) -> None:
    """Blanks are none."""
    with pytest.raises(BadInput, match="reason_missing"):
        keep_with_reason(store, case, [settled_about(case, KeepLesson, MATHS, last_step=1)], "  ")


def test_what_keeps_somebody_out_of_harm_s_way_is_never_given_up(case: Case) -> None:
    """Nor a fact of hours and travel, whatever the reason."""
    change = [settled_about(case, KeepLesson, MATHS, last_step=1)]
    careful = need("avoid_room", rooms=["A1"]).model_copy(update={"origin": CARE})
    with pytest.raises(NotAllowed, match="kept_from_harm"):
        giving_up([careful], change, 4)
    hours = CoachAvailability.model_validate({**need("coach_availability").model_dump(), "strength": Strength.FRAME})
    with pytest.raises(NotAllowed, match="not_ours_to_give_up"):
        giving_up([hours], change, 4)


def test_the_live_check_tells_clashes_and_says_when_all_is_well(case: Case) -> None:
    """Before anything is moved."""
    assert check(case, [settled_about(case, KeepLesson, first_there(case))]).is_clear


def test_a_change_made_in_an_old_plan_is_refused(store: CaseStore, case: Case) -> None:
    """Somebody has answered meanwhile."""
    need_ = left_out(case, first_there(case))
    event = AnswerEvent(id=EventId("e2"), question=QuestionId("AM2"), answer=Answer(ticks=("Bild",)), at=AT)
    record_answers(store, case.id, [event])
    with pytest.raises(NotAllowed, match="plan_is_old"):
        change_plan(store, case, [need_])
    with pytest.raises(NotAllowed, match="plan_is_old"):
        change_plan(store, open_case(store, case.id), [need_])


@pytest.mark.parametrize(
    ("hours", "code"),
    [((10 * 60, 10 * 60 + 23), "not_on_grid"), ((9 * 60, 10 * 60 + 20), "part_outside_lesson")],
)
def test_a_part_lies_within_the_lesson_and_on_the_grid(case: Case, hours: tuple[int, int], code: str) -> None:
    """Or it is refused at once."""
    with pytest.raises(BadInput, match=code):
        settled_about(case, LessonPart, MATHS, at=Window(start=hours[0], end=hours[1]))
    assert settled_about(case, LessonPart, MATHS, at=Window(start=600, end=625)).lesson.subject == "Matematik"


def test_a_lesson_of_another_timetable_is_refused(case: Case) -> None:
    """There is nothing to settle about it."""
    with pytest.raises(BadInput, match="no_such_lesson"):
        settled_about(case, KeepLesson, LessonId("gone"))


def test_a_change_about_a_lesson_that_is_gone_binds_nothing_and_is_told(store: CaseStore, case: Case) -> None:
    """A new timetable may have dropped it."""
    change_plan(store, case, [left_out(case, ART)])
    fewer = week().model_copy(update={"lessons": tuple(o for o in week().lessons if o.id != ART)})
    take_in_timetable(store, case.id, fewer)
    after = open_case(store, case.id)
    assert [change.id for change in stale_changes(after)] == [after.changes[0].id]
    assert isinstance(make_plan(store, after), Found)


def test_an_alternative_that_is_chosen_is_the_case_s_plan_and_stays_it(store: CaseStore, case: Case) -> None:
    """Its first steps are locked: a new search keeps them."""
    found = alternatives_for(case).found
    assert found
    outcome = choose_alternative(store, case, 1)
    assert isinstance(outcome, Found)
    chosen = open_case(store, case.id)
    make_plan(store, chosen)
    searched = plan_of(open_case(store, case.id))
    steps = {change.step for change in found[0].changes}
    wanted = {slot for slot in attended(found[0].plan) if slot[0] in steps}
    assert wanted <= set(attended(plan_of(chosen)))
    assert wanted <= set(attended(searched))
    with pytest.raises(BadInput, match="no_such_alternative"):
        choose_alternative(store, open_case(store, case.id), 9)


def test_alternatives_are_data_for_plan_json(case: Case) -> None:
    """With label, differences and lessons per step."""
    report = alternatives_report(alternatives_for(case))
    assert report["why_none"] == ""
    first = report["found"][0]
    assert first["label"]
    assert first["differs"]
    assert [step["step"] for step in first["steps"]] == [1, 2, 3, 4]
    assert {"start", "end", "setting"} <= set(first["steps"][-1]["lessons"][0])


def test_why_not_answers_of_the_case_s_plan(case: Case) -> None:
    """What stands in the way, by the answer that said so."""
    answer = why_not_for(case, OccasionId(f"|{MATHS}"), 1)
    assert isinstance(answer, InTheWay)
    assert answer.needs[0].startswith("AM2")
    assert why_not_for(case, OccasionId(f"|{first_there(case)}"), 1) == AlreadyThere()
