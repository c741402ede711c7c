"""Stable ids, one order, and the weeks in use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop.assembling import MOST_LESSONS, UNNUMBERED, assemble, numbered
from interop.choices import TimetableChoice, doubts_of
from planning.clock import Weekday
from planning.errors import BadInput
from planning.timetable import Lesson, LessonKind

LESSONS = st.builds(
    Lesson, id=st.just(UNNUMBERED), subject=st.sampled_from(["Bild", "Musik"]), weekday=st.sampled_from(Weekday),
    start=st.sampled_from([480, 490]), end=st.just(540), week=st.sampled_from(["", "A"]),
    teachers=st.sampled_from([(), ("Ada",), ("Bo",)]), source_ref=st.sampled_from(["", "7"]),
)


def lesson(subject: str = "Bild", **more: object) -> Lesson:
    """A Monday lesson."""
    fields = {"id": UNNUMBERED, "subject": subject, "weekday": Weekday.MON, "start": 490, "end": 540}
    return Lesson.model_validate({**fields, **more})


@given(st.lists(LESSONS, max_size=12, unique=True), st.randoms(use_true_random=False))
def test_ids_do_not_depend_on_the_order_of_the_rows(lessons: list[Lesson], order: object) -> None:
    """The same lessons in any order get the same ids, each its own."""
    shuffled = list(lessons)
    order.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis names no public type for its random
    assert numbered(shuffled) == numbered(lessons)
    assert len({o.id for o in numbered(lessons)}) == len(lessons)


def test_an_id_says_what_the_lesson_is() -> None:
    """Week, day, start, subject and source are in it; what shares all of them is counted."""
    ids = [o.id for o in numbered([lesson(week="A", source_ref="7"), lesson(teachers=("Ada",)), lesson()])]
    assert ids == ["mon-08:10-Bild-", "mon-08:10-Bild-·2", "Amon-08:10-Bild-7"]


def test_one_row_twice_is_one_lesson_and_a_doubt() -> None:
    """What is repeated word for word is kept once."""
    reading = assemble([lesson(), lesson()], TimetableChoice(), group="8A", source="a.csv")
    assert len(reading.timetable.lessons) == 1
    assert [d.code for d in doubts_of(reading)] == ["repeated"]


@pytest.mark.parametrize(
    ("lessons", "code"),
    [
        ([], "no_lessons"), ([lesson(kind=LessonKind.EVENT)], "no_lessons"),
        ([lesson(source_ref=str(n)) for n in range(MOST_LESSONS + 1)], "too_many_lessons"),
    ],
)
def test_a_week_without_teaching_or_beyond_measure_is_refused(lessons: list[Lesson], code: str) -> None:
    """Nothing to plan with, or more than a school year can hold, is said at once."""
    with pytest.raises(BadInput) as caught:
        assemble(lessons, TimetableChoice(), group="8A", source="a.csv")
    assert caught.value.code == code
