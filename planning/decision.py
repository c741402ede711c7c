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

from planning.decision_follow_ups import AroundDecision
from planning.decision_follow_ups import PracticalMatters as PracticalMatters
from planning.decision_forms import LawReason, TeachingForms
from planning.frozen import Frozen
from planning.parties import SPEAKS_FOR_SELF_AGE as SPEAKS_FOR_SELF_AGE
from planning.parties import Contributor as Contributor
from planning.parties import Guardian as Guardian
from planning.parties import Preparation as Preparation
from planning.parties import SchoolFacts as SchoolFacts
from planning.parties import StudentFacts as StudentFacts

FIRST_GRADED_YEAR = 6
"""The first year group with grades (skollagen 10 kap. 15 §)."""


class Investigations(Frozen):
    """Dates of what must come before (skollagen 3 kap. 7 §, 7 kap. 19 a § and 22 §)."""

    special_support: dt.date | None = None
    """When the need of special support had been investigated (3 kap. 7 §)."""
    absence: dt.date | None = None
    """When the absence had been investigated (7 kap. 19 a §)."""
    provider_notified: dt.date | None = None
    """When the huvudman was told that the absence is investigated (7 kap. 19 a §)."""
    home_municipality_notified: dt.date | None = None
    """When the home municipality was told, by an independent school (7 kap. 22 §)."""


class HealthTeamConsultation(Frozen):
    """Consultation with the elevhälsa, or why it is obviously not needed (skollagen 3 kap. 7 §)."""

    date: dt.date | None = None
    """When the elevhälsa was consulted."""
    function: str = ""
    """Who in the elevhälsa: «specialpedagog»."""
    not_needed_because: str = ""
    """Why consultation is obviously not needed; empty when it has taken place."""


class EarlierSupport(Frozen):
    """Support that has been tried, and why it is not enough (skollagen 3 kap. 12 §)."""

    what: str
    """The support that was given."""
    when: str = ""
    """During which time."""
    why_not_enough: str = ""
    """Why it is not enough."""


class Measure(Frozen):
    """What meets a need: who does what, when and how often. `need` is one of `DocumentFacts.needs`, word for word."""

    need: str
    """The need that it meets, one of `DocumentFacts.needs` word for word."""
    what: str
    """What is done."""
    who: str = ""
    """Who does it."""
    when: str = ""
    """From when."""
    how_often: str = ""
    """How often."""


class SubjectMotive(Frozen):
    """Why a subject deviates from the class timetable, and the form in which it is taught."""

    subject: str
    """The subject, as the timetable writes it."""
    motive: str
    """Why it deviates from the class timetable."""
    form: str = ""
    """In which form it is taught: «i klassen», «i liten grupp»."""


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
    """Which part of the decision."""
    because: str = ""
    """What it rests on."""


class StudentView(Frozen):
    """The student's attitude, how it was learned and how it has been weighed (skollagen 1 kap. 10 §)."""

    text: str = ""
    """What the student says of the plan."""
    how_learned: str = ""
    """How it was learned: «samtal den 7 december 2026»."""
    how_weighed: str = ""
    """How it has been weighed in the proposal."""


class GuardianView(Frozen):
    """A guardian's views: offered when and how, answered when. An answer-by date that has passed is also an answer."""

    guardian: str
    """The guardian, by the name in `student.guardians`."""
    offered: dt.date | None = None
    """When the guardian was offered to take part."""
    channel: str = ""
    """How: «möte på skolan», «brev»."""
    answer_by: dt.date | None = None
    """The last day to answer."""
    answered: dt.date | None = None
    """When the guardian answered."""
    text: str = ""
    """What the guardian says."""


class Responsible(Frozen):
    """A date and the person responsible for it."""

    date: dt.date | None = None
    """The day."""
    person: str = ""
    """The person responsible."""

    @property
    def is_complete(self) -> bool:
        """Whether both are known."""
        return self.date is not None and bool(self.person)


class Eligibility(Frozen):
    """Which subjects are passed; None while it is not known. `wish` is the programme the student hopes for."""

    passed: tuple[str, ...] | None = None
    """Subjects that are passed; null while it is not known."""
    wish: str = ""
    """The programme that the student hopes for."""


class DocumentFacts(Frozen):
    """Everything the proposal says that is not the plan itself."""

    school: SchoolFacts = SchoolFacts()
    """The school that is to decide."""
    student: StudentFacts = StudentFacts()
    """The student."""
    prepared: Preparation = Preparation()
    """Who prepared the proposal, and when."""
    investigations: Investigations = Investigations()
    """When what must come before a decision was done."""
    health_team: HealthTeamConsultation = HealthTeamConsultation()
    """Consultation with the elevhälsa."""
    earlier_support: tuple[EarlierSupport, ...] = ()
    """Support that has been tried, and why it is not enough."""
    needs: tuple[str, ...] = ()
    """Needs in the school situation, functional: what is hard at school, never why in the person."""
    goals: tuple[str, ...] = ()
    """What the plan is to lead to, in words."""
    measures: tuple[Measure, ...] = ()
    """What meets each need: who does what, and when."""
    missing_resources: tuple[str, ...] = ()
    """What the school lacks to meet a need: told apart, since need and not resources decides the support."""
    subject_motives: tuple[SubjectMotive, ...] = ()
    """Why subjects deviate from the class timetable."""
    replaces_lost_teaching: tuple[str, ...] = ()
    """What replaces the teaching that is lost."""
    decisions: tuple[AskedDecision, ...] = (AskedDecision(kind=DecisionKind.ADAPTED_STUDIES),)
    """The kinds of decision that are asked for."""
    eligibility: Eligibility = Eligibility()
    """What is known about eligibility for upper secondary school."""
    student_view: StudentView = StudentView()
    """The student's attitude."""
    guardian_views: tuple[GuardianView, ...] = ()
    """Each guardian's views."""
    consequences_told: Responsible = Responsible()
    """When the family was told what follows of the plan, and by whom."""
    follow_up: Responsible = Responsible()
    """When the measures are followed up, and by whom."""
    evaluation: Responsible = Responsible()
    """When the measures are evaluated, and by whom."""
    floor_minutes: int | None = Field(default=None, ge=0)
    """Fewest teaching minutes a week without a new decision; None: those of the first step (our default)."""
    way_back: str = ""
    """Why the plan does not end in the whole timetable, where it does not."""
    practical: PracticalMatters = PracticalMatters()
    """Everyday things around the week."""
    forms: TeachingForms = TeachingForms()
    """Special ways of teaching, and what each of them asks for."""
    law_reasons: tuple[LawReason, ...] = ()
    """Reasons recorded where a rule of law asks for one."""
    around: AroundDecision = AroundDecision()
    """What is arranged around the decision and after it."""


def missing_fields(facts: DocumentFacts) -> tuple[str, ...]:
    """Codes («school.provider») of the empty fields that statute asks for, in the order of the document.

    Two codes are of no field of their own: «measures.need», a measure that meets none of the needs, and
    «needs.measure», a need that no measure meets.
    """
    return tuple(code for code, is_there in _required(facts) if not is_there)


def _required(facts: DocumentFacts) -> Iterator[tuple[str, object]]:
    view = facts.student_view
    yield from _required_of_people(facts)
    yield from _required_of_basis(facts)
    yield "decisions", facts.decisions and all(_has_ground(asked, facts) for asked in facts.decisions)
    yield "student_view.text", view.text
    yield "student_view.how_learned", view.how_learned
    yield "student_view.how_weighed", view.how_weighed
    yield "guardian_views", _every_guardian_is_heard(facts)
    yield "follow_up", facts.follow_up.is_complete
    yield "evaluation", facts.evaluation.is_complete


def _required_of_people(facts: DocumentFacts) -> Iterator[tuple[str, object]]:
    """With a protected identity the school writes by hand who and where: then nothing of it is asked for here."""
    school, student, prepared = facts.school, facts.student, facts.prepared
    by_hand = student.has_protected_identity
    yield "school.provider", school.provider or by_hand
    yield "school.unit", school.unit or by_hand
    yield "school.form", school.form
    yield "school.year_group", school.year_group is not None
    yield "school.class_name", school.class_name or by_hand
    yield "school.school_year", school.school_year
    yield "student.full_name", student.full_name or by_hand
    yield "student.birth_date", student.birth_date or by_hand
    yield "student.guardians", student.guardians or by_hand
    yield "prepared.coach", prepared.coach
    yield "prepared.organisation", prepared.organisation or by_hand
    yield "prepared.date", prepared.date
    yield "prepared.contributors", prepared.contributors


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
    yield "measures.need", all(measure.need in facts.needs for measure in facts.measures)
    yield "needs.measure", {measure.need for measure in facts.measures}.issuperset(facts.needs)
    if (facts.school.year_group or 0) >= FIRST_GRADED_YEAR:
        yield "eligibility.passed", facts.eligibility.passed is not None


def _has_ground(asked: AskedDecision, facts: DocumentFacts) -> bool:
    """Whether it is said what a kind of decision rests on; an anpassad studiegång rests on the whole proposal."""
    said = {DecisionKind.SPECIAL_GROUP: facts.forms.small_group_reasons, DecisionKind.DISTANCE: facts.forms.distance,
            DecisionKind.WORK_PLACEMENT: facts.forms.work_placement}  # fmt: skip
    return asked.kind is DecisionKind.ADAPTED_STUDIES or bool(asked.because or said[asked.kind])


def _every_guardian_is_heard(facts: DocumentFacts) -> bool:
    """Whether each guardian has been offered to take part, and has answered or has a day to answer by."""
    offered = {v.guardian for v in facts.guardian_views if v.offered and (v.answered or v.answer_by)}
    return bool(offered) and all(guardian.name in offered for guardian in facts.student.guardians)
