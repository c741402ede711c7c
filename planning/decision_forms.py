"""Special ways of teaching and what each asks for, and the reasons recorded where a rule of law asks for one.

Everything here can become a public document: facts of the school situation, never an answer of the student's.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from planning.frozen import Frozen


class LawReason(Frozen):
    """What somebody stands behind where a rule asks for a reason (`planning.law`)."""

    rule: str = Field(pattern=r"^[TCP][0-9]{1,2}$|^D[0-9]r$")
    """The rule by its code: «T7»."""
    reason: str
    """The reason, in words that can stand in a decision."""
    by: str = ""
    """Who recorded it."""
    date: dt.date | None = None
    """When it was recorded."""


class DistanceTeaching(Frozen):
    """Distansundervisning as special support (skollagen 3 kap. 11 a § and 22 kap. 3–9 §§)."""

    subjects: tuple[str, ...] = ()
    """Subjects taught so, as the timetable writes them."""
    first_day: dt.date | None = None
    """Its first day; null: the plan's first day."""
    last_day: dt.date | None = None
    """Its last day, within the term."""
    problem_documented: dt.date | None = None
    """The date of the paper that documents why the student cannot come; never what it says."""
    other_support_exhausted: str = ""
    """Why no other support is enough or fits."""
    guardian_consent: dt.date | None = None
    """When the guardians consented."""
    provider: str = ""
    """Who gives the teaching, approved for it."""
    exceptional_reasons: str = ""
    """Synnerliga skäl; asked for in lågstadiet alone."""


class RemoteTeaching(Frozen):
    """Fjärrundervisning: in another room at the same time (skolförordningen 5 a kap. 2–3 §§)."""

    subjects: tuple[str, ...] = ()
    """Subjects taught so, as the timetable writes them."""
    minutes_a_week: int | None = Field(default=None, ge=0, le=2400)
    """Minutes a week taught so, at most."""


class HomeTeaching(Frozen):
    """Special teaching at home or elsewhere (skollagen 24 kap. 20–22 §§): decided by itself, beside the plan."""

    decision: dt.date | None = None
    """When it was decided (24 kap. 20 §)."""
    doctor_not_against: bool | None = None
    """Whether the doctor does not advise against it; null while nobody has asked."""
    consent: dt.date | None = None
    """When consent was given to teaching at home."""


class WorkPlacement(Frozen):
    """Arbetsplatsförlagd utbildning within an anpassad studiegång (skolförordningen 5 kap. 5 §)."""

    workplace: str = ""
    """Where."""
    supervisor: str = ""
    """The supervisor there."""
    school_contact: str = ""
    """Who at school is there for student and supervisor."""


class NewlyArrived(Frozen):
    """A student who came to Sweden lately (skollagen 3 kap. 12 a–12 i §§)."""

    years_in_sweden: int | None = Field(default=None, ge=0, le=10)
    """Whole years of school in Sweden."""
    considered: str = ""
    """What was said of an individual study plan or an anpassad timplan (12 g and 12 h §§) instead."""


class TestChoice(StrEnum):
    """What is decided about national tests in the plan (skolförordningen 9 kap. 20–22 §§)."""

    TAKES_PART = "takes_part"
    """Takes part as the class does."""
    ADAPTED = "adapted"
    """Takes part with adaptations."""
    EXEMPT = "exempt"
    """The rektor exempts for special reasons."""

    __test__ = False  # pytest takes every name that begins so for a test


class TeachingForms(Frozen):
    """Special ways of teaching in the plan; null or empty where there are none."""

    distance: DistanceTeaching | None = None
    """Distansundervisning; null when there is none."""
    remote: RemoteTeaching | None = None
    """Fjärrundervisning; null when there is none."""
    at_home: HomeTeaching | None = None
    """Special teaching at home; null when there is none."""
    work_placement: WorkPlacement | None = None
    """Education at a workplace; null when there is none."""
    newly_arrived: NewlyArrived | None = None
    """Of a student who came to Sweden lately; null for others."""
    small_group_reasons: str = ""
    """Special reasons (särskilda skäl) for teaching in a small group or alone (3 kap. 11 §)."""
    national_tests: TestChoice | None = None
    """What is decided about national tests; null while nothing is."""
    work_experience: str = ""
    """What is said of prao: when and how, or why it waits (skollagen 10 kap. 8 a §)."""
