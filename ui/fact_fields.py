"""What the form for the school's decision asks, section by section, and what each field is called.

The fields are those of `planning.decision.DocumentFacts`; a path names one («school.provider»). What they are called
stands in `wording.fact_names`, since what is missing is told by the same names.
"""

from __future__ import annotations

from planning.decision import (
    AskedDecision,
    Contributor,
    EarlierSupport,
    Guardian,
    GuardianView,
    Measure,
    SubjectMotive,
)
from ui.form_parts import Entry as Entry
from ui.form_parts import Kind as Kind
from ui.form_parts import Rows as Rows
from ui.form_parts import Section as Section
from ui.form_parts import field
from ui.law_fields import forms_section
from wording.fact_names import section_called
from wording.language import tr


def sections() -> tuple[Section, ...]:
    """The whole form, in the order of the proposal."""
    return (
        _school(), _student(), _preparation(), _basis(), _tried(), _needs(), _decisions(), forms_section(),
        _views(), _follow_up(), _around(), _everyday(),
    )  # fmt: skip


def _school() -> Section:
    return Section(
        "school",
        section_called("school"),
        (
            field("school.provider"),
            field("school.unit"),
            field("school.unit_code"),
            field("school.form"),
            field("school.year_group", Kind.NUMBER),
            field("school.class_name"),
            field("school.school_year"),
            field("school.principal"),
            field("school.is_independent", Kind.YES_NO),
        ),
    )


def _student() -> Section:
    guardian = (Entry("name", tr("Namn")), Entry("interpreter", tr("Tolk, språk")))
    return Section(
        "student",
        section_called("student"),
        (
            field("student.first_name"),
            field("student.full_name"),
            field("student.birth_date", Kind.DATE),
            field("student.has_protected_identity", Kind.YES_NO),
            Rows("student.guardians", tr("Vårdnadshavare"), Guardian, guardian),
        ),
    )


def _preparation() -> Section:
    contributor = (Entry("name", tr("Namn")), Entry("function", tr("Funktion")))
    return Section(
        "prepared",
        section_called("prepared"),
        (
            field("prepared.coach"),
            field("prepared.organisation"),
            field("prepared.date", Kind.DATE),
            field("prepared.reference"),
            Rows("prepared.contributors", tr("Andra som har varit med"), Contributor, contributor),
        ),
    )


def _basis() -> Section:
    return Section(
        "basis",
        section_called("basis"),
        (
            field("investigations.special_support", Kind.DATE),
            field("investigations.absence", Kind.DATE),
            field("investigations.provider_notified", Kind.DATE),
            field("investigations.home_municipality_notified", Kind.DATE),
            field("health_team.date", Kind.DATE),
            field("health_team.function"),
            field("health_team.not_needed_because"),
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
            field("needs", Kind.LINES),
            field("goals", Kind.LINES),
            Rows("measures", tr("Insatser"), Measure, measure),
            field("missing_resources", Kind.LINES),
            Rows("subject_motives", tr("Ämnen som avviker"), SubjectMotive, motive),
            field("replaces_lost_teaching", Kind.LINES),
            field("eligibility.passed", Kind.LINES),
            field("eligibility.wish"),
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
            field("student_view.text", Kind.LONG),
            field("student_view.how_learned"),
            field("student_view.how_weighed"),
            Rows("guardian_views", tr("Vårdnadshavares synpunkter"), GuardianView, view),
        ),
    )


def _follow_up() -> Section:
    return Section(
        "follow_up",
        section_called("follow_up"),
        (
            field("consequences_told.date", Kind.DATE),
            field("consequences_told.person"),
            field("follow_up.date", Kind.DATE),
            field("follow_up.person"),
            field("evaluation.date", Kind.DATE),
            field("evaluation.person"),
            field("floor_minutes", Kind.MINUTES),
            field("way_back", Kind.LONG),
        ),
    )


def _around() -> Section:
    return Section(
        "around",
        section_called("around"),
        (
            field("around.interpreter_arranged"),
            field("around.transport_checked", Kind.DATE),
            field("around.substitute.name"),
            field("around.substitute.appointed_on", Kind.DATE),
            field("around.student_copy", Kind.DATE),
            field("around.attendance_export", Kind.DATE),
            field("around.evaluated_on", Kind.DATE),
            field("around.move.new_unit"),
            field("around.move.date", Kind.DATE),
            field("around.move.handed_over", Kind.DATE),
        ),
    )


def _everyday() -> Section:
    return Section(
        "everyday",
        section_called("everyday"),
        (
            field("practical.travel"),
            field("practical.meals"),
            field("practical.phone"),
            field("practical.national_tests"),
            field("practical.sports"),
            field("practical.wrong_day"),
        ),
    )
