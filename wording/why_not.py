"""«Varför inte den lektionen?», answered in plain words: what stands in the way, or what would give way for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from planning.answers_why import (
    AlreadyThere,
    Concern,
    InTheWay,
    NothingAgainst,
    NotToldInTime,
    WhyNot,
    Worse,
    WouldGiveWay,
)
from planning.clock import Weekday
from planning.needs import AnyNeed, BeginWith, NeedId, Respondent, Source
from planning.problem import Problem
from wording.change_lines import change_lines
from wording.clock import hours_text
from wording.conflict import say_whose
from wording.language import tr, trn
from wording.needs import say_limit, say_need
from wording.phrases import and_list, lower_first

QUARTER = 15
"""Minutes in what time that is lost or too much is counted in."""


def say_why_not(answer: WhyNot, problem: Problem) -> tuple[str, ...]:
    """The answer, one sentence a line, the most important first."""
    match answer:
        case InTheWay():
            return tuple(_in_the_way(answer, problem))
        case WouldGiveWay():
            return tuple(dict.fromkeys([*_gives_way(answer, problem), *change_lines(answer.changes)]))
        case NothingAgainst(changes=changes):
            return (tr("Den kan vara med. Inget blir sämre av det."), *change_lines(changes))
        case AlreadyThere():
            return (tr("Den lektionen är redan med."),)
        case NotToldInTime():
            return (tr("Det gick inte att få fram så fort. Lägg in lektionen, så syns det vad som händer."),)
        case _:
            assert_never(answer)


def _in_the_way(answer: InTheWay, problem: Problem) -> Iterator[str]:
    needs = and_list(_quoted(answer.needs, problem))
    yield tr("Den kan inte vara med så länge det här gäller: {needs}.", needs=needs)
    if answer.also:
        yield tr("Det här står också i vägen: {needs}.", needs=and_list(_quoted(answer.also, problem)))


def _quoted(ids: tuple[NeedId, ...], problem: Problem) -> list[str]:
    needs = (problem.needs_by_id[need] for need in ids if need in problem.needs_by_id)
    return [f"«{lower_first(say_need(need))}» ({say_whose(need)})" for need in needs]


def _gives_way(answer: WouldGiveWay, problem: Problem) -> Iterator[str]:
    for worse in answer.worse:
        if worse.concern is Concern.SHAPE and answer.longer_day and answer.weekday is not None:
            time = hours_text(answer.longer_day)
            yield tr("Då blir {day} {time} längre.", day=_the_day(answer.weekday), time=time)
        else:
            yield from _loses(worse, problem)


def _loses(worse: Worse, problem: Problem) -> Iterator[str]:
    if worse.needs:
        yield from (_wish(problem.needs_by_id[need]) for need in worse.needs if need in problem.needs_by_id)
    else:
        yield _say(worse.concern, worse.then - worse.now)


def _wish(need: AnyNeed) -> str:
    said_it = need.origin.source is Source.ANSWER and need.origin.by is Respondent.STUDENT
    important = need.most_important
    if isinstance(need, BeginWith) and said_it:
        subjects = and_list(need.subjects)
        if important:
            return tr("Då får {subjects} vänta, och det kryssade du som viktigast.", subjects=subjects)
        return tr("Då får {subjects} vänta, och det kryssade du att du kan börja med.", subjects=subjects)
    limit = lower_first(say_limit(need))
    if said_it and important:
        return tr("Då blir det här sämre, som du kryssade som viktigast: {limit}.", limit=limit)
    if said_it:
        return tr("Då blir det här sämre, som du kryssade: {limit}.", limit=limit)
    return tr("Då blir det här sämre: {limit} ({whose}).", limit=limit, whose=say_whose(need))


def _say(concern: Concern, more: int) -> str:
    """What is worse by so much, in the concern's own unit."""
    return _say_way(concern, more) or _say_week(concern, more)


def _say_way(concern: Concern, more: int) -> str:
    """Of the way through the steps; empty for what is about a single week."""
    match concern:
        case Concern.DISTANCE:
            return tr("Då ändras mer i planen.")
        case Concern.REMOVED:
            return trn(
                "Då försvinner en lektion igen, som redan har kommit med.",
                "Då försvinner {n} lektioner igen, som redan har kommit med.",
                more,
            )
        case Concern.TOO_FAST:
            return tr("Då blir det för mycket på en gång, sammanlagt {time}.", time=hours_text(more * QUARTER))
        case Concern.TOO_SLOW | Concern.SHORTFALL:
            unit = 60 if concern is Concern.TOO_SLOW else QUARTER
            return tr("Då får andra lektioner vänta, sammanlagt {time}.", time=hours_text(more * unit))
        case Concern.LEAPS:
            return tr("Då blir mer än en sak ny på en gång.")
        case Concern.ELIGIBILITY:
            return tr("Då får ämnen som gymnasiet frågar efter vänta.")
        case Concern.GROWTH:
            return tr("Då blir det brantare mellan två steg.")
        case Concern.IMPORTANT | Concern.WISH_3 | Concern.WISH_2 | Concern.WISH_1:
            return tr("Då blir något sämre som ni har önskat.")
        case _:
            return ""


def _say_week(concern: Concern, more: int) -> str:
    match concern:
        case Concern.EMPTY:
            return trn("Då blir en vecka utan lektioner.", "Då blir {n} veckor utan lektioner.", more)
        case Concern.TORN:
            return tr("Då blir det lång väntan mitt på dagen.")
        case Concern.PROMISED | Concern.PLACED:
            return tr("Då får något som ni har kommit överens om ingen plats i veckan.")
        case Concern.STABILITY | Concern.LIKENESS:
            return tr("Då blir veckorna mer olika varandra.")
        case Concern.ITEM_SHAPE:
            return tr("Då hamnar det runt lektionerna på sämre tider.")
        case _:
            return tr("Då blir dagarna längre eller mer uppdelade.")


def _the_day(weekday: Weekday) -> str:
    """«måndagen»."""
    names = (
        tr("måndagen"), tr("tisdagen"), tr("onsdagen"), tr("torsdagen"), tr("fredagen"), tr("lördagen"), tr("söndagen"),
    )
    return names[weekday]
