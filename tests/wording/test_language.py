"""The language is Swedish until somebody says otherwise, and each conversation has its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from wording.language import current_language, speaking, tr, trn


def test_the_language_returns_when_the_block_ends() -> None:
    """After an error too."""
    assert current_language() == "sv"
    with pytest.raises(KeyError), speaking("en"):
        {}[current_language()]
    assert current_language() == "sv"


def test_threads_do_not_share_a_language() -> None:
    """One user's English is not another user's."""
    with speaking("en"), ThreadPoolExecutor(1) as pool:
        assert pool.submit(current_language).result() == "sv"


def test_a_message_without_translation_stays_swedish() -> None:
    """Better the source than nothing; an empty text stays empty."""
    unknown = "Texten finns inte i någon katalog, {n}"
    with speaking("en"):
        assert tr(unknown, n=1).endswith(", 1")
        assert tr("") == ""


def test_the_number_chooses_the_form() -> None:
    """One lesson, two lessons, and none as many."""
    said = [trn("{n} sekund", "{n} sekunder", n) for n in (0, 1, 2)]
    assert said == ["0 sekunder", "1 sekund", "2 sekunder"]
    with speaking("en"):
        assert trn("{n} sekund", "{n} sekunder", 2) == "2 seconds"
