"""What timetables call their subjects, and what is never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.errors import BadInput
from planning.subject_codes import SUBJECT_NAMES, SubjectCode, read_subjects, subject_names


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ma", "MA"), ("MA", "MA"), ("matematik", "MA"), ("Ma 8", "MA"), ("MA-9", "MA"), ("Mathematics", "MA"),
        ("Sv", "SV"), ("SVA", "SVA"), ("Svenska som andraspråk", "SVA"), ("Idh", "IDH"), ("Idrott & hälsa", "IDH"),
        ("Trä- och metallslöjd", "SL"), ("Tyska", "SPV"), ("Hkk", "HKK"), ("NO", "NO"), ("Ke", "KE"), ("M2", "SPV"),
        ("Klassråd", "OTHER"), ("Sv/En", "OTHER"),
    ],
)  # fmt: skip
def test_a_subject_is_known_by_its_many_names(name: str, code: str) -> None:
    """Capitals, signs and a level that stands last make no difference."""
    assert subject_names().code_of(name) is SubjectCode(code)


def test_what_is_not_recognised_is_reported() -> None:
    """A name that is nobody's, or two subjects' at once, stands for nothing until somebody says it."""
    read = read_subjects(["Ma", "No/Ke", "Drakflygning"])
    assert read.unknown == ("Drakflygning", "No/Ke")
    assert read.codes == {"Ma": SubjectCode.MA}


def test_the_case_s_own_word_goes_first() -> None:
    """Where the school means something else by a name."""
    read = read_subjects(["Bi", "Drakflygning"], {"Bi": SubjectCode.BL, "Drakflygning": SubjectCode.OTHER})
    assert (read.codes["Bi"], read.codes["Drakflygning"], read.unknown) == (SubjectCode.BL, SubjectCode.OTHER, ())
    assert read.by_case == ("Bi", "Drakflygning")


def test_a_block_teaches_each_of_its_subjects() -> None:
    """NO in the timetable is biology, physics and chemistry, and is told to be."""
    read = read_subjects(["NO", "Kemi"])
    assert read.names_of(SubjectCode.KE) == ("Kemi", "NO")
    assert read.names_of(SubjectCode.FY) == ("NO",)
    assert read.in_blocks == ("NO",)


def test_every_subject_has_a_name() -> None:
    """No code of the program is forgotten in the data."""
    assert set(subject_names().names) == set(SubjectCode)


@given(st.text(max_size=12).map(str.strip))
def test_no_name_breaks_the_reading(name: str) -> None:
    """Whatever stands in a timetable (trimmed, as all of it is) is either recognised or reported."""
    read = read_subjects([name])
    assert (name in read.codes) is (name not in read.unknown)


def test_a_name_under_two_subjects_is_a_fault(tmp_path: Path) -> None:
    """File and entry are named."""
    (tmp_path / SUBJECT_NAMES).write_text('format = 1\n[names]\nBL = ["Bi"]\nBI = ["bi."]\n', encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        subject_names(tmp_path)
    assert caught.value.data["file"] == SUBJECT_NAMES
    assert "«bi.»" in str(caught.value.data["problem"])
