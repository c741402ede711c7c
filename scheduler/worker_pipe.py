"""What the app and its worker process say to each other: whole messages over a pipe, each with its length before it.

Pickle is safe here and nowhere else: both ends are this program, and nobody else can write to the pipe.
"""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any, NamedTuple

from planning.plan import Plan
from planning.problem import Problem
from scheduler.solving import Effort

OUT_OF_MEMORY = 86
"""The exit status of a worker that has outgrown its limit. Our own choice."""

_LENGTH = struct.Struct(">Q")


class Present(NamedTuple):
    """The plan as it stands; the steps before `from_step` have been lived and stay as they were."""

    plan: Plan
    from_step: int = 1


class Task(NamedTuple):
    """A problem to be solved. It travels as what it says: what has been worked out from it is left behind."""

    content: bytes
    effort: Effort | None = None
    """None: what is usual for the task."""
    present: Present | None = None
    """What the plan is to stay near to; None for a plan from the beginning."""
    asks_for_others: bool = False
    """Whether other plans to choose among are looked for, beside the present one."""

    @classmethod
    def of(cls, problem: Problem, effort: Effort | None = None, present: Present | None = None) -> Task:
        """The task of solving that problem."""
        return cls(problem.model_dump_json().encode(), effort, present)

    @classmethod
    def of_others(cls, problem: Problem, plan: Plan) -> Task:
        """The task of finding other plans to choose among."""
        return cls(problem.model_dump_json().encode(), None, Present(plan), asks_for_others=True)

    @property
    def problem(self) -> Problem:
        """The problem, anew."""
        return Problem.model_validate_json(self.content)


class Broke(NamedTuple):
    """The planner itself broke a promise: the code and data of its `Bug`."""

    code: str
    data: dict[str, object]


def send(pipe: IO[bytes], message: object) -> None:
    """The message, whole. Raises `OSError` when nobody is there."""
    content = pickle.dumps(message)
    pipe.write(_LENGTH.pack(len(content)) + content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """The next message as it came, for `opened`. Raises `EOFError` when the other end is gone."""
    (length,) = _LENGTH.unpack(_whole(pipe, _LENGTH.size))
    return _whole(pipe, length)


def opened(content: bytes) -> Any:
    """What was sent."""
    return pickle.loads(content)  # noqa: S301 – between this program and the process that it has started itself


def _whole(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content
