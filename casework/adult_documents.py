"""The small papers around the plan: the teachers' cards, the guardians' page, and the cards that the student shows."""

from __future__ import annotations

from casework.dossier import Dossier, first_name
from casework.student_documents import picture_style
from casework.wished_forms import wants_pictures
from exports.cards import build_cards
from exports.guardian_page import ToldHome, build_guardian_page
from exports.pdf import render_pdf
from exports.teacher_card import ToldTeachers, build_teacher_cards, build_teacher_sheet
from questionnaire.bank import load_bank
from questionnaire.effects import consents_from
from questionnaire.vocabulary import Consent
from wording.language import tr

TEACHER_CARDS = "lararkort.pdf"
TEACHER_SHEET = "lararkort-fyra.pdf"
GUARDIAN_PAGE = "vardnadshavare.pdf"
CARDS = "kort.pdf"

COMING_BACK = "coming_back"
"""«Att jag kommer tillbaka»: the box of question VU8."""


def teacher_cards(dossier: Dossier) -> bytes:
    """A postcard for every teacher that meets the student in the steps with dates."""
    told = _told_teachers(dossier)
    return render_pdf(build_teacher_cards(dossier.problem, dossier.plan, told, current_step=dossier.current_step))


def teacher_sheet(dossier: Dossier) -> bytes:
    """The same, four to a page."""
    told = _told_teachers(dossier)
    return render_pdf(build_teacher_sheet(dossier.problem, dossier.plan, told, current_step=dossier.current_step))


def guardian_page(dossier: Dossier) -> bytes:
    """A page to those at home for every step with dates."""
    return render_pdf(
        build_guardian_page(dossier.problem, dossier.plan, told_home(dossier), current_step=dossier.current_step)
    )


def cards(dossier: Dossier) -> bytes:
    """The cards that the student has ticked, to print and cut out."""
    return render_pdf(
        build_cards(
            dossier.problem,
            dossier.plan,
            calm_place="" if dossier.is_protected else dossier.calm_room,
            pictures=picture_style(dossier) if wants_pictures(dossier.sheet) else None,
            current_step=dossier.current_step,
        )
    )


def told_home(dossier: Dossier) -> ToldHome:
    """What those at home are told beside the plan: numbers only as far as somebody has written them down."""
    phone = "" if dossier.is_protected else dossier.document.practical.phone
    return ToldHome(
        first_name="" if dossier.is_protected else first_name(dossier.facts),
        coach=dossier.document.prepared.coach,
        coach_phone=dossier.facts.contacts.coach_phone,
        school_phone="" if dossier.is_protected else dossier.facts.contacts.school_phone,
        numbers=((tr("Överenskommet"), phone),) if phone else (),
        follow_up=dossier.document.follow_up.date,
    )


def _told_teachers(dossier: Dossier) -> ToldTeachers:
    return ToldTeachers(
        first_name="" if dossier.is_protected else first_name(dossier.facts),
        coach=dossier.document.prepared.coach,
        may_know_return=_may_know_return(dossier),
        hides_places=dossier.is_protected,
        stop_sign=dossier.facts.contacts.stop_sign,
    )


def _may_know_return(dossier: Dossier) -> bool:
    """Until the student has said so, teachers are told times and support alone (question VU8)."""
    given = consents_from(load_bank(), dossier.sheet)
    return any(
        one.consent is Consent.TEACHERS_MAY_KNOW and one.is_given and COMING_BACK in one.ticks for one in given
    )
