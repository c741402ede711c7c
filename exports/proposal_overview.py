"""The proposal's first page: what is asked, for how long, how the hours grow, and when it is followed up."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import (
    Block,
    Entries,
    Entry,
    Heading,
    KeyTiles,
    Paragraph,
    Stair,
    Staircase,
    Tile,
    Tone,
)
from exports.step_weeks import legend, small_weeks
from planning.decision import DocumentFacts, Responsible
from planning.public_plan import PublicPlan
from wording.clock import hours_text, short_date, written_date
from wording.days import say_earliest
from wording.language import tr, trn
from wording.steps import step_name


def overview(public: PublicPlan, facts: DocumentFacts, title: str, missing: int) -> Iterator[Block]:
    """The blocks of the first page."""
    yield Heading(level=1, text=title)
    yield Paragraph(text=_whose(facts), tone=Tone.LEAD)
    yield Paragraph(text=_asked(public, facts))
    yield Paragraph(text=_status(missing), tone=Tone.MUTED)
    yield _tiles(public, facts)
    yield Heading(level=2, text=tr("Trappan: undervisning i veckan"))
    yield _staircase(public)
    small = small_weeks(public)
    if small:
        yield Heading(level=2, text=tr("Veckan i varje steg"))
        yield small
    yield legend(public)
    yield Heading(level=2, text=tr("Uppföljning och utvärdering"))
    yield Entries(
        rows=(
            Entry(label=tr("Följs upp"), values=said(facts.follow_up)),
            Entry(label=tr("Utvärderas"), values=said(facts.evaluation)),
        )
    )


def said(responsible: Responsible) -> tuple[str, ...]:
    """«måndag 14 december 2026, Kim Exempel ansvarar»; nothing unless both are known."""
    if responsible.date is None or not responsible.person:
        return ()
    return (tr("{date}, {person} ansvarar", date=written_date(responsible.date), person=responsible.person),)


def name_of(facts: DocumentFacts) -> str:
    """The student as the sentences name her or him; «eleven» with a protected identity."""
    student = facts.student
    hidden = student.has_protected_identity
    return tr("eleven") if hidden or not student.full_name else student.full_name


def _whose(facts: DocumentFacts) -> str:
    school, student = facts.school, facts.student
    if student.has_protected_identity:
        return tr("Elevens namn och skola fylls i för hand av skolan")
    parts = (student.full_name, school.class_name, school.unit)
    return ", ".join(part for part in parts if part) or tr("Elevens namn fylls i av skolan")


def _asked(public: PublicPlan, facts: DocumentFacts) -> str:
    first, last = public.steps[0], public.steps[-1]
    asked = tr(
        "Rektorn ombeds besluta om anpassad studiegång för {name} från {start} till {end}.",
        name=name_of(facts),
        start=written_date(public.first_day),
        end=written_date(public.last_day),
    )
    grows = trn(
        "Planen har {n} steg med {most} undervisning i veckan.",
        "Undervisningen börjar med {least} i veckan och växer i {n} steg till {most} i veckan.",
        len(public.steps),
        least=hours_text(first.minutes),
        most=hours_text(last.minutes),
    )
    whole = tr("Sista steget är hela det ordinarie schemat.")
    part = tr("Sista steget är inte hela det ordinarie schemat; vad som saknas och varför står under Ämnen.")
    return f"{asked} {grows} {whole if public.ends_whole else part}"


def _status(missing: int) -> str:
    said_status = tr("Det här är ett förslag. Bara rektorn kan besluta (skollagen 3 kap. 9 och 12 §§).")
    if not missing:
        return said_status
    lacking = trn(
        "{n} uppgift som lagen kräver saknas och är en tom rad.",
        "{n} uppgifter som lagen kräver saknas och är tomma rader.",
        missing,
    )
    return f"{said_status} {lacking}"


def _tiles(public: PublicPlan, facts: DocumentFacts) -> KeyTiles:
    weeks = sum(len(step.mondays) for step in public.steps)
    first, last, followed = public.steps[0], public.steps[-1], facts.follow_up.date
    end = tr("till {end}", end=public.last_day.isoformat())
    return KeyTiles(
        tiles=(
            Tile(value=tr("{n} steg", n=len(public.steps)), label=trn("{n} vecka", "{n} veckor", weeks)),
            Tile(value=hours_text(first.minutes), label=tr("undervisning i veckan, först")),
            Tile(value=hours_text(last.minutes), label=tr("undervisning i veckan, sist")),
            Tile(value=short_date(followed), label=tr("uppföljning"))
            if followed
            else Tile(value=public.first_day.isoformat(), label=end),
        )
    )


def _staircase(public: PublicPlan) -> Staircase:
    full = max(step.full_minutes for step in public.steps)
    full_text = tr("Hela schemat {hours}", hours=hours_text(full))
    parts = [f"{step_name(step.number)}: {hours_text(step.minutes)}" for step in public.steps]
    return Staircase(
        stairs=tuple(
            Stair(
                name=step_name(step.number),
                span=say_earliest(step.mondays, step.timing),
                minutes=step.minutes,
                text=hours_text(step.minutes),
            )
            for step in public.steps
        ),
        full_minutes=full,
        full_text=full_text,
        description=tr("Undervisning i veckan. {steps}. {full}.", steps=", ".join(parts), full=full_text),
    )
