"""Contacts, verdicts and doubts in words."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from planning.contacts import contacts_in
from planning.items import ItemKind
from planning.needs.environment import PLACE_RUNGS
from planning.outcomes import Breach, Met, NotMet, PartlyMet
from planning.plan import PlannedContact
from tests.planning.builders import need, problem, timetable
from wording.contacts import say_contact, say_contact_briefly, say_contact_kind, say_contact_undated
from wording.doubts import say_doubt
from wording.language import LANGUAGES, Language, speaking
from wording.verdicts import say_verdict


def test_a_contact_says_when_what_with_whom_and_where() -> None:
    """All that is known, in that order."""
    contact = PlannedContact(
        date=dt.date(2026, 11, 30), kind=ItemKind.FIKA, start=600, end=630, person="Kim Exempel", place="biblioteket"
    )
    assert say_contact(contact) == "måndag 30 november 2026 10.00–10.30: fika med Kim Exempel, biblioteket"


@pytest.mark.parametrize("kind", ItemKind)
def test_what_is_not_known_is_left_out(kind: ItemKind) -> None:
    """A date and a kind are enough."""
    said = say_contact(PlannedContact(date=dt.date(2026, 11, 30), kind=kind))
    assert said == f"måndag 30 november 2026: {say_contact_kind(kind)}"


def test_without_its_date_a_contact_says_what_and_with_whom() -> None:
    """For a step that comes when the student is ready."""
    contact = PlannedContact(date=dt.date(2026, 11, 30), kind=ItemKind.FIKA, start=600, person="Kim Exempel")
    assert say_contact_undated(contact) == "Fika med Kim Exempel"
    assert say_contact_undated(contact.model_copy(update={"person": "", "is_invitation": True})) == "Fika, om du vill"


def test_an_invitation_says_that_it_is_one() -> None:
    """It is asked, never expected."""
    contact = PlannedContact(
        date=dt.date(2026, 11, 30), kind=ItemKind.GO_PAST_SCHOOL, person="Kim Exempel", is_invitation=True
    )
    assert say_contact(contact) == "måndag 30 november 2026: en tur förbi skolan med Kim Exempel, om du vill"
    assert say_contact_briefly(contact) == "en tur förbi skolan, om du vill"
    assert say_contact_briefly(contact.model_copy(update={"is_invitation": False})) == "en tur förbi skolan"


def test_the_adult_whom_one_meets_is_another_than_the_one_who_comes_along() -> None:
    """Both are told."""
    contact = PlannedContact(date=dt.date(2026, 11, 30), kind=ItemKind.MEET_ADULT, person="Kim Exempel")
    said = "måndag 30 november 2026: en träff med en vuxen i skolan, tillsammans med Kim Exempel"
    assert say_contact(contact) == said


SCHOOL_WORDS = re.compile(
    r"skol|lektion|klass|lärar|mentor|rektor|elev|ämne|schema|rast|matsal|läx|undervisning"
    r"|school|lesson|class|teacher|principal|pupil|student|subject|timetable|homework",
    re.IGNORECASE,
)
"""Beginnings of words that have to do with school (`features.md` F08)."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("boxes", [[], ["fika"], ["fishing"], ["text_messages", "car_ride"], ["meet_adult", "walk"]])
def test_before_anything_goes_no_contact_has_a_school_word(boxes: list[str], language: Language) -> None:
    """Whatever is all right to do first, wherever else the plan begins, to the last contact."""
    made = problem(
        timetable(), need("place_ladder", "support", comfort=[]), need("start_elsewhere", places=["student_health"]),
        need("support", "support", item="first_meeting", choices=boxes), trusted_person="Kim Exempel",
    )  # fmt: skip
    with speaking(language):
        said = [line for contact in contacts_in(made, made.steps[0])
                for line in (say_contact(contact), say_contact_briefly(contact))]  # fmt: skip
    assert len(said) == 4
    assert [line for line in said if SCHOOL_WORDS.search(line)] == []


@pytest.mark.parametrize("rung", [rung for rung in PLACE_RUNGS[1:] if rung not in ("go_out", "be_at_lesson")])
def test_the_list_of_school_words_finds_the_rungs_of_school(rung: str) -> None:
    """Otherwise its silence would say nothing."""
    kind = {"enter_empty_school": ItemKind.VISIT_EMPTY_SCHOOL}.get(rung) or ItemKind(rung)
    assert SCHOOL_WORDS.search(say_contact_kind(kind))


def test_a_verdict_is_one_word() -> None:
    """As the documents print it."""
    breaches = (Breach(step=1),)
    verdicts = (Met(), PartlyMet(breaches=breaches), NotMet(breaches=breaches))
    assert [say_verdict(verdict) for verdict in verdicts] == ["Uppfyllt", "Delvis", "Inte"]


def test_a_doubt_says_where_and_what() -> None:
    """A number is a line; a code that is not known still says something."""
    assert say_doubt("12", "no_subject", "mån;08:10;;") == "rad 12: ämne saknas – mån;08:10;;"
    assert say_doubt("2026-09-01", "cancelled") == "2026-09-01: inställd"
    assert say_doubt("3", "something_new") == "rad 3: gick inte att förstå"
