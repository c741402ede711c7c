"""Extract, erasure and retention without a screen."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from casework.retention import LOCAL_FILE
from storage.keys import WayIn
from storage.secrets import new_recovery_key, recovery_key_given
from tests.command_line import Run, expect_one_line, runner
from tests.opened_store import QUICK, opened_keys

PLAN = 'plan = "Dokumenthanteringsplan 2027, punkt 4.3"\ndecided_on = 2027-01-11\n'


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Commands on a folder that opens with a key file."""
    return runner(tmp_path, monkeypatch, capsys)


def test_an_extract_is_one_file_that_names_nobody(run: Run, tmp_path: Path) -> None:
    """A PDF, the same for machines, and its schema."""
    case_id = run("case", "new", "--name", "Kim").last
    assert run("case", "export", case_id, "--out", tmp_path / "ut").last == "utdrag.zip"
    with zipfile.ZipFile(tmp_path / "ut" / "utdrag.zip") as made:
        assert made.namelist() == ["utdrag.pdf", "utdrag.json", "utdrag.schema.json"]


def test_a_value_is_put_right_with_a_reason_and_listed_afterwards(run: Run) -> None:
    """Text as it is, other values as JSON; a field that is not there, or no reason, puts nothing right."""
    case_id = run("case", "new", "--name", "Kim").last
    expect_one_line(run("case", "correct", case_id, "student=Kim T"), "reason", "Skriv varför")
    expect_one_line(run("case", "correct", case_id, "school=X", "--reason", "Fel"), "school", "Fältet finns inte")
    expect_one_line(run("case", "correct", case_id, "corrections=[]", "--reason", "Fel"), "corrections")
    expect_one_line(run("case", "correct", case_id, "document.school.year_group=tolv", "--reason", "Fel"), "year_group")

    said = run("case", "correct", case_id, "student=Kim T", "document.school.year_group=9", "--reason", "Fel namn")

    assert said.out.splitlines()[0].endswith(": Fel namn")
    assert said.out.splitlines()[1:] == ["  Kallas: Kim → Kim T", "  Årskurs: null → 9"]
    assert run("case", "correct", case_id).out == said.out
    assert run("case", "correct", run("case", "new").last).last == "Inget är rättat i ärendet."


def test_erasing_begins_with_a_look_and_an_asking(run: Run) -> None:
    """The look says what would go; without somebody's asking nothing is confirmed, and it can be taken back."""
    case_id = run("case", "new", "--name", "Kim").last
    assert run("case", "erase", case_id).out.splitlines() == [
        "1 rad: vem det är",
        "Inget hindrar en radering. Gör ett utdrag först, om det behövs: efteråt går det inte.",
    ]
    assert run("case", "erase", case_id, "--ask").last.startswith("Radering är begärd. Någon annan")
    assert "Någon annan ska bekräfta den senast" in run("case", "erase", case_id).last
    assert run("case", "erase", case_id, "--withdraw").last == "Begäran om radering är tillbakatagen."
    expect_one_line(run("case", "erase", case_id, "--withdraw"), "Ingen har begärt radering")


def test_the_printed_key_is_read_from_standard_input(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong one erases nothing; the right one does, and never stands among the arguments."""
    printed = new_recovery_key()
    opened_keys(tmp_path / "kept").change_way(WayIn.RECOVERY, recovery_key_given(printed), QUICK)
    case_id = run("case", "new", "--name", "Kim").last
    run("case", "erase", case_id, "--ask")

    monkeypatch.setattr("sys.stdin", io.StringIO("12345\n"))
    refused = run("case", "erase", case_id, "--confirm")
    assert (refused.status, "Nyckeln stämmer inte" in refused.err) == (2, True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{printed}\n"))
    assert run("case", "erase", case_id, "--confirm").last.startswith("Ärendet är raderat")

    assert case_id not in run("case", "list").out


def test_the_list_says_that_there_is_no_plan_or_that_it_is_broken(run: Run, tmp_path: Path) -> None:
    """And with a plan, that nothing is due yet."""
    run("case", "new", "--name", "Kim")
    assert "gallring.toml" in run("case", "retention").last
    (tmp_path / "kept" / LOCAL_FILE).write_text("plan =", encoding="utf-8")
    expect_one_line(run("case", "retention"), LOCAL_FILE, "Rätta filen")
    (tmp_path / "kept" / LOCAL_FILE).write_text(PLAN, encoding="utf-8")
    assert run("case", "retention", "--days", "7").last == "Inget ärende når sitt datum inom 7 dagar."
