"""The words of the bank: short, easy, kind, and the same in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import mean

import pytest

from planning.needs.base import Respondent
from questionnaire.bank import BANK_FOLDER, load_bank
from questionnaire.items import Item, Text
from tests.questionnaire.readability import lix, words

BANK = load_bank()
TO_STUDENT = [item for item in BANK.items if item.asked_of is Respondent.STUDENT]
TO_GUARDIANS = [item for item in BANK.items if item.asked_of is Respondent.GUARDIAN]
EVERY_ITEM = pytest.mark.parametrize("item", BANK.items, ids=lambda item: item.id)

SAME_IN_BOTH = {
    "1", "2", "3", "4", "5", "Taxi", "Film", "Sport", "Lunch", "Start", "BUP",
}  # fmt: skip
"""Names, figures and words that are the same in both languages."""
NEVER_WRITTEN = r"(?i)\b(varför|why|hemmasitt\w*|skolk\b|skolka\w*|skolkar\w*|\w*vägrar(e|en)?|truan\w*|refus\w*)\b"
NEVER_ASKED = r"(?i)\b(varför|alltid|aldrig|why|always|never|diagnos\w*|vikt(en)?|banta\w*|droger|alkohol)\b"


def texts_of(item: Item) -> Iterator[tuple[str, Text]]:
    """Every text of an item with where it stands."""
    yield "question", item.text
    for option in item.options:
        yield f"box {option.code}", option
    for answer, statement in item.says.items():
        yield f"says {answer}", statement
    if item.compare is not None:
        yield "compare", Text(sv=item.compare.sv, en=item.compare.en)


def test_lix_is_counted_as_it_should() -> None:
    """Five words of which one is long: 5 + 20. A question mark is no word."""
    assert lix(["Är det svårt med lektioner?"]) == pytest.approx(25)
    assert lix(["Ja.", "Nej tack."]) == pytest.approx(1.5)


def test_questions_to_the_student_are_short_and_easy() -> None:
    """Seven words on average, eleven at most, and LIX at most 20 (method §4.3)."""
    lengths = [len(words(item.sv)) for item in TO_STUDENT]

    assert mean(lengths) <= 7
    assert max(lengths) <= 11
    assert lix(item.sv for item in TO_STUDENT) <= 20


def test_questions_to_the_guardians_are_short_and_easy() -> None:
    """Twelve words at most, and LIX at most 25."""
    lengths = [len(words(item.sv)) for item in TO_GUARDIANS]

    assert mean(lengths) <= 8
    assert max(lengths) <= 12
    assert lix(item.sv for item in TO_GUARDIANS) <= 25


def test_the_whole_bank_keeps_to_seven_words_a_question() -> None:
    """Both forms together."""
    assert mean(len(words(item.sv)) for item in BANK.items) <= 7


@EVERY_ITEM
def test_no_question_asks_for_reasons_or_extremes(item: Item) -> None:
    """No «varför», no «alltid» or «aldrig», no diagnosis, weight or drugs (method §4.1)."""
    assert not re.search(NEVER_ASKED, f"{item.sv} {item.en}")
    assert not re.search(r"[;–]|: ", item.sv), "one idea a question"


def test_no_text_labels_anybody() -> None:
    """None of the words that are never used stands anywhere in the bank's files, comments included."""
    for path in sorted(BANK_FOLDER.glob("*.toml")):
        assert not re.search(NEVER_WRITTEN, path.read_text(encoding="utf-8")), path.name


def test_sentences_of_the_summary_are_easy() -> None:
    """«Så här har jag förstått dig» is read by the student: LIX at most 25, no sentence longer than twelve words."""
    sentences = [statement.sv for item in TO_STUDENT for statement in item.says.values()]

    assert lix(sentences) <= 25
    assert max(len(words(sentence)) for sentence in sentences) <= 12


def test_boxes_are_a_few_words() -> None:
    """Eight words at most in a box and three as a rule, so that it is read at a glance."""
    lengths = [len(words(option.sv)) for item in BANK.items for option in item.options]

    assert max(lengths) <= 8
    assert mean(lengths) <= 3


@EVERY_ITEM
def test_both_languages_are_in_step(item: Item) -> None:
    """Neither text is empty, both ask or tell, and what stands in braces stands in both."""
    for place, text in texts_of(item):
        assert text.sv.strip(), (item.id, place)
        assert text.en.strip(), (item.id, place)
        assert sorted(re.findall(r"{\w*}", text.sv)) == sorted(re.findall(r"{\w*}", text.en)), (item.id, place)
        assert text.sv[-1:] in "?.:" or text.en[-1:] not in "?:", (item.id, place)
        assert text.sv.endswith("?") == text.en.endswith("?"), (item.id, place)
        assert text.sv != text.en or text.sv in SAME_IN_BOTH, (item.id, place)


@EVERY_ITEM
def test_no_two_boxes_read_alike(item: Item) -> None:
    """In either language each box of a question says something of its own."""
    for said in ([option.sv for option in item.options], [option.en for option in item.options]):
        assert len(set(said)) == len(said)


def test_sections_and_half_days_are_in_both_languages() -> None:
    """The dots of the progress row and the squares of the time grid too."""
    same = {text.sv for text in (*BANK.sections, *BANK.half_days) if text.sv == text.en}

    assert same <= SAME_IN_BOTH
