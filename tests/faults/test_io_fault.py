"""A disk that fails at any single operation: what was done is saved, or is clearly not saved, and never in silence."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from casework.cases import CaseId
from planning.errors import CaseFileError, PlanningError
from storage import engine
from tests.faults.both_cores import shared_out
from tests.faults.disk import FAILS_OF, Disk, Trouble
from tests.faults.old_file import old_file, old_promises
from tests.faults.opened import let_go, opened
from tests.faults.promises import Promises, Said, batches, judge
from tests.faults.workload import Record, Tell, answer, erase, new_case, record_as_the_app_does, record_swallowing
from wording.errors import say_error

SEED = 20261125
FILE, OLD = "cases.stegvis", "old.stegvis"

WAYS = [(trouble, every) for trouble in Trouble for every in (1, 5)]
"""Each trouble once, at every operation; and as a disk that stays broken from then on, at every fifth."""

AGAIN_EVERY = 3
"""After every third of the failures that pass the same process does its work once more."""

Work = Callable[[Path, CaseId, Tell, Record], None]


def first_start(file: Path, _case_id: CaseId, tell: Tell, _record: Record) -> None:
    """Another file, from nothing to its first case."""
    store = opened(file.with_name("new.stegvis"))
    new_case(store, tell)


def answers(file: Path, case_id: CaseId, tell: Tell, record: Record) -> None:
    """A start, two groups of answers and one that is longer."""
    store = opened(file)
    for batch in (*islice(batches("more", SEED), 2), next(batches("long", SEED, padding=6000))):
        answer(store, case_id, batch, tell, record)


def erasure(file: Path, case_id: CaseId, tell: Tell, _record: Record) -> None:
    """The case is erased and another one begun."""
    store = opened(file)
    erase(store, case_id, tell)
    new_case(store, tell)


def migration(file: Path, _case_id: CaseId, _tell: Tell, _record: Record) -> None:
    """The first start with a file of an older version, which is copied before it is brought up."""
    opened(file.with_name(OLD))


def copy(file: Path, case_id: CaseId, tell: Tell, record: Record) -> None:
    """An answer, and a backup over the one before it."""
    store = opened(file)
    answer(store, case_id, next(batches("copied", SEED)), tell, record)
    store.backup_to(file.with_name("copy.stegvis"))


WORKS: dict[str, Work] = {
    "first start": first_start, "answers": answers, "erasure": erasure, "backup": copy, "migration": migration,
}  # fmt: skip


class Bench:
    """A prepared file, work on a disk that fails, and the look at what is left."""

    def __init__(self, folder: Path, work: Work, record: Record) -> None:
        self.work, self.record = work, record
        self.prepared, self.folder, self.found = (folder / name for name in ("prepared", "disk", "found"))
        for made in (self.prepared, self.folder, self.found):
            made.mkdir()
        self.before: list[Said] = []
        self.case_id = self._prepare()
        self.disk = Disk(self.folder)
        self.wrong: Counter[str] = Counter()

    def _prepare(self) -> CaseId:
        store = opened(self.prepared / FILE)
        case_id = new_case(store, self.before.append)
        for batch in islice(batches("before", SEED), 3):
            answer(store, case_id, batch, self.before.append, record_as_the_app_does)
        store.backup_to(self.prepared / "copy.stegvis")
        if self.work is migration:
            old_file(self.prepared / OLD)
        let_go(store)
        return case_id

    def run(self, ways: list[tuple[Trouble, int]], part: int = 0, parts: int = 1) -> Counter[str]:
        """The work once for every operation and way to fail: what was wrong afterwards, and the points tried."""
        with self.disk.in_use():
            self._once(None, Trouble.FULL, stays=False)
            operations = list(self.disk.operations)
            assert not +self.wrong, "with a disk that is well nothing is wrong"
            points = [
                (number, trouble, every > 1)
                for trouble, every in ways
                for number, operation in enumerate(operations, start=1)
                if operation in FAILS_OF[trouble] and number % every == 0
            ][part::parts]
            for number, trouble, stays in points:
                self._once(number, trouble, stays=stays)
        self.wrong["points"] = len(points)
        return +self.wrong

    def _once(self, fail_at: int | None, trouble: Trouble, *, stays: bool) -> None:
        _fresh(self.prepared, self.folder)
        heard = list(self.before)
        self.disk.arm(fail_at, trouble, stays_broken=stays)
        has_told = self._work(heard)
        count = list(self.disk.operations)
        self.disk.arm(None)
        if not stays and has_told and (fail_at or 0) % AGAIN_EVERY == 0:
            self._again(heard)
        self.disk.let_go()
        self._look(heard)
        self.disk.operations = count

    def _work(self, heard: list[Said]) -> bool:
        """Whether the caller was told that something did not go well."""
        try:
            self.work(self.folder / FILE, self.case_id, heard.append, self.record)
        except CaseFileError as error:
            self.wrong["unsaid"] += error.code.replace("-", "_") in say_error(error).replace("-", "_")
            return True
        except Exception as error:  # noqa: BLE001  whatever else reaches the caller is what this looks for
            self.wrong[f"unclear: {type(error).__name__} {error}"] += 1
            return True
        return False

    def _again(self, heard: list[Said]) -> None:
        """The disk is well again: the same process goes on, with no lock left behind."""
        try:
            self.work(self.folder / FILE, self.case_id, heard.append, self.record)
        except PlanningError as error:
            is_done_already = error.code == "no-such-case" and any(said.what == "erasing" for said in heard)
            self.wrong["stuck"] += not is_done_already

    def _look(self, heard: list[Said]) -> None:
        """Looks at all files with the standard library's driver, as the next start would."""
        _fresh(self.folder, self.found)
        new = [said for said in heard if said not in self.before] if self.work is first_start else []
        self.wrong += judge(self.found / FILE, Promises.of(said for said in heard if said not in new))
        if (self.found / "new.stegvis").exists():
            self.wrong += judge(self.found / "new.stegvis", Promises.of(new))
        if self.work is migration:
            self.wrong += judge(self.found / OLD, old_promises())
        if self.work is copy:
            # All that stood in the copy before it was made anew, and perhaps what was begun since.
            later = [said for said in heard if said.what == "answers" and not said.is_acknowledged]
            self.wrong += judge(self.found / "copy.stegvis", Promises.of([*self.before, *later]))


def _fresh(source: Path, target: Path) -> None:
    for old in target.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for file in source.iterdir():
        if file.is_file():
            shutil.copyfile(file, target / file.name)


def tried(folder: Path, work: Work, ways: list[tuple[Trouble, int]], record: Record) -> Counter[str]:
    """The same by all cores of the machine."""

    def some(part: int, parts: int) -> Counter[str]:
        place = folder / str(part)
        place.mkdir()
        return Bench(place, work, record).run(ways, part, parts)

    return shared_out(some)


@pytest.mark.slow
@pytest.mark.parametrize("work", WORKS)
def test_no_single_failure_of_the_disk_goes_by_in_silence(quick_path: Path, work: str) -> None:
    """At every operation, in every way: saved or told in Swedish, the file opens, and the work can go on."""
    # A migration is long: there a failure that passes and a disk that has filled up must do.
    ways = [(Trouble.UNREADABLE, 1), (Trouble.FULL, 5)] if work == "migration" else WAYS
    wrong = tried(quick_path, WORKS[work], ways, record_as_the_app_does)
    points = wrong.pop("points")
    assert wrong == Counter()
    assert points > 250


def test_the_harness_sees_an_error_that_is_swallowed(quick_path: Path) -> None:
    """A build that tells nobody loses answers that it has acknowledged, so the test above can fail."""
    assert tried(quick_path, answers, [(Trouble.SHORT, 1)], record_swallowing)["lost"] > 0


def test_the_harness_sees_an_error_without_words(quick_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that has no words for a failing disk is found out."""
    monkeypatch.delitem(engine._TROUBLES, 10)
    wrong = tried(quick_path, answers, [(Trouble.UNREADABLE, 5)], record_as_the_app_does)
    assert any(what.startswith("unclear: Bug") for what in wrong)
