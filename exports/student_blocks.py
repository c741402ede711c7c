"""The student's own pages as data: days with moments, and what is good to know."""

from __future__ import annotations

from exports.looks import Look
from planning.frozen import Frozen


class Moment(Frozen):
    """Something in the student's day: when, what, and small facts. `icon` names a picture; empty for none."""

    time: str
    name: str
    details: tuple[str, ...] = ()
    icon: str
    look: Look


class DayCard(Frozen):
    """One day of the student's week. `note` stands where there is nothing else."""

    name: str
    moments: tuple[Moment, ...]
    note: str = ""


class HelpCard(Frozen):
    """Something good to know, under the week."""

    icon: str
    title: str
    text: str


class StudentWeek(Frozen):
    """A page of the student's own: one week of one step. `number` of `count` steps."""

    title: str
    subtitle: str
    number: int
    count: int
    days: tuple[DayCard, ...]
    help: tuple[HelpCard, ...]
    is_large: bool = False
    """With larger letters."""
