"""The documents are offered as the student wants them, and the proposal as what it is."""

from __future__ import annotations

from casework.documents import CALENDAR, DOCUMENTS, PROPOSAL, STUDENT_PAGE
from questionnaire.vocabulary import Preference
from ui.document_list import offered, say_wishes


def test_those_for_the_school_come_first_without_wishes() -> None:
    """In the order they are made."""
    assert tuple(file.key for file in offered()) == DOCUMENTS


def test_what_the_student_wants_comes_first() -> None:
    """And nothing is lost."""
    files = [file.key for file in offered([Preference.CALENDAR, Preference.POCKET_CARD])]
    assert files[:2] == [STUDENT_PAGE, CALENDAR]
    assert sorted(files) == sorted(DOCUMENTS)


def test_a_draft_is_called_one() -> None:
    """Only the proposal can be."""
    assert [file.key for file in offered(is_draft=True) if file.badge == "Utkast"] == [PROPOSAL]
    assert not [file for file in offered() if file.badge == "Utkast"]


def test_wishes_are_told_with_how_to_meet_them() -> None:
    """What is no file of its own is made from one."""
    assert say_wishes(()) == ()
    told, how = say_wishes([Preference.CALENDAR, Preference.POCKET_CARD])
    assert told == "Så vill eleven ha sitt schema: **kalender och litet kort**."
    assert "fyra sidor på varje ark" in how
