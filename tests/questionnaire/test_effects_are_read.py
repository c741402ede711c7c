"""No answer is asked for in vain: every word that an effect can give is read by the program, and given by an item."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from casework.trace_rows import check_places, rule_places
from casework.word_readers import Index, index_of, readers_of, readers_under
from planning.needs import NEED_KINDS
from planning.needs.support import SupportKind
from questionnaire.alerts import Alert
from questionnaire.answers import Answer, QuestionId
from questionnaire.bank import Bank, load_bank
from questionnaire.effect_types import Condition, NeedEffect, SupportEffect, Trigger
from questionnaire.items import Item
from questionnaire.vocabulary import (
    ALWAYS_AGREED,
    AlertLevel,
    Consent,
    Detail,
    Escort,
    Preference,
    Profession,
    Routine,
    Task,
)
from tests.questionnaire.sample_answers import YES, needs
from wording.alerts import say_alert
from wording.referrals import say_profession

BANK = load_bank()
INDEX = index_of()
ONLY_FROM_THE_CASE = {
    "only_subjects", "require_subject", "keep_eligibility", "full_restore", "no_removal", "only_teachers",
    "require_teacher_share", "coach_all_lessons", "coach_availability", "dates_excluded", "max_lessons_per_week",
    "min_lessons_per_week", "max_minutes_per_week", "min_minutes_per_week", "max_growth", "max_growth_minutes",
    "travel_times", "keep_lesson", "leave_out_lesson", "lesson_setting", "lesson_part", "coach_minutes",
    "weekly_item",
}  # fmt: skip
"""Needs that adults write down as goals, frames and agreements, or make by hand; no question is about them."""
READ_THROUGH = {"referrals": "referrals_from", "tasks": "tasks_from", "consents": "consents_from",
                "escorts": "rides_from", "alerts": "open_alerts"}  # fmt: skip
"""The function whose caller reads all effects of that field."""


def unread(bank: Bank, index: Index) -> list[str]:
    """«ST2: preference read_aloud»: every effect of the bank that nobody in that source reads."""
    return [f"{item.id}: {fault}" for item in bank.items for fault in _faults(item, index)]


def _faults(item: Item, index: Index) -> Iterator[str]:
    for effect in item.all_needs:
        yield from _need_faults(effect, index)
    for change in item.adjusts:
        if not check_places(change.adjust, index):
            yield f"changed need {change.adjust} is never checked"
    for preference in item.interface:
        if not readers_of(preference.preference, index):
            yield f"preference {preference.preference} is read by nobody"
    for field, function in READ_THROUGH.items():
        if getattr(item, field) and not readers_under(index.get(function, ()), "casework", "ui"):
            yield f"{field}: nobody asks for {function}"
    for word in _said_words(item):
        if not readers_under(readers_of(word, index), "wording"):
            yield f"{type(word).__name__} {word} is never said"


def _said_words(item: Item) -> Iterator[SupportKind | Task | Consent | Profession]:
    """The words that the item gives and that a sentence must exist for."""
    yield from (effect.support for effect in item.support)
    yield from (effect.task for effect in item.tasks)
    yield from (effect.consent for effect in item.consents)
    yield from (effect.to for effect in item.referrals)


def _need_faults(effect: NeedEffect, index: Index) -> Iterator[str]:
    if not check_places(effect.need, index):
        yield f"need {effect.need} is never checked"
    if not rule_places(effect.need, index):
        yield f"need {effect.need} has no rule"
    read = {name.rsplit(".", 1)[1] for name in index if "." in name}
    for field in (*effect.fields, *effect.filled_by, *effect.agreed.values(), effect.ticks_fill):
        if field and field not in read:
            yield f"field {field} of need {effect.need} is read by nobody"


def test_every_effect_of_the_bank_is_read() -> None:
    """Somewhere outside the questionnaire's own vocabulary stands code that acts on it or says it."""
    assert unread(BANK, INDEX) == []


def newly_unread(index: Index) -> list[str]:
    """What nobody in that source reads, though somebody in the real one does."""
    before = set(unread(BANK, INDEX))
    return [fault for fault in unread(BANK, index) if fault not in before]


@pytest.mark.parametrize(
    ("forgotten", "faults"),
    [
        ("Preference.READ_ALOUD", ["ST2: preference read_aloud is read by nobody"]),
        ("SupportKind.QUIET_ARRIVAL", ["VU7: SupportKind quiet_arrival is never said"]),
        ("Task.BOOK_EVENING", ["SO2: Task book_evening is never said"]),
        ("Consent.SHARED_WITH", ["G14: Consent shared_with is never said"]),
        ("Profession.SYV", ["AM7: Profession syv is never said"]),
        ("rides_from", ["G02: escorts: nobody asks for rides_from"]),
        ("KeepEligibility", ["AM6: changed need keep_eligibility is never checked"]),
        ("RideNeeded", ["VG1: need ride_needed is never checked", "VG1: need ride_needed has no rule"]),
    ],
)
def test_a_word_without_reader_is_named_with_its_question(forgotten: str, faults: list[str]) -> None:
    """Were the code that reads it taken away, the test above would fail and say where."""
    without = {name: places for name, places in INDEX.items() if name != forgotten}

    assert newly_unread(without) == faults


def test_a_field_without_reader_is_named_with_its_question() -> None:
    """A number that the bank sets and nobody looks at is no better than an unread word."""
    without = {name: places for name, places in INDEX.items() if not name.endswith(".doorway_minutes")}

    assert newly_unread(without) == [
        "VU2: field doorway_minutes of need avoid_teacher is read by nobody",
        "VA3: field doorway_minutes of need avoid_group is read by nobody",
    ]


def test_nothing_of_the_bank_is_read_by_an_empty_program() -> None:
    """The search finds readers in the source and nowhere else."""
    silent = {fault.split(":")[0] for fault in unread(BANK, {})}

    assert silent == {item.id for item in BANK.items if item.effects}


def test_to_be_listed_is_not_to_be_read() -> None:
    """The vocabulary, the law and this document's own code name every word; none of them counts."""
    files = {place.file for places in INDEX.values() for place in places}

    assert "wording/tasks.py" in files
    assert not files & {"questionnaire/vocabulary.py", "questionnaire/law.py", "casework/trace_rows.py"}


def test_every_kind_of_need_that_answers_can_give_is_given() -> None:
    """No need is left without a question, save those that only adults can write down."""
    assert {effect.need for item in BANK.items for effect in item.all_needs} == set(NEED_KINDS) - ONLY_FROM_THE_CASE


def test_every_closed_word_is_given_by_some_item() -> None:
    """A word that no answer gives would be dead."""
    items = BANK.items

    assert {e.support for i in items for e in i.support} == set(SupportKind)
    assert {e.preference for i in items for e in i.interface} == set(Preference)
    assert {e.to for i in items for e in i.referrals} == set(Profession)
    assert {e.routine for i in items for e in i.alerts} == set(Routine)
    assert {e.level for i in items for e in i.alerts} == set(AlertLevel)
    assert {e.task for i in items for e in i.tasks} == set(Task)
    assert {e.consent for i in items for e in i.consents} == set(Consent)
    assert {e.escort for i in items for e in i.escorts} == set(Escort)


def test_every_routine_has_a_notice_of_its_own() -> None:
    """Two routines that are told alike would be one."""
    notices = [say_alert(Alert(level=AlertLevel.F2, question=QuestionId("TR1"), routine=r)).title for r in Routine]

    assert len(set(notices)) == len(Routine)


def test_every_profession_has_a_name() -> None:
    """Whom an answer is passed on to can be said."""
    assert len({say_profession(profession) for profession in Profession}) == len(Profession)


@pytest.mark.parametrize("item", [i for i in BANK.items if i.details], ids=lambda item: item.id)
def test_every_detail_that_is_asked_for_changes_something(item: Item) -> None:
    """What is agreed beside an answer goes into a need, or decides which need it is."""
    used = {detail for effect in item.all_needs for detail in (*effect.agreed, *effect.when_agreed)}

    assert set(item.details) <= used


def test_how_long_a_limit_holds_can_be_agreed_beside_any_answer() -> None:
    """First step, last step and weeks stand in the need as they were agreed."""
    agreed = Answer(choice=YES, first_step=2, last_step=4, weeks=("A",))
    need = needs(TI6=agreed)["TI6:rest_day_between"]

    assert (need.first_step, need.last_step, need.weeks) == (2, 4, ("A",))
    assert {Detail.FIRST_STEP, Detail.LAST_STEP, Detail.WEEKS} == ALWAYS_AGREED


SAYS_NO_MORE = {
    "TR4": {"no", "no_answer"},  # «nej» and «vill inte svara» lead to nothing, on purpose (method TR4)
    "G10": {"someone_to_talk_to", "mornings", "sleep", "screens", "quarrels", "authorities", "relief"},
    # G10: the task is the same whatever is ticked; the coach's list tells the boxes beside it
}
"""Boxes that lead to nothing of their own, and why."""


@pytest.mark.parametrize("item", [i for i in BANK.items if i.options], ids=lambda item: item.id)
def test_every_box_is_meant_by_something(item: Item) -> None:
    """A box is named by an effect, goes with one, or decides whether another question stands."""
    meant = {code for e in item.effects for code in (*e.when_ticked, *e.unless_ticked)}
    meant |= {condition.contains for other in BANK.items for condition in _conditions(other, item)}
    filled = {question for other in BANK.items for e in other.all_needs for question in e.filled_by.values()}
    goes_along = item.id in filled or bool(item.consents) or any(map(_takes_ticks, item.effects))

    idle = set() if goes_along else item.option_codes - item.alone_codes - meant
    assert idle == SAYS_NO_MORE.get(item.id, set())


def _conditions(other: Item, item: Item) -> Iterator[Condition]:
    """What the other question asks about that one."""
    conditions = [*([other.shown_if] if other.shown_if else []), *(c for e in other.effects for c in e.only_if)]
    return (condition for condition in conditions if condition.question == item.id)


def _takes_ticks(effect: Trigger) -> bool:
    """Whether any box ticked goes into what the effect gives."""
    match effect:
        case SupportEffect():
            return effect.with_ticks and not effect.when_ticked
        case NeedEffect():
            return bool(effect.ticks_fill) and not effect.when_ticked
        case _:
            return False
