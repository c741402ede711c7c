"""The secret annex: what was answered, beside what is done about it, without anything private."""

from __future__ import annotations

import datetime as dt

import pytest

from casework.mapping import needs_mapping
from exports.appendix import Exchange, NeedsMapping
from planning.decision import DocumentFacts, SchoolFacts, StudentFacts
from questionnaire.alerts import Handled
from questionnaire.answers import AnswerSheet
from questionnaire.bank import load_bank
from tests.casework.small_week import MONDAY, facts, problem, sheet

PRIVATE = sorted(item.id for item in load_bank().items if item.private)


def mapping(answers: AnswerSheet, document: DocumentFacts | None = None, *handled: Handled) -> NeedsMapping:
    """The annex of a case with those answers."""
    return needs_mapping(problem(facts(), answers), answers, document or DocumentFacts(), handled, MONDAY)


def words(made: NeedsMapping) -> str:
    """All that the annex says."""
    return made.model_dump_json()


@pytest.mark.parametrize("question", PRIVATE)
def test_private_answer_is_never_in_the_annex(question: str) -> None:
    """With or without it the annex is the same."""
    item = load_bank().by_id[question]  # type: ignore[index]  # ids of the bank itself
    given = "yes" if item.kind.has_buttons else [item.options[0].code]
    assert words(mapping(sheet(AM1=["Bild"], **{question: given}))) == words(mapping(sheet(AM1=["Bild"])))


def test_adult_that_is_not_to_be_met_is_never_in_the_annex() -> None:
    """Neither the line nor the name; what is open stands there."""
    made = words(mapping(sheet(VU2=["EXD"], AM2=["Svenska"])))
    assert "EXD" not in made
    assert "vill jag inte möta" not in made
    assert "Svenska" in made


@pytest.mark.parametrize("question", sorted(item.id for item in load_bank().items if item.names_others))
def test_line_that_names_others_is_never_in_the_annex(question: str) -> None:
    """Neither an adult nor another student, whatever the plan makes of it."""
    item = load_bank().by_id[question]  # type: ignore[index]  # ids of the bank itself
    given = {"choice": "yes" if item.kind.has_buttons else None, "ticks": ["EXD", "9T"]}
    assert words(mapping(sheet(AM1=["Bild"], **{question: given}))) == words(mapping(sheet(AM1=["Bild"])))


def test_what_the_guardians_answered_is_not_the_students() -> None:
    """Neither their own form, nor that they see it differently; only that they have answered."""
    home = {"choice": "no", "by": "guardian"}
    made = mapping(sheet(SO1="no", G04=home))
    assert made.answered_by == ("Eleven", "Vårdnadshavare")
    assert made.sections == mapping(sheet(SO1="no")).sections
    assert made.strengths == mapping(sheet(SO1="no")).strengths


def test_what_an_adult_filled_in_says_so() -> None:
    """It stands in the student's words, so it must not be taken for the student's own."""
    (strength,) = mapping(sheet(MA2={"choice": "yes", "by": "coach"})).strengths
    assert strength == "Jag kan äta i matsalen. (ifyllt av en vuxen)"


def test_obstacle_stands_beside_what_is_done_about_it() -> None:
    """«Vänta med …» stands at the subjects that the student wants to wait with."""
    (adaptation,) = mapping(sheet(AM2=["Svenska"], AM1=["Bild"])).adaptations
    assert "Svenska" in adaptation.obstacle
    assert "Svenska" in adaptation.adaptation


def test_two_things_done_about_one_obstacle_are_two_sentences() -> None:
    """Said apart, so that nobody reads them as one."""
    (adaptation,) = mapping(sheet(AM2=["Svenska"])).adaptations
    assert "steg 2 Allt" not in adaptation.adaptation


def test_strengths_come_from_what_works() -> None:
    """What the student can begin with is a strength, what is hard is none."""
    made = mapping(sheet(AM1=["Bild"], AM2=["Svenska"]))
    assert any("Bild" in line for line in made.strengths)
    assert not any("Svenska" in line for line in made.strengths)


def test_who_answered_is_told_by_role() -> None:
    """Each role once, in a settled order."""
    answers = sheet(AM1={"ticks": ["Bild"], "by": "guardian"}, AM2=["Svenska"])
    assert mapping(answers).answered_by == ("Eleven", "Vårdnadshavare")


def test_handled_duty_is_told_by_its_date_alone() -> None:
    """That somebody acted, and when: not what it was about, nor who."""
    handled = Handled.model_validate({"question": "HE1", "at": "2027-01-08T10:00:00+01:00", "by": "Kurator Exempel"})
    made = mapping(sheet(AM1=["Bild"], HE1="no"), None, handled)
    assert [done.date for done in made.handled] == [dt.date(2027, 1, 8)]
    assert "Kurator Exempel" not in words(made)
    assert "HE1" not in words(made)


def test_handled_duty_has_the_date_of_the_school_not_of_greenwich() -> None:
    """Half past midnight in Sweden is that day, though the clock is kept in UTC."""
    handled = Handled.model_validate({"question": "HE1", "at": "2027-01-07T23:30:00+00:00", "by": "kurator"})
    (done,) = mapping(sheet(AM1=["Bild"]), None, handled).handled
    assert done.date == dt.date(2027, 1, 8)


def test_school_and_date_follow_the_document() -> None:
    """An independent school has other secrecy; without a date of its own the annex has that of the case."""
    made = mapping(sheet(AM1=["Bild"]), DocumentFacts(school=SchoolFacts(is_independent=True)))
    assert made.is_independent
    assert made.date == MONDAY


def test_who_may_know_what_stands_in_the_annex() -> None:
    """VU8 and G14 in words; whom the family is in contact with does not."""
    guardians = {question: {"ticks": [box], "by": "guardian"} for question, box in (("G14", "mentor"), ("G09", "bup"))}
    made = mapping(sheet(VU8=["what_helps"], **guardians))
    assert made.sharing[0] == "Lärarna får veta vad som hjälper."
    assert made.sharing[1].startswith("Vårdnadshavarna får del av planen.")
    assert made.consents == (Exchange(who="Mentorn", what="planen"),)
    assert "BUP" not in words(made)


def test_until_something_is_said_teachers_are_told_times_and_support_alone() -> None:
    """And the annex says that what was answered alone is shared with nobody."""
    made = mapping(sheet())
    assert made.sharing[0] == "Lärarna får bara veta tider och stöd."
    assert made.sharing[-1].endswith("står inte här.")
    assert made.consents == ()


def test_a_protected_name_is_written_by_hand() -> None:
    """No name of the student's stands in the annex then."""
    student = StudentFacts(first_name="Test", full_name="Test Testsson", has_protected_identity=True)
    assert "Test" not in words(mapping(sheet(), DocumentFacts(student=student)))


def test_what_is_not_known_is_found_out_and_never_a_no() -> None:
    """«Vet inte» stands last, under a heading of its own (F05)."""
    *others, last = mapping(sheet(SO1="yes", OR6="dont_know")).sections
    assert last.title == "Det här tar vi reda på tillsammans"
    assert last.lines == ("Vill du ha en plan för dåliga dagar?",)
    assert not any("dåliga dagar" in line for section in others for line in section.lines)
