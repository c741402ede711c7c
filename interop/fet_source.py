"""The plain content of a FET `*_subgroups.xml`: subgroups, days, hours and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from interop.decoding import clean
from planning.errors import BadInput

_MOST_ELEMENTS = 500_000  # our default: the largest school seen has 45 000
_MOST_DEPTH = 8
MOST_NAMES = 100  # our default: days, and hours of a day; the largest school seen has 25 and 13
_AUTOMATIC = (" Automatic Subgroup", " Automatic Group")


@dataclass
class Slot:
    """One hour of one day with an activity in it."""

    day: str
    hour: str
    activity: str
    subject: str = ""
    teachers: list[str] = field(default_factory=list)
    rooms: list[str] = field(default_factory=list)
    real_rooms: list[str] = field(default_factory=list)


@dataclass
class Subgroup:
    """One possible student: the name without what FET adds itself, days and hours in order, and the filled hours."""

    name: str
    days: list[str]
    hours: list[str]
    slots: list[Slot]


def read_subgroups(content: bytes, name: str) -> list[Subgroup]:
    """Every subgroup in the order of the file.

    `BadInput`: bad_xml, xml_with_entities, unknown_xml (another root), too_deep, too_large.
    """
    try:
        return list(_subgroups(content, name))
    except DefusedXmlException as error:
        raise BadInput("xml_with_entities", file=name, field="content") from error
    except (ParseError, ValueError, LookupError) as error:
        raise BadInput("bad_xml", file=name, field="content") from error


def _subgroups(content: bytes, name: str) -> Iterator[Subgroup]:
    depth = 0
    for n, (event, element) in enumerate(iterparse(BytesIO(content), events=("start", "end"), forbid_dtd=True)):
        depth += 1 if event == "start" else -1
        if depth > _MOST_DEPTH:
            raise BadInput("too_deep", file=name, field="content", most=_MOST_DEPTH)
        if n > 2 * _MOST_ELEMENTS:
            raise BadInput("too_large", file=name, field="content")
        if event == "start" and depth == 1 and element.tag != "Students_Timetable":
            raise BadInput("unknown_xml", file=name, field="content", root=str(element.tag)[:60])
        if event == "end" and element.tag == "Subgroup":
            yield _subgroup(element, name)
            element.clear()


def _subgroup(element: Any, name: str) -> Subgroup:
    days: list[str] = []
    hours: list[str] = []
    slots: list[Slot] = []
    for day in element.iter("Day"):
        day_name = _name(day)
        days.append(day_name)
        for hour in day.iter("Hour"):
            if (hour_name := _name(hour)) not in hours:
                hours.append(hour_name)
            slots.extend(_slots(day_name, hour_name, hour))
        if len(days) > MOST_NAMES or len(hours) > MOST_NAMES:
            raise BadInput("too_large", file=name, field="Day", most=MOST_NAMES)
    return Subgroup(_without_automatic(_name(element)), days, hours, slots)


def _slots(day: str, hour: str, element: Any) -> Iterator[Slot]:
    """The activities of an hour: their teachers, subject and rooms follow each as siblings."""
    slot: Slot | None = None
    for child in element:
        if child.tag == "Activity":
            if slot is not None:
                yield slot
            slot = Slot(day, hour, clean(child.get("id") or ""))
        elif slot is not None:
            _fill(slot, child.tag, _name(child))
    if slot is not None:
        yield slot


def _fill(slot: Slot, tag: str, name: str) -> None:
    match tag:
        case "Subject":
            slot.subject = name
        case "Teacher" if name:
            slot.teachers.append(name)
        case "Room" if name:
            slot.rooms.append(name)
        case "Real_Room" if name:
            slot.real_rooms.append(name)
        case _:
            pass  # activity tags say nothing about when, where or with whom


def _name(element: Any) -> str:
    return clean(element.get("name") or "")


def _without_automatic(name: str) -> str:
    for added in _AUTOMATIC:
        name = name.removesuffix(added)
    return name
