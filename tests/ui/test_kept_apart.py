"""Nothing of one session can reach another by way of what a process keeps, or of addresses that Streamlit serves."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "ui").rglob("*.py"))
SHARED = {
    # Each keeps what it has by the session that it belongs to, and lets go of it when that session ends.
    "ui/downloads.py": {"COUNTER"},
    "ui/handover.py": {"HANDOVER"},
    "ui/server/tabs.py": {"TABS"},
}
"""What a process may keep beside its sessions."""
UNCHANGING = {"Edge", "QuestionId", "Stop", "Path", "MappingProxyType", "TypeVar", "ParamSpec", "NewType"}
"""Classes whose objects do not change."""
GROWING = {"list", "dict", "set", "bytearray", "deque", "defaultdict"}
NEVER = {
    "cache_data": "shared by all sessions, and can write plain files",
    "cache_resource": "shared by all sessions",
    "download_button": "keeps the file at an address that anybody can open",
    "file_uploader": "keeps the file where another session can put one",
    "image": "keeps the picture at an address that anybody can open",
    "pdf": "keeps the file at an address that anybody can open",
    "audio": "keeps the sound at an address that anybody can open",
    "video": "keeps the film at an address that anybody can open",
    "login": "cannot end what it begins",
    "iframe": "lets another page in",
}


@pytest.mark.parametrize("name", NEVER)
def test_streamlit_s_own_ways_out_are_not_used(name: str) -> None:
    """Each for the reason beside it."""
    used = re.compile(rf"\bst\.{name}\b")
    assert [file.name for file in FILES if used.search(file.read_text(encoding="utf-8"))] == [], NEVER[name]


def test_no_markup_is_let_through() -> None:
    """Neither HTML nor JavaScript from a text."""
    assert [file.name for file in FILES if "unsafe_allow" in file.read_text(encoding="utf-8")] == []


def test_a_module_of_the_app_keeps_nothing_that_changes() -> None:
    """But for the few that are named here."""
    found = {
        file.relative_to(ROOT).as_posix(): names
        for file in FILES
        # A page is run anew for each view, and is no module.
        if file.parent.name != "pages" and (names := kept_by(ast.parse(file.read_text(encoding="utf-8"))))
    }
    assert found == SHARED


def kept_by(tree: ast.Module) -> set[str]:
    """Names of a module that hold, or could hold, something that changes. A constant is written in capitals."""
    names = set()
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) | ast.AnnAssign(
                target=ast.Name(id=name), value=ast.expr() as value
            ) if changes(name, value):
                names.add(name)
            case _:
                continue
    return names


def changes(name: str, value: ast.expr) -> bool:
    """Whether that value can change: an object of a class of ours, or a list, dict or set that is no table."""
    match value:
        case ast.List() | ast.Dict() | ast.Set() | ast.ListComp() | ast.DictComp() | ast.SetComp():
            return not name.lstrip("_").isupper() and name != "__all__"
        case ast.Call(func=ast.Name(id=called)):
            return called in GROWING or (called[0].isupper() and called not in UNCHANGING)
        case _:
            return False


@pytest.mark.parametrize("text", ["kept = []", "KEPT = Counter()", "found: dict[str, int] = {}"])
def test_this_test_sees_what_it_looks_for(text: str) -> None:
    """Each way of keeping something."""
    assert kept_by(ast.parse(text))
