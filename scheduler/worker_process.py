"""The process that solves: OR-Tools is loaded once, then one problem after the other is planned.

It is started by `scheduler.worker` and ends with it: when the pipe closes, nobody waits for an answer any more.

Memory. CP-SAT does not obey its own limit and takes the whole process along when there is none left. So this process
looks at its own size and ends before that, with a status that tells why: on Linux by the memory in use now
(`/proc/self/statm`), on macOS by the most it has ever used (`getrusage`). Windows has neither; there nothing is
watched, and a search that takes all memory is told of as a worker that died.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from queue import SimpleQueue
from typing import IO, NoReturn

from planning.alternatives import Alternatives
from planning.errors import Bug
from planning.outcomes import Outcome
from scheduler.alternatives import alternatives
from scheduler.planner import plan_for
from scheduler.progress import Watch
from scheduler.replanning import BRIEF, replan
from scheduler.worker_pipe import OUT_OF_MEMORY, Broke, Task, opened, receive, send

if sys.platform != "win32":
    import resource

LOOK_SECONDS = 0.02
"""How often the memory is looked at. Our default: less than the solver can fill a computer in."""
_SIZES = Path("/proc/self/statm")
_FIRST_TO_GO = "500"
"""When the whole computer runs out of memory, this process is ended before the one that keeps the answers."""


def main() -> NoReturn:
    """Solve what comes over the pipe until it closes. The first argument is the limit in MiB."""
    # Ctrl-C in a terminal reaches this process too; the app ends it in its own time.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, encoding="ascii")
    answers = _pipe_out()
    tasks: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, tasks), daemon=True).start()
    threading.Thread(target=_watch_memory, args=(float(sys.argv[1]),), daemon=True).start()
    while True:
        _tell(answers, _answer(tasks.get(), answers))


def _pipe_out() -> IO[bytes]:
    """The pipe to the app. What a library prints goes elsewhere and cannot be taken for an answer."""
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "wb")


def _listen(pipe: IO[bytes], tasks: SimpleQueue[bytes]) -> None:
    """Put by what comes; end the process when the app is gone, whatever is being solved."""
    try:
        while True:
            tasks.put(receive(pipe))
    except (EOFError, OSError):
        os._exit(0)


def _tell(pipe: IO[bytes], message: object) -> None:
    try:
        send(pipe, message)
    except OSError:
        os._exit(0)


def _answer(content: bytes, answers: IO[bytes]) -> Outcome | Alternatives | Broke:
    """What planning comes to. A broken promise is sent over, to be raised where somebody can be told."""
    try:
        return _planned(opened(content), lambda progress: _tell(answers, progress))
    except Bug as bug:
        return Broke(bug.code, bug.data)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception as error:  # noqa: BLE001 – the reader is told calmly, and without the text: it can hold a name
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Broke("planner_broke", {"kind": type(error).__name__, "at": f"{place.name}:{place.lineno}"})


def _planned(task: Task, watch: Watch) -> Outcome | Alternatives:
    if task.present is None:
        return plan_for(task.problem, task.effort, watch)
    plan, from_step = task.present
    if task.asks_for_others:
        return alternatives(task.problem, plan, watch=watch)
    return replan(task.problem, plan, task.effort or BRIEF, watch, from_step=from_step)


def _watch_memory(limit: float) -> None:
    while (used := _used_mib()) is not None:
        if used > limit:
            os._exit(OUT_OF_MEMORY)
        time.sleep(LOOK_SECONDS)


def _used_mib() -> float | None:
    """MiB of memory in use; None where the system does not say."""
    if sys.platform == "win32":
        return None
    try:
        return int(_SIZES.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / 2**20 if sys.platform == "darwin" else most / 2**10


if __name__ == "__main__":
    main()
