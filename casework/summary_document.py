"""«Så här har jag förstått dig» as a file to print: the student's own page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Protocol

from casework import now as clock
from casework.case import SummaryMark
from casework.dossier import Dossier, first_name
from casework.facts import CaseFacts
from exports.pdf import render_pdf
from exports.summary_blocks import SummaryGroup, SummaryLine, SummarySheet, SummaryTopic
from exports.summary_page import build_summary_page
from questionnaire.answers import AnswerSheet
from questionnaire.bank import load_bank
from questionnaire.summary import Line, summarise
from questionnaire.vocabulary import Group
from wording.clock import written_date
from wording.language import Language, speaking, tr
from wording.summary_lines import say_by, say_group, say_line
from wording.topics import say_topic

SUMMARY = "sammanfattning.pdf"
"""The file's name; it does not tell whose it is."""

SUMMARIES: Mapping[str, Language] = {SUMMARY: "sv", "sammanfattning-en.pdf": "en"}
"""The page in each language, by the name of its file."""


def summary_in(case: Answered, language: Language) -> bytes:
    """The page as PDF, in that language whatever is spoken around it."""
    with speaking(language):
        return summary_file(case)


class Answered(Protocol):
    """What the page is made of: a case, or a dossier of it."""

    @property
    def facts(self) -> CaseFacts:
        """What the adults know."""

    @property
    def sheet(self) -> AnswerSheet:
        """What has been answered."""

    @property
    def summary(self) -> tuple[SummaryMark, ...]:
        """What the student has said of the lines."""


def summary_page(dossier: Dossier) -> bytes:
    """The page among the other documents, as PDF."""
    return render_pdf(build_summary_page(summary_sheet(dossier, on=dossier.date)))


def summary_file(case: Answered) -> bytes:
    """The page as PDF."""
    return render_pdf(build_summary_page(summary_sheet(case)))


def summary_sheet(case: Answered, *, on: dt.date | None = None) -> SummarySheet:
    """The lines with what the student has said of them. Private answers are never told, names of people not printed."""
    summary = summarise(load_bank(), case.sheet).printable
    return SummarySheet(
        title=tr("Så här har jag förstått dig"),
        whose=" · ".join(part for part in (first_name(case.facts), written_date(on or clock.today())) if part),
        how=tr("Kryssa Ja om det stämmer, Nej om det inte gör det. Fyll i tre stjärnor: det som är viktigast för dig."),
        right=tr("Ja"),
        wrong=tr("Nej"),
        important=tr("Viktigast"),
        groups=tuple(
            SummaryGroup(
                name=say_group(group),
                topics=tuple(
                    SummaryTopic(name=say_topic(topic), lines=tuple(_line(case, line) for line in lines))
                    for topic, lines in topics.items()
                ),
            )
            for group in Group
            if (topics := summary.by_topic(group))
        ),
    )


def _line(case: Answered, line: Line) -> SummaryLine:
    mark = next((mark for mark in case.summary if mark.line == (line.question, line.ticks)), None)
    return SummaryLine(
        text=" ".join(part for part in (say_line(line), say_by(line)) if part),
        is_right=mark.is_right if mark else None,
        is_most_important=bool(mark and mark.is_most_important),
    )
