"""Writes `docs/traceability.md`: every question, what each answer leads to, who reads it, and what it rests on.

    python -m casework.traceability

Nothing of it is written by hand: the questions and effects come from the bank, the checks and rules from the source,
the sentences from `wording`, the law from `questionnaire/law.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from casework.trace_rows import Row, condition_text, rows_of
from casework.word_readers import ROOT
from questionnaire.bank import load_bank
from questionnaire.items import Bank, Item, Section
from questionnaire.vocabulary import ItemKind, OptionsFrom, Sitting
from wording.language import SOURCE_LANGUAGE, speaking

PAGE = ROOT / "docs" / "traceability.md"
COMMAND = "python -m casework.traceability"

SITTINGS = {
    Sitting.A: "first sitting",
    Sitting.B: "second sitting",
    Sitting.C: "third sitting",
    Sitting.D: "alone with the coach",
    Sitting.E: "after the draft",
    Sitting.G: "the guardians' form",
}
BOXES_FROM = {
    OptionsFrom.SUBJECTS: "the timetable's subjects",
    OptionsFrom.TEACHERS: "the timetable's teachers",
    OptionsFrom.ROOMS: "the timetable's rooms",
    OptionsFrom.GROUPS: "the timetable's groups",
}
HEAD = f"""# From question to law

Written by `{COMMAND}`; a test fails when it is not what the program does.

Read one row from left to right: an answer, what it leads to, the check that tells whether a plan keeps it, the rule
that makes plans keep it (or the part of the program that reads it, where no plan is touched), a sentence that a reader
can meet, and what it rests on.

* Sentences are examples: the boxes that come from a timetable are «Lärare A», «Sal A», «Grupp A» and some subjects.
* `hard`: not negotiable in this plan. `hard now`: until its last step; the student releases it. Wishes are strong,
  medium or light. What somebody else fills in for the one who was asked is a medium wish at most and lifts nothing.
* «Vet inte» and «Hoppa över» lead to nothing but what a row says: «vet inte» gives one line to find out together
  (`questionnaire.summary:summarise`), «hoppa över» none.
* Needs that come from private questions do not tell where they come from, in any document.
* The row of the method (§4.3, §4.5) is named where no statute decides. Numbers that the method does not give are our
  defaults, and the bank says so beside them.
"""
COLUMNS = ("Answer", "Leads to", "Check", "Rule or reader", "Sentence", "Law or source")


def page(bank: Bank) -> str:
    """The whole document."""
    with speaking(SOURCE_LANGUAGE):
        parts = [HEAD, *_contents(bank)]
        for section in bank.sections:
            items = [item for item in bank.items if item.section == section.code]
            parts += [f"## {_title(section)}\n", *(_of_item(bank, item) for item in items)] if items else []
    return "\n".join(parts)


def _title(section: Section) -> str:
    return f"{section.code} – {section.sv}"


def _contents(bank: Bank) -> Iterator[str]:
    """How many questions and effects there are, section by section."""
    yield "| Section | Questions | Effects |\n|---|--:|--:|"
    total = [0, 0]
    for section in bank.sections:
        items = [item for item in bank.items if item.section == section.code]
        effects = sum(len(item.effects) for item in items)
        total = [total[0] + len(items), total[1] + effects]
        yield f"| {_title(section)} | {len(items)} | {effects} |"
    yield f"| Together | {total[0]} | {total[1]} |\n"


def _of_item(bank: Bank, item: Item) -> str:
    """One question: its words, when it is asked, its boxes, and the table of what follows."""
    lines = [f"### {item.id} «{item.sv}»", "", f"{'; '.join(_when_asked(item))}.", ""]
    if boxes := list(_boxes(item)):
        lines += [f"Boxes: {', '.join(boxes)}.", ""]
    lines += [_line(COLUMNS), _line(["---"] * len(COLUMNS))]
    lines += [_line(row) for row in _merged(rows_of(bank, item))]
    return "\n".join(lines) + "\n"


def _merged(rows: Iterable[Row]) -> Iterator[Row]:
    """An answer that leads to several things is named once."""
    before = ""
    for row in rows:
        yield row._replace(answer="″") if row.answer == before else row
        before = row.answer


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/").replace("\n", " ") or "–" for cell in cells) + " |"


def _when_asked(item: Item) -> Iterator[str]:
    yield f"*{item.en}* {SITTINGS[item.sitting].capitalize()}"
    if item.short_route:
        yield "short route ★"
    if item.private:
        yield "private"
    if item.names_others:
        yield "what is ticked is never printed"
    if item.shown_if:
        yield f"shown if {condition_text(item.shown_if)}"


def _boxes(item: Item) -> Iterator[str]:
    yield from (f"{option.sv} (`{option.code}`)" for option in item.options)
    if item.options_from:
        yield BOXES_FROM[item.options_from]
    if item.kind is ItemKind.TIME_GRID:
        yield "half days, Monday to Friday"


def write(to: Path = PAGE) -> None:
    """Write the document."""
    to.write_text(page(load_bank()), encoding="utf-8")


if __name__ == "__main__":
    write()
