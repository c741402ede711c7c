"""Who else comes and goes at a room's door: a fact of the timetable that both checks and rules may ask about."""

from __future__ import annotations

from collections.abc import Iterator

from planning.timetable import Lesson, Timetable
from planning.visits import Visit


def at_the_door(timetable: Timetable, visit: Visit, minutes: int) -> Iterator[Lesson]:
    """Lessons in one of the visit's rooms that end or begin so near to the attended part that those there would meet.

    Near is at most `minutes` between the one leaving and the other coming; lessons at the same time in the same room
    are near too. With 0 minutes nobody is looked for. The visit's own lesson is not among them.
    """
    if not minutes:
        return
    for occasion in timetable.occasions:
        other = occasion.lesson
        if occasion.week == visit.week and other.id != visit.lesson.id and _shares_room_and_day(other, visit.lesson):
            apart = max(other.start - visit.end, visit.start - other.end)
            if apart <= minutes:
                yield other


def _shares_room_and_day(one: Lesson, other: Lesson) -> bool:
    same_date = one.date is None or other.date is None or one.date == other.date
    return same_date and one.weekday == other.weekday and not set(one.rooms).isdisjoint(other.rooms)
