"""The proposal's first page: what is asked, for how long, how the hours grow, and when it is followed up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.blocks import (
    Block,
    Entry,
    FactColumns,
    Heading,
    KeyTiles,
    Paragraph,
    Stair,
    Staircase,
    Tile,
    Tone,
)
from exports.proposal_kinds import asked_kinds
from exports.step_weeks import legend, small_weeks
from planning.decision import DecisionKind, DocumentFacts, Responsible
from planning.public_plan import PublicPlan
from wording.clock import decimal_hours, hours_text, plain_date, written_date
from wording.days import say_earliest
from wording.language import tr, trn
from wording.phrases import and_list, upper_first
from wording.steps import step_name


def overview(
    public: PublicPlan, facts: DocumentFacts, title: str, missing: int, *, weeks: Sequence[Block] = ()
) -> Iterator[Block]:
    """The blocks of the first page. `weeks` stand there whole where they have room; otherwise there are small ones."""
    yield Heading(level=1, text=title)
    yield Paragraph(text=_whose(facts), tone=Tone.LEAD)
    yield Paragraph(text=_asked(public, facts))
    yield Paragraph(text=_status(missing), tone=Tone.MUTED)
    yield _tiles(public)
    if weeks:
        yield _staircase(public)
        yield from weeks
    else:
        yield Heading(level=2, text=tr("Trappan: undervisning i veckan"))
        yield _staircase(public)
        yield Heading(level=2, text=tr("Veckan i varje steg"))
        yield small_weeks(public)
    yield legend(public)
    yield FactColumns(
        facts=(
            Entry(label=tr("Följs upp"), values=said(facts.follow_up)),
            Entry(label=tr("Utvärderas"), values=said(facts.evaluation)),
        ),
        per_row=2,
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
    """What the rektor is asked to decide, and by which provisions; in short sentences."""
    first, last = public.steps[0], public.steps[-1]
    kinds = asked_kinds(public, facts)
    others = {
        DecisionKind.SPECIAL_GROUP: tr("särskild undervisningsgrupp eller enskild undervisning (3 kap. 11 §)"),
        DecisionKind.DISTANCE: tr("distansundervisning (3 kap. 11 a §)"),
        DecisionKind.WORK_PLACEMENT: tr("arbetsplatsförlagd utbildning (skolförordningen 5 kap. 5 §)"),
    }
    also = and_list([text for kind, text in others.items() if kind in kinds])
    sentences = [
        tr("Rektorn ombeds besluta om anpassad studiegång för {name} (skollagen 3 kap. 9 och 12 §§).",
           name=name_of(facts)),
        tr("Det gäller också {kinds}.", kinds=also) if also else "",
        tr("Planen gäller från {start} till {end}.", start=written_date(public.first_day),
           end=written_date(public.last_day)),
        trn(
            "Planen har {n} steg med {most} undervisning i veckan.",
            "Undervisningen börjar med {least} i veckan och växer i {n} steg till {most} i veckan.",
            len(public.steps), least=hours_text(first.minutes), most=hours_text(last.minutes),
        ),
        tr("Sista steget är hela det ordinarie schemat.")
        if public.ends_whole
        else tr("Sista steget är inte hela det ordinarie schemat. Vad som saknas står under Tid och ämnen."),
    ]  # fmt: skip
    return " ".join(sentence for sentence in sentences if sentence)


def whose_and_when(public: PublicPlan, facts: DocumentFacts) -> str:
    """«Test Testsson, måndag 11 januari 2027 till fredag 14 maj 2027»: what the page of the decision begins with."""
    period = tr("{first} till {last}", first=written_date(public.first_day), last=written_date(public.last_day))
    return f"{upper_first(name_of(facts))}, {period}"


def _status(missing: int) -> str:
    said_status = tr("Det här är ett förslag. Bara rektorn kan besluta. Beslutet får inte delegeras.")
    if not missing:
        return said_status
    lacking = trn(
        "{n} uppgift som lagen kräver saknas och är en tom rad.",
        "{n} uppgifter som lagen kräver saknas och är tomma rader.",
        missing,
    )
    return f"{said_status} {lacking}"


def _tiles(public: PublicPlan) -> KeyTiles:
    weeks = sum(len(step.mondays) for step in public.steps)
    days = sum(step.school_days for step in public.steps)
    first, last = public.steps[0], public.steps[-1]
    hours = _from_to(decimal_hours(first.minutes), decimal_hours(last.minutes))
    counted = tr("{weeks}, {days}", weeks=trn("{n} vecka", "{n} veckor", weeks),
                 days=trn("{n} skoldag", "{n} skoldagar", days))  # fmt: skip
    return KeyTiles(
        tiles=(
            Tile(value=tr("{n} steg", n=len(public.steps)), label=counted),
            Tile(value=tr("{hours} h", hours=hours), label=tr("undervisning i veckan")),
            Tile(
                value=tr("{share} %", share=_from_to(str(first.share_percent), str(last.share_percent))),
                label=tr("av klassens schema"),
            ),
            Tile(
                value=plain_date(public.first_day),
                label=tr("till {end}", end=plain_date(public.last_day)),
            ),
        )
    )


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first} → {last}"


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
