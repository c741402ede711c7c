"""Words planted wherever a student's words can stand: sealed while they are kept, and nowhere at all afterwards."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.anchoring import anchor_at_once
from casework.backups import daily, make_backup
from casework.case import DoneTask, SummaryMark
from casework.case_records import DECISIONS
from casework.cases import (
    create_case,
    mark_summary,
    note_done,
    note_handled,
    open_case,
    record_answers,
    write_facts,
    write_unsafe,
)
from casework.erasure import ask_erasure, confirm_erasure
from casework.facts import CaseFacts
from casework.rectify import correct_facts
from casework.safety import UnsafeSetting
from casework.unlocking import CASE_FILE, the_safe, the_store
from planning.decided import CameAs, Decided, Ruling
from planning.errors import CaseFileError
from questionnaire.alerts import Handled
from questionnaire.answers import Answer, AnswerEvent, EventId, QuestionId
from questionnaire.vocabulary import Task
from storage.actor import ALONE
from storage.keys import KEY_FILE
from storage.records import CaseId
from storage.store import CaseStore

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
CANARIES = tuple(f"Kanariefågel{number:02d}Åäö" for number in range(20))


def facts() -> CaseFacts:
    """Names, numbers and text, each of them a canary."""
    c = CANARIES
    return CaseFacts.model_validate(
        {
            "student": c[0],
            "trusted_person": c[1],
            "coach": {"name": c[2]},
            "contacts": {"address": c[3], "stop_sign": c[4]},
            "document": {
                "school": {"unit": c[5], "principal": c[6]},
                "student": {"full_name": c[7], "guardians": [{"name": c[8]}]},
                "student_view": {"text": c[9]},
                "needs": [c[10]],
                "guardian_views": [{"guardian": c[8], "text": c[11]}],
            },
        }
    )


def plant(store: CaseStore) -> CaseId:
    """A case with a canary in every kind of thing that is kept in words."""
    c = CANARIES
    case_id = create_case(store, name=c[0])
    write_facts(store, case_id, facts())
    answer = Answer(ticks=(c[12], c[13]))
    record_answers(store, case_id, [AnswerEvent(id=EventId("a"), question=QuestionId("AM1"), answer=answer, at=AT)])
    note_handled(store, case_id, Handled(question=QuestionId("TR2"), at=AT, by=c[14], second=c[15]))
    task = next(iter(Task))
    note_done(store, case_id, DoneTask(task=task, question=QuestionId("AM1"), by=c[16], at=AT))
    kind = UnsafeSetting.model_fields["kind"].annotation
    assert kind is not None
    write_unsafe(store, case_id, [UnsafeSetting(kind=next(iter(kind)), name=c[17])])
    mark_summary(store, case_id, [SummaryMark(question=QuestionId("AM1"), ticks=(c[12],), is_right=True)])
    with store.writing() as writer:
        decided = Decided(ruling=Ruling.RETURNED, reasons=c[18], came_as=CameAs.PAPER, proposal_version=1)
        writer.add(DECISIONS, case_id, decided, AT)
    known = open_case(store, case_id).facts
    right = known.model_copy(update={"ladder": known.ladder.model_copy(update={"number_of_steps": 7})})
    correct_facts(store, case_id, right, reason=c[19])
    return case_id


def files_with_canaries(*folders: Path) -> dict[str, list[str]]:
    """Every file that has one in plain, in UTF-8 or UTF-16, with those that it has."""
    found: dict[str, list[str]] = {}
    for path in (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()):
        content = path.read_bytes()
        if hits := [word for word in CANARIES if any(form in content for form in forms_of(word))]:
            found[path.name] = hits
    return found


def forms_of(word: str) -> Iterator[bytes]:
    """How a word can stand in a file."""
    yield word.encode()
    yield word.encode("utf-16-le")
    yield word[:12].encode()


def test_no_file_tells_of_a_student_before_or_after(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Case file, journal, key store, copies, temporary files and the log: no canary in plain, ever."""
    data, temporary = tmp_path / "data", tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("STEGVIS_DATA", str(data))
    monkeypatch.setenv("TMPDIR", str(temporary))
    caplog.set_level(logging.DEBUG)
    printed = the_safe().set_up("tre små kor på en äng")
    store = the_store()

    case_id = plant(store)
    told = open_case(store, case_id).model_dump_json()
    assert [word for word in CANARIES if word not in told and word != CANARIES[18]] == []
    store.backup_to(data / "kopior" / "igår.stegvis")
    encrypted = make_backup(store).file
    anchor_at_once()
    assert files_with_canaries(data, temporary) == {}

    ask_erasure(store, case_id)
    confirm_erasure(store, case_id, recovery_key=printed)

    daily(store)
    assert {path.name for path in data.rglob("*")} >= {CASE_FILE, KEY_FILE, "igår.stegvis", encrypted.name}
    assert files_with_canaries(data, temporary) == {}
    said = capsys.readouterr()
    assert [word for word in CANARIES if word in f"{caplog.text}{said.out}{said.err}"] == []


def test_the_copy_from_before_cannot_be_read_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rows are there, sealed; the key that opens them is nowhere."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path / "data"))
    printed = the_safe().set_up("tre små kor på en äng")
    store = the_store()
    case_id = plant(store)
    copy = tmp_path / "copy.stegvis"
    store.backup_to(copy)
    size = copy.stat().st_size
    before = CaseStore(copy, store.keys, ALONE)
    assert open_case(before, case_id).facts.student == CANARIES[0]

    ask_erasure(store, case_id)
    confirm_erasure(store, case_id, recovery_key=printed)

    with pytest.raises(CaseFileError, match="case-is-erased"):
        open_case(before, case_id)
    assert copy.stat().st_size == size


def test_the_search_finds_a_canary_that_is_there(tmp_path: Path) -> None:
    """In either encoding, and when only its beginning is left; else the tests above would prove nothing."""
    for number, form in enumerate(forms_of(CANARIES[3])):
        (tmp_path / f"{number}.bin").write_bytes(b"\x00before" + form + b"after")
    assert len(files_with_canaries(tmp_path)) == 3
