"""What the verbs have promised so far, and whether a file keeps it."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Literal

from casework.cases import CaseId, CaseStore
from planning.errors import PlanningError
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.faults.opened import audit_faults, let_go, opened

START = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)

Batch = tuple[AnswerEvent, ...]

FAULTS = ("unopened", "lost", "torn", "twice", "left", "audit")
"""All that can be wrong with a file; each must be zero.

`unopened`: it does not open or is damaged; `lost`: something acknowledged is missing; `torn`: half of what belongs
together; `twice`: more than was given; `left`: something of an erased case; `audit`: the chain does not hold, or
something was done without a row in it.
"""


def batches(name: str, seed: int, *, padding: int = 0) -> Iterator[Batch]:
    """Answers in groups of one to four, without end; the same each time they are asked for.

    `padding` adds about that many bytes to each answer.
    """
    rng = random.Random(f"{seed}-{name}")
    ticks = tuple(f"{number:0>200}" for number in range(padding // 200))
    for number in count():
        yield tuple(
            AnswerEvent(
                id=EventId(f"{name}-{number}-{part}"),
                question=QuestionId(f"AM{rng.randint(1, 9)}"),
                answer=Answer(choice=rng.choice(list(Choice)), ticks=ticks),
                at=START + dt.timedelta(seconds=number),
            )
            for part in range(rng.randint(1, 4))
        )


@dataclass(frozen=True, slots=True)
class Said:
    """One moment in a workload: something was begun, or has been acknowledged."""

    what: Literal["case", "answers", "erasing", "erased"]
    case_id: CaseId
    batch: Batch = ()
    is_acknowledged: bool = False


@dataclass
class Promises:
    """What has been begun and acknowledged, up to some moment."""

    begun: list[tuple[CaseId, Batch]] = field(default_factory=list)
    answers: set[tuple[CaseId, EventId]] = field(default_factory=set)
    cases: set[CaseId] = field(default_factory=set)
    erasing: set[CaseId] = field(default_factory=set)
    erased: set[CaseId] = field(default_factory=set)
    unlogged: int = 0
    """Moments when answers were stored before there was a log."""

    def hear(self, said: Said) -> None:
        """Takes in the next moment."""
        match said.what:
            case "case":
                self.cases.add(said.case_id)
            case "answers" if said.is_acknowledged:
                self.answers.update((said.case_id, event.id) for event in said.batch)
            case "answers":
                self.begun.append((said.case_id, said.batch))
            case "erasing":
                self.erasing.add(said.case_id)
            case "erased":
                self.erased.add(said.case_id)

    @classmethod
    def of(cls, heard: Iterable[Said]) -> Promises:
        """The promises of those moments."""
        promises = cls()
        for said in heard:
            promises.hear(said)
        return promises


def judge(file: Path, promises: Promises) -> Counter[str]:
    """Opens the file as the next start would, and counts what is wrong with it."""
    try:
        store = opened(file)
        try:
            return _compare(store, promises)
        finally:
            let_go(store)
    except PlanningError:
        return Counter(unopened=1)


def _compare(store: CaseStore, promises: Promises) -> Counter[str]:
    """Rows of a case that is not there are broken references, which `audit_faults` has looked for."""
    wrong: Counter[str] = Counter()
    with store.reading() as reader:
        present = {row.id for row in reader.cases()}
        stored = {case_id: [event.id for event in reader.events(case_id)] for case_id in present}
    wrong["lost"] += len(promises.cases - promises.erasing - present)
    wrong["left"] += len(promises.erased & present)
    for case_id, events in stored.items():
        here = set(events)
        begun = [batch for owner, batch in promises.begun if owner == case_id]
        wrong["lost"] += len({event for owner, event in promises.answers if owner == case_id} - here)
        wrong["torn"] += sum(0 < sum(event.id in here for event in batch) < len(batch) for batch in begun)
        wrong["twice"] += len(events) - len(here & {event.id for batch in begun for event in batch})
    wrong["audit"] += max(0, audit_faults(store) - promises.unlogged)
    return wrong
