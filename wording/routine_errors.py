"""What is wrong with the file of local routines, and what to do. Each text is one line."""

from __future__ import annotations

from collections.abc import Mapping

from wording.case_errors import names, written
from wording.language import tr
from wording.phrases import or_list


def routine_text(code: str, data: Mapping[str, object]) -> str:
    """The text of that code, empty when it is none of these."""
    line, known = written(data, "place"), or_list(names(data, "known"))
    unreadable = tr("Filen är inte riktig TOML. Kontrollera citattecken och klamrar.")
    at_line = tr("Filen är inte riktig TOML på rad {line}. Kontrollera citattecken och klamrar.", line=line)
    return {
        "bad_toml": at_line if line else unreadable,
        "not_a_phone": tr("Det är inget telefonnummer. Skriv siffror, eller ta bort det."),
        "no_such_routine": tr("Rutinen finns inte. Den ska heta {names}.", names=known),
        "routine_missing": tr("Rutinen saknas. Skriv dit den."),
    }.get(code, "")
