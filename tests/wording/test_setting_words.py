"""The settings' own words: every routine, use and kind has one, and they differ."""

from __future__ import annotations

import datetime as dt

from casework.settings_kinds import rules_by_code
from planning.local_rules import open_numbers
from planning.rooms import RoomUse
from planning.telling_kinds import Telling
from questionnaire.vocabulary import Routine
from wording.language import speaking
from wording.setting_words import say_days, say_number, say_room_use, say_routine, say_telling


def test_everything_that_can_be_set_has_words_of_its_own_in_both_languages() -> None:
    """No two are told alike."""
    for language in ("sv", "en"):
        with speaking(language):
            for said in (
                [say_routine(routine) for routine in Routine],
                [say_room_use(use) for use in RoomUse],
                [say_telling(kind) for kind in Telling],
            ):
                assert len(set(said)) == len(said)


def test_every_number_that_is_open_to_change_says_what_it_counts() -> None:
    """Its own name is none."""
    numbers = {name for rule in rules_by_code().values() for name in open_numbers(rule)}
    assert numbers
    assert all(say_number(name) not in {name, name.replace("_", " ")} for name in numbers)


def test_one_day_has_its_weekday_and_several_have_both_ends() -> None:
    """As people say them."""
    day = dt.date(2026, 11, 13)
    assert say_days(day, day) == "fre 13 nov 2026"
    assert say_days(dt.date(2027, 2, 22), dt.date(2027, 2, 26)) == "22 feb 2027–26 feb 2027"
