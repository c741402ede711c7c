"""Headings and delimiters as people send them."""

from __future__ import annotations

import pytest

from interop.csv_table import MOST_ROWS, read_table
from planning.errors import BadInput


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_known_by_the_headings(delimiter: str) -> None:
    """The delimiter under which most headings are known is the file's."""
    text = delimiter.join(["Dag", "Start", "Slut", "Ämne"]) + "\n" + delimiter.join(["mån", "8.10", "9.00", '"a,b;c"'])
    (row,) = read_table(text.encode(), "a.csv").rows
    assert row["subject"] == "a,b;c"
    assert row.line == 2


def test_headings_may_come_after_a_title_and_in_any_order() -> None:
    """A line above the headings and unknown columns do no harm; of two columns for one field the first counts."""
    text = "Schema 8A\n\nSal;Ämne;Färg;Klockslag;Lokal;VECKODAG:\nA1;Bild;röd;8.10;B2;mån\n"
    table = read_table(text.encode(), "a.csv")
    assert table.fields == {"room", "subject", "time", "weekday"}
    assert (table.rows[0]["room"], table.rows[0]["weekday"], table.rows[0].line) == ("A1", "mån", 4)


def test_missing_headings_are_named() -> None:
    """The refusal says which columns are needed."""
    with pytest.raises(BadInput) as caught:
        read_table(b"Dag;Slut\nm;1\n", "a.csv")
    assert (caught.value.code, caught.value.data["missing"]) == ("headings_missing", ("start", "subject"))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("m,1,2,3\n" * (MOST_ROWS + 1), "too_many_rows"), ("x," * 70, "too_many_columns"),
        ('"' + "x" * 200_000, "bad_csv"),
    ],
)
def test_a_table_beyond_measure_is_refused(body: str, code: str) -> None:
    """Rows, columns and cells have a limit."""
    with pytest.raises(BadInput) as caught:
        read_table(("day,start,end,subject\n" + body).encode(), "a.csv")
    assert caught.value.code == code
