"""What is said of erasing, keeping and putting right: what would go, what stands in the way, and what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from wording.case_errors import written
from wording.clock import written_date
from wording.language import tr, trn


def erasure_text(code: str, data: Mapping[str, object]) -> str:
    """What is wrong, and what to do; empty when it is none of these codes."""
    return {**_of_erasing(data), **_of_extracts(data)}.get(code, "")


def _of_erasing(data: Mapping[str, object]) -> dict[str, str]:
    return {
        "erasure_under_way": tr("Ärendet pågår. Avsluta det först, sedan kan det raderas."),
        "erasure_no_plan": tr(
            "Det finns ett beslut, och kommunen har inte skrivit hur länge beslut sparas. Skriv det i gallring.toml."
        ),
        "erasure_not_archived": tr("Beslutet ska till arkivet först. Lämna det dit och lägg undan ärendet."),
        "erasure_kept_until": tr("Beslutet ska sparas till {date}. Vänta till dess.", date=written(data, "until")),
        "erasure_not_asked": tr(
            "Ingen har begärt radering de senaste sju dagarna. Börja med att begära den, så bekräftar någon annan."
        ),
        "second_person_needed": tr("Du begärde raderingen själv. Be någon annan att bekräfta den."),
        "recovery_key_needed": tr(
            "Nyckeln stämmer inte. Be den som har nyckelpapperet att skriva av det: det är den andra personen."
        ),
        "retention_plan_form": tr("Planen för hur länge uppgifter sparas går inte att läsa. Rätta filen."),
    }


def _of_extracts(data: Mapping[str, object]) -> dict[str, str]:
    return {
        "protected_export": tr(
            "Eleven har skyddade uppgifter. Tänk efter vem som får utdraget och hur, och säg sedan att det får göras."
        ),
        "correction_reason": tr(
            "Skriv varför det rättas, med högst {most} tecken. Skälet sparas bredvid det gamla.",
            most=written(data, "most"),
        ),
        "no_such_field": tr("Fältet finns inte. Skriv det som document.school.unit=Exempelskolan."),
        "nothing_to_correct": tr("Ingenting är ändrat, så det finns inget att rätta."),
    }


def say_correction(day: str, reason: str) -> str:
    """That something was put right, when and why."""
    return tr("Rättat {day}: {reason}", day=day, reason=reason)


def say_issued_again(documents: Sequence[str]) -> str:
    """Which papers have to be made and handed out again."""
    return tr("Gör om och lämna ut på nytt: {documents}", documents=", ".join(documents))


def say_no_corrections() -> str:
    """That nothing has been put right."""
    return tr("Inget är rättat i ärendet.")


def say_class(kind: str) -> str:
    """What a class of data is called."""
    names = {
        "identity": tr("vem det är"),
        "health_adjacent": tr("svar och sådant som kan tala om hälsa eller familj"),
        "working_note": tr("anteckningar, scheman och planer"),
        "decision": tr("beslut och vad som har skickats"),
        "technical": tr("nummer och tider"),
    }
    return names[kind]


def say_count(kind: str, count: int) -> str:
    """«12 rader: svar och sådant …»."""
    return trn("{n} rad: {what}", "{n} rader: {what}", count, what=say_class(kind))


def say_hindrance(why: str, until: dt.date | None) -> str:
    """What stands in the way of an erasure, and what to do."""
    return _of_erasing({"until": written_date(until) if until else ""})[f"erasure_{why}"]


def say_asked(at: str, until: str) -> str:
    """That an erasure waits for a second person."""
    return tr("Radering är begärd {at}. Någon annan ska bekräfta den senast {until}.", at=at, until=until)


def say_nothing_hinders() -> str:
    """That it can be asked for."""
    return tr("Inget hindrar en radering. Gör ett utdrag först, om det behövs: efteråt går det inte.")


def say_asked_now(until: str) -> str:
    """That it has been asked for."""
    return tr("Radering är begärd. Någon annan ska bekräfta den senast {until}.", until=until)


def say_withdrawn() -> str:
    """That it has been taken back."""
    return tr("Begäran om radering är tillbakatagen.")


def say_erased() -> str:
    """That it is done, and what is left to do."""
    return tr(
        "Ärendet är raderat och nyckeln är förstörd. Byt ut äldre kopior av nycklarna inom 30 dagar, så är det "
        "oläsligt också där."
    )


def say_ask_for_key() -> str:
    """What the second person is to do, where one coach is alone."""
    return tr("Den som har nyckelpapperet skriver av det här:")


def say_due(case_id: str, due_on: dt.date) -> str:
    """A line of the list of what is due."""
    return tr("{case}: sparas till {date}", case=case_id, date=written_date(due_on))


def say_none_due(days: int) -> str:
    """That the list is empty."""
    return trn(
        "Inget ärende når sitt datum inom {n} dag.", "Inget ärende når sitt datum inom {n} dagar.", days
    )


def say_no_plan() -> str:
    """That nothing can become due."""
    return tr("Kommunen har inte skrivit sin plan i gallring.toml. Tills den finns når inget ärende något datum.")
