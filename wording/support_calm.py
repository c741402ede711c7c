"""Support for when it gets hard, in words: knowing beforehand, stopping, leaving, and a smaller way on."""

from __future__ import annotations

from planning.needs import SupportKind
from wording.language import tr
from wording.phrases import Said


def when_it_gets_hard() -> dict[SupportKind, Said]:
    """The sentences of knowing beforehand and of getting out."""
    return {**_knowing(), **_getting_out()}


def _knowing() -> dict[SupportKind, Said]:
    smaller = tr("Varje steg har en mindre variant")
    return {
        SupportKind.DAY_CARD: Said(
            tr("Dagen står på ett kort kvällen före: vad, var, med vem, hur länge och vad som händer sedan"),
            tr("Dagen står på ett kort kvällen före"),
            tr("Dagens innehåll är känt i förväg"),
        ),
        SupportKind.NO_LATE_CHANGES: Said(
            tr("Inget ändras det sista dygnet utan att någon ringer först"),
            tr("Inget ändras utan att någon ringer"),
            tr("Ändringar meddelas minst ett dygn i förväg"),
        ),
        SupportKind.SUBSTITUTE_PLAN: Said(
            tr("Kommer en vikarie gäller plan B, och blir det frånvaro är det stödet som föll bort"),
            tr("Kommer en vikarie gäller plan B"),
            tr("Dagar med vikarie har en egen plan, frånvaro då skrivs som att stödet föll bort"),
        ),
        SupportKind.BAD_DAY_PLAN: Said(tr("Varje steg har en mindre variant för dåliga dagar"), smaller, smaller),
        SupportKind.ENERGY_CHECK: Said(
            tr("Känna efter hur orken är före nästa lektion"),
            tr("Känna efter före nästa lektion"),
            tr("Före nästa lektion görs en kort avstämning"),
        ),
    }


def _getting_out() -> dict[SupportKind, Said]:
    safe, find = tr("Det finns en lugn plats att gå till"), tr("Coachen och skolan hittar en lugn plats")
    sign = tr("Ett tecken för stopp som de vuxna känner till")
    return {
        SupportKind.SAFE_PLACE: Said(safe, safe, safe),
        SupportKind.FIND_SAFE_PLACE: Said(find, find, find),
        SupportKind.STOP_SIGN: Said(sign, tr("Ett tecken för stopp"), tr("Ett tecken är avtalat med lärarna")),
        SupportKind.EXIT_PLAN: Said(
            tr("Visa stopptecknet och gå, besöket slutar på din egen signal"),
            tr("Visa stopptecknet och gå"),
            tr("Det är avtalat hur ett besök avslutas"),
        ),
        SupportKind.LEAVE_CARD: Said(
            tr("Visa ett kort och gå ut utan att fråga, till en bestämd plats och tillbaka en bestämd tid"),
            tr("Visa ett kort och gå ut utan att fråga"),
            tr("Eleven kan lämna rummet, gå till en bestämd plats och komma tillbaka en bestämd tid"),
        ),
    }
