"""No value in a table can become a formula in a spreadsheet, and ordinary values stay as they are."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.table_cells import could_be_formula, plain_cell

SIGNS = "=+-@＝＋－＠\t\r"
HOSTILE = st.text(st.sampled_from([*SIGNS, *";,|\n\"' ", "A", "1", "é", "("]), max_size=12) | st.text(max_size=12)


@pytest.mark.parametrize(
    "value", ["Bild", "Hem- och konsumentkunskap", "SO (grupp A) – B12", "rad 2", "A/B", "", "O'Test", "Dans & rörelse"]
)
def test_ordinary_values_stay_as_they_are(value: str) -> None:
    """Also those with a dash or an apostrophe inside."""
    assert plain_cell(value) == value


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_a_sign_that_begins_a_formula_gets_an_apostrophe(sign: str) -> None:
    """At the start, after blanks, and after the separators of other countries' spreadsheets."""
    assert plain_cell(f"{sign}1") == f"'{sign}1"
    assert plain_cell(f" {sign}1") == f"' {sign}1"
    assert plain_cell(f"Bild;{sign}1") == f"Bild;'{sign}1"


@pytest.mark.parametrize("sign", ["\t", "\r", "\n", "\x00"])
def test_control_characters_become_blanks(sign: str) -> None:
    """OWASP's tab and carriage return begin no cell, and no value begins a row."""
    assert plain_cell(f"{sign}=1") == "' =1"
    assert plain_cell(f"Bild{sign}=1") == "Bild =1"


@given(HOSTILE, HOSTILE)
def test_no_cell_begins_with_a_formula_whatever_separates_cells(first: str, second: str) -> None:
    """As a comma, a semicolon, a tab or a bar would split the written file; and once is enough."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(("1", plain_cell(first), plain_cell(second)))
    for cell in re.split(r"[;,|\t\r\n]", out.getvalue()):
        assert re.sub(r'^[\s"]*', "", cell)[:1] not in set(SIGNS), (first, second)
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == ["1", plain_cell(first), plain_cell(second)]
    assert len(out.getvalue().splitlines()) == 1
    assert plain_cell(plain_cell(first)) == plain_cell(first)
    assert not could_be_formula(plain_cell(first))
