"""What the student keeps: the week as a page and as a calendar."""

from __future__ import annotations

from casework.dossier import Dossier, first_name
from casework.wished_forms import wants_pictures
from exports.calendar_file import CalendarFile, Handing, calendar_file
from exports.pdf import render_pdf
from exports.student_page import OwnPage, build_student_page
from planning.needs import SafeRoom
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import preferences_from
from questionnaire.reading import said
from questionnaire.vocabulary import Preference
from wording.bank_words import said_in
from wording.phrases import and_list, lower_first

LIKED = QuestionId("IN1")
"""«Vad gillar du?»"""


def student_page(dossier: Dossier) -> bytes:
    """The student's own page, a week for every step."""
    own = own_page(dossier)
    return render_pdf(build_student_page(dossier.problem, dossier.plan, own, current_step=dossier.current_step))


def calendar(dossier: Dossier) -> bytes:
    """The plan for the phone's calendar."""
    return calendar_handed(dossier).content


def calendar_handed(dossier: Dossier) -> CalendarFile:
    """The calendar, and what the next one needs to know of it."""
    return calendar_file(
        dossier.problem,
        dossier.plan,
        first_name(dossier.facts),
        dossier.case_id,
        current_step=dossier.current_step,
        handing=Handing(dossier.date, dossier.calendar_memory, dossier.reminder_minutes),
    )


def own_page(dossier: Dossier) -> OwnPage:
    """What the student's own documents say beside the week."""
    facts, sheet = dossier.facts, dossier.sheet
    rooms = [room for need in dossier.problem.needs if isinstance(need, SafeRoom) for room in need.rooms]
    return OwnPage(
        first_name=first_name(facts),
        meets=facts.trusted_person or facts.coach.name,
        calm_place=rooms[0] if rooms else "",
        likes=and_list(_likes(sheet)),
        with_pictures=wants_pictures(sheet),
        large=Preference.READ_ALOUD in preferences_from(load_bank(), sheet),
    )


def _likes(sheet: AnswerSheet) -> list[str]:
    """What the student likes, in the words of the boxes; «annat» tells nothing."""
    item = load_bank().by_id[LIKED]
    ticked = set(said(load_bank(), item, sheet.of(LIKED)).ticks) - item.alone_codes - {"something_else"}
    return [lower_first(said_in(option)) for option in item.options if option.code in ticked]
