"""The document that follows every question to the law says what the program does, whole and up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casework.trace_rows import rows_of
from casework.traceability import COMMAND, PAGE, page, write
from casework.traced_effects import needs_of, reply_for
from planning.needs.support import SupportKind
from questionnaire import law
from questionnaire.bank import load_bank
from questionnaire.effect_types import NeedEffect, SupportEffect
from questionnaire.items import Item
from questionnaire.vocabulary import Routine

BANK = load_bank()
EVERY_ITEM = pytest.mark.parametrize("item", BANK.items, ids=lambda item: item.id)


def test_the_document_is_what_the_program_does() -> None:
    """A change of the bank, a check, a sentence or the law shows in the document."""
    assert PAGE.read_text(encoding="utf-8") == page(BANK), f"docs/traceability.md is stale: run {COMMAND}"


def test_the_document_is_the_same_each_time(tmp_path: Path) -> None:
    """Two runs write the same bytes."""
    write(tmp_path / "one.md")
    write(tmp_path / "two.md")

    assert (tmp_path / "one.md").read_bytes() == (tmp_path / "two.md").read_bytes()


def test_every_question_stands_in_it_once() -> None:
    """85 questions to the student and 18 to the guardians, in the order of their sections."""
    headings = re.findall(r"(?m)^### (\S+) «(.+)»$", page(BANK))

    assert len(headings) == 103
    assert dict(headings) == {item.id: item.sv for item in BANK.items}


@EVERY_ITEM
def test_every_effect_of_a_question_has_a_row(item: Item) -> None:
    """None is left out, and a question without effects of its own has the question that reads its boxes."""
    rows = list(rows_of(BANK, item))

    assert len(rows) >= max(1, len(item.effects))
    assert all(row.answer and row.effect and row.law for row in rows)


@EVERY_ITEM
def test_some_answer_sets_every_effect_off(item: Item) -> None:
    """No effect waits for an answer that cannot be given, and each need effect gives a need."""
    for effect in item.effects:
        reply = reply_for(BANK, item, effect)
        assert reply is not None, (item.id, effect)
        as_need = effect.as_need() if isinstance(effect, SupportEffect) else effect
        if isinstance(as_need, NeedEffect):
            assert needs_of(reply, as_need), (item.id, effect)


@EVERY_ITEM
def test_every_need_of_a_question_has_check_rule_and_sentence(item: Item) -> None:
    """From the answer to the plan and back to words, nothing is missing on the way."""
    for row in rows_of(BANK, item):
        if row.effect.startswith(("need ", "support ")):
            assert row.check, row
            assert row.reader, row
            assert row.sentence, row


def test_every_duty_to_act_rests_on_a_statute() -> None:
    """Routines are the law's, never our own idea."""
    assert set(law.ROUTINE_LAW) == set(Routine)
    assert all(law.ROUTINE_LAW.values())


def test_what_needs_the_rektor_s_decision_says_so() -> None:
    """Small group, distance and less teaching have their paragraphs."""
    assert law.SUPPORT_LAW[SupportKind.SMALL_GROUP] == (law.SMALL_GROUP,)
    assert law.SUPPORT_LAW[SupportKind.LESSON_FROM_HOME] == (law.DISTANCE,)
    assert law.ADAPTED_STUDIES in law.NEED_LAW["avoid_subject"]
