"""Whatever can be wrong with a question is said in the reader's words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from questionnaire import bank_checks, own_items
from wording.bank_problems import say_bank_problem
from wording.language import speaking

WRITTEN_IN = (bank_checks, own_items)


def problems() -> list[str]:
    """Every problem that the checks can find, with a word in the place of each value."""
    found = []
    for module in WRITTEN_IN:
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_refuse", "_fault"}:
                found += [text for argument in node.args[1:] if " " in (text := as_text(argument))]
    return found


def as_text(node: ast.expr) -> str:
    """The text that an expression writes; what it fills in is «50», a word and a number alike."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "50" for part in node.values)
    return ""


def test_the_problems_are_found() -> None:
    """The test below is about something."""
    assert len(problems()) > 25


@pytest.mark.parametrize("problem", sorted(set(problems())))
def test_every_problem_has_a_sentence_in_both_languages(problem: str) -> None:
    """That says what to do, and is not the program's own note."""
    said = say_bank_problem(problem)
    assert said != problem
    assert said.endswith(".")
    with speaking("en"):
        assert say_bank_problem(problem) != said


def test_what_nobody_has_words_for_stands_as_it_is() -> None:
    """Better than nothing."""
    assert say_bank_problem("something else altogether") == "something else altogether"
