"""A week that no student could attend whole: many lessons at once, made by a seed."""

from __future__ import annotations

from random import Random

from planning.timetable import Lesson, Timetable

SUBJECTS = ("Svenska", "Matematik", "Engelska", "Bild", "Slöjd", "Musik", "Historia", "Biologi", "Spanska", "Kemi")
DAYS = ("mon", "tue", "wed", "thu", "fri")


def crowded_week(seed: int, *, lessons: int = 60, at_once: int = 7) -> Timetable:
    """So many lessons, so many of them at each of the first hours of the week, the others anywhere."""
    random = Random(seed)
    slots = [(day, hour) for day in DAYS for hour in range(8, 15)]
    crowded = random.sample(slots, lessons // at_once // 2)
    times = [slot for slot in crowded for _ in range(at_once)]
    times += [random.choice(slots) for _ in range(lessons - len(times))]
    return Timetable(group="7X", lessons=tuple(_lesson(random, n, *time) for n, time in enumerate(times)))


def _lesson(random: Random, number: int, day: str, hour: int) -> Lesson:
    start = f"{hour:02}:{random.choice((0, 0, 5, 10)):02}"
    end = f"{hour + random.choice((0, 1)):02}:{random.choice((45, 50, 55)):02}"
    return Lesson.model_validate(
        {
            "id": f"l{number}", "weekday": day, "start": start, "end": end, "subject": random.choice(SUBJECTS),
            "teachers": (f"Lärare-{random.choice('ABCDE')}",), "rooms": (f"B{random.randrange(10, 20)}",),
        }
    )  # fmt: skip
