"""How answers are written in a case: short («"yes"», «["Bild"]») or whole, and what the schema says of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from questionnaire.answers import Answer, Choice, QuestionId, asked_of
from questionnaire.bank import load_bank
from questionnaire.items import Item
from questionnaire.vocabulary import ItemKind


def said_short(question: str, value: str) -> dict[str, Any]:
    """What «"yes"» is short for: a button, or a ticked box where the question has boxes."""
    item = load_bank().by_id.get(QuestionId(question))
    has_boxes = item is not None and not item.kind.has_buttons
    is_button = value in set(Choice) and (not has_boxes or value in (Choice.SKIP, Choice.DONT_KNOW))
    return {"choice": value} if is_button else {"ticks": [value]}


def _short_answers(value: Any) -> Any:
    """«"yes"» and «["fz"]» are short for a button and for boxes; who was asked has answered unless `by` says so."""
    if not isinstance(value, Mapping):
        return value
    whole: dict[Any, Any] = {}
    for question, given in value.items():
        if isinstance(given, str):
            whole[question] = said_short(str(question), given)
        else:
            whole[question] = {"ticks": given} if isinstance(given, list) else given
        if isinstance(whole[question], Mapping):
            whole[question] = {"by": asked_of(QuestionId(str(question))), **whole[question]}
    return whole


class _AsWritten:
    """Tells the schema that an answer may be written short, and which questions there are."""

    @classmethod
    def __get_pydantic_json_schema__(cls, answers: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """One field for each question of the bank, all of the same forms."""
        whole = handler(answers)["additionalProperties"]
        forms = [
            {"type": "string", "minLength": 1, "description": "A button, or the code or name of one box."},
            {"type": "array", "items": {"type": "string"}, "description": "Codes or names of the ticked boxes."},
            whole,
        ]
        questions = {item.id: {"description": _asked(item), "anyOf": forms} for item in load_bank().items}
        return {"type": "object", "properties": questions, "additionalProperties": False}


Answers = Annotated[Mapping[QuestionId, Answer], BeforeValidator(_short_answers), _AsWritten]
"""Answers by question id, each whole or short."""


def _asked(item: Item) -> str:
    """«Vill du sova längre? / Do you want to sleep in? Boxes: …»: the question and all that can be answered."""
    asked = f"{item.sv} / {item.en}"
    boxes = [f"{option.code} ({option.en})" for option in item.options]
    if item.kind is ItemKind.TIME_GRID:
        boxes = [f"{half.code} ({half.en})" for half in load_bank().half_days]
    if item.options_from is not None:
        boxes.insert(0, f"{item.options_from.value} as the timetable writes them")
    buttons = "Buttons: yes, no, dont_know, skip." if item.kind.has_buttons else "Or skip, dont_know."
    how_many = "One box" if item.kind is ItemKind.PICK_ONE else "Boxes"
    said = [asked, f"{how_many}: {', '.join(boxes)}." if boxes else "", buttons]
    if item.details:
        said.append(f"May be agreed: {', '.join(item.details)}.")
    return " ".join(part for part in said if part)
