"""What the page of the plan offers and tells about changes made by hand, without the page."""

from __future__ import annotations

import datetime as dt

from casework.changes import HandChange
from casework.changing import HAND
from planning.needs import (
    HandNeed,
    KeepLesson,
    LeaveOutLesson,
    LessonPart,
    LessonSetting,
    NamedLesson,
    NeedId,
    Strength,
    Window,
)
from planning.plan import PlannedLesson
from planning.setting import Setting
from planning.timetable import Lesson, LessonId
from tests.planning.builders import plan, problem
from ui.plan_change_view import (
    actions,
    in_its_way,
    part_lengths,
    said_of,
    settled_text,
    short_name,
    told_of_change,
    told_of_undoing,
)

LESSON = Lesson(id=LessonId("tue-1"), weekday=1, start=540, end=600, subject="bild")
WHOLE = PlannedLesson(lesson=LESSON, week="", start=540, end=600)


def lock(lesson: Lesson = LESSON) -> KeepLesson:
    """It is there in the third step."""
    return KeepLesson(
        id=NeedId("hand"), origin=HAND, strength=Strength.HARD, lesson=NamedLesson.of(lesson), first_step=3, last_step=3
    )


def change(name: str, *needs: HandNeed, reason: str = "") -> HandChange:
    """One that stands."""
    return HandChange(id=name, at=dt.datetime(2026, 11, 2, tzinfo=dt.UTC), needs=needs, reason=reason)


def labels(planned: PlannedLesson | None, *, locked: bool = False) -> list[str]:
    """What can be pressed."""
    return [action.label for action in actions(planned, locked=locked)]


def test_what_is_offered_is_what_the_lesson_is_not() -> None:
    """Another room, another company; a lesson that waits can be taken up and no more."""
    small = WHOLE.model_copy(update={"setting": Setting.SMALL_ROOM, "with_coach": True})
    part = WHOLE.model_copy(update={"end": 560})
    assert labels(WHOLE) == ["Lås", "Låt vänta", "Litet rum", "Med coachen"]
    assert labels(small, locked=True) == ["Lås upp", "Låt vänta", "I klassrummet", "Utan coachen"]
    assert labels(part)[-1] == "Hela lektionen"
    assert labels(None) == ["Ta med"]


def test_what_undoes_a_change_stands_in_the_same_place() -> None:
    """So that the focus stays, and a finger finds it again."""
    small = WHOLE.model_copy(update={"setting": Setting.SMALL_ROOM, "with_coach": True})
    slots = [action.slot for action in actions(WHOLE)]
    assert [action.slot for action in actions(small, locked=True)] == slots
    assert len(set(slots)) == len(slots)


def test_everything_that_can_be_done_is_said_in_a_sentence_of_its_own() -> None:
    """With the subject, however the timetable writes it."""
    codes = {action.code for lesson in (WHOLE, None) for action in actions(lesson)} | {"unlock", "classroom", "alone"}
    said = {said_of(code, "bild") for code in codes}
    assert len(said) == len(codes)
    assert all(one.startswith("Bild") and one.endswith(".") for one in said)
    assert said_of("last", "bild", 20) == "Bild: bara de sista 20 min nu."


def test_a_lock_holds_the_part_that_is_seen() -> None:
    """A whole lesson is locked without its hours, so that it may still become a part."""
    part = WHOLE.model_copy(update={"end": 560})
    assert actions(WHOLE)[0].fields == {}
    assert actions(part)[0].fields == {"at": Window(start=540, end=560)}


def test_a_part_is_shorter_than_the_lesson() -> None:
    """And a lesson that waits has none."""
    assert part_lengths(WHOLE) == (10, 15, 20, 30, 40)
    assert part_lengths(None) == ()


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
    told = told_of_change(before, after, [lock()], "Bild är låst.")
    assert len(told) == 5
    assert told[:2] == ("Bild är låst.", "Det här ändrades för dess skull:")
    assert told[2] == "I steg 2 får då vänta: Svenska måndag 08.00 och Matematik måndag 09.10."
    assert told[-1] == "Några lektioner i andra steg är också ändrade."
    assert told_of_change(before, before, [lock()], "Klart.") == ("Klart.", "Inget annat flyttades.")
    assert told_of_undoing(before, before, "Ångrat.") == ("Ångrat.",)


def test_a_change_has_a_name_that_fits_on_a_button() -> None:
    """By what was settled; a plan that was chosen by what it is."""
    shape = {"id": NeedId("hand"), "origin": HAND, "strength": Strength.HARD, "lesson": NamedLesson.of(LESSON)}
    kinds: list[HandNeed] = [
        lock(), LeaveOutLesson.model_validate(shape), LessonPart.model_validate({**shape, "first_minutes": 20}),
        LessonSetting.model_validate({**shape, "setting": Setting.SMALL_ROOM}),
        LessonSetting.model_validate({**shape, "setting": Setting.CLASSROOM}),
        LessonSetting.model_validate({**shape, "with_coach": True}),
        LessonSetting.model_validate({**shape, "with_coach": False}),
    ]  # fmt: skip
    assert [short_name(change("a", need)) for need in kinds] == [
        "Bild låst", "Bild får vänta", "del av Bild", "Bild i litet rum", "Bild i klassrummet", "Bild med coachen",
        "Bild utan coachen",
    ]  # fmt: skip
    assert short_name(change("b", lock(), lock(), lock())) == "en annan plan vald"
