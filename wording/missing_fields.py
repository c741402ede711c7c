"""What is missing in a proposal, and where it is filled in: a name for each field, and the part of the form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from wording.fact_names import called, section_called
from wording.language import tr
from wording.phrases import and_list, lower_first

_SECTIONS = {
    "school": "school",
    "student": "student",
    "prepared": "prepared",
    "investigations": "basis",
    "health_team": "basis",
    "earlier_support": "tried",
    "needs": "needs",
    "goals": "needs",
    "measures": "needs",
    "missing_resources": "needs",
    "subject_motives": "needs",
    "replaces_lost_teaching": "needs",
    "eligibility": "needs",
    "decisions": "decisions",
    "forms": "forms",
    "student_view": "views",
    "guardian_views": "views",
    "consequences_told": "follow_up",
    "follow_up": "follow_up",
    "evaluation": "follow_up",
    "floor_minutes": "follow_up",
    "way_back": "follow_up",
    "around": "around",
    "practical": "everyday",
}
"""The part of the form by the first name of a field's path."""


def section_of(code: str) -> str:
    """The key of the part of the form where a field is filled in; empty where it is filled in somewhere else."""
    return _SECTIONS.get(code.partition(".")[0], "")


def sections_of(codes: Iterable[str]) -> tuple[str, ...]:
    """The parts of the form where those fields are filled in, each once, in the order of the fields."""
    return tuple(dict.fromkeys(section for code in codes if (section := section_of(code))))


def label_of(code: str) -> str:
    """What a field, or a part of the form, is called. A row's own number and column are left out («measures.0.what»).

    Always something, so that nobody meets a code.
    """
    return _whole(code) or called(code) or _whole(code.partition(".")[0]) or tr("En uppgift till skolan")


def within_sentence(code: str) -> str:
    """The name as it stands inside a sentence: «utredning om frånvaro», without what it asks for («, klar»)."""
    return lower_first(label_of(code).partition(", ")[0])


def place_of(code: str) -> str:
    """«Uppgifter till skolan, Skolan»: the screen and the part of it; a decision has a place of its own."""
    section = section_of(code)
    if section:
        return tr("Uppgifter till skolan, {section}", section=section_called(section))
    return tr("Dokument, Rektorns beslut") if code.startswith("decided.") else ""


def say_missing(code: str) -> str:
    """«Huvudman (Uppgifter till skolan, Skolan)»."""
    place = place_of(code)
    return f"{label_of(code)} ({place})" if place else label_of(code)


def _whole(code: str) -> str:
    return {**_parts(), **_of_a_decision()}.get(code, "")


def _parts() -> dict[str, str]:
    return {
        "school.form": tr("Skolform"),
        "school.school_year": tr("Läsår"),
        "student.guardians": tr("Vårdnadshavare"),
        "prepared.contributors": tr("Andra som har varit med"),
        "health_team": tr("Samråd med elevhälsan"),
        "earlier_support": tr("Stöd som har prövats och varför det inte räcker"),
        "needs": tr("Behov i skolsituationen"),
        "measures": tr("Insatser med vem, när och hur ofta"),
        "measures.need": tr("Samma ord vid varje insats som i behovet den möter"),
        "needs.measure": tr("En insats för varje behov"),
        "subject_motives": tr("Ämnen som avviker"),
        "eligibility.passed": tr("Ämnen med godkänt"),
        "decisions": tr("Vilket beslut som behövs och vad det vilar på"),
        "student_view.how_learned": tr("Elevens inställning: hur vi vet det"),
        "student_view.how_weighed": tr("Elevens inställning: hur den har vägts in"),
        "guardian_views": tr("Att varje vårdnadshavare har fått säga sitt"),
        "follow_up": tr("Uppföljning: datum och ansvarig"),
        "evaluation": tr("Utvärdering: datum och ansvarig"),
        "way_back": tr("Varför planen inte slutar i hela schemat"),
        "goals": tr("Mål"),
    }


def _of_a_decision() -> dict[str, str]:
    return {
        "decided": tr("Rektorns beslut"),
        "decided.reasons": tr("Motivering: föreskrifter och det som har avgjort"),
        "decided.decided_by": tr("Namn och titel"),
        "decided.decided_on": tr("Datum för beslutet"),
        "decided.received_on": tr("Dagen då ni fick beslutet"),
    }


class MissingPart(NamedTuple):
    """What is missing in one part of the form."""

    section: str
    title: str
    labels: tuple[str, ...]


def missing_parts(codes: Iterable[str]) -> tuple[MissingPart, ...]:
    """What is missing, part by part in the order of the form's fields; what stands in no part of it comes last."""
    known = tuple(codes)
    parts = [
        MissingPart(section, section_called(section), _labels(code for code in known if section_of(code) == section))
        for section in sections_of(known)
    ]
    elsewhere = _labels(code for code in known if not section_of(code))
    return (*parts, MissingPart("", tr("Annat"), elsewhere)) if elsewhere else tuple(parts)


def _labels(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label_of(code) for code in codes))


def say_part(part: MissingPart) -> str:
    """«Uppgifter till skolan, Skolan: huvudman, skolenhet och klass.»"""
    where = tr("Uppgifter till skolan, {section}", section=part.title) if part.section else part.title
    return f"{where}: {and_list([lower_first(label) for label in part.labels])}."
