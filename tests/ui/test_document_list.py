"""The documents are offered by who gets them, as the student wants them, and the proposal as what it is."""

from __future__ import annotations

from casework.documents import (
    APPENDIX,
    BUNDLES,
    CALENDAR,
    DOCUMENTS,
    MAKERS,
    PROPOSAL,
    STUDENT_PAGE,
    Receiver,
    documents_in,
)
from casework.student_documents import POCKET_CARD
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
    assert set(wished) == {POCKET_CARD, CALENDAR}
    assert sorted(file.key for file in files) == sorted(DOCUMENTS)


def test_a_draft_is_called_one() -> None:
    """Only the proposal can be."""
    assert [file.key for file in files_of(offered(is_draft=True)) if file.badge == "Utkast"] == [PROPOSAL]
    assert not [file for file in files_of(offered()) if file.badge == "Utkast"]


def test_wishes_are_told_in_a_sentence() -> None:
    """Nothing where none is known."""
    assert say_wishes(()) == ()
    (told,) = say_wishes([Preference.CALENDAR, Preference.POCKET_CARD])
    assert told == "Så vill eleven ha sitt schema: **kalender och litet kort**."


def test_every_wish_is_met_by_a_document() -> None:
    """Whichever way the student wants the timetable, some file is marked as it."""
    for wish in (Preference.PHONE_PICTURE, Preference.CALENDAR, Preference.PAPER_WITH_PICTURES,
                 Preference.PAPER_WITHOUT_PICTURES, Preference.POCKET_CARD):  # fmt: skip
        assert [file for file in files_of(offered([wish])) if file.badge == "Elevens önskan"]


def test_all_of_a_group_can_be_had_as_one_file_but_what_is_secret() -> None:
    """The number of files is told, and what has to be fetched by itself by its name."""
    for group in offered():
        bundled = documents_in(BUNDLES[group.receiver])
        assert (group.together is None) == (len(bundled) < 2)
        if group.together is not None:
            assert group.together.about.startswith(f"{len(bundled)} filer")
            assert set(bundled) <= {file.key for file in group.files}
    school = next(group for group in offered() if group.receiver is Receiver.SCHOOL)
    assert school.together is not None
    assert APPENDIX not in documents_in(school.together.key)
    assert "Bilaga: kartläggning hämtas för sig." in school.together.about


def test_what_is_not_in_english_says_so_where_english_is_chosen() -> None:
    """The proposal is in Swedish whatever is chosen; the student's page is not."""
    about = {file.key: file.about for file in files_of(offered(language="en"))}
    assert "Bara på svenska." in about[PROPOSAL]
    assert "Bara på svenska." not in about[STUDENT_PAGE]
    assert not [file for file in files_of(offered()) if "Bara på svenska." in file.about]
