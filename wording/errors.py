"""Breakage in one line: where it is (file, field), what is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from planning.errors import Bug, NotAllowed, PlanningError
from wording.backup_words import backup_text
from wording.case_errors import case_text, written
from wording.course_errors import course_text
from wording.door_errors import door_text
from wording.emergency import emergency_text
from wording.erasure_words import erasure_text
from wording.language import tr
from wording.phrases import and_list
from wording.returned_words import returned_text
from wording.routine_errors import routine_text
from wording.setting_words import setting_text


def say_error(error: PlanningError) -> str:
    """«klass.csv, group: Gruppen finns inte i filen. Välj till exempel 7A.» Always something, whatever the code."""
    place = ", ".join(part for part in (written(error.data, "file"), written(error.data, "field")) if part)
    said = _explained(error)
    return f"{place}: {said}" if place else said


def _explained(error: PlanningError) -> str:
    code = error.code.replace("-", "_")
    data = error.data
    everything = {**_file_texts(data), **_reading_texts(), **_timetable_texts(data), **_store_texts()}
    given = everything.get(code) or case_text(code, data) or routine_text(code, data) or returned_text(code, data)
    given = given or backup_text(code, data) or setting_text(code, data)
    given = given or door_text(code, data) or emergency_text(code, data)
    return given or course_text(code, data) or erasure_text(code, data) or _generic(error)


def _generic(error: PlanningError) -> str:
    if isinstance(error, Bug):
        return tr("Något gick fel i programmet, inte hos dig. Det som är sparat finns kvar.")
    if isinstance(error, NotAllowed):
        return tr("Det går inte att göra just nu ({code}).", code=error.code)
    return tr("Det här går inte att använda ({code}). Rätta och pröva igen.", code=error.code)


def _file_texts(data: Mapping[str, object]) -> dict[str, str]:
    most = written(data, "most")
    return {
        "unreadable_text": tr("Texten går inte att läsa. Spara filen som UTF-8 och pröva igen."),
        "empty_file": tr("Filen är tom."),
        "too_large": tr("Filen är för stor. Ta ut bara den klass som behövs."),
        "too_many_columns": tr("Raden har fler än {most} kolumner. Kontrollera skiljetecknet.", most=most),
        "too_many_rows": tr("Filen har fler än {most} rader. Ta ut bara den klass som behövs.", most=most),
        "bad_csv": tr("Tabellen går inte att läsa. Spara den som CSV igen."),
        "headings_missing": tr(
            "Det går inte att se {missing} i tabellen. Skriv rubriker överst, eller en rad för varje lektion: "
            "mån 08.10–09.00 Bild.",
            missing=and_list(_columns(data)),
        ),
        "bad_xml": tr("XML-filen är trasig. Exportera den igen."),
        "xml_with_entities": tr("XML-filen har egna förkortningar (DTD), och läses inte. Exportera den igen från FET."),
        "unknown_xml": tr("XML-filen är inte ett schema från FET. Välj filen som slutar på subgroups.xml."),
        "bad_calendar": tr("Kalenderfilen går inte att läsa. Exportera den igen."),
        "workbook": tr(
            "Kalkylblad öppnas inte här. Öppna det själv, markera schemat, kopiera det med Ctrl + C och klistra in det "
            "under «Klistra in en tabell». Det går också att spara det som CSV."
        ),
        "unknown_format": tr(
            "Filer av typen {format} kan inte läsas. Använd CSV, XML från FET eller iCalendar.",
            format=written(data, "format"),
        ),
        "not_the_format": tr("Filen ser inte ut som {format}. Exportera den igen.", format=written(data, "format")),
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


def _columns(data: Mapping[str, object]) -> list[str]:
    """The columns that are missing, in words."""
    named = {"weekday": tr("dag"), "start": tr("starttid"), "subject": tr("ämne")}
    missing = data.get("missing")
    return [named.get(str(one), str(one)) for one in missing] if isinstance(missing, tuple | list) else []


def _reading_texts() -> dict[str, str]:
    """What became of a file that the reader could not be left alone with."""
    return {
        "reader_busy": tr("Andra filer läses just nu. Vänta lite och pröva igen."),
        "file_too_heavy": tr("Filen tar mer minne än något schema. Ta ut bara den klass som behövs."),
        "file_too_slow": tr("Filen tar för lång tid att läsa. Ta ut bara den klass som behövs."),
        "file_reaches_out": tr(
            "Filen försökte göra något annat än att läsas, så den stoppades. "
            "Exportera den igen, eller klistra in tabellen."
        ),
        "file_stops_reader": tr("Läsningen tog slut mitt i filen. Exportera den igen, eller klistra in tabellen."),
    }


def _timetable_texts(data: Mapping[str, object]) -> dict[str, str]:
    groups, nearest = written(data, "groups"), written(data, "nearest")
    return {
        "no_such_group": tr("Gruppen finns inte i filen. Välj till exempel {groups}.", groups=nearest),
        "group_needed": tr("Filen har flera grupper. Välj en av dem: {groups}.", groups=groups),
        "no_such_unit": tr("Enheten finns inte. Välj en av dem: {units}.", units=written(data, "units")),
        "unit_needed": tr("Det behövs vilken enhet tiderna räknas i: {units}.", units=written(data, "units")),
        "bell_times_needed": tr("Ringtider saknas för {hours}. Skriv när de börjar.", hours=written(data, "hours")),
        "days_needed": tr("Det går inte att se vilka veckodagar det är: {days}.", days=written(data, "days")),
        "no_lessons": tr("Det finns inga lektioner att planera. Välj en annan grupp eller fil."),
        "calendar_span": tr("Perioden slutar före sin början eller är längre än fem år. Rätta datumen."),
    }


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
        "disk_nearly_full": tr(
            "Disken är nästan full. Det du gjorde är sparat, i plats som hållits undan. Frigör plats så snart du kan."
        ),
        "database_unavailable": tr("Databasen svarar inte. Vänta lite och pröva igen."),
        "database_not_prepared": tr(
            "Databasen är inte förberedd. Den som sköter servern kör «cli.py database prepare»."
        ),
        "database_not_migrated": tr(
            "Databasen hör till en annan version av Stegvis. Den som sköter servern kör «cli.py database migrate»."
        ),
        "database_role_too_strong": tr(
            "Appens databasroll får mer än den ska. Låt STEGVIS_DATABASE nämna en roll som inte äger tabellerna."
        ),
        "database_roles_alike": tr("Ägaren och appen behöver var sin databasroll, i samma databas."),
        "database_url": tr("En databas anges som postgresql://roll:lösenord@server/databas. Rätta och pröva igen."),
        "newer_case_file": tr("Filen är gjord av en nyare version av Stegvis. Uppdatera programmet."),
        "not_a_case_file": tr("Filen är inte ett ärende från Stegvis."),
        "no_such_case": tr("Ärendet finns inte. Det kan ha tagits bort."),
    }
