"""What the page of the plan offers and tells about changes made by hand, without the page."""

from __future__ import annotations

import datetime as dt

from casework.changes import HandChange
from casework.changing import HAND
from planning.needs import KeepLesson, NamedLesson, NeedId, Strength, Window
from planning.plan import PlannedLesson
from planning.setting import Setting
from planning.timetable import Lesson, LessonId, Occasion
from tests.planning.builders import plan, problem
from ui.plan_change_view import (
    Asked,
    LessonSeen,
    actions,
    in_its_way,
    lesson_names,
    part_lengths,
    settled_text,
    told_of_change,
    told_of_taking_back,
)

LESSON = Lesson(id=LessonId("tue-1"), weekday=1, start=540, end=600, subject="bild")
WHOLE = PlannedLesson(lesson=LESSON, week="", start=540, end=600)


def lock(lesson: Lesson = LESSON) -> KeepLesson:
    """It is there in the third step."""
    return KeepLesson(
        id=NeedId("hand"), origin=HAND, strength=Strength.HARD, lesson=NamedLesson.of(lesson), first_step=3, last_step=3
    )


def change(name: str, *needs: KeepLesson, reason: str = "") -> HandChange:
    """One that stands."""
    return HandChange(id=name, at=dt.datetime(2026, 11, 2, tzinfo=dt.UTC), needs=needs, reason=reason)


def labels(planned: PlannedLesson | None, *, locked: bool = False) -> list[str]:
    """What can be pressed."""
    return [action.label for action in actions(planned, locked=locked)]


def test_what_is_offered_is_what_the_lesson_is_not() -> None:
    """Another room, another company; a lesson that waits can be taken up and no more."""
    small = WHOLE.model_copy(update={"setting": Setting.SMALL_ROOM, "with_coach": True})
    assert labels(WHOLE) == ["Lås", "Låt den vänta", "Litet rum", "Med coachen"]
    assert labels(small, locked=True) == ["Låt den vänta", "I klassrummet", "Utan coachen"]
    assert labels(None) == ["Ta upp den här"]


def test_a_lock_holds_the_part_that_is_seen() -> None:
    """A whole lesson is locked without its hours, so that it may still become a part."""
    part = WHOLE.model_copy(update={"end": 560})
    assert actions(WHOLE)[0].fields == {}
    assert actions(part)[0].fields == {"at": Window(start=540, end=560)}


def test_a_part_is_shorter_than_the_lesson() -> None:
    """And a lesson that waits has none."""
    assert part_lengths(WHOLE) == (10, 15, 20, 30, 40)
    assert part_lengths(None) == ()


def test_every_lesson_has_a_name_of_its_own() -> None:
    """Two groups at the same hour would otherwise be one line in the list."""
    other = LESSON.model_copy(update={"id": LessonId("tue-1b")})
    seen = {one.id: LessonSeen(Occasion(lesson=one, week=""), None) for one in (LESSON, other)}
    assert list(lesson_names(seen).values()) == ["Bild tisdag 09.00 · väntar", "Bild tisdag 09.00 · väntar (2)"]


def test_what_waits_for_a_word_is_dropped_when_anything_has_changed() -> None:
    """Another lesson, another step, another revision: it is no longer about what is seen."""
    asked = Asked((lock(),), step=3, revision=7)
    assert asked.is_about(LESSON.id, 3, 7)
    assert not asked.is_about(LessonId("fri-1"), 3, 7)
    assert not asked.is_about(LESSON.id, 4, 7)
    assert not asked.is_about(LESSON.id, 3, 8)


def test_only_the_change_that_is_in_the_way_is_named() -> None:
    """By the id that its needs carry."""
    first, second = change("a", lock()), change("ab", lock())
    assert in_its_way([NeedId("hand:ab:1"), NeedId("SO1")], [first, second]) == (second,)


def test_a_change_is_told_with_its_reason_and_a_chosen_plan_in_one_line() -> None:
    """Not lesson by lesson, where it is many."""
    assert settled_text(change("a", lock(), reason="Vi vill.")) == (
        "Bild tisdag 09.00 är med i steg 3. Skälet som står: Vi vill."
    )
    assert settled_text(change("b", lock(), lock(), lock())) == (
        "En annan plan är vald, och 3 lektioner i den är bestämda."
    )


def test_what_moved_for_a_change_is_told_in_two_lines_at_most() -> None:
    """The change itself is no news; the rest is seen in the week."""
    of = problem(steps=4)
    before, after = plan(of, "a", "a b", "a b", "a b"), plan(of, "a", "c d", "c", "b c e")
    told = told_of_change(before, after, [lock()])
    assert len(told) == 4
    assert told[1] == "I steg 2 får då vänta: Svenska måndag 08.00 och Matematik måndag 09.10."
    assert told[-1] == "Några lektioner i andra steg är också ändrade."
    assert told_of_change(before, before, [lock()]) == ("Ändringen är gjord. Inga andra lektioner flyttades.",)
    assert told_of_taking_back(before, before) == ("Ändringen är tillbakatagen.",)
