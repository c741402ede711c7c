"""What upper secondary school asks for, as dated data: three levels, and which subjects each of them takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from planning.errors import BadInput
from planning.frozen import Frozen
from planning.guaranteed_hours import Sourced
from planning.ruleset_files import RULESETS, read_ruleset
from planning.subject_codes import BLOCKS, SubjectCode


class Level(StrEnum):
    """How far it reaches: programinriktat val (6), yrkesprogram (8), högskoleförberedande program (12)."""

    PROGRAMME_ORIENTED = "programme_oriented"
    VOCATIONAL = "vocational"
    PREPARATORY = "preparatory"


Programme = Literal["EK", "HU", "SA", "NA", "TE", "ES"]
"""The högskoleförberedande programmes: ekonomi, humanistiska, samhälls-, naturvetenskap, teknik, estetiska."""

Choice = tuple[SubjectCode, ...]
"""Subjects of which one is enough."""


class Way(Frozen):
    """One way to a level: one subject of each row of `core`, and so many others."""

    core: tuple[Choice, ...] = Field(min_length=1)
    others: int = Field(ge=0)


class ProgrammeGroup(Frozen):
    """Programmes that ask for the same subjects among the others."""

    codes: tuple[Programme, ...] = Field(min_length=1)
    among: tuple[SubjectCode, ...]


class LevelRule(Sourced):
    """What a level takes. Without `programmes` it is the same for all of them."""

    code: Level
    subjects: int = Field(gt=0)
    """How many subjects in all."""
    ways: tuple[Way, ...] = Field(min_length=1)
    programmes: tuple[ProgrammeGroup, ...] = ()

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        for way in self.ways:
            if len(way.core) + way.others != self.subjects:
                raise ValueError(f"{self.code}: {len(way.core)} and {way.others} are not {self.subjects} subjects")
        return self


class EligibilityRules(Sourced):
    """One state of the law, from `first_day` to `last_day` (None: until further notice)."""

    format: Literal[1]
    version: str
    first_day: dt.date
    last_day: dt.date | None = None
    levels: tuple[LevelRule, ...]
    """From the lowest to the highest."""

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is in force that day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    @model_validator(mode="after")
    def _all_levels_in_order(self) -> Self:
        if [rule.code for rule in self.levels] != list(Level):
            raise ValueError(f"levels are {', '.join(Level)}, each once and in that order")
        return self


@cache
def eligibility_rules(folder: Path = RULESETS) -> tuple[EligibilityRules, ...]:
    """All states of the law in that folder (`eligibility*.toml`), the oldest first. Raises `BadInput` «ruleset»."""
    found = [read_ruleset(EligibilityRules, path) for path in sorted(folder.glob("eligibility*.toml"))]
    return tuple(sorted(found, key=lambda rules: rules.first_day))


def eligibility_rules_on(day: dt.date) -> EligibilityRules:
    """The rules of that day; the oldest known ones before it. Raises `BadInput` «ruleset» where none are known."""
    known = eligibility_rules()
    if not known:
        raise BadInput("ruleset", file="eligibility.toml", field="", problem="no rules of eligibility")
    in_force = (rules for rules in reversed(known) if rules.holds_on(day))
    return next(in_force, known[0])


class Reach(Frozen):
    """Whether some subjects reach a level, and what is missing. `programmes` is empty where they make no difference."""

    level: Level
    programmes: tuple[Programme, ...] = ()
    missing_core: tuple[Choice, ...] = ()
    """Of each one subject is still needed."""
    missing_others: int = 0
    """How many more subjects beside them."""
    missing_among: tuple[SubjectCode, ...] = ()
    """Subjects that these programmes ask for."""

    @property
    def is_reached(self) -> bool:
        """Whether nothing is missing."""
        return not (self.missing_core or self.missing_others or self.missing_among)


def counted(subjects: Collection[SubjectCode]) -> frozenset[SubjectCode]:
    """The subjects that count: those with a grade of their own."""
    return frozenset(code for code in subjects if code not in BLOCKS)


def number_of(subjects: Collection[SubjectCode]) -> int:
    """How many subjects they are: svenska and svenska som andraspråk are one, since nobody has a grade in both."""
    held = counted(subjects)
    return len(held) - ({SubjectCode.SV, SubjectCode.SVA} <= held)


def reaches(rules: EligibilityRules, subjects: Collection[SubjectCode]) -> tuple[Reach, ...]:
    """Of every level (and group of programmes) how far those subjects reach, all of them taken as passed."""
    held = counted(subjects)
    return tuple(
        _nearest(rule, group, held) for rule in rules.levels for group in (rule.programmes or (None,))
    )


def _nearest(rule: LevelRule, group: ProgrammeGroup | None, held: frozenset[SubjectCode]) -> Reach:
    """By the way to the level that lacks least; the first of them where several do."""
    among = tuple(code for code in group.among if code not in held) if group else ()
    tries = [
        Reach(
            level=rule.code,
            programmes=group.codes if group else (),
            missing_core=tuple(choice for choice in way.core if held.isdisjoint(choice)),
            missing_others=max(0, way.others - len(held - {code for choice in way.core for code in choice})),
            missing_among=among,
        )
        for way in rule.ways
    ]
    return min(tries, key=lambda reach: (len(reach.missing_core) + reach.missing_others, len(reach.missing_core)))
