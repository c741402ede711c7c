"""«Så här har jag förstått dig»: the student's answers told back in the student's own voice, strengths first.

What others have answered is never told as the student's: where they see something differently one line says that it
will be talked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.effects import differences_from
from questionnaire.items import Bank, Item, Statement, Text
from questionnaire.reading import Said, said, standing
from questionnaire.vocabulary import Group, Topic

INTERESTS = "IN"
"""The section that is told before all others: what the student likes."""
SEEN_DIFFERENTLY = "seen:differently"
"""What a line of that kind has for its tick, so that it is not taken for the answer's own line."""


class LineKind(StrEnum):
    """What a line tells."""

    SAID = "said"
    """What was answered."""
    NOT_KNOWN = "not_known"
    """A question that was answered «vet inte»: its text is the question."""
    HOME_DIFFERS = "home_differs"
    """Student and guardians see the matter differently: its text is the matter («Sömnen»)."""
    ADULT_DIFFERS = "adult_differs"
    """An adult has filled in something else than the student: its text is the question."""


class Line(Frozen):
    """One thing understood. `text` leads in and `labels` name the ticked boxes; otherwise see its kind."""

    question: QuestionId
    group: Group
    topic: Topic
    text: Text
    kind: LineKind = LineKind.SAID
    ticks: tuple[str, ...] = ()
    labels: tuple[Text, ...] = ()
    by: Respondent = Respondent.STUDENT
    """Who said it. What an adult filled in is not the student's own sentence, and is to be shown so."""
    names_others: bool = False
    """It may name people: told on the screen, never printed."""


class Summary(Frozen):
    """The lines in order: works, hard, help, find out; within each by topic, the one with the interests first."""

    lines: tuple[Line, ...] = ()

    def group(self, group: Group) -> tuple[Line, ...]:
        """The lines of one group."""
        return tuple(line for line in self.lines if line.group is group)

    def by_topic(self, group: Group) -> dict[Topic, tuple[Line, ...]]:
        """The lines of one group under their topics, both in order."""
        lines = self.group(group)
        return {topic: tuple(line for line in lines if line.topic is topic) for topic in _topics(lines)}

    @property
    def printable(self) -> Summary:
        """Without what names people."""
        return Summary(lines=tuple(line for line in self.lines if not line.names_others))


def summarise(bank: Bank, sheet: AnswerSheet) -> Summary:
    """What the answers to the student's questions say, skipped ones left out. Private questions are never told."""
    told = [
        line
        for item, answer in standing(bank, sheet)
        if _is_told(item)
        for line in _lines(bank, item, answer)
    ]
    told += _differences(bank, sheet)
    first = sorted(told, key=lambda line: not line.question.startswith(INTERESTS))
    lines: list[Line] = []
    for group in Group:
        of_group = [line for line in first if line.group is group]
        topics = _topics(of_group)
        lines += sorted(of_group, key=lambda line: topics.index(line.topic))
    return Summary(lines=tuple(lines))


def _is_told(item: Item) -> bool:
    return not item.private and item.asked_of is Respondent.STUDENT


def _topics(lines: list[Line] | tuple[Line, ...]) -> list[Topic]:
    """The topics of the lines, each once, as they come."""
    return list(dict.fromkeys(line.topic for line in lines))


def _lines(bank: Bank, item: Item, answer: Answer) -> list[Line]:
    reply = said(bank, item, answer)
    if reply.choice is Choice.DONT_KNOW:
        asked = Statement(sv=item.sv, en=item.en, group=Group.FIND_OUT)
        return [_line(item, answer, asked).model_copy(update={"kind": LineKind.NOT_KNOWN})]
    lead = item.says.get(reply.choice or "") if item.kind.has_buttons else item.says.get("ticked")
    own = [tick for tick in reply.ticks if tick in item.says]
    rest = Said(choice=reply.choice, ticks=tuple(tick for tick in reply.ticks if tick not in item.says))
    lines = [_line(item, answer, item.says[tick], {tick: None}) for tick in own]
    if lead is not None and (rest.ticks or (item.kind.has_buttons and not own)):
        lines.append(_line(item, answer, lead, labels_of(bank, item, rest)))
    return lines


def _differences(bank: Bank, sheet: AnswerSheet) -> Iterator[Line]:
    """One line for each thing that is seen differently, whatever came of it in the answers."""
    told: set[QuestionId] = set()
    for difference in differences_from(bank, sheet):
        item = bank.by_id[difference.of_student]
        if item.id in told or not _is_told(item):
            continue
        told.add(item.id)
        yield Line(
            question=item.id,
            group=Group.FIND_OUT,
            topic=item.topic,
            text=difference.topic,
            kind=LineKind.ADULT_DIFFERS if difference.question == item.id else LineKind.HOME_DIFFERS,
            ticks=(SEEN_DIFFERENTLY,),
            names_others=item.names_others,
        )


def labels_of(bank: Bank, item: Item, reply: Said) -> dict[str, Text | None]:
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
        names_others=item.names_others,
    )
