"""No document breaks, whatever is put into it: it keeps to its page, its words, its order and both standards."""

from __future__ import annotations

import io
from functools import cache

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from tests.exports.drawn import misplaced
from tests.exports.put_in import is_explained, missing, words
from tests.exports.spoken import Spoken, spoken
from tests.exports.stress_cases import CASES, PDFS, printed
from tests.exports.touched import only_what_belongs_to_us
from tests.exports.validator import faults

SAME_FOR_ALL = tuple(name for name in PDFS if name.startswith("fragor"))
"""Forms on paper: but for the timetable's names they are the same in every case."""
OF_NAMES = ("8 steps", "111 lessons", "long word", "long words", "markup", "control", "newlines", "scripts")

UNPLANNED = {("no step", "forslag.pdf"), ("no step", "schema.pdf")}
"""What cannot be told of a plan without a step."""

EVERY = [
    pytest.param(case, name, id=f"{name}-{case}")
    for name in PDFS
    for case in CASES
    if (case, name) not in UNPLANNED
    if name not in SAME_FOR_ALL or (case in OF_NAMES and not name.endswith("-en.pdf"))
]
HEADINGS = ("H1", "H2", "H3", "H4")
every_document = pytest.mark.parametrize(("case", "name"), EVERY)


@cache
def heard(case: str, name: str) -> list[Spoken]:
    """That document as it is read aloud."""
    return spoken(printed(case, name).data)


@every_document
def test_document_keeps_to_both_standards(case: str, name: str) -> None:
    """It can be made, and breaks no rule of PDF/UA-1 and PDF/A-3a."""
    with only_what_belongs_to_us():
        data = printed(case, name).data
    assert faults(data) == []


@every_document
def test_letters_stay_on_their_page_and_off_each_other(case: str, name: str) -> None:
    """No letter lies outside its page or over a letter of other words."""
    assert misplaced(printed(case, name).data) == []


@every_document
def test_words_read_aloud_are_the_words_put_in(case: str, name: str) -> None:
    """No two are run together, none is added; only what is too long for its place is cut, with an ellipsis."""
    known = words(printed(case, name).document)
    said = {word for one in heard(case, name) for word in one.text.split()}
    assert sorted(word for word in said if not is_explained(word, known)) == []


@pytest.mark.parametrize("case", ["one step", "8 steps", "nothing known"])
@pytest.mark.parametrize("name", PDFS)
def test_everything_put_in_is_read_aloud(case: str, name: str) -> None:
    """Every text of the blocks stands whole in the file, and what comes first in them is read first."""
    assert missing(printed(case, name).document, heard(case, name)) == []


@every_document
def test_headings_go_down_one_step_at_a_time(case: str, name: str) -> None:
    """At most one first heading, which begins the document, and no level left out."""
    levels = [HEADINGS.index(one.tag) + 1 for one in heard(case, name) if one.tag in HEADINGS]
    assert levels.count(1) <= 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


@every_document
def test_no_page_is_empty(case: str, name: str) -> None:
    """Every page has something that is read."""
    pages = len(PdfReader(io.BytesIO(printed(case, name).data)).pages)
    assert {one.page for one in heard(case, name)} == set(range(pages))


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


def test_words_run_together_are_seen() -> None:
    """Nor is the ear above deaf."""
    known = {"måndag", "tisdag", "Långtnamnutanmellanslag" * 2}
    said = ("måndag", "mån…", "namnutan", "M", "måndagtisdag", "onsdag")
    assert [word for word in said if not is_explained(word, known)] == ["måndagtisdag", "onsdag"]


@pytest.mark.parametrize("text", ['<img src="file:///etc/passwd"/>', '<img src="http://exempel.invalid/x.png"/>'])
def test_whoever_reads_markup_is_caught(text: str) -> None:
    """The watch above would see it if a name were read as markup: ReportLab itself would load the picture."""
    with only_what_belongs_to_us(), pytest.raises(Exception, match=r"passwd|exempel\.invalid"):
        Paragraph(text)
