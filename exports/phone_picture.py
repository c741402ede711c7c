"""The week as a picture for the phone's lock screen: 1080 × 2340 dots, the same every time."""

from __future__ import annotations

import datetime as dt
import io

import pypdfium2  # type: ignore[import-untyped]  # it has no types

from exports.blocks import Document, StudentWeek
from exports.page_format import PageFormat
from exports.pdf import render_pdf
from exports.pdfium import PDFIUM
from exports.pocket_card import times_and_words
from exports.student_page import OwnPage, nothing_yet, student_weeks
from exports.student_papers import PhoneWeek
from planning.plan import Plan
from planning.problem import Problem
from wording.language import language_tag, tr

HELP_ON_SCREEN = 2
"""Who and where: what there is room for under the week."""
DOTS_PER_POINT = 3
"""The page for phones is 360 × 780 points (`exports.page_format`)."""

def build_phone_week(
    problem: Problem, plan: Plan, own: OwnPage, *, current_step: int = 1, today: dt.date | None = None
) -> Document:
    """The week that is lived, as a page of the shape of a phone: of the step's weeks the one that `today` lies in."""
    weeks = student_weeks(problem, plan, own, current_step=current_step)
    lived = [week for week in weeks if week.number == current_step] or list(weeks[:1])
    week = next((week for week in lived if _holds(week, today)), lived[0] if lived else None)
    title = tr("Min vecka")
    return Document(
        title=title,
        subject=title,
        author="",
        language=language_tag(),
        page_text="",
        format=PageFormat.PHONE,
        blocks=(PhoneWeek(week=_on_screen(week)),) if week else (nothing_yet(),),
    )


def _on_screen(week: StudentWeek) -> StudentWeek:
    """The week with what a glance takes in: when and what, who and where."""
    days = tuple(times_and_words(day) for day in week.days)
    return week.model_copy(update={"days": days, "help": week.help[:HELP_ON_SCREEN], "message": None})


def _holds(week: StudentWeek, date: dt.date | None) -> bool:
    return date is not None and any(monday <= date < monday + dt.timedelta(weeks=1) for monday in week.mondays)


def phone_picture(document: Document) -> bytes:
    """The first page of the document as PNG. Equal documents give equal bytes."""
    data = render_pdf(document)
    with PDFIUM, pypdfium2.PdfDocument(data) as pages:
        drawn = pages[0].render(scale=DOTS_PER_POINT).to_pil().convert("RGB")
    out = io.BytesIO()
    drawn.save(out, format="PNG", optimize=True)
    return out.getvalue()
