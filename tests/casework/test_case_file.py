"""A case file is read whole or refused with the field that is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.case_file import CaseFile, read_case_file, schema
from casework.facts import CaseFacts
from planning.errors import BadInput
from questionnaire.answers import Choice

WEEK = "grupp,vecka,dag,start,slut,ämne\n9T,A,mån,10:00,11:00,Bild\n9T,B,tis,10:00,11:00,Svenska\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a timetable of A and B weeks."""
    (tmp_path / "week.csv").write_text(WEEK, encoding="utf-8")
    return tmp_path


def write(folder: Path, **case: Any) -> Path:
    """A case in that folder, on that timetable."""
    path = folder / "fall.json"
    path.write_text(json.dumps({"timetable": {"file": "week.csv"}, **case}), encoding="utf-8")
    return path


def test_timetable_stands_beside_the_case_or_by_its_whole_path(folder: Path) -> None:
    """Both find the same week."""
    _, beside = read_case_file(write(folder))
    _, by_path = read_case_file(write(folder, timetable={"file": str(folder / "week.csv")}))
    assert beside == by_path


def test_short_answers_mean_buttons_and_boxes(folder: Path) -> None:
    """«yes» is a button, «one_lesson» and lists are boxes, and what is written whole is taken whole."""
    answers = {"SO1": "yes", "TI4": "one_lesson", "AM1": ["Bild"], "SO3": {"ticks": ["clothes"], "time": "09:00"}}
    sheet = read_case_file(write(folder, answers=answers))[0].sheet
    one, box, boxes, whole = (sheet.of(question) for question in answers)
    assert one
    assert one.choice is Choice.YES
    assert box
    assert box.ticks == ("one_lesson",)
    assert boxes
    assert boxes.ticks == ("Bild",)
    assert whole
    assert whole.time == 540


def test_short_answer_that_is_also_a_button_can_be_a_box(folder: Path) -> None:
    """«no» at TR4 is a box of that question, written as it stands: it is no refused button."""
    case, _ = read_case_file(write(folder, answers={"TR4": ["no"], "ST1": ["yes"]}))
    assert case.answers.keys() == {"TR4", "ST1"}


def test_answer_may_hold_in_weeks_that_the_timetable_has(folder: Path) -> None:
    """A is there, C is not."""
    read_case_file(write(folder, answers={"AM2": {"ticks": ["Bild"], "weeks": ["A"]}}))
    with pytest.raises(BadInput) as refused:
        read_case_file(write(folder, answers={"AM2": {"ticks": ["Bild"], "weeks": ["C"]}}))
    assert refused.value.data["field"] == "answers.AM2.weeks"
    assert refused.value.data["file"] == "fall.json"


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        ("goals", {"goals": {"lessons_per_week": [{"most": 2, "weeks": ["C"]}]}}),
        ("coach", {"coach": {"hours": [{"weekday": "mon", "start": "08:00", "end": "09:00", "weeks": ["C"]}]}}),
        ("travel", {"travel": {"arrivals": ["08:00"], "weeks": ["C"]}}),
        ("limits", {"limits": [{"question": "AM2", "kind": "avoid_subject", "subjects": ["Bild"], "weeks": ["C"]}]}),
    ],
)
def test_facts_may_not_hold_in_weeks_that_the_timetable_does_not_have(
    folder: Path, field: str, facts: dict[str, Any]
) -> None:
    """«Veckor C» would bind nothing, and nobody would be told."""
    with pytest.raises(BadInput) as refused:
        read_case_file(write(folder, **facts))
    assert field in str(refused.value.data["field"])


def test_facts_of_a_case_are_what_is_left_without_timetable_and_answers(folder: Path) -> None:
    """The part that a kept case stores as facts."""
    case, _ = read_case_file(write(folder, student="Kim", answers={"SO1": "yes"}))
    assert isinstance(case.facts, CaseFacts)
    assert case.facts.student == "Kim"
    assert not hasattr(case.facts, "answers")


def test_schema_knows_every_field_and_no_other() -> None:
    """Its fields are those of the model, and others are forbidden."""
    assert schema()["properties"].keys() == CaseFile.model_fields.keys()
    assert schema()["additionalProperties"] is False


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(field=st.sampled_from(sorted(CaseFile.model_fields)), value=JSON)
def test_any_value_in_any_field_is_taken_or_refused(folder: Path, field: str, value: object) -> None:
    """Never anything but a case or `BadInput` with the file and a field."""
    refusals = []
    try:
        read_case_file(write(folder, **{field: value}))
    except BadInput as refused:
        refusals.append(refused.data)
    assert all(data.get("file") and data.get("field") for data in refusals)
