"""What is said of emergencies and of those who must be protected: calmly, and always with what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import assert_never

from planning.emergency import Step
from wording.case_errors import written
from wording.language import tr


def say_banner(until: dt.datetime) -> str:
    """The line above the case while it stands open. `until` is on the school's clock."""
    return tr(
        "Du har öppnat det här ärendet i en nödsituation. Det är öppet till {time}. Du kan läsa, och anteckna att "
        "något är omhändertaget. Det du läser antecknas, och någon annan går igenom det efteråt.",
        time=f"{until:%H.%M}",
    )


def say_before_opening(*, is_protected: bool) -> str:
    """Above the field for the reason."""
    text = tr(
        "Öppna bara om en elev behöver dig nu och den som är utsedd inte går att nå. Skriv varför, utan namn. "
        "Samordnaren och dataskyddsombudet får veta det genast."
    )
    second = tr("Eleven har skyddade personuppgifter: en kollega till måste säga ja innan något visas.")
    return f"{text} {second}" if is_protected else text


def say_step(step: Step, until: dt.datetime, review_by: dt.datetime) -> str:
    """Where an emergency stands, on the start pages of those who watch over it. Times are on the school's clock."""
    match step:
        case Step.WAITING:
            return tr("Väntar på att en kollega till säger ja.")
        case Step.LAPSED:
            return tr("Ingen kollega sade ja inom en timme. Inget visades.")
        case Step.OPEN:
            return tr("Öppet till {time}.", time=f"{until:%H.%M}")
        case Step.TO_REVIEW:
            return tr("Gå igenom det med den som öppnade, senast {day}.", day=review_by.date().isoformat())
        case Step.OVERDUE:
            return tr("Skulle ha gåtts igenom {day}. Gör det nu.", day=review_by.date().isoformat())
        case Step.REVIEWED:
            return tr("Genomgånget.")
        case _:
            assert_never(step)


def emergency_text(code: str, data: Mapping[str, object]) -> str:
    """The text of that code, empty when it is none of these."""
    return {
        "reason_too_short": tr("Skriv med minst {least} ord varför det inte kan vänta.", least=written(data, "least")),
        "reason_too_long": tr("Skriv kortare, högst {most} tecken.", most=written(data, "most")),
        "takes_another_person": tr("Det behöver vara någon annan än du. Be en kollega."),
        "opening_not_waiting": tr("Det väntar inte på någon längre. Behövs det än får det öppnas på nytt."),
        "opening_not_to_review": tr("Det är inte klart att gås igenom, eller redan genomgånget."),
        "no_such_opening": tr("Den nödöppningen finns inte i ärendet. Ladda om sidan."),
        "not_a_guardian_here": tr("Det är ingen vårdnadshavare i det här ärendet. Välj bland dem som står där."),
        "protected_unconfirmed": tr(
            "Eleven har skyddade personuppgifter. Tänk efter vart papperet ska, och kryssa i att du vet det."
        ),
    }.get(code, "")
