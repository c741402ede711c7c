"""What a question leads to can be read before anybody is asked it."""

from __future__ import annotations

from casework.settings_effects import effects_in_words
from questionnaire.answers import QuestionId
from questionnaire.bank import BANK_FOLDER, load_bank
from questionnaire.own_items import joined, read_own
from tests.casework.test_settings_in_force import OWN


def test_an_own_question_says_what_its_answer_gives_the_plan() -> None:
    """In the words that the plan itself uses."""
    bank = joined(load_bank(BANK_FOLDER), read_own(OWN))
    assert effects_in_words(bank, bank.by_id[QuestionId("SO50")]) == ("Ingen lektion före 09.15 till och med steg 2",)


def test_every_question_of_the_bank_leads_to_something_that_can_be_said() -> None:
    """Or is read by another question, or only asked to be told."""
    bank = load_bank(BANK_FOLDER)
    silent = [item.id for item in bank.items if item.effects and not effects_in_words(bank, item)]
    assert silent == []
