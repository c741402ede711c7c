"""The names of the questionnaire's topics, as headings."""

from __future__ import annotations

from typing import assert_never

from questionnaire.vocabulary import Topic
from wording.language import tr


def say_topic(topic: Topic) -> str:
    """«Skolmiljön», «Ämnen», …"""
    match topic:
        case Topic.ENVIRONMENT:
            return tr("Platser och skolmiljö")
        case Topic.SUBJECTS:
            return tr("Ämnen och lektioner")
        case Topic.TIMES:
            return tr("Tider")
        case Topic.FRIENDS:
            return tr("Vänner")
        case Topic.BREAKS:
            return tr("Raster och lunch")
        case Topic.ADULTS:
            return tr("Vuxna")
        case Topic.TRAVEL:
            return tr("Vägen dit och hem")
        case Topic.HOME:
            return tr("Morgon och hemma")
        case Topic.SUPPORT:
            return tr("Stöd och intressen")
        case Topic.SAFETY:
            return tr("Trygghet")
        case _:
            assert_never(topic)
