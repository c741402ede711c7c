"""One more language is one more file; a file that is wrong costs nobody anything but itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from questionnaire.bank import load_bank
from tests.wording.other_language import CODE, HEADER, pretend, write_language
from wording.bank_words import said_in
from wording.clock import written_date
from wording.language import language_tag, languages, speaking, tr, trn
from wording.spoken import LARGEST_FILE, SHELF

SAID = "Svara på frågor"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """What a test adds is gone after it."""
    yield
    SHELF.forget()


def file_in(folder: Path, code: str, text: str) -> Path:
    """A catalogue with that text."""
    file = folder / code / "LC_MESSAGES" / "stegvis.po"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return file


def test_one_file_is_one_more_language(tmp_path: Path) -> None:
    """Its name, the way it runs, what it says with numbers and dates: all from the file and from Unicode's data."""
    write_language(tmp_path)
    assert SHELF.add(tmp_path) == ()
    assert languages() == ("sv", "en", CODE)
    spoken = SHELF.of(CODE)
    assert (spoken.name, spoken.is_rtl) == ("Provspråk", True)
    with speaking(CODE):
        assert tr("Stäng") == pretend("Stäng") != "Stäng"
        assert trn("{n} sekund", "{n} sekunder", 3) == pretend("{n} sekunder").format(n=3)
        assert language_tag() == "ar"
        assert "نوفمبر" in written_date(dt.date(2026, 11, 30))


def test_the_questions_come_through_the_same_file(tmp_path: Path) -> None:
    """By their Swedish text; Swedish and English are the bank's own."""
    write_language(tmp_path)
    SHELF.add(tmp_path)
    item = load_bank().items[0]
    assert said_in(item, CODE) == pretend(item.sv)
    assert (said_in(item, "sv"), said_in(item, "en")) == (item.sv, item.en)


def test_name_and_direction_are_known_without_a_word_in_the_file(tmp_path: Path) -> None:
    """Unicode's data say what a language calls itself and which way it runs."""
    text = HEAD + f'\nmsgid "{SAID}"\nmsgstr "x"\n'
    for code in ("fi", "he", "pt_BR"):
        file_in(tmp_path, code, text)
    assert SHELF.add(tmp_path) == ()
    found = [(SHELF.of(code).name, SHELF.of(code).is_rtl) for code in ("fi", "he", "pt_BR")]
    assert found == [("Suomi", False), ("עברית", True), ("Português (Brasil)", False)]
    assert language_tag("pt_BR") == "pt-BR"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("xx", HEAD + f'\nmsgid "{SAID}"\nmsgstr "x"\n'),
        ("..", HEAD + f'\nmsgid "{SAID}"\nmsgstr "x"\n'),
        ("fi", ""),
        ("fi", HEAD),
        ("fi", "msgid oj\n\x00"),
        ("fi", HEAD + '"Plural-Forms: nplurals=2; plural=__import__(1);\\n"\n\nmsgid "a"\nmsgstr "b"\n'),
        ("fi", "x" * (LARGEST_FILE + 1)),
    ],
    ids=["no such language", "no code", "empty", "nothing said", "no catalogue", "no rule of numbers", "too large"],
)
def test_a_bad_file_is_told_of_and_left_out(tmp_path: Path, code: str, text: str) -> None:
    """The others are there all the same."""
    folder = tmp_path / "a"
    file = file_in(folder, code if code != ".." else "a..b", text)
    file_in(folder, "nb", HEAD + f'\nmsgid "{SAID}"\nmsgstr "y"\n')
    (left_out,) = SHELF.add(folder)
    assert left_out.file == file
    assert languages() == ("sv", "en", "nb")


def test_a_file_in_other_signs_is_left_out(tmp_path: Path) -> None:
    """It must be UTF-8."""
    file_in(tmp_path, "fi", "").write_bytes(HEAD.encode() + b'\nmsgid "a"\nmsgstr "\xe4"\n')
    assert [left_out.why for left_out in SHELF.add(tmp_path)] == ["UnicodeDecodeError"]


@pytest.mark.parametrize(
    "translated",
    ["{n.__class__}", "{other} x", "{n", "{n:{n}}", "{0}"],
    ids=["inner", "other", "open", "nested", "place"],
)
def test_a_translation_that_asks_for_what_is_not_given_is_not_used(tmp_path: Path, translated: str) -> None:
    """The Swedish one is said in its place."""
    said = 'msgid "{n} minuter före dagens första"\nmsgstr "'
    file_in(tmp_path, "fi", f'{HEAD}\n{said}{translated}"\n\nmsgid "{SAID}"\nmsgstr "x"\n')
    assert SHELF.add(tmp_path) == ()
    with speaking("fi"):
        assert tr("{n} minuter före dagens första", n=5) == "5 minuter före dagens första"


def test_a_form_that_does_not_fit_the_value_gives_way(tmp_path: Path) -> None:
    """A number written as text would end the page; the Swedish is said instead."""
    file_in(tmp_path, "fi", HEAD + '\nmsgid "ändrat {date}"\nmsgstr "muutettu {date:d}"\n')
    SHELF.add(tmp_path)
    with speaking("fi"):
        assert tr("ändrat {date}", date="i dag") == "ändrat i dag"


def test_the_program_s_own_are_not_replaced(tmp_path: Path) -> None:
    """A folder of an installation adds languages; what English says is the program's."""
    write_language(tmp_path, "en", HEADER.replace("ar", "en", 1))
    assert SHELF.add(tmp_path) == ()
    with speaking("en"):
        assert tr("Stäng") == "Close"


def test_a_language_that_nobody_has_is_swedish() -> None:
    """As when a file has been taken away since it was chosen."""
    with speaking("tlh"):
        assert tr("Stäng") == "Stäng"
