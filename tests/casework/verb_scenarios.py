"""How every verb is run once, as it is meant: one row each, by module and name. A verb without a row fails a test."""

from __future__ import annotations

from casework import choosing
from casework.app_verbs import make_plan, with_first_day
from casework.case import Case, DoneTask, SummaryMark
from casework.case_reading import list_cases, open_case
from casework.cases import (
    ask_again,
    create_case,
    keep_facts,
    keep_plan,
    mark_summary,
    note_documents,
    note_done,
    note_handled,
    record_answers,
    take_in_timetable,
    write_facts,
    write_unsafe,
)
from casework.changing import (
    at_hand,
    change_plan,
    choose_alternative,
    keep_with_reason,
    plan_of_number,
    settled_about,
    take_back,
)
from casework.choosing import begin_choices, choose_among, look_at_choices, stop_choices
from casework.day_sheet import coach_day, day_sheet
from casework.demo import seed_demo
from casework.draft_word import answer_first_step, ask_anew, choose_smaller, plan_anew, say_parts_right
from casework.facts import SmallerFirstStep
from casework.kept_documents import Order, documents_of, make_ordered, note_made
from casework.letting_go import let_go
from casework.questions import open_questions
from casework.readiness import PlanPart
from casework.safety import SettingKind, UnsafeSetting
from casework.school_day import school_day
from casework.searching import (
    begin_search,
    cancel_search,
    is_searching,
    keep_search,
    look_at_search,
    return_to_last_good,
    use_best_so_far,
)
from casework.settings_news import calendar_news, take_in_calendar
from casework.undoing import put_back, unlock
from planning.items import ItemKind
from planning.needs import HandNeed, KeepLesson, LeaveOutLesson
from planning.outcomes import Found, Interrupted
from planning.plan import PlannedContact
from questionnaire.alerts import Handled
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from questionnaire.vocabulary import Task
from scheduler.alternatives import alternatives
from tests.casework.course_scenarios import COURSE
from tests.casework.keeping_scenarios import KEEPING
from tests.casework.rights_scenarios import RIGHTS
from tests.casework.service_scenarios import SERVICE
from tests.casework.small_week import MONDAY, facts, week
from tests.casework.verb_scenes import AT, Scenario, Scene

ART = QuestionId("AM1")


def plan_of(case: Case) -> Found:
    """The case's plan as it was found."""
    assert case.plan is not None
    assert isinstance(case.plan.outcome, Found)
    return case.plan.outcome


def left_out(case: Case) -> list[HandNeed]:
    """A lesson of the first step left out of it."""
    lesson = plan_of(case).plan.steps[0].lessons[0].lesson.id
    return [settled_about(case, LeaveOutLesson, lesson, last_step=1)]


def an_answer(name: str = "e-1") -> AnswerEvent:
    """The student ticks something."""
    return AnswerEvent(id=EventId(name), question=ART, answer=Answer(ticks=("Bild",)), at=AT)


def interrupted(s: Scene) -> None:
    """The last search ended before its time, with a plan in hand."""
    best = plan_of(s.case).plan
    outcome = Interrupted(seconds=1, contact=PlannedContact(kind=ItemKind.FIKA, date=AT.date()), best=best)
    keep_plan(s.acting("alone", "before"), s.id, outcome)
    s.look()


def changed(s: Scene) -> None:
    """A change by hand."""
    change_plan(s.acting("alone", "before"), s.look(), left_out(s.case))
    s.look()


def undone(s: Scene) -> None:
    """A change by hand that was taken back."""
    changed(s)
    take_back(s.acting("alone", "before"), s.case, s.case.changes[-1].id)
    s.look()


def locked(s: Scene) -> None:
    """A lesson of the first step that is locked by hand."""
    lesson = plan_of(s.look()).plan.steps[0].lessons[0].lesson.id
    change_plan(s.acting("alone", "before"), s.case, [settled_about(s.case, KeepLesson, lesson, last_step=1)])
    s.look()


def looked_among(s: Scene) -> None:
    """Other plans have been looked for, and there are some."""
    begin_choices(s.acting("alone", "before"), s.look())
    looked = choosing._LOOKED[s.store.place, s.id]
    looked.job.finish(alternatives(*at_hand(s.case)))


def searched(s: Scene) -> None:
    """A search goes on, in a worker that the test holds."""
    begin_search(s.by, s.case)


HERE: dict[str, Scenario] = {
    "app_verbs.with_first_day": Scenario(
        lambda s: with_first_day(s.by, s.case), "begun", leaves=("write_facts", "see_case")
    ),
    "app_verbs.make_plan": Scenario(lambda s: make_plan(s.by, s.case)),
    "case_reading.list_cases": Scenario(lambda s: list_cases(s.by)),
    "case_reading.open_case": Scenario(lambda s: open_case(s.by, s.id)),
    "questions.open_questions": Scenario(lambda s: open_questions(s.by, s.id)),
    "cases.create_case": Scenario(lambda s: create_case(s.by, name="Test")),
    "cases.write_facts": Scenario(lambda s: write_facts(s.by, s.id, facts(student="Kim", trusted_person="Sam"))),
    "cases.keep_facts": Scenario(
        lambda s: keep_facts(s.by, s.id, seen=s.case.facts, mine=facts(student="Kim", trusted_person="Sam"))
    ),
    "cases.take_in_timetable": Scenario(lambda s: take_in_timetable(s.by, s.id, week("A"))),
    "school_day.school_day": Scenario(lambda s: school_day(s.by, s.id)),
    "cases.record_answers": Scenario(lambda s: record_answers(s.by, s.id, [an_answer()])),
    "cases.note_handled": Scenario(lambda s: note_handled(s.by, s.id, Handled(question=ART, at=AT, by="rektor"))),
    "cases.note_done": Scenario(
        lambda s: note_done(s.by, s.id, DoneTask(task=next(iter(Task)), question=ART, by="coach", at=AT))
    ),
    "cases.write_unsafe": Scenario(
        lambda s: write_unsafe(s.by, s.id, [UnsafeSetting(kind=SettingKind.ROOM, name="A1")])
    ),
    "cases.mark_summary": Scenario(lambda s: mark_summary(s.by, s.id, [SummaryMark(question=ART, is_right=True)])),
    "cases.ask_again": Scenario(lambda s: ask_again(s.by, s.id)),
    "cases.keep_plan": Scenario(lambda s: keep_plan(s.by, s.id, plan_of(s.case), revision=1)),
    "cases.note_documents": Scenario(lambda s: note_documents(s.by, s.id, s.case.documents), "ready"),
    "changing.change_plan": Scenario(lambda s: change_plan(s.by, s.case, left_out(s.case))),
    "changing.keep_with_reason": Scenario(
        lambda s: keep_with_reason(s.by, s.case, left_out(s.case), "Eleven vill det själv.")
    ),
    "changing.take_back": Scenario(
        lambda s: take_back(s.by, s.case, s.case.changes[-1].id), before=(changed,), leaves=("see_plan", "change_plan")
    ),
    "changing.choose_alternative": Scenario(lambda s: choose_alternative(s.by, s.case, 1)),
    "changing.plan_of_number": Scenario(lambda s: plan_of_number(s.by, s.id, 1)),
    "choosing.begin_choices": Scenario(lambda s: begin_choices(s.by, s.case)),
    "choosing.look_at_choices": Scenario(lambda s: look_at_choices(s.by, s.case)),
    "choosing.stop_choices": Scenario(lambda s: stop_choices(s.by, s.case)),
    "choosing.choose_among": Scenario(lambda s: choose_among(s.by, s.case, 1), before=(looked_among,)),
    "day_sheet.day_sheet": Scenario(
        lambda s: day_sheet(s.by, MONDAY), leaves=("see_list", "see_case"), guards_nothing="each sees their own day"
    ),
    "day_sheet.coach_day": Scenario(
        lambda s: coach_day(s.by, MONDAY), leaves=("see_list", "see_case"), guards_nothing="each sees their own day"
    ),
    "demo.seed_demo": Scenario(lambda s: seed_demo(s.by)),
    "settings_news.calendar_news": Scenario(lambda s: calendar_news(s.by, s.id, s.folder)),
    "settings_news.take_in_calendar": Scenario(lambda s: take_in_calendar(s.by, s.id, s.folder)),
    "draft_word.say_parts_right": Scenario(
        lambda s: say_parts_right(s.by, s.case, [PlanPart.TIMES]), leaves=("answer", "see_case", "make_plan")
    ),
    "draft_word.answer_first_step": Scenario(
        lambda s: answer_first_step(s.by, s.case, Choice.NO, lambda *_: None), leaves=("answer", "see_case")
    ),
    "draft_word.plan_anew": Scenario(lambda s: plan_anew(s.by, s.case), leaves=("make_plan", "see_case")),
    "draft_word.ask_anew": Scenario(lambda s: ask_anew(s.by, s.case), leaves=("see_case",)),
    "draft_word.choose_smaller": Scenario(
        lambda s: choose_smaller(s.by, s.case, SmallerFirstStep.HALF_TIME, lambda *_: None),
        leaves=("write_facts", "answer", "see_case"),
    ),
    "kept_documents.note_made": Scenario(lambda s: note_made(s.by, s.case, s.more), before=(  # type: ignore[arg-type]  # made just before
        lambda s: setattr(s, "more", make_ordered(s.case, Order(names=("plan.csv",)))),
    )),
    "kept_documents.documents_of": Scenario(lambda s: documents_of(s.by, s.case, ("plan.csv",))),
    "letting_go.let_go": Scenario(lambda s: let_go(s.by, s.case, s.case.changes[-1].id), before=(changed,)),
    "searching.begin_search": Scenario(
        lambda s: begin_search(s.by, s.case), "begun", leaves=("make_plan", "write_facts", "see_case")
    ),
    "searching.is_searching": Scenario(lambda s: is_searching(s.by, s.id)),
    "searching.look_at_search": Scenario(lambda s: look_at_search(s.by, s.id)),
    "searching.cancel_search": Scenario(lambda s: cancel_search(s.by, s.id)),
    "searching.keep_search": Scenario(lambda s: keep_search(s.by, s.id)),
    "searching.use_best_so_far": Scenario(
        lambda s: use_best_so_far(s.by, s.case), before=(interrupted,), leaves=("make_plan", "see_case")
    ),
    "searching.return_to_last_good": Scenario(lambda s: return_to_last_good(s.by, s.case)),
    "undoing.put_back": Scenario(
        lambda s: put_back(s.by, s.case, s.case.taken_back[-1].id), before=(undone,), leaves=("see_plan", "change_plan")
    ),
    "undoing.unlock": Scenario(
        lambda s: unlock(s.by, s.case, plan_of(s.case).plan.steps[0].lessons[0].lesson.id, 1), before=(locked,)
    ),
}  # fmt: skip
SCENARIOS = HERE | COURSE | KEEPING | RIGHTS | SERVICE
