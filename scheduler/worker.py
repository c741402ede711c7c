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
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Self, cast

from planning.contacts import first_contact
from planning.errors import Bug
from planning.outcomes import Interrupted, InterruptedBy, Outcome
from planning.problem import Problem
from scheduler.progress import Progress
from scheduler.solving import Effort
from scheduler.worker_pipe import OUT_OF_MEMORY, Broke, Present, Task, opened, receive, send

SECONDS = 60.0
"""How long a search may go on, by the clock on the wall. Our default."""
MEMORY_MIB = 1024.0
"""How much memory a worker may use. Our default: several times what the largest plans have needed."""
_ROOT = Path(__file__).resolve().parents[1]


class Job:
    """One search, from the moment it is asked for. May be used from any thread."""

    def __init__(
        self, problem: Problem, effort: Effort | None, seconds: float, present: Present | None = None
    ) -> None:
        self.task = Task.of(problem, effort, present)
        self.limit = seconds
        self._contact = first_contact(problem)
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._kill: Callable[[], None] | None = None
        self._began: float | None = None
        self._why: InterruptedBy | None = None
        self._progress: Progress | None = None
        self._answer: Outcome | Broke | None = None

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

    def wait(self, timeout: float | None = None) -> Outcome | None:
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
                self._end(self._interrupted(self._why))
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

    def finish(self, answer: Outcome | Broke | InterruptedBy) -> None:
        """Its worker has answered, or has ended without: then why, unless somebody has ended it for another reason."""
        with self._lock:
            self._kill = None
            self._end(self._interrupted(self._why or answer) if isinstance(answer, InterruptedBy) else answer)

    def _interrupted(self, why: InterruptedBy) -> Interrupted:
        best = None if self._progress is None else self._progress.best
        return Interrupted(why=why, seconds=round(self.seconds, 1), contact=self._contact, best=best)

    def _end(self, answer: Outcome | Broke) -> None:
        self._answer = answer
        self._ended.set()


class Planners:
    """A few worker processes and the searches that wait for them. May be used from any thread; close it when done.

    A second process is not started until two searches are wanted at once.
    """

    def __init__(self, at_most: int = 1, memory_mib: float = MEMORY_MIB) -> None:
        self.at_most = at_most
        self.memory_mib = memory_mib
        self._lock = threading.Lock()
        self._waiting: SimpleQueue[Job | None] = SimpleQueue()
        self._open: set[Job] = set()
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
        with self._lock:
            if self._is_closed:
                job.cancel()
                return job
            self._open = {going for going in self._open if not going.done} | {job}
            self._have(len(self._open))
            self._waiting.put(job)
        return job

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

    def __init__(self, waiting: SimpleQueue[Job | None], memory_mib: float) -> None:
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

    def _plan(self, job: Job) -> None:
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


def _converse(process: subprocess.Popen[bytes], job: Job) -> Outcome | Broke | InterruptedBy:
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
    return cast(Outcome | Broke, said)


def _end(process: subprocess.Popen[bytes]) -> int:
    """End the process and let go of it; its exit status."""
    process.kill()
    status = process.wait()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            cast(IO[bytes], pipe).close()
    return status
