"""Whom an answer can be passed on to, in words. Never more is told than the topic of the question."""

from __future__ import annotations

from collections.abc import Iterable

from questionnaire.effects import Referral
from questionnaire.vocabulary import Profession, Topic
from wording.language import tr
from wording.phrases import lower_first
from wording.topics import say_topic


def say_profession(profession: Profession) -> str:
    """«skolsköterska», as it stands inside a sentence."""
    professions = {
        Profession.KURATOR: tr("kurator"),
        Profession.SKOLSKOTERSKA: tr("skolsköterska"),
        Profession.SKOLPSYKOLOG: tr("skolpsykolog"),
        Profession.SPECIALPEDAGOG: tr("specialpedagog"),
        Profession.MENTOR: tr("mentor"),
        Profession.SYV: tr("studie- och yrkesvägledare"),
        Profession.REKTOR: tr("rektor"),
        Profession.FORALDRASTOD: tr("föräldrastöd"),
        Profession.VARDCENTRAL: tr("vårdcentral"),
    }
    return professions[profession]


def say_referral(referral: Referral, topic: Topic, contacts: Iterable[str] = ()) -> str:
    """«Till skolsköterska: morgon och hemma. Berätta för eleven först.»

    `contacts` are the boxes ticked at the question whom the family is in contact with already: with such help at hand
    nobody is passed on to the same help twice. A private answer is passed on without its topic.
    """
    who = say_profession(referral.to)
    at_hand = _SAME_HELP.get(referral.to, frozenset()) & set(contacts)
    if at_hand:
        return tr(
            "Familjen har redan en sådan kontakt. Fråga om den räcker, innan någon lämnas vidare till {who}.", who=who
        )
    if referral.private:
        return tr("Till {who}: ett samtal i enrum. Berätta för eleven först.", who=who)
    if topic is Topic.GUARDIANS:
        return tr("Till {who}: det som vårdnadshavarna har svarat. Fråga dem först.", who=who)
    return tr("Till {who}: {topic}. Berätta för eleven först.", who=who, topic=lower_first(say_topic(topic)))


_SAME_HELP: dict[Profession, frozenset[str]] = {
    Profession.FORALDRASTOD: frozenset({"family_support", "social_services"}),
    Profession.VARDCENTRAL: frozenset({"vardcentral", "bup", "habilitering"}),
    Profession.SKOLPSYKOLOG: frozenset({"bup"}),
    Profession.KURATOR: frozenset({"bup"}),
}
"""Contacts outside school (G09) that may give the same help: then it is asked first. Our default."""
