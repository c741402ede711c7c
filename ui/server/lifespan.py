"""What happens when the app starts and stops, and the route that says it is well."""

from __future__ import annotations

import gc
import importlib
import logging
import os
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse

_HEAVY = ("casework.app_verbs", "casework.kept_documents", "casework.searching")
"""Importing these brings the solver, the database and the PDF writer in."""


DEMO = "STEGVIS_DEMO"
"""Set: an invented student whose case is half done."""


async def health(_: Request) -> JSONResponse:
    """That the app answers. Says nothing else."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


def keep_log_quiet() -> None:
    """Neither addresses nor the text of errors reach the log: both can tell of a student.

    Streamlit sets the loggers up anew when it starts, so this comes after. `say_calmly` logs what may be logged.
    """
    logging.getLogger("uvicorn.access").setLevel(logging.WARNING)
    logging.getLogger("streamlit.error_util").addFilter(lambda _: False)


def while_running(open_at: str | None) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """The lifespan: load what is heavy once, have a worker ready, keep the log quiet, open the browser at `open_at`.

    The worker ends with the app.
    """

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        for name in _HEAVY:
            importlib.import_module(name)
        if os.environ.get(DEMO):
            importlib.import_module("casework.app_verbs").open_demo()
        searching = importlib.import_module("casework.searching")
        searching.the_planners().warm()
        # The collector would otherwise walk through all of the loaded libraries again and again.
        gc.collect()
        gc.freeze()
        keep_log_quiet()
        if open_at is not None:
            webbrowser.open(open_at)
        yield
        searching.close_planners()

    return lifespan
