"""The extract of everything that is kept of a student, as a document to read (GDPR art. 15)."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, Document, Entries, Entry, Heading, Paragraph, Rows, Tone
from planning.frozen import Frozen
from wording.language import language_tag, tr


class ExtractPart(Frozen):
    """A part under its heading: facts, a table, or a line that says that there is nothing."""

    heading: str
    intro: str = ""
    facts: tuple[Entry, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()
    """Relative widths of the table's columns."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of that kind is kept."""
        return not (self.facts or self.rows)


class Extract(Frozen):
    """The extract, in words."""

    title: str
    lead: str
    """What this is and for whom."""
    about: tuple[str, ...]
    """What it rests on, and what it cannot hold."""
    parts: tuple[ExtractPart, ...]


def build_extract(extract: Extract) -> Document:
    """The extract as a document. It names nobody in the file's own facts."""
    return Document(
        title=extract.title,
        subject=extract.title,
        author="",
        language=language_tag(),
        mark=tr("Personuppgifter – lämnas till den det gäller"),
        running=extract.title,
        blocks=tuple(_blocks(extract)),
    )


def _blocks(extract: Extract) -> Iterator[Block]:
    yield Heading(level=1, text=extract.title)
    yield Paragraph(text=extract.lead, tone=Tone.LEAD)
    for line in extract.about:
        yield Paragraph(text=line)
    for part in extract.parts:
        yield Heading(level=2, text=part.heading, may_part=True)
        yield from _part(part)


def _part(part: ExtractPart) -> Iterator[Block]:
    if part.is_empty:
        yield Paragraph(text=tr("Inget är sparat."), tone=Tone.MUTED)
        return
    if part.intro:
        yield Paragraph(text=part.intro, tone=Tone.MUTED)
    if part.facts:
        yield Entries(rows=part.facts)
    if part.rows:
        yield Rows(head=part.head, rows=part.rows, widths=part.widths, summary=part.heading)
