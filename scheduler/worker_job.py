"""What is asked of a worker process, from the moment it is asked for: how far it has come, and what it came to."""

from __future__ import annotations

import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from planning.alternatives import Alternatives, WhyNone
from planning.contacts import first_contact
from planning.errors import Bug
from planning.outcomes import Interrupted, InterruptedBy, Outcome
from planning.plan import Plan
from planning.problem import Problem
from scheduler.progress import Progress
from scheduler.solving import Effort
from scheduler.worker_pipe import Broke, Present, Task

T = TypeVar("T")


class Asked(ABC, Generic[T]):
    """One search, from the moment it is asked for. May be used from any thread."""

    def __init__(self, task: Task, seconds: float) -> None:
        self.task = task
        self.limit = seconds
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._kill: Callable[[], None] | None = None
        self._began: float | None = None
        self._why: InterruptedBy | None = None
        self._progress: Progress | None = None
        self._answer: T | Broke | None = None

    @property
    def progress(self) -> Progress | None:
        """How far it has come, with the best checked plan so far; None before the first sign."""
        return self._progress

    @property
    def done(self) -> bool:
        """Whether it has ended, in whatever way."""
        return self._ended.is_set()

    @property
    def is_queued(self) -> bool:
        """Whether it waits for a worker to be free."""
        return self._began is None and not self.done

    @property
    def seconds(self) -> float:
        """How long it has been going on; 0 while it waits."""
        return 0.0 if self._began is None else time.monotonic() - self._began

    def wait(self, timeout: float | None = None) -> T | None:
        """What it came to; None when it has not ended within so many seconds. Raises `Bug` when the planner broke."""
        if not self._ended.wait(timeout):
            return None
        if isinstance(self._answer, Broke):
            raise Bug(self._answer.code, **self._answer.data)
        return self._answer

    def cancel(self) -> None:
        """End it now. What it had found stays in its outcome; one that has ended is as it was."""
        self.interrupt(InterruptedBy.CANCELLED)

    def interrupt(self, why: InterruptedBy) -> None:
        """End it now, for that reason; the first reason counts."""
        with self._lock:
            if self.done:
                return
            self._why = self._why or why
            if self._kill is None:
                self._end(self._cut_short(self._why))
            else:
                self._kill()

    def take(self, kill: Callable[[], None]) -> bool:
        """A worker begins with it; `kill` ends that worker. False when it has been cancelled meanwhile."""
        with self._lock:
            if self.done:
                return False
            self._began = time.monotonic()
            self._kill = kill
            return True

    def tell(self, progress: Progress) -> None:
        """Its worker has come so far. What is best so far is not proven, and stays until there is a better one."""
        before = self._progress.best if self._progress is not None else None
        best = before if progress.best is None else progress.best.model_copy(update={"proven": False})
        self._progress = progress.model_copy(update={"best": best})

    def finish(self, answer: T | Broke | InterruptedBy) -> None:
        """Its worker has answered, or has ended without: then why, unless somebody has ended it for another reason."""
        with self._lock:
            self._kill = None
            self._end(self._cut_short(self._why or answer) if isinstance(answer, InterruptedBy) else answer)

    @abstractmethod
    def _cut_short(self, why: InterruptedBy) -> T:
        """What it comes to when it ends before it was ready."""

    def _end(self, answer: T | Broke) -> None:
        self._answer = answer
        self._ended.set()


class Job(Asked[Outcome]):
    """The search for a plan."""

    def __init__(
        self, problem: Problem, effort: Effort | None, seconds: float, present: Present | None = None
    ) -> None:
        super().__init__(Task.of(problem, effort, present), seconds)
        self._contact = first_contact(problem)

    def _cut_short(self, why: InterruptedBy) -> Interrupted:
        best = None if self.progress is None else self.progress.best
        return Interrupted(why=why, seconds=round(self.seconds, 1), contact=self._contact, best=best)


class ChoiceJob(Asked[Alternatives]):
    """The search for other plans to choose among. What is found when it is cut short is not kept."""

    def __init__(self, problem: Problem, plan: Plan, seconds: float) -> None:
        super().__init__(Task.of_others(problem, plan), seconds)

    def _cut_short(self, why: InterruptedBy) -> Alternatives:
        is_wish = why is InterruptedBy.CANCELLED
        return Alternatives(why_none=WhyNone.STOPPED if is_wish else WhyNone.OUT_OF_TIME)
