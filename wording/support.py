"""Support around the lessons, in words. Every item has a sentence for the student and a neutral one."""

from __future__ import annotations

from planning.needs import SupportKind, SupportNeed
from wording.language import tr
from wording.phrases import Said
from wording.support_choices import shaped_by_choices


def say_support(need: SupportNeed) -> Said:
    """The need in words."""
    everything = {**_arriving(), **_in_the_lesson(), **_around_the_day(), **_contact()}
    full, neutral = everything[need.item]
    return shaped_by_choices(need, Said(full, full, neutral))


_Pairs = dict[SupportKind, tuple[str, str]]


def _arriving() -> _Pairs:
    meets = tr("En vuxen möter vid ankomsten")
    return {
        SupportKind.MEET_AT_ARRIVAL: (meets, meets),
        SupportKind.MEET_ADULT_FIRST: (
            tr("Träffa en vuxen från skolan någon annanstans först"), tr("En vuxen från skolan träffar eleven först"),
        ),
        SupportKind.FADE_IN_ARRIVAL: (
            tr("Komma in lite senare eller gå lite före"), tr("Ankomst och hemgång är anpassade"),
        ),
        SupportKind.OWN_ENTRANCE: (tr("En egen ingång"), tr("Ankomsten är anpassad")),
        SupportKind.RIDE: (tr("Hjälp att komma till skolan och hem"), tr("Resan till skolan och hem är ordnad")),
        SupportKind.ROUTE_PAST_PLACE: (
            tr("En väg genom skolan som känns okej"), tr("Vägarna genom skolan är anpassade"),
        ),
        SupportKind.OFF_PEAK: (tr("Gå i korridoren när få är där"), tr("Förflyttningar sker när det är lugnt")),
    }


def _in_the_lesson() -> _Pairs:
    return {
        SupportKind.HEADPHONES: (tr("Hörlurar när det är högt ljud"), tr("Ljudmiljön är anpassad")),
        SupportKind.LIGHT: (tr("En plats med lagom ljus"), tr("Ljusmiljön är anpassad")),
        SupportKind.SMELL: (tr("Slippa platser med starka lukter"), tr("Lokalerna är anpassade")),
        SupportKind.SEAT_AT_EDGE: (tr("En plats i kanten av rummet"), tr("Platsen i rummet är bestämd")),
        SupportKind.MOVEMENT_BREAKS: (tr("Korta pauser för att röra på sig"), tr("Lektionerna har korta pauser")),
        SupportKind.SMALL_GROUP: (tr("Lektion själv eller med få elever"), tr("Undervisning i liten grupp")),
        SupportKind.CATCH_UP: (
            tr("Allt måste inte tas igen, lärarna väljer det viktigaste"), tr("Lärarna väljer vad som tas igen"),
        ),
        SupportKind.READ_ALOUD: (tr("Texter finns upplästa"), tr("Texter finns upplästa")),
        SupportKind.PUPIL_MODE: (tr("Svara själv på skärmen"), tr("Eleven svarar själv på skärmen")),
    }


def _around_the_day() -> _Pairs:
    safe = tr("Det finns en lugn plats att gå till")
    return {
        SupportKind.SAFE_PLACE: (safe, safe),
        SupportKind.FIND_SAFE_PLACE: (
            tr("Coachen och skolan hittar en lugn plats"), tr("Coachen och skolan hittar en lugn plats"),
        ),
        SupportKind.LUNCH_PLACE: (tr("Lunchen har en bestämd plats"), tr("Lunchen är anpassad")),
        SupportKind.BREAK_PLAN: (
            tr("Varje rast har en plats, en person och något att göra"), tr("Rasterna är planerade"),
        ),
        SupportKind.DAY_CARD: (
            tr("Dagen står på ett kort kvällen före"), tr("Dagens innehåll är känt i förväg"),
        ),
        SupportKind.BAD_DAY_PLAN: (
            tr("Varje steg har en mindre variant för dåliga dagar"), tr("Varje steg har en mindre variant"),
        ),
        SupportKind.COMFORT_ZONE: (
            tr("Planen börjar med det som redan går"), tr("Planen börjar med det som redan går"),
        ),
    }


def _contact() -> _Pairs:
    agreed = tr("Coachen har kontakt på överenskommet sätt")
    return {
        SupportKind.COACH_CLOSENESS: (tr("Coachen är så nära som det är sagt"), tr("Coachen är med i skolan")),
        SupportKind.FRIEND_ASKED_BY_STAFF: (
            tr("En vuxen i skolan frågar kompisen"), tr("Personalen hjälper till med kontakten i gruppen"),
        ),
        SupportKind.TEXT_MESSAGES: (tr("Coachen skickar sms på bestämda tider"), agreed),
        SupportKind.CONTACT_OTHER_WAY: (tr("Coachen hör av sig på annat sätt än sms"), agreed),
        SupportKind.FIRST_MEETING: (tr("Det första mötet är något roligt eller lugnt"), agreed),
        SupportKind.EVENING_CONTACT: (tr("Coachen hör av sig på kvällen"), agreed),
    }
