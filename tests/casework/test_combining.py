"""The rules that combine answers, one test for each row of `method.md` §4.4, in the words of the row."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from casework.facts import SmallerFirstStep
from casework.proposing import propose
from casework.readiness import HindranceKind, what_is_missing
from exports.plain_text import render_text
from exports.proposal import build_proposal
from planning.clock import Weekday
from planning.decision import DocumentFacts
from planning.items import ItemKind
from planning.needs import AvoidSubject, HalfSteps, NoLessonsYet, StartElsewhere, Support, SupportKind
from planning.outcomes import Conflict, Found
from planning.pace import line
from planning.plan import PlanStep, Setting
from planning.problem import Problem
from planning.public_plan import public_plan
from planning.timetable import Timetable
from questionnaire.bank import load_bank
from questionnaire.effects import referrals_from, tasks_from
from questionnaire.vocabulary import Profession, Task
from tests.casework.small_week import facts, lesson, problem, sheet, week
from wording.conflict import say_conflict

BANK = load_bank()
LONG = {"first_monday": "2027-01-11", "number_of_steps": 6, "weeks_per_step": 1}


def steps(found: Problem) -> tuple[PlanStep, ...]:
    """The steps of the plan that the problem has."""
    outcome = propose(found)
    assert isinstance(outcome, Found)
    return outcome.plan.steps


def supports(found: Problem) -> set[SupportKind]:
    """What is arranged."""
    return {need.item for need in found.needs if isinstance(need, Support)}


def test_below_the_empty_school_and_starting_at_school_no_school_slot_in_step_one() -> None:
    """PL1 below «gå in när skolan är tom», PL4 no: contact at home or outdoors first, and the proposal says so."""
    made = problem(facts(ladder=LONG), sheet(PL1=["talk_with_coach", "go_out"], PL4="no"))
    first, second, *_ = steps(made)

    assert not first.lessons
    assert second.lessons
    assert first.contacts[0].kind is ItemKind.WALK
    assert any("startar utanför skolan" in line for line in _lines_of_proposal(made))


def _lines_of_proposal(made: Problem) -> list[str]:
    """What the proposal to the school says of the plan."""
    outcome = propose(made)
    assert isinstance(outcome, Found)
    return render_text(build_proposal(public_plan(made, outcome.plan), DocumentFacts())).splitlines()


@pytest.mark.parametrize(("answer", "minutes"), [("15_minutes", 15), ("30_minutes", 30)])
def test_a_quarter_or_half_an_hour_where_every_lesson_is_longer_is_a_part_of_a_lesson(
    answer: str, minutes: int
) -> None:
    """TI4 15 or 30 minutes, every lesson an hour: the last or first minutes of one, never the whole lesson."""
    first = steps(problem(facts(ladder=LONG), sheet(TI4=[answer])))[0]

    assert first.lessons
    assert all(planned.minutes <= minutes < planned.lesson.minutes for planned in first.lessons)
    assert all(
        planned.start == planned.lesson.start or planned.end == planned.lesson.end for planned in first.lessons
    )


def test_few_students_and_no_such_group_is_a_request_to_the_rektor() -> None:
    """OR1 yes: the lesson is met in a small room, and a small group is asked of the rektor (3 kap. 11 §)."""
    answers = sheet(OR1={"choice": "yes", "ticks": ["at_most_three"]})
    made = problem(facts(ladder=LONG), answers)
    first = steps(made)[0]

    assert {planned.setting for planned in first.lessons} == {Setting.SMALL_ROOM}
    assert Profession.REKTOR in {referral.to for referral in referrals_from(BANK, answers, week())}
    assert SupportKind.SMALL_GROUP in supports(made)


def test_no_way_to_school_and_no_ride_on_any_possible_day_is_a_sentence_with_options() -> None:
    """VG1 no and rides on Monday alone, which is taken: «Skjuts saknas …», with taxi, coach and another day."""
    ride = {"weekday": "mon", "arrives": "08:00", "leaves": "15:00"}
    case = facts(travel={"rides": [ride]}, goals={"lessons_per_week": [{"least": 1, "first_step": 1, "last_step": 1}]})
    outcome = propose(problem(case, sheet(VG1="no", TI9={"choice": "yes", "ticks": ["mon_am", "mon_pm"]})))

    assert isinstance(outcome, Conflict)
    assert outcome.without_ride == (Weekday.TUE, Weekday.WED, Weekday.THU)
    (note,) = (note for note in say_conflict(outcome, week()).notes if "Skjuts saknas" in note)
    assert all(word in note for word in ("tisdag, onsdag och torsdag", "taxi", "coachen", "en dag"))


def test_a_core_subject_may_wait_but_no_longer_than_half_the_plan() -> None:
    """AM2 with svenska agreed for five of six steps: svenska is released at half, the other subject as agreed."""
    made = problem(facts(ladder=LONG), sheet(AM2={"ticks": ["Bild", "Svenska"], "last_step": 5}))
    waits = {need.subjects: need.last_step for need in made.needs if isinstance(need, AvoidSubject)}

    assert waits == {("Bild",): 5, ("Svenska",): 3}
    assert SupportKind.CATCH_UP in supports(made)


def test_half_of_all_subjects_is_a_matter_for_rektor_and_specialpedagog() -> None:
    """AM2 with three of five subjects; two are not enough."""
    few, many = sheet(AM2=["Bild", "Svenska"]), sheet(AM2=["Bild", "Svenska", "Engelska"])

    assert not referrals_from(BANK, few, week())
    assert {r.to for r in referrals_from(BANK, many, week())} == {Profession.REKTOR, Profession.SPECIALPEDAGOG}


def test_without_the_dining_hall_no_day_crosses_lunch_until_lunch_is_settled() -> None:
    """MA2 no: before MA3 is answered the slot ends before lunch; with a small room the day may go on."""
    both_sides = Timetable(
        group="9T", lessons=(lesson(Weekday.MON, 10, "Bild"), lesson(Weekday.MON, 13, "Musik")), week_labels=("",)
    )
    whole = {"goals": {"lessons_per_week": [{"least": 2, "first_step": 1, "last_step": 1}]}}

    undecided = propose(problem(facts(**whole), sheet(MA2="no"), timetable=both_sides))
    settled = propose(problem(facts(**whole), sheet(MA2="no", MA3=["small_room"]), timetable=both_sides))

    assert isinstance(undecided, Conflict)
    assert isinstance(settled, Found)


def test_awake_at_night_means_no_morning_slot_and_an_evening_contact() -> None:
    """SO2 yes: nothing before noon in step 1; the nurse is asked; an evening contact is agreed on."""
    answers = sheet(SO1="yes", SO2="yes")
    made = problem(facts(ladder=LONG), answers)

    assert all(planned.start >= 12 * 60 for planned in steps(made)[0].lessons)
    assert SupportKind.EVENING_CONTACT in supports(made)
    assert Task.BOOK_EVENING in {due.task for due in tasks_from(BANK, answers, week())}
    assert Profession.SKOLSKOTERSKA in {r.to for r in referrals_from(BANK, answers, week())}


@pytest.mark.parametrize(
    "answers", [{"VA3": {"choice": "yes", "ticks": ["9X"]}}, {"VU2": ["EXX"]}], ids=["another student", "an adult"]
)
def test_somebody_to_avoid_is_avoided_in_the_doorway_too(answers: dict[str, Any]) -> None:
    """VA3 yes or VU2: not the shared lesson alone, but also the one that begins as theirs ends in the same room."""
    theirs = lesson(Weekday.MON, 9, "Fysik", "EXX", "B1", groups=("9X",))
    after = lesson(Weekday.MON, 10, "Bild", "EXA", "B1")
    elsewhere = lesson(Weekday.MON, 11, "Musik", "EXA", "C1")
    three = Timetable(group="9T", lessons=(theirs, after, elsewhere))
    made = problem(facts(ladder=LONG), sheet(**answers), timetable=three)

    assert {planned.lesson.subject for step in steps(made)[:3] for planned in step.lessons} == {"Musik"}


def test_texts_need_a_yes_from_both() -> None:
    """SK1 yes but G13 no: no texting, another way of contact, and the coach explains."""
    answers = sheet(SK1="yes", SK2=["afterwards"], G13={"choice": "no", "by": "guardian"})
    made = problem(facts(ladder=LONG), answers)

    assert SupportKind.TEXT_MESSAGES not in supports(made)
    assert SupportKind.CONTACT_OTHER_WAY in supports(made)
    assert Task.EXPLAIN_NO_TEXTS in {due.task for due in tasks_from(BANK, answers, week())}


@pytest.mark.parametrize("answers", [{"HE5": "yes"}, {"G11": {"choice": "yes", "by": "guardian"}}])
def test_pressure_or_quarrels_halve_the_pace(answers: dict[str, Any]) -> None:
    """HE5 yes or G11 yes: every step rises half as much, and nothing tells why."""
    calm, usual = problem(facts(ladder=LONG), sheet(**answers)), problem(facts(ladder=LONG))
    rises = [after - before for before, after in pairwise(line(calm, ""))]
    usual_rises = [after - before for before, after in pairwise(line(usual, ""))]

    assert any(isinstance(need, HalfSteps) for need in calm.needs)
    assert all(half <= whole // 2 + 1 for half, whole in zip(rises, usual_rises, strict=True))
    assert not {"HE5", "G11"} & {need.origin.ref for need in calm.needs}


def test_a_no_from_one_guardian_keeps_the_proposal_a_draft() -> None:
    """G15 no: the export to the rektor is locked; the draft can be shown."""
    agreed = {"SL1": ["places", "times", "subjects", "people", "support"], "SL2": "yes"}

    assert not what_is_missing(sheet(**agreed))
    missing = what_is_missing(sheet(**agreed, G15={"choice": "no", "by": "guardian"}))
    assert [each.kind for each in missing] == [HindranceKind.GUARDIANS_DISAGREE]


@pytest.mark.parametrize("choice", SmallerFirstStep)
def test_too_big_a_first_step_gives_three_smaller_ones(choice: SmallerFirstStep) -> None:
    """SL2 no: half the time, one place level down, or more support; each is smaller or safer than before."""
    answers = sheet(TI4=["30_minutes"], SL2="no")
    made = problem(facts(ladder=LONG, smaller_first_step=choice), answers)
    before, after = steps(problem(facts(ladder=LONG), sheet(TI4=["30_minutes"])))[0], steps(made)[0]

    match choice:
        case SmallerFirstStep.HALF_TIME:
            assert [planned.minutes for planned in after.lessons] == [15]
        case SmallerFirstStep.PLACE_DOWN:
            assert not after.lessons
            assert after.contacts
        case SmallerFirstStep.MORE_SUPPORT:
            assert len(after.lessons) == 1
            assert all(p.with_coach and p.setting is Setting.SMALL_ROOM for p in after.lessons)
    assert after.mean_minutes <= before.mean_minutes


def test_much_help_from_one_adult_at_the_same_time_is_for_the_solver_to_fit() -> None:
    """Ride, breakfast and company by the coach: a day is chosen where the coach's hours hold all; else a conflict."""
    answers = sheet(VU4="yes", VU5=["beside"], VG1="no", VG2=["ride_with_coach"], MA1="no")
    rides = [{"weekday": day, "arrives": "08:00", "leaves": "15:00"} for day in ("mon", "tue", "wed", "thu")]
    wanted = {"lessons_per_week": [{"least": 1, "first_step": 1, "last_step": 1}]}

    def case(opens: str) -> Any:
        hours = [{"weekday": "tue", "start": opens, "end": "12:00"}]
        return facts(coach={"hours": hours}, travel={"rides": rides}, goals=wanted)

    early, late = propose(problem(case("09:30"), answers)), propose(problem(case("09:50"), answers))

    assert isinstance(early, Found)
    assert {planned.lesson.weekday for planned in early.plan.steps[0].lessons} == {Weekday.TUE}
    assert isinstance(late, Conflict)
    assert "coach_availability" in {need.kind for need in late.needs}


def test_help_that_is_not_wanted_again_is_left_out() -> None:
    """ON4 and G08: what the coach has noted is not planned, whatever else asks for it."""
    answers = sheet(SI1=["sound"], OR3="yes")

    assert SupportKind.HEADPHONES in supports(problem(facts(), answers))
    assert SupportKind.HEADPHONES not in supports(problem(facts(help_not_wanted=["headphones"]), answers))


def test_nobody_comes_home_where_the_guardians_have_said_no() -> None:
    """G12 no: a start at home and at the library is a start at the library."""
    answers = {"PL4": "yes", "PL5": ["at_home", "library"]}

    def places(**more: Any) -> set[str]:
        found = problem(facts(ladder=LONG), sheet(**answers, **more))
        return {place for need in found.needs if isinstance(need, StartElsewhere) for place in need.places}

    assert places() == {"at_home", "library"}
    assert places(G12={"choice": "no", "by": "guardian"}) == {"library"}


def test_a_first_contact_is_not_at_home_where_nobody_may_come() -> None:
    """G12 no and «Inget än»: the contact stays, its place is agreed on."""
    def place(**more: Any) -> str:
        return steps(problem(facts(ladder=LONG), sheet(PL1=["nothing_yet"], **more)))[0].contacts[0].place

    assert place() == "at_home"
    assert place(G12={"choice": "no", "by": "guardian"}) == ""


def test_a_check_in_is_not_at_home_where_nobody_may_come() -> None:
    """G12 no: of «hemma» and «fika» the fika is left, and of «hemma» alone a check-in."""
    def kinds(*ticks: str, **more: Any) -> set[ItemKind]:
        made = steps(problem(facts(ladder=LONG), sheet(ON2=list(ticks), **more)))
        return {item.kind for step in made for item in step.items if item.contact}

    no = {"choice": "no", "by": "guardian"}
    assert kinds("at_home") == {ItemKind.HOME_VISIT}
    assert kinds("at_home", G12=no) == {ItemKind.CHECK_IN}
    assert kinds("at_home", "fika", G12=no) == {ItemKind.FIKA}


def test_contacts_are_as_the_student_wants_to_check_in() -> None:
    """ON2: fika, where nothing else says what the first contact is."""
    made = problem(facts(ladder=LONG), sheet(TI1=["no_time_yet"], ON2=["fika"]))

    assert {contact.kind for contact in steps(made)[0].contacts} == {ItemKind.FIKA}


def test_an_offered_ride_reaches_from_the_first_lesson_of_its_half_days_to_the_last() -> None:
    """G02: the guardians tick Monday morning and all of Thursday; a weekday with a ride of its own keeps that."""
    offered = {"choice": "yes", "ticks": ["mon_am", "thu_am", "thu_pm"], "by": "guardian"}
    ride = {"weekday": "thu", "arrives": "12:30", "leaves": "14:30", "by": "taxi"}

    by_day = {r.weekday: (r.arrives, r.leaves) for r in problem(facts(), sheet(G02=offered)).rides}
    kept = {r.weekday: r.by for r in problem(facts(travel={"rides": [ride]}), sheet(G02=offered)).rides}

    assert by_day == {Weekday.MON: (9 * 60, 12 * 60), Weekday.THU: (13 * 60, 14 * 60)}
    assert kept == {Weekday.MON: "guardian", Weekday.THU: "taxi"}


def test_without_a_trusted_adult_one_is_met_before_any_lesson() -> None:
    """VU1 «Ingen»: the relation comes first, and no lesson in step 1."""
    made = problem(facts(ladder=LONG), sheet(VU1=["none"]))

    assert any(isinstance(need, NoLessonsYet) for need in made.needs)
    assert not steps(made)[0].lessons
    assert SupportKind.MEET_ADULT_FIRST in supports(made)
