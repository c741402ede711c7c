"""A case is kept for as long as the municipality has said, and becomes due by its plan alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import now as clock
from casework.case_records import DECISIONS
from casework.data_classes import DataClass
from casework.retention import (
    ADVICE,
    LOCAL_FILE,
    Hindrance,
    KeepFor,
    _end,
    due_within,
    hindrances,
    plan_in_force,
    read_plan,
)
from planning.access import Role
from planning.decided import CameAs, Decided, Ruling
from planning.errors import BadInput
from planning.workflow.states import State
from storage.records import CaseId
from tests.casework.staffed import AT, Staffed

PLAN = 'plan = "Dokumenthanteringsplan 2027, punkt 4.3"\ndecided_on = 2027-01-11\n'
YEARS = "[decision]\nmonths_after_close = 60\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Staffed:
    """A year after the cases of the staff's were begun."""
    monkeypatch.setattr(clock, "now", lambda: AT + dt.timedelta(days=360))
    return Staffed(tmp_path)


def written(folder: Path, text: str) -> Path:
    """The folder with that plan in it."""
    (folder / LOCAL_FILE).write_text(text, encoding="utf-8")
    return folder


def decide(office: Staffed, case_id: CaseId, ruling: Ruling = Ruling.AS_PROPOSED) -> None:
    """A decision is kept in the case."""
    with office.store.writing() as writer:
        writer.add(DECISIONS, case_id, Decided(ruling=ruling, came_as=CameAs.PAPER, proposal_version=1), AT)


def in_the_way(office: Staffed, case_id: CaseId, folder: Path, on: dt.date | None = None) -> list[Hindrance]:
    """What keeps the case from being erased."""
    with office.store.reading() as reader:
        found = hindrances(reader, reader.case(case_id), plan_in_force(folder).plan, on or clock.today())
    return [one.why for one in found]


def test_without_a_plan_of_the_municipality_s_own_nothing_is_due(office: Staffed, tmp_path: Path) -> None:
    """However old a case is: the advice that comes with the program erases nothing."""
    coach = office.somebody(Role.COORDINATOR)
    office.case(State.ARCHIVED)
    assert plan_in_force(tmp_path).plan is None
    assert due_within(coach, 10_000, tmp_path) == ()


def test_a_case_is_on_the_list_thirty_days_before_its_day(office: Staffed, tmp_path: Path) -> None:
    """Closed cases alone, and to those who may erase them."""
    folder = written(tmp_path, PLAN)
    closed, _ = office.case(State.CLOSED), office.case(State.ACTIVE)
    officer, stranger = office.somebody(Role.DATA_PROTECTION_OFFICER), office.somebody(Role.COORDINATOR, unit="other")

    (due,) = due_within(officer, folder=folder)

    assert (due.case_id, due.closed_on, due.due_on) == (closed, dt.date(2026, 11, 23), dt.date(2027, 11, 23))
    assert due_within(officer, 3, folder) == ()
    assert due_within(stranger, folder=folder) == ()


def test_a_class_that_is_not_named_has_the_advice(tmp_path: Path) -> None:
    """One that is named has what is said there."""
    plan = read_plan(written(tmp_path, PLAN + "[working_note]\nmonths_after_close = 3\n") / LOCAL_FILE)
    assert plan is not None
    assert plan.classes[DataClass.WORKING_NOTE].months_after_close == 3
    assert plan.classes[DataClass.DECISION].after_archiving
    assert set(plan.classes) == set(DataClass)


@pytest.mark.parametrize(
    "text",
    [
        "[working_note]\nmonths_after_close = 3\n",
        'plan = "Plan"\n',
        PLAN + "[working_note]\nmonths_after_close = -1\n",
        PLAN + "[working_note]\nafter_archiving = true\nmonths_after_close = 1\n",
        PLAN + "[working_note]\n",
        PLAN + "[diaries]\nmonths_after_close = 3\n",
        "plan = ",
        "\xe5".encode("latin-1").decode("latin-1") + "=",
    ],
)
def test_a_plan_that_cannot_be_used_makes_nothing_due_and_is_told(
    office: Staffed, tmp_path: Path, text: str
) -> None:
    """A mistake in the file is no plan: it is told with the file's name, and the list stays empty."""
    folder = written(tmp_path, text)
    office.case(State.CLOSED)
    in_force = plan_in_force(folder)
    assert in_force.plan is None
    assert isinstance(in_force.fault, BadInput)
    assert in_force.fault.data["file"] == LOCAL_FILE
    assert due_within(office.somebody(Role.COORDINATOR), 10_000, folder) == ()


@pytest.mark.parametrize("state", [State.SENT, State.PREPARED, State.DECIDED, State.ACTIVE, State.APPEALED])
def test_what_the_school_has_or_is_lived_by_is_ended_first(office: Staffed, tmp_path: Path, state: State) -> None:
    """Whatever the plan says."""
    assert in_the_way(office, office.case(state), written(tmp_path, PLAN)) == [Hindrance.UNDER_WAY]


@pytest.mark.parametrize("state", [State.RAISED, State.MAPPING, State.DRAFT, State.RETURNED, State.CLOSED])
def test_work_that_came_to_no_decision_is_kept_by_nothing(office: Staffed, tmp_path: Path, state: State) -> None:
    """It is no public record, and a case that was begun by mistake can go."""
    case_id = office.case(state)
    decide(office, case_id, Ruling.RETURNED)
    assert in_the_way(office, case_id, tmp_path) == []


def test_a_decision_stays_until_the_municipality_s_plan_lets_it_go(office: Staffed, tmp_path: Path) -> None:
    """Without a plan it stays; with one until the archive has got it, or until its day."""
    case_id = office.case(State.CLOSED)
    decide(office, case_id)
    assert in_the_way(office, case_id, tmp_path) == [Hindrance.NO_PLAN]

    folder = written(tmp_path, PLAN)
    assert in_the_way(office, case_id, folder) == [Hindrance.NOT_ARCHIVED]
    office.move(case_id, State.ARCHIVED)
    assert in_the_way(office, case_id, folder) == []

    folder = written(tmp_path, PLAN + YEARS)
    assert in_the_way(office, case_id, folder) == [Hindrance.KEPT_UNTIL]
    assert in_the_way(office, case_id, folder, dt.date(2031, 11, 22)) == [Hindrance.KEPT_UNTIL]
    assert in_the_way(office, case_id, folder, dt.date(2031, 11, 23)) == []


def test_a_decision_in_a_case_that_is_not_ended_is_not_due(office: Staffed, tmp_path: Path) -> None:
    """A decision that was written in early does not make a draft erasable."""
    case_id = office.case(State.DRAFT)
    decide(office, case_id)
    assert in_the_way(office, case_id, written(tmp_path, PLAN)) == [Hindrance.UNDER_WAY]


@given(closed=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), months=st.integers(0, 1200))
def test_months_are_calendar_months(closed: dt.date, months: int) -> None:
    """The same day of the month, or the month's last; never before the case has ended."""
    end = _end(KeepFor(months_after_close=months), closed)
    assert end is not None
    assert end >= closed
    assert (end.year - closed.year) * 12 + end.month - closed.month == months
    assert end.day == closed.day or (end.day < closed.day and (end + dt.timedelta(days=1)).day == 1)


def test_the_advice_says_how_a_plan_is_written() -> None:
    """A municipality finds what to write in the file that comes with the program, and that it is advice."""
    text = ADVICE.read_text(encoding="utf-8")
    assert LOCAL_FILE in text
    assert all(f"[{kind.value}]" in text for kind in DataClass)
