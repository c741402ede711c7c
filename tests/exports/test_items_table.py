"""The table of what is not a lesson: every item once, in codes and in words, and none of it teaching."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from hypothesis import given, settings

from exports.items_table import COLUMNS, items_csv
from exports.plan_table import plan_csv
from planning.items import Carrier, ItemKind, Purpose
from planning.plan import Plan, PlannedItem
from planning.problem import Problem
from tests.exports.conftest import make
from tests.exports.test_table_cells import HOSTILE

RIDE = PlannedItem(kind=ItemKind.RIDE_THERE, week="", weekday="thu", start="11:50", end="12:10",
                   carrier=Carrier.GUARDIAN)  # fmt: skip
LESSON_OF_ONE = PlannedItem(
    kind=ItemKind.ONE_TO_ONE_STOPOVER, week="", weekday="mon", start="10:00", end="10:30", carrier=Carrier.ADULT,
    person="EXA", place="library", subject="Bild",
)  # fmt: skip


def with_items(plan: Plan, *items: PlannedItem) -> Plan:
    """The plan with those items in every step."""
    return plan.model_copy(
        update={"steps": tuple(step.model_copy(update={"items": items}) for step in plan.steps)}
    )


def rows(problem: Problem, plan: Plan) -> list[dict[str, str]]:
    """The table read back."""
    return list(csv.DictReader(io.StringIO(items_csv(problem, plan))))


def test_there_is_one_row_for_every_item(made: Any) -> None:
    """In the order of the clock, with exactly these columns."""
    told = rows(made.problem, with_items(made.plan, RIDE, LESSON_OF_ONE))
    assert tuple(told[0]) == COLUMNS
    assert len(told) == 2 * len(made.plan.steps)
    assert told[0] == {
        "step": "1", "week_label": "", "weekday": "mon", "start": "10:00", "end": "10:30",
        "kind": "one_to_one_stopover", "what": "en egen lektion på ett annat ställe än skolan",
        "who": "en vuxen i skolan", "person": "EXA", "place": "biblioteket", "subject": "Bild", "counts": "learning",
    }  # fmt: skip
    assert (told[1]["kind"], told[1]["who"], told[1]["counts"]) == ("ride_there", "någon hemma", "way")


def test_nothing_of_it_counts_as_teaching(made: Any) -> None:
    """The table of lessons is the same with and without it, and no row is called teaching."""
    planned = with_items(made.plan, RIDE, LESSON_OF_ONE)
    assert plan_csv(made.problem, planned) == plan_csv(made.problem, made.plan)
    assert {row["counts"] for row in rows(made.problem, planned)} <= {purpose.value for purpose in Purpose}


def test_a_plan_without_items_is_a_table_without_rows(made: Any) -> None:
    """The head is there, so that a program can read it."""
    assert items_csv(made.problem, made.plan) == ",".join(COLUMNS) + "\n"


def test_no_home_stands_in_the_table(made: Any) -> None:
    """Of a student with two homes weeks stand by their numbers."""
    labels = ("hem 1", "hem 2")
    timetable = made.problem.timetable.model_copy(update={"week_labels": labels})
    step = made.plan.steps[0]
    lived = step.model_copy(
        update={
            "step": step.step.model_copy(update={"week_labels": labels}),
            "items": (RIDE.model_copy(update={"week": "hem 1"}), LESSON_OF_ONE.model_copy(update={"week": "hem 2"})),
        }
    )
    problem = made.problem.model_copy(update={"timetable": timetable})
    table = items_csv(problem, made.plan.model_copy(update={"steps": (lived,)}))
    assert "hem" not in table.replace("hemma", "")
    assert [row["week_label"] for row in csv.DictReader(io.StringIO(table))] == ["2026-W49", "2026-W50"]


@settings(max_examples=40, deadline=None)
@given(HOSTILE, HOSTILE)
def test_no_cell_becomes_a_formula_whoever_and_wherever_it_is(person: str, place: str) -> None:
    """However the reader's spreadsheet separates cells; and no name begins a row of its own."""
    made = make(2)
    odd = LESSON_OF_ONE.model_copy(update={"person": person, "place": place, "subject": person})
    written = items_csv(made.problem, with_items(made.plan, odd))
    assert len(written.splitlines()) == 1 + len(made.plan.steps)
    cells = re.split(r"[;,|\n]", written)
    assert not [cell for cell in cells if re.match(r'[\s"]*[=+\-@＝＋－＠]', cell)]
