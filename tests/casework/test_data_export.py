"""The extract holds everything that is kept of a student, and to a guardian nothing that waits for an examination."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from casework import now as clock
from casework.answer_drafts import AnswerDraft
from casework.break_glass import break_the_glass
from casework.case import DocumentMade, DoneTask, PlanMade, RoundStarted, SummaryMark, TimetableTaken
from casework.changes import HandChange
from casework.data_classes import load_data_classes
from casework.data_export import JSON_NAME, PDF_NAME, SCHEMA_NAME, export_data
from casework.data_gathering import RECORDS, For
from casework.facts import CaseFacts
from casework.rectify import correct_facts
from casework.safety import UnsafeSetting
from planning.access import Role
from planning.decided import CameAs, Decided, Ruling
from planning.decision import DocumentFacts
from planning.errors import NotAllowed
from planning.needs.base import Respondent
from planning.outcomes import Interrupted
from planning.public_plan import PublicPlan
from planning.sent_proposal import SentProposal
from planning.workflow.moves import Move, MoveName
from planning.workflow.states import State
from questionnaire.alerts import Handled
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from questionnaire.vocabulary import Task
from storage import schema
from storage.reading import EVENTS
from storage.records import CaseId
from tests.casework.small_week import week
from tests.casework.staffed import AT, Staffed, told
from tests.exports.validator import faults

CONTACT = {"date": AT.date(), "kind": "fika"}
NOUNS: dict[str, Any] = {
    "facts": CaseFacts(student="Kim Testsson", trusted_person="Ester Exempel"),
    "timetables": TimetableTaken(timetable=week()),
    "handled_alerts": Handled(question=QuestionId("TR2"), at=AT, by="kurator Exempel"),
    "summary_marks": SummaryMark(question=QuestionId("SO1"), is_right=True, is_most_important=True),
    "plans": PlanMade(outcome=Interrupted.model_validate({"seconds": 3, "contact": CONTACT}), revision=0),
    "documents": DocumentMade(kind="forslag.pdf", made_at=AT, sha256="0" * 64, plan_number=1),
    "answer_rounds": RoundStarted(at=AT),
    "unsafe_settings": UnsafeSetting.model_validate({"kind": "room", "name": "Duschrummet"}),
    "done_tasks": DoneTask(task=next(iter(Task)), question=QuestionId("SO1"), by="Coach Exempel", at=AT),
    "hand_changes": HandChange(id="change", at=AT, needs=(), reason="Kim bad om det"),
    "decisions": Decided(ruling=Ruling.RETURNED, reasons="Mer om idrotten", came_as=CameAs.PAPER, proposal_version=1),
    "proposals": SentProposal(
        sha256="0" * 64, version=1, pdf="JVBERg==", public=PublicPlan(steps=(), subjects=()), facts=DocumentFacts(),
        weeks=(),
    ),
    "answer_drafts": AnswerDraft(sha256="0" * 64, reasons="Inte färdigt"),
    "moves": Move(
        name=MoveName.BEGIN_DRAFT, from_state=State.MAPPING, to_state=State.DRAFT, at=AT, by="coach-1", note="Börjar nu"
    ),
}
"""Something of every kind."""
STAYS = {"proposals", "answer_drafts"}
"""What has a reason of its own not to go out (data_classes.toml)."""
EVENTS_GIVEN = (
    AnswerEvent(id=EventId("a"), question=QuestionId("SO1"), answer=Answer(choice=Choice.YES), at=AT),
    AnswerEvent(
        id=EventId("b"), question=QuestionId("G01"), answer=Answer(choice=Choice.NO, by=Respondent.GUARDIAN), at=AT
    ),
)
SAID = (
    "Kim T", "Ester Exempel", "Ja", "kurator Exempel", "Duschrummet", "Mer om idrotten", "Så vill hen kallas",
    "Eleven är på väg och coachen är sjuk i dag", "Rättade en uppgift", "forslag.pdf", "Börjar nu",
)  # fmt: skip
"""What the paper must say of them."""
OPENING = {"id": "id", "user": "user_id", "at": "at", "until": "until", "second_user": "second_user",
           "reviewed_at": "reviewed_at", "reviewed_by": "reviewed_by", "reason": "content"}  # fmt: skip
"""What an emergency is called in the extract, and the column that it stands in."""


class Full(Staffed):
    """A case that holds something of everything."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.coach, other = self.somebody(Role.COACH), self.somebody(Role.COACH)
        self.case_id = self.case(State.DRAFT, facts=NOUNS["facts"])
        self.name(self.case_id, self.coach, Role.COACH)
        with self.store.writing() as writer:
            for record in RECORDS[1:]:
                writer.add(record, self.case_id, NOUNS[record.table.name], AT)
            writer.add_events(self.case_id, EVENTS_GIVEN, AT)
        break_the_glass(other, self.case_id, "Eleven är på väg och coachen är sjuk i dag")
        facts = NOUNS["facts"].model_copy(update={"student": "Kim T"})
        correct_facts(self.coach, self.case_id, facts, reason="Så vill hen kallas")


@pytest.fixture
def full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Full:
    """The case, at one moment."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    return Full(tmp_path)


def files(content: bytes) -> dict[str, bytes]:
    """The files of the extract."""
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        return {name: made.read(name) for name in made.namelist()}


def data(office: Full, receiver: For = For.STUDENT) -> dict[str, Any]:
    """The part for machines."""
    read: dict[str, Any] = json.loads(files(export_data(office.coach, office.case_id, receiver))[JSON_NAME])
    return read


def words(content: bytes) -> str:
    """Everything that the part to read says."""
    pages = PdfReader(io.BytesIO(files(content)[PDF_NAME])).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def columns_in(given: dict[str, Any]) -> set[str]:
    """The columns that something in the extract came from."""
    found = {f"cases.{name}" for name in given["case"]}
    for table, rows in given["kept"].items():
        found |= {f"{table}.case_id"} | {f"{table}.{name}" for row in rows for name in row}
    found |= {f"answer_events.{name}" for name in ("id", "case_id", "content") if given["answer_events"]}
    found |= {"answer_events.by" for event in given["answer_events"] if "sent_by" in event}
    found |= {f"break_glass.{OPENING[name]}" for row in given["openings"] for name in row} | {"break_glass.case_id"}
    return found | {"audit.case_id"} | {f"audit.{name}" for row in given["log"] for name in row}


def test_every_column_goes_out_but_those_that_say_why_they_stay(full: Full) -> None:
    """The table of classes and the extract say the same: neither can forget a column that the other knows."""
    classes = load_data_classes()
    everything = {f"{table}.{column}" for table, of in classes.tables.items() for column in of}
    stays = {name for name in everything if classes.is_left_out(*name.split("."))}
    assert columns_in(data(full)) == everything - stays


def test_every_kind_of_thing_is_gathered(full: Full) -> None:
    """A new table of a case fails here until the extract has it, and each thing goes out as it is kept."""
    assert {record.table for record in RECORDS} | {EVENTS.table} == set(schema.OF_A_CASE)
    kept, classes = data(full)["kept"], load_data_classes()
    stays = {record.table.name for record in RECORDS if classes.is_left_out(record.table.name)}
    assert stays == STAYS
    assert stays.isdisjoint(kept)
    for record in (one for one in RECORDS if one.table.name not in stays):
        noun = NOUNS[record.table.name]
        assert kept[record.table.name][0]["content"] == record.adapter.dump_python(noun, mode="json")
    assert [one["content"]["student"] for one in kept["facts"]] == ["Kim Testsson", "Kim T"]


def test_the_paper_says_it_in_words(full: Full) -> None:
    """Answers, notes, corrections, emergencies, and who has done what; its file keeps to the standards."""
    made = export_data(full.coach, full.case_id)
    said = words(made)
    assert [part for part in SAID if part not in said] == []
    assert faults(files(made)[PDF_NAME]) == []


def test_the_schema_knows_every_table_and_the_fields_of_what_stands_in_them(full: Full) -> None:
    """Whoever reads the extract with another program needs nothing else."""
    told_of = json.loads(files(export_data(full.coach, full.case_id))[SCHEMA_NAME])
    given = data(full)
    assert set(given) == set(told_of["properties"])
    contents = told_of["properties"]["kept"]["properties"]
    assert set(contents) == set(given["kept"])
    facts = contents["facts"]["items"]["properties"]["content"]["$ref"].rpartition("/")[2]
    assert set(told_of["$defs"][facts]["properties"]) == set(CaseFacts.model_fields)


def test_a_guardian_gets_neither_answers_nor_notes_nor_the_log(full: Full) -> None:
    """Only the guardians' own answers, and what is named in the table; the paper says what is missing."""
    given = data(full, For.GUARDIAN)
    assert set(given["kept"]) | {"cases", "answer_events"} == set(load_data_classes().for_guardian)
    assert [event["id"] for event in given["answer_events"]] == ["b"]
    assert (given["log"], given["openings"]) == ([], [])
    assert set(given["kept"]["facts"][0]["content"]) == {"student", "ladder", "calendar"}

    made = export_data(full.coach, full.case_id, For.GUARDIAN)
    everything = words(made) + files(made)[JSON_NAME].decode()
    private = ("Ester Exempel", "kurator", "Duschrummet", "Kim bad om det", "Så vill hen kallas", "Eleven är på väg")
    assert [part for part in private if part in everything] == []
    assert "prövas för sig" in words(made)


def test_a_protected_identity_leaves_when_somebody_has_thought_of_it(full: Full) -> None:
    """Not by the way: it has to be said."""
    with full.store.writing() as writer:
        writer.set_protected(full.case_id, is_protected=True)
    with pytest.raises(NotAllowed, match="protected_export"):
        export_data(full.coach, full.case_id)
    assert files(export_data(full.coach, full.case_id, is_confirmed=True))


def test_every_extract_is_logged_and_a_stranger_gets_none(full: Full) -> None:
    """Two extracts in the same minute are two rows."""
    before = len(full.log(full.case_id))
    data(full)
    data(full)
    assert [row.action for row in full.log(full.case_id)[before:]] == ["export_data", "export_data"]
    assert told(export_data, full.somebody(Role.COACH), full.case_id) != ""


def test_the_extract_of_a_student_of_whom_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its shape, word for word: what is added to every extract fails here first."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    office = Staffed(tmp_path)
    coach, case_id = office.somebody(Role.COACH), office.case(facts=CaseFacts())
    office.name(case_id, coach, Role.COACH)
    given = json.loads(files(export_data(coach, CaseId(case_id)))[JSON_NAME])
    (facts,) = given["kept"].pop("facts")
    assert CaseFacts.model_validate(facts["content"]) == CaseFacts()
    moment = AT.isoformat().replace("+00:00", "Z")
    assert given == {
        "format": "stegvis-extract",
        "version": 1,
        "made_at": moment,
        "receiver": "student",
        "case": {
            "id": case_id, "created_at": moment, "changed_at": moment, "revision": 0, "state": "mapping",
            "unit": "unit-here", "is_protected": False,
        },
        "kept": {record.table.name: [] for record in RECORDS[1:] if record.table.name not in STAYS},
        "answer_events": [],
        "openings": [],
        "log": [],
    }  # fmt: skip
    assert dt.datetime.fromisoformat(given["made_at"]) == AT
