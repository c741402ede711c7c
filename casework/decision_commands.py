"""`case decision` and `case sign`: the school's decision read back, and a proposal signed with a key of one's own."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from typing import Any

from casework.app_verbs import the_store
from casework.decision_words import confirmed, to_look_at, way_on, worth_knowing
from casework.plan_command import ExitStatus, write_beside
from casework.returned_decision import (
    ByHand,
    keep_returned,
    read_returned,
    register_decision,
    the_roots,
    written_by_hand,
)
from exports.decision_form import PRINCIPAL_SIGNS
from exports.decision_values import read_date
from exports.signatures import sign
from planning.decided import Decided, Ruling
from planning.errors import BadInput
from storage.records import CaseId
from wording.language import tr
from wording.returned_words import decided_rows

Say = Callable[[str], None]
_DATES = ("valid_from", "valid_to", "decided_on", "received_on")
_WORDS = ("reasons", "decided_by", "reference")


def look(case_id: str, file: Path, say: Say, *, keeps: bool = False, received_on: str = "") -> ExitStatus:
    """Says what the file holds and what differs; keeps the decision when that is asked for and nothing hinders."""
    store, roots, content = the_store(), the_roots(), _content(file)
    found = read_returned(store, CaseId(case_id), content, roots)
    if found.decided is not None:
        _say(found.decided, say)
    for line in (*confirmed(found), *worth_knowing(found), *to_look_at(found)):
        say(f"– {line}")
    if found.hindrance:
        say(way_on(found))
        return ExitStatus.BAD_INPUT
    if keeps:
        keep_returned(store, CaseId(case_id), content, roots, received_on=_date("received_on", received_on))
        say(tr("Beslutet är sparat."))
    return ExitStatus.DONE


def by_hand(case_id: str, given: dict[str, str], say: Say, *, keeps: bool) -> ExitStatus:
    """Says the decision as it was written in from paper; keeps it when that is asked for."""
    dates = {name: _date(name, given.get(name, "")) for name in _DATES}
    words = {name: given.get(name, "") for name in _WORDS}
    written = ByHand(code=given["code"], ruling=Ruling(given["ruling"]), **dates, **words)
    decided = written_by_hand(the_store(), CaseId(case_id), written)
    _say(decided, say)
    if keeps:
        register_decision(the_store(), CaseId(case_id), decided)
        say(tr("Beslutet är sparat."))
    return ExitStatus.DONE


def sign_file(file: Path, key: Path, out: Path, place: str, ask: Callable[[str], str], say: Say) -> ExitStatus:
    """Writes the file signed with that key. The password is asked for and stands nowhere."""
    password = ask(tr("Nyckelns lösenord: "))
    signed = sign(_content(file), _content(key), password, place)
    write_beside(out.parent, {out.name: signed})
    say(out.name)
    return ExitStatus.DONE


def _say(decided: Decided, say: Say) -> None:
    for label, value in decided_rows(decided):
        say(f"{label}: {value}")


def _date(name: str, text: str) -> dt.date | None:
    day = read_date(text) if text else None
    if text and day is None:
        raise BadInput("date_form", field=f"--{name.replace('_', '-')}")
    return day


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except (OSError, ValueError):
        raise BadInput("file_missing", file=file.name) from None


def register(verbs: Any, of_case: Callable[[Any, str, str], Any], say: Say) -> None:
    """Add the two verbs to those of a case."""
    verb = of_case(verbs, "decision", "look at the decision that the school has returned")
    verb.add_argument("file", type=Path, nargs="?", help="the returned PDF")
    verb.add_argument("--keep", action="store_true", help="keep it in the case")
    verb.add_argument("--by-hand", action="store_true", help="from paper, with --code and --ruling")
    verb.add_argument("--code", default="", help="beside the QR code on the decision's page")
    verb.add_argument("--ruling", choices=[each.value for each in Ruling])
    for name in (*_DATES, *_WORDS):
        verb.add_argument(f"--{name.replace('_', '-')}", default="", metavar="DATE" if name in _DATES else "TEXT")
    verb.set_defaults(run=lambda a: _decision(a, say))
    verb = verbs.add_parser("sign", help="sign a proposal with a p12 key")
    verb.add_argument("file", type=Path)
    verb.add_argument("--key", type=Path, required=True, metavar="KEY.p12")
    verb.add_argument("--out", type=Path, required=True, metavar="SIGNED.pdf")
    verb.add_argument("--place", default=PRINCIPAL_SIGNS, help="name of the signature's field")
    verb.set_defaults(run=lambda a: sign_file(a.file, a.key, a.out, a.place, getpass, say))


def _decision(given: argparse.Namespace, say: Say) -> ExitStatus:
    if given.by_hand:
        if not given.ruling:
            raise BadInput("returned_undecided", field="--ruling")
        return by_hand(given.id, vars(given), say, keeps=given.keep)
    if given.file is None:
        raise BadInput("file_missing", field="FILE")
    return look(given.id, given.file, say, keeps=given.keep, received_on=given.received_on)
