"""`case export|correct|erase|retention`: what a student has a right to, without a screen."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from casework.app_verbs import the_store
from casework.cases import open_case
from casework.data_export import ZIP_NAME, export_data
from casework.data_gathering import For
from casework.erasure import AskedFor, ask_erasure, confirm_erasure, erasure_report, withdraw_erasure
from casework.now import SCHOOL_TIME
from casework.plan_command import ExitStatus, write_beside
from casework.rectify import Corrected, correct_facts, corrections_of, with_values
from casework.retention import DAYS_AHEAD, due_within, plan_in_force
from planning.errors import BadInput
from storage.records import CaseId
from wording.clock import written_date
from wording.erasure_words import (
    say_ask_for_key,
    say_asked,
    say_asked_now,
    say_correction,
    say_count,
    say_due,
    say_erased,
    say_hindrance,
    say_issued_again,
    say_no_corrections,
    say_no_plan,
    say_none_due,
    say_nothing_hinders,
    say_withdrawn,
)
from wording.extract_words import say_field

Say = Callable[[str], None]


def export(case_id: str, out: Path, receiver: For, say: Say, *, is_confirmed: bool) -> ExitStatus:
    """Writes the extract of everything that is kept."""
    content = export_data(the_store(), CaseId(case_id), receiver, is_confirmed=is_confirmed)
    write_beside(out, {ZIP_NAME: content})
    say(ZIP_NAME)
    return ExitStatus.DONE


def correct(case_id: str, given: Iterable[str], reason: str, say: Say) -> ExitStatus:
    """Puts values right («document.school.class_name=9B»), or lists what has been put right. Says old and new."""
    store = the_store()
    values = dict(map(_value, given))
    if values:
        facts = with_values(open_case(store, CaseId(case_id)).facts, values)
        told: tuple[Corrected, ...] = (correct_facts(store, CaseId(case_id), facts, reason=reason),)
    else:
        told = corrections_of(store, CaseId(case_id))
    for one in told:
        say(say_correction(written_date(one.correction.at.astimezone(SCHOOL_TIME).date()), one.correction.reason))
        for change in one.changes:
            say(f"  {say_field(change.field)}: {_written(change.before)} → {_written(change.after)}")
        if one.correction.issued_again:
            say(f"  {say_issued_again(one.correction.issued_again)}")
    if not told:
        say(say_no_corrections())
    return ExitStatus.DONE


def _value(given: str) -> tuple[str, object]:
    """The place and the value: JSON where it is that, else the text itself."""
    place, separator, text = given.partition("=")
    if not separator:
        raise BadInput("no_such_field", field=given)
    try:
        return place, json.loads(text)
    except (ValueError, RecursionError):
        return place, text


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def erase(case_id: str, say: Say) -> ExitStatus:
    """Says what an erasure would take away and what stands in the way. Changes nothing."""
    report = erasure_report(the_store(), CaseId(case_id))
    for kind, count in report.by_class.items():
        say(say_count(kind.value, count))
    for one in report.hindered:
        say(say_hindrance(one.why.value, one.until))
    if report.asked is not None:
        say(say_asked(_day(report.asked.at), _day(report.asked.until)))
    elif report.is_possible:
        say(say_nothing_hinders())
    return ExitStatus.DONE


def ask(case_id: str, say: Say) -> ExitStatus:
    """Asks for an erasure; another person confirms."""
    asked: AskedFor = ask_erasure(the_store(), CaseId(case_id))
    say(say_asked_now(_day(asked.until)))
    return ExitStatus.DONE


def withdraw(case_id: str, say: Say) -> ExitStatus:
    """Takes back what was asked for."""
    withdraw_erasure(the_store(), CaseId(case_id))
    say(say_withdrawn())
    return ExitStatus.DONE


def confirm(case_id: str, say: Say) -> ExitStatus:
    """Erases. Where one coach is alone the printed key is read from standard input, so that no history keeps it."""
    store = the_store()
    key = ""
    if store.actor.is_alone:
        say(say_ask_for_key())
        key = sys.stdin.readline()
    confirm_erasure(store, CaseId(case_id), recovery_key=key)
    say(say_erased())
    return ExitStatus.DONE


def retention(days: int, say: Say) -> ExitStatus:
    """Lists the cases that are due within so many days. Raises `BadInput` when the municipality's plan is broken."""
    in_force = plan_in_force()
    if in_force.fault is not None:
        raise in_force.fault
    if in_force.plan is None:
        say(say_no_plan())
        return ExitStatus.DONE
    due = due_within(the_store(), days)
    for one in due:
        say(say_due(one.case_id, one.due_on))
        for hindered in one.hindered:
            say(f"  {say_hindrance(hindered.why.value, hindered.until)}")
    if not due:
        say(say_none_due(days))
    return ExitStatus.DONE


def _day(moment: dt.datetime) -> str:
    return written_date(moment.astimezone(SCHOOL_TIME).date())


def register(verbs: Any, of_case: Callable[[Any, str, str], Any], say: Say) -> None:
    """Add the verbs to those of a case."""
    verb = of_case(verbs, "export", "write everything that is kept of the student, as utdrag.zip")
    verb.add_argument("--out", type=Path, required=True, metavar="DIR")
    verb.add_argument("--for", dest="receiver", choices=[each.value for each in For], default=For.STUDENT.value)
    verb.add_argument("--protected", action="store_true", help="the identity is protected, and it may leave")
    verb.set_defaults(run=lambda a: export(a.id, a.out, For(a.receiver), say, is_confirmed=a.protected))
    verb = of_case(verbs, "correct", "put facts right (FIELD=VALUE), or list what has been put right")
    verb.add_argument("values", nargs="*", metavar="FIELD=VALUE")
    verb.add_argument("--reason", default="", help="why; kept beside what stood there")
    verb.set_defaults(run=lambda a: correct(a.id, a.values, a.reason, say))
    verb = of_case(verbs, "erase", "say what an erasure would take away; with a flag: ask, confirm, withdraw")
    part = verb.add_mutually_exclusive_group()
    part.add_argument("--ask", dest="part", action="store_const", const=ask, help="ask for it")
    part.add_argument("--confirm", dest="part", action="store_const", const=confirm, help="a second person: erase")
    part.add_argument("--withdraw", dest="part", action="store_const", const=withdraw, help="take it back")
    verb.set_defaults(run=lambda a: (a.part or erase)(a.id, say))
    verb = verbs.add_parser("retention", help="which cases are soon to be erased, by the municipality's own plan")
    verb.add_argument("--days", type=int, default=DAYS_AHEAD)
    verb.set_defaults(run=lambda a: retention(a.days, say))
