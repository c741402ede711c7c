"""A sent proposal as the browser gets it: the student's week against the class's, subjects, and what may be written."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planning.clock import Weekday
from planning.decision import DocumentFacts, SubjectMotive
from planning.plan import Setting
from planning.public_plan import PublicLesson, PublicPlan, PublicStep, PublicSubject, PublicWeek
from planning.sent_proposal import ClassLesson, SeenWeek, SentProposal
from planning.step_changes import ChangeKind, StepChange
from planning.steps import Timing
from planning.stories import StepStory
from planning.timetable import LessonId
from planning.workflow.comments import LessonComment
from ui.components.sent import Said, comment_of, common_motive, subjects_data, weeks_data

MONDAY = dt.date(2027, 1, 11)
BILD = ClassLesson(id=LessonId("b"), subject="Bild", weekday=Weekday.MON, start=540, end=600, room="B1")
MATTE = ClassLesson(id=LessonId("m"), subject="Matematik", weekday=Weekday.TUE, start=480, end=540)


def attended(**more: Any) -> PublicLesson:
    """The student's part of Bild."""
    given = {"subject": "Bild", "weekday": Weekday.MON, "start": 540, "end": 600, "room": "B1", **more}
    return PublicLesson(**given)


def step(number: int, *weeks: PublicWeek) -> PublicStep:
    """A step with those weeks."""
    story = StepStory(
        number=number, minutes=60, minutes_before=0, full_minutes=120, new=(), released=(), holding=(), support=(),
        contacts=(), bad_days=(), is_last=False, is_whole=False,
    )  # fmt: skip
    return PublicStep(
        number=number, mondays=(MONDAY,), timing=Timing.DATED, minutes=60, full_minutes=120, weeks=weeks, closed=(),
        school_days=5, story=story, change=StepChange(number=number, kind=ChangeKind.START),
    )  # fmt: skip


def proposal(lesson: PublicLesson | None = None, **more: Any) -> SentProposal:
    """A proposal of one step, in which Bild is attended and mathematics waits."""
    week = PublicWeek(labels=("",), mondays=(MONDAY,), lessons=(lesson or attended(),))
    subjects = (
        PublicSubject(subject="Bild", ordinary=60, per_step=(60,)),
        PublicSubject(subject="Matematik", ordinary=60, per_step=(0,)),
    )
    given = {
        "sha256": "0" * 64, "version": 1, "pdf": "", "facts": DocumentFacts(), "lost": (("Matematik", 90),),
        "public": PublicPlan(steps=(step(1, week),), subjects=subjects),
        "weeks": ((SeenWeek(lessons=(LessonId("b"),), whole=(BILD, MATTE)),),), **more,
    }  # fmt: skip
    return SentProposal.model_validate(given)


def lessons(days: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every lesson of those days, by its id."""
    return {lesson["id"]: lesson for day in days["days"] for lesson in day["lessons"]}


def test_the_two_weeks_stand_beside_each_other_with_the_same_ids() -> None:
    """What the student is in, and in the class's week what waits; told in words."""
    (one,) = weeks_data(proposal(), (), may_comment=True)["steps"]
    (week,) = one["weeks"]
    assert set(lessons(week["own"])) == {"b"}
    whole = lessons(week["whole"])
    assert {name: lesson["is_in"] for name, lesson in whole.items()} == {"b": True, "m": False}
    assert (whole["b"]["marks"], whole["m"]["marks"]) == (["Med"], ["Ej med ännu"])
    assert one["hours"] == "1 h undervisning i veckan, 50 % av klassens 2 h."
    assert [day["name"] for day in week["own"]["days"]] == ["måndag", "tisdag", "onsdag", "torsdag", "fredag"]


def test_a_part_of_a_lesson_and_how_it_is_held_are_told() -> None:
    """With the coach, in a small room, and a part of it; in the class's week that it is a part."""
    part = attended(end=570, setting=Setting.SMALL_ROOM, with_coach=True, is_part=True, room="")
    ((week,),) = (one["weeks"] for one in weeks_data(proposal(part), (), may_comment=False)["steps"])
    assert lessons(week["own"])["b"]["marks"] == ["Med coachen", "Litet rum", "En del"]
    assert lessons(week["whole"])["b"]["marks"] == ["Med en del"]


def test_subjects_that_differ_come_first_with_what_is_lost() -> None:
    """Minutes in the class and in every step, and hours that are left out."""
    data = subjects_data(proposal(), (), may_comment=True)
    assert [one["name"] for one in data["subjects"]] == ["Matematik", "Bild"]
    first = data["subjects"][0]
    assert (first["ordinary"], first["steps"]) == ("60", [{"text": "–", "level": "0"}])
    assert first["lost"] == "1,5 h uteblir"
    assert data["subjects"][1]["lost"] == ""


def test_a_reason_that_all_share_is_told_once() -> None:
    """Otherwise each in its row."""
    shared = [SubjectMotive(subject=one, motive="Ett i taget.") for one in ("Bild", "Matematik")]
    same = proposal(facts=DocumentFacts(subject_motives=tuple(shared)))
    assert common_motive(same) == "Ett i taget."
    assert {one["more"] for one in subjects_data(same, (), may_comment=True)["subjects"]} == {""}
    motives = (shared[0], SubjectMotive(subject="Matematik", motive="Sen."))
    other = proposal(facts=DocumentFacts(subject_motives=motives))
    assert common_motive(other) == ""
    assert [one["more"] for one in subjects_data(other, (), may_comment=True)["subjects"]] == ["Sen.", "Ett i taget."]


def test_what_is_written_is_known_by_what_it_is_about() -> None:
    """A lesson with its day and time, a step, a subject; comments go out by the same four names."""
    sent = proposal()
    lesson = comment_of(Said((1, "", "m", "Matematik"), "Varför?"), sent)
    assert lesson == LessonComment(
        step=1, lesson="m", subject="Matematik", weekday=Weekday.TUE, start=480, text="Varför?"
    )
    assert comment_of(Said((1, "", "", ""), "Kort."), sent) == LessonComment(step=1, text="Kort.")
    assert comment_of(Said((0, "", "", "Bild"), "Mer."), sent) == LessonComment(subject="Bild", text="Mer.")
    told = weeks_data(sent, [lesson], may_comment=True)["comments"]
    assert told == [{"step": 1, "week": "", "lesson": "m", "subject": "Matematik", "text": "Varför?"}]


@pytest.mark.parametrize(
    "about", [(1, "", "x", "Bild"), (9, "", "b", "Bild"), (9, "", "", ""), (-1, "", "", ""), (0, "", "", "Dans"),
              (1, "A", "b", "Bild")],
)  # fmt: skip
def test_what_is_about_nothing_that_was_sent_is_kept_nowhere(about: tuple[int, str, str, str]) -> None:
    """Whatever a browser sends: another lesson, step, week or subject than there are."""
    assert comment_of(Said(about, "Hej"), proposal()) is None
