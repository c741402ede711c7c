"""The table of the plan is what a checker compares with its source."""

from __future__ import annotations

import csv
import io
from typing import Any

from exports.plan_table import COLUMNS, plan_csv


def test_there_is_one_row_for_every_planned_lesson(made: Any) -> None:
    """With exactly these columns, and the lesson's own start also where only a part is attended."""
    rows = list(csv.DictReader(io.StringIO(plan_csv(made.problem, made.plan))))
    assert COLUMNS == ("step", "week_label", "weekday", "start", "subject", "source_ref", "coach")
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(step.lessons) for step in made.plan.steps)
    by_ref = {lesson.source_ref: lesson for lesson in made.problem.timetable.lessons}
    for row in rows:
        lesson = by_ref[row["source_ref"]]
        hours, minutes = divmod(lesson.start, 60)
        assert (row["start"], row["subject"]) == (f"{hours:02d}:{minutes:02d}", lesson.subject)
        assert row["weekday"] in {"mon", "tue", "wed", "thu", "fri"}
        assert row["coach"] in {"yes", "no"}


def test_values_stay_as_the_source_has_them(made: Any) -> None:
    """Also one that a spreadsheet would take for a formula, and one with a comma."""
    step = made.plan.steps[0]
    odd = step.lessons[0].lesson.model_copy(update={"subject": '=SUM(A1), "x"', "source_ref": "+1"})
    lessons = (step.lessons[0].model_copy(update={"lesson": odd}), *step.lessons[1:])
    plan = made.plan.model_copy(update={"steps": (step.model_copy(update={"lessons": lessons}),)})
    told = {(row["subject"], row["source_ref"]) for row in csv.DictReader(io.StringIO(plan_csv(made.problem, plan)))}
    assert ('=SUM(A1), "x"', "+1") in told
