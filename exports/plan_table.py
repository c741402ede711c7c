"""The plan as a table for other programs: one row for every planned lesson."""

from __future__ import annotations

import csv
import io

from exports.table_cells import plain_cell
from planning.clock import Weekday, clock_text
from planning.plan import Plan
from planning.problem import Problem
from planning.public_weeks import public_lessons

COLUMNS = ("step", "week_label", "weekday", "start", "subject", "source_ref", "coach")


def plan_csv(problem: Problem, plan: Plan) -> str:
    """The rows in the order of steps, weeks and clock; `start` is the lesson's own ordinary start.

    Values stay as the timetable has them, so that a program can compare the file with its source; only one that a
    spreadsheet could read as a formula gets an apostrophe (`exports.table_cells`).
    Of a student with two homes the weeks stand by their numbers where they differ: which home is nobody's to read.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for step in plan.steps:
        for planned in public_lessons(problem, step):
            lesson = planned.lesson
            coach = "yes" if planned.with_coach else "no"
            writer.writerow(
                (step.number, plain_cell(planned.week), Weekday(lesson.weekday).short, clock_text(lesson.start),
                 plain_cell(lesson.subject), plain_cell(lesson.source_ref), coach)
            )  # fmt: skip
    return out.getvalue()
