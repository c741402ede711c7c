"""What the fields of the school's decision are called, and the parts of the form that they stand in.

The form asks by these names, and what is missing is told by them: one place for each name.
"""

from __future__ import annotations

from collections.abc import Mapping

from planning.decision import DecisionKind
from wording.form_names import form_called
from wording.language import tr


def section_called(key: str) -> str:
    """What a part of the form is called."""
    titles = {
        "school": tr("Skolan"),
        "student": tr("Eleven och vårdnadshavarna"),
        "prepared": tr("Vem som har förberett"),
        "basis": tr("Utredningar och elevhälsan"),
        "tried": tr("Stöd som har prövats"),
        "needs": tr("Behov, mål och insatser"),
        "decisions": tr("Beslut som behövs"),
        "forms": tr("Särskilda sätt att undervisa, prov och prao"),
        "views": tr("Elevens och vårdnadshavarnas syn"),
        "follow_up": tr("Uppföljning"),
        "around": tr("Runt beslutet"),
        "everyday": tr("Vardagen"),
    }
    return titles[key]


def called(path: str) -> str:
    """What a field is called («school.provider»); empty where the form has no such field."""
    return {**_of_people(), **_of_basis(), **_of_talks(), **_of_days()}.get(path, "") or form_called(path)


def decision_called(kind: DecisionKind) -> str:
    """What a kind of decision is called, with where it stands in law."""
    names = {
        DecisionKind.ADAPTED_STUDIES: tr("Anpassad studiegång (skollagen 3 kap. 12 §)"),
        DecisionKind.SPECIAL_GROUP: tr("Särskild undervisningsgrupp eller enskild undervisning (3 kap. 11 §)"),
        DecisionKind.DISTANCE: tr("Distansundervisning (3 kap. 11 a §)"),
        DecisionKind.WORK_PLACEMENT: tr("Arbetsplatsförlagd utbildning (skolförordningen 5 kap. 5 §)"),
    }
    return names[kind]


def _of_people() -> Mapping[str, str]:
    return {
        "school.provider": tr("Huvudman"),
        "school.unit": tr("Skolenhet"),
        "school.unit_code": tr("Skolenhetskod"),
        "school.form": tr("Skolform, till exempel Grundskola"),
        "school.year_group": tr("Årskurs"),
        "school.class_name": tr("Klass"),
        "school.school_year": tr("Läsår, till exempel 2026/27"),
        "school.principal": tr("Rektor"),
        "school.is_independent": tr("Skolan är fristående"),
        "student.first_name": tr("Tilltalsnamn"),
        "student.full_name": tr("Hela namnet"),
        "student.birth_date": tr("Födelsedatum"),
        "prepared.coach": tr("Coachens namn"),
        "prepared.organisation": tr("Organisation"),
        "prepared.date": tr("Datum"),
        "prepared.reference": tr("Diarienummer"),
        "student.has_protected_identity": tr("Skyddade personuppgifter: inga namn skrivs, de fylls i för hand"),
    }


def _of_basis() -> Mapping[str, str]:
    return {
        "investigations.special_support": tr("Utredning om särskilt stöd, klar"),
        "investigations.absence": tr("Utredning om frånvaro, klar"),
        "investigations.provider_notified": tr("När huvudmannen fick veta"),
        "investigations.home_municipality_notified": tr("När hemkommunen fick veta"),
        "health_team.date": tr("Samråd med elevhälsan"),
        "health_team.function": tr("Med vem, funktion"),
        "health_team.not_needed_because": tr("Eller: varför samråd uppenbart inte behövs"),
        "needs": tr("Behov i skolsituationen, ett på varje rad"),
        "goals": tr("Mål, ett på varje rad"),
        "missing_resources": tr("Det som saknas för att möta behoven, en sak på varje rad"),
        "replaces_lost_teaching": tr("Så tas missad undervisning igen, en sak på varje rad"),
        "eligibility.passed": tr("Ämnen med godkänt, ett på varje rad"),
        "eligibility.wish": tr("Vad eleven vill läsa sedan"),
    }


def _of_talks() -> Mapping[str, str]:
    return {
        "student_view.text": tr("Elevens inställning"),
        "student_view.how_learned": tr("Hur vi vet det"),
        "student_view.how_weighed": tr("Hur den har vägts in"),
        "consequences_told.date": tr("Följderna för betyg är förklarade, datum"),
        "consequences_told.person": tr("Av vem"),
        "follow_up.date": tr("Uppföljning"),
        "follow_up.person": tr("Ansvarig för uppföljningen"),
        "evaluation.date": tr("Utvärdering"),
        "evaluation.person": tr("Ansvarig för utvärderingen"),
        "way_back": tr("Om planen inte slutar i hela schemat: varför"),
        "floor_minutes": tr("Lägsta undervisning utan nytt beslut, minuter i veckan"),
    }


def _of_days() -> Mapping[str, str]:
    return {
        "practical.travel": tr("Resor"),
        "practical.meals": tr("Måltider"),
        "practical.phone": tr("Mobil"),
        "practical.national_tests": tr("Nationella prov"),
        "practical.sports": tr("Idrott"),
        "practical.wrong_day": tr("När en dag går fel"),
        "around.interpreter_arranged": tr("Så ordnas tolk och översättning"),
        "around.transport_checked": tr("När skolskjutsen kontrollerades mot planens tider"),
        "around.substitute.name": tr("Rektorns ställföreträdare, om någon beslutar i rektorns ställe"),
        "around.substitute.appointed_on": tr("När ställföreträdaren utsågs"),
        "around.student_copy": tr("När eleven fick ett eget exemplar"),
        "around.attendance_export": tr("När närvarosystemet fick elevens lektioner"),
        "around.evaluated_on": tr("När utvärderingen skrevs"),
        "around.move.new_unit": tr("Ny skola, om eleven byter"),
        "around.move.date": tr("Första dagen på den nya skolan"),
        "around.move.handed_over": tr("När uppgifterna lämnades till den nya skolan"),
    }
