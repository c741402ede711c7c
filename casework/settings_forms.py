"""What a form of the settings page writes: the file with some of it said anew, and all else as it stands."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from casework.routines import DEFAULTS, HELP, HelpNumber, LocalRoutine, Person
from casework.settings import Setting
from casework.settings_kinds import KINDS, SettingsKind
from casework.settings_questions import switched
from casework.settings_words import say_kind
from casework.settings_writing import to_toml
from planning.local_rules import WORDS, LocalRule, LocalWords
from planning.rooms import Room
from planning.school_dates import SchoolYear, SchoolYearDates
from planning.telling_kinds import Telling
from questionnaire.answers import QuestionId
from questionnaire.own_items import FIRST_OWN
from questionnaire.vocabulary import Routine
from wording.language import tr

Entries = dict[str, Any]


def with_numbers(setting: Setting, numbers: Sequence[HelpNumber], checked_on: dt.date | None) -> str:
    """The routines with those numbers to call, and the day that somebody made sure that they are right."""
    entry: Entries = {"numbers": [number.model_dump() for number in numbers]}
    if checked_on is not None:
        entry["checked_on"] = checked_on
    return _written(setting, {HELP: entry})


def with_people(setting: Setting, routine: Routine, hand_over_to: Person, second: Person) -> str:
    """The routines with those who are given the task in that one."""
    now: LocalRoutine = setting.value.by_routine[routine]
    given = now.model_copy(update={"hand_over_to": hand_over_to, "second": second})
    return _written(setting, {routine.value: given.model_dump(exclude_defaults=True)})


def with_year(setting: Setting, name: SchoolYear, dates: SchoolYearDates) -> str:
    """The calendar with that school year said anew."""
    return _written(setting, {name: dates.model_dump(exclude_defaults=True)})


def with_room(setting: Setting, name: str, room: Room, instead_of: str = "") -> str:
    """The rooms with that one, in the place of another where it has been given a new name."""
    return _written(setting, {name: room.model_dump(exclude_defaults=True)}, without=instead_of)


def without_room(setting: Setting, name: str) -> str:
    """The rooms without that one."""
    return _written(setting, {}, without=name)


def with_asking(setting: Setting, code: QuestionId, *, is_asked: bool) -> str:
    """The questions with that one asked, or no longer."""
    return switched(setting.text, code, is_asked=is_asked)


def with_rule(setting: Setting, code: str, rule: LocalRule | None) -> str:
    """The thresholds with those of that rule; None: as they are delivered."""
    if rule is None:
        return _written(setting, {}, without=code)
    return _written(setting, {code: rule.model_dump(exclude_defaults=True)})


def with_words(setting: Setting, words: Mapping[Telling, LocalWords]) -> str:
    """The thresholds with those words of one's own."""
    entry = {kind.value: lists.model_dump(exclude_defaults=True) for kind, lists in words.items() if any_of(lists)}
    return _written(setting, {WORDS: entry}) if entry else _written(setting, {}, without=WORDS)


def any_of(lists: LocalWords) -> bool:
    """Whether there is a word in them."""
    return bool(lists.stems or lists.whole)


def _written(setting: Setting, entries: Entries, without: str = "") -> str:
    """The entries over those of the file as it holds; «» where none are left."""
    kept = {name: entry for name, entry in _entries(setting).items() if name != without}
    said = {**kept, **entries}
    if setting.state.kind is SettingsKind.CALENDAR:
        said = dict(sorted(said.items()))
    return to_toml(said, say_kind(setting.state.kind).about) if said else ""


def _entries(setting: Setting) -> Entries:
    """What the file says now. One that cannot be used gives way to what holds."""
    if not setting.state.faults and setting.text:
        return tomllib.loads(setting.text)
    if setting.state.kind in {SettingsKind.CALENDAR, SettingsKind.ROOMS}:
        return {name: noun.model_dump(exclude_defaults=True) for name, noun in setting.value.items()}
    return {}


def file_to_fetch(setting: Setting) -> str:
    """The file as it stands; where there is none, one to begin from."""
    if setting.text:
        return setting.text
    if setting.state.kind is SettingsKind.ROUTINES:
        return DEFAULTS.read_text(encoding="utf-8")
    return _examples()[setting.state.kind]


def name_to_fetch(setting: Setting) -> str:
    """What it is called."""
    return KINDS[setting.state.kind].file


def _examples() -> Mapping[SettingsKind, str]:
    """Files to begin from, every line of them a comment: nothing is said before somebody has said it."""
    return {
        SettingsKind.CALENDAR: _commented(
            tr("Läsår, lov och studiedagar. Ta bort tecknet # i början av raderna och skriv skolans egna datum."),
            '["2026/27"]\nterms = [\n    { first = 2026-08-18, last = 2026-12-18 },\n'
            '    { first = 2027-01-11, last = 2027-06-11 },\n]\n'
            'closed = [\n    { first = 2026-10-26, last = 2026-10-30, name = "Höstlov" },\n'
            '    { first = 2026-11-13, name = "Studiedag", kind = "study_day" },\n]',
        ),
        SettingsKind.ROOMS: _commented(
            tr("Salar och lugna platser. use är en eller flera av small, calm och meet."),
            '["Lugna rummet"]\nplace = "Hus B, en trappa upp"\nuse = ["calm", "small"]\nseats = 4',
        ),
        SettingsKind.QUESTIONS: _commented(
            tr("Egna frågor, numrerade från {first}. Handboken installningar visar vad som kan stå.", first=FIRST_OWN),
            f'[SO{FIRST_OWN}]\ntopic = "home"\nsitting = "B"\nkind = "yes_no"\n'
            'sv = "Är det svårt att gå upp tidigt?"\nen = "Is it hard to get up early?"\n\n'
            f'[SO{FIRST_OWN}.says]\nyes = {{ group = "hard", sv = "Det är svårt att gå upp tidigt.", '
            'en = "It is hard to get up early." }\n'
            'no = { group = "works", sv = "Det går bra att gå upp tidigt.", en = "Getting up early works." }\n\n'
            f'[[SO{FIRST_OWN}.needs]]\nwhen = ["yes"]\nneed = "earliest_start"\nstrength = "wish_3"\nlast_step = 3\n'
            'with = { time = "09:15" }',
        ),
        SettingsKind.RULES: _commented(
            tr("Gränser som lagen lämnar öppna, och egna ord som inte får stå i ett beslut."),
            '[C8]\nnumbers = { most_weeks_a_step = 6 }\nsource = "Kommunens riktlinje 2027"\n\n'
            '[words.health]\nstems = ["exempelord"]',
        ),
    }


def _commented(about: str, example: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in (about, "", *example.splitlines()))
