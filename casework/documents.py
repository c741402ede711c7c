"""The documents of a plan, as files ready to leave: nothing is made while a duty to act is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from casework import adult_documents, school_documents, student_documents
from casework.adult_documents import CARDS, GUARDIAN_PAGE, TEACHER_CARDS, TEACHER_SHEET
from casework.dossier import Dossier
from casework.student_documents import (
    FIRST_DAY,
    PHONE_PICTURE,
    POCKET_CARD,
    POCKET_CARD_SHEET,
    SHORT_DAYS,
    WALLET_CARD,
    WALLET_CARD_SHEET,
)
from casework.summary_document import SUMMARY, summary_page
from planning.errors import NotAllowed
from questionnaire.alerts import alerts_from, open_alerts
from questionnaire.bank import load_bank
from wording.language import LANGUAGES, SOURCE_LANGUAGE, Language, speaking

PROPOSAL = "forslag.pdf"
APPENDIX = "kartlaggning.pdf"
STUDENT_PAGE = "schema.pdf"
CALENDAR = "plan.ics"
TABLE = "plan.csv"
ITEMS = "insatser.csv"
WORKBOOK = "plan.xlsx"

Maker = Callable[[Dossier], bytes]


class Receiver(StrEnum):
    """Who gets a document, in the order that the page shows them."""

    SCHOOL = "school"
    STUDENT = "student"
    HOME = "home"
    COACH = "coach"
    SYSTEMS = "systems"


class Recipe(NamedTuple):
    """How a document is made, who gets it, and whether it is also written in English."""

    make: Maker
    goes_to: Receiver
    in_english: bool = False
    is_secret: bool = False
    """Whether it leaves alone, never in a bundle with others."""


MAKERS: Mapping[str, Recipe] = {
    PROPOSAL: Recipe(school_documents.proposal, Receiver.SCHOOL),
    APPENDIX: Recipe(school_documents.appendix, Receiver.SCHOOL, is_secret=True),
    TEACHER_CARDS: Recipe(adult_documents.teacher_cards, Receiver.SCHOOL),
    TEACHER_SHEET: Recipe(adult_documents.teacher_sheet, Receiver.SCHOOL),
    STUDENT_PAGE: Recipe(student_documents.student_page, Receiver.STUDENT, in_english=True),
    PHONE_PICTURE: Recipe(student_documents.phone, Receiver.STUDENT, in_english=True),
    POCKET_CARD: Recipe(student_documents.pocket_card, Receiver.STUDENT, in_english=True),
    POCKET_CARD_SHEET: Recipe(student_documents.pocket_card_sheet, Receiver.STUDENT, in_english=True),
    WALLET_CARD: Recipe(student_documents.wallet_card, Receiver.STUDENT, in_english=True),
    WALLET_CARD_SHEET: Recipe(student_documents.wallet_card_sheet, Receiver.STUDENT, in_english=True),
    FIRST_DAY: Recipe(student_documents.first_day, Receiver.STUDENT, in_english=True),
    SHORT_DAYS: Recipe(student_documents.short_days, Receiver.STUDENT, in_english=True),
    CALENDAR: Recipe(student_documents.calendar, Receiver.STUDENT, in_english=True),
    CARDS: Recipe(adult_documents.cards, Receiver.STUDENT, in_english=True),
    SUMMARY: Recipe(summary_page, Receiver.STUDENT, in_english=True, is_secret=True),
    GUARDIAN_PAGE: Recipe(adult_documents.guardian_page, Receiver.HOME, in_english=True),
    ITEMS: Recipe(school_documents.items_table, Receiver.COACH),
    WORKBOOK: Recipe(school_documents.plan_workbook, Receiver.SYSTEMS, in_english=True),
    TABLE: Recipe(school_documents.plan_table, Receiver.SYSTEMS),
}
"""How each document is made, by its file name: one row each, in the order they are shown. No name tells whose it is."""

DOCUMENTS = tuple(MAKERS)

BUNDLES: Mapping[Receiver, str] = {
    Receiver.SCHOOL: "skolan.zip",
    Receiver.STUDENT: "eleven.zip",
    Receiver.HOME: "hemmet.zip",
    Receiver.COACH: "coachen.zip",
    Receiver.SYSTEMS: "system.zip",
}
"""What all that one receiver gets is called as one file."""


def documents_in(wanted: str) -> tuple[str, ...]:
    """The documents that a file consists of: itself, or all of a bundle. What is secret is in no bundle."""
    who = next((receiver for receiver, name in BUNDLES.items() if name == wanted), None)
    if who is None:
        return (wanted,)
    return tuple(name for name, recipe in MAKERS.items() if recipe.goes_to is who and not recipe.is_secret)


def make_documents(
    dossier: Dossier, only: Iterable[str] = DOCUMENTS, *, language: Language = SOURCE_LANGUAGE
) -> Mapping[str, bytes]:
    """The named documents as bytes, by the file names that they leave with.

    Those that are written in no other language than Swedish are in Swedish, whatever is spoken around them. Raises
    `NotAllowed("duty_first")` while an answer obliges somebody to act.
    """
    return dict(making_documents(dossier, only, language=language))


def making_documents(
    dossier: Dossier, only: Iterable[str] = DOCUMENTS, *, language: Language = SOURCE_LANGUAGE
) -> Iterator[tuple[str, bytes]]:
    """As `make_documents`, one at a time, for those who count them or may stop before the last."""
    if open_alerts(alerts_from(load_bank(), dossier.sheet), dossier.handled):
        raise NotAllowed("duty_first")
    for name in only:
        with speaking(language_of(name, language)):
            content = MAKERS[name].make(dossier)
        yield file_name(name, language), content


def language_of(name: str, wanted: Language) -> Language:
    """The language that the document is written in where that one is wanted: Swedish, or English where there is."""
    return wanted if wanted in LANGUAGES and MAKERS[name].in_english else SOURCE_LANGUAGE


def file_name(name: str, language: Language) -> str:
    """What the document is called in that language: «schema.pdf», «schema-en.pdf»."""
    spoken = language_of(name, language)
    stem, dot, ending = name.rpartition(".")
    return name if spoken == SOURCE_LANGUAGE else f"{stem}-{spoken}{dot}{ending}"
