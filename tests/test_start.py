"""start.py: what an old Python meets, which language is spoken, and how its commands hand over."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import start
from launch import commands, texts

ROOT = Path(__file__).resolve().parent.parent
STDLIB_PLUS_OURS = sys.stdlib_module_names | {"launch"}


def test_an_old_python_can_read_start_py() -> None:
    """The file parses as Python 3.8, so that an old Python reaches the sentence about itself."""
    assert ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 8)).body


def test_start_py_imports_nothing_but_sys_before_the_version_is_known() -> None:
    """All that stands at the top of the file is there in any Python 3."""
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"))
    imported = [ast.unparse(node) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert imported == ["from __future__ import annotations", "import sys"]


def test_starting_needs_the_standard_library_only() -> None:
    """No module of launch/ imports something that would have to be installed first."""
    for path in (ROOT / "launch").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert str(node.module).split(".")[0] in STDLIB_PLUS_OURS, path.name
            elif isinstance(node, ast.Import):
                assert {alias.name.split(".")[0] for alias in node.names} <= STDLIB_PLUS_OURS, path.name


@pytest.mark.parametrize("version", [(3, 8), (3, 9), (3, 10)])
def test_an_old_python_gets_one_sentence_in_each_language(version: tuple[int, int]) -> None:
    """It names the version that is there and the one that is needed."""
    sentence = start.too_old(version)
    assert len(sentence.splitlines()) == 2
    assert sentence.count(f"Python {version[0]}.{version[1]}") == 2
    assert sentence.count("3.11") == 2


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_new_python_gets_no_sentence(version: tuple[int, int]) -> None:
    """From 3.11 on there is nothing to say."""
    assert start.too_old(version) == ""


def test_every_sentence_stands_in_both_languages_with_the_same_values() -> None:
    """Neither language lacks a sentence, or a value that the other one gives."""
    for code, (swedish, english) in texts.TEXTS.items():
        assert set(re.findall(r"\{(\w+)", swedish)) == set(re.findall(r"\{(\w+)", english)), code
        assert swedish, code


@pytest.mark.parametrize(
    ("environ", "english"),
    [({}, False), ({"LANG": "sv_SE.UTF-8"}, False), ({"LANG": "C.UTF-8"}, False), ({"LANG": "en_GB.UTF-8"}, True),
     ({"LC_ALL": "sv_SE", "LANG": "en_US"}, False)],
)  # fmt: skip
def test_swedish_is_spoken_unless_the_machine_speaks_english(environ: dict[str, str], *, english: bool) -> None:
    """LC_ALL goes before LANG, as everywhere."""
    assert texts.speaks_english(environ) is english


@given(arguments=st.lists(st.text()), status=st.integers(0, 255))
def test_cli_hands_over_every_argument_and_the_status(arguments: list[str], status: int) -> None:
    """What stands after `cli` reaches cli.py as it was written, and its exit status comes back."""
    called: list[list[str]] = []

    def call(command: list[str], **_: object) -> int:
        called.append(command)
        return status

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(commands, "prepare", lambda _: None)
        patch.setattr(subprocess, "call", call)
        assert commands.run(["cli", *arguments]) == status
    assert called[0][1:] == [str(ROOT / "cli.py"), *arguments]


def test_the_demo_has_a_folder_of_its_own_that_is_gone_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """An invented student never meets real ones."""
    seen: dict[str, str] = {}

    def note(_: object, **variables: str) -> int:
        seen.update(variables)
        assert Path(variables["STEGVIS_DATA"]).is_dir()
        return 0

    monkeypatch.setattr(commands, "app", note)
    assert commands.run(["demo"]) == 0
    assert seen["STEGVIS_DEMO"] == "1"
    assert not Path(seen["STEGVIS_DATA"]).exists()


def test_a_wrong_option_ends_with_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is set up for a command that cannot be meant."""
    with pytest.raises(SystemExit, match="2"):
        commands.run(["--prot", "8502"])
    assert "--prot" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` sets nothing up and tells all there is."""
    with pytest.raises(SystemExit, match="0"):
        commands.run(["--help"])
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("demo", "test", "cli", "--port", "--no-browser"))
