"""`plan CASE.json --out DIR`: the main job without a screen."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from enum import IntEnum
from pathlib import Path
from typing import Any

from casework import now as clock
from casework.alternatives_report import alternatives_report
from casework.before_sending import Waiting, what_waits
from casework.before_sending_words import say_waiting
from casework.case_file import CaseFile, read_case_file, with_file
from casework.documents import DOCUMENTS, make_documents
from casework.dossier import Dossier
from casework.proposing import problem_of, propose
from casework.report import conflict_report, interrupted_report, plan_report
from interop.choices import doubts_of
from planning.errors import BadInput
from planning.outcomes import Conflict, Found, Interrupted
from planning.plan import Plan
from planning.problem import Problem
from planning.timetable import Timetable
from questionnaire.alerts import Alert, alerts_from, open_alerts
from questionnaire.bank import load_bank
from scheduler.alternatives import alternatives
from wording.alerts import say_alert
from wording.doubts import say_doubt
from wording.language import tr

Say = Callable[[str], None]

PLAN_FILE = "plan.json"
CONFLICT_FILE = "conflict.json"


class ExitStatus(IntEnum):
    """What a command came to, for whoever called it."""

    DONE = 0
    BAD_INPUT = 2
    NO_PLAN = 3
    DUTY_FIRST = 4
    INCOMPLETE = 5
    """The proposal was asked for real, and something is missing."""


def plan(case_path: Path, out: Path, say: Say, *, is_final: bool = False) -> ExitStatus:
    """Reads the case, plans, and writes the files. Raises `BadInput` naming file and field.

    While something is missing in the proposal it is written as a draft; when it `is_final` nothing is written then.
    """
    case, reading = read_case_file(case_path)
    for doubt in doubts_of(reading):
        say(say_doubt(doubt.where, doubt.code, doubt.raw))
    alerts = open_alerts(alerts_from(load_bank(), case.sheet), case.handled)
    if alerts:
        say_alerts(alerts, say)
        return ExitStatus.DUTY_FIRST
    problem = _problem(case, reading.timetable, case_path.name)
    match propose(problem):
        case Found(plan=found):
            dossier = _dossier(case, problem, found)
            waiting = what_waits(dossier)
            if is_final and not waiting.is_nothing:
                return refuse(waiting, dossier, say)
            dossier = dossier.model_copy(update={"is_draft": not waiting.is_nothing})
            others = alternatives_report(alternatives(problem, found))
            report = {**plan_report(case, problem, found), "alternatives": others}
            files = {PLAN_FILE: _json(report), **make_documents(dossier)}
            write_all(out, files)
            say(tr("Planen har {n} steg och ligger i {folder}.", n=len(found.steps), folder=out))
            say_what_waits(waiting, dossier, say)
            return ExitStatus.DONE
        case Conflict() as conflict:
            report = conflict_report(conflict, problem.timetable)
        case Interrupted() as outcome:
            report = interrupted_report(outcome)
    write_all(out, {CONFLICT_FILE: _json(report)})
    _say_why_not(report, say)
    return ExitStatus.NO_PLAN


def _dossier(case: CaseFile, problem: Problem, plan: Plan) -> Dossier:
    return Dossier(
        case_id=_case_id(case),
        problem=problem,
        plan=plan,
        facts=case.facts,
        sheet=case.sheet,
        handled=case.handled,
        date=problem.steps[0].first_day,
    )


def _problem(case: CaseFile, timetable: Timetable, file: str) -> Problem:
    """The planning problem of the case; `BadInput` names the file as well as the field."""
    try:
        return problem_of(case.facts, timetable, case.sheet, today=clock.today(), important=case.most_important)
    except BadInput as error:
        raise with_file(error, file) from None


def _say_why_not(report: Mapping[str, Any], say: Say) -> None:
    """What collides and whose it is, what could open a way, and the contact meanwhile."""
    say(report["headline"])
    for line in (
        *(need["sentence"] for need in report["needs"]),
        *report["notes"],
        *(way["sentence"] for way in report["ways_out"]),
        report["contact"]["sentence"],
    ):
        say(f"  {line}")


def say_what_waits(waiting: Waiting, dossier: Dossier, say: Say) -> None:
    """Why the proposal is a draft, to the coach, and where to fill in what is missing; nothing when it is none."""
    if not waiting.is_nothing:
        say(tr("Förslaget till skolan är ett utkast så länge något av det här är kvar:"))
        _say_list(waiting, dossier, say)


def refuse(waiting: Waiting, dossier: Dossier, say: Say) -> ExitStatus:
    """Why the final proposal is not written, to the coach, and where to fill in what is missing."""
    say(tr("Förslaget är inte färdigt, så inget skrevs. Det här är kvar:"))
    _say_list(waiting, dossier, say)
    return ExitStatus.INCOMPLETE


def _say_list(waiting: Waiting, dossier: Dossier, say: Say) -> None:
    for line in say_waiting(waiting, dossier.document):
        say(f"  – {line}")


def say_alerts(alerts: tuple[Alert, ...], say: Say) -> None:
    """Calm words to the coach: what comes first, and what to do. No document is written."""
    for alert in alerts:
        text = say_alert(alert)
        say(text.title)
        say(text.body)
        for line in text.todo:
            say(f"  – {line}")
    say(tr("När det är omhändertaget: skriv vem och när under «handled» i ärendet och kör igen."))


def _case_id(case: CaseFile) -> str:
    """The same case has the same id each time, so that a calendar is updated and not doubled."""
    known = json.dumps([case.student, case.timetable.file, case.timetable.group], ensure_ascii=False)
    return hashlib.sha256(known.encode()).hexdigest()[:32]


def _json(report: dict[str, Any]) -> bytes:
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise BadInput("folder_cannot_be_made", file=str(out), field="--out") from None


def write_all(out: Path, files: Mapping[str, bytes]) -> None:
    """Each file is whole or not there; what an earlier run left of the other outcome is taken away."""
    _make_folder(out)
    for stale in sorted({PLAN_FILE, CONFLICT_FILE, *DOCUMENTS} - files.keys()):
        try:
            (out / stale).unlink(missing_ok=True)
        except OSError:
            raise BadInput("file_cannot_be_removed", file=stale, field="--out") from None
    write_beside(out, files)


def write_beside(out: Path, files: Mapping[str, bytes]) -> None:
    """Each file is whole or not there; what else lies in the folder is left alone."""
    _make_folder(out)
    for name, content in files.items():
        try:
            _write_whole(out / name, content)
        except OSError:
            raise BadInput("file_cannot_be_written", file=name, field="--out") from None


def _write_whole(path: Path, content: bytes) -> None:
    """First under another name, then in its place, so that nobody meets half a file."""
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as half:
            half.write(content)
            half.flush()
            # Without this a power cut can leave the name without what it names.
            os.fsync(half.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
