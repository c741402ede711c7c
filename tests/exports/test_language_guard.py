"""Words that tell are found; the school's own words are left alone."""

from __future__ import annotations

import pytest

from exports.language_guard import guarded, telling_passages, telling_words, without_telling_sentences
from planning.decision import DocumentFacts, Measure, SchoolFacts


@pytest.mark.parametrize(
    "text",
    [
        "Eleven har adhd", "Utredd för AUTISM", "ångest inför prov", "Går hos BUP", "tar sin medicin",
        "mobbad i klassen",
        "föräldrarnas skilsmässa", "socialtjänsten är inkopplad", "depressionen", "en orosanmälan är gjord",
        "Eleven är frivilligt hemma", "en frivillig överenskommelse om frånvaro",
    ],
)  # fmt: skip
def test_telling_words_are_found(text: str) -> None:
    """Health, medicine, family and social matters, in any form and case."""
    assert telling_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Idrott och hälsa", "Samråd med elevhälsan", "Samhällskunskap", "Åtskilda salar", "Enskild undervisning",
        "En plats i receptionen", "Han drog sig undan", "Placerad nära dörren", "I ett separat rum", "Solen skiner",
    ],
)  # fmt: skip
def test_the_schools_words_are_left_alone(text: str) -> None:
    """Words that only look like telling ones."""
    assert telling_words(text) == ()


def test_only_the_telling_sentence_goes() -> None:
    """What stands before and after is kept."""
    kept = without_telling_sentences("Börjar senare. Har ångest. Sitter vid dörren.")
    assert kept == "Börjar senare. Sitter vid dörren."


def test_the_coach_is_told_where() -> None:
    """The passage is named by its field."""
    facts = DocumentFacts(measures=(Measure(need="Start", what="Tar medicin"),))
    assert telling_passages(facts) == (("measures.0.what", ("medicin",)),)


def test_names_are_never_judged() -> None:
    """A school or a person may be called anything."""
    facts = DocumentFacts(school=SchoolFacts(unit="Trauman skola"))
    assert guarded(facts) == facts
    assert telling_passages(facts) == ()
