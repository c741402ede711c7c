"""What is not a lesson as a table for other programs: one row for every planned item. None of it is teaching."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from exports.table_cells import plain_cell
from planning.clock import Weekday, clock_text
from planning.homes import home_in
from planning.items import item_catalogue
from planning.plan import Plan, PlannedItem, PlanStep
from planning.problem import Problem
from planning.timetable import WeekLabel, iso_week
from wording.contacts import say_contact_kind
from wording.items import say_carrier
from wording.places import place_name

COLUMNS = (
    "step", "week_label", "weekday", "start", "end", "kind", "what", "who", "person", "place", "subject", "counts",
)  # fmt: skip


def items_csv(problem: Problem, plan: Plan) -> str:
    """The rows in the order of steps, weeks and clock.

    `kind` is a code and `what` the same in words, `who` is who makes it happen, and `counts` what it is for: contact,
    way, meal, rest, health or learning. Nothing counts as teaching: that is in `plan.csv` alone. A text that a
    spreadsheet could read as a formula gets an apostrophe (`exports.table_cells`).
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for step in plan.steps:
        for week, item in _in_order(problem, step):
            writer.writerow(
                (step.number, plain_cell(week), Weekday(item.weekday).short, clock_text(item.start),
                 clock_text(item.end), item.kind.value, say_contact_kind(item.kind), say_carrier(item.carrier),
                 plain_cell(item.person), plain_cell(place_name(item.place)), plain_cell(item.subject),
                 item_catalogue()[item.kind].purpose.value)
            )  # fmt: skip
    return out.getvalue()


def _in_order(problem: Problem, step: PlanStep) -> Iterator[tuple[WeekLabel, PlannedItem]]:
    """The step's items by week. Of a student with two homes weeks stand by their numbers (`planning.public_weeks`)."""
    if not any(map(home_in, problem.timetable.week_labels)):
        yield from ((week, item) for week in step.step.week_labels for item in step.items_in(week))
        return
    for monday in step.step.mondays:
        label = problem.calendar.week_label(problem.timetable, monday)
        yield from ((iso_week(monday), item) for item in step.items_in(label))
