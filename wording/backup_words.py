"""Backups and what can be wrong with them, in words."""

from __future__ import annotations

from collections.abc import Mapping

from wording.case_errors import written
from wording.language import tr, trn


def backup_text(code: str, data: Mapping[str, object]) -> str:
    """What is wrong with a copy, with the keys, or with a sealed row; empty for other codes."""
    return {
        "not_a_backup": tr("Filen är inte en säkerhetskopia från Stegvis."),
        "backup_damaged": tr("Kopian är skadad och kan inte användas. Välj en annan kopia."),
        "backup_of_other_keys": tr("Kopian är skadad, eller gjord med andra nycklar. Välj en annan kopia."),
        "backup_log_broken": tr(
            "Loggen i kopian håller inte ihop från rad {number}. Välj en annan kopia, eller lägg till --anyway.",
            number=written(data, "number"),
        ),
        "backup_has_damage": tr("Kopian är gjord, men något i den går inte att läsa. Äldre kopior är kvar."),
        "keys_are_there": tr("Här finns redan nycklar. De rörs inte. Återställ i en tom mapp."),
        "sealed_row_damaged": tr("En sparad rad är skadad. Det andra går att läsa. Återställ från en säkerhetskopia."),
        "case_is_erased": tr("Ärendet är raderat och kan inte läsas igen."),
        "case_key_missing": tr("Nyckeln till ärendet saknas. Återställ nycklarna från en kopia."),
        "case_key_unreadable": tr("Nyckeln till ärendet går inte att läsa. Återställ nycklarna från en kopia."),
    }.get(code, "")


def say_made(name: str) -> str:
    """A copy has been made."""
    return tr("Kopian är gjord: {name}", name=name)


def say_copy(name: str, day: str, time: str) -> str:
    """A line of the list."""
    return tr("{name}  gjord {day} klockan {time}", name=name, day=day, time=time)


def say_no_copies() -> str:
    """There are none yet."""
    return tr("Det finns inga kopior än.")


def say_checked(cases: int, acts: int) -> str:
    """A copy that holds."""
    held = trn("{n} ärende", "{n} ärenden", cases)
    logged = trn("{n} rad i loggen", "{n} rader i loggen", acts)
    return tr("Kopian är hel: {cases}, {rows}.", cases=held, rows=logged)


def say_damaged(rows: int) -> str:
    """A copy in which something cannot be read."""
    return trn("{n} sak i kopian går inte att läsa.", "{n} saker i kopian går inte att läsa.", rows)


def say_restored(lost_day: str, lost_time: str) -> str:
    """What was put back, and from when on something is missing; without a day nothing is."""
    if not lost_day:
        return tr("Kopian är återställd. Inget är borta.")
    return tr(
        "Kopian är återställd. Det som sparades efter klockan {time} {day} finns inte i den.",
        day=lost_day,
        time=lost_time,
    )


def say_aside(name: str) -> str:
    """Where the file lies that was there before."""
    return tr("Filen som fanns ligger kvar som {name}. Ta bort den när allt är som det ska.", name=name)


def say_ask_for_recovery_key() -> str:
    """Before the printed key is read."""
    return tr("Skriv den utskrivna återställningsnyckeln:")


def say_late(day: str) -> str:
    """In the app: it is a while since the last copy."""
    if not day:
        return tr("Det finns ingen säkerhetskopia än. Arbetet går att fortsätta med.")
    return tr("Den senaste säkerhetskopian är från {day}. Arbetet går att fortsätta med.", day=day)


def say_log_holds(rows: int, printed: str) -> str:
    """The log holds, and where it stands."""
    return trn("Loggen håller ihop: {n} rad. Läge: {head}", "Loggen håller ihop: {n} rader. Läge: {head}", rows,
               head=printed)  # fmt: skip


def say_log_broken(reason: str, number: int, since: str) -> str:
    """What is wrong with the log, and since when."""
    what = {
        "gap": tr("Rad {n} saknas i loggen.", n=number),
        "changed": tr("Rad {n} i loggen är ändrad.", n=number),
        "cut": tr("De senaste raderna i loggen är bortklippta: rad {n} fanns.", n=number),
    }[reason]
    if not since:
        return what
    return tr("{what} Till och med {since} var den hel.", what=what, since=since)


def say_log_restored(day: str) -> str:
    """An older copy has been put back."""
    return tr("En äldre kopia återställdes {day}.", day=day)
