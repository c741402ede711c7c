"""Breakage is one line: where, what, and what to do."""

from __future__ import annotations

import ast

import pytest

from planning.errors import BadInput, Bug, CaseFileError, NotAllowed, PlanningError
from wording.catalogue import ROOT, source_files
from wording.errors import say_error

RAISED = {"BadInput", "CaseFileError"}


def codes_in_source() -> set[str]:
    """Every literal code that the program raises with `BadInput` or `CaseFileError`."""
    calls = (
        node
        for path in source_files()
        if path.is_relative_to(ROOT / "interop") or path.is_relative_to(ROOT / "storage")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED
    )
    return {call.args[0].value for call in calls if call.args and isinstance(call.args[0], ast.Constant)}  # type: ignore[misc]  # codes are strings


@pytest.mark.parametrize("code", sorted(codes_in_source()))
def test_every_code_of_files_has_its_own_line(code: str) -> None:
    """A file that cannot be read is told more of than its code."""
    said = say_error(BadInput(code, file="klass.csv", field="content"))
    assert said.startswith("klass.csv, content: ")
    assert code not in said


def test_a_line_says_where_what_and_what_to_do() -> None:
    """File and field first, then the fault and the remedy."""
    error = BadInput("no_such_group", file="klass.csv", field="group", nearest=("7A", "7B"))
    assert say_error(error) == "klass.csv, group: Gruppen finns inte i filen. Välj till exempel 7A, 7B."
    assert say_error(BadInput("answer", file="case.json", field="answers.SO1", flaw="unknown_box", value="x")) == (
        "case.json, answers.SO1: Rutan x finns inte på den frågan."
    )


@pytest.mark.parametrize("error", [BadInput("new_one", file="a.csv"), NotAllowed("new_one"), Bug("new_one")])
def test_an_unknown_code_still_gets_a_line(error: PlanningError) -> None:
    """Always something that can be read."""
    assert say_error(error).endswith((".", ")."))


def test_a_line_stays_one_line() -> None:
    """Whatever was given, however long."""
    said = say_error(CaseFileError("not-a-case-file", file="a\nb" * 200))
    assert "\n" not in said
    assert len(said) < 400
