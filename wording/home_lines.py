"""What those at home can do, say and let be: kind, and asking for nothing more than the plan (`method.md` E5).

No sentence makes anybody responsible for how a day turned out.
"""

from __future__ import annotations

from planning.items import Carrier, ItemKind
from planning.plan import PlannedItem
from wording.clock import written_time
from wording.items import item_text
from wording.language import tr

MORNINGS = (
    ItemKind.WAKE_UP, ItemKind.MORNING_MESSAGE, ItemKind.BREAKFAST, ItemKind.RIDE_THERE, ItemKind.BUS_WITH_ADULT,
    ItemKind.MEET_AT_ARRIVAL,
)  # fmt: skip
"""What a morning is made of."""


def say_to_home(item: PlannedItem) -> str:
    """«07.45 väckning, någon hemma», «10.30 skjuts hem, Coach Exempel kör»: when, what and who. Never why."""
    told = item_text(item)
    return f"{written_time(item.start)} " + ", ".join(part for part in (told.what, told.who) if part)


def is_for_home(item: PlannedItem) -> bool:
    """Whether somebody at home makes it happen."""
    return item.carrier is Carrier.GUARDIAN


def good_to_say() -> tuple[str, ...]:
    """Sentences that carry."""
    return (
        tr("«Jag är på din sida.»"),
        tr("«Vi tar det i din takt.»"),
        tr("«Det som är bestämt räcker.»"),
        tr("«Vad skönt att du sa till.»"),
    )


def good_to_leave_be() -> tuple[str, ...]:
    """What makes it lighter when it is left be."""
    return (
        tr("Fråga inte hur det gick. Vänta tills det kommer av sig självt."),
        tr("Be inte om mer än planen, även när det går bra."),
        tr("Skolarbete och det som är missat sköts i skolan, inte hemma."),
        tr("Jämför inte med förr eller med andra."),
    )


def on_a_bad_day(coach: str, *, beside_a_table: bool = True) -> tuple[str, ...]:
    """What is done at home when a day does not begin as planned."""
    in_table = tr("Pröva den mindre dagen i tabellen, om det känns möjligt. Ingen behöver övertalas.")
    by_the_day = tr("Pröva den mindre dagen, om det känns möjligt. Ingen behöver övertalas.")
    return (
        tr("Skriv till {coach} så fort ni vet. Ni behöver inte förklara.", coach=coach or tr("coachen")),
        in_table if beside_a_table else by_the_day,
        tr("Går inte det heller: ett sms eller ett samtal. Det räknas."),
        tr("Nästa planerade gång gäller som vanligt. Inget ska tas igen."),
    )
