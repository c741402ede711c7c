"""What an answer can give rise to, as the bank writes it. The fields are the whole language: there is no other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self, get_origin

from pydantic import Field, JsonValue, ValidationError, model_validator
from pydantic_core import ErrorDetails

from planning.frozen import Frozen
from planning.needs import NEED_KINDS
from planning.needs.base import Origin, Source, Strength
from planning.needs.support import SupportKind
from questionnaire.answers import Choice, QuestionId
from questionnaire.vocabulary import (
    AlertLevel,
    Consent,
    Detail,
    Escort,
    Preference,
    Profession,
    Routine,
    Task,
    TickSource,
)


class Condition(Frozen):
    """Something about the answer to another question. Exactly one of the four tests is given."""

    question: QuestionId
    equals: Choice | None = None
    """That button was pressed."""
    equals_not: Choice | None = None
    """That button was not pressed (nor need any have been)."""
    contains: str = ""
    """That box is ticked."""
    contains_not: str = ""
    """Some box is ticked, but not that one."""

    @model_validator(mode="after")
    def _has_one_test(self) -> Self:
        tests = (self.equals, self.equals_not, self.contains, self.contains_not)
        if sum(bool(test) for test in tests) != 1:
            raise ValueError("give exactly one of equals, equals_not, contains, contains_not")
        return self


class Trigger(Frozen):
    """When an effect happens.

    An item with buttons needs `when`, and `when_ticked` names boxes beside «Ja» that must be ticked too. A box item
    needs nothing: then any ticked box will do, except those that stand `alone` («Inget»); `when_ticked` narrows it to
    some boxes.
    """

    when: tuple[Choice, ...] = ()
    when_ticked: tuple[str, ...] = ()
    unless_ticked: tuple[str, ...] = ()
    least_ticks: int = Field(default=0, ge=0)
    """Only when at least so many boxes are ticked; those that stand `alone` do not count."""
    when_agreed: tuple[Detail, ...] = ()
    """Only when all of these have been agreed beside the answer."""
    unless_agreed: tuple[Detail, ...] = ()
    """Not when any of these has been agreed beside the answer."""
    only_if: tuple[Condition, ...] = ()


class NeedEffect(Trigger):
    """A need of `planning.needs`, for the steps `first_step` to `last_step` (None: to the plan's end)."""

    need: str
    strength: Strength
    first_step: int = Field(default=1, ge=1)
    last_step: int | None = Field(default=None, ge=1)
    afterwards: Strength | None = None
    """After `last_step` it stays, as a wish this strong."""
    fields: Mapping[str, JsonValue] = Field(default={}, alias="with")
    """The need's own fields, as far as the bank fixes them."""
    agreed: Mapping[Detail, str] = {}
    """Fields that an agreed detail takes over from `with`: `{ minutes = "minutes" }`."""
    ticks_fill: str = ""
    """The field that gets the ticks: all of them where it is a list, otherwise the first."""
    ticks: TickSource = TickSource.ALL
    values: Mapping[str, JsonValue] = {}
    """What each box means in `ticks_fill`; a box that is not here means its own code or name."""
    filled_by: Mapping[str, QuestionId] = {}
    """Fields that get the ticks of other questions."""
    subject_words: Mapping[str, tuple[str, ...]] = {}
    """What each box means in `ticks_fill`, as beginnings of subject names: those of the timetable are taken."""
    unsaid: bool = False
    """Nothing tells where the need comes from; always so at a private question."""
    one_by_one: bool = False
    """One need for each ticked box, each released one step after the one before."""
    for_each_half_day: bool = False
    """One need for the mornings ticked in a time grid and one for the afternoons."""


class SupportEffect(Trigger):
    """Something that is arranged around the lessons."""

    support: SupportKind
    choices: tuple[str, ...] = ()
    with_ticks: bool = False
    """Whether the ticked boxes go with it."""
    with_ticks_of: QuestionId = QuestionId("")
    first_step: int = Field(default=1, ge=1)
    last_step: int | None = Field(default=None, ge=1)

    def as_need(self) -> NeedEffect:
        """The same, as the need it is."""
        return NeedEffect.model_validate(
            {
                **{name: getattr(self, name) for name in Trigger.model_fields},
                "need": "support",
                "strength": Strength.SUPPORT,
                "first_step": self.first_step,
                "last_step": self.last_step,
                "with": {"item": self.support.value, "choices": list(self.choices)},
                "ticks_fill": "choices" if self.with_ticks else "",
                "filled_by": {"choices": self.with_ticks_of} if self.with_ticks_of else {},
            }
        )


def field_faults(kind: str, fields: Mapping[str, object]) -> list[ErrorDetails]:
    """What keeps those fields from being a need of that kind: unknown or impossible ones, and last missing ones."""
    origin = Origin(source=Source.ANSWER, ref=kind)
    try:
        NEED_KINDS[kind].model_validate({"id": kind, "origin": origin, "strength": Strength.HARD, **fields})
    except ValidationError as error:
        return sorted(error.errors(), key=lambda fault: fault["type"] == "missing")
    return []


def takes_list(kind: str, field: str) -> bool:
    """Whether that field of the need holds several values."""
    return get_origin(NEED_KINDS[kind].model_fields[field].annotation) is tuple


class AdjustEffect(Trigger):
    """Other fields in the needs of one kind that the student's other answers gave, or that the plan has by default."""

    adjust: str
    fields: Mapping[str, JsonValue] = Field(alias="with")


class ReferralEffect(Trigger):
    """Passing on to a profession."""

    to: Profession
    least_percent: int = Field(default=0, ge=0, le=100)
    """Only when at least this share of the timetable's boxes is ticked."""


class AlertEffect(Trigger):
    """An answer that obliges somebody to act."""

    level: AlertLevel
    routine: Routine


class InterfaceEffect(Trigger):
    """How the program itself behaves from now on."""

    preference: Preference


class TaskEffect(Trigger):
    """Something for the coach to do or to ask."""

    task: Task


class ConsentEffect(Trigger):
    """What may be told or done: given or not, and the ticked boxes that say how far."""

    consent: Consent
    is_given: bool = True


class EscortEffect(Trigger):
    """Rides that somebody at home offers, on the half days ticked."""

    escort: Escort


class Comparison(Frozen):
    """The same matter asked of the student and of the guardians. Where the answers differ it is talked about."""

    question: QuestionId
    """The student's question."""
    differs: Mapping[Choice, Choice]
    """The guardians' answer and the student's that do not go together: `{ no = "no" }`."""
    sv: str = Field(min_length=1)
    """What it is about, as the summary says it: «Sömnen»."""
    en: str = Field(min_length=1)
