"""What the extract of a student's data is called, part by part, and what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, assert_never

from planning.needs.base import Respondent
from wording.fact_names import called
from wording.language import tr


class PartWords(NamedTuple):
    """A part's heading, and how its columns are headed."""

    heading: str
    head: tuple[str, ...] = ()
    intro: str = ""


def say_title() -> str:
    """Of the whole extract."""
    return tr("Det som är sparat om dig i Stegvis")


def say_lead(*, is_guardian: bool) -> str:
    """What this is and for whom."""
    if is_guardian:
        return tr(
            "Det här är ett utdrag för en vårdnadshavare. Elevens egna svar och coachens anteckningar är inte med: "
            "om de får lämnas ut prövas för sig, av människor."
        )
    return tr("Det här är ett utdrag av allt som är sparat om dig. Du har rätt att få det, och att få fel rättade.")


def say_about(day: str) -> tuple[str, ...]:
    """What it rests on, and what it cannot hold."""
    return (
        tr(
            "Utdraget gjordes {day}. Den här filen är till för att läsas. I «utdrag.json» står samma sak och alla "
            "tidigare versioner, så att ett annat program kan läsa det.",
            day=day,
        ),
        tr(
            "Papper som har skrivits ut eller skickats finns inte här, inte heller det som skolan har i sina egna "
            "system. Fråga skolan om det."
        ),
        tr("Är något fel? Säg det till din coach. Det rättas, och det syns att det är rättat."),
    )


def say_parts() -> Mapping[str, PartWords]:
    """Every part, by the table that it tells of."""
    return {
        "cases": PartWords(tr("Ärendet")),
        "facts": PartWords(tr("Det vuxna har skrivit"), intro=tr("Så står det nu.")),
        "answer_events": PartWords(
            tr("Det som har svarats"), (tr("När"), tr("Fråga"), tr("Svar"), tr("Vem")), tr("Det senaste svaret.")
        ),
        "summary_marks": PartWords(tr("Så här stämmer det"), (tr("Fråga"), tr("Stämmer"), tr("Viktigast"))),
        "notes": PartWords(tr("Coachens anteckningar"), (tr("När"), tr("Vad"), tr("Vem"))),
        "timetables": PartWords(tr("Skolans schema"), (tr("Läst in"), tr("Grupp"), tr("Lektioner"))),
        "plans": PartWords(tr("Planer"), (tr("När"), tr("Plan"), tr("Steg"))),
        "documents": PartWords(tr("Papper som har gjorts"), (tr("När"), tr("Fil"), tr("Plan"))),
        "decisions": PartWords(tr("Beslut"), (tr("Inskrivet"), tr("Beslut"), tr("Skäl"), tr("Beslutat av"))),
        "moves": PartWords(tr("Vad som har hänt i ärendet"), (tr("När"), tr("Vad"), tr("Anteckning"))),
        "corrections": PartWords(tr("Rättelser"), (tr("När"), tr("Vad"), tr("Varför"))),
        "openings": PartWords(tr("Öppnat i nödläge"), (tr("När"), tr("Skäl"))),
        "log": PartWords(
            tr("Vem som har läst och gjort vad"),
            (tr("När"), tr("Vad"), tr("Vem")),
            tr("Personalen står med sin roll. Vem det är kan kommunen svara på, till exempel dataskyddsombudet."),
        ),
    }


def say_field(path: str) -> str:
    """What a field of the facts is called («document.school.unit»), or what it belongs to; its place without either."""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        place = ".".join(parts[:length])
        if told := _of_sections().get(place) or called(place.removeprefix("document.")):
            return told
    return path


def _of_sections() -> Mapping[str, str]:
    return {
        "student": tr("Kallas"),
        "trusted_person": tr("Trygg vuxen"),
        "help_not_wanted": tr("Hjälp som inte önskas"),
        "smaller_first_step": tr("Mindre första steg"),
        "coach.name": tr("Coach"),
        "coach": tr("Coachens tid"),
        "contacts.coach_phone": tr("Coachens telefon"),
        "contacts.school_phone": tr("Skolans telefon"),
        "contacts.home_phone": tr("Hemmets telefon"),
        "contacts.address": tr("Adress för skjuts"),
        "contacts.stop_sign": tr("Överenskommet tecken"),
        "ladder.first_monday": tr("Planen börjar"),
        "ladder": tr("Trappan"),
        "travel.rides": tr("Skjuts"),
        "travel": tr("Resor"),
        "calendar": tr("Läsåret"),
        "goals": tr("Mål och takt"),
        "items": tr("Pass som inte är lektioner"),
        "limits": tr("Överenskomna gränser"),
        "places": tr("Platser"),
        "eligibility_subjects": tr("Ämnen för behörighet"),
        "subjects": tr("Ämnen"),
        "document.student.guardians": tr("Vårdnadshavare"),
        "document.prepared.contributors": tr("Har varit med och förberett"),
        "document.earlier_support": tr("Stöd som har prövats"),
        "document": tr("Uppgifter till skolan"),
    }


def say_case_field(name: str) -> str:
    """What is called so of the case itself; empty for what only the program needs."""
    names = {
        "id": tr("Ärendets nummer"),
        "created_at": tr("Började"),
        "changed_at": tr("Senast ändrat"),
        "state": tr("Läge"),
        "unit": tr("Skolenhetens nummer"),
        "is_protected": tr("Skyddade uppgifter"),
    }
    return names.get(name, "")


def say_respondent(by: Respondent) -> str:
    """Who answered."""
    match by:
        case Respondent.STUDENT:
            return tr("eleven")
        case Respondent.GUARDIAN:
            return tr("vårdnadshavare")
        case Respondent.COACH:
            return tr("coachen")
        case Respondent.SCHOOL:
            return tr("skolan")
        case _:
            assert_never(by)


def say_yes_or_no(*, is_so: bool) -> str:
    """«Ja» or «Nej»."""
    return tr("Ja") if is_so else tr("Nej")


def say_step_count(count: int | None) -> str:
    """How many steps a plan has; why it has none."""
    return tr("blev ingen plan") if count is None else str(count)
