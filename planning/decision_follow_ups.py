"""What is arranged around a decision and after it: who may stand in for the rektor, interpreter, transport, copies,
the attendance register, the evaluation, a change of school; and the everyday things around the week. What is empty has
not been written down.

Everything here can become a public document: facts of the school situation, never an answer of the student's.
"""

from __future__ import annotations

import datetime as dt

from planning.frozen import Frozen


class Substitute(Frozen):
    """A ställföreträdare who decides in the rektor's stead (skollagen 2 kap. 9 §)."""

    name: str = ""
    """Who it is; empty when the rektor decides in person."""
    appointed_on: dt.date | None = None
    """When the huvudman appointed her or him."""


class SchoolMove(Frozen):
    """A change of school: what the next one needs to know goes there (skollagen 3 kap. 12 j §)."""

    new_unit: str = ""
    """The school that the student moves to; empty when there is no move."""
    date: dt.date | None = None
    """The first day there; the plan ends the day before."""
    handed_over: dt.date | None = None
    """When what is needed was handed over."""


class AroundDecision(Frozen):
    """What is arranged around the decision."""

    interpreter_arranged: str = ""
    """How interpreting and translation is done, where somebody needs it (förvaltningslagen 13 §)."""
    transport_checked: dt.date | None = None
    """When it was looked into whether school transport goes at the plan's times (skollagen 10 kap. 32 §)."""
    substitute: Substitute = Substitute()
    """Who may decide in the rektor's stead."""
    student_copy: dt.date | None = None
    """When a student of 16 or more got a copy of her or his own (skollagen 29 kap. 12 §)."""
    attendance_export: dt.date | None = None
    """When the attendance register was told which lessons belong to the plan (skolförordningen 6 kap. 12 §)."""
    evaluated_on: dt.date | None = None
    """When the evaluation was written."""
    move: SchoolMove = SchoolMove()
    """A change of school."""


class PracticalMatters(Frozen):
    """Everyday things around the week."""

    travel: str = ""
    """The way to school and home."""
    meals: str = ""
    """Lunch and other meals."""
    phone: str = ""
    """Whom to ring, and when."""
    national_tests: str = ""
    """How national tests are done."""
    sports: str = ""
    """How sports lessons are done."""
    wrong_day: str = ""
    """What happens when a day goes wrong."""
