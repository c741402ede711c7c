"""Started by `test_kill9`: forks writers, kills them at random moments, and looks at what each left behind.

One process pays for the imports; every trial after that is a fork. The writer acknowledges over a pipe what a verb
has returned, so everything acknowledged must be in the file when it is opened again.

Arguments: folder, number of trials, seed, and how the writer stores («as_is», or a way weakened on purpose).
Prints one JSON object, the `Tally`.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import TextIO

sys.path.insert(0, str(Path(__file__).parents[2]))

from casework.cases import CaseId, CaseStore, create_case, open_case, record_answers
from planning.errors import PlanningError
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId

TRIALS_PER_FILE = 20
FIRST_START_EVERY = 10
"""Every tenth trial kills the very first opening of a file instead of a writer at work."""
SOONEST, LATEST = 0.0005, 0.020
"""Seconds from the first acknowledgement to the kill."""
START = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)

Batch = tuple[AnswerEvent, ...]
Acknowledge = Callable[[str], None]


@dataclass
class Tally:
    """What all trials together came to; `unopened`, `lost`, `twice` and `torn` must be zero."""

    kills: int = 0
    unopened: int = 0
    lost: int = 0
    twice: int = 0
    torn: int = 0
    acknowledged: int = 0
    stored: int = 0


def batches(trial: int, seed: int) -> Iterator[Batch]:
    """The trial's answers in groups of one to four, without end; the same each time they are asked for."""
    rng = random.Random(f"{seed}-{trial}")
    for number in count():
        yield tuple(
            AnswerEvent(
                id=EventId(f"{trial}-{number}-{part}"),
                question=QuestionId(f"AM{rng.randint(1, 9)}"),
                answer=Answer(choice=rng.choice(list(Choice))),
                at=START + dt.timedelta(seconds=number),
            )
            for part in range(rng.randint(1, 4))
        )


def write_as_is(store: CaseStore, case_id: CaseId, batch: Batch, acknowledge: Acknowledge) -> None:
    """As the app does it."""
    acknowledge(" ".join(record_answers(store, case_id, batch)))


def write_acknowledging_early(store: CaseStore, case_id: CaseId, batch: Batch, acknowledge: Acknowledge) -> None:
    """Weakened: says «Sparat» before it is."""
    with store.writing() as writer:
        new = writer.add_events(case_id, batch, START)
        acknowledge(" ".join(new))


def write_in_pieces(store: CaseStore, case_id: CaseId, batch: Batch, acknowledge: Acknowledge) -> None:
    """Weakened: what belongs together is stored one by one."""
    for event in batch:
        record_answers(store, case_id, (event,))
    acknowledge(" ".join(event.id for event in batch))


def write_under_new_ids(store: CaseStore, case_id: CaseId, batch: Batch, acknowledge: Acknowledge) -> None:
    """Weakened: an answer sent again comes with another id."""
    write_as_is(store, case_id, batch, acknowledge)
    write_as_is(
        store, case_id, tuple(e.model_copy(update={"id": EventId(f"{e.id}-again")}) for e in batch), acknowledge
    )


WRITERS = {
    "as_is": write_as_is,
    "acknowledging_early": write_acknowledging_early,
    "in_pieces": write_in_pieces,
    "under_new_ids": write_under_new_ids,
}


class Nursery:
    """Runs the trials one after the other."""

    def __init__(self, folder: Path, seed: int, writer: str) -> None:
        self.folder = folder
        self.seed = seed
        self.write = WRITERS[writer]
        self.rng = random.Random(seed)
        self.tally = Tally()

    def run(self, trials: int) -> Tally:
        """All trials; what they came to."""
        for trial in range(trials):
            if trial % FIRST_START_EVERY == FIRST_START_EVERY - 1:
                self.first_start(trial)
            else:
                self.work(trial)
        return self.tally

    def work(self, trial: int) -> None:
        """Kills a writer at work, and looks at what it left."""
        file = self.folder / f"{trial // TRIALS_PER_FILE}.stegvis"
        child, pipe = self._fork(lambda say: self._write_on(file, trial, say))
        said = pipe.readline() + pipe.readline()
        time.sleep(self.rng.uniform(SOONEST, LATEST))
        self._kill(child)
        case_id, *acknowledged = (said + pipe.read()).split()
        pipe.close()
        self.tally.acknowledged += len(acknowledged)
        try:
            self._look(file, CaseId(case_id), trial, acknowledged)
        except PlanningError:
            self.tally.unopened += 1

    def first_start(self, trial: int) -> None:
        """Kills a process while it makes the file, and opens that file as the next start would."""
        file = self.folder / f"first-{trial}.stegvis"
        child, pipe = self._fork(lambda say: say(create_case(CaseStore(file), name="Test Testsson")))
        time.sleep(self.rng.uniform(0, LATEST))
        self._kill(child)
        acknowledged = set(pipe.read().split())
        pipe.close()
        try:
            store = CaseStore(file)
            store.check()
            with store.reading() as reader:
                self.tally.lost += len(acknowledged - {row.id for row in reader.cases()})
            store.close()
        except PlanningError:
            self.tally.unopened += 1

    def _fork(self, task: Callable[[Acknowledge], None]) -> tuple[int, TextIO]:
        """A child that does the task, and what it acknowledges, line by line."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            # A child must never go on as a second nursery, whatever becomes of its task.
            with suppress(BaseException):
                task(lambda line: _say(writing, line))
            os._exit(0)
        os.close(writing)
        return child, os.fdopen(reading, encoding="utf-8")

    def _write_on(self, file: Path, trial: int, acknowledge: Acknowledge) -> None:
        """The writer: a new case, and then answers until it is killed."""
        store = CaseStore(file)
        case_id = create_case(store, name="Test Testsson")
        acknowledge(case_id)
        for batch in batches(trial, self.seed):
            self.write(store, case_id, batch, acknowledge)

    def _kill(self, child: int) -> None:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        self.tally.kills += os.WIFSIGNALED(status)

    def _look(self, file: Path, case_id: CaseId, trial: int, acknowledged: list[str]) -> None:
        """Opens the file as the next start would, compares, and sends everything once more."""
        store = CaseStore(file)
        store.check()
        stored = [event.id for event in open_case(store, case_id).events]
        begun: list[Batch] = []
        for batch in batches(trial, self.seed):
            begun.append(batch)
            here = sum(event.id in stored for event in batch)
            self.tally.torn += 0 < here < len(batch)
            if here == 0:
                break
        self.tally.stored += len(stored)
        self.tally.lost += len(set(acknowledged) - set(stored))
        planned = {event.id for batch in begun for event in batch}
        for batch in begun:
            record_answers(store, case_id, batch)
        self.tally.twice += len(open_case(store, case_id).events) - len(planned)
        store.close()


def _say(pipe: int, line: str) -> None:
    """One short line, which a pipe takes whole or not at all."""
    os.write(pipe, f"{line}\n".encode())


def main(folder: str, trials: str, seed: str, writer: str) -> None:
    """Runs the trials and prints the tally."""
    tally = Nursery(Path(folder), int(seed), writer).run(int(trials))
    sys.stdout.write(json.dumps(asdict(tally)))


if __name__ == "__main__":
    main(*sys.argv[1:])
