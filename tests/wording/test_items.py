"""Items in words: to the coach, to the student, before there is a word of school, and to the school."""

from __future__ import annotations

import re
from typing import Any

import pytest

from planning.items import Carrier, ItemKind, Requirement, item_catalogue
from planning.plan import PlannedItem
from tests.wording.test_contacts import SCHOOL_WORDS
from wording.items import (
    item_text,
    item_text_to_student,
    say_carrier,
    say_item,
    say_item_to_school,
    say_item_to_student,
    say_kind_before_lessons,
    say_more_of_item,
    say_requirement,
)
from wording.language import LANGUAGES, Language, speaking


def item(kind: ItemKind = ItemKind.BREAKFAST, **given: Any) -> PlannedItem:
    """An item on a Monday morning, by whom the catalogue says."""
    common = {"kind": kind, "week": "", "weekday": "mon", "start": "09:40", "end": "09:50"}
    return PlannedItem.model_validate({"carrier": item_catalogue()[kind].carrier, **common, **given})


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (item(person="Coach Exempel"), "måndag 09.40–09.50: frukost, med Coach Exempel"),
        (item(ItemKind.RIDE_THERE, carrier="guardian"), "måndag 09.40–09.50: skjuts till skolan, någon hemma kör"),
        (item(ItemKind.MORNING_MESSAGE, carrier="coach_remote"),
         "måndag 09.40–09.50: ett meddelande på morgonen, från coachen"),
        (item(ItemKind.WAKE_UP, carrier="coach_remote"), "måndag 09.40–09.50: väckning, coachen hör av sig"),
        (item(ItemKind.MEET_AT_ARRIVAL, person="EXA"), "måndag 09.40–09.50: EXA möter vid skolan"),
        (item(ItemKind.REST, place="at_home"), "måndag 09.40–09.50: vila, hemma"),
        (item(ItemKind.LIBRARY_TIME, place="library"),
         "måndag 09.40–09.50: en stund på biblioteket, med coachen"),
        (item(ItemKind.LIBRARY_TIME, place="youth_centre"),
         "måndag 09.40–09.50: en egen stund, med coachen, fritidsgården"),
        (item(ItemKind.MEET_ADULT, person="Coach Exempel"),
         "måndag 09.40–09.50: en träff med en vuxen i skolan, tillsammans med Coach Exempel"),
        (item(ItemKind.HOMEWORK_TIME, subject="Bild"),
         "måndag 09.40–09.50: läxtid med hjälp, Bild, med en vuxen i skolan"),
    ],
)  # fmt: skip
def test_an_item_reads_as_written(one: PlannedItem, said: str) -> None:
    """Golden sentences to the coach: when, what, with whom, where."""
    assert say_item(one) == said


def test_the_student_is_told_what_when_how_long_with_whom_and_what_comes_then() -> None:
    """In that order, warm and short."""
    one = item(person="Coach Exempel", place="library")
    told = "Frukost, med Coach Exempel, biblioteket. 09.40–09.50, 10 min."
    assert say_item_to_student(one) == told
    assert say_item_to_student(one, then="Bild") == f"{told} Sedan: Bild."
    assert say_more_of_item(one, then="Bild") == "10 min, med Coach Exempel. Sedan: Bild."
    assert say_more_of_item(item(ItemKind.REST)) == "10 min."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ItemKind)
def test_every_kind_can_be_told_to_everybody(kind: ItemKind, language: Language) -> None:
    """In every language, by every carrier, and no part is left hanging."""
    with speaking(language):
        for carrier in Carrier:
            one = item(kind, carrier=carrier)
            for said in (say_item(one), say_item_to_student(one), say_item_to_school(one) or "x"):
                assert said
                assert not re.search(r"[{}]|, ,|,\.|  |^ | $|: ,", said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ItemKind)
def test_before_lessons_no_item_has_a_word_of_school(kind: ItemKind, language: Language) -> None:
    """Whoever carries it, and wherever it is (`features.md` F08)."""
    with speaking(language):
        for carrier in Carrier:
            for place in ("", "student_health", "classroom", "library", "Klassrum 3"):
                said = say_item_to_student(item(kind, carrier=carrier, place=place), before_lessons=True)
                assert not SCHOOL_WORDS.search(said), said
        assert not SCHOOL_WORDS.search(say_kind_before_lessons(kind))


def test_the_school_is_told_only_what_it_has_a_part_in() -> None:
    """By role and without a subject; what the coach does elsewhere is nobody's business there."""
    met = item(ItemKind.MEET_AT_ARRIVAL, person="EXA")
    assert say_item_to_school(met) == "måndag 09.40–09.50: någon möter vid skolan, en vuxen i skolan"
    assert say_item_to_school(item(ItemKind.HOMEWORK_TIME, subject="Bild")) == (
        "måndag 09.40–09.50: läxtid med hjälp, en vuxen i skolan"
    )
    assert say_item_to_school(item(ItemKind.HOME_VISIT)) is None
    assert say_item_to_school(item(ItemKind.REST, place="at_home")) is None


def test_a_person_is_named_where_one_is_known() -> None:
    """To the coach and the student; otherwise the role is."""
    assert item_text(item()).who == "med coachen"
    assert item_text_to_student(item(person="Coach Exempel")).who == "med Coach Exempel"
    assert [say_carrier(carrier) for carrier in Carrier] == [
        "coachen", "coachen, på telefon", "en vuxen i skolan", "någon hemma", "",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_item_requires_is_told_in_words_of_its_own(language: Language) -> None:
    """No two alike, and none by its code."""
    with speaking(language):
        said = [say_requirement(one) for one in Requirement]
    assert len(set(said)) == len(said)
    assert not set(said) & set(Requirement)
