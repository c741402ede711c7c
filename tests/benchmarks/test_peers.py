"""The benchmark of documents compares like with like: all libraries draw the same words, weeks and tables."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from benchmarks.documents import HOUSE, OURS, PEERS, Timed, against, ratio
from benchmarks.pages import Grids, Panel, Table, counted, parts_of, words_of
from exports.blocks import Document
from exports.pdf import render_pdf
from exports.proposal import build_proposal
from planning.public_plan import public_plan
from tests.exports.conftest import make, whole_facts


@pytest.fixture(scope="module")
def document() -> Document:
    """A proposal of eight steps."""
    made = make(8)
    return build_proposal(public_plan(made.problem, made.plan), whole_facts())


def words(data: bytes) -> set[str]:
    """The longer words of a file, without what is cut or parted at a line's end."""
    pages = pypdfium2.PdfDocument(data)
    text = " ".join(page.get_textpage().get_text_range() for page in pages).replace("\ufffe", "")
    return {word.strip("•.,:;()") for word in text.split() if len(word) > 3}


@pytest.mark.parametrize("module", PEERS.values(), ids=PEERS)
def test_peer_draws_the_words_that_we_draw(document: Document, module: str) -> None:
    """Nineteen of twenty: the rest is what small boxes cut, each library in its own way, and the form fields."""
    try:
        draw = importlib.import_module(f"benchmarks.{module}").draw
        theirs = words(draw(document.title, parts_of(document)))
    except (ImportError, OSError) as error:
        pytest.skip(f"cannot draw here: {error}")
    ours = words(render_pdf(document))
    assert len(ours & theirs) >= 0.95 * len(ours)


def test_pages_have_every_panel_week_and_table_of_the_document(document: Document) -> None:
    """Nothing that costs time is left out for the others."""
    parts = parts_of(document)
    panels = [part for part in parts if isinstance(part, Panel)]
    assert len(panels) == 8
    assert len([part for part in parts if isinstance(part, Grids)]) == 1
    assert len([part for part in parts if isinstance(part, Table)]) > 5
    assert {name for panel in panels for week in panel.weeks for cell in week.cells for name in cell.lines[:1]} >= {
        "Svenska", "Matematik", "Bild",
    }  # fmt: skip
    assert counted(parts).startswith("8 panels, ")
    assert "Test Testsson" in " ".join(words_of(document.blocks))


def test_ratio_is_of_rounds_in_which_both_drew() -> None:
    """A busy moment that meets both changes nothing."""
    ours, other = Timed([1.0, 10.0, 1.0], b"x" * 300_000), Timed([2.0, 20.0, 2.0], b"")
    assert ratio(other, ours) == 2
    lines = list(against({OURS: ours, "fpdf2": other, "WeasyPrint": other}))
    assert [line.met for line in lines] == [True, False, False]


@pytest.mark.slow
def test_whole_run_of_documents_in_small_prints_its_table() -> None:
    """One round, three documents in memory; the kept result stays as it was."""
    kept = (HOUSE / "benchmarks/documents.txt").read_bytes()
    done = subprocess.run(
        [sys.executable, "benchmarks/documents.py", "--rounds", "1", "--many", "3"],
        cwd=HOUSE, capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    for said in ("A proposal of 8 steps: 8 panels", "memory over 3 documents", "forslag.pdf", "fragor-kort.pdf"):
        assert said in done.stdout
    assert Path(HOUSE / "benchmarks/documents.txt").read_bytes() == kept
