"""Reads what a rule of law found, for the sentences: names, numbers, days, steps and subjects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from planning.law.verdicts import Fact
from planning.subject_codes import SubjectCode
from wording.clock import written_date
from wording.form_names import form_field
from wording.language import tr
from wording.missing_fields import label_of
from wording.phrases import and_list, lower_first
from wording.subject_names import say_one_of, say_subject

Facts = Mapping[str, Fact]


def texts(facts: Facts, name: str) -> tuple[str, ...]:
    """The names or figures of that fact; none where it is not there."""
    found = facts.get(name, ())
    return found if isinstance(found, tuple) else (str(found),)


def listed(facts: Facts, name: str) -> str:
    """The same as «a, b och c»."""
    return and_list(texts(facts, name))


def subjects_listed(facts: Facts, name: str) -> str:
    """The subjects of that fact by the timetable's names, within a sentence: «bild, engelska och slöjd»."""
    return and_list([lower_first(subject) for subject in texts(facts, name)])


def number(facts: Facts, name: str) -> int:
    """The number of that fact; 0 where it is not there."""
    found = facts.get(name, 0)
    return found if isinstance(found, int) else 0


def day(facts: Facts, name: str) -> str:
    """«måndag 30 november 2026»."""
    found = facts.get(name)
    return written_date(found) if isinstance(found, dt.date) else ""


def in_steps_text(numbers: Sequence[str]) -> str:
    """«steg 2», «steg 2, 4 och 5»."""
    return tr("steg {steps}", steps=and_list(numbers))


def subjects_by_code(codes: Iterable[str]) -> str:
    """«svenska eller svenska som andraspråk, engelska och matematik»."""
    return and_list([_subject(SubjectCode(code)) for code in codes])


def _subject(code: SubjectCode) -> str:
    return say_one_of((SubjectCode.SV, SubjectCode.SVA)) if code is SubjectCode.SV else say_subject(code)


def to_fill_in(fields: Iterable[str]) -> str:
    """«Fyll i: huvudman.»; nothing without fields. The rule's own heading says which way of teaching it is of."""
    names = list(dict.fromkeys(lower_first(form_field(field) or label_of(field)) for field in fields))
    return tr("Fyll i: {fields}.", fields=and_list(names)) if names else ""


def joined(*parts: str) -> str:
    """The sentences that there are, one after the other."""
    return " ".join(part for part in parts if part)
