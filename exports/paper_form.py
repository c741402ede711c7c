"""The questionnaire to fill in by hand: every question with its boxes, as large and calm as paper allows.

Nothing here knows the question bank: the words, boxes and numbers are given. No name is printed unless one is given.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Document
from exports.paper_blocks import PaperQuestion, PaperSheets
from wording.language import Language, language_tag, tr

FOOT_SIZE, LARGE_FOOT_SIZE = 11.4, 14.4
"""Page numbers are read when loose sheets are put in order."""


def build_paper_form(sheets: PaperSheets, *, mark: str, language: Language) -> Document:
    """The form. `mark` tells this edition of the questions from others, and stands on every page."""
    return Document(
        title=sheets.title,
        subject=sheets.title,
        author="",
        language=language_tag(language),
        footer=tr("Märke: {mark}", mark=mark),
        page_text=tr("sida {{page}} av {{pages}}"),
        foot_size=LARGE_FOOT_SIZE if sheets.is_large else FOOT_SIZE,
        blocks=(sheets,),
    )


def form_lines(sheets: PaperSheets) -> Iterator[str]:
    """The form in plain text, line by line."""
    yield f"# {sheets.title}"
    yield from (line for line in (sheets.whose, *sheets.lead, *sheets.how, sheets.sees_title, *sheets.sees) if line)
    if sheets.who:
        yield f"{sheets.who_label} {_ticks(sheets.who)}"
    for section in sheets.sections:
        yield f"## {section.title}"
        for question in section.questions:
            yield from _question_lines(question, sheets.starred)


def _question_lines(question: PaperQuestion, starred: str) -> Iterator[str]:
    if question.condition:
        yield question.condition
    star = f" ({starred})" if question.is_starred else ""
    yield f"{question.number} · {question.code}{star} {question.text}"
    if question.hint:
        yield question.hint
    boxes = _ticks(tuple(f"{box.number or ''} {box.label}".strip() for box in question.boxes))
    buttons = _ticks(question.buttons)
    is_first = bool(question.buttons and question.buttons[0])
    yield from (line for line in ((buttons, boxes) if is_first else (boxes, buttons)) if line)
    if question.grid:
        for half, numbers in zip(question.grid.halves, question.grid.numbers, strict=True):
            days = zip(question.grid.days, numbers, strict=True)
            yield f"{half}: {_ticks(tuple(f'{number} {day}' for day, number in days if number))}"


def _ticks(labels: tuple[str, ...]) -> str:
    return "  ".join(f"[ ] {label}" for label in labels if label)
