"""The process that reads files: it loads its readers once, takes the limits upon itself, and reads one after the other.

Started by `interop.apart`, and ends with it: when the pipe closes, nobody waits for an answer any more.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, NoReturn

from interop.apart_limits import begin_file, has_grown, set_limits
from interop.apart_pipe import LAST, MORE, OUT_OF_MEMORY, READ, READY, REFUSED, Refusal, receive, send
from planning.errors import BadInput

Task = Callable[[bytes, bytes], bytes]
"""What to do with a file: arguments as JSON, and its content; gives JSON. Raises `BadInput`."""
MOST_ASKED = 64_000_000
"""Bytes of a file and of the arguments; the readers have limits of their own that say what to do."""


def serve(tasks: Mapping[str, Task]) -> NoReturn:
    """Read what is asked for until the pipe closes. The first argument of the program is the folder it may write in."""
    # Ctrl-C in a terminal reaches this process too; the app ends it in its own time.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    folder = Path(sys.argv[1])
    tempfile.tempdir = str(folder)
    questions, answers = sys.stdin.buffer, _pipe_out()
    gc.collect()
    gc.freeze()
    set_limits(folder)
    try:
        send(answers, READY)
        while True:
            task, arguments, content = (receive(questions, MOST_ASKED) for _ in range(3))
            kind, said = _answer(tasks[task.decode()], arguments, content)
            send(answers, kind + (LAST if has_grown() else MORE) + said)
    except (EOFError, OSError):
        pass
    os._exit(0)


def _pipe_out() -> IO[bytes]:
    """The pipe to the app. What a library prints goes elsewhere and cannot be taken for an answer."""
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "wb")


def _answer(task: Task, arguments: bytes, content: bytes) -> tuple[bytes, bytes]:
    """What the file came to. Whatever a library lets out is a file that cannot be read: the reader hears no more."""
    begin_file()
    try:
        return READ, task(arguments, content)
    except BadInput as refused:
        return REFUSED, Refusal.of(refused).model_dump_json().encode()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 – broken files break libraries in ways that nobody has listed
        return REFUSED, Refusal(code="file_stops_reader", data={"file": ""}).model_dump_json().encode()
