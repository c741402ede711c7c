"""D2: the secret annex to the proposal: what the student has answered, and what it has been taken to mean.

It is never part of the decision, and nothing of it may be repeated there (OSL 23 kap. 2 §).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exports.blocks import Block, Bullets, Document, Entries, Heading, Note, Paragraph, Rows, Tone
from exports.proposal_basis import day, entry
from planning.frozen import Frozen
from wording.language import language_tag, tr


class Section(Frozen):
    """One area of the mapping: its name and one line for each answer."""

    title: str
    lines: tuple[str, ...]


class Adaptation(Frozen):
    """An obstacle and what is done about it."""

    obstacle: str
    adaptation: str


class PlannedSupport(Frozen):
    """Something planned that is not a lesson: what, in which steps, and the need that it meets."""

    what: str
    steps: str
    meets: str


class Handled(Frozen):
    """A duty that has been handled: which, and when. Never what it was about."""

    duty: str
    date: dt.date | None = None


class Exchange(Frozen):
    """Consent to exchange of information: with whom and about what; until when is written by hand where it is empty."""

    who: str
    what: str
    until: dt.date | None = None


class NeedsMapping(Frozen):
    """All that the annex says, ready in words: casework makes the lines from the answers."""

    student_name: str = ""
    reference: str = ""
    date: dt.date | None = None
    answered_by: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    adaptations: tuple[Adaptation, ...] = ()
    support: tuple[PlannedSupport, ...] = ()
    sharing: tuple[str, ...] = ()
    """What the student lets be shared, and with whom: one line for the school, one for the guardians."""
    handled: tuple[Handled, ...] = ()
    consents: tuple[Exchange, ...] = ()
    is_independent: bool = False


def build_appendix(mapping: NeedsMapping) -> Document:
    """The annex, marked as secret on every page."""
    title = tr("Bilaga: kartläggning")
    return Document(
        title=title,
        subject=title,
        author="",
        language=language_tag(),
        mark=_mark(mapping),
        running=" · ".join(part for part in (mapping.reference, day(mapping.date)) if part),
        footer=tr("Får inte läggas ihop med förslaget till beslut."),
        page_text=tr("Sida {{page}} ({{pages}})"),
        blank=tr("Fylls i:"),
        blocks=tuple(_blocks(mapping, title)),
    )


def _mark(mapping: NeedsMapping) -> str:
    if mapping.is_independent:
        return tr("Tystnadsplikt – skollagen 29 kap. 14 §")
    return tr("Sekretess – OSL 23 kap. 2 §")


def _blocks(mapping: NeedsMapping, title: str) -> Iterator[Block]:
    yield Heading(level=1, text=title)
    yield Paragraph(
        text=tr("Bilagan är underlag till förslaget till åtgärdsprogram. Den är inte en del av beslutet."),
        tone=Tone.MUTED,
    )
    yield Entries(
        rows=(
            entry(tr("Elev"), mapping.student_name),
            entry(tr("Datum"), day(mapping.date)),
            entry(tr("Har svarat"), *mapping.answered_by),
        )
    )
    if mapping.strengths:
        yield Note(title=tr("Styrkor och det som fungerar"), paragraphs=mapping.strengths)
    if mapping.sections:
        yield Heading(level=2, text=tr("Svar område för område"))
    for section in mapping.sections:
        if section.lines:
            yield Heading(level=3, text=section.title)
            yield Bullets(items=section.lines)
    yield from _adaptations(mapping)
    yield from _support(mapping)
    yield from _sharing(mapping)


def _adaptations(mapping: NeedsMapping) -> Iterator[Block]:
    if not mapping.adaptations:
        return
    yield Heading(level=2, text=tr("Hinder och anpassningar"))
    yield Rows(
        head=(tr("Det som är svårt"), tr("Så har planen anpassats")),
        rows=tuple((pair.obstacle, pair.adaptation) for pair in mapping.adaptations),
    )


def _support(mapping: NeedsMapping) -> Iterator[Block]:
    if not mapping.support:
        return
    yield Heading(level=2, text=tr("Det som är planerat runt lektionerna"))
    yield Rows(
        head=(tr("Vad"), tr("Steg"), tr("Möter")),
        rows=tuple((one.what, one.steps, one.meets) for one in mapping.support),
        widths=(5, 2, 6),
    )


def _sharing(mapping: NeedsMapping) -> Iterator[Block]:
    yield Heading(level=2, text=tr("Vem får veta vad"))
    if mapping.sharing:
        yield Bullets(items=mapping.sharing)
    else:
        yield Paragraph(text=tr("Eleven har inte sagt att något får delas vidare. Svaren stannar hos coachen."))
    yield Heading(level=2, text=tr("Samtycke till informationsutbyte"))
    yield from _consents(mapping)
    if mapping.handled:
        yield Heading(level=2, text=tr("Skyldigheter som har hanterats"))
        yield Rows(
            head=(tr("Skyldighet"), tr("Datum")),
            rows=tuple((one.duty, day(one.date) or "–") for one in mapping.handled),
            widths=(4, 1),
        )


def _consents(mapping: NeedsMapping) -> Iterator[Block]:
    """One row for each that consent is given for, and always room for one more."""
    if mapping.consents:
        text = tr("Samtycket är givet av vårdnadshavarna. Det kan tas tillbaka när som helst.")
        yield Paragraph(text=text, tone=Tone.INTRO)
    rows = [
        entry(tr("{who}, om {what}, till och med", who=one.who, what=one.what), day(one.until))
        for one in mapping.consents
    ]
    yield Entries(rows=(*rows, entry(tr("Vem, om vad och till när"), lines=1 if rows else 2)))
