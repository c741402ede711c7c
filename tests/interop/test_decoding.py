"""Letters come out the same whatever encoding they came in."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop.decoding import CELL_LENGTH, assumed_letters, clean, decode
from planning.errors import BadInput

SWEDISH = st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäöÅÄÖé 0123456789;,.\n", min_size=8, max_size=200)


@given(SWEDISH, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]))
def test_swedish_text_survives_every_usual_encoding(text: str, encoding: str) -> None:
    """The six encodings that Swedish offices write are told apart without guessing."""
    assert decode(text.encode(encoding), "x.csv") == text


def test_bytes_that_are_no_text_are_refused() -> None:
    """What neither UTF-8 nor Windows-1252 can hold is not read as something else."""
    with pytest.raises(BadInput) as caught:
        decode(b"Dag;Start\x81\x8d\xff", "x.csv")
    assert caught.value.code == "unreadable_text"


@given(st.text(max_size=600))
def test_a_clean_cell_holds_nothing_that_steers_the_screen(text: str) -> None:
    """No control or direction signs and no outer spaces remain, and cleaning twice changes nothing."""
    cell = clean(text)
    assert not set(cell) & set("\x00\r\n\t\u202e\u2066\u200b")
    assert cell == cell.strip()
    assert clean(cell) == cell
    assert len(cell) <= CELL_LENGTH


def test_spaces_within_a_name_are_kept() -> None:
    """A subject is found again in its source by its exact name."""
    assert clean(" Historia  1b\xa0x ") == "Historia  1b\xa0x"


SAID = """Måndag tisdag onsdag Svenska Engelska Matematik Idrott och hälsa Träslöjd Bild NO-ämnen Hemkunskap Ämne
Lärare Åsa Öberg håltimme klass 7Å sal Ö12 Språkval (franska) é ÅÄÖ åäö ”citat” – … kl. 8.10–9.00 § ½ grupp; x,y\t €"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_four_hundred_swedish_texts_are_read_right(encoding: str) -> None:
    """Four hundred of four hundred, from one word to a page, whatever program wrote them."""
    chosen = random.Random(encoding)
    texts = [" ".join(chosen.choices(SAID.split(" "), k=1 + number)) + "\r\nåäö\n" for number in range(400)]
    assert [n for n, text in enumerate(texts) if decode(text.encode(encoding), "x.csv") != text] == []


def test_assumed_letters_are_shown() -> None:
    """What only Windows-1252 can mean is shown with what stands around it; what says itself what it is, is not."""
    text = "Dag;Start;Slut;Rubrik\nmån;8.10;9.00;Träslöjd\n"
    assert assumed_letters(text.encode("cp1252")) == "mån;8.10;9.00;Träslöj"
    assert assumed_letters(b"\xe4") == "ä"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        assert assumed_letters(text.encode(encoding)) == ""
    assert assumed_letters(b"Dag;Start") == ""
