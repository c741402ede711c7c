"""What a rektor has written about a lesson, a step or a subject of the proposal, said so that one knows which."""

from __future__ import annotations

from planning.workflow.comments import LessonComment
from wording.clock import weekday_name, written_time
from wording.language import tr


def say_about(comment: LessonComment) -> str:
    """What it is about, as a heading: «Bild, måndag 08.10, steg 1»."""
    step = tr("steg {number}", number=comment.step) if comment.step else ""
    parts = (comment.subject, _when(comment), step)
    return ", ".join(part for part in parts if part) or tr("hela förslaget")


def say_comment(comment: LessonComment) -> str:
    """«Rektorn har skrivit om Bild på måndag: …»."""
    return tr("Rektorn har skrivit om {what}: {text}", what=_what(comment), text=comment.text)


def say_change(comment: LessonComment) -> str:
    """The same as a line of a decision: «Bild, måndag 08.10, steg 1: …»."""
    return tr("{about}: {text}", about=say_about(comment), text=comment.text)


def _what(comment: LessonComment) -> str:
    if comment.subject and comment.weekday is not None:
        day = tr("{subject} på {day}", subject=comment.subject, day=weekday_name(comment.weekday))
        return tr("{lesson} i steg {number}", lesson=day, number=comment.step) if comment.step else day
    return say_about(comment)


def _when(comment: LessonComment) -> str:
    if comment.weekday is None:
        return ""
    day = weekday_name(comment.weekday)
    return day if comment.start is None else f"{day} {written_time(comment.start)}"
