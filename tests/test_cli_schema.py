"""The JSON Schema of CASE: valid itself, true to the program, and clear to whoever writes a case by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from casework.case_file import CaseFile
from tests.command_line import Run, runner

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command as a new start of the program would: nothing is remembered between two."""
    return runner(tmp_path, monkeypatch, capsys)


def schema(run: Run) -> Any:
    """What `schema` prints."""
    said = run("schema")
    assert said.status == 0
    return json.loads(said.out)


def test_schema_is_a_json_schema_that_takes_the_examples(run: Run) -> None:
    """The printed schema is itself valid, and both examples are valid by it."""
    printed = schema(run)
    Draft202012Validator.check_schema(printed)
    for name in ("ar5", "ar8"):
        case = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
        assert [error.message for error in Draft202012Validator(printed).iter_errors(case)] == []


def test_schema_takes_a_limit_and_refuses_what_is_no_field(run: Run) -> None:
    """A limit as it is written beside a question is valid, a misspelt field is not."""
    validator = Draft202012Validator(schema(run))
    limit = {"question": "RA1", "kind": "not_present_during", "start": "09:35", "end": "09:55", "last_step": 2}
    answers = {"SO1": "yes", "AM1": ["Bild"], "TI4": "one_lesson"}
    case: dict[str, Any] = {"timetable": {"file": "week.csv"}, "limits": [limit], "answers": answers}
    assert [error.message for error in validator.iter_errors(case)] == []
    CaseFile.model_validate(case)
    assert not validator.is_valid({**case, "lader": {}})
    assert not validator.is_valid({**case, "limits": [{**limit, "from": "09:35"}]})


def test_schema_says_what_every_field_is(run: Run) -> None:
    """No field of CASE stands without a description of its own or of what it holds."""
    assert list(undescribed(schema(run))) == []


def undescribed(printed: dict[str, Any]) -> list[str]:
    """The fields of a schema that nothing is said of, by the name of what they belong to."""
    definitions = {"CASE": printed, **printed.get("$defs", {})}
    silent = []
    for name, definition in definitions.items():
        for field, said in definition.get("properties", {}).items():
            reference = str(said.get("$ref", "")).rsplit("/", 1)[-1]
            if not said.get("description") and not definitions.get(reference, {}).get("description"):
                silent.append(f"{name}.{field}")
    return silent
