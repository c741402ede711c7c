"""What the adults know about a case: ladder, coach, travel, calendar, goals. The student's answers stand apart.

Every field has a default, and all of them are printed with the plan: none hides in code.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from planning.calendar import ClosedDays
from planning.clock import ClockTime
from planning.decision import DocumentFacts
from planning.frozen import Frozen
from planning.needs import NEED, AnyNeed
from planning.problem import CoachHours, PlaceUse, Ride
from planning.timetable import WeekLabel


class Span(Frozen):
    """Steps from `first_step` to `last_step` (None: to the end), in weeks with these labels (empty: all)."""

    first_step: int = Field(default=1, ge=1, le=40)
    last_step: int | None = Field(default=None, ge=1, le=40)
    weeks: tuple[WeekLabel, ...] = ()

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.last_step is not None and self.last_step < self.first_step:
            raise ValueError("last_step comes before first_step")
        return self


class Amount(Span):
    """Least and most of something in those steps; None binds nothing."""

    least: int | None = Field(default=None, ge=0, le=6000)
    most: int | None = Field(default=None, ge=0, le=6000)


class Most(Span):
    """Most of something in those steps."""

    most: int = Field(ge=0, le=100)


class SubjectMinimum(Span):
    """At least `least` lessons a week of these subjects taken together."""

    subjects: tuple[str, ...] = Field(min_length=1)
    least: int = Field(ge=1, le=40)


class SubjectLimit(Span):
    """Subjects that those steps are bound to."""

    subjects: tuple[str, ...] = Field(min_length=1)


class FullReturn(Frozen):
    """From this step on every lesson is back, except these subjects."""

    from_step: int = Field(ge=1, le=40)
    except_subjects: tuple[str, ...] = ()


class Growth(Frozen):
    """At most so much more a week than in the step before; None binds nothing."""

    lessons: int | None = Field(default=None, ge=0, le=100)
    minutes: int | None = Field(default=None, ge=0, le=6000)


class Goals(Frozen):
    """What has been agreed about goal and pace. Amounts are per week of the timetable, counted in each week label."""

    lessons_per_week: tuple[Amount, ...] = ()
    minutes_per_week: tuple[Amount, ...] = ()
    lessons_per_day: tuple[Most, ...] = ()
    days_per_week: tuple[Most, ...] = ()
    subject_minimum: tuple[SubjectMinimum, ...] = ()
    only_subjects: tuple[SubjectLimit, ...] = ()
    growth_per_step: Growth = Growth()
    full_return: FullReturn | None = None
    nothing_removed: bool = False
    """True: a lesson taken up stays in every later step. False: it stays wherever the other needs allow it."""
    coach_at_first_lesson: tuple[Span, ...] = ()
    coach_at_every_lesson: tuple[Span, ...] = ()


class CoachFacts(Frozen):
    """The coach: name or initials, and the hours that this student can have.

    No hours given means that the coach's time binds nothing. `lead_minutes` before the day's first lesson the coach
    is there, and stays for `stays_minutes` of it (0: to its end; 15 is our default).
    """

    name: str = ""
    hours: tuple[CoachHours, ...] = ()
    lead_minutes: int = Field(default=0, ge=0, le=120)
    stays_minutes: int = Field(default=15, ge=0, le=240)


class TravelFacts(Span):
    """The way to school. Arrival and departure times bind the day; `rides` are those that can be had."""

    arrivals: tuple[ClockTime, ...] = ()
    departures: tuple[ClockTime, ...] = ()
    minutes_to_room: int = Field(default=10, ge=0, le=60)
    rides: tuple[Ride, ...] = ()


class CalendarFacts(Frozen):
    """The school's own closed days, and which week comes first in a rotation of weeks.

    Without `first_week_monday` a two-week rotation follows the ISO week number, first label in odd weeks.
    """

    closed: tuple[ClosedDays, ...] = ()
    swedish_holidays: bool = True
    first_week_monday: dt.date | None = None


class StepWeeks(Frozen):
    """The weeks of one step: numbers counted from the plan's first Monday, or ISO weeks («2027-W02»)."""

    weeks: tuple[int | str, ...] = Field(min_length=1)


class LadderFacts(Frozen):
    """The ladder's calendar. Given `steps` are used as they are; otherwise `number_of_steps` of `weeks_per_step`.

    Weeks without a single open day are skipped when the steps are not given. Eight steps of two weeks follow the
    review rhythm of 14 days and the 8–14 steps of `method.md` §5.2 and §5.5 (our defaults).
    """

    first_monday: dt.date | None = None
    """None: the next Monday with school."""
    steps: tuple[StepWeeks, ...] = ()
    number_of_steps: int = Field(default=8, ge=1, le=40)
    weeks_per_step: int = Field(default=2, ge=1, le=10)


def _as_need(value: Any) -> Any:
    """A limit read as a need: its id and origin follow from the question that it belongs to."""
    if not isinstance(value, Mapping) or "origin" in value:
        return value
    given = dict(value)
    question = str(given.pop("question", "limits"))
    given.setdefault("strength", "hard_now")
    given["id"] = f"{question}:{given.get('kind')}:limit"
    given["origin"] = {"source": "answer", "ref": question}
    return NEED.validate_python(given)


def _limit_schema() -> dict[str, Any]:
    """The JSON schema of a limit: a need without id and origin, with the question it belongs to."""
    schema = NEED.json_schema()
    for name, definition in schema.get("$defs", {}).items():
        properties = definition.get("properties", {})
        if "kind" not in properties or "origin" not in properties:
            continue
        for hidden in ("id", "origin", "most_important"):
            properties.pop(hidden, None)
        properties["question"] = {"type": "string", "description": "Id of the question it was agreed at."}
        properties["strength"]["default"] = "hard_now"
        definition["required"] = [f for f in definition.get("required", []) if f not in ("id", "origin", "strength")]
        definition["title"] = name
    return {"oneOf": [d for d in schema["$defs"].values() if "kind" in d.get("properties", {})]}


def _inlined(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema with every reference to `definitions` replaced by what it names."""

    def resolve(part: Any) -> Any:
        if isinstance(part, dict):
            if "$ref" in part:
                return resolve(definitions[part["$ref"].rsplit("/", 1)[-1]])
            return {key: resolve(value) for key, value in part.items()}
        return [resolve(item) for item in part] if isinstance(part, list) else part

    resolved: dict[str, Any] = resolve(schema)
    return resolved


Limit = Annotated[
    AnyNeed,
    BeforeValidator(_as_need),
    WithJsonSchema(_inlined(_limit_schema(), NEED.json_schema()["$defs"])),
]
"""A limit that was agreed exactly, beside a question: any kind of need with its own fields."""


class CaseFacts(Frozen):
    """All that the adults of a case have written down."""

    student: str = ""
    """First name or initials, as the student wants to be called in the plan."""
    ladder: LadderFacts = LadderFacts()
    coach: CoachFacts = CoachFacts()
    travel: TravelFacts = TravelFacts()
    calendar: CalendarFacts = CalendarFacts()
    goals: Goals = Goals()
    limits: tuple[Limit, ...] = ()
    places: Mapping[str, PlaceUse] = {"changing_room": PlaceUse(subjects=("Idrott och hälsa", "Idrott", "IDH", "Idh"))}
    """Which rooms and subjects take the student to a place of the questionnaire (option code of PL7)."""
    eligibility_subjects: tuple[str, ...] = (
        "Svenska", "Svenska som andraspråk", "Engelska", "Matematik", "Sv", "Sva", "En", "Eng", "Ma", "Mat"
    )
    """Subjects that come early because upper secondary school depends on them (skollagen 16 kap. 30 §)."""
    trusted_person: str = ""
    """Whom the student trusts; the coach when empty."""
    document: DocumentFacts = DocumentFacts()
