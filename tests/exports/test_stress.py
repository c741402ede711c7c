"""No document breaks, whatever is put into it: it keeps to its page, its words, its order and both standards."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from planning.timetable import Timetable
from tests.exports.conftest import make
from tests.exports.drawn import misplaced
from tests.exports.put_in import is_explained, missing, words
from tests.exports.spoken import Spoken, spoken
from tests.exports.stress_cases import CASES, DAYS, PDFS, clock, of, printed, saying, usual, week_of
from tests.exports.touched import only_what_belongs_to_us
from tests.exports.validator import faults

HOUSE = Path(__file__).resolve().parents[2]
ON_PAPER = tuple(name for name in PDFS if name.startswith("fragor"))
"""Forms on paper: but for the timetable's names they are the same in every case."""
ABOUT_NAMES = ("8 steps", "111 lessons", "long word", "markup", "scripts", "emoji")
OF_EVERY_STEP = ("forslag.pdf", "schema.pdf", "vardnadshavare.pdf")
"""Documents that tell of all steps; the others tell of one, and are tried with the longest ladder alone."""


def concerns(case: str, name: str) -> bool:
    """Whether that case can change that document."""
    if name in ON_PAPER:
        return case in ABOUT_NAMES and not name.endswith("-en.pdf")
    return case != "20 steps" or name in OF_EVERY_STEP


EVERY = [pytest.param(case, name, id=f"{name}-{case}") for name in PDFS for case in CASES if concerns(case, name)]
HEADINGS = ("H1", "H2", "H3", "H4")
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag")


@pytest.mark.parametrize(("case", "name"), EVERY)
def test_document_withstands_whatever_is_put_into_it(case: str, name: str) -> None:
    """It can be made, breaks no rule of PDF/UA-1 and PDF/A-3a, and is read and drawn as it was meant."""
    with only_what_belongs_to_us():
        document, data = printed(case, name)
    heard = spoken(data)
    assert [
        *faults(data), *misplaced(data), *run_together(heard, words(document)), *leaps(heard), *disorder(heard),
    ] == []  # fmt: skip
    assert {one.page for one in heard} == set(range(len(PdfWriter(clone_from=io.BytesIO(data)).pages)))


def run_together(heard: list[Spoken], known: set[str]) -> Iterator[str]:
    """Words that nobody put in: two glued to one, or something added. Only what is too long for its place is cut."""
    said = {word for one in heard for word in one.text.split()}
    return (f"word: {word}" for word in sorted(said) if not is_explained(word, known))


def leaps(heard: list[Spoken]) -> Iterator[str]:
    """Headings that leave out a level, and a second first heading."""
    levels = [HEADINGS.index(one.tag) + 1 for one in heard if one.tag in HEADINGS]
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1 or (after == 1 and before):
            yield f"heading: {after} after {before}"


def disorder(heard: list[Spoken]) -> Iterator[str]:
    """Days that head rows or texts and come before the day that they follow; a new week begins on any day."""
    said = (one.text.strip().lower() for one in heard if "TH" in one.tags)
    heads = [WEEKDAYS.index(day) for day in said if day in WEEKDAYS]
    for before, after in pairwise(heads):
        if after < before and before != max(heads) and after != min(heads):
            yield f"day: {WEEKDAYS[after]} after {WEEKDAYS[before]}"


@pytest.mark.parametrize("case", ["one step", "8 steps", "nothing known"])
@pytest.mark.parametrize("name", PDFS)
def test_everything_put_in_is_read_aloud(case: str, name: str) -> None:
    """Every text of the blocks stands whole in the file, and what comes first in them is read first."""
    document, data = printed(case, name)
    assert missing(document, spoken(data)) == []


@pytest.mark.parametrize("name", PDFS)
def test_text_never_becomes_a_link_a_picture_or_a_program(name: str) -> None:
    """In no object of the file stands anything that opens, runs or loads."""
    writer = PdfWriter(clone_from=io.BytesIO(printed("markup", name).data))
    entries = {str(key) for one in writer._objects if isinstance(one, dict) for key in one}
    kinds = {str(one.get("/Subtype")) for one in writer._objects if isinstance(one, dict)}
    assert entries.isdisjoint({"/URI", "/JS", "/Launch", "/OpenAction", "/AA"})
    assert kinds.isdisjoint({"/Link", "/Image", "/RichMedia", "/FileAttachment"})


@pytest.mark.parametrize("text", ['<img src="file:///etc/passwd"/>', '<img src="http://exempel.invalid/x.png"/>'])
def test_whoever_reads_markup_is_caught(text: str) -> None:
    """The watch above would see it if a name were read as markup: ReportLab itself would load the picture."""
    with only_what_belongs_to_us(), pytest.raises(Exception, match=r"passwd|exempel\.invalid"):
        Paragraph(text)


def test_letters_outside_or_over_others_are_seen() -> None:
    """The eye above is not blind."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 200))
    canvas.drawString(20, 100, "Måndag")
    canvas.drawString(21, 101, "Tisdag")
    canvas.drawString(180, 20, "Onsdag")
    canvas.save()
    found = misplaced(out.getvalue())
    assert [one.split(":")[0] for one in found] == ["page 1, outside", "page 1, over each other"]


def test_words_run_together_and_days_and_headings_out_of_order_are_heard() -> None:
    """Nor is the ear above deaf."""
    known = {"måndag", "tisdag", "Långtnamnutanmellanslag" * 2}
    heard = [
        Spoken(("Document", tag), 0, text)
        for tag, text in (
            ("H1", "måndag"), ("H3", "mån…"), ("H1", "namnutan"), ("TH", "måndag "), ("TH", "Fredag"),
            ("TH", "torsdag"), ("TH", "onsdag"), ("P", "måndagtisdag"),
        )
    ]  # fmt: skip
    strange = ("Fredag", "måndagtisdag", "onsdag", "torsdag")
    assert list(run_together(heard, known)) == [f"word: {word}" for word in strange]
    assert list(leaps(heard)) == ["heading: 3 after 1", "heading: 1 after 3"]
    assert list(disorder(heard)) == ["day: onsdag after torsdag"]


PRINT_THEM = """
from hashlib import sha256
from tests.exports.stress_cases import PDFS, printed
for name in PDFS:
    print(name, sha256(printed("one step", name).data).hexdigest())
"""


def test_equal_cases_give_equal_bytes_in_every_process() -> None:
    """Neither the hour nor the order in which a process keeps its strings is in any file."""
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": "."}
    there = subprocess.run(
        [sys.executable, "-c", PRINT_THEM], cwd=HOUSE, env=environment, capture_output=True, text=True, check=True
    ).stdout
    here = [f"{name} {sha256(printed('one step', name).data).hexdigest()}" for name in PDFS]
    assert there.splitlines() == here


@st.composite
def any_week(draw: st.DrawFn) -> Timetable:
    """Lessons at any hours of any length, side by side or not, called anything."""
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from(DAYS), st.integers(6 * 60, 21 * 60), st.integers(5, 150), st.text(min_size=1)),
            min_size=1, max_size=40,
        )
    )  # fmt: skip
    return week_of((day, clock(start), clock(start + length), subject) for day, start, length, subject in rows)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(any_week(), st.text(max_size=120), st.integers(1, 3))
def test_any_names_and_any_lessons_can_be_printed(week: Timetable, name: str, steps: int) -> None:
    """The proposal, the student's page and the guardians' keep to their pages and to both standards."""
    stress = saying(lambda was: f"{name}{was}", usual(make(steps, week)))
    for document in OF_EVERY_STEP:
        data = of(stress, document).data
        assert [*faults(data), *misplaced(data)] == []
