"""Needs about what, in words. Subjects are written as the timetable writes them."""

from __future__ import annotations

from typing import assert_never

from planning.needs import (
    AvoidSubject,
    BeginWith,
    FullRestore,
    KeepEligibility,
    NoRemoval,
    OnlySubjects,
    RequireSubject,
    SubjectNeed,
)
from wording.language import tr, trn
from wording.phrases import Said, and_list


def say_subjects(need: SubjectNeed) -> Said:
    """The need in words."""
    match need:
        case BeginWith(subjects=subjects):
            easy = tr("Börja med {subjects}", subjects=and_list(subjects))
            said = Said(easy, easy)
        case AvoidSubject(subjects=subjects):
            easy = tr("Vänta med {subjects}", subjects=and_list(subjects))
            said = Said(easy, easy, tr("Några ämnen kommer senare"))
        case OnlySubjects(subjects=subjects):
            names = and_list(subjects)
            full, easy = tr("Bara lektioner i {subjects}", subjects=names), tr("Bara {subjects}", subjects=names)
            said = Said(full, easy, tr("Planen börjar med några av ämnena"))
        case RequireSubject():
            said = _require_subject(need)
        case KeepEligibility(subjects=subjects):
            names = and_list(subjects)
            full = tr("Ämnen som behövs för gymnasiet kommer tidigt: {subjects}", subjects=names)
            said = Said(full, tr("Tidigt {subjects}", subjects=names))
        case FullRestore(except_subjects=subjects):
            full = tr("Alla lektioner är tillbaka")
            if subjects:
                full = tr("Alla lektioner är tillbaka, utom {subjects}", subjects=and_list(subjects))
            said = Said(full, full)
        case NoRemoval():
            said = Said(tr("En lektion som är med stannar kvar i alla steg efter"), tr("Lektioner stannar kvar"))
        case _:
            assert_never(need)
    return said


def _require_subject(need: RequireSubject) -> Said:
    names = and_list(need.subjects)
    easy = trn("Minst {n} lektion i {subjects}", "Minst {n} lektioner i {subjects}", need.min, subjects=names)
    if len(need.subjects) > 1:
        full = trn(
            "Minst {n} lektion i veckan i {subjects} tillsammans",
            "Minst {n} lektioner i veckan i {subjects} tillsammans",
            need.min,
            subjects=names,
        )
    else:
        full = trn(
            "Minst {n} lektion i veckan i {subjects}", "Minst {n} lektioner i veckan i {subjects}", need.min,
            subjects=names,
        )
    return Said(full, easy)
