"""The rules of the house that no other tool keeps: shape, mirrors, words, and what may stand in one place only."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 300
LONGEST_FUNCTION = 50

READER_TEXT = (
    "ui/", "wording/", "exports/", "casework/", "questionnaire/", "locales/", "assets/", "examples/",
    "app.py", "cli.py",
)  # fmt: skip
"""Where text stands that a student, a guardian or a school can come to read."""

NEVER_SAID = (
    r"hemmasitt\w*",
    r"skolk(a|ar|ade|at|are|aren|ning)?\b",  # and not «skolkurator»
    r"\w*vägrar(e|en|na)\b",
    r"risk(nivå|poäng|värde|klass|profil)\w*",
    r"risk[- ](score|level|profile)s?",
    r"truan(t|cy|ts)",
    r"school refus(er|ers|al)",
)

NOT_ASKED = {"hand"}
"""Topics that no question is about: what is settled by hand is settled in a plan."""

NO_PLACE_FOR = r"(?<![\w.~])/" + "(home|tmp|root|work|Users)/|py" + r"pi\.org|python" + "hosted"
"""Folders of one machine, and hosts of a package index; put together here so that this file stays clean itself."""


LEFT_BEHIND = re.compile(r"\.(venv|git|stegvis|hypothesis|\w+_cache)|__pycache__|artefacts")
"""Folders that tools leave behind."""


@cache
def files(suffix: str = "") -> tuple[str, ...]:
    """What belongs to the project, as paths from its root: git's list in a checkout, else what lies here."""
    names = tracked() or [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*")
        if path.is_file() and not any(LEFT_BEHIND.fullmatch(part) for part in path.relative_to(ROOT).parts)
    ]
    return tuple(sorted(name for name in names if name.endswith(suffix)))


def tracked() -> list[str]:
    """Git's list of files that are there; empty outside a checkout."""
    if not ((ROOT / ".git").exists() and shutil.which("git")):
        return []
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@cache
def tree(name: str) -> ast.Module:
    """A Python file, read."""
    return ast.parse(source(name), filename=name)


@cache
def source(name: str) -> str:
    """A file's text; empty for pictures and fonts."""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def functions(name: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    return [node for node in ast.walk(tree(name)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def found(pattern: str, names: list[str]) -> list[str]:
    """`file:line: text` for every line that the pattern matches."""
    expression = re.compile(pattern, re.IGNORECASE)
    return [
        f"{name}:{number}: {line.strip()}"
        for name in names
        for number, line in enumerate(source(name).splitlines(), start=1)
        if expression.search(line)
    ]


def code() -> list[str]:
    """The Python files that are not tests."""
    return [name for name in files(".py") if not name.startswith(("tests/", "benchmarks/"))]


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its head and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def topics() -> list[str]:
    """The topics that needs are sorted under."""
    return sorted(path.stem for path in (ROOT / "planning/needs").glob("*.py") if path.stem not in {"__init__", "base"})


def test_the_project_s_files_are_found() -> None:
    """The rules below look at something."""
    assert len(files(".py")) > 50
    assert len(topics()) == 10


def test_every_test_says_in_a_sentence_what_holds() -> None:
    """A test without a docstring tells its reader nothing when it fails."""
    silent = [
        f"{name}: {function.name}"
        for name in files(".py")
        if name.startswith("tests/")
        for function in functions(name)
        if function.name.startswith("test_") and not (ast.get_docstring(function) or "").strip()
    ]
    assert not silent


def test_every_test_claims_something() -> None:
    """Somewhere in a test, or in what it calls, stands an assertion; here: in it or in a function of its file."""
    idle = [
        f"{name}: {function.name}"
        for name in files(".py")
        if name.startswith("tests/")
        for function in functions(name)
        if function.name.startswith("test_") and not claims(function)
    ]
    assert not idle


def claims(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether it asserts, expects an exception, or leaves the claim to a function named for it."""
    return any(
        isinstance(node, ast.Assert)
        or (isinstance(node, ast.Attribute) and node.attr in {"raises", "expect", "fail"})
        or (isinstance(node, ast.Name) and re.match(r"(assert|expect|check|claim|raises)", node.id))
        for node in ast.walk(function)
    )


@pytest.mark.parametrize("topic", topics())
def test_a_topic_stands_in_every_layer(topic: str) -> None:
    """Whoever looks for one rule's life finds it under the same name from the question to the test."""
    mirrors = [f"planning/checks/{topic}.py", f"scheduler/rules/{topic}.py", f"wording/{topic}.py"]
    if topic not in NOT_ASKED:
        mirrors.append(f"questionnaire/bank/{topic}.toml")
    assert [name for name in mirrors if name not in files()] == []
    assert any(re.fullmatch(rf"tests/.+/test_(\w+_)?{topic}\.py", name) for name in files(".py"))


def test_no_file_is_longer_than_a_reader_s_patience() -> None:
    """At most 300 lines of Python or JavaScript in a file."""
    lengths = {name: len(source(name).splitlines()) for name in chain(files(".py"), files(".js"))}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    """At most 50 lines in a function's body."""
    long = {
        f"{name}: {function.name}": body_lines(function)
        for name in files(".py")
        for function in functions(name)
        if body_lines(function) > LONGEST_FUNCTION
    }
    assert long == {}


def test_functions_are_short_as_a_rule() -> None:
    """Nineteen of twenty function bodies have at most 30 lines."""
    lengths = sorted(body_lines(function) for name in code() for function in functions(name))
    assert lengths[int(len(lengths) * 0.95)] <= 30


def test_no_module_is_named_for_nothing() -> None:
    """A module called utils could hold anything, so it would."""
    empty_names = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "stuff"}
    assert [name for name in files(".py") if Path(name).stem in empty_names] == []


@pytest.mark.parametrize("word", NEVER_SAID)
def test_no_reader_meets_a_shaming_word(word: str) -> None:
    """What is said to or about a student never names or scores her or him."""
    names = [name for name in files() if name.startswith(READER_TEXT)]
    assert found(word, names) == []


def test_time_is_asked_in_one_place() -> None:
    """A test sets one clock and the whole program follows."""
    others = [name for name in code() if name != "casework/now.py"]
    assert found(r"\b(datetime|date|dt)\.(now|utcnow|today)\(", others) == []


def test_the_session_is_touched_in_one_place() -> None:
    """Pages speak to one typed object, never to Streamlit's dictionary."""
    assert found(r"\bsession_state\b", [name for name in code() if name != "ui/session.py"]) == []


def test_nobody_s_text_is_taken_for_markup() -> None:
    """Raw HTML or JavaScript through Streamlit would let a pasted name act in the page."""
    assert found(r"unsafe_allow_(html|javascript)\s*=\s*True", code()) == []


def test_nothing_is_cached_across_sessions_or_on_disk() -> None:
    """Streamlit's data cache is shared by all sessions, and can write plain files."""
    assert found(r"\bcache_data\b|persist\s*=", [name for name in code() if name.startswith("ui/")]) == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    """Neither folders of a machine nor hosts of a package index stand in the project."""
    assert found(NO_PLACE_FOR, list(files())) == []


def test_a_silenced_tool_is_silenced_for_a_reason() -> None:
    """Beside a noqa or type: ignore stand its rule and a reason; in a file it is enough to give it once for a rule."""
    silenced = re.compile(r"#\s*(?:ruff:\s*)?(noqa|type:\s*ignore)[:[]?\s*([\w, -]*?)\]?(?:\s+[#–-]\s*|\s\s+)(\w.*)?$")
    given = {
        (name, match[2]): match[3]
        for name in files(".py")
        if name != "tests/test_house.py"
        for line in sorted(source(name).splitlines(), key=len)
        if (match := silenced.search(line + "  "))
    }
    assert [place for place, reason in given.items() if not (place[1] and reason)] == []


def test_nothing_is_tied_to_one_hosting_service() -> None:
    """The tests run with one command anywhere; no service's own folder is needed."""
    assert [name for name in files() if name.startswith((".github/", ".gitlab"))] == []


def test_every_page_that_is_linked_to_exists() -> None:
    """Links and pictures in the documentation lead somewhere."""
    broken = [
        f"{name}: {target}"
        for name in files(".md")
        for target in re.findall(r"\]\((?!\w+:)([^)#\s]+)", source(name))
        if not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert broken == []


def test_every_path_the_readers_are_sent_to_exists() -> None:
    """A file or folder that README, CONTRIBUTING or the architecture names in code style is there."""
    named = re.compile(r"`(?!\.\./)((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|toml|md|txt|in))`")
    lost = [
        f"{name}: {path}"
        for name in ("README.md", "CONTRIBUTING.md", "docs/architecture.md")
        for path in named.findall(source(name))
        if not (ROOT / path).exists()
    ]
    assert lost == []
