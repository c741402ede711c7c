"""One of several processes that write the same case: `postgres_editor.py DATABASE FOLDER CASE NAME`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from casework.cases import open_case, record_answers, write_facts
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from storage.actor import Actor, UserId
from storage.records import CaseId
from storage.store import CaseStore
from tests.opened_store import opened_keys

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


def main(database: str, folder: str, case: str, name: str) -> None:
    """Fifteen answers, and after each a new version of the facts."""
    case_id = CaseId(case)
    store = CaseStore(database, opened_keys(Path(folder)), Actor(user=UserId("coach"), session=name))
    for number in range(15):
        event = AnswerEvent(
            id=EventId(f"{name}-{number}"), question=QuestionId("AM1"), answer=Answer(choice=Choice.YES), at=AT
        )
        record_answers(store, case_id, (event,))
        facts = open_case(store, case_id).facts
        write_facts(store, case_id, facts.model_copy(update={"student": f"Test {name[0]}{number}"}))


if __name__ == "__main__":
    main(*sys.argv[1:])
