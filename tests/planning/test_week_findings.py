"""What is worth a look in a timetable, and what each fix makes of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planning.clock import Weekday
from planning.timetable import Lesson, LessonId, LessonKind, Timetable
from planning.week_edits import edited
from planning.week_findings import Finding, FindingKind, FixKind, findings
from tests.planning.week_lessons import lesson, said, week_of


def found(timetable: Timetable, kind: FindingKind) -> Finding:
    """The one finding of that kind."""
    (one,) = [finding for finding in findings(timetable) if finding.kind is kind]
    return one


def fixed(timetable: Timetable, kind: FindingKind, fix: FixKind, number: int = 0) -> Timetable:
    """The timetable after the fix of that kind."""
    return edited(timetable, [one for one in found(timetable, kind).fixes if one.kind is fix][number].edit)


def test_a_plain_week_raises_no_question() -> None:
    """Nobody is asked about what is ordinary."""
    lunch = lesson("mon 11:00-11:40 Lunch", kind=LessonKind.LUNCH)
    assert findings(week_of("mon 08:10-09:00 Bild", lunch, "mon 13:00-14:00 Musik")) == ()


def test_two_at_once_can_be_one_of_them_or_every_other_week() -> None:
    """One tap says which."""
    week = week_of("mon 08:10-09:00 Bild", "mon 08:10-09:00 Musik")
    assert said(fixed(week, FindingKind.AT_ONCE, FixKind.KEEP, 1)) == ["mon 490-540 Musik"]
    rotating = fixed(week, FindingKind.AT_ONCE, FixKind.FIRST_ODD)
    assert said(rotating) == ["mon 490-540 Bild A", "mon 490-540 Musik B"]
    assert rotating.week_labels == ("A", "B")
    assert said(fixed(week, FindingKind.AT_ONCE, FixKind.FIRST_ODD, 1)) == ["mon 490-540 Musik A", "mon 490-540 Bild B"]


def test_a_lesson_that_runs_into_the_next_can_end_when_it_begins() -> None:
    """Both are kept."""
    week = week_of("mon 08:10-09:20 Bild", "mon 09:00-10:00 Musik")
    assert said(fixed(week, FindingKind.AT_ONCE, FixKind.SHORTEN)) == ["mon 490-540 Bild", "mon 540-600 Musik"]


def test_the_same_lesson_twice_becomes_one_with_both_rooms() -> None:
    """A lesson with two teachers often stands twice."""
    week = week_of(
        lesson("mon 08:10-09:00 Bild", rooms=("A",)), lesson("mon 08:10-09:00 Bild", id="2", rooms=("B",)),
    )  # fmt: skip
    (one,) = fixed(week, FindingKind.DUPLICATE, FixKind.MERGE).lessons
    assert set(one.rooms) == {"A", "B"}


def test_lessons_in_different_weeks_are_not_at_once() -> None:
    """A and B never meet."""
    week = week_of(
        lesson("mon 08:10-09:00 Bild", week="A"), lesson("mon 08:10-09:00 Musik", week="B"), labels=("A", "B")
    )
    assert findings(week) == ()


def test_my_group_leaves_the_other_groups_out() -> None:
    """And the subject gets its own name back."""
    week = week_of("mon 08:10-09:00 Slöjd grupp A", "mon 08:10-09:00 Slöjd grupp B", "tue 08:10-09:00 Slöjd grupp A")
    assert said(fixed(week, FindingKind.PARTS, FixKind.MY_PART, 1)) == ["mon 490-540 Slöjd"]
    assert not [one for one in findings(week) if one.kind is FindingKind.AT_ONCE]


def test_lists_of_weeks_become_odd_and_even() -> None:
    """And what comes in both kinds of weeks comes every week."""
    week = week_of(
        lesson("mon 08:10-09:00 Bild", week="v 35, 37"), lesson("mon 08:10-09:00 Musik", week="v 36, 38"),
        lesson("tue 08:10-09:00 NO", week="v 35, 36"), "wed 08:10-09:00 Slöjd (udda veckor)",
        labels=("v 35, 37", "v 36, 38", "v 35, 36"),
    )  # fmt: skip
    after = fixed(week, FindingKind.WEEKS, FixKind.BY_WEEK)
    assert sorted(said(after)) == [
        "mon 490-540 Bild A", "mon 490-540 Musik B", "tue 490-540 NO", "wed 490-540 Slöjd A",
    ]  # fmt: skip
    assert after.week_labels == ("A", "B")
    assert fixed(week, FindingKind.WEEKS, FixKind.EVERY_WEEK).week_labels == ("",)


def test_a_lunch_that_is_missing_is_offered_in_the_gap() -> None:
    """At most forty minutes of it, as near half past eleven as it goes, and only on days that last past noon."""
    week = week_of("mon 08:10-11:20 Bild", "mon 12:30-14:00 Musik", "tue 08:10-09:00 NO")
    after = fixed(week, FindingKind.LUNCH_MISSING, FixKind.ADD_LUNCH)
    assert [(o.weekday, o.start, o.end) for o in after.lessons if o.kind is LessonKind.LUNCH] == [
        (Weekday.MON, 690, 730)
    ]
    assert findings(after) == ()


def test_a_day_without_a_gap_is_told_without_a_fix() -> None:
    """There is nothing to offer, and it is not kept quiet."""
    assert found(week_of("mon 08:10-14:00 Bild"), FindingKind.LUNCH_MISSING).fixes == ()


def test_what_is_called_lunch_can_count_as_lunch() -> None:
    """Before one is offered."""
    week = week_of("mon 08:10-11:00 Bild", "mon 11:10-11:50 Skollunch", "mon 12:00-14:00 Musik")
    after = fixed(week, FindingKind.LUNCH_NAMED, FixKind.AS_LUNCH)
    assert [o.subject for o in after.lessons if o.kind is LessonKind.LUNCH] == ["Skollunch"]
    assert findings(after) == ()


def test_mentor_time_can_be_no_lesson() -> None:
    """All of them in one tap."""
    week = week_of("mon 08:10-08:30 Mentorstid", "tue 08:10-08:30 Mentorstid", "tue 08:40-09:00 Bild")
    after = fixed(week, FindingKind.NO_LESSON, FixKind.AS_NO_LESSON)
    assert [o.lesson.subject for o in after.occasions] == ["Bild"]


def test_odd_lengths_and_hours_are_asked_about() -> None:
    """Each kind once, with the lessons that it is about."""
    week = week_of("mon 06:10-06:55 Bild", "tue 08:10-08:15 Musik", "sat 09:00-10:00 NO")
    assert [o.subject for o in found(week, FindingKind.HOURS).lessons] == ["Bild", "NO"]
    assert [o.subject for o in found(week, FindingKind.LENGTH).lessons] == ["Musik"]


SUBJECTS = st.sampled_from(["Bild", "Slöjd grupp A", "Slöjd grupp B", "Lunch", "Mentorstid", "NO v 35, 37", "M-G-1"])


@st.composite
def weeks(draw: st.DrawFn) -> Timetable:
    """Any week, odd or not."""
    made = []
    for number in range(draw(st.integers(1, 9))):
        start = draw(st.integers(6 * 60, 18 * 60))
        made.append(
            Lesson(
                id=LessonId(str(number)), subject=draw(SUBJECTS), weekday=draw(st.sampled_from(Weekday)), start=start,
                end=start + draw(st.integers(1, 300)), week=draw(st.sampled_from(["", "", "A", "B"])),
                kind=draw(st.sampled_from([LessonKind.LESSON, LessonKind.LESSON, LessonKind.LUNCH])),
            )
        )  # fmt: skip
    labels = ("A", "B") if any(one.week for one in made) else ("",)
    return Timetable(group="", lessons=tuple(made), week_labels=labels)


@given(weeks())
def test_every_fix_settles_what_it_is_offered_for(week: Timetable) -> None:
    """The same question does not come back, and no fix makes a timetable that cannot be kept."""
    for finding in findings(week):
        for fix in finding.fixes:
            after = edited(week, fix.edit)
            assert Timetable.model_validate(after.model_dump()) == after
            assert finding.key not in {again.key for again in findings(after)}
