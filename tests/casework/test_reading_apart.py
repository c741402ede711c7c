"""Files from elsewhere come in by one door, and say what they said before there was a door."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework import reading_apart
from casework.reading_apart import offered_groups, read_proposal, read_timetable, the_readers
from exports.returned import read_file
from exports.signatures import check_signatures
from interop import reading
from interop.apart import Readers
from interop.choices import TimetableChoice
from planning.errors import BadInput
from tests.exports.conftest import make, whole_facts
from tests.exports.form_samples import filled, left
from tests.exports.signing_keys import keys
from wording.errors import say_error

FIXTURES = Path(__file__).parents[1] / "fixtures" / "timetables"
OWN = "Dag;Start;Slut;Ämne\nmån;8.10;9.00;Svenska\n"


@pytest.fixture(params=["tests.interop.hostile_process", "tests.interop.no_such_module"])
def broken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Readers that do not do what they were asked."""
    readers = Readers(request.param)
    monkeypatch.setattr(reading_apart, "the_readers", lambda: readers)
    yield
    readers.close()


def test_a_timetable_is_the_same_as_if_it_had_been_read_here() -> None:
    """Table, calendar and XML; groups, lessons and doubts."""
    calendar = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260901T081000\nSUMMARY:Bild\nEND:VEVENT\nEND:VCALENDAR\n"
    fet = (FIXTURES / "skolan_subgroups.xml").read_bytes()
    for content, group in ((OWN.encode(), None), (OWN.encode("cp1252"), None), (calendar, None), (fet, "7A spa")):
        choice = TimetableChoice(group=group)
        assert offered_groups(content, "a") == reading.offered_groups(content, "a")
        assert read_timetable(content, "a", choice) == reading.read_timetable(content, "a", choice)


def test_a_refusal_names_the_file_without_its_folders() -> None:
    """As the coach knows it."""
    with pytest.raises(BadInput) as told:
        offered_groups(b"hello", "C:\\mapp\\klass.csv")
    assert say_error(told.value) == (
        "klass.csv, weekday: Det går inte att se dag, starttid och ämne i tabellen. Skriv rubriker överst, eller en "
        "rad för varje lektion: mån 08.10–09.00 Bild."
    )


def test_a_proposal_is_the_same_as_if_it_had_been_read_here() -> None:
    """Form, plan, marks and signatures."""
    data = filled(left(make(3), whole_facts()).data)
    came = read_file(data)
    seen = read_proposal(data, (keys().root,))
    assert (seen.came, seen.signatures) == (came, check_signatures(data, came))


def test_reading_feels_instant() -> None:
    """Once the reader is warm, a class's table takes a fraction of what anybody notices."""
    reading_apart.close_readers()
    reading_apart.make_ready()
    (process,) = the_readers().processes()
    offered_groups(OWN.encode(), "a.csv")
    assert the_readers().processes() == (process,)
    taken = []
    for _ in range(5):
        began = time.monotonic()
        offered_groups(OWN.encode(), "a.csv")
        taken.append(time.monotonic() - began)
    assert min(taken) < 0.2


def test_the_school_is_asked_for_a_new_proposal(broken: None) -> None:
    """A coach cannot export it anew."""
    with pytest.raises(BadInput) as told:
        read_proposal(b"%PDF-1.7")
    assert told.value.code == "returned_broken"
    with pytest.raises(BadInput) as of_timetable:
        read_timetable(OWN.encode(), "a.csv", TimetableChoice())
    assert of_timetable.value.code == "file_stops_reader"


def test_another_process_takes_the_next_file_after_the_readers_were_closed() -> None:
    """As when the app is started again within a test."""
    offered_groups(OWN.encode(), "a.csv")
    before = the_readers().processes()
    reading_apart.close_readers()
    assert offered_groups(OWN.encode(), "a.csv")
    assert the_readers().processes() != before
