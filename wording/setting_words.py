"""The settings in words: the routines, what rooms are for, thresholds, and what is wrong with a file of settings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from planning.rooms import RoomUse
from planning.telling_kinds import Telling
from questionnaire.vocabulary import Routine
from wording.case_errors import names, written
from wording.clock import plain_date, short_date
from wording.language import tr
from wording.phrases import or_list


def say_routine(routine: Routine) -> str:
    """What has been told when the routine is followed: «Någon i personalen har gjort eleven illa»."""
    return {
        Routine.STUDENT_HARM: tr("En annan elev har gjort eleven illa"),
        Routine.STUDENT_HARM_GOES_ON: tr("En annan elev gör eleven illa, och det pågår"),
        Routine.STAFF_HARM: tr("Någon i personalen har gjort eleven illa"),
        Routine.AFRAID: tr("Eleven är rädd att någon gör illa"),
        Routine.HOME: tr("Det är något hemma"),
        Routine.ONLINE: tr("Något har hänt på nätet"),
        Routine.TALK_TODAY: tr("Eleven vill prata med någon i dag"),
        Routine.TALK_SOON: tr("Eleven vill prata med någon snart"),
        Routine.EATING: tr("Det är svårt att äta"),
    }[routine]


def say_room_use(use: RoomUse) -> str:
    """What a room may be used for."""
    return {
        RoomUse.SMALL: tr("Litet rum för en eller några få"),
        RoomUse.CALM: tr("Lugn plats att gå till"),
        RoomUse.MEET: tr("Där coach och elev ses"),
    }[use]


def say_number(name: str) -> str:
    """What a threshold counts."""
    return {
        "most_occasions_a_month": tr("Så många tillfällen i månaden är fortfarande enstaka"),
        "weeks": tr("Efter så många veckor är det inte längre tillfälligt"),
        "terms": tr("Så många terminer brukar en plan vara högst"),
        "usual_weeks_a_step": tr("Så många veckor brukar ett steg vara"),
        "most_weeks_a_step": tr("Ett steg som är längre än så många veckor påpekas"),
        "lix_below": tr("Text med läsbarhet (LIX) under detta räknas som lätt"),
        "fewest_words": tr("Texter med färre ord än så prövas inte"),
        "most_passages_told": tr("Så många ställen i taget pekas ut"),
    }.get(name, name.replace("_", " "))


def say_telling(kind: Telling) -> str:
    """What words of that kind tell of."""
    return {
        Telling.HEALTH: tr("hälsa"),
        Telling.MEDICINE: tr("mediciner"),
        Telling.FAMILY: tr("familjen"),
        Telling.SOCIAL: tr("socialtjänst"),
        Telling.HARM: tr("vad andra har gjort"),
        Telling.BLAME: tr("skuld"),
        Telling.REDUCTION: tr("frånvaro som val"),
        Telling.OTHERS: tr("andra elever"),
    }[kind]


def say_days(first: dt.date, last: dt.date) -> str:
    """«22 feb 2027–26 feb 2027», or the one day with its weekday: «fre 13 nov 2026»."""
    if first == last:
        return f"{short_date(first)} {first.year}"
    return f"{plain_date(first)}–{plain_date(last)}"


def setting_text(code: str, data: Mapping[str, object]) -> str:
    """What is wrong with a file of settings, and what to do; empty for the code of anything else."""
    value, most, known = written(data, "value"), written(data, "most"), or_list(names(data, "known"))
    everything = {**_form(value, most, data), **_meaning(value, known, data), **_keeping()}
    return everything.get(code, "")


def _form(value: str, most: str, data: Mapping[str, object]) -> dict[str, str]:
    return {
        "settings_too_large": tr("Filen är för stor. Högst {most} kB går bra.", most=most),
        "not_a_school_year": tr('Det är inget läsår. Skriv till exempel ["2026/27"].'),
        "outside_school_year": tr(
            "{days} ligger utanför läsåret {value}. Rätta datumet, eller flytta det till rätt läsår.",
            days=written(data, "days"), value=value,
        ),
        "too_many_entries": tr("Det är för många. Högst {most} går bra.", most=most),
        "room_name": tr("Rummet behöver ett namn på högst {most} tecken.", most=most),
        "room_twice": tr("Rummet står två gånger. Ta bort det ena."),
    }  # fmt: skip


def _meaning(value: str, known: str, data: Mapping[str, object]) -> dict[str, str]:
    law = tr("{value} står i lag, {source}, och ändras inte här. Ta bort raden.", value=value, source=_source(data))
    return {
        "no_such_rule": tr("Det finns ingen regel {value} att ändra. Skriv {names}.", value=value, names=known),
        "rule_is_law": law,
        "no_such_number": tr("Regeln har inget sådant tal att ändra. Skriv {names}.", names=known),
        "no_such_words": tr("Ordlistan finns inte. Den ska heta {names}.", names=known),
        "own_kind_changed": tr(
            "Frågan kan ha svar. Låt den vara av samma sort som förut: {value}. Eller gör en ny fråga.", value=value
        ),
        "own_box_gone": tr(
            "Rutan {value} kan vara kryssad. Låt den stå kvar, eller gör en ny fråga.", value=value
        ),
    }


def _keeping() -> dict[str, str]:
    return {
        "settings_of_no_school": tr("Det här gäller hela kommunen, och har ingen egen fil för en skola."),
        "settings_changed_meanwhile": tr(
            "Någon annan har ändrat samtidigt. Se efter vad som gäller nu, och gör om din ändring."
        ),
        "settings_not_writable": tr(
            "Filen kunde inte skrivas, så inget är ändrat. Se efter att det finns plats och rättigheter i datamappen."
        ),
        "no_such_version": tr("Den versionen finns inte kvar."),
        "nothing_before": tr("Det finns ingen tidigare version att lägga tillbaka."),
        "too_many_versions": tr("Det finns för många versioner. Flytta de äldsta ur mappen installningar."),
        "settings_faulty": tr("Filen har fel och kan inte läggas in. Rätta det som står i listan först."),
        "no_such_setting": tr("Det finns ingen sådan inställning."),
        "no_free_days": tr("Kalendern har inga lov eller studiedagar som går att känna igen."),
    }


def _source(data: Mapping[str, object]) -> str:
    return written(data, "source")
