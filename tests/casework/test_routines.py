"""The local routine is data: the project's own, replaced entry by entry, and never in the way of an alert."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.routines import DEFAULTS, LOCAL_FILE, read_routines, routines_in_force
from planning.errors import BadInput
from questionnaire.vocabulary import Routine
from wording.errors import say_error

PERSON = '{ sv = "kuratorn", en = "the counsellor", name = "Test Testsson", phone = "0500-00 00 00" }'
AFRAID = f'[afraid]\ntodo = [{{ sv = "Ring.", en = "Call." }}]\nhand_over_to = {PERSON}\nsecond = {PERSON}\n'


def write(folder: Path, text: str) -> Path:
    """The municipality's own file."""
    path = folder / LOCAL_FILE
    path.write_text(text, encoding="utf-8")
    return path


def test_the_project_s_own_file_has_every_routine_and_numbers_to_be_checked() -> None:
    """Nothing is missing where no municipality has written anything, and nobody has checked the numbers yet."""
    own = read_routines(DEFAULTS)
    assert set(own.by_routine) == set(Routine)
    assert [number.phone for number in own.help.numbers] == ["116 111", "90101", "112"]
    assert own.help.checked_on is None
    assert all(routine.hand_over_to.sv != routine.second.sv for routine in own.by_routine.values())


def test_without_a_local_file_the_project_s_own_holds(tmp_path: Path) -> None:
    """And nothing is said to be wrong."""
    routines, fault = routines_in_force(tmp_path)
    assert routines == read_routines(DEFAULTS)
    assert fault is None


def test_a_local_entry_replaces_the_whole_entry_and_no_other(tmp_path: Path) -> None:
    """The other routines and the numbers stay the project's own."""
    write(tmp_path, AFRAID)
    routines, fault = routines_in_force(tmp_path)
    own = read_routines(DEFAULTS)
    assert fault is None
    assert [line.sv for line in routines.by_routine[Routine.AFRAID].todo] == ["Ring."]
    assert routines.by_routine[Routine.AFRAID].second.name == "Test Testsson"
    assert routines.help == own.help
    assert {r: routines.by_routine[r] for r in Routine if r is not Routine.AFRAID} == {
        r: own.by_routine[r] for r in Routine if r is not Routine.AFRAID
    }


def test_the_municipality_says_when_it_has_checked_the_numbers(tmp_path: Path) -> None:
    """With the day."""
    write(tmp_path, '[help]\nnumbers = [{ sv = "Larm", en = "Alarm", phone = "112" }]\nchecked_on = 2027-01-11\n')
    assert routines_in_force(tmp_path).routines.help.checked_on == dt.date(2027, 1, 11)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[afraid\n", "rutiner.toml: Filen är inte riktig TOML på rad 1."),
        (AFRAID.replace("0500-00 00 00", "ring oss"), "rutiner.toml, afraid.hand_over_to.phone: Det är inget telefon"),
        (AFRAID.replace("second", "third"), "rutiner.toml, afraid.second: Fältet saknas."),
        (AFRAID + "more = 1\n", "rutiner.toml, afraid.more: Fältet finns inte."),
        (AFRAID.replace(', en = "Call."', ""), "rutiner.toml, afraid.todo.0.en: Fältet saknas."),
        (AFRAID.replace("afraid", "afriad"), "rutiner.toml, afriad: Rutinen finns inte. Den ska heta help, "),
        ("afraid = 3", "rutiner.toml, afraid: Det ska vara fält med namn"),
        ("[help]\nnumbers = " + "[" * 5000, "rutiner.toml: Filen är inte riktig TOML."),
        ("[help]\nnumbers = []", "rutiner.toml, help.numbers: Listan är för kort."),
    ],
)
def test_a_bad_file_is_refused_by_file_entry_and_field(tmp_path: Path, text: str, said: str) -> None:
    """What is wrong, where, and what to do; and the alerts have the project's own routine meanwhile."""
    path = write(tmp_path, text)
    with pytest.raises(BadInput) as refused:
        read_routines(path, read_routines(DEFAULTS))
    assert say_error(refused.value).startswith(said)
    routines, fault = routines_in_force(tmp_path)
    assert routines == read_routines(DEFAULTS)
    assert fault is not None
    assert fault.code == refused.value.code


def test_a_file_in_another_encoding_is_refused_too(tmp_path: Path) -> None:
    """A file saved by an old program hides nothing."""
    (tmp_path / LOCAL_FILE).write_bytes('[help]\nx = "å"'.encode("latin-1"))
    fault = routines_in_force(tmp_path).fault
    assert fault is not None
    assert fault.code == "unreadable_text"


def test_a_routine_that_is_nowhere_is_missed(tmp_path: Path) -> None:
    """The project's own file has to have them all."""
    with pytest.raises(BadInput, match="routine_missing") as refused:
        read_routines(write(tmp_path, AFRAID))
    assert say_error(refused.value) == "rutiner.toml, help: Rutinen saknas. Skriv dit den."


@given(st.text(max_size=200) | st.text("[]{}=\"'\n abcdefhilpr.0123456789", max_size=80))
def test_a_mistake_in_the_file_takes_no_routine_away(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever stands there."""
    folder = tmp_path_factory.mktemp("data")
    (folder / LOCAL_FILE).write_bytes(text.encode("utf-8", "surrogatepass"))
    assert set(routines_in_force(folder).routines.by_routine) == set(Routine)
