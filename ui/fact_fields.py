"""What the form for the school's decision asks, section by section, and what each field is called.

The fields are those of `planning.decision.DocumentFacts`; a path names one («school.provider»).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from planning.decision import (
    Contributor,
    EarlierSupport,
    Guardian,
    GuardianView,
    Measure,
    SubjectMotive,
)
from planning.frozen import Frozen
from wording.language import tr


class Kind(Enum):
    """How a field is asked."""

    TEXT = "text"
    LONG = "long"
    LINES = "lines"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes_no"


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
    return (_school(), _student(), _preparation(), _basis(), _tried(), _needs(), _views(), _follow_up(), _everyday())


def _school() -> Section:
    return Section(
        "school",
        tr("Skolan"),
        (
            Entry("school.provider", tr("Huvudman")),
            Entry("school.unit", tr("Skolenhet")),
            Entry("school.unit_code", tr("Skolenhetskod")),
            Entry("school.form", tr("Skolform, till exempel Grundskola")),
            Entry("school.year_group", tr("Årskurs"), Kind.NUMBER),
            Entry("school.class_name", tr("Klass")),
            Entry("school.school_year", tr("Läsår, till exempel 2026/27")),
            Entry("school.principal", tr("Rektor")),
            Entry("school.is_independent", tr("Skolan är fristående"), Kind.YES_NO),
        ),
    )


def _student() -> Section:
    guardian = (Entry("name", tr("Namn")), Entry("interpreter", tr("Tolk, språk")))
    return Section(
        "student",
        tr("Eleven och vårdnadshavarna"),
        (
            Entry("student.first_name", tr("Tilltalsnamn")),
            Entry("student.full_name", tr("Hela namnet")),
            Entry("student.birth_date", tr("Födelsedatum"), Kind.DATE),
            Entry(
                "student.has_protected_identity",
                tr("Skyddade personuppgifter: inga namn skrivs, de fylls i för hand"),
                Kind.YES_NO,
            ),
            Rows("student.guardians", tr("Vårdnadshavare"), Guardian, guardian),
        ),
    )


def _preparation() -> Section:
    contributor = (Entry("name", tr("Namn")), Entry("function", tr("Funktion")))
    return Section(
        "prepared",
        tr("Vem som har förberett"),
        (
            Entry("prepared.coach", tr("Coachens namn")),
            Entry("prepared.organisation", tr("Organisation")),
            Entry("prepared.date", tr("Datum"), Kind.DATE),
            Entry("prepared.reference", tr("Diarienummer")),
            Rows("prepared.contributors", tr("Andra som har varit med"), Contributor, contributor),
        ),
    )


def _basis() -> Section:
    return Section(
        "basis",
        tr("Utredningar och elevhälsan"),
        (
            Entry("investigations.special_support", tr("Utredning om särskilt stöd, klar"), Kind.DATE),
            Entry("investigations.absence", tr("Utredning om frånvaro, klar"), Kind.DATE),
            Entry("investigations.provider_notified", tr("Huvudmannen har fått veta"), Kind.DATE),
            Entry("investigations.home_municipality_notified", tr("Hemkommunen har fått veta"), Kind.DATE),
            Entry("health_team.date", tr("Samråd med elevhälsan"), Kind.DATE),
            Entry("health_team.function", tr("Med vem, funktion")),
            Entry("health_team.not_needed_because", tr("Eller: varför samråd uppenbart inte behövs")),
        ),
    )


def _tried() -> Section:
    support = (
        Entry("what", tr("Vad")),
        Entry("when", tr("När")),
        Entry("why_not_enough", tr("Varför det inte räcker")),
    )
    return Section("tried", tr("Stöd som har prövats"), (Rows("earlier_support", tr("Stöd"), EarlierSupport, support),))


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
        tr("Behov, mål och insatser"),
        (
            Entry("needs", tr("Behov i skolsituationen, ett på varje rad"), Kind.LINES),
            Entry("goals", tr("Mål, ett på varje rad"), Kind.LINES),
            Rows("measures", tr("Insatser"), Measure, measure),
            Rows("subject_motives", tr("Ämnen som avviker"), SubjectMotive, motive),
            Entry("replaces_lost_teaching", tr("Så tas missad undervisning igen, en sak på varje rad"), Kind.LINES),
            Entry("eligibility.passed", tr("Ämnen med godkänt, ett på varje rad"), Kind.LINES),
            Entry("eligibility.wish", tr("Vad eleven vill läsa sedan")),
        ),
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
        tr("Elevens och vårdnadshavarnas syn"),
        (
            Entry("student_view.text", tr("Elevens inställning"), Kind.LONG),
            Entry("student_view.how_learned", tr("Hur vi vet det")),
            Entry("student_view.how_weighed", tr("Hur den har vägts in")),
            Rows("guardian_views", tr("Vårdnadshavares synpunkter"), GuardianView, view),
        ),
    )


def _follow_up() -> Section:
    return Section(
        "follow_up",
        tr("Uppföljning"),
        (
            Entry("consequences_told.date", tr("Följderna för betyg är förklarade, datum"), Kind.DATE),
            Entry("consequences_told.person", tr("Av vem")),
            Entry("follow_up.date", tr("Uppföljning"), Kind.DATE),
            Entry("follow_up.person", tr("Ansvarig för uppföljningen")),
            Entry("evaluation.date", tr("Utvärdering"), Kind.DATE),
            Entry("evaluation.person", tr("Ansvarig för utvärderingen")),
            Entry("way_back", tr("Om planen inte slutar i hela schemat: varför"), Kind.LONG),
        ),
    )


def _everyday() -> Section:
    return Section(
        "everyday",
        tr("Vardagen"),
        (
            Entry("practical.travel", tr("Resor")),
            Entry("practical.meals", tr("Måltider")),
            Entry("practical.phone", tr("Mobil")),
            Entry("practical.national_tests", tr("Nationella prov")),
            Entry("practical.sports", tr("Idrott")),
            Entry("practical.wrong_day", tr("När en dag går fel")),
        ),
    )


def label_of(code: str) -> str:
    """What a field, or a part of the form, is called; for the list of what is still missing."""
    whole = {
        "student.guardians": tr("Vårdnadshavare"),
        "health_team": tr("Samråd med elevhälsan"),
        "earlier_support": tr("Stöd som har prövats, och varför det inte räcker"),
        "needs": tr("Behov i skolsituationen"),
        "measures": tr("Insatser med vem, när och hur ofta"),
        "eligibility.passed": tr("Ämnen med godkänt"),
        "decisions": tr("Vilket beslut som behövs"),
        "guardian_views": tr("Att varje vårdnadshavare har fått säga sitt"),
        "follow_up": tr("Uppföljning: datum och ansvarig"),
        "evaluation": tr("Utvärdering: datum och ansvarig"),
    }
    entries = {part.path: part.label for section in sections() for part in section.parts if isinstance(part, Entry)}
    return whole.get(code) or entries.get(code, code)
