"""A lesson in one cell, as schools print it."""

from __future__ import annotations

import pytest

from interop.lesson_text import LessonText, lesson_in


@pytest.mark.parametrize(
    ("text", "lesson"),
    [
        ("Matematik A12", LessonText("Matematik", "A12")),
        ("Bild\nB204\nAda Exempel", LessonText("Bild", "B204", "Ada Exempel")),
        ("Bild (Bildsalen)", LessonText("Bild", "Bildsalen")),
        ("Idrott, Idrottshallen, Ivo Exempel", LessonText("Idrott", "Idrottshallen", "Ivo Exempel")),
        ("08.10–09.00 Slöjd S1", LessonText("Slöjd", "S1", start=490, end=540)),
        ("Slöjd\n8:10 - 9:00\nSal: S1\nLärare: Ada 2", LessonText("Slöjd", "S1", "Ada 2", 490, 540)),
        ("M-G-2", LessonText("M-G-2")),
        ("", LessonText("")),
    ],
)
def test_subject_room_and_teacher_are_told_apart(text: str, lesson: LessonText) -> None:
    """The subject stands first; a room has a number in it or is called one; a time can stand anywhere."""
    assert lesson_in(text) == lesson
