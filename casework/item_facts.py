"""What the coach writes in beside the lessons: fika on Wednesdays, help with homework, a walk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from casework.time_facts import Span
from planning.clock import ClockTime, Weekday, WeekdayField
from planning.items import Carrier, ItemKind, item_catalogue
from planning.needs import NeedId, Origin, Respondent, Source, Strength, WeeklyItem
from planning.offers.base import SCHOOL_WEEK


class ItemFact(Span):
    """Something that is not a lesson and comes so many times a week."""

    kind: ItemKind
    """What it is: «fika», «walk», «homework_time» and so on, as the catalogue of items names it."""
    weekdays: tuple[WeekdayField, ...] = ()
    """Weekdays that it may be on; empty for Monday to Friday."""
    times_a_week: Annotated[int, Field(ge=1, le=7, validate_default=True)] = 1
    """How many times a week, on different days."""
    start: ClockTime = 9 * 60
    """When it may begin at the earliest, time of day. 09:00 is our default."""
    end: Annotated[ClockTime, Field(validate_default=True)] = 16 * 60
    """When it is over at the latest, time of day. 16:00 is our default."""
    minutes: Annotated[int | None, Field(ge=5, le=480, multiple_of=5, validate_default=True)] = None
    """How long each time; null: as long as the catalogue says."""
    carrier: Carrier | None = None
    """Who makes it happen («coach», «coach_remote», «adult», «guardian», «nobody»); null: as the catalogue says."""
    who: str = ""
    """Who it is with, by name or initials; empty: the coach, where the coach is the one who makes it happen."""
    where: str = ""
    """Where it is: the code of a place («library»), or a room."""
    subject: str = ""
    """The subject that it is about, if any."""
    must: bool = True
    """True: there is no plan without it. False: a wish, that gives way where lessons need its time."""

    @field_validator("times_a_week")
    @classmethod
    def _one_a_day(cls, times: int, info: ValidationInfo) -> int:
        days: tuple[Weekday, ...] = info.data.get("weekdays", ())
        if times > len(set(days) or SCHOOL_WEEK):
            raise ValueError("more times than days")
        return times

    @field_validator("end")
    @classmethod
    def _ends_later(cls, end: int, info: ValidationInfo) -> int:
        if end <= info.data.get("start", 0):
            raise ValueError("it ends before it begins")
        return end

    @field_validator("minutes")
    @classmethod
    def _has_room(cls, minutes: int | None, info: ValidationInfo) -> int | None:
        told = info.data
        if {"kind", "start", "end"} <= set(told):
            takes = minutes or item_catalogue()[told["kind"]].minutes
            if takes > told["end"] - told["start"]:
                raise ValueError("longer than its hours")
        return minutes


def item_needs(items: Iterable[ItemFact]) -> Iterator[WeeklyItem]:
    """A need for each: hard where it must be there, a medium wish where it need not."""
    for number, item in enumerate(items):
        yield WeeklyItem(
            id=NeedId(f"items.{number}:weekly_item"),
            origin=Origin(source=Source.COACH, ref="items", by=Respondent.COACH),
            strength=Strength.HARD if item.must else Strength.WISH_2,
            first_step=item.first_step,
            last_step=item.last_step,
            weeks=item.weeks,
            item=item.kind,
            times_a_week=item.times_a_week,
            minutes=item.minutes,
            weekdays=item.weekdays,
            start=item.start,
            end=item.end,
            carrier=item.carrier,
            person=item.who,
            place=item.where,
            subject=item.subject,
        )
