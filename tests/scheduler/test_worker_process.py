"""What the worker process itself does with a task."""

from __future__ import annotations

import io
import pickle

import pytest

from planning.errors import Bug
from planning.outcomes import Found
from planning.problem import Problem
from scheduler import worker_process
from scheduler.planner import plan_for
from scheduler.progress import Progress, Watch
from scheduler.replanning import replan
from scheduler.solving import Effort
from scheduler.worker_pipe import Broke, Present, Task, opened, receive, send
from tests.planning.builders import A_WEEK, need, problem

TASK = pickle.dumps(Task.of(problem(steps=2), Effort()))


def test_a_task_is_answered_and_the_way_there_is_told() -> None:
    """Every sign of progress goes over the pipe before the answer."""
    pipe = io.BytesIO()
    answer = worker_process._answer(TASK, pipe)
    assert isinstance(answer, Found)
    pipe.seek(0)
    first = opened(receive(pipe))
    assert isinstance(first, Progress)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Bug("plan_breaks_promises", promises=("a",)), ("plan_breaks_promises", "promises", ("a",))),
        (ValueError("Test Testsson"), ("planner_broke", "kind", "ValueError")),
    ],
)
def test_what_breaks_is_told_without_anybody_s_name(
    monkeypatch: pytest.MonkeyPatch, error: Exception, told: tuple[str, str, object]
) -> None:
    """The process lives on; what an error says can hold what somebody has answered."""

    def breaks(_problem: Problem, _effort: Effort, _watch: Watch) -> None:
        raise error

    monkeypatch.setattr(worker_process, "plan_for", breaks)
    answer = worker_process._answer(TASK, io.BytesIO())
    assert isinstance(answer, Broke)
    code, field, value = told
    assert (answer.code, answer.data[field]) == (code, value)
    assert "Testsson" not in repr(answer)


def test_a_problem_travels_as_what_it_says() -> None:
    """It is the same at the other end, and what was worked out from it on the way stays here."""
    of = problem(A_WEEK, need("max_days", n=3), need("coach_at_first_lesson"), steps=3)
    plan_for(of)
    sent = opened(pickle.dumps(Task.of(of, Effort())))
    assert sent.problem == of
    assert plan_for(sent.problem) == plan_for(of)


def test_a_plan_can_be_made_anew_near_the_present_one() -> None:
    """As `replan` makes it, from that step on."""
    before = problem(A_WEEK, steps=3)
    found = plan_for(before)
    assert isinstance(found, Found)
    after = problem(A_WEEK, need("avoid_subject", subjects=["Bild"]), steps=3)
    task = pickle.dumps(Task.of(after, present=Present(found.plan, 2)))
    answer = worker_process._answer(task, io.BytesIO())
    assert answer == replan(after, found.plan, from_step=2)
    assert isinstance(answer, Found)
    assert answer.plan.steps[0].lessons == found.plan.steps[0].lessons


def test_a_message_that_breaks_off_is_no_message() -> None:
    """The other end is gone."""
    pipe = io.BytesIO()
    send(pipe, "hej")
    half = io.BytesIO(pipe.getvalue()[:-1])
    with pytest.raises(EOFError):
        receive(half)
    with pytest.raises(EOFError):
        receive(io.BytesIO())


def test_the_memory_in_use_is_known_where_the_system_tells() -> None:
    """More than an interpreter takes, less than a computer has; or nothing."""
    used = worker_process._used_mib()
    assert used is None or 10 < used < 100_000
