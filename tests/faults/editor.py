"""Started by `test_editors`: several threads of one process that all write in the same case.

Arguments: folder, case, name of this process, numbers of threads and of edits each, and «IMMEDIATE» or «DEFERRED»
(weakened).
Prints one JSON object: the ids that were acknowledged, how many counts were added, and what failed.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

sys.path.insert(0, str(Path(__file__).parents[2]))

from casework.case_records import FACTS
from casework.cases import CaseId, CaseStore, record_answers
from casework.now import now
from planning.errors import PlanningError
from storage import engine
from tests.faults.opened import opened
from tests.faults.promises import batches

DONE = "done"
DONE = "done"
COUNT_EVERY = 3
"""Every third edit reads a number, and writes it back one higher."""


def count_up(store: CaseStore, case_id: CaseId) -> None:
    """Reads and writes in one transaction, as every verb does."""
    with store.writing() as writer:
        kept = writer.latest(FACTS, case_id)
        assert kept is not None
        facts = kept.noun.model_copy(update={"student": str(int(kept.noun.student) + 1)})
        writer.add(FACTS, case_id, facts, now())


def edit(store: CaseStore, case_id: CaseId, name: str, edits: int) -> tuple[list[str], Counter[str]]:
    """One editor's work: the ids that were acknowledged, and what came of the rest."""
    rng, acknowledged, came = random.Random(name), [], Counter[str]()
    given = batches(name, 1)
    for number in range(edits):
        if number % COUNT_EVERY == rng.randrange(COUNT_EVERY):
            came[tried(partial(count_up, store, case_id))] += 1
            continue
        batch = next(given)
        how = tried(partial(record_answers, store, case_id, batch))
        came[how] += how != DONE
        acknowledged += [event.id for event in batch if how == DONE]
    return acknowledged, +came


def tried(act: Callable[[], object]) -> str:
    """What came of it. Who has waited for the whole time-out, in a crowd like this one, tries again as a person would.

    «at once: …» tells of a refusal without waiting, which no time-out helps against.
    """
    while True:
        began = time.monotonic()
        try:
            act()
        except PlanningError as error:
            if error.code != "file-is-busy" or time.monotonic() - began < 0.9 * engine.BUSY_MILLISECONDS / 1000:
                return f"at once: {error.code}"
        else:
            return DONE


def begin_deferred(connection: Connection) -> None:
    """Weakened: the lock is taken when there is something to write, after what it is made from has been read."""
    if connection.get_execution_options().get("stegvis_begin", "") is not None:
        connection.exec_driver_sql("BEGIN DEFERRED")


def main(folder: str, case_id: str, name: str, threads: str, edits: str, begin: str) -> None:
    """All threads of this process."""
    if begin == "DEFERRED":
        engine._begin = begin_deferred
    store = opened(Path(folder) / "cases.stegvis")
    with ThreadPoolExecutor(int(threads)) as pool:
        done = list(
            pool.map(lambda thread: edit(store, CaseId(case_id), f"{name}{thread}", int(edits)), range(int(threads)))
        )
    came = sum((each for _, each in done), Counter[str]())
    sys.stdout.write(json.dumps({"acknowledged": [id_ for ids, _ in done for id_ in ids], "came": came}))


if __name__ == "__main__":
    main(*sys.argv[1:])
