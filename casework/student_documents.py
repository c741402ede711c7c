"""What the student keeps: the week as a page, on cards, on the phone and as a calendar; the first day; short days."""

from __future__ import annotations

import re

from casework.dossier import Dossier, first_name
from casework.wished_forms import wants_pictures
from exports.bad_day_page import build_short_days
from exports.calendar_file import CalendarFile, Handing, calendar_file
from exports.first_day import build_first_day
from exports.pdf import render_pdf
from exports.phone_picture import build_phone_week, phone_picture
from exports.pocket_card import build_pocket_cards
from exports.pocket_card_blocks import CardSize
from exports.student_blocks import PictureStyle
from exports.student_page import OwnPage, build_student_page
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import preferences_from
from questionnaire.reading import said
from questionnaire.vocabulary import Preference
from wording.bank_words import said_in
from wording.phrases import and_list, lower_first

LIKED = QuestionId("IN1")
"""«Vad gillar du?»"""


PHONE_PICTURE = "mobilbild.png"
POCKET_CARD = "fickkort.pdf"
POCKET_CARD_SHEET = "fickkort-ark.pdf"
WALLET_CARD = "plankort.pdf"
WALLET_CARD_SHEET = "plankort-ark.pdf"
FIRST_DAY = "forsta-dagen.pdf"
SHORT_DAYS = "kort-dag.pdf"
LAST_YOUNGER_YEAR, LAST_YOUNGER_AGE = 6, 12
"""The last year group, and the age where that is not known, in which pictures are filled with colours. Our default."""
_NUMBER = re.compile(r"(?<!\d)(?:\+46[ -]?\(?0?\)?|0)7\d(?:[ -]?\d){7}(?!\d)")
"""A Swedish mobile number: only such a one can be sent a text message."""


def student_page(dossier: Dossier) -> bytes:
    """The student's own page, a week for every step."""
    own = own_page(dossier)
    return render_pdf(build_student_page(dossier.problem, dossier.plan, own, current_step=dossier.current_step))


def pocket_card(dossier: Dossier) -> bytes:
    """The week on a postcard, of the step that is lived and of the next."""
    return _cards(dossier, CardSize.POSTCARD, on_sheet=False)


def pocket_card_sheet(dossier: Dossier) -> bytes:
    """Four postcards on a sheet of A4, to cut apart."""
    return _cards(dossier, CardSize.POSTCARD, on_sheet=True)


def wallet_card(dossier: Dossier) -> bytes:
    """The week on a card that a wallet holds."""
    return _cards(dossier, CardSize.WALLET, on_sheet=False)


def wallet_card_sheet(dossier: Dossier) -> bytes:
    """Eight such cards on a sheet of A4, to cut apart."""
    return _cards(dossier, CardSize.WALLET, on_sheet=True)


def _cards(dossier: Dossier, size: CardSize, *, on_sheet: bool) -> bytes:
    own, step = own_page(dossier), dossier.current_step
    return render_pdf(
        build_pocket_cards(dossier.problem, dossier.plan, own, size, on_sheet=on_sheet, current_step=step)
    )


def phone(dossier: Dossier) -> bytes:
    """The week that is lived as a picture for the phone's lock screen."""
    own, step = own_page(dossier), dossier.current_step
    return phone_picture(
        build_phone_week(dossier.problem, dossier.plan, own, current_step=step, today=dossier.date)
    )


def first_day(dossier: Dossier) -> bytes:
    """The first day on one page."""
    own, step = own_page(dossier), dossier.current_step
    return render_pdf(build_first_day(dossier.problem, dossier.plan, own, current_step=step, today=dossier.date))


def short_days(dossier: Dossier) -> bytes:
    """The smaller version of every day, a small page each."""
    return render_pdf(
        build_short_days(dossier.problem, dossier.plan, own_page(dossier), current_step=dossier.current_step)
    )


def calendar(dossier: Dossier) -> bytes:
    """The plan for the phone's calendar."""
    return calendar_handed(dossier).content


def calendar_handed(dossier: Dossier) -> CalendarFile:
    """The calendar, and what the next one needs to know of it."""
    return calendar_file(
        dossier.problem,
        dossier.plan,
        "" if dossier.is_protected else first_name(dossier.facts),
        dossier.case_id,
        current_step=dossier.current_step,
        handing=Handing(dossier.date, dossier.calendar_memory, dossier.reminder_minutes, dossier.is_protected),
    )


def own_page(dossier: Dossier) -> OwnPage:
    """What the student's own documents say beside the week."""
    facts, sheet = dossier.facts, dossier.sheet
    name = "" if dossier.is_protected else first_name(facts)
    return OwnPage(
        first_name=_without_surname(name, facts.document.student.full_name),
        meets=facts.trusted_person or facts.coach.name,
        calm_place=dossier.calm_room,
        likes=and_list(_likes(sheet)),
        phone=facts.contacts.coach_phone or _only_number(facts.document.practical.phone),
        style=picture_style(dossier),
        with_pictures=wants_pictures(sheet),
        large=Preference.READ_ALOUD in preferences_from(load_bank(), sheet),
    )


def _without_surname(name: str, full_name: str) -> str:
    """The name without the last of the full name, where somebody has written both: it may lie on a kitchen table."""
    words, last = name.split(), full_name.split()[-1:]
    return " ".join(word for n, word in enumerate(words) if not (n and [word] == last))


def picture_style(dossier: Dossier) -> PictureStyle:
    """Pictures filled with colours up to year 6, calm ones after that and where nothing is known."""
    year = dossier.facts.document.school.year_group
    age = dossier.facts.document.student.age(dossier.date)
    known, last = (year, LAST_YOUNGER_YEAR) if year is not None else (age, LAST_YOUNGER_AGE)
    return PictureStyle.COLOURFUL if known is not None and known <= last else PictureStyle.CALM


def _only_number(text: str) -> str:
    """The mobile number in «whom to ring, and when»; none where there are several, for then nobody knows whose."""
    found = [match.group() for match in _NUMBER.finditer(text)]
    return found[0] if len(found) == 1 else ""


def _likes(sheet: AnswerSheet) -> list[str]:
    """What the student likes, in the words of the boxes; «annat» tells nothing."""
    item = load_bank().by_id[LIKED]
    ticked = set(said(load_bank(), item, sheet.of(LIKED)).ticks) - item.alone_codes - {"something_else"}
    return [lower_first(said_in(option)) for option in item.options if option.code in ticked]
