"""What a new timetable changes of the one in hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planning.week_difference import difference
from tests.planning.week_lessons import lesson, week_of


def test_new_gone_moved_and_changed_are_told_apart() -> None:
    """A subject at another time has moved; another room at the same time has not."""
    before = week_of(
        "mon 08:10-09:00 Bild", "mon 09:10-10:00 Musik", lesson("tue 08:10-09:00 NO", rooms=("A",)),
        "wed 08:10-09:00 Slöjd",
    )  # fmt: skip
    after = week_of(
        "mon 08:10-09:00 Bild", "thu 09:10-10:00 Musik", lesson("tue 08:10-09:00 NO", rooms=("B",)),
        "fri 08:10-09:00 Spanska",
    )  # fmt: skip
    found = difference(before, after)
    assert [one.subject for one in found.new] == ["Spanska"]
    assert [one.subject for one in found.gone] == ["Slöjd"]
    assert [pair.after.weekday.short for pair in found.moved] == ["thu"]
    assert [pair.after.rooms for pair in found.other] == [("B",)]
    assert found.same == 1


def test_the_same_week_under_other_names_is_no_difference() -> None:
    """Ids are a matter of the file that it came from."""
    one, again = week_of("mon 08:10-09:00 Bild"), week_of(lesson("mon 08:10-09:00 Bild", id="other", source_ref="7"))
    assert difference(one, again).is_empty


@given(st.data())
def test_nothing_is_lost_between_two_weeks(data: st.DataObject) -> None:
    """Every lesson of both is told of once."""
    texts = [f"{day} {hour:02d}:00-{hour:02d}:50 {subject}" for day in ("mon", "tue") for hour in (8, 9)
             for subject in ("Bild", "NO")]  # fmt: skip
    before = week_of(*data.draw(st.lists(st.sampled_from(texts), unique=True)))
    after = week_of(*data.draw(st.lists(st.sampled_from(texts), unique=True)))
    found = difference(before, after)
    paired = found.same + len(found.moved) + len(found.other)
    assert paired + len(found.gone) == len(before.lessons)
    assert paired + len(found.new) == len(after.lessons)
