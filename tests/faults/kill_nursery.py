"""Started by `test_kill9`: forks workers, kills them at random moments, and looks at what each left behind.

One process pays for the imports; every trial after that is a fork. The worker tells over a pipe what it begins and
what a verb has returned, so everything acknowledged must be in the file when it is opened again.

Arguments: folder, numbers of the trials (from, to, step), seed, and pairs «variant:hands»: a variant or «all», and how
things are done («as_is», or a way weakened on purpose). Prints for each pair what was wrong, and how much was tried.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TextIO

sys.path.insert(0, str(Path(__file__).parents[2]))

from storage import engine
from tests.faults.kill_variants import FILE, VARIANTS, Lines, Variant
from tests.faults.kill_weakened import WEAKENED, weakened
from tests.faults.opened import let_go, opened

SOONEST = 0.0005
"""Seconds from the first acknowledgement to the kill."""

USUAL_START = 0.1
"""Seconds of a first start; a machine that needs longer is given longer before it is killed."""

SECONDS_TO_BE_KILLED = 5
"""A worker that has nothing more to do waits for its end."""

TURN = (
    "answers", "first start", "answers", "backup", "answers", "erasure", "answers", "migration", "answers", "keys",
    "answers", "paper",
)  # fmt: skip
"""Which variant is whose turn: half of the trials kill while answers are written."""


class Nursery:
    """Runs the trials one after the other, all in one folder: its engines keep what they have compiled."""

    def __init__(self, folder: Path, seed: int, variant: str, hands: str) -> None:
        self.folder = folder / "now"
        self.template = folder / "template"
        self.turn = TURN if variant == "all" else (variant,)
        self.hands = WEAKENED[hands]
        self.seed = seed
        self.rng = random.Random(f"{seed}")
        self.lines = Lines(seed)
        self.tally: Counter[str] = Counter()
        self.folder.mkdir(parents=True)
        began = time.monotonic()
        let_go(opened(self.template / FILE))
        self.pace = max(1, (time.monotonic() - began) / USUAL_START)

    def run(self, trials: range) -> Counter[str]:
        """All trials; what they came to."""
        let_go(opened(self.folder / FILE))
        for trial in trials:
            for left in self.folder.iterdir():
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            kind = VARIANTS[self.turn[trial % len(self.turn)]]
            self._try(kind(self.folder, self.hands, self.seed, trial))
        return self.tally

    def _try(self, variant: Variant) -> None:
        variant.prepare(self.template)
        child, pipe = self._fork(variant)
        said = [pipe.readline() for _ in range(variant.waits_for)]
        time.sleep(self.rng.uniform(SOONEST, variant.latest * self.pace))
        self._kill(child)
        said += pipe.readlines()
        pipe.close()
        variant.heard += [self.lines.read(line.strip()) for line in said if line]
        self.tally["acknowledged"] += sum(said.is_acknowledged for said in variant.heard)
        self.tally += variant.look()

    def _fork(self, variant: Variant) -> tuple[int, TextIO]:
        """A child at work, and what it tells, line by line."""
        parent = os.getpid()
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            # The parent has closed every connection; its engines are as good as new ones, and need no warming up.
            cached = engine._engine
            engine._engine = lambda url, _process: cached(url, parent)  # type: ignore[assignment]  # the same, keyed otherwise
            # A child must never go on as a second nursery, whatever becomes of its task.
            with suppress(BaseException):
                variant.act(lambda said: _say(writing, self.lines.written(said)))
                time.sleep(SECONDS_TO_BE_KILLED)
            os._exit(0)
        os.close(writing)
        return child, os.fdopen(reading, encoding="utf-8")

    def _kill(self, child: int) -> None:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        self.tally["kills"] += os.WIFSIGNALED(status)


def _say(pipe: int, line: str) -> None:
    """One short line, which a pipe takes whole or not at all."""
    os.write(pipe, f"{line}\n".encode())


def main(folder: str, first: str, end: str, step: str, seed: str, *pairs: str) -> None:
    """Runs the trials of each pair and prints the tallies."""
    tallies = {}
    for number, pair in enumerate(pairs):
        variant, hands = pair.split(":")
        with weakened(hands):
            nursery = Nursery(Path(folder) / str(number), int(seed) + int(first), variant, hands)
            tallies[pair] = nursery.run(range(int(first), int(end), int(step)))
    sys.stdout.write(json.dumps(tallies))


if __name__ == "__main__":
    main(*sys.argv[1:])
