"""The names of the questionnaire's topics, as headings."""

from __future__ import annotations

from questionnaire.vocabulary import Topic
from wording.language import tr


def say_topic(topic: Topic) -> str:
    """«Skolmiljön», «Ämnen», …"""
    topics = {
        Topic.ENVIRONMENT: tr("Platser och skolmiljö"),
        Topic.SUBJECTS: tr("Ämnen och lektioner"),
        Topic.TIMES: tr("Tider"),
        Topic.FRIENDS: tr("Vänner"),
        Topic.BREAKS: tr("Raster och lunch"),
        Topic.ADULTS: tr("Vuxna"),
        Topic.TRAVEL: tr("Vägen dit och hem"),
        Topic.HOME: tr("Morgon och hemma"),
        Topic.SUPPORT: tr("Stöd och intressen"),
        Topic.SAFETY: tr("Trygghet"),
        Topic.GUARDIANS: tr("Frågor till vårdnadshavare"),
    }
    return topics[topic]
