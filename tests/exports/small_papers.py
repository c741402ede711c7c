"""Plans with support arranged, for the tests of the small papers: teachers named, seats and signs agreed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pypdfium2

from exports.blocks import Document
from exports.pdf import render_pdf
from planning.needs import AnyNeed, Support, SupportKind
from planning.needs.base import CARE, NeedId, Origin, Source, Strength
from planning.plan import Plan
from planning.problem import Problem
from planning.timetable import Lesson
from tests.exports.validator import faults

TEACHERS = {"Svenska": ("KLI",), "Engelska": ("KLI", "TOV"), "Matematik": ("TOV",)}
HOSTILE = "<b>&amp;</para>\x00\x07\u202e ḡ ễ 🙂 \u200d Привет {0} {page} %s " + "Å" * 200


def arranged(kind: SupportKind, *choices: str, alone: bool = False, number: int = 0) -> Support:
    """Support of that kind; with `alone` it was told in private."""
    origin = CARE if alone else Origin(source=Source.ANSWER, ref="SI3")
    name = NeedId(f"test:{kind}:{number}:{alone}")
    return Support(id=name, item=kind, choices=choices, origin=origin, strength=Strength.SUPPORT)


def taught(made: Any, needs: Iterable[AnyNeed] = (), **names: str) -> tuple[Problem, Plan]:
    """The plan with teachers where the test knows any, and with those needs instead of its own."""

    def of(lesson: Lesson) -> Lesson:
        changed = {"teachers": TEACHERS.get(lesson.subject, ()), **names}
        return lesson.model_copy(update=changed)

    steps = tuple(
        step.model_copy(
            update={"lessons": tuple(p.model_copy(update={"lesson": of(p.lesson)}) for p in step.lessons)}
        )
        for step in made.plan.steps
    )
    return made.problem.model_copy(update={"needs": tuple(needs)}), made.plan.model_copy(update={"steps": steps})


def check_conformance(*documents: Document) -> None:
    """Every document is the same bytes each time, draws nothing off its pages, and keeps to PDF/UA-1 and PDF/A-3a."""
    for document in documents:
        data = render_pdf(document)
        assert data == render_pdf(document)
        assert _off_the_page(data) == []
        assert faults(data) == []


def _off_the_page(data: bytes) -> list[tuple[int, str]]:
    """Letters whose middle lies outside their page, with the page's number from 1."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for number, page in enumerate(document, 1):
        width, height = page.get_size()
        text = page.get_textpage()
        for place in range(text.count_chars()):
            sign = text.get_text_range(place, 1)
            left, bottom, right, top = text.get_charbox(place)
            is_inside = 0 <= (left + right) / 2 <= width and 0 <= (bottom + top) / 2 <= height
            if sign.strip() and not is_inside:
                found.append((number, sign))
    document.close()
    return found
