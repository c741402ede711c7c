"""An invented student, an invented week and ladders of any length, planned by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import pytest

from planning.calendar import ClosedDays, SchoolCalendar
from planning.decision import (
    Contributor,
    DocumentFacts,
    EarlierSupport,
    Eligibility,
    Guardian,
    GuardianView,
    HealthTeamConsultation,
    Investigations,
    Measure,
    PracticalMatters,
    Preparation,
    Responsible,
    SchoolFacts,
    StudentFacts,
    StudentView,
)
from planning.items import ItemKind
from planning.needs.adults import AvoidTeacher, CoachAtFirstLesson
from planning.needs.base import NeedId, Origin, Source, Strength
from planning.needs.environment import AvoidRoom, SmallGroupFirst
from planning.needs.support import Support, SupportKind
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
from planning.problem import Coach, Problem
from planning.steps import Step
from planning.timetable import Lesson, LessonId, LessonKind, Timetable

FIRST_MONDAY = dt.date(2026, 11, 30)
PLANTED = "HEMLIGTORD"
"""Stands where answers and their traces stand; it must never be printed in a public document."""

WEEK = (
    ("mon", "08:10", "09:00", "Svenska", "B12"), ("mon", "09:20", "10:20", "Matematik", "B14"),
    ("mon", "10:40", "11:30", "Bild", "Ateljén"), ("mon", "12:20", "13:20", "Idrott och hälsa", "Hallen"),
    ("mon", "13:40", "14:30", "Biologi", "N2"),
    ("tue", "08:10", "09:10", "Engelska", "B12"), ("tue", "09:30", "10:30", "Samhällskunskap", "C3"),
    ("tue", "10:45", "11:35", "Matematik", "B14"), ("tue", "12:20", "14:00", "Slöjd", "Slöjdsalen"),
    ("wed", "08:30", "09:20", "Musik", "Musiken"), ("wed", "09:40", "10:40", "Svenska", "B12"),
    ("wed", "10:50", "11:40", "Historia", "C3"), ("wed", "12:30", "13:30", "Fysik", "N2"),
    ("thu", "08:10", "09:10", "Matematik", "B14"), ("thu", "09:30", "10:20", "Spanska", "B16"),
    ("thu", "10:40", "11:30", "Hem- och konsumentkunskap", "Köket"), ("thu", "12:20", "13:20", "Engelska", "B12"),
    ("thu", "13:30", "14:30", "Teknik", "N4"),
    ("fri", "08:30", "09:20", "Svenska", "B12"), ("fri", "09:40", "10:30", "Kemi", "N2"),
    ("fri", "10:45", "11:35", "Geografi", "C3"), ("fri", "12:20", "13:20", "Idrott och hälsa", "Hallen"),
)  # fmt: skip
"""An invented week of year 8: day, start, end, subject, room."""

DAYS = ("mon", "tue", "wed", "thu", "fri")


class Made(NamedTuple):
    """A problem and its plan."""

    problem: Problem
    plan: Plan


def _timetable() -> Timetable:
    lessons = [
        Lesson(
            id=LessonId(f"l{n}"), subject=subject, weekday=day, start=start, end=end, rooms=(room,),
            teachers=(f"Lärare {PLANTED}",), groups=("8X",), source_ref=f"rad {n + 2}",
        )
        for n, (day, start, end, subject, room) in enumerate(WEEK)
    ]
    lunches = [
        Lesson(id=LessonId(f"lunch-{day}"), subject="Lunch", weekday=day, start="11:40", end="12:15",
               kind=LessonKind.LUNCH)
        for day in DAYS
    ]
    return Timetable(group="8X", lessons=(*lessons, *lunches), source="vecka.csv")


def _needs() -> tuple[object, ...]:
    origin = Origin(source=Source.ANSWER, ref=PLANTED)
    hard = {"origin": origin, "strength": Strength.HARD_NOW}
    arranged = {"origin": origin, "strength": Strength.SUPPORT}
    return (
        EarliestStart(id=NeedId(f"{PLANTED}-1"), time="09:20", last_step=2, **hard),
        AvoidTeacher(id=NeedId(f"{PLANTED}-2"), teachers=(f"Lärare {PLANTED}",), **hard),
        AvoidRoom(id=NeedId(f"{PLANTED}-3"), rooms=(PLANTED,), **hard),
        SmallGroupFirst(id=NeedId(f"{PLANTED}-4"), last_step=2, **hard),
        CoachAtFirstLesson(id=NeedId(f"{PLANTED}-5"), last_step=3, **hard),
        Support(id=NeedId(f"{PLANTED}-6"), item=SupportKind.SAFE_PLACE, choices=(PLANTED,), **arranged),
        Support(id=NeedId(f"{PLANTED}-7"), item=SupportKind.MEET_AT_ARRIVAL, choices=(PLANTED,), **arranged),
    )


def make(count: int = 4, week: Timetable | None = None) -> Made:
    """A ladder of `count` steps of two weeks, over Christmas; the last step is the whole week (`WEEK`, or another)."""
    timetable = week or _timetable()
    occasions = timetable.occasions
    order = sorted(range(len(occasions)), key=lambda n: (occasions[n].lesson.start < 9 * 60 + 20, n * 7 % 22))
    steps: list[PlanStep] = []
    before: set[LessonId] = set()
    for number in range(1, count + 1):
        monday = FIRST_MONDAY + dt.timedelta(weeks=2 * (number - 1))
        share = len(order) if number == count else max(2, round(len(order) * (number / count) ** 1.4))
        taken = sorted(order[:share])
        steps.append(_step(number, count, monday, [occasions[n].lesson for n in taken], before, timetable))
        before = {occasions[n].lesson.id for n in taken}
    problem = Problem(
        timetable=timetable,
        steps=tuple(step.step for step in steps),
        needs=_needs(),
        coach=Coach(name="Kim Exempel"),
        calendar=SchoolCalendar(
            closed=(ClosedDays(first=dt.date(2026, 12, 21), last=dt.date(2027, 1, 8), name="Jullov"),)
        ),
        trusted_person=PLANTED,
    )
    return Made(problem, Plan(steps=tuple(steps), proven=True))


def _step(
    number: int, count: int, monday: dt.date, lessons: list[Lesson], before: set[LessonId], timetable: Timetable
) -> PlanStep:
    planned = tuple(
        PlannedLesson(
            lesson=lesson, week="", start=lesson.start,
            end=min(lesson.end, lesson.start + 30) if number == 1 and place == 0 else lesson.end,
            setting=Setting.SMALL_ROOM if number <= 2 and place % 2 == 0 else Setting.CLASSROOM,
            with_coach=number <= 3 and place < 2, is_new=lesson.id not in before,
            reasons=(Reason(kind=ReasonKind.TRUSTED_ADULT, need=NeedId(f"{PLANTED}-2")), Reason(kind=ReasonKind.KEPT)),
        )
        for place, lesson in enumerate(lessons)
    )  # fmt: skip
    subjects = {lesson.subject for lesson in lessons}
    left = tuple(
        LeftOut(subject=subject, week="", lessons=1, minutes=60, reasons=(Reason(kind=ReasonKind.PACE),))
        for subject in timetable.subjects
        if subject not in subjects
    )
    contacts = (
        PlannedContact(date=monday + dt.timedelta(days=2), kind=ItemKind.FIKA, start="13:40", end="14:20",
                       person="Kim Exempel", place="Biblioteket", need=NeedId(f"{PLANTED}-7")),
        PlannedContact(date=monday + dt.timedelta(days=3), kind=ItemKind.TEXT, person="Kim Exempel"),
    )  # fmt: skip
    step = Step(
        number=number, mondays=(monday, monday + dt.timedelta(weeks=1)), week_labels=("",),
        week_numbers=(2 * number - 1, 2 * number),
    )  # fmt: skip
    return PlanStep(
        step=step,
        lessons=planned,
        contacts=contacts if number < count else (),
        left_out=left,
        released=(NeedId(f"{PLANTED}-1"), NeedId(f"{PLANTED}-2")) if number == 3 else (),
    )


def whole_facts() -> DocumentFacts:
    """Every field of the proposal filled in."""
    day = dt.date(2026, 11, 20)
    return DocumentFacts(
        school=SchoolFacts(
            provider="Exempelby kommun", unit="Exempelskolan", unit_code="12345678", form="Grundskola", year_group=8,
            class_name="8X", school_year="2026/27", principal="Rektor Rektorsson",
        ),
        student=StudentFacts(
            first_name="Test", full_name="Test Testsson", birth_date=dt.date(2012, 3, 4),
            guardians=(Guardian(name="Förälder Ett"), Guardian(name="Förälder Två", interpreter="arabiska")),
        ),
        prepared=Preparation(
            coach="Kim Exempel", organisation="Barn och utbildning", date=day, reference="BUN 2026/0001", version=2,
            contributors=(Contributor(name="Mentor Mentorsson", function="mentor"),),
        ),
        investigations=Investigations(special_support=day, absence=day, provider_notified=day),
        health_team=HealthTeamConsultation(date=day, function="specialpedagog"),
        earlier_support=(
            EarlierSupport(what="Anpassad plats i klassrummet", when="vt 2026",
                           why_not_enough="Eleven kommer inte till lektionerna."),
        ),
        needs=("Behöver börja dagen senare", "Behöver möta nya lektioner i liten grupp"),
        goals=("Vara med på alla planerade lektioner i steg 1",),
        measures=(
            Measure(need="Behöver börja dagen senare", what="Första lektionen tidigast 09.20", who="Rektor",
                    when="steg 1–2", how_often="varje dag"),
            Measure(need="Behöver möta nya lektioner i liten grupp", what="Lektion i litet rum", who="Ämnesläraren",
                    when="steg 1–2", how_often="varje lektion"),
        ),
        replaces_lost_teaching=("Lovskola i juni", "Extra studietid på torsdagar"),
        eligibility=Eligibility(passed=("Svenska", "Engelska", "Bild")),
        student_view=StudentView(text="Vill börja med bild och få sitta nära dörren.", how_learned="Samtal 18 november",
                                 how_weighed="Planen börjar med bild."),
        guardian_views=(
            GuardianView(guardian="Förälder Ett", offered=day, channel="möte", answered=day, text="Planen är bra."),
            GuardianView(guardian="Förälder Två", offered=day, channel="brev", answer_by=dt.date(2026, 12, 1)),
        ),
        consequences_told=Responsible(date=day, person="Studievägledare Studiesson"),
        follow_up=Responsible(date=dt.date(2026, 12, 14), person="Mentor Mentorsson"),
        evaluation=Responsible(date=dt.date(2027, 1, 22), person="Rektor Rektorsson"),
        practical=PracticalMatters(travel="Buss 09.01 från torget", meals="Äter i lilla matsalen"),
    )


@pytest.fixture
def made() -> Made:
    """A plan of four steps and its problem."""
    return make()


@pytest.fixture
def make_plan() -> Callable[[int], Made]:
    """Makes a plan of so many steps."""
    return make


@pytest.fixture
def facts() -> DocumentFacts:
    """Facts that lack nothing."""
    return whole_facts()


@pytest.fixture
def planted() -> str:
    """A word that stands wherever answers leave a trace."""
    return PLANTED
