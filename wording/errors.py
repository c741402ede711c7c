"""Breakage in one line: where it is (file, field), what is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from planning.errors import Bug, NotAllowed, PlanningError
from wording.language import tr

_LONGEST_VALUE = 120


def say_error(error: PlanningError) -> str:
    """«klass.csv, group: Gruppen finns inte i filen. Välj till exempel 7A.» Always something, whatever the code."""
    place = ", ".join(part for part in (_written(error.data, "file"), _written(error.data, "field")) if part)
    said = _explained(error)
    return f"{place}: {said}" if place else said


def _explained(error: PlanningError) -> str:
    code = error.code.replace("-", "_")
    data = error.data
    everything = {**_file_texts(data), **_timetable_texts(data), **_case_texts(data), **_store_texts()}
    return everything.get(code) or _generic(error)


def _generic(error: PlanningError) -> str:
    if isinstance(error, Bug):
        return tr("Något gick fel i programmet, inte hos dig. Det som är sparat finns kvar.")
    if isinstance(error, NotAllowed):
        return tr("Det går inte att göra just nu ({code}).", code=error.code)
    return tr("Det här går inte att använda ({code}). Rätta och pröva igen.", code=error.code)


def _written(data: Mapping[str, object], name: str) -> str:
    """One value on one line, lists with commas, cut when long."""
    value = data.get(name, "")
    text = ", ".join(str(part) for part in value) if isinstance(value, list | tuple | set) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


def _file_texts(data: Mapping[str, object]) -> dict[str, str]:
    most, missing = _written(data, "most"), _written(data, "missing")
    return {
        "unreadable_text": tr("Texten går inte att läsa. Spara filen som UTF-8 och pröva igen."),
        "empty_file": tr("Filen är tom."),
        "too_large": tr("Filen är för stor. Ta ut bara den klass som behövs."),
        "too_many_columns": tr("Raden har fler än {most} kolumner. Kontrollera skiljetecknet.", most=most),
        "too_many_rows": tr("Filen har fler än {most} rader. Ta ut bara den klass som behövs.", most=most),
        "bad_csv": tr("Tabellen går inte att läsa. Spara den som CSV igen."),
        "headings_missing": tr("Rubriker saknas i tabellen: {missing}.", missing=missing),
        "bad_xml": tr("XML-filen är trasig. Exportera den igen."),
        "unknown_xml": tr("XML-filen är inte ett schema från FET. Välj filen som slutar på subgroups.xml."),
        "bad_calendar": tr("Kalenderfilen går inte att läsa. Exportera den igen."),
        "unknown_format": tr(
            "Filer av typen {format} kan inte läsas. Använd CSV, XML från FET eller iCalendar.",
            format=_written(data, "format"),
        ),
        "not_the_format": tr("Filen ser inte ut som {format}. Exportera den igen.", format=_written(data, "format")),
        "file_missing": tr("Filen finns inte. Kontrollera namnet."),
        "unreadable_file": tr("Filen går inte att öppna. Kontrollera namn och rättigheter."),
        "bad_json": tr("Filen är inte riktig JSON. Rätta den och pröva igen."),
        "not_json": tr("Filen är inte riktig JSON. Rätta den och pröva igen."),
        "too_deep": tr("Filen är för djupt nästlad för att vara ett schema. Exportera den igen."),
        "no_events": tr("Kalendern har inga händelser. Exportera den igen med lektionerna."),
        "too_many_events": tr("Kalendern har fler än {most} händelser. Ta ut bara ett läsår.", most=most),
        "too_many_occurrences": tr("Kalendern upprepar sig fler än {most} gånger. Ta ut bara ett läsår.", most=most),
        "rule_too_frequent": tr("En händelse upprepas oftare än varje dag. Ta bort den och pröva igen."),
        "window_too_long": tr("Perioden är för lång. Välj högst ett läsår."),
    }


def _timetable_texts(data: Mapping[str, object]) -> dict[str, str]:
    groups, nearest = _written(data, "groups"), _written(data, "nearest")
    return {
        "no_such_group": tr("Gruppen finns inte i filen. Välj till exempel {groups}.", groups=nearest),
        "group_needed": tr("Filen har flera grupper. Välj en av dem: {groups}.", groups=groups),
        "no_such_unit": tr("Enheten finns inte. Välj en av dem: {units}.", units=_written(data, "units")),
        "unit_needed": tr("Det behövs vilken enhet tiderna räknas i: {units}.", units=_written(data, "units")),
        "bell_times_needed": tr("Ringtider saknas för {hours}. Skriv när de börjar.", hours=_written(data, "hours")),
        "days_needed": tr("Det går inte att se vilka veckodagar det är: {days}.", days=_written(data, "days")),
        "no_lessons": tr("Det finns inga lektioner att planera. Välj en annan grupp eller fil."),
        "calendar_span": tr("Perioden slutar före sin början eller är längre än fem år. Rätta datumen."),
    }


def _case_texts(data: Mapping[str, object]) -> dict[str, str]:
    problem, value = _written(data, "problem"), _written(data, "value")
    weeks, steps, known = _written(data, "weeks"), _written(data, "steps"), _written(data, "known")
    return {
        "bank": tr("Frågebanken har ett fel: {problem}.", problem=problem),
        "answer": _flaw(data),
        "case_field": tr("Värdet passar inte där ({problem}).", problem=problem),
        "not_in_timetable": tr("{value} finns inte i schemat. Välj bland {known}.", value=value, known=known),
        "timetable_missing": tr("Schemafilen {value} finns inte. Kontrollera namnet.", value=value),
        "no_such_week": tr("Veckan {value} finns inte i schemat. Välj bland {weeks}.", value=value, weeks=weeks),
        "beyond_last_step": tr("Steg {value} finns inte. Planen har {steps} steg.", value=value, steps=steps),
        "not_a_monday": tr("{value} är inte en måndag. Välj en måndag.", value=value),
        "not_a_week": tr("Veckan {value} går inte att läsa. Skriv till exempel 3 eller 2027-W02.", value=value),
        "no_weeks": tr("Planen har inga veckor med skola. Välj ett annat startdatum eller fler steg."),
        "weeks_out_of_order": tr("Stegens veckor står inte i ordning. Rätta dem."),
        "duty_first": tr("Något behöver tas om hand först. Dokumenten väntar tills det är gjort."),
        "time_without_zone": tr("Tiden saknar tidszon. Skriv till exempel +01:00."),
    }


def _flaw(data: Mapping[str, object]) -> str:
    value = _written(data, "value")
    flaws = {
        "unknown_question": tr("Frågan {value} finns inte i frågebanken.", value=value),
        "choice_not_possible": tr("Svaret {value} går inte att ge på den frågan.", value=value),
        "unknown_box": tr("Rutan {value} finns inte på den frågan.", value=value),
        "one_box_only": tr("Bara en ruta kan kryssas på den frågan."),
        "stands_alone": tr("Rutan {value} kan inte kryssas ihop med andra.", value=value),
        "detail_not_possible": tr("Uppgiften hör inte till den frågan. Ta bort den."),
        "ends_before_it_starts": tr("Slutet ligger före början. Rätta det."),
    }
    return flaws.get(str(data.get("flaw", ""))) or tr("Svaret går inte att använda. Rätta det och pröva igen.")


def _store_texts() -> dict[str, str]:
    return {
        "stored_row_unreadable": tr("En sparad rad går inte att läsa. Återställ från en säkerhetskopia."),
        "backup_is_the_servers": tr("Databasen ligger på en server, och säkerhetskopieras där."),
        "backup_onto_itself": tr("Kopian kan inte läggas på samma fil. Välj ett annat namn."),
        "file_cannot_be_reached": tr("Filen går inte att nå. Kontrollera mapp och rättigheter."),
        "file_is_damaged": tr("Filen är skadad. Återställ från en säkerhetskopia."),
        "file_is_busy": tr("Filen används av ett annat program. Vänta lite och pröva igen."),
        "file_is_read_only": tr("Filen går bara att läsa. Kontrollera rättigheterna."),
        "disk_is_full": tr("Disken är full, så det senaste kunde inte sparas. Frigör plats och pröva igen."),
        "database_unavailable": tr("Databasen svarar inte. Vänta lite och pröva igen."),
        "newer_case_file": tr("Filen är gjord av en nyare version av Stegvis. Uppdatera programmet."),
        "not_a_case_file": tr("Filen är inte ett ärende från Stegvis."),
        "no_such_case": tr("Ärendet finns inte. Det kan ha tagits bort."),
    }
