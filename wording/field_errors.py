"""What is wrong with the value of one field, and what would do there. Kinds are pydantic's, and a few of our own."""

from __future__ import annotations

from wording.language import tr


def say_field_fault(kind: str, limit: str = "", nearest: str = "") -> str:
    """«Talet är för stort. Det får vara högst 40.» Something that can be acted on, whatever the kind."""
    if kind in ("enum", "literal_error", "union_tag_invalid"):
        return _one_of(nearest)
    everything = {**_presence(), **_limits(limit), **_types(), **_times()}
    return everything.get(kind) or tr("Värdet passar inte där. «cli.py schema» visar vad som kan stå.")


def _one_of(nearest: str) -> str:
    if not nearest:
        return tr("Ordet finns inte att välja på. «cli.py schema» visar vilka som finns.")
    return tr("Ordet finns inte att välja på. Skriv till exempel {words}.", words=nearest)


def _presence() -> dict[str, str]:
    return {
        "missing": tr("Fältet saknas. Skriv dit det."),
        "extra_forbidden": tr("Fältet finns inte. Kontrollera stavningen, eller ta bort det."),
        "union_tag_not_found": tr("Det saknas vilken sort det är. Skriv «kind»."),
        "invalid_key": tr("Fältets namn går inte att använda. Skriv det som text."),
    }


def _limits(limit: str) -> dict[str, str]:
    most = tr("Värdet är för stort. Det får vara högst {limit}.", limit=limit)
    least = tr("Värdet är för litet. Det ska vara minst {limit}.", limit=limit)
    return {
        "less_than_equal": most,
        "less_than": tr("Värdet är för stort. Det ska vara mindre än {limit}.", limit=limit),
        "greater_than_equal": least,
        "greater_than": tr("Värdet är för litet. Det ska vara större än {limit}.", limit=limit),
        "too_long": tr("Listan är för lång. Den får ha högst {limit} delar.", limit=limit),
        "too_short": tr("Listan är för kort. Den ska ha minst {limit} delar.", limit=limit),
        "string_too_long": tr("Texten är för lång. Den får ha högst {limit} tecken.", limit=limit),
        "string_too_short": tr("Texten är för kort. Den ska ha minst {limit} tecken.", limit=limit),
        "multiple_of": tr("Välj ett tal som är jämnt delbart med {limit}.", limit=limit),
        "longer_than_its_hours": tr("Det får inte plats mellan början och slutet. Gör det kortare, eller ge mer tid."),
        "more_times_than_days": tr("Det är fler gånger än dagar. Välj färre gånger, eller fler dagar."),
        "it_ends_before_it_begins": tr("Slutet ligger inte efter början. Rätta det ena eller det andra."),
        "steps_are_counted_from_one": tr("Stegen räknas från 1. Skriv 1 eller mer."),
    }


def _types() -> dict[str, str]:
    number = tr("Det ska vara ett heltal. Skriv det med siffror.")
    text = tr("Det ska vara en text. Skriv den inom citattecken.")
    fields = tr("Det ska vara fält med namn, inom klamrar.")
    rows = tr("Det ska vara en lista, inom hakparenteser.")
    yes_or_no = tr("Det ska vara true eller false.")
    return {
        **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size", "finite_number"), number),
        **dict.fromkeys(("string_type", "string_unicode", "string_sub_type"), text),
        **dict.fromkeys(("model_type", "model_attributes_type", "dict_type", "mapping_type"), fields),
        **dict.fromkeys(("tuple_type", "list_type", "iterable_type"), rows),
        **dict.fromkeys(("bool_type", "bool_parsing"), yes_or_no),
    }


def _times() -> dict[str, str]:
    date = tr("Det är inget datum. Skriv till exempel 2027-01-11.")
    moment = tr("Det är ingen tidpunkt. Skriv till exempel 2027-01-08T10:00:00+01:00.")
    dates = ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact")
    moments = ("datetime_type", "datetime_parsing", "datetime_from_date_parsing", "datetime_object_invalid")
    return {
        **dict.fromkeys(dates, date),
        **dict.fromkeys(moments, moment),
        "timezone_aware": tr("Tiden saknar tidszon. Skriv till exempel +01:00."),
        "not_a_time_of_day": tr("Det är inget klockslag. Skriv till exempel 08:10."),
        "not_a_weekday": tr("Det är ingen veckodag. Skriv mon, tue, wed, thu, fri, sat eller sun."),
        "not_a_Monday": tr("Dagen är inte en måndag. Välj en måndag."),
        "not_a_school_day": tr("Dagen är en lördag eller söndag. Välj en skoldag."),
        "two_travel_times_for_one_week": tr("Samma vecka har två olika tider. Skriv vilka veckor var och en gäller."),
        "not_a_week": tr("Det är ingen vecka i planen. Skriv 1 till 104, eller till exempel 2027-W02."),
    }
