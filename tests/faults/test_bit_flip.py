"""A single bit that has turned in a case file changes nothing that was said without being seen."""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from casework.case_records import FACTS
from casework.cases import CaseId, CaseStore, create_case, record_answers
from planning.errors import CaseFileError
from storage import records
from tests.faults.both_cores import shared_out
from tests.faults.opened import let_go, opened
from tests.faults.promises import batches

FILE = "cases.stegvis"
FLIPS = int(os.environ.get("STEGVIS_BIT_FLIPS", "10000"))
SEED = 20261126


@dataclass(frozen=True)
class Seen:
    """What can be read: what was said, and what only orders it (times, counts, states)."""

    said: object
    order: object


def a_file(folder: Path) -> tuple[CaseId, ...]:
    """Two cases with some answers each."""
    store = opened(folder / FILE)
    cases = tuple(create_case(store, name=f"Test {name}") for name in ("Ett", "Två"))
    for case_id in cases:
        for batch in islice(batches(case_id, SEED, padding=400), 8):
            record_answers(store, case_id, batch)
    let_go(store)
    return cases


def seen(store: CaseStore, cases: tuple[CaseId, ...]) -> Seen:
    """All of it, with the log held against itself. Raises `CaseFileError` for what is damaged."""
    if store.check() is not None:
        raise CaseFileError("log-is-broken")
    with store.reading() as reader:
        facts = [reader.latest(FACTS, case_id) for case_id in cases]
        said = [(reader.events(case_id), kept and kept.noun) for case_id, kept in zip(cases, facts, strict=True)]
        order = [(reader.case(case_id), kept and (kept.number, kept.at, kept.by)) for case_id, kept in
                 zip(cases, facts, strict=True)]  # fmt: skip
        return Seen(said=said, order=order)


def flipped(folder: Path, flips: int) -> Counter[str]:
    """What came of that many flips: seen, in an unused place, or read as if nothing had happened."""
    cases = a_file(folder)
    whole = (folder / FILE).read_bytes()
    written = [index for index, byte in enumerate(whole) if byte]

    def some(part: int, parts: int) -> Counter[str]:
        rng = random.Random(f"{SEED}-{part}")
        place = folder / str(part)
        place.mkdir()
        for name in folder.glob("*"):
            if name.is_file():
                (place / name.name).write_bytes(name.read_bytes())
        store = opened(place / FILE)
        before, came = seen(store, cases), Counter[str]()
        for number in range(part, flips, parts):
            store.close()
            # Every other one where something is written: most of a small file is empty room.
            at = rng.choice(written) if number % 2 else rng.randrange(len(whole))
            turned = bytearray(whole)
            turned[at] ^= 1 << rng.randrange(8)
            (place / FILE).write_bytes(turned)
            came[_outcome(store, cases, before)] += 1
        let_go(store)
        return came

    return shared_out(some)


def _outcome(store: CaseStore, cases: tuple[CaseId, ...], before: Seen) -> str:
    try:
        now = seen(store, cases)
    except CaseFileError:
        return "told"
    except Exception as error:  # noqa: BLE001  seen, but without words for the reader
        return f"without words: {type(error).__name__}"
    if now.said != before.said:
        return "silent"
    return "order" if now.order != before.order else "unchanged"


@pytest.mark.slow
def test_no_flipped_bit_changes_what_was_said_in_silence(quick_path: Path) -> None:
    """10 000 flips: what a student has said, and the log, are read as they were or refused with a code."""
    came = flipped(quick_path, FLIPS)
    assert came["silent"] == 0
    assert came["told"] > FLIPS // 10
    assert came.total() == FLIPS


def test_the_harness_sees_content_that_is_not_sealed(quick_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a build that stores what was said in plain bytes flips pass unseen, so the test above can fail."""
    monkeypatch.setattr(records, "seal", lambda _key, content, _place: content)
    monkeypatch.setattr(records, "unseal", lambda _key, content, _place: content)
    assert flipped(quick_path, 400)["silent"] > 0
