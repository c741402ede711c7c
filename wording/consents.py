"""What may be told or done, in words for the coach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from questionnaire.effects import GivenConsent
from questionnaire.vocabulary import Consent
from wording.language import tr
from wording.phrases import and_list


def say_consent(given: GivenConsent) -> str:
    """«Coachen får komma hem.», «Lärarna får veta att eleven kommer tillbaka.»"""
    match given.consent:
        case Consent.TEACHERS_MAY_KNOW:
            return _teachers(given.ticks if given.is_given else ())
        case Consent.SHARED_WITH:
            return _shared(given.ticks)
        case Consent.CONTACTS:
            return _contacts(given.ticks)
        case Consent.HOME_VISITS:
            yes, no = tr("Coachen får komma hem."), tr("Coachen kommer inte hem.")
        case Consent.TEXTS:
            yes = tr("Vårdnadshavarna säger ja till att coachen skickar sms. Eleven behöver också ha sagt ja.")
            no = tr("Coachen skickar inga sms till eleven.")
        case Consent.GUARDIANS_AGREE:
            yes = tr("Vårdnadshavarna är överens om att börja.")
            no = tr("Vårdnadshavarna är inte överens än. Planen går inte till rektorn så länge.")
        case _:
            assert_never(given.consent)
    return yes if given.is_given else no


def _teachers(ticks: Sequence[str]) -> str:
    things = {
        "coming_back": tr("att eleven kommer tillbaka"),
        "what_is_hard": tr("vad som är svårt"),
        "what_helps": tr("vad som hjälper"),
    }
    told = and_list([things[tick] for tick in ticks if tick in things])
    return tr("Lärarna får veta {things}.", things=told) if told else tr("Lärarna får bara veta tider och stöd.")


def _shared(ticks: Sequence[str]) -> str:
    told = and_list(_people(ticks))
    if not told:
        return tr("Vårdnadshavarna har inte sagt vilka som får ta del av planen.")
    return tr("Vårdnadshavarna säger ja till att {people} får ta del av planen.", people=told)


def say_shared_with(given: GivenConsent) -> tuple[str, ...]:
    """«rektorn», «BUP»: each of those that the guardians let take part of the plan."""
    return tuple(_people(given.ticks)) if given.consent is Consent.SHARED_WITH else ()


def _people(ticks: Sequence[str]) -> list[str]:
    people = {
        "principal": tr("rektorn"),
        "mentor": tr("mentorn"),
        "student_health": tr("elevhälsan"),
        "social_services": tr("socialtjänsten"),
        "bup": tr("BUP"),
    }
    return [people[tick] for tick in ticks if tick in people]


def _contacts(ticks: Sequence[str]) -> str:
    places = {
        "bup": tr("BUP"),
        "habilitering": tr("habiliteringen"),
        "vardcentral": tr("vårdcentralen"),
        "social_services": tr("socialtjänsten"),
        "family_support": tr("familjestöd"),
    }
    told = and_list([places[tick] for tick in ticks if tick in places])
    if not told:
        return tr("Familjen har ingen sådan kontakt nu.")
    return tr("Familjen har redan kontakt med {places}. Lämna inte vidare till samma hjälp två gånger.", places=told)
