"""What is wrong with a case, its answers or what is asked of it, and what to do. Each text is one line."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from wording.bank_problems import say_bank_problem
from wording.field_errors import say_field_fault
from wording.language import tr, trn
from wording.phrases import full_stop, or_list

_NEAREST = 5
"""So many names are offered in place of one that is not there."""


def case_text(code: str, data: Mapping[str, object]) -> str:
    """The text of that code, empty when it is none of these."""
    if code == "case_field":
        return say_field_fault(str(data.get("problem", "")), written(data, "limit"), _nearest(data))
    if code == "answer":
        return _flaw(data)
    everything = {**_names(data), **_weeks(data), **_states(), **_commands(data)}
    return everything.get(code, "")


def names(data: Mapping[str, object], name: str) -> tuple[str, ...]:
    """The words of a list in the data."""
    value = data.get(name, ())
    return tuple(str(part) for part in value) if isinstance(value, list | tuple | set) else ()


LONGEST_VALUE = 120
"""So many characters of a value are shown."""


def written(data: Mapping[str, object], name: str) -> str:
    """One value on one line, lists with commas, cut when long; a sign that cannot be shown is a «�»."""
    value = data.get(name, "")
    text = ", ".join(names(data, name)) if isinstance(value, list | tuple | set) else str(value)
    text = "".join(sign if sign.isprintable() else "�" for sign in " ".join(text.split()))
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def _nearest(data: Mapping[str, object]) -> str:
    """The names most like the one that was written; the first ones when none is like it."""
    known = names(data, "known")
    if len(known) <= _NEAREST:
        return or_list(known)
    folded = {name.casefold(): name for name in known}
    alike = get_close_matches(written(data, "value").casefold(), folded, _NEAREST, 0.6)
    return or_list([folded[name] for name in alike] or known[:_NEAREST])


def _names(data: Mapping[str, object]) -> dict[str, str]:
    value, nearest = written(data, "value"), _nearest(data)
    said = full_stop(say_bank_problem(written(data, "problem")))
    in_timetable = tr("{value} finns inte i schemat. Skriv till exempel {names}.", value=value, names=nearest)
    return {
        "bank": say_field_fault(kind, written(data, "limit")) if (kind := written(data, "kind")) else said,
        "not_in_timetable": in_timetable if nearest else tr("{value} finns inte i schemat. Ta bort det.", value=value),
        "no_such_question": tr(
            "Frågan {value} finns inte i frågebanken. Skriv till exempel {names}.", value=value, names=nearest
        ),
        "timetable_missing": tr("Schemafilen {value} finns inte. Kontrollera namnet.", value=value),
        "subject_said_twice": tr("{value} är sagt på två sätt. Behåll ett av dem.", value=value),
        "repeated_name": tr("Namnet står två gånger på samma ställe i filen. Ta bort det ena."),
    }


def _weeks(data: Mapping[str, object]) -> dict[str, str]:
    value, steps = written(data, "value"), written(data, "steps")
    weeks = [week for week in names(data, "weeks") if week]
    no_such_week = tr("Alla veckor är lika i schemat. Ta bort {value}.", value=value)
    if weeks:
        no_such_week = tr("Veckan {value} finns inte i schemat. Välj {weeks}.", value=value, weeks=_few(weeks))
    found = data.get("found", 0)
    too_few = trn(
        "Bara {n} vecka med skola ryms i planen. Välj färre eller kortare steg.",
        "Bara {n} veckor med skola ryms i planen. Välj färre eller kortare steg.",
        found if isinstance(found, int) else 0,
    )
    return {
        "no_such_week": no_such_week,
        "beyond_last_step": tr("Steg {value} finns inte. Planen har {steps} steg.", value=value, steps=steps),
        "not_a_monday": tr("{value} är inte en måndag. Välj en måndag.", value=value),
        "not_a_week": tr("Veckan {value} går inte att läsa. Skriv till exempel 3 eller 2027-W02.", value=value),
        "no_weeks": tr("Planen har inga veckor med skola. Välj ett annat startdatum eller fler steg."),
        "too_few_weeks": too_few,
        "weeks_out_of_order": tr("Stegens veckor står inte i ordning. Skriv varje vecka en gång, den första först."),
    }


def _few(weeks: list[str]) -> str:
    """Not a whole year of them."""
    return or_list(weeks) if len(weeks) <= _NEAREST else f"{', '.join(weeks[:_NEAREST])} …"


def _states() -> dict[str, str]:
    return {
        "duty_first": tr("Något behöver tas om hand först. Dokumenten väntar tills det är gjort."),
        "no_decision_file": tr("Det finns ingen fil med det beslutet. Beslutet står i ärendet."),
        "nothing_chosen": tr("Välj först vad du svarar."),
        "no_plan_yet": tr("Det finns ingen plan än. Gör planen först."),
        "kept_from_harm": tr("Det här går inte att ändra: det håller eleven borta från det som inte är tryggt."),
        "not_ours_to_give_up": tr("Det här står fast: det är en tid, en resa eller ett beslut som ni inte råder över."),
        "plan_is_old": tr("Något har ändrats sedan planen gjordes. Gör om planen först."),
        "proposal_incomplete": tr("Förslaget är inte färdigt. Fyll i det som saknas, eller gör ett utkast."),
        "timetable_first": tr("Det finns inget schema än. Lägg in elevens schema först."),
        "time_without_zone": tr("Tiden saknar tidszon. Skriv till exempel +01:00."),
    }


def _commands(data: Mapping[str, object]) -> dict[str, str]:
    return {
        "answer_form": tr("Svaret går inte att läsa. Skriv till exempel SO1=yes eller AM1=Bild,Musik."),
        "no_such_lesson": tr("Den lektionen finns inte i schemat för det steget."),
        "part_outside_lesson": tr("Tiden ligger utanför lektionen."),
        "not_on_grid": tr("Skriv tiden i hela fem minuter, eller som lektionen börjar och slutar."),
        "reason_missing": tr("Skriv varför det ska gälla ändå."),
        "no_such_change": tr("Den ändringen finns inte, eller är redan tillbakatagen."),
        "no_such_alternative": tr("Det alternativet finns inte."),
        "folder_cannot_be_made": tr("Mappen går inte att skapa. Välj en annan mapp."),
        "file_cannot_be_written": tr("Filen går inte att skriva. Stäng den om den är öppen, eller välj en annan mapp."),
        "file_cannot_be_removed": tr(
            "Filen från en tidigare körning går inte att ta bort. Stäng den, eller välj en annan mapp."
        ),
        "too_many_lessons": tr(
            "Schemat har fler än {most} lektioner. Välj en grupp eller ett läsår.", most=written(data, "most")
        ),
    }


def _flaw(data: Mapping[str, object]) -> str:
    value = written(data, "value")
    flaws = {
        "unknown_question": tr("Frågan {value} finns inte i frågebanken. Kontrollera stavningen.", value=value),
        "choice_not_possible": tr("Svaret {value} går inte att ge på den frågan. Kryssa rutor i stället.", value=value),
        "unknown_box": tr("Rutan {value} finns inte på den frågan.", value=value),
        "one_box_only": tr("Bara en ruta kan kryssas på den frågan. Välj en av dem: {value}.", value=value),
        "stands_alone": tr("Rutan {value} kan inte kryssas ihop med andra. Ta bort den eller de andra.", value=value),
        "detail_not_possible": tr("Uppgiften hör inte till den frågan. Ta bort den."),
        "detail_out_of_range": tr("{value} är för litet eller för stort där. Välj ett annat värde.", value=value),
        "ends_before_it_starts": tr("Slutet ligger inte efter början. Rätta det ena eller det andra."),
    }
    return flaws.get(str(data.get("flaw", ""))) or tr("Svaret går inte att använda. Rätta det och pröva igen.")
