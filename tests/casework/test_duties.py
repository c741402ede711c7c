"""What waits for the coach, what it holds up, and by when each of it is due."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.case import Case
from casework.cases import (
    CaseId,
    CaseStore,
    create_case,
    list_cases,
    note_handled,
    open_case,
    record_answers,
    take_in_timetable,
    write_facts,
    write_unsafe,
)
from casework.duties import Duties, duties_of, last_day
from casework.safety import SettingKind, UnsafeSetting
from interop.school_calendar import swedish_calendar
from planning.calendar import ClosedDays, SchoolCalendar
from questionnaire.alerts import AlertLevel, Handled
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.casework.small_week import facts, week
from tests.opened_store import opened_store

TUESDAY = dt.datetime(2026, 11, 24, 13, tzinfo=dt.UTC)
NOT_TOLD = UnsafeSetting(kind=SettingKind.NOT_TOLD)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


def case_with(store: CaseStore, at: dt.datetime = TUESDAY, **said: Choice) -> Case:
    """A case with those answers, given then."""
    case_id = create_case(store, name="Kim")
    write_facts(store, case_id, facts(student="Kim"))
    take_in_timetable(store, case_id, week())
    record_answers(
        store,
        case_id,
        [
            AnswerEvent(id=EventId(f"{case_id}-{q}"), question=QuestionId(q), answer=Answer(choice=choice), at=at)
            for q, choice in said.items()
        ],
    )
    return open_case(store, case_id)


def handle(store: CaseStore, case_id: CaseId, question: str, second: str = "") -> Duties:
    """Somebody takes care of it; what waits then."""
    note_handled(store, case_id, Handled(question=QuestionId(question), at=TUESDAY, by="rektor", second=second))
    return duties_of(open_case(store, case_id))


def test_a_case_where_nothing_is_told_holds_nothing_up(store: CaseStore) -> None:
    """And nothing waits."""
    duties = duties_of(case_with(store, VU4=Choice.YES))
    assert duties == Duties()
    assert not any((duties.waits, duties.holds_the_plan, duties.holds_the_case))


def test_what_is_due_today_holds_the_case_and_the_rest_the_plan(store: CaseStore) -> None:
    """F1 and F2."""
    today, soon = duties_of(case_with(store, TR3=Choice.YES)), duties_of(case_with(store, HE1=Choice.NO))
    assert today.holds_the_case
    assert today.holds_the_plan
    assert not soon.holds_the_case
    assert soon.holds_the_plan


def test_a_second_person_is_waited_for_without_holding_anything_up(store: CaseStore) -> None:
    """Taken care of by one alone it stays on the page, and is gone when somebody shares it."""
    case = case_with(store, TR3=Choice.YES)
    alone = handle(store, case.id, "TR3")
    assert alone.open == ()
    assert [due.alert.question for due in alone.to_share] == ["TR3"]
    assert alone.waits
    assert not alone.holds_the_plan
    assert handle(store, case.id, "TR3", second="kurator") == Duties()


def test_the_plan_waits_until_it_is_known_where_it_goes_on_or_that_nobody_says(store: CaseStore) -> None:
    """Handled is not enough; «eleven vill inte säga var» is."""
    case = case_with(store, TR1=Choice.YES, TR2=Choice.YES)
    handle(store, case.id, "TR1", second="kurator")
    handled = handle(store, case.id, "TR2", second="kurator")
    assert handled.open == ()
    assert handled.asks_where
    assert handled.holds_the_plan
    write_unsafe(store, case.id, (NOT_TOLD,))
    after = duties_of(open_case(store, case.id))
    assert not any((after.waits, after.holds_the_plan))
    assert after.may_say_where


def test_a_setting_that_the_timetable_does_not_know_waits(store: CaseStore) -> None:
    """A new timetable must not let it be forgotten."""
    case = case_with(store, TR1=Choice.YES)
    handle(store, case.id, "TR1", second="kurator")
    gone = UnsafeSetting(kind=SettingKind.ROOM, name="Gamla hallen")
    write_unsafe(store, case.id, (gone,))
    duties = duties_of(open_case(store, case.id))
    assert duties.renamed == duties.unmeasured == (gone,)
    assert duties.waits
    assert not duties.holds_the_plan


def test_each_duty_says_its_last_day(store: CaseStore) -> None:
    """The same day, and two school days on; the time for a second person is counted from when it was taken care of."""
    case = case_with(store, TR3=Choice.YES, HE1=Choice.NO)
    assert [due.by for due in duties_of(case).open] == [dt.date(2026, 11, 24), dt.date(2026, 11, 26)]
    (alone,) = handle(store, case.id, "HE1").to_share
    assert alone.by == dt.date(2026, 11, 26)


def test_a_late_evening_counts_as_its_own_day_at_school(store: CaseStore) -> None:
    """Half past midnight in Sweden is the next day, whatever the clock of the world says."""
    case = case_with(store, dt.datetime(2026, 11, 24, 23, 30, tzinfo=dt.UTC), TR3=Choice.YES)
    assert duties_of(case).open[0].by == dt.date(2026, 11, 25)


def test_the_day_does_not_move_when_the_same_answer_is_given_again(store: CaseStore) -> None:
    """What was told on Tuesday was told on Tuesday."""
    case = case_with(store, TR3=Choice.YES)
    later = AnswerEvent(
        id=EventId("later"), question=QuestionId("TR3"), answer=Answer(choice=Choice.YES),
        at=TUESDAY + dt.timedelta(days=3),
    )
    record_answers(store, case.id, [later])
    assert duties_of(open_case(store, case.id)).open[0].by == dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("told", "last"),
    [
        (dt.date(2026, 11, 24), dt.date(2026, 11, 26)),
        (dt.date(2026, 11, 26), dt.date(2026, 11, 30)),  # over a weekend
        (dt.date(2026, 11, 28), dt.date(2026, 12, 1)),  # told on a Saturday
        (dt.date(2027, 3, 25), dt.date(2027, 3, 31)),  # over Easter
        (dt.date(2027, 5, 5), dt.date(2027, 5, 11)),  # over Kristi himmelsfärd, and the school's own Friday
    ],
)
def test_two_school_days_pass_over_weekends_and_red_days(told: dt.date, last: dt.date) -> None:
    """And over the school's own closed days."""
    own = (ClosedDays(first=dt.date(2027, 5, 7), last=dt.date(2027, 5, 7), name="Klämdag"),)
    calendar = swedish_calendar(dt.date(2026, 11, 1), dt.date(2027, 10, 1), own)
    assert last_day(AlertLevel.F2, told, calendar) == last
    assert last_day(AlertLevel.F1, told, calendar) == told


@settings(deadline=None)
@given(st.dates(dt.date(2020, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 500))
def test_there_is_always_a_last_day(told: dt.date, closed: int) -> None:
    """However long the school is closed; and it never lies before the telling."""
    away = (ClosedDays(first=told, last=told + dt.timedelta(days=closed), name="Lov"),)
    assert last_day(AlertLevel.F2, told, SchoolCalendar(closed=away)) > told


def test_the_list_of_cases_tells_that_something_waits_and_not_what(store: CaseStore) -> None:
    """One yes or no."""
    waiting = case_with(store, HE1=Choice.NO)
    calm = case_with(store, VU4=Choice.YES)
    listed = {summary.id: summary for summary in list_cases(store)}
    assert listed[waiting.id].duties_wait
    assert not listed[calm.id].duties_wait
    assert "HE1" not in listed[waiting.id].model_dump_json()
