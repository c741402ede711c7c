"""Workers that never answer by themselves: the test says what comes of each search."""

from __future__ import annotations

import threading
from typing import Any

from planning.outcomes import InterruptedBy
from planning.plan import Plan
from planning.problem import Problem
from scheduler.solving import Effort
from scheduler.worker import SECONDS, ChoiceJob, Job
from scheduler.worker_job import Asked


class HeldPlanners:
    """Stands where `scheduler.worker.Planners` does."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.choices: list[ChoiceJob] = []
        self.place = 0
        """The place in line that every search is said to have."""

    def start(self, of: Problem, seconds: float = SECONDS) -> Job:
        """A search that a worker has begun with; ending the worker ends it, as with a real one."""
        job = Job(of, Effort(), seconds)
        job.take(threading.Thread(target=job.finish, args=(InterruptedBy.WORKER_DIED,)).start)
        self.jobs.append(job)
        return job

    def start_choices(self, of: Problem, plan: Plan, seconds: float = SECONDS) -> ChoiceJob:
        """A search for other plans that a worker has begun with."""
        job = ChoiceJob(of, plan, seconds)
        job.take(threading.Thread(target=job.finish, args=(InterruptedBy.WORKER_DIED,)).start)
        self.choices.append(job)
        return job

    def place_of(self, _: Asked[Any]) -> int:
        """As told."""
        return self.place
