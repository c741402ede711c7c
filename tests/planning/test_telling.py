"""Words that tell are found with what they tell of, and where they stand."""

from __future__ import annotations

import pytest

from planning.decision import DocumentFacts, Measure, SchoolFacts, StudentView
from planning.telling import Telling, free_texts, telling_passages, telling_words, words_that_tell


@pytest.mark.parametrize(
    ("text", "word", "tells"),
    [
        ("Eleven har adhd.", "adhd", Telling.HEALTH),
        ("Går hos BUP sedan i våras.", "BUP", Telling.HEALTH),
        ("Tar sin medicin före skolan.", "medicin", Telling.MEDICINE),
        ("Efter föräldrarnas skilsmässa.", "skilsmässa", Telling.FAMILY),
        ("Socialtjänsten är inkopplad.", "Socialtjänsten", Telling.SOCIAL),
        ("Är mobbad i klassen.", "mobbad", Telling.HARM),
        ("En elev som vägrar gå till skolan.", "vägrar", Telling.BLAME),
        ("Frånvaron är frivillig.", "frivillig", Telling.REDUCTION),
        ("Vill sitta med kompisen Alva.", "kompisen Alva", Telling.OTHERS),
    ],
)
def test_a_word_is_found_with_what_it_tells_of(text: str, word: str, tells: Telling) -> None:
    """One word, of one kind: what to write instead depends on the kind."""
    assert words_that_tell(text) == ((word, tells),)


@pytest.mark.parametrize(
    "text",
    [
        "Sitter med en kompis i biblioteket.", "Eleven Test börjar senare.", "Kamraten bredvid", "Elevhälsan",
        "Sitter bredvid en kompis\nCoachen möter.", "",
    ],
)
def test_nobody_named_is_nobody_told_of(text: str) -> None:
    """A friend without a name, the student's own name, and the school's own words may stand."""
    assert words_that_tell(text) == ()


def test_words_come_in_their_order_and_once() -> None:
    """However many lists they are from."""
    assert telling_words("Kompisen Alva har ångest, ångest och medicin.") == ("Kompisen Alva", "ångest", "medicin")


def test_passages_are_named_by_their_fields() -> None:
    """Names of schools and people are not looked through."""
    facts = DocumentFacts(
        school=SchoolFacts(unit="Trauman skola"),
        needs=("Lugn start", "Eleven har autism"),
        measures=(Measure(need="Lugn start", what="Tar medicin", who="Panika Exempel"),),
        student_view=StudentView(text="Jag är sjuk."),
    )
    assert telling_passages(facts) == (
        ("needs.1", ("autism",)), ("measures.0.what", ("medicin",)), ("student_view.text", ("sjuk",)),
    )  # fmt: skip
    assert ("needs.0", "Lugn start") in tuple(free_texts(facts))


def test_names_are_names_wherever_they_stand() -> None:
    """Of a workplace, a new school, a substitute, or whoever recorded a reason; the reason itself is free text."""
    facts = DocumentFacts.model_validate(
        {
            "forms": {"work_placement": {"workplace": "Sjukhusets kök", "supervisor": "Panika Exempel"}},
            "around": {"move": {"new_unit": "Trauman skola"}, "substitute": {"name": "Mobb Exempelsson"}},
            "law_reasons": [{"rule": "T7", "reason": "Har ångest.", "by": "Mobb Exempelsson"}],
        }
    )
    assert telling_passages(facts) == (("law_reasons.0.reason", ("ångest",)),)
