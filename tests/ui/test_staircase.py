"""The staircase says its hours in the picture and in words."""

from __future__ import annotations

from ui.components.staircase import spoken, staircase
from wording.language import speaking


def test_every_step_and_the_whole_week_are_said() -> None:
    """Whoever does not see the picture hears the same."""
    assert spoken([90, 380], 1440) == (
        "Timmar i veckan: steg 1 1 h 30 min, steg 2 6 h 20 min. Hela veckan är 24 h."
    )


def test_the_picture_carries_its_text_and_short_hours() -> None:
    """With a decimal comma, as in Swedish."""
    picture = staircase([90, 380], 1440, chosen=2)

    assert 'role="img" aria-label="Timmar i veckan' in picture
    assert "<b>1,5 h</b>" in picture
    assert picture.count("stairs-chosen") == 1


def test_the_picture_speaks_english_too() -> None:
    """With a decimal point."""
    with speaking("en"):
        assert "<b>1.5 h</b>" in staircase([90], 1440)


def test_a_plan_without_lessons_still_has_a_picture() -> None:
    """Nothing is divided by nothing."""
    assert "0 h" in staircase([0, 0], 0)
