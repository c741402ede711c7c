"""The timplan as data: the nine-year school, the ten-year school, and the summer between them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.errors import BadInput
from planning.guaranteed_hours import RULESETS, rulesets, share_on, year_group_on
from planning.subject_codes import SubjectCode

AUTUMN_2026, SPRING_2028, AUTUMN_2028 = dt.date(2026, 11, 23), dt.date(2028, 4, 3), dt.date(2028, 9, 4)


def test_columns_and_total_add_up() -> None:
    """1 882 + 2 334 + 40 + 2 634 = 6 890 hours, as the law says."""
    nine = rulesets().called("SE-grundskola-9")
    sums = [sum(h.of(s) or 0 for h in nine.hours.values()) for s in ("low", "middle", "low_and_middle", "high")]
    assert sums == [1882, 2334, 40, 2634]
    assert sum(sums) == nine.total_hours == 6890


def test_blocks_leave_something_free() -> None:
    """49 of the 289 hours of NO in högstadiet are nobody's own, 55 of the 405 of SO."""
    nine = rulesets().called("SE-grundskola-9")
    free = {
        block: (nine.hours[block].high or 0) - sum(h.high or 0 for h in nine.least_in_block[block].values())
        for block in (SubjectCode.NO, SubjectCode.SO)
    }
    assert free == {SubjectCode.NO: 49, SubjectCode.SO: 55}


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (dt.date(2026, 7, 1), "SE-grundskola-9"),
        (dt.date(2028, 6, 30), "SE-grundskola-9"),
        (dt.date(2028, 7, 1), "SE-grundskola-10"),
        (dt.date(2035, 1, 7), "SE-grundskola-10"),
    ],
)
def test_the_day_decides_the_ruleset(day: dt.date, code: str) -> None:
    """The ten-year school begins on 1 July 2028, though its law is in force before that."""
    ruleset = rulesets().on(day)
    assert ruleset is not None
    assert (ruleset.code, ruleset.confidence) == (code, "A")
    assert "SFS" in ruleset.source


@pytest.mark.parametrize(
    ("subject", "year", "weekly"),
    [("MA", 8, 225), ("MA", 5, 230), ("EN", 2, 34), ("HKK", 9, 51), ("HKK", 5, 11), ("SPV", 1, 0), ("NO", 7, 162)],
)
def test_weekly_averages_are_those_of_the_table(subject: str, year: int, weekly: int) -> None:
    """Minutes a week: hours of the stage over its years of 178 days (`law.md` §2); home economics over six years."""
    share = share_on(AUTUMN_2026, year)
    assert share is not None
    hours = share.hours_from.hours[SubjectCode(subject)]
    assert round(share.hours_a_day(hours) * 60 * 5) == weekly


def test_rows_of_the_timplan_hold_several_subjects() -> None:
    """Chemistry stands in the row of NO, svenska som andraspråk in that of svenska."""
    nine = rulesets().called("SE-grundskola-9")
    rows = [nine.row_of(SubjectCode(code)) for code in ("KE", "SVA", "MA")]
    assert rows == [SubjectCode.NO, SubjectCode.SV, SubjectCode.MA]


@pytest.mark.parametrize(("before", "after"), [(0, 2), (1, 3), (7, 9), (8, 10)])
def test_year_groups_rise_by_two_over_the_summer_of_2028(before: int, after: int) -> None:
    """One for the new school year, one since every year is called one higher; later summers are as they were."""
    assert year_group_on(before, 2027, SPRING_2028) == before
    assert year_group_on(before, 2027, AUTUMN_2028) == after
    assert year_group_on(before, 2027, dt.date(2029, 9, 3)) == after + 1
    assert year_group_on(after, 2028, SPRING_2028) == before


@given(st.integers(0, 9), st.integers(2024, 2033), st.dates(dt.date(2024, 7, 1), dt.date(2034, 6, 30)))
def test_year_groups_lead_there_and_back(year: int, school_year: int, day: dt.date) -> None:
    """Counted forwards to a day and back from it, a year group is the same."""
    then = year_group_on(year, school_year, day)
    back_to = dt.date(school_year, 9, 1)
    assert year_group_on(then, day.year if day.month >= 7 else day.year - 1, back_to) == year


def test_who_is_in_school_keeps_the_old_hours() -> None:
    """Year 9 in autumn 2028 was year 7: högstadiet, with the 6 890 h of before."""
    share = share_on(AUTUMN_2028, 9)
    assert share is not None
    assert (share.ruleset.code, share.hours_from.code) == ("SE-grundskola-10", "SE-grundskola-9")
    assert (share.stages, share.hours_year) == (("high",), 8)
    assert share.is_read


def test_who_begins_then_has_hours_that_nobody_has_read() -> None:
    """Year 1 in autumn 2028, and the same students later: 7 424 h, their distribution unknown and not guessed."""
    for day, year in ((AUTUMN_2028, 1), (dt.date(2034, 9, 1), 7)):
        share = share_on(day, year)
        assert share is not None
        assert share.hours_from.total_hours == 7424
        assert not share.is_read
    later = share_on(dt.date(2034, 9, 1), 8)
    assert later is not None
    assert later.is_read


def test_before_the_first_ruleset_nothing_is_said() -> None:
    """And a year group outside the school's years has no stage."""
    assert share_on(dt.date(2010, 1, 1), 8) is None
    share = share_on(AUTUMN_2026, 10)
    assert share is not None
    assert not share.is_read


@pytest.mark.parametrize(
    ("was", "now", "file", "field"),
    [
        ("high = 400, total = 1230", "high = 401, total = 1230", "nine_years.toml", "hours.MA"),
        ("high = 400, total = 1230", "hihg = 400, total = 1230", "nine_years.toml", "hours.MA.hihg"),
        ("total_hours = 6890", "total_hours = 6891", "nine_years.toml", ""),
        ('confidence = "A"', 'confidence = "D"', "nine_years.toml", "confidence"),
        ("last_day = 2028-06-30", "last_day = 2028-06-29", "ten_years.toml", "first_day"),
        ("format = 1", "format =", "nine_years.toml", ""),
    ],
)
def test_faults_name_file_entry_and_field(was: str, now: str, file: str, field: str, tmp_path: Path) -> None:
    """A municipality that changes a number sees where it went wrong."""
    for name in ("nine_years.toml", "ten_years.toml"):
        text = (RULESETS / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace(was, now, 1) if name[:4] == "nine" else text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        rulesets(tmp_path)
    assert (caught.value.data["file"], caught.value.data["field"]) == (file, field)
