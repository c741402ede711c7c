"""Why an item is there: the student's own tick, a plain word for the contact, and silence where nothing may be told."""

from __future__ import annotations

import pytest

from planning.items import ItemKind
from planning.needs.base import CARE, Disclosure
from tests.wording.every_need import a_need, every_need
from tests.wording.test_items import item
from wording.item_reasons import may_be_told, say_item_reason
from wording.language import LANGUAGES, Language, speaking
from wording.needs import say_limit
from wording.phrases import lower_first


def test_the_reason_is_the_tick_that_asked_for_it() -> None:
    """In the words of the need, with its question."""
    need = a_need("support", item="breakfast", origin={"source": "answer", "ref": "MA1"})
    said = say_item_reason(item(), need)
    assert said.startswith("För att du kryssade: ")
    assert "(frågan «" in said


def test_a_rest_is_there_for_the_energy() -> None:
    """And not for what the same answer arranges in the lessons; a rest between lessons says its limit."""
    tired = a_need("support", item="energy_check", origin={"source": "answer", "ref": "SI4"})
    assert say_item_reason(item(ItemKind.REST), tired).startswith("För att orken ska räcka")
    between = a_need("rest_between_lessons", origin={"source": "answer", "ref": "SI4"})
    assert say_item_reason(item(ItemKind.REST), between).startswith("För att du kryssade: ")


def test_the_contact_that_every_plan_has_says_so() -> None:
    """Plainly; nobody asked for it and nobody has to earn it."""
    assert say_item_reason(item(contact=1), None) == "För att ni har kontakt varje vecka, hur det än går"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_may_not_be_told_is_not(language: Language) -> None:
    """Of closed needs and of what was told alone there is no word, nor that anybody ticked anything."""
    with speaking(language):
        silent = say_item_reason(item(ItemKind.WAKE_UP), a_need("morning_help"))
        care = CARE.model_dump(mode="json")
        for need in (*every_need(), *(need.model_copy(update={"origin": CARE}) for need in every_need())):
            if need.disclosure is Disclosure.CLOSED or need.origin == CARE:
                assert not may_be_told(need)
                assert say_item_reason(item(), need) == silent
        assert say_item_reason(item(), a_need("support", item="breakfast", origin=care)) == silent
        assert lower_first(say_limit(a_need("morning_help"))) not in silent


def test_a_sentence_that_begins_with_initials_keeps_them() -> None:
    """A teacher's code is no word that begins a sentence."""
    assert lower_first("BEX möter vid ankomsten") == "BEX möter vid ankomsten"
    assert lower_first("Frukost") == "frukost"
    assert lower_first("") == ""
