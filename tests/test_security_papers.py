"""The papers of security and data protection: what they name is there, and nothing is left unanswered."""

from __future__ import annotations

import ast
import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = ROOT / "docs/security/asvs.csv"

# The levels of OWASP ASVS 5.0.0's requirements, in their order, by section.
LEVELS = {
    "V1.1": "22", "V1.2": "1111122223", "V1.3": "112222222223", "V1.4": "222", "V1.5": "123",
    "V2.1": "122", "V2.2": "112", "V2.3": "12223", "V2.4": "23",
    "V3.1": "3", "V3.2": "113", "V3.3": "12223", "V3.4": "11222233", "V3.5": "11122333", "V3.6": "3", "V3.7": "22333",
    "V4.1": "12233", "V4.2": "23333", "V4.3": "22", "V4.4": "1222",
    "V5.1": "2", "V5.2": "112333", "V5.3": "113", "V5.4": "222",
    "V6.1": "122", "V6.2": "111111112222", "V6.3": "11223333", "V6.4": "112233", "V6.5": "22222333", "V6.6": "2223",
    "V6.7": "33", "V6.8": "2222",
    "V7.1": "222", "V7.2": "1111", "V7.3": "22", "V7.4": "11222", "V7.5": "223", "V7.6": "22",
    "V8.1": "1233", "V8.2": "1123", "V8.3": "133", "V8.4": "23",
    "V9.1": "111", "V9.2": "1222",
    "V10.1": "22", "V10.2": "223", "V10.3": "22223", "V10.4": "1111122222233333", "V10.5": "22222", "V10.6": "22",
    "V10.7": "222",
    "V11.1": "2233", "V11.2": "22233", "V11.3": "11233", "V11.4": "1222", "V11.5": "23", "V11.6": "23", "V11.7": "33",
    "V12.1": "12233", "V12.2": "11", "V12.3": "22223",
    "V13.1": "2333", "V13.2": "222223", "V13.3": "2233", "V13.4": "1222233",
    "V14.1": "22", "V14.2": "12223333", "V14.3": "122",
    "V15.1": "12233", "V15.2": "12233", "V15.3": "1222222", "V15.4": "3333",
    "V16.1": "2", "V16.2": "22222", "V16.3": "2222", "V16.4": "222", "V16.5": "2223",
    "V17.1": "23", "V17.2": "22223333", "V17.3": "22",
}  # fmt: skip
REQUIREMENTS = {
    f"{section}.{number}": level for section, levels in LEVELS.items() for number, level in enumerate(levels, start=1)
}
STATUSES = {"met", "partly", "deployment", "not_applicable", "open"}
SHORTEST_REASON = 12

ELSEWHERE = {"STEGVIS_CHROMIUM", "STEGVIS_DEMO", "STEGVIS_TEST_POSTGRES", "STEGVIS_TRUST"}

A_TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
A_HEADING = re.compile(r"(docs/[\w/.-]+\.md)#([\w-]+)")
A_NAME = re.compile(r"((?:[\w-]+/)+[\w-]+\.(?:py|js)):(\w+)")
A_PATH = re.compile(r"(?<![\w/])((?:[\w.-]+/)*[\w-][\w.-]*\.(?:py|js|toml|md|csv|txt|in))\b")
"""With a folder or without: what looks like a file is one."""


def rows() -> list[dict[str, str]]:
    """The answers, a row for a requirement."""
    with ANSWERS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def functions_of(name: str) -> frozenset[str]:
    """The functions that a file defines, at any depth."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    return frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    )


@cache
def names_of(name: str) -> frozenset[str]:
    """What a file of ours defines: functions, classes and names given a value; of a script, every word."""
    if not name.endswith(".py"):
        return frozenset(re.findall(r"\w+", (ROOT / name).read_text(encoding="utf-8")))
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    given = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return functions_of(name) | given


@cache
def headings_of(name: str) -> frozenset[str]:
    """The headings of a page, as links write them."""
    found = re.findall(r"^#+ (.+)$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in found)


def untrue(evidence: str) -> list[str]:
    """What the evidence refers to and is not there."""
    lost = [path for path in A_PATH.findall(evidence) if not (ROOT / path).exists()]
    if lost:
        return lost
    return [
        f"{path}: {name}"
        for pattern, known in ((A_TEST, functions_of), (A_NAME, names_of), (A_HEADING, headings_of))
        for path, name in pattern.findall(evidence)
        if name not in known(path)
    ]


def test_every_requirement_of_the_first_two_levels_is_answered_once() -> None:
    """70 of the first level and 183 of the second, each with its level; of the third those that we chose."""
    answered = {row["id"]: row["level"] for row in rows()}
    asked = {requirement for requirement, level in REQUIREMENTS.items() if level in "12"}

    assert Counter(REQUIREMENTS.values()) == {"1": 70, "2": 183, "3": 92}
    assert len(answered) == len(rows())
    assert asked - answered.keys() == set()
    assert {requirement: REQUIREMENTS.get(requirement) for requirement in answered} == answered


def test_every_answer_has_a_title_a_status_and_evidence() -> None:
    """What is met shows where; what is not, or does not concern us, says why."""
    for row in rows():
        assert row["title"].strip(), row["id"]
        assert row["status"] in STATUSES, row["id"]
        if row["status"] in {"not_applicable", "open"}:
            assert len(row["evidence"]) >= SHORTEST_REASON, row["id"]
        else:
            assert A_PATH.search(row["evidence"]), row["id"]
        if row["status"] == "deployment":
            assert A_HEADING.search(row["evidence"]), row["id"]


def test_all_evidence_is_there() -> None:
    """Every test, file, name and heading that an answer refers to exists."""
    assert {row["id"]: lost for row in rows() if (lost := untrue(row["evidence"]))} == {}


@pytest.mark.parametrize(
    "evidence",
    [
        "tests/test_security_papers.py::test_nobody_wrote_this",
        "casework/no_such_file.py",
        "storage/engine.py:no_such_name",
        "docs/security/deployment.md#no-such-heading",
    ],
)
def test_evidence_that_is_not_there_is_noticed(evidence: str) -> None:
    """A renamed test, file, name or heading fails the test above."""
    assert untrue(evidence)


def settings_in_code() -> set[str]:
    """The environment variables that the program asks for."""
    places = (ROOT / name for name in ("casework", "storage", "ui", "launch"))
    files = [*ROOT.glob("*.py"), *(path for place in places for path in place.rglob("*.py"))]
    return {name for path in files for name in re.findall(r"\"(STEGVIS_[A-Z_]+)\"", path.read_text(encoding="utf-8"))}


def test_every_setting_of_an_installation_is_told_and_no_other() -> None:
    """A renamed variable fails here; those that only developers and showings use stand elsewhere."""
    told = set(re.findall(r"\bSTEGVIS_[A-Z_]+\b", (ROOT / "docs/security/deployment.md").read_text(encoding="utf-8")))
    assert told <= settings_in_code()
    assert settings_in_code() - told <= ELSEWHERE


@pytest.mark.parametrize("page", sorted((ROOT / "docs/privacy").glob("*.md")), ids=lambda page: page.name)
def test_papers_for_the_municipality_say_what_is_theirs_to_fill_in(page: Path) -> None:
    """Every template but the list of them has open places, marked alike; and none has a shaming word."""
    text = page.read_text(encoding="utf-8")

    assert "[Fyll i" in text
    assert not re.search(r"hemmasitt|\bskolk(?!urator)|vägrar(e|en|na)\b", text, re.IGNORECASE)
