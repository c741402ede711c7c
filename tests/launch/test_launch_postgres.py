"""Finding, starting and stopping the database server of the tests."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from launch import checks, postgres


def programs(folder: Path) -> Path:
    """Empty programs of a server."""
    folder.mkdir(parents=True)
    for name in ("initdb", "pg_ctl", "postgres"):
        (folder / name).touch(mode=0o755)
    return folder


@pytest.mark.skipif(os.name == "nt", reason="a program on Windows has an ending")
def test_the_server_on_path_goes_before_the_newest_in_debian_s_folder(tmp_path: Path) -> None:
    """PATH is what the user has chosen; among several elsewhere 16 is newer than 9."""
    chosen = programs(tmp_path / "chosen")
    programs(tmp_path / "lib" / "9" / "bin")
    newest = programs(tmp_path / "lib" / "16" / "bin")
    assert postgres.find_binaries({"PATH": str(chosen)}, tmp_path / "lib") == chosen
    assert postgres.find_binaries({"PATH": ""}, tmp_path / "lib") == newest
    assert postgres.find_binaries({"PATH": ""}, tmp_path / "nowhere") is None


def test_a_server_that_is_named_is_used_as_it_is() -> None:
    """Nothing is started beside it."""
    with postgres.running({postgres.NAMED: "postgresql://else.example/x"}) as url:
        assert url == "postgresql://else.example/x"


def test_a_missing_server_fails_only_where_nobody_reads_what_was_skipped() -> None:
    """On somebody's own computer it is said; in continuous integration it is an error."""
    assert checks.missing({}, chromium=True, server=False) == []
    assert [result.name for result in checks.missing({"CI": "1"}, chromium=True, server=False)] == ["postgres"]
    assert checks.missing({"CI": "1"}, chromium=True, server=True) == []


@pytest.mark.slow
def test_a_server_of_our_own_answers_and_leaves_nothing_behind() -> None:
    """It listens on this computer only, and its port and folder are free again afterwards."""
    binaries = postgres.find_binaries(os.environ)
    if binaries is None:
        pytest.skip("there is no PostgreSQL on this computer")
    server = postgres.Server(binaries)
    try:
        server.start()
        with socket.create_connection(("127.0.0.1", server._port), timeout=5):
            pass
    finally:
        server.remove()
    assert not server._folder.exists()
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", server._port), timeout=1):
        pass
