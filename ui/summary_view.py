"""The summary's lines in words, and what a tick on one of them means."""

from __future__ import annotations

from casework.cases import Case, SummaryMark
from planning.needs.base import Respondent
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from questionnaire.summary import Line, summarise
from questionnaire.vocabulary import Group
from ui.agreement import agreed_fields, agreed_lines
from ui.components.summary import Said, ShownLine
from wording.bank_words import said_in
from wording.language import current_language, tr
from wording.phrases import and_list, lower_first


def group_name(group: Group) -> str:
    """The heading of a group, strengths first."""
    names = {
        Group.WORKS: tr("Det här fungerar"),
        Group.HARD: tr("Det här är svårt just nu"),
        Group.HELP: tr("Det här hjälper"),
        Group.FIND_OUT: tr("Det här tar vi reda på tillsammans"),
    }
    return names[group]


def line_id(line: Line) -> str:
    """The name a line goes by in the browser."""
    return "|".join((line.question, *line.ticks))


def question_of(line: str) -> QuestionId:
    """The question that the line with that name is about."""
    return QuestionId(line.partition("|")[0])


def line_text(line: Line) -> str:
    """The whole line: what leads in, and the boxes by name."""
    language = current_language()
    text = said_in(line.text, language)
    labels = [said_in(label, language) for label in line.labels]
    named = and_list([label if label in line.ticks else lower_first(label) for label in labels])
    if not labels:
        return text
    return text.format(ticks=named) if "{ticks}" in text else f"{text.rstrip(':')}: {named}"


def marks_of(case: Case) -> dict[tuple[str, tuple[str, ...]], SummaryMark]:
    """The latest mark of every line."""
    return {mark.line: mark for mark in case.summary}


def shown_groups(case: Case) -> list[tuple[str, list[ShownLine]]]:
    """The groups with their lines as they stand now."""
    marks = marks_of(case)
    summary = summarise(load_bank(), case.sheet)
    first = {line.question: line for group in reversed(Group) for line in reversed(summary.group(group))}
    return [
        (
            group_name(group),
            [
                _shown(case, line, marks.get((line.question, line.ticks)), is_first=first[line.question] == line)
                for line in summary.group(group)
            ],
        )
        for group in Group
    ]


def _shown(case: Case, line: Line, mark: SummaryMark | None, *, is_first: bool) -> ShownLine:
    """The line. What is agreed belongs to the whole answer, and stands at the first of its lines."""
    by = "" if line.by is Respondent.STUDENT else tr("(ifyllt av en vuxen)")
    return ShownLine(
        id=line_id(line),
        text=line_text(line),
        right=mark.is_right if mark else None,
        important=bool(mark and mark.is_most_important),
        by=by,
        holds=agreed_lines(case, line.question) if is_first else (),
        fields=agreed_fields(case, line.question) if is_first else (),
    )


def marked(case: Case, said_line: str, said: Said) -> SummaryMark | None:
    """The mark that a tick gives; None when the line is no longer there. A second tick takes the first back."""
    line = next((each for each in summarise(load_bank(), case.sheet).lines if line_id(each) == said_line), None)
    if line is None:
        return None
    old = marks_of(case).get((line.question, line.ticks), SummaryMark(question=line.question, ticks=line.ticks))
    match said:
        case "right":
            return old.model_copy(update={"is_right": None if old.is_right else True})
        case "wrong":
            return old.model_copy(update={"is_right": False})
        case "important":
            return old.model_copy(update={"is_most_important": not old.is_most_important})
