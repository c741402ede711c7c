"""Sensible cases drawn by lot for somebody's real week: what a coach and a student could well have agreed."""

from __future__ import annotations

import random
from typing import Any

from planning.clock import Weekday, clock_text
from planning.timetable import Timetable

Case = dict[str, Any]

STEPS = (4, 8)


def case_for(timetable: Timetable, source: dict[str, Any], lot: random.Random) -> Case:
    """A CASE for that week. Equal lots give equal cases."""
    steps = lot.choice(STEPS)
    early = max(1, steps // 2)
    answers: Case = {
        "VU2": {"ticks": [lot.choice(timetable.teachers)], "last_step": early} if timetable.teachers else "skip",
        "AM1": lot.sample(timetable.subjects, min(2, len(timetable.subjects))),
        "TI4": {"ticks": [lot.choice(["one_lesson", "two_lessons", "30_minutes", "half_day"])]},
        "TI5": [str(lot.randint(2, 4))],
        "TI1": [lot.choice(["morning", "midday", "afternoon"])],
    }
    waits = [subject for subject in timetable.subjects if subject not in answers["AM1"]]
    if waits:
        answers["AM2"] = {"ticks": [lot.choice(waits)], "last_step": early}
    if lot.random() < 0.7:
        answers["SO1"] = {"choice": "yes", "time": _a_late_start(timetable, lot), "last_step": early}
    for question, chance in (("VU4", 0.6), ("RA1", 0.4), ("OR1", 0.3), ("TI6", 0.3), ("MA2", 0.3), ("SI4", 0.3)):
        if lot.random() < chance:
            answers[question] = "no" if question == "MA2" else "yes"
    if lot.random() < 0.3 and timetable.rooms:
        answers["PL7"] = [lot.choice(timetable.rooms)]
    return {
        "student": "Kim Exempel",
        "timetable": source,
        "ladder": {"first_monday": "2027-01-11", "number_of_steps": steps, "weeks_per_step": 12 // steps},
        "coach": {"name": "Coach Exempel", "hours": _coach_hours(timetable, lot), "lead_minutes": 10},
        "answers": answers,
        "goals": _goals(timetable, steps, lot),
    }


def _a_late_start(timetable: Timetable, lot: random.Random) -> str:
    """The hour at which a lesson in the first half of some day begins."""
    starts = sorted({occasion.lesson.start for occasion in timetable.occasions})
    return clock_text(lot.choice(starts[: max(1, len(starts) // 2)]))


def _coach_hours(timetable: Timetable, lot: random.Random) -> list[dict[str, Any]]:
    days = sorted({occasion.lesson.weekday for occasion in timetable.occasions} - {Weekday.SAT, Weekday.SUN})
    starts = sorted({occasion.lesson.start for occasion in timetable.occasions})
    chosen = sorted(lot.sample(days, min(len(days), lot.randint(2, 4))))
    hours = []
    for day in chosen:
        start = max(0, lot.choice(starts[: max(1, len(starts) // 2)]) - 15)
        hours.append({"weekday": day.short, "start": clock_text(start), "end": clock_text(min(start + 240, 1439))})
    return hours


def _goals(timetable: Timetable, steps: int, lot: random.Random) -> dict[str, Any]:
    goals: dict[str, Any] = {"lessons_per_week": [{"least": 1, "most": lot.randint(2, 5), "last_step": 1}]}
    if lot.random() < 0.4:
        goals["growth_per_step"] = {"lessons": lot.randint(4, 12)}
    if lot.random() < 0.4:
        excepted = lot.sample(timetable.subjects, min(len(timetable.subjects), lot.randint(0, 2)))
        goals["full_return"] = {"from_step": steps, "except_subjects": excepted}
    if lot.random() < 0.4:
        goals["nothing_removed"] = True
    if lot.random() < 0.3:
        subject = lot.choice(timetable.subjects)
        goals["subject_minimum"] = [{"subjects": [subject], "least": 1, "first_step": min(3, steps)}]
    return goals
