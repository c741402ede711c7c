"""Which subject of the Swedish grundskola a name in a timetable stands for. What is not recognised is reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, Self

from pydantic import model_validator

from planning.frozen import Frozen
from planning.ruleset_files import RULESETS, read_ruleset

SUBJECT_NAMES = "subject_names.toml"


class SubjectCode(StrEnum):
    """A subject by the code that grade documents use; NO and SO are blocks of subjects, OTHER has no grade."""

    BL = "BL"
    EN = "EN"
    HKK = "HKK"
    IDH = "IDH"
    MA = "MA"
    MU = "MU"
    BI = "BI"
    FY = "FY"
    KE = "KE"
    NO = "NO"
    GE = "GE"
    HI = "HI"
    RE = "RE"
    SH = "SH"
    SO = "SO"
    SL = "SL"
    SV = "SV"
    SVA = "SVA"
    TK = "TK"
    SPV = "SPV"
    ML = "ML"
    TN = "TN"
    SM = "SM"
    OTHER = "OTHER"

    @property
    def block(self) -> tuple[SubjectCode, ...]:
        """The subjects that are graded singly where the timetable writes NO or SO; else the subject alone."""
        return BLOCKS.get(self, (self,))


BLOCKS: Mapping[SubjectCode, tuple[SubjectCode, ...]] = {
    SubjectCode.NO: (SubjectCode.BI, SubjectCode.FY, SubjectCode.KE),
    SubjectCode.SO: (SubjectCode.GE, SubjectCode.HI, SubjectCode.RE, SubjectCode.SH),
    SubjectCode.OTHER: (),
}
"""A grade in the whole block exists only in year 6: from year 7 they count one by one (`law.md` §3)."""

_LEVEL = re.compile(r"\s*\d{1,2}$")
_BETWEEN = re.compile(r"[\s.,;:/&+_()\-–]+")


def _key(name: str) -> str:
    """The name as names are compared: «Trä- och metallslöjd» and «trä och metallslöjd» are the same."""
    return _BETWEEN.sub(" ", name.casefold()).strip()


class SubjectNames(Frozen):
    """The names of every subject, as `subject_names.toml` has them."""

    format: Literal[1]
    names: Mapping[SubjectCode, tuple[str, ...]]

    @model_validator(mode="after")
    def _each_name_once(self) -> Self:
        seen: dict[str, SubjectCode] = {}
        for code, names in self.names.items():
            for name in names:
                if seen.setdefault(_key(name), code) is not code:
                    raise ValueError(f"«{name}» stands under {seen[_key(name)]} and under {code}")
        return self

    @cached_property
    def by_name(self) -> dict[str, SubjectCode]:
        """Codes by the names as they are compared."""
        return {_key(name): code for code, names in self.names.items() for name in names}

    def code_of(self, name: str) -> SubjectCode | None:
        """The subject of that name, with or without a level last («Ma 8»); None when it is not recognised."""
        key = _key(name)
        return self.by_name.get(key) or self.by_name.get(_LEVEL.sub("", key))


@cache
def subject_names(folder: Path = RULESETS) -> SubjectNames:
    """The names in that folder. Raises `BadInput` «ruleset»."""
    return read_ruleset(SubjectNames, folder / SUBJECT_NAMES)


class ReadSubjects(Frozen):
    """The names of a timetable and what they were read as; nothing is guessed, and everything can be shown."""

    codes: Mapping[str, SubjectCode]
    """Codes by the names as the timetable writes them; OTHER has no grade."""
    unknown: tuple[str, ...] = ()
    """Names that are not recognised, in alphabetical order."""
    by_case: tuple[str, ...] = ()
    """Names that the case itself has said the subject of."""

    def names_of(self, code: SubjectCode) -> tuple[str, ...]:
        """The names that teach the subject, a block that holds it included."""
        return tuple(sorted(name for name, found in self.codes.items() if code in found.block))

    @property
    def in_blocks(self) -> tuple[str, ...]:
        """Names that stand for several subjects."""
        return tuple(sorted(name for name, code in self.codes.items() if len(code.block) > 1))


def read_subjects(names: Iterable[str], said: Mapping[str, SubjectCode] | None = None) -> ReadSubjects:
    """What each name stands for; what the case has said itself (by the timetable's name) goes first."""
    said, known = said or {}, subject_names()
    found = {name: said.get(name) or known.code_of(name) for name in sorted(set(names))}
    return ReadSubjects(
        codes={name: code for name, code in found.items() if code is not None},
        unknown=tuple(name for name, code in found.items() if code is None),
        by_case=tuple(name for name in found if name in said),
    )
