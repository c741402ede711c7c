"""How a case is told of in the list: how far it has come, and where one goes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from casework.cases import CaseSummary, Stage
from casework.day_sheet import DAY_SHEET
from ui.components.downloads import OfferedFile
from wording.language import tr, trn


def in_order(cases: Iterable[CaseSummary]) -> list[CaseSummary]:
    """Those where somebody has something to take care of come first; otherwise as they came."""
    return sorted(cases, key=lambda case: not case.duties_wait)


def stage_text(case: CaseSummary) -> str:
    """How far it has come, in a few words. What is to be taken care of is not told here."""
    if case.duties_wait:
        return tr("Att ta hand om först")
    match case.stage:
        case Stage.NEW:
            return tr("Nytt, väntar på schema")
        case Stage.TIMETABLE:
            return tr("Schemat är på plats")
        case Stage.QUESTIONS:
            return tr("Frågor: {answered} av {asked}", answered=case.answered, asked=case.asked)
        case Stage.SUMMARY:
            return tr("Sammanfattningen är påbörjad")
        case Stage.PLAN:
            return tr("Plan finns")
        case Stage.DOCUMENTS:
            return tr("Dokument är hämtade")
        case _:
            assert_never(case.stage)


def to_do_text(case: CaseSummary) -> str:
    """How many things wait for the coach, calmly; empty when none does."""
    return trn("{n} sak att göra", "{n} saker att göra", case.to_do) if case.to_do else ""


def next_page(case: CaseSummary) -> str:
    """The page where the work goes on."""
    if case.duties_wait:
        return "alerts"
    match case.stage:
        case Stage.NEW:
            return "timetable"
        case Stage.TIMETABLE:
            return "questions"
        case Stage.QUESTIONS:
            return "questions" if case.answered < case.asked else "summary"
        case Stage.SUMMARY:
            return "summary"
        case Stage.PLAN | Stage.DOCUMENTS:
            return "plan"
        case _:
            assert_never(case.stage)


def day_sheet_offer() -> OfferedFile:
    """The coach's day across all cases, as it is offered beside the list."""
    return OfferedFile(
        key=DAY_SHEET,
        title=tr("Dagens blad"),
        about=tr("Din dag, alla elever: tider, platser, sms att skicka och vad som gäller en dålig dag."),
        badge=tr("Bara för dig"),
    )
