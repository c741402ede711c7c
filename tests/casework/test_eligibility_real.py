"""Real timetables of other countries: counted like any other, and no subject is guessed in silence."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.eligibility_report import eligibility_report, teaching_report
from casework.facts import CaseFacts
from planning.clock import Weekday
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.subject_codes import read_subjects
from planning.teaching import Minutes, teaching_of
from planning.timetable import Lesson, LessonId, Timetable, covered_minutes
from tests.planning.builders import ladder

DATA = Path(__file__).parents[3] / "shared" / "data" / "neutral"
FILES = sorted(DATA.glob("*.csv"))

pytestmark = pytest.mark.skipif(not FILES, reason="no real timetables in ../shared/data")


def timetables(file: Path) -> Iterator[Timetable]:
    """The first of each unit in that file: a class, whose groups lie side by side, and one student's path."""
    rows: dict[tuple[str, str], list[Lesson]] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            lesson = {name: row[name] for name in ("subject", "weekday", "start", "end", "week")}
            rows.setdefault((row["unit"], row["group"]), []).append(
                Lesson.model_validate({**lesson, "id": LessonId(str(number))})
            )
    for unit in ("class", "student_path"):
        found = [(group, lessons) for (kind, group), lessons in rows.items() if kind == unit]
        if found:
            group, lessons = found[0]
            labels = tuple(sorted({one.week for one in lessons if one.week})) or ("",)
            yield Timetable(group=group, lessons=tuple(lessons), week_labels=labels)


def full_return(table: Timetable) -> tuple[Problem, Plan]:
    """Nothing, then every other lesson, then a whole week as one student can live it: no two at the same time."""
    problem = Problem(timetable=table, steps=ladder(3, table.week_labels))
    whole: list[PlannedLesson] = []
    for occasion in table.occasions:
        one = occasion.lesson
        if not any(p.week == occasion.week and p.lesson.overlaps(one) for p in whole):
            whole.append(PlannedLesson(lesson=one, week=occasion.week, start=one.start, end=one.end))
    by_step = ((), tuple(whole[::2]), tuple(whole))
    steps = zip(problem.steps, by_step, strict=True)
    return problem, Plan(steps=tuple(PlanStep(step=step, lessons=some) for step, some in steps), proven=False)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_school_s_week_is_counted_to_its_last_minute(file: Path) -> None:
    """Sums hold over the days that can have school, every name is read or reported, and the reports can be written."""
    for table in timetables(file):
        problem, plan = full_return(table)
        done = teaching_of(problem, plan)
        first, last = done.steps[0], done.steps[-1]
        assert first.total.planned == 0
        assert first.total.ordinary > 0
        for name in done.subjects:
            assert sum(step.subjects.get(name, Minutes()).lost for step in done.steps) == done.cumulated[-1][name].lost
        in_a_school_week = sum(
            covered_minutes(o.lesson for o in table.occasions if o.week == week and o.lesson.weekday <= Weekday.FRI)
            for week in table.week_labels
        )
        assert last.total.planned + last.total.lost == in_a_school_week
        read = read_subjects(table.subjects)
        assert {*read.codes, *read.unknown} == set(table.subjects)
        facts = CaseFacts.model_validate({"document": {"school": {"year_group": 8}}})
        assert eligibility_report(problem, plan, facts)["not_recognised"] == list(read.unknown)
        assert teaching_report(problem, plan, facts)["guaranteed"]["days"] == len(done.days)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_student_who_is_back_loses_nothing_more(file: Path) -> None:
    """One student's own path: in the last step every lesson is there."""
    for table in timetables(file):
        lessons = [o.lesson for o in table.occasions]
        if any(one is not other and one.week == other.week and one.overlaps(other)
               for one in lessons for other in lessons):  # fmt: skip
            continue
        done = teaching_of(*full_return(table))
        assert done.steps[-1].total.lost == 0
        assert all(minutes.lost == 0 for minutes in done.steps[-1].subjects.values())
        assert done.side_by_side == ()
