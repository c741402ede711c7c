"""Students drawn by lot: a real or invented ordinary week, and answers that a student and a coach could have given.

The student with a given seed and number is the same in every process and on every machine.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

HOUSE = Path(__file__).resolve().parents[1]
if str(HOUSE) not in sys.path:
    sys.path.insert(0, str(HOUSE))

from casework.case_file import CaseFile  # noqa: E402 - the house is found first
from casework.proposing import problem_of  # noqa: E402
from interop.choices import GroupOffer, TimetableChoice  # noqa: E402
from interop.reading import offered_groups, read_timetable  # noqa: E402
from planning.clock import clock_text  # noqa: E402
from planning.problem import Problem  # noqa: E402
from planning.timetable import Timetable  # noqa: E402
from questionnaire.bank import load_bank  # noqa: E402
from questionnaire.checking import check_answers  # noqa: E402

TODAY = dt.date(2026, 11, 22)
STEPS = 8
WEEKS = 16
"""A ladder of so many weeks is cut into steps."""
FEWEST, MOST = 12, 18
"""How many questions are answered."""
OPEN_END = 0.1
"""How often nobody has said when a limit ends."""

Lot = random.Random
Given = Any
Maker = Callable[[Timetable, Lot], Given]


class Student(NamedTuple):
    """One student of the benchmark."""

    number: int
    name: str
    answers: int
    problem: Problem


def timetable_files() -> list[Path]:
    """The project's own timetables, and those beside the project where they are."""
    return [*sorted((HOUSE / "examples").glob("*.csv")), *sorted((HOUSE.parent / "shared/data/neutral").glob("*.csv"))]


def students(count: int, seed: int, *, steps: int = STEPS) -> Iterator[Student]:
    """The first `count` students of that seed, school by school in turn."""
    return (student(number, seed, steps=steps) for number in range(count))


def student(number: int, seed: int, *, steps: int = STEPS) -> Student:
    """One student. With another number of steps: the same week, answers and weeks on a finer or coarser ladder."""
    files = timetable_files()
    path = files[number % len(files)]
    lot = random.Random(f"{seed} {number}")  # noqa: S311 - a lot, not a secret
    timetable, source = _week(path, lot)
    case = CaseFile.model_validate(_case(timetable, source, lot, steps))
    if flaws := check_answers(load_bank(), case.sheet, timetable):
        raise ValueError(flaws)
    problem = problem_of(case.facts, timetable, case.sheet, today=TODAY, important=case.most_important)
    return Student(number, f"{path.stem} {number}", len(case.answers), problem)


@cache
def _content(path: Path) -> bytes:
    return path.read_bytes()


@cache
def _offers(path: Path) -> tuple[GroupOffer, ...]:
    """Single students' weeks where the file has any; a whole class's week has parallel groups."""
    offers = offered_groups(_content(path), path.name)
    return tuple(o for o in offers if o.unit == "student_path") or offers


def _week(path: Path, lot: Lot) -> tuple[Timetable, dict[str, Any]]:
    offer = lot.choice(_offers(path))
    weeks = ("P2",) if "P2" in offer.weeks else None
    choice = TimetableChoice(group=offer.group, unit=offer.unit, week_labels=weeks)
    return read_timetable(_content(path), path.name, choice).timetable, {"file": path.name}


def _case(timetable: Timetable, source: dict[str, Any], lot: Lot, steps: int) -> dict[str, Any]:
    answers = _answers(timetable, lot, steps)
    return {
        "student": "Kim Exempel",
        "timetable": source,
        "ladder": {"first_monday": "2027-01-11", "number_of_steps": steps, "weeks_per_step": max(1, WEEKS // steps)},
        "coach": {"name": "Coach Exempel", "hours": _coach_hours(timetable, lot), "lead_minutes": 10},
        "travel": {"rides": _rides(timetable)} if "VG1" in answers else {},
        "answers": answers,
        "most_important": lot.sample(sorted(answers), 3),
        "goals": _goals(timetable, lot, steps),
    }


def _answers(timetable: Timetable, lot: Lot, steps: int) -> dict[str, Given]:
    """What everybody is asked, and a number of other questions drawn by lot."""
    count = lot.randint(FEWEST, MOST)
    answers: dict[str, Given] = {question: make(timetable, lot) for question, make in ALWAYS.items()}
    others = list(SOMETIMES)
    while len(answers) < count:
        weights = [SOMETIMES[question][0] for question in others]
        question = lot.choices(others, weights)[0]
        others.remove(question)
        given = SOMETIMES[question][1](timetable, lot)
        if given is not None:
            answers[question] = given
    waits = answers.get("AM2")
    if waits:
        waits["ticks"] = [subject for subject in waits["ticks"] if subject not in answers["AM1"]]
    return {question: _ending(given, lot, steps) for question, given in answers.items() if _says_something(given)}


def _says_something(given: Given) -> bool:
    return not isinstance(given, dict) or bool(given.get("ticks", True))


def _ending(given: Given, lot: Lot, steps: int) -> Given:
    """A limit is agreed to last for a while; now and then nobody has said for how long."""
    until = lot.choice((0.25, 0.4, 0.5, 0.6))
    is_limit = isinstance(given, dict) and given.pop("limit", False)
    if is_limit and lot.random() >= OPEN_END:
        given["last_step"] = max(1, round(until * steps))
    return given


def _starts(timetable: Timetable) -> list[int]:
    return sorted({occasion.lesson.start for occasion in timetable.occasions})


def _early(timetable: Timetable, lot: Lot) -> str:
    """The hour at which a lesson in the first half of some day begins."""
    starts = _starts(timetable)
    return clock_text(lot.choice(starts[: max(1, len(starts) // 2)]))


def _late(timetable: Timetable, lot: Lot) -> str:
    """The hour at which a lesson in the second half of some day ends."""
    ends = sorted({occasion.lesson.end for occasion in timetable.occasions})
    return clock_text(lot.choice(ends[len(ends) // 2 :]))


def _some(names: tuple[str, ...], lot: Lot, most: int) -> list[str]:
    return lot.sample(names, lot.randint(1, min(most, len(names)))) if names else []


def _groups(timetable: Timetable) -> tuple[str, ...]:
    return tuple(sorted({group for occasion in timetable.occasions for group in occasion.lesson.groups}))


def _one(*codes: str) -> Maker:
    return lambda _, lot: [lot.choice(codes)]


def _two(*codes: str) -> Maker:
    return lambda _, lot: lot.sample(codes, lot.randint(1, 2))


def _always(given: Given) -> Maker:
    return lambda _, __: dict(given) if isinstance(given, dict) else given


def _named(most: int, of: Callable[[Timetable], tuple[str, ...]], *, choice: str | None = None) -> Maker:
    """Some names of the timetable, agreed to last for a while."""

    def make(timetable: Timetable, lot: Lot) -> Given:
        ticks = _some(of(timetable), lot, most)
        return {"choice": choice, "ticks": ticks, "limit": True} if ticks else None

    return make


ALWAYS: dict[str, Maker] = {
    "TI1": _two("morning", "midday", "afternoon"),
    "TI4": _one("30_minutes", "one_lesson", "one_lesson", "two_lessons", "half_day"),
    "TI5": _one("2", "3", "3", "4"),
    "AM1": lambda timetable, lot: _some(timetable.subjects, lot, 3),
}
"""What every student is asked, and how it is answered."""

SOMETIMES: dict[str, tuple[int, Maker]] = {
    "PL1": (3, _two("talk_with_coach", "go_past_school", "enter_empty_school", "meet_adult", "be_at_lesson")),
    "PL6": (3, _two("library", "small_room", "mentor_room")),
    "PL7": (2, _named(1, lambda timetable: timetable.rooms)),
    "AM2": (5, _named(2, lambda timetable: timetable.subjects)),
    "AM4": (1, _always("yes")),
    "VU1": (4, lambda timetable, lot: _some(timetable.teachers, lot, 3) or None),
    "VU2": (4, _named(1, lambda timetable: timetable.teachers)),
    "VU4": (5, _always({"choice": "yes", "limit": True})),
    "VA1": (3, lambda timetable, lot: {"choice": "yes", "ticks": _some(_groups(timetable), lot, 2)}),
    "VG1": (1, _always("yes")),
    "VG3": (1, _always("yes")),
    "MA2": (3, _always({"choice": "no", "limit": True})),
    "RA1": (3, _always({"choice": "yes", "limit": True})),
    "RA3": (2, _always("yes")),
    "SI1": (3, _two("sound", "smell", "crowds", "light", "touch")),
    "SI4": (3, lambda timetable, lot: {"choice": "yes", "end_time": _late(timetable, lot), "limit": True}),
    "OR1": (2, _always({"choice": "yes", "limit": True})),
    "IN1": (3, _two("games", "music", "drawing", "sport", "cooking", "animals")),
    "IN4": (2, _two("mon_pm", "tue_pm", "wed_pm", "thu_pm", "fri_pm")),
    "TI2": (2, _two("come_later", "leave_earlier", "own_entrance", "met_outside")),
    "TI3": (3, _one("mon", "tue", "wed", "thu", "fri")),
    "TI6": (3, _always({"choice": "yes", "limit": True})),
    "TI9": (2, _two("mon_am", "tue_am", "wed_pm", "thu_am", "fri_pm")),
    "SO1": (5, lambda timetable, lot: {"choice": "yes", "time": _early(timetable, lot), "limit": True}),
    "SO3": (2, _two("waking_up", "breakfast", "worry", "the_door")),
    "SO4": (1, _two("text_message", "phone_call", "knock")),
    "MA1": (2, _always("yes")),
    "HE2": (1, _always("yes")),
    "HE5": (1, _always("yes")),
    "SK4": (1, _one("phone_picture", "calendar", "pocket_card")),
    "ON1": (1, _two("alone_or_few", "headphones", "own_seat", "stop_sign")),
    "G07": (1, _two("later_start", "one_adult", "small_group", "own_entrance")),
    "G11": (1, _always("yes")),
}
"""Other questions: how often one is answered, and how."""


def _coach_hours(timetable: Timetable, lot: Lot) -> list[dict[str, Any]]:
    """Two to five hours on some of the weekdays with lessons."""
    days = sorted({occasion.lesson.weekday for occasion in timetable.occasions if occasion.lesson.weekday < 5})
    starts = _starts(timetable)
    hours = []
    for day in sorted(lot.sample(days, min(len(days), lot.randint(3, 5)))):
        start = max(0, lot.choice(starts[: max(1, len(starts) // 2)]) - 15)
        end = min(start + lot.choice((120, 180, 240, 300)), 1439)
        hours.append({"weekday": day.short, "start": clock_text(start), "end": clock_text(end)})
    return hours


def _rides(timetable: Timetable) -> list[dict[str, Any]]:
    """Somebody drives every day with lessons."""
    days: dict[Any, list[Any]] = {}
    for occasion in timetable.occasions:
        days.setdefault(occasion.lesson.weekday, []).append(occasion.lesson)
    return [
        {
            "weekday": day.short,
            "arrives": clock_text(max(0, min(one.start for one in lessons) - 10)),
            "leaves": clock_text(max(one.end for one in lessons) + 10),
        }
        for day, lessons in sorted(days.items())
    ]


def _goals(timetable: Timetable, lot: Lot, steps: int) -> dict[str, Any]:
    first = {"least": 1, "most": lot.randint(2, 5), "last_step": 1}
    goals: dict[str, Any] = {"lessons_per_week": [first]} if lot.random() < 0.7 else {}
    if lot.random() < 0.3:
        goals["growth_per_step"] = {"lessons": lot.randint(5, 12)}
    if lot.random() < 0.5:
        goals["full_return"] = {"from_step": steps, "except_subjects": lot.sample(timetable.subjects, 1)}
    if lot.random() < 0.4:
        goals["nothing_removed"] = True
    if lot.random() < 0.3:
        subject = lot.choice(timetable.subjects)
        goals["subject_minimum"] = [{"subjects": [subject], "least": 1, "first_step": max(1, steps // 2)}]
    return goals
