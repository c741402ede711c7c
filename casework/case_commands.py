"""`case …`: the app's verbs on the kept cases of this computer: begin here, go on there."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from uuid import uuid4

from casework import (
    change_commands,
    course_commands,
    data_commands,
    day_sheet_commands,
    decision_commands,
    paper_commands,
    to_do_commands,
)
from casework import now as clock
from casework.answer_forms import said_short
from casework.app_verbs import look_into, make_plan, must_be_handled, the_store
from casework.before_sending import what_waits
from casework.case import Case
from casework.case_file import check_question
from casework.cases import create_case, list_cases, note_handled, open_case, record_answers, take_in_timetable
from casework.kept_documents import documents_of, dossier_of
from casework.plan_command import ExitStatus, refuse, say_alerts, say_what_waits, write_all
from interop.choices import TimetableChoice, Unit
from planning.errors import BadInput, NotAllowed
from planning.outcomes import Conflict, Found, Interrupted
from planning.stories import tell
from planning.timetable import Timetable
from questionnaire.alerts import LONGEST_NOTE, Handled
from questionnaire.answers import Answer, AnswerEvent, AnswerSheet, EventId, QuestionId, asked_of
from questionnaire.bank import load_bank
from questionnaire.checking import check_answers
from questionnaire.options import options_for
from questionnaire.route import Route, next_item
from questionnaire.summary import summarise
from storage.records import CaseId
from wording.bank_words import said_in
from wording.conflict import ConflictText, say_conflict, say_interrupted
from wording.doubts import say_doubt
from wording.language import tr
from wording.steps import say_story
from wording.topics import say_topic

Say = Callable[[str], None]


def new(name: str, say: Say) -> ExitStatus:
    """A new case; says its id."""
    say(create_case(the_store(), name=name))
    return ExitStatus.DONE


def show_all(say: Say) -> ExitStatus:
    """Every case: id, name, how far it has come."""
    for summary in list_cases(the_store()):
        say(f"{summary.id}  {summary.name}  {summary.stage.value}")
    return ExitStatus.DONE


def timetable(case_id: str, file: Path, group: str | None, unit: Unit | None, say: Say) -> ExitStatus:
    """Takes the ordinary timetable in; says what could not be understood."""
    try:
        content = file.read_bytes()
    except (OSError, ValueError):
        raise BadInput("file_missing", file=file.name) from None
    look = look_into(content, file.name, TimetableChoice(group=group, unit=unit))
    take_in_timetable(the_store(), CaseId(case_id), look.timetable, look.doubts)
    for doubt in look.doubts:
        say(say_doubt(doubt.where, doubt.code, doubt.raw))
    return ExitStatus.DONE


def answer(case_id: str, given: Iterable[str], say: Say) -> ExitStatus:
    """Records answers such as «SO1=yes» and «AM1=Bild,Musik», and says the next question of the short route."""
    store = the_store()
    case = open_case(store, CaseId(case_id))
    if case.timetable is None:
        raise NotAllowed("timetable_first")
    events = [_event(one, case.timetable) for one in given]
    sheet = AnswerSheet(answers={event.question: event.answer for event in events if event.answer})
    for problem in check_answers(load_bank(), sheet, case.timetable):
        raise problem.as_error("case answer")
    record_answers(store, case.id, events)
    asked = next_item(load_bank(), open_case(store, case.id).sheet, Route.SHORT)
    if asked is None:
        say(tr("Alla frågor på den korta vägen har svar."))
        return ExitStatus.DONE
    boxes = ", ".join(f"{option.code} ({said_in(option)})" for option in options_for(asked, case.timetable))
    say(f"{asked.id}: {said_in(asked)} [{boxes or 'yes, no, dont_know, skip'}]")
    return ExitStatus.DONE


def _event(given: str, timetable: Timetable) -> AnswerEvent:
    question, separator, value = given.partition("=")
    if not separator or not value:
        raise BadInput("answer_form", field=given)
    item = load_bank().by_id.get(QuestionId(question))
    boxes = {option.code for option in options_for(item, timetable)} if item else set()
    is_list = "," in value and value not in boxes
    short = {"ticks": value.split(",")} if is_list else said_short(question, value)
    answer = Answer.model_validate({"by": asked_of(QuestionId(question)), **short})
    return AnswerEvent(id=EventId(str(uuid4())), question=QuestionId(question), answer=answer, at=clock.now())


def summary(case_id: str, say: Say) -> ExitStatus:
    """«Så här har jag förstått dig»."""
    case = open_case(the_store(), CaseId(case_id))
    for line in summarise(load_bank(), case.sheet).lines:
        labels = ", ".join(said_in(label) for label in line.labels)
        say(f"{line.group.value} · {say_topic(line.topic)}: {said_in(line.text)} {labels}".strip())
    return ExitStatus.DONE


def handled(case_id: str, question: str, by: str, second: str = "") -> ExitStatus:
    """Notes that a duty to act is taken care of: who, when and the second person, nothing more."""
    check_question(question, "handled")
    if len(second) > LONGEST_NOTE:
        raise BadInput("case_field", field="second", problem="string_too_long", limit=LONGEST_NOTE)
    note = Handled(question=QuestionId(question), at=clock.now(), by=by, second=second)
    note_handled(the_store(), CaseId(case_id), note)
    return ExitStatus.DONE


def plan(case_id: str, say: Say) -> ExitStatus:
    """Plans, keeps what it came to, and says the steps or the conflict."""
    store = the_store()
    case = open_case(store, CaseId(case_id))
    if alerts := must_be_handled(case):
        say_alerts(alerts, say)
        return ExitStatus.DUTY_FIRST
    outcome = make_plan(store, case)
    match outcome:
        case None:
            raise NotAllowed("timetable_first")
        case Found():
            _say_steps(open_case(store, case.id), say)
            return ExitStatus.DONE
        case Conflict():
            _say_why_not(say_conflict(outcome, case.timetable), say)
        case Interrupted():
            _say_why_not(say_interrupted(outcome), say)
    return ExitStatus.NO_PLAN


def _say_why_not(text: ConflictText, say: Say) -> None:
    say(text.headline)
    for line in (*text.colliding, *text.notes, *text.ways_out, text.contact):
        say(f"  {line}")


def _say_steps(case: Case, say: Say) -> None:
    """Says what is new in each step of the kept plan."""
    dossier = dossier_of(case)
    for story in tell(dossier.problem, dossier.plan):
        say(f"{story.number}: {'; '.join(say_story(story).new)}")


def documents(
    case_id: str, out: Path, say: Say, *, is_final: bool = False, is_confirmed: bool = False
) -> ExitStatus:
    """Writes the documents of the kept plan: the proposal as a draft while something is missing in it.

    When it `is_final` nothing is written then. Of a protected student nothing is written unless it `is_confirmed`.
    """
    store = the_store()
    case = open_case(store, CaseId(case_id))
    if alerts := must_be_handled(case):
        say_alerts(alerts, say)
        return ExitStatus.DUTY_FIRST
    dossier = dossier_of(case)
    waiting = what_waits(dossier)
    if is_final and not waiting.is_nothing:
        return refuse(waiting, dossier, say)
    made = documents_of(store, case, is_draft=not waiting.is_nothing, is_confirmed=is_confirmed)
    write_all(out, made)
    for name in made:
        say(name)
    say_what_waits(waiting, dossier, say)
    return ExitStatus.DONE


def register(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the verbs to a command line."""
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    verb = verbs.add_parser("new", help="begin a case; prints its id")
    verb.add_argument("--name", default="", help="first name or initials")
    verb.set_defaults(run=lambda a: new(a.name, say))
    verbs.add_parser("list", help="every case and how far it has come").set_defaults(run=lambda _: show_all(say))
    verb = _of_case(verbs, "timetable", "take in the ordinary timetable")
    verb.add_argument("file", type=Path)
    verb.add_argument("--group")
    verb.add_argument("--unit", choices=("class", "student_path"))
    verb.set_defaults(run=lambda a: timetable(a.id, a.file, a.group, a.unit, say))
    verb = _of_case(verbs, "answer", "record answers (SO1=yes AM1=Bild,Musik); prints the next question")
    verb.add_argument("answers", nargs="*")
    verb.set_defaults(run=lambda a: answer(a.id, a.answers, say))
    _of_case(verbs, "summary", "how the answers were understood").set_defaults(run=lambda a: summary(a.id, say))
    verb = _of_case(verbs, "handled", "note that a duty to act is taken care of")
    verb.add_argument("question")
    verb.add_argument("--by", required=True, help="role or initials")
    verb.add_argument("--second", default="", help="the second person who shares it: role or initials")
    verb.set_defaults(run=lambda a: handled(a.id, a.question, a.by, a.second))
    to_do_commands.register(verbs, say)
    day_sheet_commands.register(verbs, say)
    change_commands.register(verbs, _of_case, say)
    _of_case(verbs, "plan", "plan, and keep the plan").set_defaults(run=lambda a: plan(a.id, say))
    verb = _of_case(verbs, "documents", "write the documents of the kept plan")
    verb.add_argument("--out", type=Path, required=True)
    verb.add_argument("--final", action="store_true", help="no draft: write nothing while the proposal lacks something")
    verb.add_argument("--confirmed", action="store_true", help="of a protected student: you know where the files go")
    verb.set_defaults(run=lambda a: documents(a.id, a.out, say, is_final=a.final, is_confirmed=a.confirmed))
    paper_commands.register(verbs, _of_case, say)
    decision_commands.register(verbs, _of_case, say)
    course_commands.register(verbs, _of_case, say)
    data_commands.register(verbs, _of_case, say)


def _of_case(verbs: Any, name: str, what: str) -> argparse.ArgumentParser:
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=what)
    verb.add_argument("id", help="id of the case")
    return verb
