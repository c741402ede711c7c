"""The plan as data, attached to the proposal: it holds what the pages say and nothing else.

Every text is looked for among the document's own words and left empty when it does not stand there, so that nothing can
travel unseen. Days are ISO dates («2026-11-30»), times minutes after midnight, weekdays numbers from 1 (Monday).
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from exports.blocks import Document
from exports.decision_form import DecisionForm
from exports.document_code import MOST_VERSIONS, DocumentCode, document_number, plan_mark
from exports.language_guard import guarded
from exports.plain_text import render_text
from exports.printable import CELL, clean
from exports.style import printable
from planning.decision import DocumentFacts, Measure, Responsible
from planning.frozen import Frozen
from planning.plan import Setting
from planning.protected import without_place
from planning.public_plan import PublicLesson, PublicPlan, PublicStep, PublicWeek
from planning.steps import Timing
from wording.language import tr

Minutes = Annotated[int, Field(ge=0, le=100_000)]
Printed = Annotated[str, StringConstraints(max_length=CELL)]


class AttachedLesson(Frozen):
    """An attended lesson; the attended part of it."""

    weekday: int = Field(ge=1, le=7)
    start: Minutes
    end: Minutes
    subject: Printed
    is_in_class: bool
    with_coach: bool


class AttachedWeek(Frozen):
    """A week of a step, and the Mondays that look so."""

    mondays: tuple[dt.date, ...]
    lessons: tuple[AttachedLesson, ...]


class AttachedStep(Frozen):
    """A step. `is_dated`: its days are set, and not the earliest that it can come."""

    number: int = Field(ge=1)
    first_day: dt.date
    last_day: dt.date
    is_dated: bool
    minutes: Minutes
    full_minutes: Minutes
    weeks: tuple[AttachedWeek, ...]


class AttachedSubject(Frozen):
    """A subject's minutes a week: in the class's timetable, and in every step."""

    subject: Printed
    ordinary: Minutes
    per_step: tuple[Minutes, ...]


class AttachedMeasure(Frozen):
    """What meets a need."""

    need: Printed
    what: Printed
    who: Printed
    when: Printed
    how_often: Printed


class AttachedDuty(Frozen):
    """A day, and who is responsible for it."""

    day: dt.date | None
    person: Printed


class AttachedFacts(Frozen):
    """Whom the proposal is about, and what it says beside the weeks."""

    student: Printed
    birth_date: dt.date | None
    provider: Printed
    unit: Printed
    class_name: Printed
    school_year: Printed
    year_group: int | None = Field(ge=0, le=10)
    reference: Printed
    needs: tuple[Printed, ...]
    goals: tuple[Printed, ...]
    measures: tuple[AttachedMeasure, ...]
    follow_up: AttachedDuty
    evaluation: AttachedDuty


class AttachedPlan(Frozen):
    """The plan that travels with a proposal."""

    stegvis_plan: Literal[1] = 1
    """The form of this data; a change of it gets a new number."""
    document: Annotated[str, StringConstraints(max_length=20)]
    """The number of the document, as it is printed."""
    version: int = Field(ge=1, le=MOST_VERSIONS)
    is_draft: bool
    facts: AttachedFacts
    steps: tuple[AttachedStep, ...]
    subjects: tuple[AttachedSubject, ...]


def with_plan(document: Document, public: PublicPlan, facts: DocumentFacts, case_id: str) -> Document:
    """The proposal with its plan attached, and the code that says which it is in the rektor's box."""
    number = document_number(case_id)
    version = min(facts.prepared.version, MOST_VERSIONS)
    empty = DocumentCode(document=number, version=version, plan="0" * 16)
    coded = _coded(document, empty)
    attached = _plan(_Words(coded), public, without_place(guarded(facts)), empty, is_draft=bool(document.across))
    data = attached.model_dump_json()
    code = empty.model_copy(update={"plan": plan_mark(data.encode())})
    return _coded(document, code).model_copy(update={"attached": data})


def _coded(document: Document, code: DocumentCode) -> Document:
    note = tr("Det här är ett utkast och kan inte beslutas. Vänta på det färdiga förslaget.") if document.across else ""
    blocks = tuple(
        block.model_copy(update={"code": code, "note": note}) if isinstance(block, DecisionForm) else block
        for block in document.blocks
    )
    return document.model_copy(update={"blocks": blocks})


class _Words:
    """The words of a document, to be asked whether something stands there."""

    def __init__(self, document: Document) -> None:
        self._text = " ".join(render_text(document).split())

    def shown(self, text: str) -> str:
        """The text as it is printed; nothing when it is not printed, or so long that it may have been cut."""
        line = clean(text, CELL + 1)
        return printable(line) if len(line) <= CELL and line in self._text else ""


def _plan(
    words: _Words, public: PublicPlan, facts: DocumentFacts, code: DocumentCode, *, is_draft: bool
) -> AttachedPlan:
    return AttachedPlan(
        document=code.printed.document,
        version=code.version,
        is_draft=is_draft,
        facts=_facts(words, facts),
        steps=tuple(_step(words, step) for step in public.steps),
        subjects=tuple(
            AttachedSubject(subject=words.shown(one.subject), ordinary=one.ordinary, per_step=one.per_step)
            for one in public.subjects
        ),
    )


def _facts(words: _Words, facts: DocumentFacts) -> AttachedFacts:
    school, student = facts.school, facts.student
    hidden = student.has_protected_identity
    return AttachedFacts(
        student="" if hidden else words.shown(student.full_name),
        birth_date=None if hidden else student.birth_date,
        provider=words.shown(school.provider),
        unit="" if hidden else words.shown(school.unit),
        class_name="" if hidden else words.shown(school.class_name),
        school_year=words.shown(school.school_year),
        year_group=school.year_group,
        reference=words.shown(facts.prepared.reference),
        needs=tuple(map(words.shown, facts.needs)),
        goals=tuple(map(words.shown, facts.goals)),
        measures=tuple(_measure(words, measure) for measure in facts.measures),
        follow_up=_duty(words, facts.follow_up),
        evaluation=_duty(words, facts.evaluation),
    )


def _measure(words: _Words, measure: Measure) -> AttachedMeasure:
    return AttachedMeasure(
        need=words.shown(measure.need),
        what=words.shown(measure.what),
        who=words.shown(measure.who),
        when=words.shown(measure.when),
        how_often=words.shown(measure.how_often),
    )


def _duty(words: _Words, duty: Responsible) -> AttachedDuty:
    """A day without a person is not printed, so neither travels."""
    return AttachedDuty(
        day=duty.date if duty.is_complete else None, person=words.shown(duty.person) if duty.is_complete else ""
    )


def _step(words: _Words, step: PublicStep) -> AttachedStep:
    return AttachedStep(
        number=step.number,
        first_day=step.first_day,
        last_day=step.last_day,
        is_dated=step.timing is Timing.DATED,
        minutes=step.minutes,
        full_minutes=step.full_minutes,
        weeks=tuple(_week(words, week) for week in step.weeks),
    )


def _week(words: _Words, week: PublicWeek) -> AttachedWeek:
    return AttachedWeek(
        mondays=week.mondays, lessons=tuple(_lesson(words, lesson) for lesson in week.lessons)
    )


def _lesson(words: _Words, lesson: PublicLesson) -> AttachedLesson:
    return AttachedLesson(
        weekday=int(lesson.weekday) + 1,
        start=lesson.start,
        end=lesson.end,
        subject=words.shown(lesson.subject),
        is_in_class=lesson.setting is Setting.CLASSROOM,
        with_coach=lesson.with_coach,
    )
