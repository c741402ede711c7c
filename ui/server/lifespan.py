"""What happens when the app starts and stops, while it runs, and the route that says it is well."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import logging
import os
import sys
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse

from casework.logging_in import DEMO, the_door
from casework.sessions import the_sessions
from planning.errors import PlanningError
from ui.server.settings import check_settings
from ui.server.tabs import TABS
from wording.errors import say_error

_HEAVY = ("casework.app_verbs", "casework.kept_documents", "casework.searching")
"""Importing these brings the solver, the database and the PDF writer in."""
COLLECT_AFTER = (50_000, 20, 50)
"""Objects made before the collector walks through the young, and how many such walks before the older (our default:
a page makes some ten thousand that all die with it)."""
LOOKS_EVERY_SECONDS = 3
"""How often ended sessions' tabs are looked for (our default): one query for all tabs of the process."""


async def health(_: Request) -> JSONResponse:
    """That the app answers. Says nothing else."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


def keep_log_quiet() -> None:
    """Neither addresses nor the text of errors reach the log: both can tell of a student.

    Streamlit sets the loggers up anew when it starts, so this comes after. `say_calmly` logs what may be logged.
    """
    for name in ("uvicorn.access", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("streamlit.error_util").addFilter(lambda _: False)


def settle_collector() -> None:
    """The collector would otherwise walk through all of the loaded libraries again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


def while_running(open_at: str | None, pinned: dict[str, Any]) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """The lifespan: check the settings, load what is heavy once, have a worker ready, open the browser at `open_at`.

    The worker ends with the app.
    """

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        try:
            check_settings(pinned)
            for name in _HEAVY:
                importlib.import_module(name)
            _open_what_asks_nobody()
        except PlanningError as error:
            # One sentence instead of a traceback; nothing is served.
            sys.stderr.write(f"{say_error(error)}\n")
            sys.stderr.flush()
            os._exit(2)
        searching = importlib.import_module("casework.searching")
        searching.the_planners().warm()
        upkeep = importlib.import_module("casework.upkeep").Upkeep()
        settle_collector()
        keep_log_quiet()
        if open_at is not None:
            webbrowser.open(open_at)
        upkeep.start()
        looking = asyncio.create_task(_look_after_tabs())
        yield
        looking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await looking
        searching.close_planners()
        importlib.import_module("casework.reading_apart").close_readers()
        upkeep.stop()

    return lifespan


def _open_what_asks_nobody() -> None:
    """In a showing, or with a key file, the cases are open from the start. Raises `NotAllowed` or `BadInput`."""
    door = the_door()
    if os.environ.get(DEMO):
        importlib.import_module("casework.demo").seed_demo(door.open_for_showing())
    elif door.safe.places.secret is not None:
        door.safe.store()


async def _look_after_tabs() -> None:
    """Closes the tabs of sessions that have ended, wherever they were ended; alone, the last one locks."""
    while True:
        await asyncio.sleep(LOOKS_EVERY_SECONDS)
        try:
            await to_thread.run_sync(close_ended)
        except PlanningError as error:
            # The file is busy or out of reach; the next look may find it.
            logging.getLogger("stegvis").warning("tabs not looked after: %s", error.code)


def close_ended() -> None:
    """One look."""
    door = the_door()
    if not the_sessions().is_reachable():
        TABS.close(TABS.sessions())
        return
    living = the_sessions().living()
    TABS.close(TABS.sessions() - living)
    if not living and not door.safe.places.is_service and not door.asks_nothing:
        door.lock()
