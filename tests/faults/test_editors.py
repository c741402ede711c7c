"""Eight people who write in the same case at the same time lose nothing, and nobody is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from casework.case_records import FACTS
from casework.cases import create_case
from tests.faults.opened import audit_faults, let_go, opened

EDITOR = Path(__file__).parent / "editor.py"
PROCESSES, THREADS = 2, 4
EDITS = int(os.environ.get("STEGVIS_EDITS", "300"))
"""Of each of the eight; 10 000 in a long run."""


def edited(folder: Path, edits: int, begin: str) -> tuple[Counter[str], Counter[str]]:
    """What is wrong with the file afterwards, and what the editors were told."""
    store = opened(folder / "cases.stegvis")
    case_id = create_case(store, name="0")
    editors = [
        subprocess.Popen(
            [sys.executable, str(EDITOR), str(folder), case_id, name, str(THREADS), str(edits), begin],
            stdout=subprocess.PIPE, text=True,
        )
        for name in "ab"[:PROCESSES]
    ]  # fmt: skip
    told = [json.loads(editor.communicate(timeout=600)[0]) for editor in editors]
    acknowledged = [id_ for one in told for id_ in one["acknowledged"]]
    came = sum((Counter(one["came"]) for one in told), Counter[str]())
    with store.reading() as reader:
        stored = [event.id for event in reader.events(case_id)]
        kept = reader.every(FACTS, case_id)
    wrong = Counter(
        lost=len(set(acknowledged) - set(stored)),
        twice=len(stored) - len(set(stored)),
        overwritten=came["done"] - int(kept[-1].noun.student),
        audit=audit_faults(store),
    )
    let_go(store)
    return +wrong, came


@pytest.mark.slow
def test_nothing_of_eight_editors_is_lost(quick_path: Path) -> None:
    """Two processes of four threads answer and count in one case: all is there, and nobody is refused at once."""
    wrong, came = edited(quick_path, EDITS, "IMMEDIATE")
    assert wrong == Counter()
    assert came.keys() == {"done"}
    assert came["done"] > EDITS


def test_the_harness_sees_a_lock_that_is_taken_late(quick_path: Path) -> None:
    """A build that takes the lock after reading fails at once, whatever the time-out, so the test above can fail."""
    _, came = edited(quick_path, 40, "DEFERRED")
    assert came["at once: file-is-busy"] > 0
