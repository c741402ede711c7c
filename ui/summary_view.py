"""The summary's lines as they stand on the screen, what a tick on one of them means, and what has changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from casework import now as clock
from casework.cases import Case, SummaryMark
from casework.now import SCHOOL_TIME
from casework.proposing import IMPORTANT_LINES
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from questionnaire.changes import changes, latest_day
from questionnaire.summary import Line, LineKind, Summary, summarise
from questionnaire.vocabulary import Group
from ui.agreement import Agreeing, Agreements
from ui.components.summary import Said, ShownChange, ShownGroup, ShownLine, ShownTopic
from wording.bank_words import said_in
from wording.language import tr
from wording.summary_lines import day_and_month, say_by, say_group, say_line, say_reply
from wording.topics import say_topic


def line_id(line: Line) -> str:
    """The name a line goes by in the browser."""
    return "|".join((line.question, *line.ticks))


def question_of(line: str) -> QuestionId:
    """The question that the line with that name is about."""
    return QuestionId(line.partition("|")[0])


def marks_of(case: Case) -> dict[tuple[str, tuple[str, ...]], SummaryMark]:
    """The latest mark of every line."""
    return {mark.line: mark for mark in case.summary}


def shown_groups(case: Case) -> list[ShownGroup]:
    """The groups with their lines by topic, as they stand now; none that is empty."""
    summary = summarise(load_bank(), case.sheet)
    firsts = {line_id(line) for line in _first_of_each(summary)}
    marks, agreements = marks_of(case), Agreements(case)
    return [
        ShownGroup(
            name=say_group(group),
            topics=tuple(
                ShownTopic(
                    name=say_topic(topic),
                    lines=tuple(
                        _shown(
                            line,
                            marks.get((line.question, line.ticks)),
                            agreements if line_id(line) in firsts else None,
                        )
                        for line in lines
                    ),
                )
                for topic, lines in topics.items()
            ),
        )
        for group in Group
        if (topics := summary.by_topic(group))
    ]


def _first_of_each(summary: Summary) -> Iterable[Line]:
    """The first line of each answer: what is agreed belongs to the whole answer, and stands there."""
    told = [line for line in summary.lines if line.kind is LineKind.SAID]
    return {line.question: line for line in reversed(told)}.values()


def _shown(line: Line, mark: SummaryMark | None, agreements: Agreements | None) -> ShownLine:
    offered = agreements.offered(line.question) if agreements else Agreeing()
    return ShownLine(
        id=line_id(line),
        text=say_line(line),
        right=mark.is_right if mark else None,
        important=bool(mark and mark.is_most_important),
        by=say_by(line),
        holds=agreements.lines(line.question) if agreements else (),
        fields=offered.fields,
        asks=tr("Hur länge gäller det?") if offered.asks_how_long else "",
    )


def marked(case: Case, said_line: str, said: Said) -> SummaryMark | None:
    """The mark that a tick gives; None when the line is no longer there, or as many as may be are most important.

    A second tick takes the first back.
    """
    lines = summarise(load_bank(), case.sheet).lines
    line = next((each for each in lines if line_id(each) == said_line), None)
    if line is None:
        return None
    marks = marks_of(case)
    old = marks.get((line.question, line.ticks), SummaryMark(question=line.question, ticks=line.ticks))
    match said:
        case "right":
            return old.model_copy(update={"is_right": None if old.is_right else True})
        case "wrong":
            return old.model_copy(update={"is_right": False})
        case "important":
            starred = sum(
                marks[each.question, each.ticks].is_most_important
                for each in lines
                if (each.question, each.ticks) in marks
            )
            if not old.is_most_important and starred >= IMPORTANT_LINES:
                return None
            return old.model_copy(update={"is_most_important": not old.is_most_important})


def shown_changes(case: Case) -> tuple[str, tuple[ShownChange, ...]]:
    """A heading, and what has been answered otherwise since last time: each question, then and now, with dates.

    Last time is before the student began to answer again; before that has been asked, the day before the latest.
    """
    bank, today = load_bank(), clock.today()
    since = case.round_started or latest_day(case.events, SCHOOL_TIME)
    found = changes(bank, case.events, since)
    if not found:
        return "", ()

    def day(at: dt.datetime) -> str:
        return day_and_month(at.astimezone(SCHOOL_TIME).date(), today)

    moved = tuple(
        ShownChange(
            question=said_in(item.text),
            then_day=day(change.before_at),
            then=say_reply(bank, item, change.before),
            now_day=day(change.after_at),
            now=say_reply(bank, item, change.after),
        )
        for change in found
        for item in (bank.by_id[change.question],)
    )
    return tr("Det har ändrats sedan {day}", day=day(max(change.before_at for change in found))), moved
