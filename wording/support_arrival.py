"""Support on the way to school, at the door and on the way home, in words."""

from __future__ import annotations

from planning.needs import SupportKind
from wording.language import tr
from wording.phrases import Said


def arrival() -> dict[SupportKind, Said]:
    """The sentences of coming and going."""
    return {**_at_the_door(), **_on_the_way()}


def _at_the_door() -> dict[SupportKind, Said]:
    meets, adapted = tr("En vuxen möter vid ankomsten"), tr("Ankomsten är anpassad")
    quiet, hello = tr("Komma in i lugn och ro, utan kommentarer"), tr("En vuxen säger hej vid ankomsten")
    return {
        SupportKind.MEET_AT_ARRIVAL: Said(meets, meets, meets),
        SupportKind.GREETER: Said(hello, hello, meets),
        SupportKind.QUIET_ARRIVAL: Said(quiet, tr("Komma in i lugn och ro"), adapted),
        SupportKind.MEET_ADULT_FIRST: Said(
            tr("Träffa en vuxen från skolan någon annanstans först"),
            tr("Träffa en vuxen först"),
            tr("En vuxen från skolan träffar eleven först"),
        ),
        SupportKind.FADE_IN_ARRIVAL: Said(
            tr("Komma in lite senare eller gå lite före"),
            tr("Komma in lite senare eller gå lite före"),
            tr("Ankomst och hemgång är anpassade"),
        ),
        SupportKind.OWN_ENTRANCE: Said(tr("En egen ingång"), tr("En egen ingång"), adapted),
    }


def _on_the_way() -> dict[SupportKind, Said]:
    ride, route = tr("Hjälp att komma till skolan och hem"), tr("En väg genom skolan som känns okej")
    calm = tr("Gå i korridoren när få är där")
    return {
        SupportKind.RIDE: Said(ride, ride, tr("Resan till skolan och hem är ordnad")),
        SupportKind.WAY_HOME: Said(
            tr("Varje besök har en bestämd väg hem, och ett sätt att åka hem direkt"),
            tr("Vägen hem är bestämd"),
            tr("Hemvägen är bestämd vid varje besök"),
        ),
        SupportKind.ROUTE_PAST_PLACE: Said(route, route, tr("Vägarna genom skolan är anpassade")),
        SupportKind.OFF_PEAK: Said(calm, calm, tr("Förflyttningar sker när det är lugnt")),
    }
