"""Stegvis in the browser: starts the app on this computer's own address and nowhere else.

`python app.py [--port N] [--no-browser]`. `STEGVIS_DATA` names the folder of cases, `STEGVIS_DEMO=1` opens an
invented student whose case is half done. `STEGVIS_DATABASE` makes it a municipality's (docs/adr/0020-the-door.md).
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from casework.logging_in import the_door
from casework.sessions import the_sessions
from casework.unlocking import ask_who_acts
from launch.app import data_folder
from planning.errors import PlanningError
from ui.downloads import COUNTER, fetch
from ui.frame.ways import addresses
from ui.handover import HANDOVER
from ui.server.breakage import say_calmly
from ui.server.door import door_routes
from ui.server.edge import Edge, the_edge
from ui.server.first_page import first_page
from ui.server.guard import Guard
from ui.server.lifespan import health, while_running
from ui.server.login import login_routes, the_provider
from ui.server.nowhere import last_route
from ui.server.own_files import own_file
from ui.server.settings import DEFAULT_PORT, pinned_settings
from ui.server.spoken_here import take_in_languages
from ui.server.tabs import TABS
from ui.server.who import who_acts
from wording.errors import say_error

SCRIPT = Path(__file__).parent / "ui" / "frame" / "script.py"


def make_app(port: int, edge: Edge, *, open_browser: bool) -> st.App:
    """The app with its routes, its guard, and what happens when it starts."""
    ask_who_acts(who_acts)
    TABS.on_end[:] = [COUNTER.throw_away, HANDOVER.end]
    door = the_door()
    guard = Middleware(
        Guard, edge=edge, find=the_sessions().find, tabs=TABS, walk_in=door.walk_in if door.asks_nothing else None
    )
    return st.App(
        SCRIPT,
        lifespan=while_running(f"http://127.0.0.1:{port}/" if open_browser else None, pinned_settings(port, edge)),
        routes=[
            Route("/halsa", health),
            Route("/egna/{name}", own_file),
            Route("/hamta/{token}", fetch),
            *(Route(address, first_page) for address in addresses()),
            *(login_routes() if edge.is_service else []),
            *door_routes(),
            last_route(),
        ],
        middleware=[guard],
        on_script_error=say_calmly,
    )


def main() -> None:
    """Read the command line and serve until stopped; what is set wrongly is said in one sentence."""
    parser = argparse.ArgumentParser(prog="app.py", description="Öppnar Stegvis i webbläsaren.")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT)
    parser.add_argument("--no-browser", action="store_true", help="öppna ingen webbläsare")
    arguments = parser.parse_args()
    os.environ["STEGVIS_DATA"] = str(data_folder(os.environ, sys.platform, Path.home()))
    take_in_languages(Path(os.environ["STEGVIS_DATA"]) / "locales")
    try:
        edge = the_edge()
        if edge.is_service:
            the_provider()
        app = make_app(arguments.port, edge, open_browser=not arguments.no_browser)
    except PlanningError as error:
        sys.exit(say_error(error))
    app.run(config=pinned_settings(arguments.port, edge))


if __name__ == "__main__":
    main()
