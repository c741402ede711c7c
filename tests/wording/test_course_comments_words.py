"""A comment is told so that one knows which lesson, step or subject is meant."""

from __future__ import annotations

import pytest

from planning.clock import Weekday
from planning.workflow.comments import LessonComment
from wording.course_comments import say_about, say_change, say_comment

LESSON = LessonComment(step=2, lesson="b", subject="Bild", weekday=Weekday.MON, start=490, text="Vänta.")


@pytest.mark.parametrize(
    ("comment", "about", "told"),
    [
        (LESSON, "Bild, måndag 08.10, steg 2", "Rektorn har skrivit om Bild på måndag i steg 2: Vänta."),
        (LessonComment(step=3, text="Längre."), "steg 3", "Rektorn har skrivit om steg 3: Längre."),
        (LessonComment(subject="Musik", text="Mer."), "Musik", "Rektorn har skrivit om Musik: Mer."),
        (LessonComment(text="Bra."), "hela förslaget", "Rektorn har skrivit om hela förslaget: Bra."),
    ],
)
def test_it_says_what_it_is_about(comment: LessonComment, about: str, told: str) -> None:
    """As a heading, to the coach, and as a line of a decision."""
    assert say_about(comment) == about
    assert say_comment(comment) == told
    assert say_change(comment) == f"{about}: {comment.text}"
