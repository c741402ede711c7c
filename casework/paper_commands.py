"""`case form` and `case key`: the questionnaire on paper, out of the program and in again."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from uuid import uuid4

from casework import now as clock
from casework.app_verbs import the_store
from casework.case import Case
from casework.cases import open_case, record_answers
from casework.paper import BadLine, KeyedLine, mark_of_form, paper_files, print_form, read_lines
from casework.paper_words import other_edition
from casework.plan_command import ExitStatus, write_beside
from planning.errors import BadInput, NotAllowed
from planning.needs.base import Respondent
from planning.timetable import Timetable
from questionnaire.answers import AnswerEvent, EventId, asked_of
from questionnaire.paper_rows import Form
from storage.records import CaseId
from wording.language import tr, trn

Say = Callable[[str], None]
STANDARD_INPUT = "-"
FILLED_IN_BY = (Respondent.STUDENT, Respondent.GUARDIAN, Respondent.COACH)


def form(case_id: str, out: Path, name: str, say: Say) -> ExitStatus:
    """Writes every form, in both languages. `name` is printed only when it is given."""
    case = open_case(the_store(), CaseId(case_id))
    timetable = _timetable(case)
    files = {
        file: print_form(timetable, case.sheet, which, language, name=name)
        for file, (which, language) in paper_files().items()
    }
    write_beside(out, files)
    for file in files:
        say(file)
    return ExitStatus.DONE


def key(case_id: str, file: str, which: Form, by: Respondent | None, mark: str, say: Say) -> ExitStatus:
    """Records the lines of a filled form («PL6 1 3», «12 j»): each whole or not at all, the bad ones told of."""
    store = the_store()
    case = open_case(store, CaseId(case_id))
    timetable = _timetable(case)
    if mark and mark.casefold() != mark_of_form(timetable, which):
        say(other_edition())
        return ExitStatus.BAD_INPUT
    read = tuple(read_lines(_lines(file), timetable, which))
    events = tuple(events_of(case, (line for line in read if isinstance(line, KeyedLine)), by))
    if events:
        record_answers(store, case.id, events)
    say(trn("{n} svar är sparat.", "{n} svar är sparade.", len(events)))
    bad = [line for line in read if isinstance(line, BadLine)]
    for line in bad:
        say(tr("Rad {n}: {message}", n=line.line, message=line.message))
    return ExitStatus.BAD_INPUT if bad else ExitStatus.DONE


def events_of(case: Case, lines: Iterable[KeyedLine], by: Respondent | None) -> Iterable[AnswerEvent]:
    """The lines as answers given now, one after the other, later than all that the case has.

    `by` filled in the student's form; the guardians' questions are theirs alone.
    """
    latest = max((event.at for event in case.events), default=clock.now())
    at = max(clock.now(), latest)
    for line in lines:
        if line.answer is not None:
            at += dt.timedelta(milliseconds=1)
            asked = asked_of(line.question)
            answer = line.answer.model_copy(update={"by": by if by and asked is Respondent.STUDENT else asked})
            yield AnswerEvent(id=EventId(str(uuid4())), question=line.question, answer=answer, at=at)


def _timetable(case: Case) -> Timetable:
    if case.timetable is None:
        raise NotAllowed("timetable_first")
    return case.timetable


def _lines(file: str) -> list[str]:
    """The lines of the file, or of standard input."""
    try:
        content = sys.stdin.read() if file == STANDARD_INPUT else Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("unreadable_text", file=Path(file).name) from None
    except (OSError, ValueError):
        raise BadInput("file_missing", file=Path(file).name) from None
    return content.splitlines()


def register(verbs: Any, of_case: Callable[[Any, str, str], Any], say: Say) -> None:
    """Add the two verbs to those of a case."""
    verb = of_case(verbs, "form", "write the questionnaire as forms to print")
    verb.add_argument("--out", type=Path, required=True, metavar="DIR")
    verb.add_argument("--name", default="", help="printed on the form; nothing unless given")
    verb.set_defaults(run=lambda a: form(a.id, a.out, a.name, say))
    verb = of_case(verbs, "key", "record a filled form from lines such as «PL6 1 3» and «12 j»")
    verb.add_argument("file", metavar="FILE|-")
    verb.add_argument("--form", choices=[each.value for each in Form], default=Form.FULL.value, help="whose numbers")
    verb.add_argument("--by", choices=[each.value for each in FILLED_IN_BY], help="who filled it in")
    verb.add_argument("--mark", default="", help="the mark at the foot of the paper; refused when it is another")
    verb.set_defaults(
        run=lambda a: key(a.id, a.file, Form(a.form), Respondent(a.by) if a.by else None, a.mark, say)
    )
