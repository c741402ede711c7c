"""Who a decision is about and who prepares it: the school, the student, the guardians, those who took part."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from planning.frozen import Frozen

SPEAKS_FOR_SELF_AGE = 16
"""From this age the student is a party of her or his own (skollagen 29 kap. 12 §)."""


class SchoolFacts(Frozen):
    """The school: they decide which timplan and which rules apply."""

    provider: str = ""
    """Huvudman: who runs the school."""
    unit: str = ""
    """Skolenhet: the name of the school."""
    unit_code: str = ""
    """Skolenhetskod."""
    form: str = ""
    """Skolform: «Grundskola»."""
    year_group: int | None = Field(default=None, ge=0, le=10)
    """Årskurs: 0 is förskoleklass, 10 is for those who go a year more."""
    class_name: str = ""
    """The class: «8B»."""
    school_year: str = ""
    """Läsår: «2026/27»."""
    is_independent: bool = False
    """Whether somebody else than a municipality runs it; then the home municipality is to be told (7 kap. 22 §)."""
    principal: str = ""
    """The rektor, who alone may decide (3 kap. 9 §)."""


class Guardian(Frozen):
    """A guardian by name, without address. `interpreter` is the language that is to be interpreted, if any."""

    name: str
    """Full name."""
    interpreter: str = ""
    """The language to be interpreted; empty when no interpreter is needed."""


class StudentFacts(Frozen):
    """The student. With a protected identity no name, date or school is printed: it is filled in by hand."""

    first_name: str = ""
    """First name, as the student's own page says it."""
    full_name: str = ""
    """Full name, for the decision."""
    birth_date: dt.date | None = None
    """Date of birth; from 16 the student is a party of her or his own."""
    guardians: tuple[Guardian, ...] = ()
    """The guardians, by name."""
    has_protected_identity: bool = False
    """With a protected identity no name, date or school is printed: it is filled in by hand."""

    def age(self, on: dt.date) -> int | None:
        """Whole years that day; None when the birth date is not known."""
        born = self.birth_date
        if born is None:
            return None
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

    def speaks_for_self(self, on: dt.date) -> bool | None:
        """Whether the student is 16 or older that day; None when the birth date is not known."""
        age = self.age(on)
        return None if age is None else age >= SPEAKS_FOR_SELF_AGE


class Contributor(Frozen):
    """Somebody who took part in the preparation, with the function («mentor», «specialpedagog»)."""

    name: str
    """Full name."""
    function: str = ""
    """What the person does at school: «mentor», «specialpedagog»."""


class Preparation(Frozen):
    """Who prepared the proposal, and when (förvaltningslagen 31 §)."""

    coach: str = ""
    """Who has prepared the proposal."""
    organisation: str = ""
    """Whom the coach works for."""
    date: dt.date | None = None
    """The day of the proposal; null: the plan's first day."""
    contributors: tuple[Contributor, ...] = ()
    """Others who took part in the preparation."""
    reference: str = ""
    """Diarienummer or case number."""
    version: int = Field(default=1, ge=1)
    """Which version of the proposal it is, from 1."""
