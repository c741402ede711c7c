"""LIX, counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.readability import counted


@pytest.mark.parametrize(
    ("texts", "words", "sentences", "long_words", "lix"),
    [
        # 8 words, 2 sentences, «klassrummet» long: 8/2 + 100·1/8 = 4 + 12.5.
        (["Eva går till klassrummet. Där är det lugnt."], 8, 2, 1, 16),
        # The same in two fields: each ends its own sentence, full stop or not.
        (["Eva går till klassrummet", "Där är det lugnt"], 8, 2, 1, 16),
        # 6 words in one sentence, 5 of more than six letters: 6/1 + 100·5/6 = 6 + 83.3.
        (["Undervisningens omfattning anpassas successivt utifrån behov"], 6, 1, 5, 89),
        # Seven letters are long, six are not; «10.00» is two numbers and no end of a sentence.
        (["Skolan börjar tidigast 10.00"], 5, 1, 1, 25),
        ([""], 0, 0, 0, 0),
    ],
)
def test_lix_is_what_a_hand_count_gives(
    texts: list[str], words: int, sentences: int, long_words: int, lix: int
) -> None:
    """Words, sentences, long words and the sum of the two shares."""
    made = counted(texts)
    assert made == (words, sentences, long_words)
    assert made.lix == lix


@given(st.lists(st.text(), max_size=4))
def test_any_text_can_be_counted(texts: list[str]) -> None:
    """There are never more sentences or long words than words."""
    made = counted(texts)
    assert 0 <= made.sentences <= made.words
    assert 0 <= made.long_words <= made.words
