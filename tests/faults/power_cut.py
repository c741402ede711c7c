"""What lies on the disk after a power cut, worked out from a log of what was written and what was made durable.

A model of a disk with a cache: what was synchronised is there. What was not may be there, or not, or in part, sector
by sector, in any order. A removed file may come back unless its folder was made durable with it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tests.faults.disk import Act

SECTOR = 512
"""Bytes that a disk writes whole or not at all; the smallest in use."""

Loss = Literal["drop", "keep", "reorder", "tear"]
LOSSES: tuple[Loss, ...] = ("drop", "keep", "reorder", "tear")


@dataclass
class _File:
    """A file: what is durable of it, and the acts since."""

    durable: bytearray = field(default_factory=bytearray)
    waiting: list[Act] = field(default_factory=list)
    ghost: bytearray | None = None
    """What comes back if its removal was not durable."""
    is_there: bool = True


class Platter:
    """The disk, act by act; `after_cut` gives an image of it at this moment."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = {name: _File(durable=bytearray(content)) for name, content in files.items()}

    def take(self, act: Act) -> None:
        """The next act of the log."""
        if act.kind == "note":
            return
        file = self._files.setdefault(act.file, _File())
        match act.kind:
            case "write" | "truncate":
                if not file.is_there:
                    self._files[act.file] = file = _File(ghost=file.ghost)
                file.waiting.append(act)
            case "sync":
                for waiting in file.waiting:
                    _apply(file.durable, waiting)
                file.waiting.clear()
                # The name of a file that was made anew is durable with it: SQLite sees to the folder.
                file.ghost = None
            case "delete":
                ghost = None if act.durable else bytearray(file.durable)
                self._files[act.file] = _File(ghost=ghost, is_there=False)

    def after_cut(self, loss: Loss, rng: random.Random) -> dict[str, bytes]:
        """The files as they are found, by name."""
        images = {}
        for name, file in self._files.items():
            if file.ghost is not None and loss == "drop":
                images[name] = bytes(file.ghost)
            elif file.is_there:
                images[name] = bytes(_cut(file, loss, rng))
        return images


def cuts(
    log: Sequence[Act], before: Mapping[str, bytes], number: int, seed: int
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """That many images, spread over every moment of the log: how much of it was done, and the files then found.

    `before` are the files that were there when the log begins.
    """
    rng = random.Random(seed)
    places = range(1, len(log) + 1)
    chosen = [*places] * (number // len(places)) + rng.sample(places, number % len(places))
    wanted: dict[int, int] = {}
    for place in chosen:
        wanted[place] = wanted.get(place, 0) + 1
    platter = Platter(before)
    turn = 0
    for index, act in enumerate(log, start=1):
        platter.take(act)
        for _ in range(wanted.get(index, 0)):
            yield index, platter.after_cut(LOSSES[turn % len(LOSSES)], rng)
            turn += 1


def _cut(file: _File, loss: Loss, rng: random.Random) -> bytearray:
    content = bytearray(file.durable)
    match loss:
        case "drop":
            pass
        case "keep":
            for act in file.waiting:
                _apply(content, act)
        case "reorder":
            # Writes to the same place keep their order on every disk; those to other places do not.
            for act in file.waiting:
                if rng.random() < 0.5:
                    _apply(content, act)
        case "tear":
            for act in file.waiting:
                _tear(content, act, rng)
    return content


def _tear(content: bytearray, act: Act, rng: random.Random) -> None:
    if act.kind == "truncate":
        if rng.random() < 0.5:
            _apply(content, act)
        return
    start, end = act.at, act.at + len(act.data)
    at = start
    while at < end:
        until = min(end, (at // SECTOR + 1) * SECTOR)
        if rng.random() < 0.5:
            _apply(content, Act("write", act.file, at=at, data=act.data[at - start : until - start]))
        at = until


def _apply(content: bytearray, act: Act) -> None:
    if act.kind == "truncate":
        del content[act.at :]
        return
    if len(content) < act.at:
        content.extend(bytes(act.at - len(content)))
    content[act.at : act.at + len(act.data)] = act.data
