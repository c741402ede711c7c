"""What keeping costs: one answer sealed, checked and logged, against the same answer in plain with the same durability.

Both write to the same disk in turns, so that a slow disk slows both; the ratio is the figure to compare.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

HOUSE = Path(__file__).resolve().parents[1]
if str(HOUSE) not in sys.path:
    sys.path.insert(0, str(HOUSE))

from benchmarks.table import Line, drawn, machine, percentile  # noqa: E402 - the house is found first
from casework.cases import CaseId, CaseStore, create_case, open_case, record_answers  # noqa: E402
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId  # noqa: E402
from storage.actor import ALONE  # noqa: E402
from storage.engine import PRAGMAS  # noqa: E402
from storage.keys import KeyStore, WayIn  # noqa: E402

MILLI = 1000.0
GOALS = {50: 10.0, 99: 50.0}
"""Milliseconds until an answer is acknowledged on a laptop with an SSD (security.md §7)."""


def event(rng: random.Random) -> AnswerEvent:
    """One answer drawn by lot."""
    return AnswerEvent(
        id=EventId(str(uuid4())),
        question=QuestionId(f"AM{rng.randint(1, 9)}"),
        answer=Answer(choice=rng.choice(list(Choice))),
        at=dt.datetime.now(dt.UTC),
    )


def plain_writer(file: Path) -> Callable[[AnswerEvent], None]:
    """Writes answers in plain, one transaction each, with the same pragmas; no case, no check, no log."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    connection.execute("CREATE TABLE answers (id TEXT PRIMARY KEY, content BLOB NOT NULL)")

    def write(given: AnswerEvent) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO answers VALUES (?, ?)", (given.id, given.model_dump_json().encode()))
        connection.execute("COMMIT")

    return write


def timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * MILLI


def lines_for(store: CaseStore, case_id: CaseId, write: Callable[[AnswerEvent], None], answers: int) -> list[Line]:
    """Ours and plain in turns, then opening the case and checking the whole log."""
    rng = random.Random(1)  # noqa: S311 - which answers are drawn protects nothing
    ours, plain = [], []
    for _ in range(answers):
        given = event(rng)
        ours.append(timed(lambda given=given: record_answers(store, case_id, (given,))))
        plain.append(timed(lambda given=given: write(given)))
    opened = [timed(lambda: open_case(store, case_id)) for _ in range(30)]
    with store.reading() as reader:
        rows = reader.head().number
    verified = timed(store.check)
    goal = ", ".join(f"p{percent} ≤ {bound:g} ms" for percent, bound in GOALS.items())
    reached = ", ".join(f"p{percent} {percentile(ours, percent):.2f} ms" for percent in GOALS)
    met = all(percentile(ours, percent) <= bound for percent, bound in GOALS.items())
    ratio = percentile(ours, 50) / percentile(plain, 50)
    return [
        Line(f"one answer sealed, checked, logged ({answers})", goal, reached, met),
        Line("the same in plain, alone", "", f"p50 {percentile(plain, 50):.2f} ms, p99 {percentile(plain, 99):.2f} ms"),
        Line("ours / plain, p50", "", f"{ratio:.1f} ×"),
        Line(f"opening a case with {answers} answers", "", f"p50 {percentile(opened, 50):.1f} ms"),
        Line(f"checking a log of {rows} rows and the file", "", f"{verified:.0f} ms"),
    ]


def main() -> None:
    """Run, and print the table; `--keep` writes it beside this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=1000)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stegvis-keeping-", dir=HOUSE) as folder:
        keys = KeyStore(Path(folder) / "keys.stegvis").make([(WayIn.FILE, str(uuid4()))])
        store = CaseStore(Path(folder) / "cases.stegvis", keys, ALONE)
        case_id = create_case(store, name="Test T.")
        lines = lines_for(store, case_id, plain_writer(Path(folder) / "plain.db"), given.answers)
        store.close()
    told = drawn("Keeping answers", lines) + machine(dt.datetime.now(dt.UTC).date(), ("sqlalchemy", "cryptography"))
    print(told)
    if given.keep:
        Path(__file__).with_suffix(".txt").write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
