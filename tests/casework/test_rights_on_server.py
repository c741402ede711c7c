"""What a student has a right to, on a database server: whoever weighs a case is shown all that it weighs."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text, update

from casework import now as clock
from casework.case_records import DECISIONS
from casework.cases import create_case, write_facts
from casework.data_classes import DataClass
from casework.data_export import JSON_NAME, export_data
from casework.erasure import ask_erasure, confirm_erasure, erasure_report
from casework.facts import CaseFacts
from casework.rectify import correct_facts
from casework.retention import LOCAL_FILE, Hindrance, due_within
from planning.access import Role
from planning.decided import CameAs, Decided, Ruling
from planning.workflow.states import State
from storage.actor import ALONE, Actor, UserId
from storage.people import OF_THE_CASE, memberships, users
from storage.records import CaseId
from storage.schema import OF_A_CASE, cases
from storage.store import CaseStore
from storage.writing import Writer
from tests.storage.postgres_server import Place, new_place, past_the_rules

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
PEOPLE = {"coach": Role.COACH, "lead": Role.COORDINATOR, "officer": Role.DATA_PROTECTION_OFFICER}
PLAN = 'plan = "Dokumenthanteringsplan 2027, punkt 4.3"\ndecided_on = 2027-01-11\n'


class Town:
    """An installation on a server: people of one unit, and a case of the coach's."""

    def __init__(self, place: Place, folder: Path) -> None:
        self.place, self.folder = place, folder
        with past_the_rules(place) as connection:
            for name, role in PEOPLE.items():
                known = {"issuer": "https://login.example", "subject": name, "created_at": AT, "is_active": True}
                connection.execute(insert(users).values(id=name, content=b"", **known))
                connection.execute(insert(memberships).values(user_id=name, role=role.value, unit="here"))
        self.store = place.opened(folder, Actor(user=UserId("coach")))
        self.case_id = create_case(self.store, name="Kim")
        write_facts(self.store, self.case_id, CaseFacts(student="Kim Testsson"))

    def acting(self, name: str) -> CaseStore:
        """The store as that person uses it."""
        return self.store.acting(Actor(user=UserId(name)))

    def end(self, state: State) -> None:
        """The case has been decided on, and has ended."""
        with past_the_rules(self.place) as connection:
            # Past the trigger that lets only those move a case whose move it is.
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            connection.execute(update(cases).values(state=state.value))
            decided = Decided(ruling=Ruling.AS_PROPOSED, came_as=CameAs.PAPER, proposal_version=1)
            Writer(connection, self.store.keys, ALONE).add(DECISIONS, self.case_id, decided, AT)

    def rows(self) -> int:
        """How many rows there are of any case."""
        with past_the_rules(self.place) as connection:
            tables = (cases, *OF_A_CASE, *OF_THE_CASE)
            return sum(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """The installation, without a plan for how long cases are kept."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    with new_place(tmp_path) as place:
        made = Town(place, tmp_path)
        yield made
        made.store.close()


def test_the_officer_weighs_what_the_officer_may_not_read(town: Town) -> None:
    """A decision that row rules hide from reading still keeps the case from being erased."""
    town.end(State.ARCHIVED)
    report = erasure_report(town.acting("officer"), town.case_id)
    assert report.by_class == {DataClass.IDENTITY: 2, DataClass.DECISION: 1}
    assert [one.why for one in report.hindered] == [Hindrance.NO_PLAN]


def test_the_officer_s_list_says_what_stands_in_the_way(town: Town) -> None:
    """The same case is due by the same day for whoever asks."""
    town.end(State.CLOSED)
    (town.folder / LOCAL_FILE).write_text(PLAN, encoding="utf-8")
    lists = [due_within(town.acting(name), 10_000) for name in PEOPLE]
    assert lists[0] == lists[1] == lists[2]
    ((due,),) = {lists[0]}
    assert [one.why for one in due.hindered] == [Hindrance.NOT_ARCHIVED]


@pytest.mark.parametrize(
    ("first", "second"),
    [("coach", "officer"), ("officer", "coach"), ("coach", "lead")],
)
def test_two_people_erase_every_row(town: Town, first: str, second: str) -> None:
    """Whichever of them asks, the rules let the other remove everything, and the key is gone."""
    town.end(State.ARCHIVED)
    (town.folder / LOCAL_FILE).write_text(PLAN, encoding="utf-8")
    ask_erasure(town.acting(first), town.case_id)

    confirm_erasure(town.acting(second), town.case_id)

    assert town.rows() == 0
    assert town.case_id in town.store.keys.erased()


def test_an_extract_has_everything_here_too(town: Town) -> None:
    """Every version of the facts, the correction, who is named, and the log."""
    facts = CaseFacts(student="Kim T")
    correct_facts(town.store, CaseId(town.case_id), facts, reason="Så vill hen kallas")
    with zipfile.ZipFile(io.BytesIO(export_data(town.store, town.case_id))) as made:
        given = json.loads(made.read(JSON_NAME))
    assert [one["content"]["student"] for one in given["kept"]["facts"]] == ["Kim", "Kim Testsson", "Kim T"]
    assert given["kept"]["facts"][2]["content"]["corrections"][0]["reason"] == "Så vill hen kallas"
    assert {act["actor"] for act in given["log"]} == {"coach"}
