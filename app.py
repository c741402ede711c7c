"""Stegvis in the browser: starts the app on this computer's own address and nowhere else.

`python app.py [--port N] [--no-browser]`. `STEGVIS_DATA` names the folder of cases, `STEGVIS_DEMO=1` opens an
invented student whose case is half done.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from launch.app import data_folder
from ui.downloads import fetch
from ui.server.breakage import say_calmly
from ui.server.guard import Guard
from ui.server.lifespan import health, while_running
from ui.server.settings import DEFAULT_PORT, pinned_settings

SCRIPT = Path(__file__).parent / "ui" / "frame" / "script.py"


def make_app(port: int, *, open_browser: bool) -> st.App:
    """The app with its routes, its guard, and what happens when it starts."""
    return st.App(
        SCRIPT,
        lifespan=while_running(f"http://127.0.0.1:{port}/" if open_browser else None),
        routes=[Route("/halsa", health), Route("/hamta/{token}", fetch)],
        middleware=[Middleware(Guard)],
        on_script_error=say_calmly,
    )


def main() -> None:
    """Read the command line and serve until stopped."""
    parser = argparse.ArgumentParser(prog="app.py", description="Öppnar Stegvis i webbläsaren.")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT)
    parser.add_argument("--no-browser", action="store_true", help="öppna ingen webbläsare")
    arguments = parser.parse_args()
    os.environ["STEGVIS_DATA"] = str(data_folder(os.environ, sys.platform, Path.home()))
    make_app(arguments.port, open_browser=not arguments.no_browser).run(config=pinned_settings(arguments.port))


if __name__ == "__main__":
    main()
