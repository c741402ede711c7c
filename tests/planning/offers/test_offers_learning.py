"""Learning beside the class's lessons: only what somebody has said yes to, and never on top of a day that is bound."""

from __future__ import annotations

from typing import Any

import pytest

from planning.items import Carrier
from planning.needs import AnyNeed
from planning.offers import Offer
from planning.offers.base import OnDays
from planning.problem import Coach, Problem, Ride
from tests.planning.builders import A_WEEK, need, problem
from tests.planning.item_builders import offers

LIKES = need("begin_with", "wish_3", subjects=["Bild", "Slöjd"])
COACH = Coach(name="Coach Exempel")


def elsewhere(*places: str, **fields: Any) -> AnyNeed:
    """Teaching begins at one of those places."""
    return need("start_elsewhere", places=places, **fields)


def support(item: str, *choices: str) -> AnyNeed:
    """Support of that kind with those boxes."""
    return need("support", "support", id=item, item=item, choices=choices)


def only(of: Problem, kind: str, step: int = 1) -> Offer:
    """The one offer of that kind."""
    (offer,) = offers(of, kind, step)
    return offer


def test_a_lesson_of_one_s_own_is_at_the_place_to_begin_at() -> None:
    """In a subject that the student would begin with, once a week, in the daytime."""
    lesson = only(problem(A_WEEK, elsewhere("library", "outdoors"), LIKES), "one_to_one_stopover")
    assert (lesson.place, lesson.subject, lesson.a_week, lesson.carrier) == ("library", "Bild", 1, Carrier.ADULT)
    assert {(window.start, window.end) for window in lesson.windows} == {(600, 900)}


@pytest.mark.parametrize("waits", [need("no_lessons_yet"), need("no_lessons_yet", weeks=[""])], ids=["all", "a week"])
def test_no_word_is_said_of_lessons_while_there_are_none_yet(waits: AnyNeed) -> None:
    """Contact comes first; a place to begin at has its lesson when that ends."""
    of = problem(A_WEEK, elsewhere("library"), LIKES, waits.model_copy(update={"last_step": 1}), steps=2)
    assert [len(offers(of, "one_to_one_stopover", step)) for step in (1, 2)] == [0, 1]


def test_a_lesson_is_at_home_only_where_no_other_place_was_ticked() -> None:
    """Another place is a step on the way."""
    places = [only(problem(A_WEEK, elsewhere(*p), LIKES), "one_to_one_stopover").place
              for p in (("at_home", "library"), ("at_home",), ())]  # fmt: skip
    assert places == ["library", "at_home", ""]


def test_without_a_liked_subject_it_is_a_while_at_the_library() -> None:
    """With the coach, if the library is one of the places; a lesson that nobody chose is no offer."""
    library = only(problem(A_WEEK, elsewhere("at_home", "library"), coach=COACH), "library_time")
    assert (library.place, library.person, library.carrier) == ("library", "Coach Exempel", Carrier.COACH)
    elsewhere_only = problem(A_WEEK, elsewhere("at_home", "outdoors"))
    assert offers(elsewhere_only, "library_time") == offers(elsewhere_only, "one_to_one_stopover") == []


def test_what_is_learnt_elsewhere_keeps_to_the_hours_of_the_student() -> None:
    """Not before the hour that lessons may begin, and not on a hard day."""
    needs = need("earliest_start", time="12:00"), need("days_off", weekdays=["mon", "tue", "wed", "thu"])
    lesson = only(problem(A_WEEK, elsewhere("library"), LIKES, *needs), "one_to_one_stopover")
    assert [(window.weekday.short, window.start, window.end) for window in lesson.windows] == [("fri", 720, 900)]


def test_help_with_what_was_missed_comes_when_the_subject_is_no_longer_waited_with() -> None:
    """Never in a subject that the student has said no to; from the step that it comes back."""
    waiting = need("avoid_subject", subjects=["Bild"], last_step=2)
    of = problem(A_WEEK, waiting, support("catch_up", "Bild"), steps=4)
    assert [[offer.subject for offer in offers(of, "homework_time", step)] for step in (1, 2, 3)] == [[], [], ["Bild"]]


def test_help_is_in_the_first_subject_that_is_back() -> None:
    """Slöjd is still waited with."""
    waiting = need("avoid_subject", subjects=["Slöjd"])
    of = problem(A_WEEK, waiting, support("catch_up", "Slöjd", "Bild"), steps=2)
    assert only(of, "homework_time", 2).subject == "Bild"


def test_help_is_in_the_afternoon_of_a_day_with_lessons() -> None:
    """Nobody comes to school for homework alone."""
    homework = only(problem(A_WEEK, support("catch_up", "Bild"), steps=2), "homework_time", 2)
    assert homework.on_days is OnDays.WITH_LESSONS
    assert {(window.start, window.end) for window in homework.windows} == {(780, 960)}


@pytest.mark.parametrize(
    ("bound", "helped"),
    [
        (need("max_visit_minutes", minutes=60), False),
        (need("max_lessons_per_day", n=2), False),
        (need("ride_needed"), False),
        (need("max_visit_minutes", "wish_2", minutes=120), True),
        (need("max_lessons_per_day", n=2, last_step=1), True),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_there_is_no_homework_on_top_of_a_day_that_is_bound(bound: AnyNeed, *, helped: bool) -> None:
    """Who can be there for an hour is not kept for another half; who is driven goes with the ride."""
    ride = Ride.model_validate({"weekday": "mon", "arrives": "07:50", "leaves": "13:40"})
    of = problem(A_WEEK, bound, support("catch_up", "Bild"), steps=2, rides=(ride,))
    assert bool(offers(of, "homework_time", 2)) is helped


def test_a_lesson_followed_from_home_is_one_of_the_class_s() -> None:
    """The first half hour of it, from ten o'clock on."""
    lesson = only(problem(A_WEEK, support("lesson_from_home"), steps=3), "distance_time", 2)
    assert [(w.weekday.short, w.start, w.end) for w in lesson.windows] == [
        ("mon", 750, 780), ("tue", 600, 630), ("thu", 780, 810),
    ]  # fmt: skip
    assert lesson.place == "at_home"


def test_a_lesson_that_was_said_no_to_is_not_followed_either() -> None:
    """Neither its subject nor its teacher."""
    no = need("avoid_subject", subjects=["Bild"]), need("avoid_teacher", teachers=["Lärare-A"])
    lesson = only(problem(A_WEEK, support("lesson_from_home"), *no, steps=3), "distance_time", 2)
    assert [w.weekday.short for w in lesson.windows] == ["thu"]
    nothing = need("avoid_subject", id="all", subjects=["Slöjd"])
    assert offers(problem(A_WEEK, support("lesson_from_home"), *no, nothing, steps=3), "distance_time", 2) == []


def test_teaching_at_a_distance_waits_for_the_rektor_s_decision_and_ends_with_the_whole_week() -> None:
    """Not in the first step, and not in the last."""
    of = problem(A_WEEK, support("lesson_from_home"), steps=4)
    assert [len(offers(of, "distance_time", step)) for step in (1, 2, 3, 4)] == [0, 1, 1, 0]


def test_what_the_coach_has_written_in_is_offered_as_written() -> None:
    """How often, how long, when, by whom, with whom, where and about what."""
    asked = need(
        "weekly_item", item="homework_time", times_a_week=2, minutes=45, weekdays=["mon", "thu"], start="14:00",
        end="16:00", carrier="guardian", person="Mormor Exempel", place="library", subject="Bild",
    )  # fmt: skip
    offer = only(problem(A_WEEK, asked), "homework_time")
    assert (offer.a_week, offer.minutes, offer.carrier) == (2, 45, Carrier.GUARDIAN)
    assert (offer.person, offer.place, offer.subject) == ("Mormor Exempel", "library", "Bild")
    assert [(w.weekday.short, w.start, w.end) for w in offer.windows] == [("mon", 840, 960), ("thu", 840, 960)]
    assert (offer.is_asked, offer.on_days) == (True, OnDays.ANY)


def test_what_is_not_written_follows_from_the_kind() -> None:
    """Half an hour of fika with the coach, Monday to Friday."""
    offer = only(problem(A_WEEK, need("weekly_item", item="fika"), coach=COACH), "fika")
    assert (offer.a_week, offer.minutes, offer.carrier, offer.person) == (1, 30, Carrier.COACH, "Coach Exempel")
    assert [window.weekday for window in offer.windows] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("strength", "binds"), [("hard", True), ("wish_1", True), ("support", False)])
def test_an_item_binds_lessons_when_it_is_asked_for_in_earnest(strength: str, *, binds: bool) -> None:
    """Hard or a wish; support finds its time beside them."""
    assert only(problem(A_WEEK, need("weekly_item", strength, item="fika")), "fika").is_asked is binds
