"""What the secret annex tells: the summary in words, obstacles beside what is done about them, duties by date only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from casework.now import SCHOOL_TIME
from exports.appendix import Adaptation, Exchange, NeedsMapping, Section
from exports.appendix import Handled as HandledDuty
from planning.decision import DocumentFacts
from planning.homes import home_in
from planning.needs import AnyNeed, Disclosure, Source
from planning.problem import Problem
from questionnaire.alerts import Handled
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import GivenConsent, consents_from
from questionnaire.summary import Line, LineKind, Summary, summarise
from questionnaire.vocabulary import Consent, Group
from wording.consents import say_consent, say_shared_with
from wording.language import tr
from wording.needs import say_limit, say_need
from wording.phrases import upper_first
from wording.summary_lines import say_by, say_group, say_line
from wording.topics import say_topic


def needs_mapping(
    problem: Problem, sheet: AnswerSheet, facts: DocumentFacts, handled: Iterable[Handled], date: dt.date
) -> NeedsMapping:
    """The annex's content.

    Private answers are not in it, no line that names somebody or whom to avoid, and not what the family sees
    differently.
    """
    untold = {need.origin.ref for need in problem.needs if need.disclosure is Disclosure.CLOSED}
    told = summarise(load_bank(), sheet).printable.lines
    among_us = (LineKind.HOME_DIFFERS, LineKind.ADULT_DIFFERS)
    summary = Summary(lines=tuple(x for x in told if x.question not in untold and x.kind not in among_us))
    return NeedsMapping(
        student_name=_name(facts),
        reference=facts.prepared.reference,
        date=facts.prepared.date or date,
        answered_by=tuple(_respondents(sheet)),
        strengths=tuple(_said(line) for line in summary.group(Group.WORKS)),
        sections=tuple(_sections(summary)),
        adaptations=tuple(_adaptations(problem, summary)),
        sharing=tuple(_sharing(sheet)),
        consents=tuple(_exchanges(sheet)),
        handled=tuple(_duty(done) for done in handled),
        is_independent=facts.school.is_independent,
    )


def _name(facts: DocumentFacts) -> str:
    """With a protected identity no name is printed: it is written by hand."""
    student = facts.student
    return "" if student.has_protected_identity else student.full_name or student.first_name


def _sharing(sheet: AnswerSheet) -> Iterator[str]:
    """With the school, with the guardians, and with nobody. Where nothing is said teachers know times and support."""
    given = [one for one in consents_from(load_bank(), sheet) if one.consent is Consent.TEACHERS_MAY_KNOW]
    unsaid = GivenConsent(consent=Consent.TEACHERS_MAY_KNOW, question=QuestionId("VU8"), is_given=False)
    yield from (say_consent(one) for one in given or (unsaid,))
    yield tr("Vårdnadshavarna får del av planen. Svaren får de bara om eleven vill visa dem.")
    yield tr("Det eleven har svarat ensam med coachen står inte här.")


def _exchanges(sheet: AnswerSheet) -> Iterator[Exchange]:
    """Whom the guardians let take part of the plan; until when is agreed by hand."""
    for given in consents_from(load_bank(), sheet):
        if given.consent is Consent.SHARED_WITH and given.is_given:
            yield from (Exchange(who=upper_first(who), what=tr("planen")) for who in say_shared_with(given))


def _duty(done: Handled) -> HandledDuty:
    """That it was taken care of and which day at school; never what it was about."""
    return HandledDuty(duty=tr("Skyldighet att agera"), date=done.at.astimezone(SCHOOL_TIME).date())


def _respondents(sheet: AnswerSheet) -> Iterator[str]:
    names = {
        "student": tr("Eleven"), "guardian": tr("Vårdnadshavare"), "coach": tr("Coachen"), "school": tr("Skolan")
    }
    given = {answer.by.value for answer in sheet.answers.values()}
    return (name for respondent, name in names.items() if respondent in given)


def _sections(summary: Summary) -> Iterator[Section]:
    """One section a topic, with what is hard and what is wished for, and last what is to be found out."""
    groups = (Group.HARD, Group.HELP)
    lines = sorted((line for group in groups for line in summary.group(group)), key=lambda line: line.topic)
    for topic, of_topic in groupby(lines, key=lambda line: line.topic):
        yield Section(title=say_topic(topic), lines=tuple(_said(line) for line in of_topic))
    unknown = tuple(_said(line) for line in summary.group(Group.FIND_OUT))
    if unknown:
        yield Section(title=say_group(Group.FIND_OUT), lines=unknown)


def _adaptations(problem: Problem, summary: Summary) -> Iterator[Adaptation]:
    """Every answered obstacle with the needs that it gave rise to."""
    for line in summary.group(Group.HARD):
        needs = [need for need in problem.needs if _comes_from(need, line)]
        if needs:
            yield Adaptation(obstacle=_said(line), adaptation="; ".join(map(adapted, needs)))


def adapted(need: AnyNeed) -> str:
    """The need in words; which weeks are lived in which home is for the coach alone (`method.md` E12)."""
    if any(map(home_in, need.weeks)):
        return tr("{limit}, vissa veckor", limit=say_limit(need))
    return say_need(need)


def _comes_from(need: AnyNeed, line: Line) -> bool:
    return need.origin.source is Source.ANSWER and need.origin.ref == line.question


def _said(line: Line) -> str:
    """The line in words, and that an adult filled it in where the student did not say it."""
    return " ".join(part for part in (say_line(line), say_by(line)) if part)
