"""The table of the plan is what a checker compares with its source."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from hypothesis import given, settings

from exports.plan_table import COLUMNS, plan_csv
from tests.exports.conftest import make
from tests.exports.test_table_cells import HOSTILE


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


def with_words(made: Any, subject: str, source_ref: str) -> Any:
    """The plan with one lesson called that."""
    step = made.plan.steps[0]
    odd = step.lessons[0].lesson.model_copy(update={"subject": subject, "source_ref": source_ref})
    lessons = (step.lessons[0].model_copy(update={"lesson": odd}), *step.lessons[1:])
    return made.plan.model_copy(update={"steps": (step.model_copy(update={"lessons": lessons}), *made.plan.steps[1:])})


def test_ordinary_values_stay_as_the_source_has_them(made: Any) -> None:
    """Also one with a comma, a dash or quotation marks."""
    plan = with_words(made, 'Bild - grupp "A", sal 2', "rad 1–2")
    told = {(row["subject"], row["source_ref"]) for row in csv.DictReader(io.StringIO(plan_csv(made.problem, plan)))}
    assert ('Bild - grupp "A", sal 2', "rad 1–2") in told


def test_what_a_spreadsheet_would_take_for_a_formula_is_text(made: Any) -> None:
    """With an apostrophe before it."""
    plan = with_words(made, '=SUM(A1), "x"', "+1")
    told = {(row["subject"], row["source_ref"]) for row in csv.DictReader(io.StringIO(plan_csv(made.problem, plan)))}
    assert ('\'=SUM(A1), "x"', "'+1") in told


@settings(max_examples=40, deadline=None)
@given(HOSTILE, HOSTILE)
def test_no_cell_becomes_a_formula_whatever_subjects_are_called(subject: str, source_ref: str) -> None:
    """However the reader's spreadsheet separates cells; and no name begins a row of its own."""
    made = make(2)
    written = plan_csv(made.problem, with_words(made, subject, source_ref))
    assert len(written.splitlines()) == 1 + sum(len(step.lessons) for step in made.plan.steps)
    cells = re.split(r"[;,|\n]", written)
    assert not [cell for cell in cells if re.match(r'[\s"]*[=+\-@＝＋－＠]', cell)]
