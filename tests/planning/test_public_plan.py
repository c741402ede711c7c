"""The public view of a plan is made by taking in, so that nothing can be forgotten inside it."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from planning.calendar import ClosedDays, SchoolCalendar
from planning.items import ItemKind
from planning.needs.adults import AvoidTeacher
from planning.needs.base import NeedId, Origin, Source, Strength
from planning.needs.times import EarliestStart
from planning.plan import (
    LeftOut,
    Plan,
    PlannedContact,
    PlannedLesson,
    PlanStep,
    Reason,
    ReasonKind,
    Setting,
)
from planning.problem import Problem
from planning.public_plan import PUBLIC_REASONS, PublicPlan, public_plan
from planning.steps import Step
from planning.timetable import Lesson, LessonId, Timetable

MONDAY = dt.date(2027, 1, 11)
SECRET = "planterat"
SECRETS = st.text("abcdefgh", min_size=6, max_size=12).map(lambda word: f"{SECRET}{word}")
ART = Lesson(id=LessonId("1"), subject="Bild", weekday="mon", start="08:10", end="09:10", rooms=("B1",))
MUSIC = Lesson(id=LessonId("2"), subject="Musik", weekday="tue", start="08:10", end="09:10")


def view(secret: str = SECRET, kinds: tuple[ReasonKind, ...] = (), closed: tuple[ClosedDays, ...] = ()) -> PublicPlan:
    """The view of half a lesson in a small room, with the secret in every place that answers can reach."""
    said = Origin(source=Source.ANSWER, ref=secret)
    need = {"origin": said, "strength": Strength.HARD}
    needs = (
        AvoidTeacher(id=NeedId("avoid"), teachers=(secret,), **need),
        EarliestStart(id=NeedId("early"), time="08:00", **need),
    )
    art = ART.model_copy(update={"teachers": (secret,), "groups": (secret,), "source_ref": secret})
    step = Step(number=1, mondays=(MONDAY,), week_labels=("",))
    reasons = tuple(Reason(kind=kind, need=NeedId(secret)) for kind in kinds)
    contact = PlannedContact(date=MONDAY, kind=ItemKind.WALK, person=secret, place=secret, need=NeedId(secret))
    planned = PlanStep(
        step=step,
        lessons=(PlannedLesson(lesson=art, week="", start=490, end=520, setting=Setting.SMALL_ROOM, reasons=reasons),),
        contacts=(contact,),
        left_out=(LeftOut(subject="Musik", week="", lessons=1, minutes=60, reasons=reasons),),
        released=(NeedId("avoid"), NeedId("early")),
    )
    problem = Problem(
        timetable=Timetable(group=secret, lessons=(art, MUSIC), source=secret),
        steps=(step,),
        needs=needs,
        calendar=SchoolCalendar(closed=closed),
        trusted_person=secret,
    )
    return public_plan(problem, Plan(steps=(planned,), proven=True))


@given(SECRETS, st.lists(st.sampled_from(ReasonKind), max_size=4))
def test_no_secret_is_in_the_view(secret: str, kinds: list[ReasonKind]) -> None:
    """Neither in an origin, a teacher, a contact or a reason, whatever the reasons are."""
    assert secret not in view(secret, tuple(kinds)).model_dump_json()


@given(st.lists(st.sampled_from(ReasonKind), max_size=6))
def test_only_tellable_kinds_of_reason_are_in_the_view(kinds: list[ReasonKind]) -> None:
    """Each once."""
    music = next(subject for subject in view(kinds=tuple(kinds)).subjects if subject.subject == "Musik")
    assert set(music.reasons) == set(kinds) & PUBLIC_REASONS
    assert len(music.reasons) == len(set(music.reasons))


def test_closed_needs_are_not_in_the_view() -> None:
    """A need that may not be told is gone; one that may is there without its origin."""
    (released,) = view().steps[0].story.released
    assert released.kind == "earliest_start"
    assert released.origin == Origin(source=Source.DEFAULT, ref="")


def test_a_small_room_is_not_the_classroom() -> None:
    """The room of the class is not named where the student is elsewhere."""
    (lesson,) = view().steps[0].weeks[0].lessons
    assert (lesson.room, lesson.is_part) == ("", True)


def test_minutes_are_of_what_is_attended() -> None:
    """Half a lesson counts half, against the whole week."""
    step = view().steps[0]
    assert (step.minutes, step.full_minutes, step.share_percent) == (30, 120, 25)
    art, music = view().subjects
    assert (art.ordinary, art.per_step, art.first_step) == (60, (30,), 1)
    assert (music.per_step, music.first_step, music.deviates) == ((0,), None, True)


def test_closed_days_are_counted_out() -> None:
    """With the name of why."""
    closed = ClosedDays(first=MONDAY, last=MONDAY + dt.timedelta(days=1), name="Studiedagar")
    step = view(closed=(closed,)).steps[0]
    assert (step.school_days, [day.name for day in step.closed]) == (3, ["Studiedagar"] * 2)
