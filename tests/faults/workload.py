"""Things that coach and student do, one after the other, telling what they begin and what has been acknowledged."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from casework.cases import CaseId, CaseStore, create_case, open_case, record_answers, write_facts
from tests.erasing import erase_case
from tests.faults.opened import let_go, opened
from tests.faults.promises import Batch, Said, batches

Tell = Callable[[Said], None]
Record = Callable[[CaseStore, CaseId, Batch], object]
Erase = Callable[[CaseStore, CaseId], None]


def record_as_the_app_does(store: CaseStore, case_id: CaseId, batch: Batch) -> None:
    """One group of answers."""
    record_answers(store, case_id, batch)


def record_swallowing(store: CaseStore, case_id: CaseId, batch: Batch) -> None:
    """Weakened: an error on the way is not told to anybody."""
    with suppress(Exception):
        record_answers(store, case_id, batch)


def new_case(store: CaseStore, tell: Tell) -> CaseId:
    """A new case."""
    case_id = create_case(store, name="Test Testsson")
    tell(Said("case", case_id))
    return case_id


def answer(store: CaseStore, case_id: CaseId, batch: Batch, tell: Tell, record: Record) -> None:
    """One group of answers, begun and acknowledged."""
    tell(Said("answers", case_id, batch))
    record(store, case_id, batch)
    tell(Said("answers", case_id, batch, is_acknowledged=True))


def erase(store: CaseStore, case_id: CaseId, tell: Tell, erasing: Erase = erase_case) -> None:
    """The case is erased."""
    tell(Said("erasing", case_id))
    erasing(store, case_id)
    tell(Said("erased", case_id))


def a_day(file: Path, seed: int, tell: Tell, record: Record = record_as_the_app_does) -> None:
    """From a first start: two cases, answers, what the adults know, an erasure, and a second start."""
    store = opened(file)
    first = new_case(store, tell)
    ours, theirs = batches("first", seed), batches("second", seed, padding=2000)
    for batch in islice(ours, 5):
        answer(store, first, batch, tell, record)
    second = new_case(store, tell)
    for batch in islice(theirs, 4):
        answer(store, second, batch, tell, record)
    facts = open_case(store, first).facts
    write_facts(store, first, facts.model_copy(update={"student": "Test T"}))
    erase(store, second, tell)
    let_go(store)
    store = opened(file)
    for batch in islice(ours, 4):
        answer(store, first, batch, tell, record)
    let_go(store)
