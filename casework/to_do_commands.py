"""`case todo ID`: the coach's list without a screen, and a task noted as done."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from casework.app_verbs import the_store
from casework.cases import note_done, open_case
from casework.plan_command import ExitStatus
from casework.to_do import noted, work_list
from casework.to_do_words import all_lines
from storage.records import CaseId
from wording.language import tr

Say = Callable[[str], None]


def to_do(case_id: str, done: int | None, by: str, say: Say) -> ExitStatus:
    """Says the list. With `done`, notes first that the task of that number is done: who and when, nothing more."""
    store = the_store()
    case = open_case(store, CaseId(case_id))
    if done is not None:
        waiting = dict(enumerate(work_list(case).open, 1)).get(done)
        if waiting is None or not by.strip():
            say(tr("Skriv numret på en uppgift som väntar, och vem som har gjort den: --done 1 --by KE."))
            return ExitStatus.BAD_INPUT
        note_done(store, case.id, noted(case, waiting, by.strip()))
        case = open_case(store, case.id)
    lines = tuple(all_lines(work_list(case), case.sheet.answers))
    for line in lines or (tr("Ingenting väntar på dig just nu."),):
        say(line)
    return ExitStatus.DONE


def register(verbs: Any, say: Say) -> None:
    """Add the verb to `case`."""
    verb: argparse.ArgumentParser = verbs.add_parser("todo", help="what the answers ask the coach to do")
    verb.add_argument("id", help="id of the case")
    verb.add_argument("--done", type=int, metavar="NUMBER", help="note that the task of that number is done")
    verb.add_argument("--by", default="", help="role or initials of who did it")
    verb.set_defaults(run=lambda a: to_do(a.id, a.done, a.by, say))
