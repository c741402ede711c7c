"""The schema says every question of the bank, and the forms that an answer may have."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from casework.case_file import EXAMPLE, CaseFile, schema
from questionnaire.bank import load_bank

ANSWERS: dict[str, Any] = schema()["properties"]["answers"]["properties"]


@pytest.mark.parametrize("item", load_bank().items, ids=lambda item: str(item.id))
def test_every_question_is_told_with_its_boxes(item: Any) -> None:
    """In both languages, so that a case can be written from the schema alone."""
    said = ANSWERS[item.id]["description"]
    assert item.sv in said
    assert item.en in said
    assert [option.code for option in item.options if option.code not in said] == []


def test_example_of_the_schema_is_a_case() -> None:
    """Valid by the schema, and taken by the program."""
    assert schema()["examples"] == [EXAMPLE]
    assert [error.message for error in Draft202012Validator(schema()).iter_errors(EXAMPLE)] == []
    assert CaseFile.model_validate(EXAMPLE).student == "Kim"
