"""The proposal's numbers: every subject's minutes against the class timetable, and how much of the week each step is.

The appeals board annulled a decision that said neither hours a week nor which subjects (SÖN 2018-02-18, dnr 2017:622).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.blocks import Block, Heading, Paragraph, Rows, StepCell, StepColumn, StepRow, StepTable, Tone
from exports.printable import CELL
from planning.decision import DocumentFacts
from planning.plan import Reason, ReasonKind
from planning.public_plan import PublicPlan, PublicStep, PublicSubject
from planning.teaching import Teaching
from wording.clock import decimal_hours
from wording.days import say_earliest
from wording.eligibility import Reader
from wording.language import tr
from wording.phrases import and_list
from wording.public_reasons import say_public_reason
from wording.teaching_lost import say_whole

STEPS_WITH_NOTES = 2
"""Steps side by side that leave room for words in the same table."""
STEPS_PER_TABLE = 8
"""Steps side by side that still leave room for four figures each."""


def parts_of(steps: Sequence[PublicStep]) -> Iterator[range]:
    """The steps of each table, as positions from 0: as few tables as there can be, and as even."""
    tables = -(-len(steps) // STEPS_PER_TABLE)
    for table in range(tables):
        yield range(table * len(steps) // tables, (table + 1) * len(steps) // tables)


def step_columns(steps: Sequence[PublicStep]) -> tuple[StepColumn, ...]:
    """«S1» and «v. 2–3»: the heads of the columns of those steps."""
    return tuple(
        StepColumn(name=tr("S{number}", number=step.number), when=say_earliest(step.mondays, step.timing))
        for step in steps
    )


def subjects(public: PublicPlan, facts: DocumentFacts, teaching: Teaching | None) -> Iterator[Block]:
    """Minutes a week in every subject and step, the whole of each step, what is lost, and why."""
    yield Heading(level=2, text=tr("Tid och ämnen"), may_part=True)
    yield Paragraph(
        text=tr(
            "Minuter i veckan i varje steg. Mörk ruta är all tid, ljus ruta en del. "
            "Borta är steg utan ämnet. Uteblir räknas över hela planen."
        ),
        tone=Tone.MUTED,
    )
    lost = lost_by_subject(public, teaching)
    has_notes = len(public.steps) <= STEPS_WITH_NOTES
    for part in parts_of(public.steps):
        yield _minutes(public, part, lost, facts if has_notes else None)
    if teaching is not None:
        yield Paragraph(text=" ".join(say_whole(teaching, Reader.SCHOOL)), tone=Tone.FINE)
    if not has_notes:
        yield from _motives(public, facts)


def _motives(public: PublicPlan, facts: DocumentFacts) -> Iterator[Block]:
    """Form and reason of every subject that deviates; subjects that share both stand together."""
    alike: dict[tuple[str, str], list[str]] = {}
    for subject in public.subjects:
        if subject.deviates:
            alike.setdefault(_form_and_motive(facts, subject), []).append(subject.subject)
    if alike:
        yield Rows(
            head=(tr("Ämnen som avviker"), tr("Form"), tr("Skäl")),
            rows=tuple(
                (and_list(some), form, motive)
                for (form, motive), names in alike.items()
                for some in _in_cells(names)
            ),
            widths=(6, 2.4, 3),
        )


def _in_cells(names: Sequence[str]) -> Iterator[list[str]]:
    """The names in as few cells as hold them all: no subject may be cut from the table."""
    some: list[str] = []
    for name in names:
        if some and len(", ".join([*some, name])) > CELL - len(tr("och")):
            yield some
            some = []
        some.append(name)
    yield some


def _minutes(public: PublicPlan, part: range, lost: dict[str, int], noted: DocumentFacts | None) -> StepTable:
    """The table of those steps, with form and reason of each subject where `noted` says them."""
    steps = [public.steps[at] for at in part]
    rows = [_subject_row(subject, part, lost[subject.subject], noted) for subject in public.subjects]
    full = sum(subject.ordinary for subject in public.subjects)
    totals = [sum(subject.per_step[at] for subject in public.subjects) for at in part]
    rows.append(
        StepRow(
            name=tr("Minuter i veckan"),
            before=str(full),
            cells=tuple(StepCell(text=_figure(minutes)) for minutes in totals),
            after=("", _hours(sum(lost.values()))),
            is_total=True,
        )
    )
    rows += _of_the_step(steps, [minutes - full for minutes in totals])
    return StepTable(
        head=tr("Ämne"),
        before=tr("Klassen"),
        after=(tr("Borta"), tr("Uteblir")),
        note=tr("Form och skäl") if noted else "",
        steps=step_columns(steps),
        rows=tuple(rows),
    )


def _subject_row(subject: PublicSubject, part: range, lost: int, noted: DocumentFacts | None) -> StepRow:
    return StepRow(
        name=subject.subject,
        before=str(subject.ordinary),
        cells=tuple(
            StepCell(text=_figure(minutes), strength=_strength(minutes, subject.ordinary))
            for minutes in (subject.per_step[at] for at in part)
        ),
        after=(_away(subject), _hours(lost)),
        note=". ".join(_form_and_motive(noted, subject)) if noted and subject.deviates else "",
    )


def _strength(minutes: int, ordinary: int) -> int:
    return 0 if not minutes else 2 if minutes >= ordinary else 1


def _of_the_step(steps: Sequence[PublicStep], differences: Sequence[int]) -> Iterator[StepRow]:
    """What differs from the class, hours a week, share of the class's week, and school days, for every step."""
    full = max(step.full_minutes for step in steps)
    told = (
        (tr("Skillnad mot klassen"), "", [_signed(minutes) for minutes in differences]),
        (tr("Timmar i veckan"), decimal_hours(full), [decimal_hours(step.minutes) for step in steps]),
        (
            tr("Andel av full tid"),
            tr("{share} %", share=100),
            [tr("{share} %", share=step.share_percent) for step in steps],
        ),
        (tr("Skoldagar"), "", [str(step.school_days) for step in steps]),
    )
    for name, before, cells in told:
        yield StepRow(name=name, before=before, cells=tuple(StepCell(text=text) for text in cells), is_total=True)


def _signed(minutes: int) -> str:
    return f"−{-minutes}" if minutes < 0 else f"+{minutes}" if minutes else "0"


def _figure(minutes: int) -> str:
    return str(minutes) if minutes else "–"


def lost_by_subject(public: PublicPlan, teaching: Teaching | None) -> dict[str, int]:
    """Minutes of teaching that the plan leaves out of each subject, counted day by day where that has been done."""
    if teaching is None or not teaching.steps:
        return {subject.subject: _estimated(public, subject) for subject in public.subjects}
    counted = teaching.cumulated[-1]
    return {
        subject.subject: counted[subject.subject].lost if subject.subject in counted else 0
        for subject in public.subjects
    }


def _estimated(public: PublicPlan, subject: PublicSubject) -> int:
    """The same from the weeks alone (a week is five school days)."""
    lost = sum(
        (subject.ordinary - minutes) * step.school_days / 5
        for step, minutes in zip(public.steps, subject.per_step, strict=True)
    )
    return max(0, round(lost))


def _hours(minutes: int) -> str:
    return tr("{hours} h", hours=round(minutes / 60)) if minutes else "–"


def _form_and_motive(facts: DocumentFacts, subject: PublicSubject) -> tuple[str, str]:
    given = next((m for m in facts.subject_motives if m.subject == subject.subject), None)
    form = given.form if given and given.form else tr("I klassen")
    return form, given.motive if given and given.motive else _motive(subject)


def _away(subject: PublicSubject) -> str:
    """The steps without the subject: «S1–S6»."""
    away = [number for number, minutes in enumerate(subject.per_step, 1) if not minutes]
    if not away:
        return "–"
    if len(away) == 1 or away != list(range(away[0], away[-1] + 1)):
        return ", ".join(tr("S{number}", number=number) for number in away)
    return tr("S{first}–{last}", first=away[0], last=away[-1])


def _motive(subject: PublicSubject) -> str:
    """A motive from the plan's own public reasons; the calm pace is what every waiting subject shares."""
    if not subject.reasons and subject.first_step == 1:
        return tr("Börjar med en del av tiden.")
    kinds = tuple(kind for kind in subject.reasons if kind is not ReasonKind.PACE) or (ReasonKind.PACE,)
    told = (say_public_reason(Reason(kind=kind), None) for kind in kinds)
    return f"{'. '.join(told)}."
