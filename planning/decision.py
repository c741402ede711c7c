"""What the school's decision needs beside the plan: who, which school, what has been tried, who follows up.

The fields are those of a proposal for an *åtgärdsprogram* with *anpassad studiegång* (skollagen 3 kap. 7–12 §§, 7 kap.
19 a §, 1 kap. 10 §; förvaltningslagen 31–33 §§). All are optional: what is empty is printed as a line to fill in, and
`missing_fields` says which of those that statute asks for are still empty.

Everything here can become a public document. It holds facts of the school situation, never an answer of the student's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field

from planning.frozen import Frozen

FIRST_GRADED_YEAR = 6
"""The first year group with grades (skollagen 10 kap. 15 §)."""

SPEAKS_FOR_SELF_AGE = 16
"""From this age the student is a party of her or his own (skollagen 29 kap. 12 §)."""


class SchoolFacts(Frozen):
    """The school: they decide which timplan and which rules apply."""

    provider: str = ""
    """Huvudman."""
    unit: str = ""
    """Skolenhet."""
    unit_code: str = ""
    form: str = ""
    """Skolform, «Grundskola»."""
    year_group: int | None = Field(default=None, ge=0, le=10)
    class_name: str = ""
    school_year: str = ""
    """Läsår, «2026/27»."""
    is_independent: bool = False
    """Whether somebody else than a municipality runs it; then the home municipality is to be told (7 kap. 22 §)."""
    principal: str = ""
    """The rektor, who alone may decide (3 kap. 9 §)."""


class Guardian(Frozen):
    """A guardian by name, without address. `interpreter` is the language that is to be interpreted, if any."""

    name: str
    interpreter: str = ""


class StudentFacts(Frozen):
    """The student. With a protected identity no name, date or school is printed: it is filled in by hand."""

    first_name: str = ""
    full_name: str = ""
    birth_date: dt.date | None = None
    guardians: tuple[Guardian, ...] = ()
    has_protected_identity: bool = False

    def speaks_for_self(self, on: dt.date) -> bool | None:
        """Whether the student is 16 or older that day; None when the birth date is not known."""
        if self.birth_date is None:
            return None
        had_birthday = (on.month, on.day) >= (self.birth_date.month, self.birth_date.day)
        return on.year - self.birth_date.year - (not had_birthday) >= SPEAKS_FOR_SELF_AGE


class Contributor(Frozen):
    """Somebody who took part in the preparation, with the function («mentor», «specialpedagog»)."""

    name: str
    function: str = ""


class Preparation(Frozen):
    """Who prepared the proposal, and when (förvaltningslagen 31 §)."""

    coach: str = ""
    organisation: str = ""
    date: dt.date | None = None
    contributors: tuple[Contributor, ...] = ()
    reference: str = ""
    """Diarienummer or case number."""
    version: int = Field(default=1, ge=1)


class Investigations(Frozen):
    """Dates of what must come before (skollagen 3 kap. 7 §, 7 kap. 19 a § and 22 §)."""

    special_support: dt.date | None = None
    absence: dt.date | None = None
    provider_notified: dt.date | None = None
    home_municipality_notified: dt.date | None = None


class HealthTeamConsultation(Frozen):
    """Consultation with the elevhälsa, or why it is obviously not needed (skollagen 3 kap. 7 §)."""

    date: dt.date | None = None
    function: str = ""
    not_needed_because: str = ""


class EarlierSupport(Frozen):
    """Support that has been tried, and why it is not enough (skollagen 3 kap. 12 §)."""

    what: str
    when: str = ""
    why_not_enough: str = ""


class Measure(Frozen):
    """What meets a need: who does what, when and how often. `need` is one of `DocumentFacts.needs`, word for word."""

    need: str
    what: str
    who: str = ""
    when: str = ""
    how_often: str = ""


class SubjectMotive(Frozen):
    """Why a subject deviates from the class timetable, and the form in which it is taught."""

    subject: str
    motive: str
    form: str = ""


class DecisionKind(StrEnum):
    """Parts of a decision that are tried, and may be appealed, each by itself."""

    ADAPTED_STUDIES = "adapted_studies"
    """Anpassad studiegång, skollagen 3 kap. 12 §."""
    SPECIAL_GROUP = "special_group"
    """Särskild undervisningsgrupp eller enskild undervisning, 3 kap. 11 §."""
    DISTANCE = "distance"
    """Distansundervisning som särskilt stöd, 3 kap. 11 a §."""
    WORK_PLACEMENT = "work_placement"
    """Arbetsplatsförlagd utbildning, skolförordningen 5 kap. 5 §."""


class AskedDecision(Frozen):
    """A kind of decision that is asked for, and what it rests on."""

    kind: DecisionKind
    because: str = ""


class StudentView(Frozen):
    """The student's attitude, how it was learned and how it has been weighed (skollagen 1 kap. 10 §)."""

    text: str = ""
    how_learned: str = ""
    how_weighed: str = ""


class GuardianView(Frozen):
    """A guardian's views: offered when and how, answered when. An answer-by date that has passed is also an answer."""

    guardian: str
    offered: dt.date | None = None
    channel: str = ""
    answer_by: dt.date | None = None
    answered: dt.date | None = None
    text: str = ""


class Responsible(Frozen):
    """A date and the person responsible for it."""

    date: dt.date | None = None
    person: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether both are known."""
        return self.date is not None and bool(self.person)


class Eligibility(Frozen):
    """Which subjects are passed; None while it is not known. `wish` is the programme the student hopes for."""

    passed: tuple[str, ...] | None = None
    wish: str = ""


class PracticalMatters(Frozen):
    """Everyday things around the week."""

    travel: str = ""
    meals: str = ""
    phone: str = ""
    national_tests: str = ""
    sports: str = ""
    wrong_day: str = ""
    """What happens when a day goes wrong."""


class DocumentFacts(Frozen):
    """Everything the proposal says that is not the plan itself."""

    school: SchoolFacts = SchoolFacts()
    student: StudentFacts = StudentFacts()
    prepared: Preparation = Preparation()
    investigations: Investigations = Investigations()
    health_team: HealthTeamConsultation = HealthTeamConsultation()
    earlier_support: tuple[EarlierSupport, ...] = ()
    needs: tuple[str, ...] = ()
    """Needs in the school situation, functional: what is hard at school, never why in the person."""
    goals: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    subject_motives: tuple[SubjectMotive, ...] = ()
    replaces_lost_teaching: tuple[str, ...] = ()
    decisions: tuple[AskedDecision, ...] = (AskedDecision(kind=DecisionKind.ADAPTED_STUDIES),)
    eligibility: Eligibility = Eligibility()
    student_view: StudentView = StudentView()
    guardian_views: tuple[GuardianView, ...] = ()
    consequences_told: Responsible = Responsible()
    follow_up: Responsible = Responsible()
    evaluation: Responsible = Responsible()
    floor_minutes: int | None = Field(default=None, ge=0)
    """Fewest teaching minutes a week without a new decision; None: those of the first step (our default)."""
    way_back: str = ""
    """Why the plan does not end in the whole timetable, where it does not."""
    practical: PracticalMatters = PracticalMatters()


def missing_fields(facts: DocumentFacts) -> tuple[str, ...]:
    """Codes («school.provider») of the empty fields that statute asks for, in the order of the document."""
    return tuple(code for code, is_there in _required(facts) if not is_there)


def _required(facts: DocumentFacts) -> Iterator[tuple[str, object]]:
    yield from _required_of_people(facts)
    yield from _required_of_basis(facts)
    yield "decisions", facts.decisions
    yield "student_view.text", facts.student_view.text
    yield "guardian_views", _every_guardian_is_heard(facts)
    yield "follow_up", facts.follow_up.is_complete
    yield "evaluation", facts.evaluation.is_complete


def _required_of_people(facts: DocumentFacts) -> Iterator[tuple[str, object]]:
    school, student, prepared = facts.school, facts.student, facts.prepared
    yield "school.provider", school.provider
    yield "school.unit", school.unit
    yield "school.form", school.form
    yield "school.year_group", school.year_group is not None
    yield "school.class_name", school.class_name
    yield "school.school_year", school.school_year
    yield "student.full_name", student.full_name
    yield "student.birth_date", student.birth_date
    yield "student.guardians", student.guardians
    yield "prepared.coach", prepared.coach
    yield "prepared.organisation", prepared.organisation
    yield "prepared.date", prepared.date


def _required_of_basis(facts: DocumentFacts) -> Iterator[tuple[str, object]]:
    dates, team = facts.investigations, facts.health_team
    yield "investigations.special_support", dates.special_support
    yield "investigations.absence", dates.absence
    yield "investigations.provider_notified", dates.provider_notified
    if facts.school.is_independent:
        yield "investigations.home_municipality_notified", dates.home_municipality_notified
    yield "health_team", team.not_needed_because or (team.date is not None and team.function)
    yield "earlier_support", facts.earlier_support and all(s.why_not_enough for s in facts.earlier_support)
    yield "needs", facts.needs
    yield "measures", facts.measures and all(m.who and m.when and m.how_often for m in facts.measures)
    if (facts.school.year_group or 0) >= FIRST_GRADED_YEAR:
        yield "eligibility.passed", facts.eligibility.passed is not None


def _every_guardian_is_heard(facts: DocumentFacts) -> bool:
    """Whether each guardian has been offered to take part, and has answered or has a day to answer by."""
    offered = {v.guardian for v in facts.guardian_views if v.offered and (v.answered or v.answer_by)}
    return bool(offered) and all(guardian.name in offered for guardian in facts.student.guardians)
