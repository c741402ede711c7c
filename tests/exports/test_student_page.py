"""The student's own page: a week to look forward to, and nothing of the case."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest

from exports.blocks import Moment, StudentWeek
from exports.plain_text import render_text
from exports.student_page import OwnPage, build_student_page
from planning.calendar import ClosedDays, NationalTest, SchoolCalendar
from planning.items import Carrier, ItemKind, item_catalogue
from planning.plan import Plan, PlannedItem
from planning.problem import Coach
from tests.exports.pictures import check_text
from tests.wording.test_contacts import SCHOOL_WORDS
from wording.language import LANGUAGES, Language, speaking


def test_the_page_reads_as_it_did(made: Any) -> None:
    """Every word of the pages of a plan."""
    own = OwnPage(first_name="Test", calm_place="Grupprum 2", check_ins=(dt.date(2026, 12, 10),))
    check_text(render_text(build_student_page(made.problem, made.plan, own)), "schema")


@pytest.mark.parametrize("count", [1, 4, 8])
def test_there_is_a_page_for_every_step(make_plan: Callable[[int], Any], count: int) -> None:
    """One page a step when its weeks are alike."""
    made = make_plan(count)
    blocks = build_student_page(made.problem, made.plan, OwnPage(first_name="Test")).blocks
    assert [page.number for page in blocks if isinstance(page, StudentWeek)] == list(range(1, count + 1))


def test_nothing_of_the_case_is_on_the_page(made: Any, planted: str) -> None:
    """No answer, no class, no share of anything, no teacher."""
    text = build_student_page(made.problem, made.plan, OwnPage(first_name="Test")).model_dump_json()
    for told in (planted, "8X", "%", "Testsson"):
        assert told not in text


def test_a_closed_day_says_its_name(make_plan: Callable[[int], Any]) -> None:
    """In a week of holiday no lesson is shown."""
    made = make_plan(8)
    weeks = build_student_page(made.problem, made.plan, OwnPage(), current_step=2).blocks
    holiday = weeks[2]
    assert isinstance(holiday, StudentWeek)
    assert all(day.note == "Jullov" and not day.moments for day in holiday.days)
    assert holiday.subtitle.endswith("v. 53–1 · v. 53: Jullov · v. 1: Jullov")


def page_of(made: Any, step: int, **more: Any) -> StudentWeek:
    """The page of that step, while it is lived."""
    problem = made.problem.model_copy(update=more)
    blocks = build_student_page(problem, made.plan, OwnPage(first_name="Test"), current_step=step).blocks
    return next(block for block in blocks if isinstance(block, StudentWeek) and block.number == step)


def moments(page: StudentWeek) -> list[tuple[int, str, str, tuple[str, ...]]]:
    """What stands on the page with a date: weekday, date, name and details."""
    return [
        (number, moment.time, moment.name, moment.details)
        for number, day in enumerate(page.days)
        for moment in day.moments
        if " " in moment.time
    ]


def test_only_two_steps_carry_dates(make_plan: Callable[[int], Any]) -> None:
    """Those after come when the student is ready: no week, no date, no day for looking back."""
    made = make_plan(8)
    blocks = build_student_page(made.problem, made.plan, OwnPage(first_name="Test"), current_step=5).blocks
    pages = [block for block in blocks if isinstance(block, StudentWeek)]
    assert [page.subtitle.rpartition(" · ")[2] for page in pages[4:]] == [
        "v. 4–5", "v. 6–7", "när du är redo", "när du är redo",
    ]  # fmt: skip
    later = pages[6].model_dump_json()
    assert "v. " not in later
    assert not re.search(r"\d (jan|feb|mars|april)", later)
    assert {card.title for card in pages[5].help} - {card.title for card in pages[6].help} == {"Vi stämmer av"}


def test_the_tail_of_a_long_ladder_is_only_afterwards(make_plan: Callable[[int], Any]) -> None:
    """Fourteen pages, and on the last one that more comes."""
    made = make_plan(16)
    pages = build_student_page(made.problem, made.plan, OwnPage()).blocks
    assert [page.number for page in pages if isinstance(page, StudentWeek)] == list(range(1, 15))
    assert isinstance(pages[-1], StudentWeek)
    assert [card.title for card in pages[-1].help][-1] == "Sedan"


def test_a_smaller_day_stands_on_its_date(make_plan: Callable[[int], Any]) -> None:
    """After the lov, with what is left of it; the weekday's card shows the week that follows."""
    page = page_of(make_plan(16), 4)
    assert moments(page) == [
        (2, "ons 13 jan", "Mindre dag", ("efter jullovet", "Svenska 09.40–10.10")),
        (3, "tors 14 jan", "Sms", ("med Kim Exempel",)),
        (3, "tors 14 jan", "Mindre dag", ("efter jullovet", "Engelska 12.20–12.50")),
    ]


def test_a_single_day_off_stands_on_its_date(make_plan: Callable[[int], Any]) -> None:
    """The lesson of the other week is still on the card."""
    closed = ClosedDays(first=dt.date(2026, 12, 11), last=dt.date(2026, 12, 11), name="Studiedag")
    page = page_of(make_plan(4), 1, calendar=SchoolCalendar(closed=(closed,)))
    assert (4, "fre 11 dec", "Studiedag", ("ingen skola",)) in moments(page)
    assert page.days[4].moments[0].name == "Kemi"


def test_a_national_test_is_told_with_its_ways_out(make_plan: Callable[[int], Any]) -> None:
    """In a subject of the plan; that it has to be written is never said, and the rektor decides."""
    test = NationalTest(date=dt.date(2026, 12, 3), subject="Engelska", start="12:00", end="14:00")
    other = test.model_copy(update={"subject": "Historia"})
    page = page_of(make_plan(4), 1, calendar=SchoolCalendar(national_tests=(test, other)))
    told = [moment for moment in moments(page) if moment[2] == "Nationellt prov"]
    assert told == [
        (3, "tors 3 dec", "Nationellt prov",
         ("Engelska 12.00–14.00", "med andra, själv eller inte", "rektorn bestämmer")),
    ]  # fmt: skip


def test_an_item_stands_at_its_hour(make_plan: Callable[[int], Any]) -> None:
    """Among the lessons of its weekday, in dated steps and in later ones."""
    made = make_plan(4)
    ride = PlannedItem(
        kind=ItemKind.RIDE_THERE, week="", weekday="thu", start="11:50", end="12:10", carrier=Carrier.COACH
    )
    steps = tuple(step.model_copy(update={"items": (ride,)}) for step in made.plan.steps)
    blocks = build_student_page(made.problem, made.plan.model_copy(update={"steps": steps}), OwnPage()).blocks
    for page in blocks:
        assert isinstance(page, StudentWeek)
        assert ("11.50", "Skjuts till skolan") in [(moment.time, moment.name) for moment in page.days[3].moments]


def test_who_meets_and_the_calm_place_come_from_the_plan_when_not_given(made: Any) -> None:
    """The coach meets; the calm place is the support that the plan has."""
    text = render_text(build_student_page(made.problem, made.plan, OwnPage(first_name="Test")))
    assert "Den som möter mig: Kim Exempel" in text
    assert "Min lugna plats: " in text


def test_without_a_coach_nobody_is_promised(made: Any) -> None:
    """A page never names somebody who is not known."""
    problem = made.problem.model_copy(update={"coach": Coach()})
    assert "Den som möter mig" not in render_text(build_student_page(problem, made.plan, OwnPage()))


def item(kind: ItemKind, weekday: str, start: str, end: str, **given: Any) -> PlannedItem:
    """An item by whom the catalogue says, every week."""
    common = {"kind": kind, "week": "", "weekday": weekday, "start": start, "end": end}
    return PlannedItem.model_validate({"carrier": item_catalogue()[kind].carrier, **common, **given})


def with_items(plan: Plan, *items: PlannedItem, **more: Any) -> Plan:
    """The plan with those items in every step."""
    return plan.model_copy(
        update={"steps": tuple(step.model_copy(update={"items": items, **more}) for step in plan.steps)}
    )


def days(problem: Any, plan: Plan, step: int) -> list[tuple[Moment, ...]]:
    """The moments of the weekdays of that step's page."""
    blocks = build_student_page(problem, plan, OwnPage(first_name="Test"), current_step=step).blocks
    page = next(block for block in blocks if isinstance(block, StudentWeek) and block.number == step)
    return [day.moments for day in page.days]


def test_an_item_says_until_when_where_and_with_whom(make_plan: Callable[[int], Any]) -> None:
    """A text has no end worth telling; what comes then is the next on the page."""
    made = make_plan(4)
    planned = with_items(
        made.plan, item(ItemKind.BREAKFAST, "thu", "11:50", "12:00", person="Kim Exempel", place="library"),
        item(ItemKind.TEXT, "thu", "15:00", "15:05"),
    )  # fmt: skip
    told = {moment.name: moment for moment in days(made.problem, planned, 1)[3]}
    assert told["Frukost"].details == ("till 12.00 · biblioteket", "med Kim Exempel")
    assert told["Sms"].details[-1:] == ("med Kim Exempel",), "the contact that has no hour"
    assert ("Sms", ("från coachen",)) in [(m.name, m.details) for m in days(made.problem, planned, 1)[3]]


def test_one_lunch_a_day(make_plan: Callable[[int], Any]) -> None:
    """Who eats elsewhere, or before the others, has no second lunch."""
    made = make_plan(4)
    early = item(ItemKind.LUNCH_BEFORE_OTHERS, "thu", "11:20", "11:40")
    without, own = days(made.problem, made.plan, 4)[3], days(made.problem, with_items(made.plan, early), 4)[3]
    assert [moment.name for moment in without if "unch" in moment.name] == ["Lunch"]
    assert [moment.name for moment in own if "unch" in moment.name] == ["Lunch i matsalen före de andra"]
    breakfast = item(ItemKind.BREAKFAST, "thu", "08:00", "08:10")
    assert "Lunch" in [moment.name for moment in days(made.problem, with_items(made.plan, breakfast), 4)[3]]


def test_the_way_home_is_when_the_day_is_done(make_plan: Callable[[int], Any]) -> None:
    """With the ride that is planned; otherwise after the last thing away from home."""
    made = make_plan(4)
    ride = item(ItemKind.RIDE_HOME, "thu", "13:40", "14:00", carrier="guardian")
    late = item(ItemKind.SEE_OWN_SEAT, "thu", "15:30", "15:45"), item(ItemKind.REST, "thu", "16:30", "17:00")
    done = [m for m in days(made.problem, with_items(made.plan, ride), 1)[3] if m.name == "Klart för i dag"]
    assert [(moment.time, moment.details) for moment in done] == [("13.40", ("Skjuts hem", "någon hemma kör"))]
    times = {moment.name: moment.time for moment in days(made.problem, with_items(made.plan, *late), 1)[3]}
    assert times["Klart för i dag"] == "15.45"
    assert times["Vila"] == "16.30"


def test_an_item_of_some_weeks_says_which(make_plan: Callable[[int], Any]) -> None:
    """By their numbers where the step carries dates; the home is nowhere told."""
    made = make_plan(4)
    labels = ("hem 1", "hem 2")
    steps = tuple(
        step.model_copy(
            update={
                "step": step.step.model_copy(update={"week_labels": labels}),
                "items": (item(ItemKind.FIKA, "mon", "15:00", "15:30", week="hem 1"),),
                "lessons": tuple(one.model_copy(update={"week": label}) for label in labels for one in step.lessons),
            }
        )
        for step in made.plan.steps
    )
    timetable = made.problem.timetable.model_copy(update={"week_labels": labels})
    problem = made.problem.model_copy(update={"timetable": timetable})
    plan = made.plan.model_copy(update={"steps": steps})
    assert [m.details[-1] for m in days(problem, plan, 1)[0] if m.name == "Fika"] == ["v. 49"]
    pages = build_student_page(problem, plan, OwnPage()).blocks
    later = pages[-1]
    assert isinstance(later, StudentWeek)
    assert [m.details[-1] for m in later.days[0].moments if m.name == "Fika"] == ["vissa veckor"]
    assert "hem 1" not in later.model_dump_json()


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_first_lesson_the_page_has_no_word_of_school(
    make_plan: Callable[[int], Any], language: Language
) -> None:
    """Whatever is planned, whatever is closed (`features.md` F08)."""
    made = make_plan(1)
    everything = [item(kind, "mon", "09:00", "09:30", place="classroom") for kind in ItemKind]
    step = made.plan.steps[0]
    contacts = tuple(step.contacts) or tuple(
        contact.model_copy(update={"kind": kind, "place": "student_health", "is_invitation": True})
        for contact in make_plan(4).plan.steps[0].contacts
        for kind in ItemKind
    )
    plan = with_items(made.plan, *everything, lessons=(), contacts=contacts)
    closed = ClosedDays(first=dt.date(2026, 12, 11), last=dt.date(2026, 12, 11), name="")
    problem = made.problem.model_copy(update={"calendar": SchoolCalendar(closed=(closed,))})
    with speaking(language):
        text = render_text(build_student_page(problem, plan, OwnPage(first_name="Test", calm_place="Klassrum 3")))
    assert len(text.splitlines()) > 5
    assert [line for line in text.splitlines() if SCHOOL_WORDS.search(line)] == []


def test_the_code_begins_a_text_message(made: Any) -> None:
    """To the number as digits; without a number there is no code."""
    own = OwnPage(first_name="Test", phone="+46 70-000 00 00")
    (page, *_) = build_student_page(made.problem, made.plan, own).blocks
    assert isinstance(page, StudentWeek)
    assert page.message is not None
    assert page.message.code == "SMSTO:+46700000000:Hej! Det blev för mycket. Kan du höra av dig?"
    (without, *_) = build_student_page(made.problem, made.plan, OwnPage(first_name="Test")).blocks
    assert isinstance(without, StudentWeek)
    assert without.message is None


def test_each_lesson_says_what_where_when_how_long_and_with_whom(made: Any) -> None:
    """And what comes then stands below it (`features.md` F48)."""
    moment, then, done = page_of(made, 1).days[2].moments
    assert (moment.name, moment.place, moment.time, moment.length) == ("Svenska", "litet rum", "09.40", "30 min")
    assert moment.more == ("med Kim Exempel",)
    assert (then.time, done.name) == ("13.40", "Klart för i dag")


def test_the_page_in_english(made: Any) -> None:
    """Every sentence of ours, and the language of the file."""
    with speaking("en"):
        document = build_student_page(made.problem, made.plan, OwnPage(first_name="Test", likes="music"))
    assert document.language == "en"
    text = render_text(document)
    assert "Step 1 of 4" in text
    assert not re.search(r"\b(till|med|Steg|Den som|Måndag)\b", text)


def test_a_plan_without_steps_gives_a_page_that_says_so(made: Any) -> None:
    """Never an empty file."""
    plan = made.plan.model_copy(update={"steps": ()})
    assert render_text(build_student_page(made.problem, plan, OwnPage())).startswith("# Planen har inga steg än.")
