"""What the form for the school's decision asks, section by section, and what each field is called.

The fields are those of `planning.decision.DocumentFacts`; a path names one («school.provider»). What they are called
stands in `wording.fact_names`, since what is missing is told by the same names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from planning.decision import (
    AskedDecision,
    Contributor,
    EarlierSupport,
    Guardian,
    GuardianView,
    Measure,
    SubjectMotive,
)
from planning.frozen import Frozen
from wording.fact_names import called, section_called
from wording.language import tr


class Kind(Enum):
    """How a field is asked."""

    TEXT = "text"
    LONG = "long"
    LINES = "lines"
    DATE = "date"
    NUMBER = "number"
    MINUTES = "minutes"
    YES_NO = "yes_no"
    DECISION = "decision"
    """A kind of decision, chosen among those there are."""


@dataclass(frozen=True)
class Entry:
    """One field: its path within the facts (or within its row), and what it is called."""

    path: str
    label: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Rows:
    """Several of the same: the path of the list, what one of them is made of, and which model it is."""

    path: str
    title: str
    model: type[Frozen]
    columns: tuple[Entry, ...]


@dataclass(frozen=True)
class Section:
    """A part of the form, saved by itself."""

    key: str
    title: str
    parts: tuple[Entry | Rows, ...]


def sections() -> tuple[Section, ...]:
    """The whole form, in the order of the proposal."""
    return (
        _school(), _student(), _preparation(), _basis(), _tried(), _needs(), _decisions(), _views(), _follow_up(),
        _around(), _everyday(),
    )  # fmt: skip


def _field(path: str, kind: Kind = Kind.TEXT) -> Entry:
    """A field of the facts, by the name that it has everywhere."""
    return Entry(path, called(path), kind)


def _school() -> Section:
    return Section(
        "school",
        section_called("school"),
        (
            _field("school.provider"),
            _field("school.unit"),
            _field("school.unit_code"),
            _field("school.form"),
            _field("school.year_group", Kind.NUMBER),
            _field("school.class_name"),
            _field("school.school_year"),
            _field("school.principal"),
            _field("school.is_independent", Kind.YES_NO),
        ),
    )


def _student() -> Section:
    guardian = (Entry("name", tr("Namn")), Entry("interpreter", tr("Tolk, språk")))
    return Section(
        "student",
        section_called("student"),
        (
            _field("student.first_name"),
            _field("student.full_name"),
            _field("student.birth_date", Kind.DATE),
            _field("student.has_protected_identity", Kind.YES_NO),
            Rows("student.guardians", tr("Vårdnadshavare"), Guardian, guardian),
        ),
    )


def _preparation() -> Section:
    contributor = (Entry("name", tr("Namn")), Entry("function", tr("Funktion")))
    return Section(
        "prepared",
        section_called("prepared"),
        (
            _field("prepared.coach"),
            _field("prepared.organisation"),
            _field("prepared.date", Kind.DATE),
            _field("prepared.reference"),
            Rows("prepared.contributors", tr("Andra som har varit med"), Contributor, contributor),
        ),
    )


def _basis() -> Section:
    return Section(
        "basis",
        section_called("basis"),
        (
            _field("investigations.special_support", Kind.DATE),
            _field("investigations.absence", Kind.DATE),
            _field("investigations.provider_notified", Kind.DATE),
            _field("investigations.home_municipality_notified", Kind.DATE),
            _field("health_team.date", Kind.DATE),
            _field("health_team.function"),
            _field("health_team.not_needed_because"),
        ),
    )


def _tried() -> Section:
    support = (
        Entry("what", tr("Vad")),
        Entry("when", tr("När")),
        Entry("why_not_enough", tr("Varför det inte räcker")),
    )
    return Section("tried", section_called("tried"), (Rows("earlier_support", tr("Stöd"), EarlierSupport, support),))


def _needs() -> Section:
    measure = (
        Entry("need", tr("Behov, ordagrant som ovan")),
        Entry("what", tr("Insats")),
        Entry("who", tr("Vem")),
        Entry("when", tr("När")),
        Entry("how_often", tr("Hur ofta")),
    )
    motive = (Entry("subject", tr("Ämne")), Entry("motive", tr("Varför")), Entry("form", tr("Hur det undervisas")))
    return Section(
        "needs",
        section_called("needs"),
        (
            _field("needs", Kind.LINES),
            _field("goals", Kind.LINES),
            Rows("measures", tr("Insatser"), Measure, measure),
            _field("missing_resources", Kind.LINES),
            Rows("subject_motives", tr("Ämnen som avviker"), SubjectMotive, motive),
            _field("replaces_lost_teaching", Kind.LINES),
            _field("eligibility.passed", Kind.LINES),
            _field("eligibility.wish"),
        ),
    )


def _decisions() -> Section:
    asked = (
        Entry("kind", tr("Beslut"), Kind.DECISION),
        Entry("because", tr("Vad det vilar på")),
    )
    return Section(
        "decisions", section_called("decisions"), (Rows("decisions", tr("Beslut som behövs"), AskedDecision, asked),)
    )


def _views() -> Section:
    view = (
        Entry("guardian", tr("Vårdnadshavare")),
        Entry("offered", tr("Erbjuden att delta, datum"), Kind.DATE),
        Entry("channel", tr("Hur")),
        Entry("answer_by", tr("Svar senast"), Kind.DATE),
        Entry("answered", tr("Svarade"), Kind.DATE),
        Entry("text", tr("Synpunkt")),
    )
    return Section(
        "views",
        section_called("views"),
        (
            _field("student_view.text", Kind.LONG),
            _field("student_view.how_learned"),
            _field("student_view.how_weighed"),
            Rows("guardian_views", tr("Vårdnadshavares synpunkter"), GuardianView, view),
        ),
    )


def _follow_up() -> Section:
    return Section(
        "follow_up",
        section_called("follow_up"),
        (
            _field("consequences_told.date", Kind.DATE),
            _field("consequences_told.person"),
            _field("follow_up.date", Kind.DATE),
            _field("follow_up.person"),
            _field("evaluation.date", Kind.DATE),
            _field("evaluation.person"),
            _field("floor_minutes", Kind.MINUTES),
            _field("way_back", Kind.LONG),
        ),
    )


def _around() -> Section:
    return Section(
        "around",
        section_called("around"),
        (
            _field("around.interpreter_arranged"),
            _field("around.transport_checked", Kind.DATE),
            _field("around.substitute.name"),
            _field("around.substitute.appointed_on", Kind.DATE),
            _field("around.student_copy", Kind.DATE),
            _field("around.attendance_export", Kind.DATE),
            _field("around.evaluated_on", Kind.DATE),
            _field("around.move.new_unit"),
            _field("around.move.date", Kind.DATE),
            _field("around.move.handed_over", Kind.DATE),
        ),
    )


def _everyday() -> Section:
    return Section(
        "everyday",
        section_called("everyday"),
        (
            _field("practical.travel"),
            _field("practical.meals"),
            _field("practical.phone"),
            _field("practical.national_tests"),
            _field("practical.sports"),
            _field("practical.wrong_day"),
        ),
    )
