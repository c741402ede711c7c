"""How long a copy takes to make, to check and to put back on a computer that has nothing (goal: ten minutes).

`python -m benchmarks.restoring [CASES]`: so many cases with forty answers each, in a folder that is thrown away.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from pathlib import Path

from casework.backup_copies import case_copies, key_copies
from casework.backups import check_backup, make_backup, restore_anew
from casework.cases import create_case, record_answers
from casework.unlocking import CASE_FILE, Places, Safe
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from storage.actor import ALONE
from storage.keys import KEY_FILE

ANSWERS = 40
AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


def places_in(folder: Path) -> Places:
    """Everything in that folder."""
    return Places(folder, folder / CASE_FILE, folder / KEY_FILE, None, is_service=False)


def answered(name: str) -> AnswerEvent:
    """One answer."""
    return AnswerEvent(id=EventId(name), question=QuestionId("SO1"), answer=Answer(choice=Choice.YES), at=AT)


def measure(cases: int, folder: Path) -> None:
    """Prints a line for each part."""
    here, there = places_in(folder / "here"), places_in(folder / "there")
    safe = Safe(here)
    printed = safe.set_up("en lång fras för mätning")
    store = safe.store().acting(ALONE)
    for number in range(cases):
        case_id = create_case(store, name="Test")
        record_answers(store, case_id, [answered(f"{number}-{one}") for one in range(ANSWERS)])
    began = time.perf_counter()
    copy = make_backup(store, here)
    made = time.perf_counter()
    check_backup(store, copy.file, here)
    checked = time.perf_counter()
    restore_anew(case_copies(here)[0].file, printed, there, key_copies(here)[0].file)
    restored = time.perf_counter()
    size = copy.file.stat().st_size / 2**20
    print(f"{cases} cases, {cases * ANSWERS} answers, {size:.1f} MiB")
    print(f"made and checked  {made - began:6.2f} s")
    print(f"checked again     {checked - made:6.2f} s")
    print(f"put back anew     {restored - checked:6.2f} s")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 200, Path(folder))
