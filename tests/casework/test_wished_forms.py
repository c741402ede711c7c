"""How the student wants the timetable decides how the page is made."""

from __future__ import annotations

import pytest

from casework.wished_forms import wants_pictures, wished_forms
from questionnaire.vocabulary import Preference
from tests.casework.small_week import sheet


@pytest.mark.parametrize(
    ("ticked", "pictures"),
    [
        ([], True),
        (["paper_with_pictures"], True),
        (["paper_without_pictures"], False),
        (["paper_with_pictures", "paper_without_pictures"], True),
        (["calendar"], True),
    ],
)
def test_pictures_are_left_out_only_where_that_is_asked_for(ticked: list[str], *, pictures: bool) -> None:
    """Somebody who wants both gets them."""
    assert wants_pictures(sheet(SK4=ticked)) is pictures


def test_the_wishes_come_in_the_order_of_the_boxes() -> None:
    """However they were ticked."""
    assert wished_forms(sheet(SK4=["pocket_card", "calendar"])) == (Preference.CALENDAR, Preference.POCKET_CARD)
    assert wished_forms(sheet()) == ()
