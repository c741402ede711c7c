"""The kinds of settings: which file each stands in, whose it is, and how its text is read with every fault told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from casework.routines import LOCAL_FILE as ROUTINES_FILE
from casework.routines import project_routines, routines_in
from casework.settings_entries import Faults, Reader, take_entry
from planning import local_rules
from planning.errors import BadInput
from planning.law.rules import law_rules
from planning.law.verdicts import LawRule
from planning.local_files import tables_of
from planning.local_rules import NOTHING, OF_WORDS, LocalRule, LocalRules, LocalWords, is_open, open_numbers
from planning.rooms import Room, Rooms
from planning.school_dates import SchoolDates, SchoolYearDates, is_school_year, outside
from questionnaire.bank import BANK_FOLDER, load_bank
from questionnaire.own_items import OWN_FILE, OwnItem, entry_of, own_faults

CALENDAR_FILE, ROOMS_FILE = "lasar.toml", "salar.toml"
MOST_YEARS, MOST_ROOMS = 6, 120
"""Our defaults: as far as a plan reaches, and the rooms of a large school."""
_UNIT = re.compile(r"^[A-Za-z0-9-]{1,36}$")


class SettingsKind(StrEnum):
    """What can be set."""

    ROUTINES = "routines"
    CALENDAR = "calendar"
    ROOMS = "rooms"
    QUESTIONS = "questions"
    RULES = "rules"


def read_calendar(text: str, faults: Faults) -> SchoolDates | None:
    """Läsårstider by school year."""
    found: dict[str, SchoolYearDates] = {}
    for name, entry in _tables(text, CALENDAR_FILE, faults):
        if not is_school_year(name):
            faults.append(BadInput("not_a_school_year", file=CALENDAR_FILE, field=name, value=name))
            continue
        year = take_entry(SchoolYearDates, CALENDAR_FILE, name, entry, faults)
        if year is None:
            continue
        days = ", ".join(day.isoformat() for day in outside(name, year))
        if days:
            faults.append(BadInput("outside_school_year", file=CALENDAR_FILE, field=name, value=name, days=days))
        found[name] = year
    if len(found) > MOST_YEARS:
        faults.append(BadInput("too_many_entries", file=CALENDAR_FILE, most=MOST_YEARS))
    return None if faults else dict(sorted(found.items()))


def read_rooms(text: str, faults: Faults) -> Rooms | None:
    """The rooms by name."""
    found: dict[str, Room] = {}
    for name, entry in _tables(text, ROOMS_FILE, faults):
        if not name.strip() or len(name) > 40 or not name.isprintable():
            faults.append(BadInput("room_name", file=ROOMS_FILE, field=name, most=40))
        elif name.casefold() in {other.casefold() for other in found}:
            faults.append(BadInput("room_twice", file=ROOMS_FILE, field=name))
        elif (room := take_entry(Room, ROOMS_FILE, name, entry, faults)) is not None:
            found[name] = room
    if len(found) > MOST_ROOMS:
        faults.append(BadInput("too_many_entries", file=ROOMS_FILE, most=MOST_ROOMS))
    return None if faults else dict(sorted(found.items(), key=lambda pair: pair[0].casefold()))


def read_questions(text: str, faults: Faults) -> tuple[OwnItem, ...] | None:
    """The installation's own questions; all of their form first, and then what they mean beside the project's."""
    entries = _tables(text, OWN_FILE, faults)
    taken = [take_entry(OwnItem, OWN_FILE, code, entry_of(code, entry), faults) for code, entry in entries]
    own = tuple(item for item in taken if item is not None)
    if not faults:
        faults.extend(own_faults(load_bank(BANK_FOLDER), own))
    return None if faults else own


def read_rules(text: str, faults: Faults) -> LocalRules | None:
    """Other thresholds, by rule, and words of one's own. Nothing that a statute says."""
    rules, words = {}, {}
    known = rules_by_code()
    for code, entry in _tables(text, local_rules.LOCAL_FILE, faults):
        if code == local_rules.WORDS:
            words = _words(entry, faults)
        elif code not in known:
            codes = tuple(rule.code for rule in known.values() if is_open(rule))
            faults.append(BadInput("no_such_rule", file=local_rules.LOCAL_FILE, field=code, value=code, known=codes))
        elif not is_open(known[code]):
            source = known[code].source
            faults.append(BadInput("rule_is_law", file=local_rules.LOCAL_FILE, field=code, value=code, source=source))
        elif (rule := take_entry(LocalRule, local_rules.LOCAL_FILE, code, entry, faults)) is not None:
            rules[code] = rule
            faults.extend(_unknown_numbers(known[code], rule))
    return None if faults else LocalRules(rules, words)


def rules_by_code() -> dict[str, LawRule]:
    """The rules of law as they are delivered, by code."""
    return {code: rule for state in reversed(law_rules()) for code, rule in state.by_code.items()}


def _unknown_numbers(rule: LawRule, own: LocalRule) -> Faults:
    open_to = open_numbers(rule)
    return [
        BadInput(
            "no_such_number", file=local_rules.LOCAL_FILE, field=f"{rule.code}.numbers.{name}", value=name,
            known=open_to,
        )
        for name in own.numbers
        if name not in open_to
    ]  # fmt: skip


def _words(entry: Any, faults: Faults) -> dict[Any, LocalWords]:
    if not isinstance(entry, Mapping):
        faults.append(
            BadInput("case_field", file=local_rules.LOCAL_FILE, field=local_rules.WORDS, problem="dict_type", limit="")
        )
        return {}
    found = {}
    kinds = {kind.value: kind for kind in OF_WORDS}
    for name, lists in entry.items():
        field = f"{local_rules.WORDS}.{name}"
        if name not in kinds:
            known = tuple(kinds)
            faults.append(BadInput("no_such_words", file=local_rules.LOCAL_FILE, field=field, value=name, known=known))
        elif (words := take_entry(LocalWords, local_rules.LOCAL_FILE, field, lists, faults)) is not None:
            found[kinds[name]] = words
    return found


def _tables(text: str, file: str, faults: Faults) -> tuple[tuple[str, Any], ...]:
    """The tables of the text, by name; none, with the fault added, where it is no TOML."""
    try:
        return tuple(tables_of(text, file).items())
    except BadInput as fault:
        faults.append(fault)
        return ()


@dataclass(frozen=True)
class KindOfSetting:
    """One kind: its file in the data folder, whether each school has its own, how it is read, and what it is empty."""

    file: str
    read: Reader
    default: Any
    is_of_a_school: bool = False


def _read_routines(text: str, faults: Faults) -> Any:
    return routines_in(text, faults, project_routines())


KINDS: Mapping[SettingsKind, KindOfSetting] = {
    SettingsKind.ROUTINES: KindOfSetting(ROUTINES_FILE, _read_routines, project_routines()),
    SettingsKind.CALENDAR: KindOfSetting(CALENDAR_FILE, read_calendar, {}, is_of_a_school=True),
    SettingsKind.ROOMS: KindOfSetting(ROOMS_FILE, read_rooms, {}, is_of_a_school=True),
    SettingsKind.QUESTIONS: KindOfSetting(OWN_FILE, read_questions, ()),
    SettingsKind.RULES: KindOfSetting(local_rules.LOCAL_FILE, read_rules, NOTHING),
}


def file_of(kind: SettingsKind, unit: str = "") -> str:
    """The path of its file below the data folder. A school's own stands under its unit; «» is the whole municipality's.

    Raises `BadInput` for a unit that is none, or where the kind is nobody's own.
    """
    name = KINDS[kind].file
    if not unit:
        return name
    if not KINDS[kind].is_of_a_school or _UNIT.match(unit) is None:
        raise BadInput("settings_of_no_school", file=name)
    return f"enheter/{unit}/{name}"
