"""What is said of emergencies: until when, what to do, and a line of its own for every refusal."""

from __future__ import annotations

import ast
import datetime as dt

import pytest

from planning.emergency import Step
from planning.errors import BadInput, NotAllowed
from wording.catalogue import ROOT
from wording.emergency import say_banner, say_before_opening, say_step
from wording.errors import say_error
from wording.language import LANGUAGES, Language, speaking

AT = dt.datetime(2026, 11, 23, 9, 5, tzinfo=dt.UTC)
MODULES = ("break_glass", "protection")


def codes() -> set[str]:
    """Every code that the two modules raise by name."""
    trees = (ast.parse((ROOT / "casework" / f"{name}.py").read_text("utf-8")) for name in MODULES)
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    raised = [one for one in calls if ast.unparse(one.func) in {"BadInput", "NotAllowed"}]
    return {one.args[0].value for one in raised if isinstance(one.args[0], ast.Constant)}  # type: ignore[misc]  # codes are strings


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_refusal_has_a_line_of_its_own(code: str) -> None:
    """No reader meets a code."""
    said = say_error(NotAllowed(code, least=5, most=2000))
    assert code not in said
    assert said.endswith(".")


def test_a_short_reason_is_told_how_long() -> None:
    """With the field."""
    assert "minst 5 ord" in say_error(BadInput("reason_too_short", field="reason", least=5))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_banner_says_until_when(language: Language) -> None:
    """On the clock, not in minutes that run."""
    with speaking(language):
        assert "09.05" in say_banner(AT)


@pytest.mark.parametrize("step", Step)
def test_every_step_says_what_it_waits_for(step: Step) -> None:
    """One sentence each, all different, with the day where there is one."""
    said = {one: say_step(one, AT, AT + dt.timedelta(days=7)) for one in Step}
    assert len(set(said.values())) == len(Step)
    assert ("2026-11-30" in said[step]) == (step in {Step.TO_REVIEW, Step.OVERDUE})


def test_a_protected_identity_asks_for_a_colleague_more() -> None:
    """Before the reason is written."""
    assert say_before_opening(is_protected=True).startswith(say_before_opening(is_protected=False))
    assert "kollega till" in say_before_opening(is_protected=True)
