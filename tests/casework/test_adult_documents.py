"""The small papers of a case: what reaches whom, whatever has been answered."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from casework.adult_documents import cards, guardian_page, teacher_cards, teacher_sheet
from casework.contact_facts import ContactFacts
from casework.dossier import Dossier
from casework.proposing import propose
from casework.student_documents import pocket_card
from planning.decision import PracticalMatters
from planning.needs import Disclosure
from planning.needs.base import CARE
from planning.outcomes import Found
from planning.parties import StudentFacts
from questionnaire.answers import AnswerSheet
from questionnaire.bank import load_bank
from questionnaire.effects import needs_from
from tests.casework.small_week import MONDAY, facts, problem, sheet
from tests.private_words import private_words_in
from tests.questionnaire.sample_answers import any_sheet

PROTECTED = {"student": {"first_name": "Testina", "has_protected_identity": True}}


@cache
def planned() -> Dossier:
    """A planned case with little answered."""
    return dossier(sheet(AM1=["Bild"]))


def dossier(answers: AnswerSheet, **document: Any) -> Dossier:
    """A planned case with those answers."""
    case = facts(student="Testina", coach={"name": "Coach Exempel"}, document=document)
    found = problem(case, answers)
    outcome = propose(found)
    assert isinstance(outcome, Found)
    return Dossier(case_id="test", problem=found, plan=outcome.plan, facts=case, sheet=answers, date=MONDAY)


def answered(answers: AnswerSheet, *, tellable_only: bool = False) -> Dossier:
    """The planned case with the needs of those answers, or with those alone that others may know."""
    whole = planned()
    needs = needs_from(load_bank(), answers, whole.problem.timetable)
    if tellable_only:
        needs = tuple(n for n in needs if n.disclosure is not Disclosure.CLOSED and n.origin.ref != CARE.ref)
    changed = whole.problem.model_copy(update={"needs": needs})
    plan = whole.plan.model_copy(
        update={"steps": tuple(step.model_copy(update={"released": (), "items": ()}) for step in whole.plan.steps)}
    )
    return whole.model_copy(update={"problem": changed, "plan": plan, "sheet": answers})


def text_of(content: bytes) -> str:
    """The words of a PDF on one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(any_sheet())
def test_no_private_or_closed_need_reaches_a_teacher_or_a_card(answers: AnswerSheet) -> None:
    """For any answers: the files are the same, byte for byte, as without such needs."""
    whole, tellable = answered(answers), answered(answers, tellable_only=True)
    assert teacher_cards(whole) == teacher_cards(tellable)
    assert cards(whole) == cards(tellable)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(any_sheet())
def test_no_private_word_stands_on_any_small_paper(answers: AnswerSheet) -> None:
    """Whatever is answered, neither teachers nor those at home can read a private question or its answer."""
    whole = answered(answers)
    for make in (teacher_cards, teacher_sheet, guardian_page, cards):
        assert private_words_in(text_of(make(whole))) == []


def test_a_cause_is_on_no_paper_of_others() -> None:
    """What is hard, in the student's words, stands neither on a teacher's card nor on the page to the home."""
    said = dossier(sheet(AM1=["Bild"], OR5="yes", VU6="no", SI1=["sound"], SI2="yes", VA4="yes", SO1="yes"))
    hard = [said_of.sv for item in load_bank().items for said_of in (item.says or {}).values()]
    for make in (teacher_cards, guardian_page):
        text = text_of(make(said))
        assert not [sentence for sentence in hard if sentence in text]
        assert not any(word in text.casefold() for word in ("panik", "oro", "ljud", "somnar", "trött"))


def test_ticks_give_sign_card_and_lines() -> None:
    """OR5, SI2, SI3, VU6 and VA4 as the teacher meets them."""
    said = dossier(
        sheet(AM1=["Bild"], OR5="yes", VU6="no", SI1=["sound"], SI2="yes", SI3=["near_door"], VA4="yes")
    )
    text = text_of(teacher_cards(said))
    for part in ("Tecken för stopp", "får gå ut utan att fråga", "nära dörren", "inför klassen", "till klassen"):
        assert part in text
    shown = text_of(cards(said))
    assert all(word in shown for word in ("Stopp", "Paus", "prata om det"))
    assert "enligt plan" not in shown
    assert "Testina" not in shown


def test_the_return_is_told_where_the_student_has_said_so() -> None:
    """VU8."""
    assert "steg för steg" in text_of(teacher_cards(dossier(sheet(AM1=["Bild"], VU8=["coming_back"]))))
    assert "steg för steg" not in text_of(teacher_cards(dossier(sheet(AM1=["Bild"], VU8=["what_helps"]))))
    assert "steg för steg" not in text_of(teacher_cards(planned()))


def test_a_protected_student_is_named_nowhere() -> None:
    """Neither name nor room on any of the papers."""
    said = dossier(sheet(AM1=["Bild"], SI1=["sound"], SI2="yes", PL6=["Bildsalen"]), **PROTECTED)
    for make in (teacher_cards, teacher_sheet, guardian_page, cards):
        text = text_of(make(said))
        assert "Testina" not in text
        assert "Bildsalen" not in text


def test_a_protected_student_s_school_is_not_found_by_its_number() -> None:
    """On the page to those at home stands the coach's number alone."""
    hidden = reached().facts.document.model_copy(
        update={
            "student": StudentFacts(first_name="Testina", has_protected_identity=True),
            "practical": PracticalMatters(phone="08-000 00 09"),
        }
    )
    text = text_of(guardian_page(reached(document=hidden)))
    assert "070-000 00 01" in text
    assert "08-000" not in text


def test_the_number_that_is_written_stands_on_the_page_to_the_home() -> None:
    """And nothing is made up where none is."""
    numbered = dossier(sheet(AM1=["Bild"]), practical={"phone": "070-000 00 00"})
    assert "070-000 00 00" in text_of(guardian_page(numbered))
    assert "070" not in text_of(guardian_page(planned()))


def reached(**more: Any) -> Dossier:
    """The planned case with numbers and a sign written down."""
    contacts = {"coach_phone": "070-000 00 01", "school_phone": "08-000 00 02", "home_phone": "070-000 00 03",
                "address": "Påhittade vägen 4", "stop_sign": "lägger pennan på bänken"}  # fmt: skip
    case = planned().facts.model_copy(update={"contacts": ContactFacts.model_validate(contacts), **more})
    return planned().model_copy(update={"facts": case})


def test_each_number_stands_on_the_papers_that_it_is_for() -> None:
    """The coach's and the school's at home, the coach's with the student; the home's and the address on neither."""
    home, own = text_of(guardian_page(reached())), text_of(pocket_card(reached()))
    assert "070-000 00 01" in home
    assert "08-000 00 02" in home
    assert "070-000 00 01" in own
    everywhere = home + own + text_of(teacher_cards(reached()))
    assert "070-000 00 03" not in everywhere
    assert "Påhittade" not in everywhere


def test_the_agreed_sign_stands_on_the_teachers_cards() -> None:
    """Where a sign has been arranged; until it is written down there is a line for it."""
    arranged = answered(sheet(AM1=["Bild"], OR5="yes"))
    told = text_of(teacher_cards(arranged.model_copy(update={"facts": reached().facts})))
    assert "Tecken för stopp lägger pennan på bänken" in told
    assert "lägger pennan" not in text_of(teacher_cards(reached()))
    assert "Tecken för stopp" in text_of(teacher_cards(arranged))
