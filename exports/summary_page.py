"""«Så här har jag förstått dig» on paper: the student's own page, to tick, to mark and to talk about.

First name only. The caller leaves out what is private and what names people; nothing here knows the questions.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Document
from exports.summary_blocks import SummaryLine, SummarySheet
from wording.language import language_tag, tr


def build_summary_page(sheet: SummarySheet) -> Document:
    """The page; two where there is more to tell than one can hold with letters that can be read."""
    return Document(
        title=sheet.title,
        subject=sheet.title,
        author="",
        language=language_tag(),
        footer=tr("Det här är ditt eget papper. Programmet lämnar det inte till skolan."),
        blocks=(sheet,),
    )


def summary_lines(sheet: SummarySheet) -> Iterator[str]:
    """The page in plain text, line by line."""
    yield f"# {sheet.title}"
    yield from (line for line in (sheet.whose, sheet.how) if line)
    for group in sheet.groups:
        yield f"## {group.name}"
        for topic in group.topics:
            yield f"### {topic.name}"
            yield from (_in_text(sheet, line) for line in topic.lines)


def _in_text(sheet: SummarySheet, line: SummaryLine) -> str:
    boxes = ((sheet.right, line.is_right is True), (sheet.wrong, line.is_right is False))
    ticks = " ".join(f"[{'x' if ticked else ' '}] {name}" for name, ticked in boxes)
    star = f" ({sheet.important})" if line.is_most_important else ""
    return f"{ticks} · {line.text}{star}"
