"""An invented student whose case is half done, for showing the program. Nobody and no place in it exists."""

from __future__ import annotations

import datetime as dt

from casework.case import TimetableTaken
from casework.case_records import FACTS, TIMETABLES
from casework.facts import CaseFacts, CoachFacts, LadderFacts
from casework.guarded import creating, verb
from casework.time_facts import TravelFacts
from planning.access import Action
from planning.clock import Weekday, parse_clock
from planning.decision import (
    Contributor,
    DocumentFacts,
    EarlierSupport,
    Guardian,
    Preparation,
    SchoolFacts,
    StudentFacts,
)
from planning.problem import CoachHours, PlaceUse, Ride
from planning.timetable import Lesson, LessonId, LessonKind, Timetable
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from storage.records import CaseId
from storage.store import CaseStore

DEMO_CASE = CaseId("5b1c0d3e-8a57-4c46-9d0e-7f2a4b6c8e10")
"""Always the same, so that showing the program again goes on with the same case."""

SECONDS_PER_ANSWER = 20

WEEK = {
    Weekday.MON: """
        08.20–08.40 Mentorstid | KLI | B12
        08.45–09.45 Svenska | KLI | B12
        09.55–10.50 Matematik | TOV | B14
        11.00–11.45 Musik | ELD | Musiksalen
        11.45–12.25 Lunch | | Matsalen
        12.30–13.20 Spanska | RIO | A07
        13.35–14.55 Slöjd | HYV | Slöjdsalen
    """,
    Weekday.TUE: """
        08.20–09.20 Engelska | RIO | B12
        09.30–10.25 Biologi | ASK | NO-salen
        10.35–11.30 Matematik | TOV | B14
        11.30–12.10 Lunch | | Matsalen
        12.20–13.15 Historia | VIK | B12
        13.25–14.20 Svenska | KLI | B12
        14.30–15.15 Spanska | RIO | A07
    """,
    Weekday.WED: """
        08.30–09.40 Idrott och hälsa | LOP | Idrottshallen
        10.00–10.55 Samhällskunskap | VIK | B12
        11.05–11.50 Matematik | TOV | B14
        11.50–12.30 Lunch | | Matsalen
        12.40–13.40 Fysik | ASK | NO-salen
        13.50–14.40 Spanska | RIO | A07
        14.50–15.35 Svenska | KLI | B12
    """,
    Weekday.THU: """
        08.20–09.10 Geografi | VIK | B12
        09.20–10.20 Engelska | RIO | B12
        10.30–11.30 Kemi | ASK | NO-salen
        11.30–12.10 Lunch | | Matsalen
        12.20–14.00 Hem- och konsumentkunskap | SYL | Hemkunskapen
        14.10–15.00 Svenska | KLI | B12
    """,
    Weekday.FRI: """
        08.20–09.20 Matematik | TOV | B14
        09.30–10.20 Teknik | HYV | Tekniksalen
        10.30–11.25 Religionskunskap | VIK | B12
        11.25–12.05 Lunch | | Matsalen
        12.15–13.05 Bild | ELD | Bildsalen
        13.20–14.30 Idrott och hälsa | LOP | Idrottshallen
    """,
}
"""One row each: time, subject, teacher, room. Lunch and «Mentorstid» are no lessons."""

KINDS = {"Lunch": LessonKind.LUNCH, "Mentorstid": LessonKind.EVENT}

ANSWERS: dict[str, Answer] = {
    "ST1": Answer(ticks=("a_few",)),
    "PL1": Answer(ticks=("talk_with_coach", "go_out", "go_past_school", "enter_empty_school", "meet_adult")),
    "PL4": Answer(choice=Choice.NO),
    "PL6": Answer(ticks=("library", "small_room", "Bildsalen")),
    "PL7": Answer(ticks=("dining_hall", "changing_room")),
    "TI1": Answer(ticks=("midday", "afternoon")),
    "TI4": Answer(ticks=("one_lesson",)),
    "TI5": Answer(ticks=("2",)),
    "AM1": Answer(ticks=("Bild", "Slöjd", "Engelska")),
    "AM2": Answer(ticks=("Idrott och hälsa", "Spanska")),
    "VU1": Answer(ticks=("ELD", "HYV")),
    "VU4": Answer(choice=Choice.YES),
    "VU5": Answer(ticks=("in_corridor",)),
}
"""The first half of the short route, in the order it is asked."""


def demo_timetable() -> Timetable:
    """The week of class 8B at a school that does not exist."""
    lessons = tuple(
        _lesson(weekday, number, row)
        for weekday, rows in WEEK.items()
        for number, row in enumerate(rows.strip().splitlines(), start=1)
    )
    return Timetable(group="8B", lessons=lessons, source="Exempelskolan 8B")


def demo_facts() -> CaseFacts:
    """What the adults have written so far: hours, travel and who is who, but not yet the school's investigations."""
    return CaseFacts(
        student="Kim Exempel",
        ladder=LadderFacts(number_of_steps=8, weeks_per_step=2),
        coach=CoachFacts(
            name="Coach Exempel",
            lead_minutes=10,
            hours=(
                _hours(Weekday.MON, "10:30", "15:30"),
                _hours(Weekday.TUE, "09:00", "13:30"),
                _hours(Weekday.THU, "09:00", "14:30"),
                _hours(Weekday.FRI, "11:30", "13:30"),
            ),
        ),
        travel=TravelFacts(
            last_step=3,
            rides=tuple(
                Ride(weekday=day, arrives=parse_clock("12:05"), leaves=parse_clock("15:10"), by="Mamma")
                for day in (Weekday.MON, Weekday.THU, Weekday.FRI)
            ),
        ),
        places={
            "dining_hall": PlaceUse(rooms=("Matsalen",)),
            "changing_room": PlaceUse(subjects=("Idrott och hälsa",)),
        },
        trusted_person="Coach Exempel",
        document=_demo_document(),
    )


@verb(Action.OPEN_CASE)
def seed_demo(store: CaseStore) -> CaseId:
    """The invented student's case, made when it is not there. What has been done in it since is left as it is."""
    with store.reading() as reader:
        is_there = DEMO_CASE in {row.id for row in reader.cases()}
    if not is_there:
        with creating(store, DEMO_CASE) as (writer, at):
            writer.add(FACTS, DEMO_CASE, demo_facts(), at)
            writer.add(TIMETABLES, DEMO_CASE, TimetableTaken(timetable=demo_timetable()), at)
            writer.add_events(DEMO_CASE, _events(at), at)
    return DEMO_CASE


def _lesson(weekday: Weekday, number: int, row: str) -> Lesson:
    """«08.45–09.45 Svenska | KLI | B12» as the `number`th row of that day."""
    timed, teacher, room = (part.strip() for part in row.split("|"))
    span, subject = timed.split(" ", 1)
    start, end = (parse_clock(time) for time in span.split("–"))
    return Lesson(
        id=LessonId(f"{weekday.short}-{number}"),
        subject=subject,
        weekday=weekday,
        start=start,
        end=end,
        teachers=(teacher,) if teacher else (),
        rooms=(room,),
        groups=("8B",),
        kind=KINDS.get(subject, LessonKind.LESSON),
        source_ref=f"{weekday.short}-{number}",
    )


def _hours(weekday: Weekday, start: str, end: str) -> CoachHours:
    return CoachHours(weekday=weekday, start=parse_clock(start), end=parse_clock(end))


def _demo_document() -> DocumentFacts:
    """Half of what the school's decision needs; the rest is the school's to fill in."""
    return DocumentFacts(
        school=SchoolFacts(
            provider="Exempelkommunen",
            unit="Exempelskolan",
            form="Grundskola",
            year_group=8,
            class_name="8B",
            principal="Rektor Exempel",
        ),
        student=StudentFacts(first_name="Kim", full_name="Kim Exempel", guardians=(Guardian(name="Mamma Exempel"),)),
        prepared=Preparation(
            coach="Coach Exempel",
            organisation="Exempelkommunens elevcoacher",
            contributors=(Contributor(name="Mentor Exempel", function="mentor"),),
        ),
        earlier_support=(
            EarlierSupport(
                what="Anpassade uppgifter hemma i svenska och matematik",
                when="september och oktober",
                why_not_enough="Uppgifterna blev gjorda, men vägen in i klassrummet blev inte kortare.",
            ),
        ),
        needs=("Behöver komma in i skolan i liten skala, med en känd vuxen.",),
    )


def _events(until: dt.datetime) -> tuple[AnswerEvent, ...]:
    """The answers, one after the other, the last of them just given."""
    return tuple(
        AnswerEvent(
            id=EventId(f"{DEMO_CASE}-{question}"),
            question=QuestionId(question),
            answer=answer,
            at=until - dt.timedelta(seconds=SECONDS_PER_ANSWER * (len(ANSWERS) - number)),
        )
        for number, (question, answer) in enumerate(ANSWERS.items(), start=1)
    )
