"""`case course` and `case move`: where a case stands and what comes next, and a move of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from casework.app_verbs import the_store
from casework.course_look import CourseLook, course_look
from casework.course_verbs import VERBS
from casework.course_words import say_details, say_headline, say_look, say_move_line, say_reminders, say_what_waits
from casework.plan_command import ExitStatus
from exports.decision_values import read_date
from planning.errors import BadInput
from planning.workflow.moves import Ending, Given, Heard, MoveName
from storage.records import CaseId
from wording.course import say_move
from wording.course_difference import say_difference
from wording.language import tr

Say = Callable[[str], None]
_DATES = ("day", "consented_on", "attendance_closed")


def course(case_id: str, say: Say) -> ExitStatus:
    """Says where the case stands, what can be done and what that waits for, what differs, and what has been done."""
    look = course_look(the_store(), CaseId(case_id))
    say(say_headline(look))
    for line in say_look(look):
        say(f"  {line}")
    for offered in look.offered:
        say(f"{offered.row.name.value}: {say_move(offered.row.name)}")
        for line in (*say_what_waits(offered), *say_reminders(offered.reminders)):
            say(f"  – {line}")
    _say_difference(look, say)
    for move in look.moves:
        say(say_move_line(move))
        for line in say_details(move):
            say(f"  – {line}")
    return ExitStatus.DONE


def make(case_id: str, name: str, given: Given, say: Say) -> ExitStatus:
    """Makes the move and says where the case stands then."""
    store = the_store()
    made = VERBS[MoveName(name)](store, CaseId(case_id), given)
    say(say_move_line(made))
    say(say_headline(course_look(store, CaseId(case_id))))
    return ExitStatus.DONE


def _say_difference(look: CourseLook, say: Say) -> None:
    if look.difference is None or look.sent is None:
        return
    say(tr("Det här skiljer från version {version}", version=look.sent.version))
    for line in say_difference(look.difference):
        say(f"  – {line}")


def register(verbs: Any, of_case: Callable[[Any, str, str], Any], say: Say) -> None:
    """Add the two verbs to those of a case."""
    of_case(verbs, "course", "where the case stands and what comes next").set_defaults(run=lambda a: course(a.id, say))
    verb = of_case(verbs, "move", "make a move of the case's course")
    verb.add_argument("move", choices=[name.value for name in VERBS])
    for name in _DATES:
        verb.add_argument(f"--{name.replace('_', '-')}", default="", metavar="DATE")
    verb.add_argument("--note", default="")
    verb.add_argument("--point", action="append", default=[], help="what is to be completed; once for each")
    verb.add_argument("--heard", action="append", default=[], choices=[who.value for who in Heard])
    verb.add_argument("--ending", choices=[ending.value for ending in Ending])
    verb.add_argument("--decided-by", default="", help="name and title of who decided outside the app")
    verb.add_argument("--other-area", action="store_true", help="the coach works in another area of secrecy")
    verb.set_defaults(run=lambda a: make(a.id, a.move, _given(a), say))


def _given(arguments: argparse.Namespace) -> Given:
    days = {name: _date(name, getattr(arguments, name)) for name in _DATES}
    return Given(
        **days, note=arguments.note, points=tuple(arguments.point), heard=tuple(map(Heard, arguments.heard)),
        ending=Ending(arguments.ending) if arguments.ending else None, decided_by=arguments.decided_by,
        other_area=arguments.other_area,
    )  # fmt: skip


def _date(name: str, text: str) -> Any:
    day = read_date(text) if text else None
    if text and day is None:
        raise BadInput("date_form", field=f"--{name.replace('_', '-')}")
    return day
