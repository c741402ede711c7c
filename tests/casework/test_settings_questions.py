"""Own questions that may have answers are never lost, and never come to mean something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.settings import check_setting, keep_setting, put_back, see_setting
from casework.settings_kinds import SettingsKind
from casework.settings_questions import entry_text, switched
from questionnaire.bank import load_bank, local_bank
from questionnaire.own_items import OwnItem, read_own
from storage.store import CaseStore
from tests.casework.test_settings_in_force import OWN
from tests.opened_store import opened_store

BOXES = """[PL50]
topic = "environment"
sitting = "A"
kind = "ticks"
sv = "Vad hjälper dig?"
en = "What helps you?"
options = [{ code = "lamp", sv = "En lampa", en = "A lamp" }, { code = "plant", sv = "En växt", en = "A plant" }]
[PL50.says]
ticked = { group = "works", sv = "Det här hjälper:", en = "This helps:" }
[[PL50.support]]
support = "safe_place"
"""

LAMP = '{ code = "lamp", sv = "En lampa", en = "A lamp" }, '


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseStore:
    """One coach's installation, with two questions of its own."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    opened = opened_store(tmp_path / "arenden.stegvis")
    assert keep_setting(opened, SettingsKind.QUESTIONS, (OWN + "\n" + BOXES).encode()).faults == ()
    return opened


def own() -> dict[str, bool]:
    """The own questions, and whether each is asked."""
    return {str(item.id): item.asked for item in load_bank().items if isinstance(item, OwnItem)}


def test_a_question_that_a_new_file_lacks_stands_there_still_no_longer_asked(store: CaseStore) -> None:
    """Whatever file comes, and after what is delivered has been put back too."""
    keep_setting(store, SettingsKind.QUESTIONS, BOXES.encode())
    assert own() == {"PL50": True, "SO50": False}
    put_back(store, SettingsKind.QUESTIONS, 0)
    assert own() == {"PL50": False, "SO50": False}
    put_back(store, SettingsKind.QUESTIONS, 1)
    assert own() == {"PL50": True, "SO50": True}


def test_a_question_taken_out_in_the_folder_is_there_again_with_the_next_file(store: CaseStore, tmp_path: Path) -> None:
    """The versions know of it."""
    (tmp_path / "fragor.toml").write_text(BOXES, encoding="utf-8")
    assert own() == {"PL50": True}
    keep_setting(store, SettingsKind.QUESTIONS, (BOXES + "\n# changed\n").encode())
    assert own() == {"PL50": True, "SO50": False}


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        (BOXES.replace(LAMP, ""), "options", "Rutan lamp kan vara kryssad."),
        (BOXES.replace('"ticks"', '"pick_one"'), "kind", "Låt den vara av samma sort som förut: ticks"),
    ],
)
def test_an_answer_never_comes_to_mean_something_else(store: CaseStore, changed: str, field: str, said: str) -> None:
    """A box or a kind that answers may rest on stays."""
    (fault,) = check_setting(store, SettingsKind.QUESTIONS, changed.encode()).faults
    assert (fault.file, fault.entry, fault.field) == ("fragor.toml", "PL50", field)
    assert said in fault.said


@pytest.mark.parametrize(
    ("bad", "entry", "said"),
    [
        (OWN.replace("SO50", "SO9"), "SO9", "Egna frågor numreras från 50."),
        (OWN.replace("SO50", "XX50"), "XX50", "Det finns inget avsnitt XX."),
        (OWN.replace('"earliest_start"', '"latest_cake"'), "SO50", "Det finns inget behov som heter latest_cake."),
        (OWN.replace('time = "09:15"', 'time = "kvart över nio"'), "SO50", "Det är inget klockslag."),
        (OWN.replace('when = ["yes"]\n', ""), "SO50", "Skriv vid vilka knappar det gäller"),
        (OWN.replace('en = "Is it hard to get up early?"\n', ""), "SO50", "Fältet saknas."),
        (OWN.partition("[[SO50.needs]]")[0], "SO50", "Svaret leder inte till något."),
    ],
)
def test_a_bad_question_is_told_in_the_reader_s_words(store: CaseStore, bad: str, entry: str, said: str) -> None:
    """By its id, and what to do; nothing of the file is used."""
    faults = check_setting(store, SettingsKind.QUESTIONS, bad.encode()).faults
    assert faults[0].entry == entry
    assert said in faults[0].said


def test_every_bad_question_of_a_file_is_told_at_once(store: CaseStore) -> None:
    """Nobody has to mend and send one after the other."""
    bad = OWN.replace('"earliest_start"', '"latest_cake"')
    in_form = bad + BOXES.replace('support = "safe_place"', 'support = "cake"')
    assert [fault.entry for fault in check_setting(store, SettingsKind.QUESTIONS, in_form.encode()).faults] == ["PL50"]
    both = bad + BOXES.replace("ticked =", "none =")
    faults = check_setting(store, SettingsKind.QUESTIONS, both.encode()).faults
    assert {fault.entry for fault in faults} == {"SO50", "PL50"}


def test_a_broken_file_in_the_folder_leaves_the_bank_as_it_was_kept(store: CaseStore, tmp_path: Path) -> None:
    """The student is asked what was asked before."""
    (tmp_path / "fragor.toml").write_text("[SO50]\n", encoding="utf-8")
    assert own() == {"PL50": True, "SO50": True}
    assert local_bank().fault is not None


def test_switching_a_question_off_and_on_changes_that_line_alone(store: CaseStore) -> None:
    """Comments and the other questions stay as somebody wrote them."""
    text = f"# Våra egna\n\n{OWN}\n{BOXES}"
    off = switched(text, "SO50", is_asked=False)
    assert [item.asked for item in read_own(off)] == [False, True]
    assert off.replace("asked = false\n", "", 1) == text
    assert switched(off, "SO50", is_asked=True) == text
    assert switched(switched(text, "SO50", is_asked=False), "SO50", is_asked=False) == off
    assert see_setting(store, SettingsKind.QUESTIONS).text == OWN + "\n" + BOXES


def test_the_text_of_a_question_is_all_of_its_tables_and_no_other_s() -> None:
    """From its heading to the next one's."""
    assert [item.id for item in read_own(entry_text(BOXES + "\n" + OWN, "SO50"))] == ["SO50"]
    assert entry_text(BOXES + "\n" + OWN, "PL50").strip() == BOXES.strip()
