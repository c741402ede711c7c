"""The documents are offered by who gets them, as the student wants them, and the proposal as what it is."""

from __future__ import annotations

from casework.documents import CALENDAR, DOCUMENTS, MAKERS, PROPOSAL, STUDENT_PAGE, Receiver
from questionnaire.vocabulary import Preference
from ui.components.downloads import OfferedFile
from ui.document_list import OFFERS, OfferedGroup, offered, say_wishes


def files_of(groups: tuple[OfferedGroup, ...]) -> list[OfferedFile]:
    """Every file, as they stand on the page."""
    return [file for group in groups for file in group.files]


def test_every_document_is_offered_once_and_says_what_leaves() -> None:
    """None can be made that the page does not show, and none leaves in silence."""
    assert tuple(OFFERS) == DOCUMENTS
    files = files_of(offered())
    assert sorted(file.key for file in files) == sorted(DOCUMENTS)
    assert all(file.title and file.about and file.leaves for file in files)
    assert len({file.title for file in files}) == len(files)


def test_groups_stand_in_the_order_of_receivers_without_wishes() -> None:
    """The school first; every file stands with the one who gets it, and no group is empty."""
    groups = offered()
    order = list(Receiver)
    assert [group.receiver for group in groups] == sorted((g.receiver for g in groups), key=order.index)
    assert all(group.files and group.title and group.about for group in groups)
    assert all(MAKERS[file.key].goes_to is group.receiver for group in groups for file in group.files)


def test_what_the_student_wants_comes_first() -> None:
    """And is marked as the student's wish; nothing is lost."""
    groups = offered([Preference.CALENDAR, Preference.POCKET_CARD])
    files = files_of(groups)
    assert groups[0].receiver is Receiver.STUDENT
    wished = [file.key for file in files if file.badge == "Elevens önskan"]
    assert wished == [file.key for file in files[:2]]
    assert set(wished) == {STUDENT_PAGE, CALENDAR}
    assert sorted(file.key for file in files) == sorted(DOCUMENTS)


def test_a_draft_is_called_one() -> None:
    """Only the proposal can be."""
    assert [file.key for file in files_of(offered(is_draft=True)) if file.badge == "Utkast"] == [PROPOSAL]
    assert not [file for file in files_of(offered()) if file.badge == "Utkast"]


def test_wishes_are_told_with_how_to_meet_them() -> None:
    """What is no file of its own is made from one."""
    assert say_wishes(()) == ()
    told, how = say_wishes([Preference.CALENDAR, Preference.POCKET_CARD])
    assert told == "Så vill eleven ha sitt schema: **kalender och litet kort**."
    assert "fyra sidor på varje ark" in how
