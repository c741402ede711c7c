"""What each step means in practice."""

from __future__ import annotations

from planning.plan import Plan
from planning.problem import Problem
from planning.reasons import explained
from planning.stories import StepStory, tell
from tests.planning.builders import lessons, need, plan, problem, timetable


def told(of: Problem, *steps: str) -> tuple[StepStory, ...]:
    """The stories of that plan."""
    done: Plan = explained(of, plan(of, *steps))
    return tell(of, done)


def ids(planned: tuple[object, ...]) -> list[str]:
    """The ids of planned lessons."""
    return [getattr(p, "lesson").id for p in planned]  # noqa: B009 - lessons and nothing else are given


def test_a_story_tells_how_much_there_was_is_and_will_be() -> None:
    """Minutes a week of the step, of the step before, and of the whole week."""
    stories = told(problem(steps=2), "a", "a b c d e f")
    assert [(s.minutes_before, s.minutes, s.full_minutes) for s in stories] == [(0, 60, 360), (60, 360, 360)]


def test_minutes_of_a_rotation_are_its_mean() -> None:
    """An hour in one week of two is half an hour a week."""
    of = problem(timetable("x mon 08:00-09:00 Svenska", ("A", "B")))
    assert told(of, "A|x")[0].minutes == 30


def test_what_is_new_is_what_the_step_before_did_not_have() -> None:
    """In the first step everything is."""
    stories = told(problem(steps=2), "a", "a b")
    assert [ids(story.new) for story in stories] == [["a"], ["b"]]


def test_a_step_tells_which_limits_it_releases_and_which_hold() -> None:
    """Hard ones; a wish neither holds nor is released."""
    of = problem(
        timetable(), need("earliest_start", time="09:00", last_step=1), need("max_days", n=4),
        need("days_off", "wish_2", weekdays=["fri"], last_step=1), steps=2,
    )  # fmt: skip
    first, second = told(of, "b", "a b")
    assert [n.kind for n in first.holding] == ["earliest_start", "max_days"]
    assert [n.kind for n in second.holding] == ["max_days"]
    assert [n.kind for n in second.released] == ["earliest_start"]


def test_support_is_told_while_it_lasts() -> None:
    """Help with the morning too."""
    of = problem(
        timetable(), need("support", "support", item="safe_place", last_step=1),
        need("morning_help", "support", ways=["text_message"]), steps=2,
    )  # fmt: skip
    assert [[n.kind for n in s.support] for s in told(of, "a", "a")] == [["support", "morning_help"], ["morning_help"]]


def test_the_way_into_school_is_told_among_the_support() -> None:
    """It moves no lesson either."""
    of = problem(timetable(), need("place_ladder", "support", comfort=["go_out"], last_step=1), steps=2)
    assert [[n.kind for n in s.support] for s in told(of, "a", "a")] == [["place_ladder"], []]


def test_a_bad_day_has_its_first_lesson_only() -> None:
    """Every day of every week has its smaller version."""
    assert ids(told(problem(), "c a d b")[0].bad_day) == ["a", "d"]


def test_a_bad_day_is_there_for_each_week_of_a_rotation() -> None:
    """Also where the weeks differ."""
    rows = (*lessons("x mon 08:00-09:00 Svenska"), *lessons("y mon 07:00-08:00 Bild", week="B"))
    of = problem(timetable(rows, ("A", "B")))
    assert ids(told(of, "A|x B|x B|y")[0].bad_day) == ["x", "y"]


def test_the_last_step_is_told_and_whether_it_is_the_whole_week() -> None:
    """Whole is when nothing is left out."""
    first, second = told(problem(steps=2), "a b c d e", "a b c d e f")
    assert (first.is_last, first.is_whole) == (False, False)
    assert (second.is_last, second.is_whole) == (True, True)


def test_a_part_of_a_lesson_is_not_the_whole_week() -> None:
    """Something of the ordinary timetable is left out as long as a lesson is attended in part."""
    assert not told(problem("x mon 08:00-09:00 Svenska"), "x@08:00-08:15")[0].is_whole


def test_a_step_without_lessons_tells_its_contacts() -> None:
    """And nothing for a bad day to make smaller."""
    (story,) = told(problem(), "")
    assert story.contacts
    assert story.bad_day == ()
    assert story.minutes == 0
