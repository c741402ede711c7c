"""Documents are made from a case as it stands, and never while somebody must act first."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from casework.documents import (
    APPENDIX,
    CALENDAR,
    DOCUMENTS,
    ITEMS,
    MAKERS,
    PROPOSAL,
    STUDENT_PAGE,
    TABLE,
    WORKBOOK,
    file_name,
    make_documents,
)
from casework.dossier import Dossier
from casework.facts import CaseFacts
from casework.proposing import propose
from planning.errors import NotAllowed
from planning.outcomes import Found
from questionnaire.alerts import Handled
from questionnaire.answers import AnswerSheet
from tests.casework.ready_case import ready_dossier
from tests.casework.small_week import MONDAY, facts, problem, sheet
from wording.language import speaking


def dossier(case: CaseFacts | None = None, answers: AnswerSheet | None = None, **more: Any) -> Dossier:
    """A planned case, its proposal a draft unless something else is asked for."""
    more.setdefault("is_draft", True)
    case, answers = case or facts(student="Kim"), answers or sheet(AM1=["Bild"])
    found = problem(case, answers)
    outcome = propose(found)
    assert isinstance(outcome, Found)
    return Dossier(
        case_id="test", problem=found, plan=outcome.plan, facts=case, sheet=answers, date=MONDAY, **more
    )


def text_of(content: bytes) -> str:
    """The words of a PDF on one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def words_of(content: bytes) -> str:
    """The words of any document: a PDF's text, a workbook's cells, every part of a bundle, nothing of a picture."""
    if content.startswith(b"%PDF"):
        return text_of(content)
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as parts:
            names = [name for name in ("xl/sharedStrings.xml",) if name in parts.namelist()] or parts.namelist()
            return " ".join(words_of(parts.read(name)) for name in names)
    return "" if content.startswith(b"\x89PNG") else content.decode()


def test_all_documents_are_made() -> None:
    """PDFs, a calendar, a workbook and tables."""
    made = make_documents(dossier())
    assert tuple(made) == DOCUMENTS
    assert all(made[name].startswith(b"%PDF") for name in (PROPOSAL, APPENDIX, STUDENT_PAGE))
    assert made[CALENDAR].startswith(b"BEGIN:VCALENDAR")
    assert made[WORKBOOK].startswith(b"PK")
    assert made[TABLE].startswith(b"step,week_label")


def test_only_what_is_asked_for_is_made() -> None:
    """One at a time, in the order asked for."""
    assert tuple(make_documents(dossier(), (TABLE, CALENDAR))) == (TABLE, CALENDAR)


def test_documents_in_english_are_called_so_and_the_others_stay_in_swedish() -> None:
    """Whatever is spoken around them: a decision is written in Swedish."""
    found = dossier()
    with speaking("en"):
        swedish, english = make_documents(found), make_documents(found, language="en")
    assert swedish == make_documents(found)
    assert tuple(english) == tuple(file_name(name, "en") for name in DOCUMENTS)
    for name in DOCUMENTS:
        is_same = english[file_name(name, "en")] == swedish[name]
        assert is_same is not MAKERS[name].in_english, name
    assert "schema-en.pdf" in english
    assert "forslag.pdf" in english


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_is_made_while_a_duty_is_open(name: str) -> None:
    """Not even the calendar."""
    with pytest.raises(NotAllowed, match="duty_first"):
        make_documents(dossier(answers=sheet(HE1="no")), [name])


def test_documents_are_made_when_the_duty_is_handled() -> None:
    """And what was answered is in none of them."""
    handled = Handled.model_validate({"question": "HE1", "at": "2027-01-08T10:00:00+01:00", "by": "Kurator Exempel"})
    made = make_documents(dossier(answers=sheet(HE1="no"), handled=(handled,)))
    written = " ".join(text_of(made[name]) for name in (PROPOSAL, APPENDIX, STUDENT_PAGE))
    assert "lugnt hemma" not in written
    assert "Kurator Exempel" not in written


def test_proposal_and_own_page_do_not_name_what_is_avoided() -> None:
    """The teacher that is not to be met is named in neither."""
    answers = sheet(VU2={"ticks": ["EXD"], "last_step": 2}, AM2=["Idrott och hälsa"])
    made = make_documents(dossier(answers=answers))
    assert "EXD" not in text_of(made[PROPOSAL])
    assert "EXD" not in text_of(made[STUDENT_PAGE])
    assert "EXD" not in text_of(made[APPENDIX])


def test_name_of_the_case_fills_the_documents_own() -> None:
    """The student's first name and the coach are known once they are written anywhere."""
    case = facts(student="Kim", coach={"name": "Coach Exempel"})
    made = make_documents(dossier(case), (PROPOSAL, STUDENT_PAGE))
    assert "Kim" in text_of(made[STUDENT_PAGE])
    assert "Coach Exempel" in text_of(made[PROPOSAL])


def test_same_case_gives_the_same_bytes() -> None:
    """Nothing of the hour or the machine is in any document."""
    assert make_documents(dossier()) == make_documents(dossier())


RIGHT = {"SL1": ["places", "times", "subjects", "people", "support"], "SL2": "yes"}


def test_a_plan_that_the_student_has_called_right_gives_a_proposal() -> None:
    """With everything filled in no page says that it is a draft."""
    pages = PdfReader(BytesIO(make_documents(ready_dossier(), [PROPOSAL])[PROPOSAL])).pages
    assert [page.extract_text().count("UTKAST") for page in pages] == [0] * len(pages)


@pytest.mark.parametrize(
    "more", [{"SL2": "no"}, {"SL1": ["times"]}, {"HE5": "yes"}, {"G15": {"choice": "no", "by": "guardian"}}]
)
def test_whatever_is_missing_gives_the_same_draft(more: dict[str, Any]) -> None:
    """Every page says so, and no document tells which of the reasons it was."""
    handled = Handled.model_validate({"question": "HE5", "at": "2027-01-08T10:00:00+01:00", "by": "coach"})
    answers = sheet(**{**RIGHT, **more})
    found = dossier(answers=sheet(**RIGHT)).model_copy(update={"sheet": answers, "handled": (handled,)})
    made = make_documents(found, (PROPOSAL, STUDENT_PAGE))
    pages = PdfReader(BytesIO(made[PROPOSAL])).pages
    assert [page.extract_text().count("UTKAST") for page in pages] == [2] * len(pages)
    silent = make_documents(dossier(answers=sheet()).model_copy(update={"plan": found.plan, "problem": found.problem}))
    assert made[PROPOSAL] == silent[PROPOSAL]
    assert made[STUDENT_PAGE] == silent[STUDENT_PAGE]


def test_the_student_s_page_is_made_as_the_student_wants_it() -> None:
    """Without pictures and with larger letters it is another file with the same words."""
    usual = make_documents(dossier(), [STUDENT_PAGE])[STUDENT_PAGE]
    plain = make_documents(dossier(answers=sheet(AM1=["Bild"], SK4=["paper_without_pictures"])), [STUDENT_PAGE])
    large = make_documents(dossier(answers=sheet(AM1=["Bild"], ST2="yes")), [STUDENT_PAGE])
    assert text_of(usual) == text_of(plain[STUDENT_PAGE]) == text_of(large[STUDENT_PAGE])
    assert len({usual, plain[STUDENT_PAGE], large[STUDENT_PAGE]}) == 3
    assert len(plain[STUDENT_PAGE]) < len(usual)


def test_what_the_student_likes_stands_on_the_student_s_page_alone() -> None:
    """IN1: something of one's own to see first; the school's proposal has nothing of it."""
    made = make_documents(dossier(answers=sheet(AM1=["Bild"], IN1=["fishing", "drawing"])), [STUDENT_PAGE, PROPOSAL])
    assert "Fiske och rita" in text_of(made[STUDENT_PAGE])
    assert "fiske" not in text_of(made[PROPOSAL]).casefold()


def test_no_proposal_calls_absence_voluntary() -> None:
    """Whatever the guardians have answered, and whatever somebody wrote."""
    case = facts(student="Kim", document={"needs": ["Eleven är frivilligt hemma. Lugn plats behövs."]})
    answers = sheet(AM1=["Bild"], G17={"choice": "yes", "by": "guardian"})
    told = text_of(make_documents(dossier(case, answers), [PROPOSAL])[PROPOSAL])
    assert "frivillig" not in told.casefold()
    assert "Lugn plats behövs." in told


def test_files_for_other_systems_name_neither_student_nor_school() -> None:
    """The calendar calls the student by first name; the tables by nothing; in both languages."""
    student = {"first_name": "Kim", "full_name": "Kim Påhittsson"}
    school = {"unit": "Exempelskolan", "provider": "Exempelby kommun"}
    case = facts(student="Kim", document={"student": student, "school": school})
    for language in ("sv", "en"):
        made = make_documents(dossier(case), (CALENDAR, WORKBOOK, TABLE, ITEMS), language=language)
        told = {name: words_of(content).replace("\r\n ", "") for name, content in made.items()}
        assert [name for name, text in told.items() if "Påhittsson" in text or "Exempel" in text] == []
        assert [name for name, text in told.items() if "Kim" in text] == [file_name(CALENDAR, language)]
