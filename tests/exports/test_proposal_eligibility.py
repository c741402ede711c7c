"""What the plan opens in upper secondary school is told step by step, and never guessed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exports.plain_text import render_text
from exports.proposal import build_proposal
from planning.decision import DocumentFacts
from planning.public_plan import public_plan
from tests.exports.test_proposal import proposal_text


def test_the_ladder_of_subjects_is_told_for_every_step(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """Six, eight and twelve subjects, by what is passed and ongoing, as everywhere else."""
    text = proposal_text(make_plan(8), facts)
    rows = {row[0]: row[1:] for line in text.splitlines() if len(row := line.split(" | ")) > 9}
    assert rows["Programinriktat val"][0] == "6"
    assert rows["Högskoleförberedande"] == ["12", "–", "–", "–", "–", "–", "ja", "ja", "ja", "–"]
    assert rows["Godkända och pågående"][-1] == "3"


def test_without_a_picture_the_school_fills_in_the_eligibility(made: Any, facts: DocumentFacts) -> None:
    """Nothing is guessed: the levels stand there, and lines for the subjects."""
    text = render_text(build_proposal(public_plan(made.problem, made.plan), facts))
    assert "Godkända ämnen: Fylls i av skolan: ______" in text
