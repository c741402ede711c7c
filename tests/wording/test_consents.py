"""What may be told or done is said in words, given or not."""

from __future__ import annotations

import pytest

from questionnaire.bank import load_bank
from questionnaire.effects import GivenConsent
from questionnaire.items import Item
from questionnaire.vocabulary import Consent
from wording.consents import say_consent
from wording.language import LANGUAGES, Language, speaking

ITEMS = [item for item in load_bank().items if item.consents]


def given(consent: Consent, *ticks: str, is_given: bool = True) -> GivenConsent:
    """That consent, with those boxes."""
    return GivenConsent(consent=consent, question="XX1", is_given=is_given, ticks=ticks)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_box_of_a_consent_is_said_in_words(item: Item, language: Language) -> None:
    """A tick is heard, and no code leaks."""
    consent = item.consents[0].consent
    with speaking(language):
        bare = say_consent(given(consent))
        ticked = {option.code: say_consent(given(consent, option.code)) for option in item.options if not option.alone}
    assert all(bare != said and "_" not in said for said in ticked.values())
    assert len(set(ticked.values())) == len(ticked)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("consent", [Consent.HOME_VISITS, Consent.TEXTS, Consent.GUARDIANS_AGREE])
def test_yes_and_no_are_different_sentences(consent: Consent, language: Language) -> None:
    """What is not given is said as plainly as what is."""
    with speaking(language):
        assert say_consent(given(consent)) != say_consent(given(consent, is_given=False))


@pytest.mark.parametrize(
    ("consent", "said"),
    [
        (given(Consent.HOME_VISITS), "Coachen får komma hem."),
        (given(Consent.HOME_VISITS, is_given=False), "Coachen kommer inte hem."),
        (
            given(Consent.TEACHERS_MAY_KNOW, "coming_back", "what_helps"),
            "Lärarna får veta att eleven kommer tillbaka och vad som hjälper.",
        ),
        (given(Consent.TEACHERS_MAY_KNOW, is_given=False), "Lärarna får bara veta tider och stöd."),
        (
            given(Consent.SHARED_WITH, "principal", "mentor"),
            "Vårdnadshavarna säger ja till att rektorn och mentorn får ta del av planen.",
        ),
        (
            given(Consent.GUARDIANS_AGREE, is_given=False),
            "Vårdnadshavarna är inte överens än. Planen går inte till rektorn så länge.",
        ),
    ],
)
def test_consents_read_as_written(consent: GivenConsent, said: str) -> None:
    """Golden sentences."""
    assert say_consent(consent) == said
