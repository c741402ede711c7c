"""Pictures on the student's own pages: one for everything, in two styles, and telling of subjects."""

from __future__ import annotations

import pytest

from exports.icons import icon_names
from exports.student_blocks import PictureStyle
from exports.student_icons import icon_of, icon_of_subject
from planning.items import ItemKind


@pytest.mark.parametrize("kind", ItemKind)
def test_everything_that_is_not_a_lesson_has_a_picture(kind: ItemKind) -> None:
    """One of those that are drawn."""
    assert icon_of(kind) in icon_names()


def test_both_sets_have_the_same_pictures() -> None:
    """So that a style can be chosen without looking at what is planned."""
    assert icon_names(PictureStyle.COLOURFUL) == icon_names(PictureStyle.CALM)


@pytest.mark.parametrize(
    ("subject", "picture"),
    [("Engelska", "translate"), ("Musik", "music-notes"), ("Slöjd", "scissors"), ("Teknik", "gear"),
     ("Hem- och konsumentkunskap", "cooking-pot"), ("Svenska", "book-open"), ("Något annat", "books")],
)  # fmt: skip
def test_subjects_are_told_apart_by_their_pictures(subject: str, picture: str) -> None:
    """Two languages do not look alike, nor crafts and art."""
    assert icon_of_subject(subject) == picture
