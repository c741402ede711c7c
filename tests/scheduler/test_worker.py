"""A search in a process of its own ends in an outcome, whatever happens to the process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planning.checks.judge import broken_promises
from planning.errors import Bug
from planning.outcomes import Conflict, Found, Interrupted, InterruptedBy, Outcome
from planning.problem import Problem
from scheduler.planner import plan_for
from scheduler.solving import Effort
from scheduler.worker import Job, Planners
from scheduler.worker_pipe import Broke
from tests.planning.builders import A_WEEK, need, problem
from tests.planning.crowded import crowded_week

ROOT = Path(__file__).resolve().parents[2]
QUICK = problem(A_WEEK, need("max_days", n=3), steps=3)
SLOW = problem(
    crowded_week(3, lessons=100), need("max_days", n=2, growth_per_step=1),
    need("max_idle_gap", "wish_2", minutes=20), steps=12,
)  # fmt: skip
"""Has a plan within a second, and is not proven for many."""
LARGE = problem(crowded_week(3, lessons=200), need("max_days", n=2, growth_per_step=1), steps=16)
"""Takes a hundred MiB more than a small one."""
SOON = 3.0
"""Seconds that a search may take to end once it is told to, on a busy computer."""
PATIENCE = 60.0
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be halted by a signal here")


@pytest.fixture(scope="module")
def planners() -> Iterator[Planners]:
    """Two workers at most, shared by the tests: what one of them does to a worker must not reach the next."""
    with Planners(at_most=2) as opened:
        opened.warm()
        yield opened


def ended(job: Job, within: float = PATIENCE) -> Outcome:
    """What it came to."""
    outcome = job.wait(within)
    assert outcome is not None, "the search has not ended"
    return outcome


def expect_interrupted(job: Job, why: InterruptedBy, within: float = PATIENCE) -> Interrupted:
    """What it came to, which was ended for that reason, with somebody to meet meanwhile."""
    outcome = ended(job, within)
    assert isinstance(outcome, Interrupted)
    assert (outcome.why, outcome.contact.date) == (why, SLOW.steps[0].first_day)
    return outcome


def until(holds: Callable[[], object]) -> None:
    """Wait for it."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def lives(pid: int) -> bool:
    """Whether that process runs; one that nobody has taken leave of does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def halted(planners: Planners) -> tuple[Job, int]:
    """A search that has found something, in a worker that has stopped moving; the worker's id."""
    job = planners.start(SLOW)
    until(lambda: job.progress is not None and job.progress.best is not None)
    assert not job.done
    (pid,) = planners.processes()
    os.kill(pid, signal.SIGSTOP)
    return job, pid


@pytest.mark.parametrize("of", [QUICK, problem(crowded_week(1), need("max_days", n=3), steps=3)], ids=["few", "many"])
def test_a_worker_finds_the_plan_that_is_found_directly(monkeypatch: pytest.MonkeyPatch, of: Problem) -> None:
    """To the byte, in processes that put their sets in different orders."""
    plans = {plan_for(of).model_dump_json()}
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        with Planners() as planners:
            plans.add(ended(planners.start(of)).model_dump_json())
    assert len(plans) == 1


def test_a_conflict_comes_through_as_it_is(planners: Planners) -> None:
    """With its needs and ways out."""
    of = problem(A_WEEK, need("no_lessons_yet"), need("full_restore"), steps=2)
    outcome = ended(planners.start(of))
    assert isinstance(outcome, Conflict)
    assert outcome == plan_for(of)


def test_a_search_tells_how_far_it_has_come(planners: Planners) -> None:
    """The best plan so far is never called proven, the last one may be."""
    job = planners.start(QUICK)
    outcome = ended(job)
    assert isinstance(outcome, Found)
    assert outcome.plan.proven
    assert job.progress is not None
    assert job.progress.done == job.progress.of
    assert job.progress.best is not None
    assert not job.progress.best.proven


@on_posix
def test_a_search_is_cancelled_at_once_and_leaves_its_best_plan() -> None:
    """Also in a worker that does not answer; the plan has passed every check and is not called proven."""
    with Planners() as alone:
        job, pid = halted(alone)
        began = time.monotonic()
        job.cancel()
        outcome = expect_interrupted(job, InterruptedBy.CANCELLED, SOON)
        assert time.monotonic() - began < SOON
        assert outcome.best is not None
        assert not outcome.best.proven
        assert not broken_promises(SLOW, outcome.best)
        assert isinstance(ended(alone.start(QUICK)), Found)
        assert pid not in alone.processes()


@on_posix
def test_a_worker_that_is_killed_is_followed_by_another() -> None:
    """The search says that it stopped, and the next one finds its plan."""
    with Planners() as alone:
        job, pid = halted(alone)
        os.kill(pid, signal.SIGKILL)
        assert expect_interrupted(job, InterruptedBy.WORKER_DIED, SOON).best is not None
        assert isinstance(ended(alone.start(QUICK)), Found)
        assert pid not in alone.processes()


@on_posix
def test_a_worker_that_dies_while_nobody_looks_is_not_noticed() -> None:
    """The next search has a living one."""
    with Planners() as alone:
        assert isinstance(ended(alone.start(QUICK)), Found)
        (pid,) = alone.processes()
        os.kill(pid, signal.SIGKILL)
        until(lambda: pid not in alone.processes())
        assert isinstance(ended(alone.start(QUICK)), Found)


@on_posix
def test_time_runs_out_for_a_worker_that_does_not_move() -> None:
    """A search never hangs, and says how long it went on."""
    with Planners() as alone:
        alone.warm()
        (pid,) = alone.processes()
        os.kill(pid, signal.SIGSTOP)
        outcome = expect_interrupted(alone.start(SLOW, seconds=0.3), InterruptedBy.OUT_OF_TIME, SOON)
        assert 0.3 <= outcome.seconds < SOON


def test_a_search_that_takes_too_long_ends_with_its_best_plan(planners: Planners) -> None:
    """Or with none, if there was no time for any."""
    outcome = expect_interrupted(planners.start(SLOW, seconds=1.0), InterruptedBy.OUT_OF_TIME, 1.0 + SOON)
    assert outcome.best is None or not outcome.best.proven


def test_without_any_effort_the_time_ran_out_too(planners: Planners) -> None:
    """Work is counted beside the clock on the wall."""
    none = Effort(by_cores=0.0, by_bounds=0.0, interleaved=0.0)
    expect_interrupted(planners.start(SLOW, none), InterruptedBy.OUT_OF_TIME)


@on_posix
def test_a_worker_with_hardly_any_memory_says_so() -> None:
    """And every time anew: it is started once for each search, not for ever."""
    with Planners(memory_mib=1) as small:
        for _ in range(2):
            expect_interrupted(small.start(QUICK), InterruptedBy.OUT_OF_MEMORY)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not say how much memory is in use")
def test_a_search_that_outgrows_its_memory_ends_and_the_next_one_finds_its_plan() -> None:
    """The limit is a little above what a small plan needs."""
    with Planners() as warm:
        ended(warm.start(QUICK))
        (pid,) = warm.processes()
        idle = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    with Planners(memory_mib=idle + 25) as small:
        expect_interrupted(small.start(LARGE), InterruptedBy.OUT_OF_MEMORY)
        assert isinstance(ended(small.start(QUICK)), Found)


@pytest.mark.parametrize("workers", [1, 2])
def test_two_threads_may_look_for_plans_at_once(workers: int) -> None:
    """Each has its own answer, whether they share a worker or not."""
    problems = [problem(A_WEEK, need("max_days", n=n), steps=2) for n in (1, 2, 3, 4)]
    found: dict[int, Outcome] = {}
    with Planners(at_most=workers) as shared:
        def look(number: int) -> None:
            found[number] = ended(shared.start(problems[number]))

        threads = [threading.Thread(target=look, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert 1 <= len(shared.processes()) <= workers
    assert [found[number] for number in range(4)] == [plan_for(of) for of in problems]


@on_posix
def test_a_search_that_waits_for_its_turn_can_be_cancelled() -> None:
    """The one before it goes on."""
    with Planners() as alone:
        first, pid = halted(alone)
        second = alone.start(QUICK)
        assert second.is_queued
        second.cancel()
        outcome = expect_interrupted(second, InterruptedBy.CANCELLED, SOON)
        assert (outcome.seconds, outcome.best) == (0.0, None)
        assert not first.done
        os.kill(pid, signal.SIGCONT)
        done = first.progress.done if first.progress is not None else 0
        until(lambda: first.progress is not None and first.progress.done > done)


def test_one_that_has_ended_cannot_be_cancelled(planners: Planners) -> None:
    """Its plan stays, and the worker that found it is let be."""
    job = planners.start(QUICK)
    outcome = ended(job)
    processes = planners.processes()
    job.cancel()
    assert ended(job) == outcome
    assert set(processes) <= set(planners.processes())


def test_nothing_is_left_of_planners_that_are_closed() -> None:
    """No process, no search that waits for ever; and there is an answer to whoever comes too late."""
    with Planners(at_most=2) as closing:
        going = [closing.start(SLOW) for _ in range(3)]
        until(lambda: len(closing.processes()) == 2)
        processes = closing.processes()
    for job in [*going, closing.start(QUICK)]:
        expect_interrupted(job, InterruptedBy.CANCELLED, SOON)
    assert not any(Path(f"/proc/{pid}").exists() for pid in processes)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes cannot be looked up here")
def test_a_worker_does_not_outlive_the_program_that_started_it() -> None:
    """Even where the program was ended without any chance to tidy up, in the middle of a search."""
    program = """
import os, signal, time
from scheduler.worker import Planners
from tests.scheduler.test_worker import SLOW, halted, until
planners = Planners()
job = planners.start(SLOW)
until(lambda: job.progress is not None)
print(*planners.processes(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    (pid,) = map(int, done.stdout.split())
    until(lambda: not lives(pid))
    assert done.returncode == -signal.SIGKILL


def test_a_broken_promise_is_raised_where_the_plan_is_asked_for() -> None:
    """It is a fault of the program's own, and no outcome."""
    job = Job(QUICK, Effort(), 1.0)
    job.take(lambda: None)
    job.finish(Broke("plan_breaks_promises", {"promises": ["x"]}))
    with pytest.raises(Bug) as raised:
        job.wait(0)
    assert (raised.value.code, raised.value.data) == ("plan_breaks_promises", {"promises": ["x"]})
