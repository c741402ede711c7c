"""Passing on tells whom to turn to and the topic, never the answer; nobody is passed on to the same help twice."""

from __future__ import annotations

import pytest

from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import Referral
from questionnaire.vocabulary import Profession, Topic
from wording.language import LANGUAGES, Language, speaking
from wording.referrals import say_profession, say_referral


def a_referral(to: Profession, *, private: bool = False) -> Referral:
    """To that profession, from some question."""
    return Referral(to=to, question=QuestionId("SO1"), private=private)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profession", Profession)
@pytest.mark.parametrize("topic", Topic)
def test_every_profession_can_be_turned_to_about_every_topic(
    profession: Profession, topic: Topic, language: Language
) -> None:
    """The sentence names whom, and ends where it should."""
    with speaking(language):
        who, said = say_profession(profession), say_referral(a_referral(profession), topic)
    assert who in said
    assert said.endswith(".")


def test_a_referral_tells_the_topic_and_no_more() -> None:
    """Golden sentences: an answer, a private one, and one of the guardians."""
    nurse = a_referral(Profession.SKOLSKOTERSKA)
    assert say_referral(nurse, Topic.HOME) == "Till skolsköterska: morgon och hemma. Berätta för eleven först."
    assert say_referral(nurse, Topic.GUARDIANS) == (
        "Till skolsköterska: det som vårdnadshavarna har svarat. Fråga dem först."
    )


@pytest.mark.parametrize("topic", [Topic.SAFETY, Topic.HOME, Topic.ADULTS])
def test_a_private_referral_does_not_even_tell_the_topic(topic: Topic) -> None:
    """Whatever it was about, it reads the same."""
    said = say_referral(a_referral(Profession.KURATOR, private=True), topic)
    assert said == "Till kurator: ett samtal i enrum. Berätta för eleven först."


@pytest.mark.parametrize(
    ("to", "contact", "asks_first"),
    [
        (Profession.FORALDRASTOD, "family_support", True),
        (Profession.VARDCENTRAL, "vardcentral", True),
        (Profession.KURATOR, "bup", True),
        (Profession.SKOLSKOTERSKA, "bup", False),
        (Profession.REKTOR, "social_services", False),
    ],
)
def test_help_that_is_there_already_is_asked_about_first(to: Profession, contact: str, asks_first: bool) -> None:  # noqa: FBT001 – a column of the table
    """A second door to the same help is not opened unasked."""
    said = say_referral(a_referral(to), Topic.HOME, [contact])
    assert said.startswith("Familjen har redan en sådan kontakt.") is asks_first


def test_every_contact_that_may_be_the_same_help_is_a_box_of_the_bank() -> None:
    """A code that the bank does not know could never be ticked."""
    boxes = {option.code for option in load_bank().by_id[QuestionId("G09")].options}
    known = {"family_support", "social_services", "vardcentral", "bup", "habilitering"}
    assert known <= boxes
