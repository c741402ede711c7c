"""«Så här har jag förstått dig»: the answers told back in the student's own voice, strengths first."""

from __future__ import annotations

from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.items import Bank, Item, Statement, Text
from questionnaire.reading import Said, said, standing
from questionnaire.vocabulary import Group, Topic

INTERESTS = "IN"
"""The section that is told before all others: what the student likes."""


class Line(Frozen):
    """One thing understood. `text` leads in, `labels` name the ticked boxes; in `FIND_OUT` it is the question."""

    question: QuestionId
    group: Group
    topic: Topic
    text: Text
    ticks: tuple[str, ...] = ()
    labels: tuple[Text, ...] = ()
    by: Respondent = Respondent.STUDENT
    """Who said it. What an adult filled in is not the student's own sentence, and is to be shown so."""


class Summary(Frozen):
    """The lines in order: works, hard, help, find out; within each, interests first and then as asked."""

    lines: tuple[Line, ...] = ()

    def group(self, group: Group) -> tuple[Line, ...]:
        """The lines of one group."""
        return tuple(line for line in self.lines if line.group is group)


def summarise(bank: Bank, sheet: AnswerSheet) -> Summary:
    """What the answers say, skipped ones left out. Private questions are never told."""
    lines = [
        line
        for item, answer in standing(bank, sheet)
        if not item.private
        for line in _lines(bank, item, answer)
    ]
    order = list(Group)
    lines.sort(key=lambda line: (order.index(line.group), not line.question.startswith(INTERESTS)))
    return Summary(lines=tuple(lines))


def _lines(bank: Bank, item: Item, answer: Answer) -> list[Line]:
    reply = said(bank, item, answer)
    if reply.choice is Choice.DONT_KNOW and item.says:
        return [_line(item, answer, Statement(sv=item.sv, en=item.en, group=Group.FIND_OUT))]
    if item.kind.has_buttons:
        statement = item.says.get(reply.choice or "")
        return [_line(item, answer, statement, _labels(bank, item, reply))] if statement else []
    own = [tick for tick in reply.ticks if tick in item.says]
    rest = Said(ticks=tuple(tick for tick in reply.ticks if tick not in item.says))
    lines = [_line(item, answer, item.says[tick], {tick: None}) for tick in own]
    if rest.ticks and "ticked" in item.says:
        lines.append(_line(item, answer, item.says["ticked"], _labels(bank, item, rest)))
    return lines


def _labels(bank: Bank, item: Item, reply: Said) -> dict[str, Text | None]:
    """The ticked boxes and what they say; names from the timetable say themselves."""
    known = {option.code: Text(sv=option.sv, en=option.en) for option in item.options}
    known |= {half.code: Text(sv=half.sv, en=half.en) for half in bank.half_days}
    return {tick: known.get(tick, Text(sv=tick, en=tick)) for tick in reply.ticks}


def _line(item: Item, answer: Answer, statement: Statement, ticks: dict[str, Text | None] | None = None) -> Line:
    named = ticks or {}
    return Line(
        question=item.id,
        group=statement.group,
        topic=item.topic,
        text=Text(sv=statement.sv, en=statement.en),
        ticks=tuple(named),
        labels=tuple(label for label in named.values() if label is not None),
        by=answer.by,
    )
