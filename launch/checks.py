"""`start.py test`: every check and test one after the other, all of them even when one fails."""



from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from launch.environment import ROOT, venv_python
from launch.postgres import NAMED, running
from launch.texts import say, text

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

ON_EVERY_CORE = ("-n", "logical", "--dist", "worksteal")


class Part(NamedTuple):
    """One part of the run: its heading, and what the environment's Python is to do."""

    name: str
    arguments: tuple[str, ...]


class Result(NamedTuple):
    """How a part went, and for how long."""

    name: str
    passed: bool
    seconds: float


def parts(pytest_arguments: Sequence[str], *, with_browser: bool) -> list[Part]:
    """Everything there is to run, in order. Arguments are for one pytest, which then runs what they choose."""
    read = [
        Part("ruff", ("-m", "ruff", "check", ".")),
        Part("mypy", ("-m", "mypy")),
        Part("import-linter", ("-c", LINT_IMPORTS)),
    ]
    if pytest_arguments:
        chosen = () if with_browser else ("-m", "not browser")
        return [*read, Part("pytest", ("-m", "pytest", *chosen, *pytest_arguments))]
    # Each core runs tests; the browser's come after, one at a time, since slowness is not what they are about.
    run = [Part("pytest", ("-m", "pytest", "-m", "not browser", *ON_EVERY_CORE))]
    return [*read, *run, *([Part("browser", ("-m", "pytest", "-m", "browser"))] if with_browser else [])]


def run_part(part: Part, env: Mapping[str, str]) -> Result:
    """Run one part under its heading; what it prints goes straight to the user."""
    sys.stdout.write(f"\n── {part.name} {'─' * (76 - len(part.name))}\n")
    sys.stdout.flush()
    began = time.monotonic()
    done = subprocess.run([str(venv_python()), *part.arguments], cwd=ROOT, env=env, check=False)
    return Result(part.name, done.returncode == 0, time.monotonic() - began)


def run_checks(pytest_arguments: Sequence[str], chromium: Path | None, env: Mapping[str, str]) -> int:
    """Run every part with an empty data folder and a database server; 0 when all passed, else 1."""
    with tempfile.TemporaryDirectory(prefix="stegvis-test-") as folder, running(env) as server:
        browser = {"STEGVIS_CHROMIUM": str(chromium)} if chromium else {}
        database = {NAMED: server} if server else {}
        env = {**env, **browser, **database, "STEGVIS_DATA": folder}
        results = [run_part(part, env) for part in parts(pytest_arguments, with_browser=chromium is not None)]
    results += missing(env, chromium=chromium is not None, server=server is not None)
    sys.stdout.write("\n" + summary(results))
    return 0 if all(result.passed for result in results) else 1


def missing(env: Mapping[str, str], *, chromium: bool, server: bool) -> list[Result]:
    """What could not be run. Where `CI` is set a missing server is a failure: nobody would read that it was skipped."""
    results = []
    if not chromium:
        results.append(Result("browser", passed=False, seconds=0.0))
        say("no_chromium")
    if not server:
        say("no_postgres")
        if env.get("CI"):
            results.append(Result("postgres", passed=False, seconds=0.0))
    return results


def summary(results: Sequence[Result]) -> str:
    """The parts, their verdicts and their seconds."""
    lines = [
        text("seconds", name=name, verdict=text("passed" if passed else "failed"), seconds=seconds)
        for name, passed, seconds in results
    ]
    return "\n".join([text("summary"), *lines, ""])
