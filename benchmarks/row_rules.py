"""What the row rules cost: a list, a case and a save among 100 000 cases, with the rules and past them.

`python -m benchmarks.row_rules [CASES]` starts a server of its own (`launch.postgres`).
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, create_engine, make_url, text

from launch.postgres import Server, find_binaries
from storage.actor import Actor, UserId
from storage.engine import acting, engine_at, transaction
from storage.keys import KeyStore, WayIn
from storage.migrating import migrate
from storage.preparing import prepare
from storage.secrets import Stretch

TIMES = 40
UNIT_CASES = 250
"""Of each school unit: a large school."""
OWN_CASES = 100
"""Those that the coach is named for."""

_FILL = f"""
INSERT INTO users SELECT 'u' || n, 'https://login.example', 'u' || n, now(), true, '' FROM generate_series(0, 999) n;
INSERT INTO memberships SELECT 'u' || n, 'coach', 'unit' || n FROM generate_series(0, 998) n;
INSERT INTO memberships VALUES ('u999', 'coordinator', 'unit0');
INSERT INTO cases SELECT 'c' || n, now(), now(), 0, (ARRAY['mapping', 'draft', 'sent', 'active'])[1 + n % 4],
    'unit' || n / {UNIT_CASES}, n % 100 = 99 FROM generate_series(0, :most - 1) n;
INSERT INTO facts (case_id, number, at, by, content) SELECT 'c' || n, 1, now(), 'u0', ''
    FROM generate_series(0, :most - 1) n;
INSERT INTO case_people SELECT 'c' || n, 'u' || n / {OWN_CASES} % 1000, 'coach', 'assigned', false
    FROM generate_series(0, :most - 1) n;
ANALYZE;
"""  # noqa: S608  numbers of our own

ACTS: dict[str, tuple[bool, str]] = {
    "the coach's list (50 newest shown)": (False, "SELECT * FROM cases ORDER BY changed_at DESC, id LIMIT 50"),
    "all that is shown": (False, "SELECT * FROM cases ORDER BY changed_at DESC, id"),
    "names for 50 cases": (
        False, "SELECT * FROM facts WHERE case_id = ANY (ARRAY(SELECT 'c' || n FROM generate_series(0, 49) n))"
    ),
    "one case": (False, "SELECT * FROM cases WHERE id = 'c0'"),
    "the facts of one case": (False, "SELECT * FROM facts WHERE case_id = 'c0'"),
    "hold and note a change": (
        True, "UPDATE cases SET revision = revision + 1 WHERE id = (SELECT id FROM cases WHERE id = 'c0' FOR UPDATE)"
    ),
}


def measured(act: Callable[[], None]) -> tuple[float, float]:
    """Median and the slowest but one of twenty, in milliseconds."""
    act()
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken), sorted(taken)[int(TIMES * 0.95) - 1]


def as_user(url: str, user: str, writes: bool, statement: str) -> Callable[[], None]:  # noqa: FBT001  a row of the table
    """One transaction in which that user acts."""
    engine = engine_at(url)

    def act() -> None:
        with transaction(engine, writes=writes) as connection:
            acting(connection, Actor(user=UserId(user)))
            connection.execute(text(statement)).close()

    return act


def fill(connection: Connection, most: int) -> None:
    """Users, units and cases."""
    for statement in _FILL.split(";\n"):
        if statement.strip():
            connection.execute(text(statement.replace(":most", str(most))))


def main(most: int) -> None:
    """The table."""
    binaries = find_binaries(os.environ)
    assert binaries is not None, "there is no PostgreSQL on this computer"
    server = Server(binaries)
    try:
        server.start()
        admin = make_url(server.url).set(drivername="postgresql+psycopg", database="stegvis")
        told = [
            admin.set(drivername="postgresql", username=who, password="measured")  # noqa: S106  gone with the server
            .render_as_string(hide_password=False)
            for who in ("bench_owner", "bench_app")
        ]
        prepare(server.url, *told)
        with tempfile.TemporaryDirectory() as folder:
            quick = Stretch(memory_kib=64, passes=1, lanes=1)
            migrate(told[0], KeyStore(Path(folder) / "keys").make([(WayIn.FILE, "measured")], quick))
        with create_engine(admin).begin() as connection:
            fill(connection, most)
        print(f"{most} cases, {UNIT_CASES} of a unit, {OWN_CASES} of a coach; milliseconds, median / 95 %")
        print(f"{'':36}{'coach':>16}{'coordinator':>16}{'past the rules':>18}")
        past = admin.render_as_string(hide_password=False)
        for name, (writes, statement) in ACTS.items():
            who = ((told[1], "u0"), (told[1], "u999"), (past, "u0"))
            cells = ["{:7.2f} /{:6.2f}".format(*measured(as_user(url, user, writes, statement))) for url, user in who]
            print(f"{name:36}{cells[0]:>16}{cells[1]:>16}{cells[2]:>18}", flush=True)
    finally:
        server.remove()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
