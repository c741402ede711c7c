"""Every code that the handling of a case can raise has a line of its own."""

from __future__ import annotations

import ast

import pytest

from planning.errors import BadInput, NotAllowed
from wording.catalogue import ROOT, source_files
from wording.errors import say_error


def codes_of_cases() -> set[str]:
    """The literal codes of `BadInput` and `NotAllowed` in casework."""
    calls = (
        node
        for path in source_files()
        if path.is_relative_to(ROOT / "casework")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"BadInput", "NotAllowed"}
    )
    return {call.args[0].value for call in calls if call.args and isinstance(call.args[0], ast.Constant)}  # type: ignore[misc]  # codes are strings


@pytest.mark.parametrize("code", sorted(codes_of_cases()))
def test_every_code_of_cases_has_its_own_line(code: str) -> None:
    """What is wrong and what to do, and not the code."""
    for error in (BadInput(code, file="case.json", field="ladder"), NotAllowed(code)):
        assert code not in say_error(error)
        assert "(" not in say_error(error)


def test_misspelt_name_is_met_with_those_like_it() -> None:
    """Not with the whole timetable."""
    error = BadInput("not_in_timetable", field="goals", value="Matematk", known=["Bild", "Matematik", "Slöjd"])
    assert say_error(error) == "goals: Matematk finns inte i schemat. Skriv till exempel Bild, Matematik eller Slöjd."
    many = [*(f"Ämne {n}" for n in range(30)), "Matematik"]
    error = BadInput("not_in_timetable", field="goals", value="Matematk", known=many)
    assert say_error(error) == "goals: Matematk finns inte i schemat. Skriv till exempel Matematik."


def test_week_label_in_a_timetable_without_labels_is_to_be_taken_away() -> None:
    """There is none to choose."""
    error = BadInput("no_such_week", field="goals", value="B", weeks=("",))
    assert say_error(error) == "goals: Alla veckor är lika i schemat. Ta bort B."
