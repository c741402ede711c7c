"""Support with meals, breaks, mornings and leisure, in words."""

from __future__ import annotations

from planning.needs import SupportKind
from wording.language import tr
from wording.phrases import Said


def around_the_day() -> dict[SupportKind, Said]:
    """The sentences of meals, breaks, mornings and leisure. In public nothing is told of home, sleep or eating."""
    return {**_meals_and_breaks(), **_at_home()}


def _meals_and_breaks() -> dict[SupportKind, Said]:
    lunch, meals, breaks = tr("Lunchen är anpassad"), tr("Måltiderna är planerade"), tr("Rasterna är planerade")
    place = tr("Lunchen har en bestämd plats")
    company = tr("En vuxen är med på rasterna")
    foods = tr("En lista på mat som går bra")
    return {
        SupportKind.BREAKFAST: Said(
            tr("Frukost i skolan eller i bilen med coachen, tio minuter"), tr("Frukost på vägen, tio minuter"), meals
        ),
        SupportKind.SAFE_FOODS: Said(foods, foods, meals),
        SupportKind.LUNCH_PLACE: Said(place, place, lunch),
        SupportKind.LUNCH_RUNG: Said(
            tr("Att äta lunch i skolan kan vara ett tidigt steg"), tr("Lunchen kan vara ett tidigt steg"), meals
        ),
        SupportKind.BREAK_PLAN: Said(
            tr("Varje rast har en plats, en person och något att göra"), tr("Varje rast är planerad"), breaks
        ),
        SupportKind.BREAK_COMPANY: Said(company, company, breaks),
    }


def _at_home() -> dict[SupportKind, Said]:
    mornings = tr("Morgnarna är planerade")
    adult = tr("En vuxen är hemma på morgonen")
    training = tr("Coachen kan följa med till träningen")
    return {
        SupportKind.SLEEP_PLAN: Said(
            tr("De vuxna hemma hjälper till med en plan för kvällen och sömnen"), tr("En plan för sömnen"), mornings
        ),
        SupportKind.ADULT_AT_HOME: Said(adult, adult, mornings),
        SupportKind.TWO_HOMES: Said(
            tr("Resor och morgnar är planerade från båda hemmen"),
            tr("Planerat från båda hemmen"),
            tr("Resan till skolan och hem är ordnad"),  # as for any ride: how a family lives is nobody's business
        ),
        SupportKind.FOLLOW_TO_TRAINING: Said(training, training, tr("Coachen har kontakt på överenskommet sätt")),
    }
