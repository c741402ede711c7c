"""Which parts of a class the student has to choose among."""

from __future__ import annotations

from planning.week_parts import parts_of
from tests.planning.week_lessons import lesson


def test_parts_at_the_same_time_are_a_choice() -> None:
    """By the words of the subject."""
    lessons = [lesson("mon 08:10-09:00 M-G-1"), lesson("mon 08:10-09:00 M-G-2"), lesson("tue 08:10-09:00 M-G-2")]
    (found,) = parts_of(lessons)
    assert found.of == "M"
    assert [(name, len(of)) for name, of in found.by_name] == [("1", 1), ("2", 2)]
    assert found.plain(lessons[0]) == "M"


def test_parts_that_never_meet_are_no_choice() -> None:
    """«Svenska 1» and «Svenska 2» may be two lessons of one student."""
    assert parts_of([lesson("mon 08:10-09:00 Svenska 1"), lesson("tue 08:10-09:00 Svenska 2")]) == ()


def test_parts_that_the_file_names_are_one_choice_for_the_class() -> None:
    """And subjects keep their names."""
    lessons = [
        lesson("mon 08:10-09:00 Bild", part_of_group="8A-1"), lesson("mon 08:10-09:00 Musik", part_of_group="8A-2")
    ]  # fmt: skip
    (found,) = parts_of(lessons)
    assert (found.of, [name for name, _ in found.by_name]) == ("", ["8A-1", "8A-2"])
    assert found.plain(lessons[0]) == "Bild"


def test_choices_that_have_nothing_to_do_with_each_other_are_asked_one_by_one() -> None:
    """Whoever goes in the first half may read either language."""
    lessons = [
        lesson(f"{when} 08:10-09:00 {subject}", part_of_group=part)
        for when, subject, part in (
            ("mon", "Bild", "8A-1"), ("mon", "Musik", "8A-2"), ("tue", "Spanska", "8A-sp"), ("tue", "Tyska", "8A-ty"),
        )
    ]  # fmt: skip
    named = [[name for name, _ in found.by_name] for found in parts_of(lessons)]
    assert named == [["8A-1", "8A-2"], ["8A-sp", "8A-ty"]]
