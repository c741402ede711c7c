"""The questionnaire on paper: what a form is made of for one student, and typed lines of a filled one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from casework.paper_words import (
    boxes_hint,
    form_title,
    how_to,
    how_to_write,
    opening,
    respondents,
    say_misread,
    who_sees,
    who_sees_title,
)
from exports.paper_blocks import PaperBox, PaperGrid, PaperQuestion, PaperSection, PaperSheets
from exports.paper_form import build_paper_form
from exports.pdf import render_pdf
from planning.clock import Weekday
from planning.frozen import Frozen
from planning.timetable import Timetable
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import preferences_from
from questionnaire.items import Bank
from questionnaire.keyed import NOON, Keyed, parse_keyed
from questionnaire.paper_rows import Form, PaperRow, mark_of, rows_on_paper
from questionnaire.vocabulary import ItemKind, Preference
from wording.bank_words import said_in
from wording.choices import choice_names
from wording.clock import weekday_name
from wording.language import LANGUAGES, Language, speaking, tr

FILE_NAMES: Mapping[Form, str] = {
    Form.SHORT: "fragor-kort",
    Form.FULL: "fragor",
    Form.GUARDIANS: "fragor-vardnadshavare",
}
"""No name tells whose form it is."""

_LINE = re.compile(r"\s*(?:(?P<id>[^\W\d_]{1,2}\d{1,2})|(?P<number>\d{1,3}))(?![\d])\s*[:=.)]?\s*(?P<rest>.*)")


def paper_files() -> dict[str, tuple[Form, Language]]:
    """Every form that can be printed, by its file name: «fragor-kort.pdf», «fragor-kort-en.pdf»."""
    return {
        f"{name}{'' if language == 'sv' else f'-{language}'}.pdf": (form, language)
        for language in LANGUAGES
        for form, name in FILE_NAMES.items()
    }


def print_form(timetable: Timetable, sheet: AnswerSheet, form: Form, language: Language, *, name: str = "") -> bytes:
    """The form as PDF. `name` is printed only when given. Large where the student wants to be read to (ST2)."""
    bank = load_bank()
    rows = rows_on_paper(bank, timetable, form)
    wants_large = Preference.READ_ALOUD in preferences_from(bank, sheet)
    with speaking(language):
        sheets = _sheets(bank, rows, form).model_copy(
            update={"whose": name, "is_large": wants_large and form is not Form.GUARDIANS}
        )
        return render_pdf(build_paper_form(sheets, mark=mark_of(rows), language=language))


def mark_of_form(timetable: Timetable, form: Form) -> str:
    """The mark at the foot of that form as it would be printed now."""
    return mark_of(rows_on_paper(load_bank(), timetable, form))


def write_hint(row: PaperRow) -> str:
    """What can be written on that row."""
    kind = row.item.kind
    return how_to_write(has_buttons=kind.has_buttons, boxes=len(row.boxes), is_grid=kind is ItemKind.TIME_GRID)


def condition_words(bank: Bank, rows: Iterable[PaperRow], row: PaperRow) -> str:
    """«Om du svarade Ja på fråga 11»: when a follow-up is to be answered, empty when always."""
    condition = row.item.shown_if
    if condition is None:
        return ""
    other = bank.by_id[condition.question]
    where = next((str(each.number) for each in rows if each.item.id == other.id), other.id)
    if condition.equals or condition.equals_not:
        said = choice_names()[condition.equals or condition.equals_not or Choice.YES]
        if condition.equals:
            return tr("Om du svarade {answer} på fråga {number}:", answer=said, number=where)
        return tr("Om du inte svarade {answer} på fråga {number}:", answer=said, number=where)
    code = condition.contains or condition.contains_not
    box = next((said_in(option) for option in other.options if option.code == code), code)
    if condition.contains:
        return tr("Om du kryssade {box} på fråga {number}:", box=box, number=where)
    return tr("Om du kryssade något annat än {box} på fråga {number}:", box=box, number=where)


def _sheets(bank: Bank, rows: tuple[PaperRow, ...], form: Form) -> PaperSheets:
    sections = (
        PaperSection(
            title=said_in(section),
            questions=tuple(
                _question(bank, rows, row, form) for row in rows if row.item.section == section.code
            ),
        )
        for section in bank.sections
    )
    return PaperSheets(
        title=form_title(form),
        lead=opening(form),
        how=how_to(form),
        sees_title=who_sees_title(form),
        sees=who_sees(form),
        who_label=tr("Vem fyller i?"),
        who=respondents(form),
        starred=tr("Hör till de korta frågorna"),
        sections=tuple(section for section in sections if section.questions),
    )


def _question(bank: Bank, rows: tuple[PaperRow, ...], row: PaperRow, form: Form) -> PaperQuestion:
    item = row.item
    is_grid = item.kind is ItemKind.TIME_GRID
    words = choice_names()
    has_buttons = item.kind.has_buttons
    hint = boxes_hint(is_one=item.kind is ItemKind.PICK_ONE, beside_yes=has_buttons, is_grid=is_grid)
    return PaperQuestion(
        number=row.number,
        code=item.id,
        text=said_in(item),
        condition=condition_words(bank, rows, row),
        hint=hint if row.boxes else "",
        buttons=tuple(words.values()) if has_buttons else ("", "", "", words[Choice.SKIP]),
        boxes=()
        if is_grid
        else tuple(_box(n, said_in(box)) for n, box in enumerate(row.boxes, start=1)),
        grid=_grid(bank, row) if is_grid else None,
        is_starred=item.short_route and form is Form.FULL,
    )


def _box(number: int, label: str) -> PaperBox:
    """A box with its number, unless its label is that number."""
    return PaperBox(number=0 if label == str(number) else number, label=label)


def _grid(bank: Bank, row: PaperRow) -> PaperGrid:
    """Days across, morning above afternoon; a square's number is its box's."""
    numbers = {box.code: n for n, box in enumerate(row.boxes, start=1)}
    days = sorted({half.weekday for half in bank.half_days})
    halves = {
        (half.weekday, half.start < NOON): numbers.get(half.code, 0) for half in bank.half_days
    }
    return PaperGrid(
        days=tuple(weekday_name(Weekday(day)) for day in days),
        halves=(tr("förmiddag"), tr("eftermiddag")),
        numbers=tuple(tuple(halves.get((day, is_morning), 0) for day in days) for is_morning in (True, False)),
    )


class KeyedLine(Frozen):
    """A line that gives a question its answer; None where nothing is written behind the question."""

    question: QuestionId
    answer: Answer | None


class BadLine(Frozen):
    """A line that cannot be used: its number in the file, and what to do."""

    line: int
    message: str


def read_lines(lines: Iterable[str], timetable: Timetable, form: Form) -> Iterator[KeyedLine | BadLine]:
    """What each line says. Numbers are those of `form`; ids («PL6») mean the same in all. «#» begins a remark."""
    bank = load_bank()
    every = {row.item.id: row for each in Form for row in rows_on_paper(bank, timetable, each)}
    numbered = {row.number: row for row in rows_on_paper(bank, timetable, form)}
    seen: dict[QuestionId, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.fullmatch(line.rstrip())
        row = _row(match, every, numbered) if match else None
        if match is None or row is None:
            yield BadLine(line=number, message=_unknown(bank, match))
        elif row.item.id in seen:
            first = seen[row.item.id]
            yield BadLine(
                line=number,
                message=tr("{question} står redan på rad {n}. Ta bort den ena.", question=row.item.id, n=first),
            )
        else:
            seen[row.item.id] = number
            read = parse_keyed(bank, row, match["rest"])
            if isinstance(read, Keyed):
                yield KeyedLine(question=row.item.id, answer=read.answer)
            else:
                yield BadLine(line=number, message=say_misread(read, write_hint(row)))


def _row(
    match: re.Match[str], every: Mapping[QuestionId, PaperRow], numbered: Mapping[int, PaperRow]
) -> PaperRow | None:
    if match["id"]:
        return every.get(QuestionId(match["id"].upper()))
    return numbered.get(int(match["number"]))


def _unknown(bank: Bank, match: re.Match[str] | None) -> str:
    """What to do with a line whose question is not on paper."""
    item = bank.by_id.get(QuestionId(match["id"].upper())) if match and match["id"] else None
    if item is not None:
        return tr("Den frågan ställs bara på skärmen. Ta bort raden.")
    return tr("Frågan finns inte på papperet. Skriv numret eller koden först, till exempel «12 j» eller «PL6 1 3».")
