"""The proposal's numbers: how much of the week each step is, and every subject's minutes against the ordinary week.

The appeals board annulled a decision that said neither hours a week nor which subjects (SÖN 2018-02-18, dnr 2017:622).
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, Heading, Paragraph, Rows, Tone
from planning.decision import DocumentFacts
from planning.plan import Reason, ReasonKind
from planning.public_plan import PublicPlan, PublicStep, PublicSubject
from planning.steps import Timing
from wording.clock import hours_text
from wording.language import tr
from wording.public_reasons import say_public_reason
from wording.steps import step_name

STEPS_PER_TABLE = 9
"""Steps side by side that still leave room for four figures each."""


def extent(public: PublicPlan) -> Iterator[Block]:
    """Hours a week and share of the whole week, step by step."""
    yield Heading(level=2, text=tr("Omfattning i varje steg"))
    yield Rows(
        head=(
            tr("Steg"), tr("Period"), tr("Veckor"), tr("Skoldagar"), tr("Undervisning i veckan"),
            tr("Andel av hel vecka"),
        ),
        rows=tuple(_extent_row(step) for step in public.steps),
        widths=(1.4, 3.6, 1.2, 1.5, 2.2, 2),
        numeric=2,
    )


def _extent_row(step: PublicStep) -> tuple[str, ...]:
    return (
        step_name(step.number),
        _period(step),
        str(len(step.mondays)),
        str(step.school_days),
        hours_text(step.minutes),
        tr("{share} %", share=step.share_percent),
    )


def _period(step: PublicStep) -> str:
    days = f"{step.first_day.isoformat()} – {step.last_day.isoformat()}"
    return days if step.timing is Timing.DATED else tr("tidigast {days}", days=days)


def subjects(public: PublicPlan, facts: DocumentFacts) -> Iterator[Block]:
    """Minutes a week in every subject and step, what is lost, and why."""
    yield Heading(level=2, text=tr("Ämnen: minuter i veckan"))
    yield Paragraph(
        text=tr(
            "Ordinarie är klassens schema och S1 är steg 1. "
            "Bortfall är den undervisning som uteblir under hela planen, räknat i timmar."
        ),
        tone=Tone.INTRO,
    )
    for first in range(0, len(public.steps), STEPS_PER_TABLE):
        yield _minutes(public, first, min(first + STEPS_PER_TABLE, len(public.steps)))
    deviating = [subject for subject in public.subjects if subject.deviates]
    if deviating:
        yield Heading(level=2, text=tr("Ämnen: motiv"))
        yield Rows(
            head=(tr("Ämne"), tr("Med från"), tr("Form"), tr("Motiv")),
            rows=tuple(_motive_row(facts, subject) for subject in deviating),
            widths=(2.7, 1.3, 2.5, 5.3),
        )


def _minutes(public: PublicPlan, first: int, end: int) -> Rows:
    steps = public.steps[first:end]
    rows = [
        (
            subject.subject,
            str(subject.ordinary),
            *(_figure(subject.per_step[n]) for n in range(first, end)),
            _hours(_lost(public, subject)),
        )
        for subject in public.subjects
    ]
    total = (
        tr("Summa"),
        str(sum(subject.ordinary for subject in public.subjects)),
        *(_figure(sum(s.per_step[n] for s in public.subjects)) for n in range(first, end)),
        _hours(sum(_lost(public, subject) for subject in public.subjects)),
    )
    return Rows(
        head=(tr("Ämne"), tr("Ordinarie"), *(tr("S{number}", number=step.number) for step in steps), tr("Bortfall")),
        rows=(*rows, total),
        widths=(4.2, 1.9, *(1.15 for _ in steps), 1.9),
        numeric=1,
        has_total=True,
    )


def _figure(minutes: int) -> str:
    return str(minutes) if minutes else "–"


def _lost(public: PublicPlan, subject: PublicSubject) -> int:
    """Minutes of teaching that the plan leaves out, over all its school weeks (a week is five school days)."""
    lost = sum(
        (subject.ordinary - minutes) * step.school_days / 5
        for step, minutes in zip(public.steps, subject.per_step, strict=True)
    )
    return max(0, round(lost))


def _hours(minutes: int) -> str:
    return tr("{hours} h", hours=round(minutes / 60)) if minutes else "–"


def _motive_row(facts: DocumentFacts, subject: PublicSubject) -> tuple[str, ...]:
    given = next((m for m in facts.subject_motives if m.subject == subject.subject), None)
    begins = step_name(subject.first_step) if subject.first_step else tr("inte i planen")
    form = given.form if given and given.form else tr("klassens undervisning")
    return (subject.subject, begins, form, given.motive if given and given.motive else _motive(subject))


def _motive(subject: PublicSubject) -> str:
    """A motive from the plan's own public reasons; the calm pace is what every waiting subject shares."""
    told = ". ".join(say_public_reason(Reason(kind=kind), None) for kind in subject.reasons)
    if not told:
        waits = say_public_reason(Reason(kind=ReasonKind.PACE), None)
        told = tr("Börjar med en del av tiden") if subject.first_step == 1 else waits
    full = next((n for n, m in enumerate(subject.per_step, 1) if m >= subject.ordinary), None)
    if full is None:
        return tr("{motive}. Når inte full tid i planen.", motive=told)
    return tr("{motive}. Full tid från steg {n}.", motive=told, n=full)
