"""Lets the trials of a harness be done by as many processes as the machine has cores."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterable


def shared_out(trials: Callable[[int, int], Counter[str]]) -> Counter[str]:
    """What all processes found, together. `trials(part, parts)` does every `parts`-th trial, from `part`."""
    parts = min(4, os.cpu_count() or 1)
    if parts == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return trials(0, 1)
    context = multiprocessing.get_context("fork")
    found: multiprocessing.SimpleQueue[Counter[str] | str] = context.SimpleQueue()

    def do(part: int) -> None:
        try:
            found.put(trials(part, parts))
        except BaseException as error:  # noqa: BLE001  it is raised again where somebody can see it
            found.put(repr(error))

    workers = [context.Process(target=do, args=(part,)) for part in range(parts)]
    for worker in workers:
        worker.start()
    answers = [found.get() for _ in workers]
    for worker in workers:
        worker.join()
    return _together(answers)


def _together(answers: Iterable[Counter[str] | str]) -> Counter[str]:
    total: Counter[str] = Counter()
    for answer in answers:
        assert not isinstance(answer, str), answer
        total.update(answer)
    return total
