"""What a process may be doing when it is killed, and what must then hold of what it leaves behind."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import ClassVar

from casework.cases import CaseId, CaseStore, record_answers
from casework.plan_command import write_beside
from planning.errors import PlanningError
from questionnaire.answers import EventId
from storage.keys import KEY_FILE, Keys, KeyStore, WayIn
from storage.store import CaseStore as Store
from tests.erasing import erase_case
from tests.faults.old_file import old_file, old_promises
from tests.faults.opened import let_go, opened
from tests.faults.promises import Batch, Promises, Said, batches, judge
from tests.faults.workload import Record, answer, erase, new_case, record_as_the_app_does
from tests.opened_store import QUICK, TEST_SECRET

FILE = "cases.stegvis"
COPY = "copy.stegvis"
PAPER = "forslag.pdf"

Tell = Callable[[Said], None]


def nobody(_said: Said) -> None:
    """Nobody hears."""


def rotate(keys: Keys, number: int) -> None:
    """Another secret opens the keys from now on."""
    keys.change_way(WayIn.FILE, secret(number), QUICK)


def secret(number: int) -> str:
    """The secret of that rotation; 0 is the one before the first."""
    return f"{TEST_SECRET} {number}" if number else TEST_SECRET


@dataclass(frozen=True)
class Hands:
    """How things are done: as the app does them, or weakened on purpose in one of them."""

    record: Record = record_as_the_app_does
    erase: Callable[[CaseStore, CaseId], None] = erase_case
    back_up: Callable[[Store, Path], None] = Store.backup_to
    rotate: Callable[[Keys, int], None] = rotate
    write: Callable[[Path, dict[str, bytes]], None] = write_beside


@dataclass
class Variant:
    """One kind of work, in a folder that it has to itself."""

    latest: ClassVar = 0.02
    """Seconds within which it is killed, counted from the last of the lines that are waited for."""
    waits_for: ClassVar = 2
    """Lines that it has told before it may be killed."""

    folder: Path
    hands: Hands
    seed: int
    trial: int
    heard: list[Said] = field(default_factory=list)

    def prepare(self, template: Path) -> None:
        """What lies in the folder beforehand: a case file without cases, and its keys."""
        for file in template.iterdir():
            shutil.copyfile(file, self.folder / file.name)

    def act(self, tell: Tell) -> None:
        """The work, in the process that is killed."""
        raise NotImplementedError

    def look(self) -> Counter[str]:
        """What is wrong with what was left."""
        return judge(self.folder / FILE, Promises.of(self.heard))

    def counted(self, number: int, *, is_done: bool = True) -> Said:
        """A numbered act that is no answer, told through the same pipe."""
        return Said("erased" if is_done else "erasing", CaseId(f"#{number}"))

    @property
    def last(self) -> int:
        """The highest number that was told as done."""
        return max((int(said.case_id[1:]) for said in self.heard if said.case_id.startswith("#")), default=0)


class Answers(Variant):
    """Answers, one group after the other. Afterwards all are sent once more: each is there once."""

    def act(self, tell: Tell) -> None:
        """A new case, and then answers without end."""
        store = opened(self.folder / FILE)
        case_id = new_case(store, tell)
        for batch in batches(str(self.trial), self.seed):
            answer(store, case_id, batch, tell, self.hands.record)

    def look(self) -> Counter[str]:
        """Before and after sending again."""
        wrong = super().look()
        store = opened(self.folder / FILE)
        for said in self.heard:
            if said.what == "answers" and said.is_acknowledged is False:
                record_answers(store, said.case_id, said.batch)
        let_go(store)
        done = [Said(said.what, said.case_id, said.batch, is_acknowledged=True) for said in self.heard]
        return wrong + judge(self.folder / FILE, Promises.of([*self.heard, *done]))


class FirstStart(Variant):
    """The very first start: keys are made, the file, its tables, a case."""

    latest, waits_for = 0.08, 0

    def prepare(self, template: Path) -> None:
        """Nothing lies there."""

    def act(self, tell: Tell) -> None:
        """Opens and makes a case."""
        new_case(opened(self.folder / FILE), tell)


class Backup(Variant):
    """An answer and a backup, again and again over the same copy."""

    def act(self, tell: Tell) -> None:
        """Each backup is told with its number."""
        store = opened(self.folder / FILE)
        case_id = new_case(store, tell)
        for number, batch in enumerate(batches(str(self.trial), self.seed), start=1):
            answer(store, case_id, batch, tell, self.hands.record)
            self.hands.back_up(store, self.folder / COPY)
            tell(self.counted(number))

    def look(self) -> Counter[str]:
        """The file, and the copy: it holds what had been acknowledged before the latest backup that was told."""
        wrong = judge(self.folder / FILE, Promises.of(said for said in self.heard if said.case_id[0] != "#"))
        copied: list[Said] = []
        for index, said in enumerate(self.heard):
            if said.case_id[0] == "#":
                copied = self.heard[:index]
        if copied or (self.folder / COPY).exists():
            begun = [said for said in self.heard if said.what == "answers" and not said.is_acknowledged]
            told = [said for said in copied if said.case_id[0] != "#"]
            wrong += judge(self.folder / COPY, Promises.of([*begun, *told]))
        return wrong


class Erasure(Variant):
    """Cases that are begun, answered and erased."""

    latest = 0.03

    def act(self, tell: Tell) -> None:
        """One stays, so that something can be lost."""
        store = opened(self.folder / FILE)
        given = batches(str(self.trial), self.seed)
        answer(store, new_case(store, tell), next(given), tell, self.hands.record)
        while True:
            case_id = new_case(store, tell)
            answer(store, case_id, next(given), tell, self.hands.record)
            erase(store, case_id, tell, self.hands.erase)


class Migration(Variant):
    """The first start with a file of an older version."""

    latest, waits_for = 0.08, 0

    def prepare(self, template: Path) -> None:
        """The old file, with the keys that a start has made."""
        super().prepare(template)
        old_file(self.folder / FILE)

    def act(self, tell: Tell) -> None:
        """Opening is migrating."""
        new_case(opened(self.folder / FILE), tell)

    def look(self) -> Counter[str]:
        """All that was there before is there, and what was told since."""
        promises = old_promises()
        for said in self.heard:
            promises.hear(said)
        return judge(self.folder / FILE, promises)


class Rotation(Variant):
    """The secret that opens the keys is changed, again and again."""

    waits_for = 3

    def act(self, tell: Tell) -> None:
        """Each change is told with its number."""
        store = opened(self.folder / FILE)
        answer(store, new_case(store, tell), next(batches(str(self.trial), self.seed)), tell, self.hands.record)
        for number in count(1):
            self.hands.rotate(store.keys, number)
            tell(self.counted(number))

    def look(self) -> Counter[str]:
        """The latest secret that was told opens, or the next; and then everything is there."""
        store = KeyStore(self.folder / KEY_FILE)
        for number in (self.last, self.last + 1):
            try:
                keys = store.open(WayIn.FILE, secret(number))
            except PlanningError:
                continue
            rotate(keys, 0)
            store.close()
            return judge(self.folder / FILE, Promises.of(said for said in self.heard if said.case_id[0] != "#"))
        store.close()
        return Counter(unopened=1)


class Paper(Variant):
    """A document is written over the one before it."""

    waits_for = 1

    def act(self, tell: Tell) -> None:
        """Each is some 300 kB of its own number."""
        for number in count(1):
            self.hands.write(self.folder, {PAPER: f"{number:08d}".encode() * 40_000})
            tell(self.counted(number))

    def look(self) -> Counter[str]:
        """The latest that was told, or the next, and whole."""
        content = (self.folder / PAPER).read_bytes()
        whole = {f"{number:08d}".encode() * 40_000 for number in (self.last, self.last + 1)}
        return Counter() if content in whole else Counter(torn=1)


VARIANTS: dict[str, type[Variant]] = {
    "answers": Answers, "first start": FirstStart, "backup": Backup, "erasure": Erasure, "migration": Migration,
    "keys": Rotation, "paper": Paper,
}  # fmt: skip


class Lines:
    """What is told, as lines through a pipe and back."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._known: dict[str, list[Batch]] = {}

    @staticmethod
    def written(said: Said) -> str:
        """One line."""
        first = said.batch[0].id if said.batch else "-"
        return f"{said.what} {said.case_id} {said.is_acknowledged:d} {first}"

    def read(self, line: str) -> Said:
        """What it said."""
        what, case_id, acknowledged, first = line.split(" ")
        batch = () if first == "-" else self._batch(EventId(first))
        return Said(what, CaseId(case_id), batch, is_acknowledged=acknowledged == "1")  # type: ignore[arg-type]  # as it was written

    def _batch(self, first: EventId) -> Batch:
        name, number, _ = first.rsplit("-", 2)
        known = self._known.get(name, [])
        if len(known) <= int(number):
            given = batches(name, self._seed)
            known = self._known[name] = [next(given) for _ in range(2 * int(number) + 16)]
        return known[int(number)]
