"""Workers that never answer by themselves: the test says what comes of each search."""

from __future__ import annotations

import threading

from planning.outcomes import InterruptedBy
from planning.problem import Problem
from scheduler.solving import Effort
from scheduler.worker import SECONDS, Job


class HeldPlanners:
    """Stands where `scheduler.worker.Planners` does."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def start(self, of: Problem, seconds: float = SECONDS) -> Job:
        """A search that a worker has begun with; ending the worker ends it, as with a real one."""
        job = Job(of, Effort(), seconds)
        job.take(threading.Thread(target=job.finish, args=(InterruptedBy.WORKER_DIED,)).start)
        self.jobs.append(job)
        return job
