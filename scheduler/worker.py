"""Planning in a process of its own, so that it can be watched, cancelled and outlived.

`Planners` keeps one or a few such processes (`scheduler.worker_process`) warm and gives each a problem at a time. To
cancel is to end the process: that always works, whatever the solver is doing, and a new one is warm a second later.
However a search ends, what comes of it is an `Outcome`; only a broken promise of the program itself is raised, as
`Bug`, where the outcome is asked for.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, Self, cast

from planning.outcomes import InterruptedBy
from planning.plan import Plan
from planning.problem import Problem
from scheduler.progress import Progress
from scheduler.solving import Effort
from scheduler.worker_job import Asked, ChoiceJob, Job
from scheduler.worker_pipe import OUT_OF_MEMORY, Broke, Present, opened, receive, send

__all__ = ["ChoiceJob", "Job", "Planners"]

SECONDS = 60.0
"""How long a search may go on, by the clock on the wall. Our default."""
MEMORY_MIB = 1024.0
"""How much memory a worker may use. Our default: several times what the largest plans have needed."""
_ROOT = Path(__file__).resolve().parents[1]


class Planners:
    """A few worker processes and the searches that wait for them. May be used from any thread; close it when done.

    A second process is not started until two searches are wanted at once.
    """

    def __init__(self, at_most: int = 1, memory_mib: float = MEMORY_MIB) -> None:
        self.at_most = at_most
        self.memory_mib = memory_mib
        self._lock = threading.Lock()
        self._waiting: SimpleQueue[Asked[Any] | None] = SimpleQueue()
        self._open: list[Asked[Any]] = []
        self._workers: list[_Worker] = []
        self._is_closed = False
        atexit.register(self.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start the first worker now, so that the first search does not wait for OR-Tools to load."""
        with self._lock:
            self._have(1)

    def start(
        self,
        problem: Problem,
        effort: Effort | None = None,
        seconds: float = SECONDS,
        present: Present | None = None,
    ) -> Job:
        """A search for the best plan, or for the one nearest to the `present` one.

        It begins as soon as a worker is free; then it has so many seconds.
        """
        job = Job(problem, effort, seconds, present)
        self._begin(job)
        return job

    def start_choices(self, problem: Problem, plan: Plan, seconds: float = SECONDS) -> ChoiceJob:
        """A search for other plans to choose among beside that one."""
        job = ChoiceJob(problem, plan, seconds)
        self._begin(job)
        return job

    def place_of(self, job: Asked[Any]) -> int:
        """Its place among those that wait, from 1; 0: it does not wait."""
        with self._lock:
            waiting = [one for one in self._open if one.is_queued]
        return waiting.index(job) + 1 if job in waiting else 0

    def _begin(self, job: Asked[Any]) -> None:
        with self._lock:
            if self._is_closed:
                job.cancel()
                return
            self._open = [*(going for going in self._open if not going.done), job]
            self._have(len(self._open))
            self._waiting.put(job)

    def processes(self) -> tuple[int, ...]:
        """The ids of the worker processes that live."""
        with self._lock:
            return tuple(worker.process.pid for worker in self._workers if worker.process and worker.lives)

    def close(self) -> None:
        """End every search and every worker, and wait until they are gone. Again: nothing."""
        atexit.unregister(self.close)
        with self._lock:
            self._is_closed = True
            workers, self._workers = self._workers, []
            for worker in workers:
                worker.is_closing = True
            for job in self._open:
                job.cancel()
        for _ in workers:
            self._waiting.put(None)
        for worker in workers:
            worker.thread.join()

    def _have(self, wanted: int) -> None:
        while len(self._workers) < min(wanted, self.at_most) and not self._is_closed:
            self._workers.append(_Worker(self._waiting, self.memory_mib))


class _Worker:
    """One worker process at a time, and the thread that speaks to it. One that has died is followed by another."""

    def __init__(self, waiting: SimpleQueue[Asked[Any] | None], memory_mib: float) -> None:
        self._waiting = waiting
        self._memory_mib = memory_mib
        self.is_closing = False
        self.process = self._start()
        self.thread = threading.Thread(target=self._work, name="stegvis-planner", daemon=True)
        self.thread.start()

    @property
    def lives(self) -> bool:
        """Whether its process does."""
        return self.process is not None and self.process.poll() is None

    def _start(self) -> subprocess.Popen[bytes] | None:
        """A new process; None where the computer gives none.

        It loads while nobody waits, and says nothing to the terminal: a traceback can hold a name.
        """
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        with contextlib.suppress(OSError):
            return subprocess.Popen(  # noqa: S603 – starts this program's own module
                [sys.executable, "-P", "-m", "scheduler.worker_process", str(self._memory_mib)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return None

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            if not job.done:
                self._plan(job)
        if self.process is not None:
            _end(self.process)

    def _plan(self, job: Asked[Any]) -> None:
        """One search to its end, however it ends; then a living process stands ready for the next."""
        process = self._ready()
        if process is None:
            job.interrupt(InterruptedBy.WORKER_DIED)
        elif job.take(process.kill):
            clock = threading.Timer(job.limit, job.interrupt, (InterruptedBy.OUT_OF_TIME,))
            clock.daemon = True
            clock.start()
            job.finish(_converse(process, job))
            clock.cancel()
            self._ready()

    def _ready(self) -> subprocess.Popen[bytes] | None:
        """The process; one that has died is followed by another."""
        if not self.lives:
            if self.process is not None:
                _end(self.process)
            self.process = None if self.is_closing else self._start()
        return self.process


def _converse(process: subprocess.Popen[bytes], job: Asked[Any]) -> object:
    """Tell the process the task, and listen until it has answered or is gone. A search never hangs on what it says."""
    try:
        send(cast(IO[bytes], process.stdin), job.task)
        while isinstance(said := opened(receive(cast(IO[bytes], process.stdout))), Progress):
            job.tell(said)
    except (EOFError, OSError):
        return InterruptedBy.OUT_OF_MEMORY if _end(process) == OUT_OF_MEMORY else InterruptedBy.WORKER_DIED
    except Exception as error:  # noqa: BLE001 – whatever it is, somebody waits for an answer
        _end(process)
        return Broke("worker_broke", {"kind": type(error).__name__})
    return said


def _end(process: subprocess.Popen[bytes]) -> int:
    """End the process and let go of it; its exit status."""
    process.kill()
    status = process.wait()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            cast(IO[bytes], pipe).close()
    return status
