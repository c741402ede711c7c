"""The pages that a rektor decides on look as they were meant to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exports.pdf import render_pdf
from exports.plain_text import render_text
from exports.proposal import build_proposal
from planning.decision import DocumentFacts
from planning.public_plan import public_plan
from planning.readability import counted
from tests.exports.pictures import check_picture


def test_the_pages_of_the_proposal_look_as_they_did(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """The first page, a page of steps, and the page of time and subjects."""
    made = make_plan(8)
    data = render_pdf(build_proposal(public_plan(made.problem, made.plan), facts))
    for page in (1, 4, 6):
        check_picture(data, f"forslag-{page}", page, in_all_colours=True)


def test_the_first_page_says_what_is_asked(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """Who, by which provisions, from when to when, and how much at first and at last."""
    made = make_plan(8)
    document = build_proposal(public_plan(made.problem, made.plan), facts)
    said = document.model_dump_json()
    for told in ("(skollagen 3 kap. 9 och 12 §§)", "Planen gäller från måndag 30 november 2026", "1,3 → 20,8 h"):
        assert told in said


def test_the_proposals_own_words_are_easy_to_read(make_plan: Callable[[int], Any], facts: DocumentFacts) -> None:
    """LIX below 40 in the whole document, with room for what people write into it."""
    made = make_plan(8)
    text = render_text(build_proposal(public_plan(made.problem, made.plan), facts))
    assert counted(text.splitlines()).lix < 30
