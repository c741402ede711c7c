"""What `plan.json` says of each step's dimensions and small ladders."""

from __future__ import annotations

from casework.dimension_report import dimensions_report, ladders_report
from planning.needs.base import CARE
from tests.planning import builders
from tests.planning.builders import need, plan

LUNCH = need("lunch_elsewhere", how="small_room", last_step=1)


def test_a_step_has_its_levels_what_rose_and_a_sentence() -> None:
    """Nothing has risen in the first."""
    of = builders.problem(builders.timetable(), LUNCH, steps=2)
    done = plan(of, "a", "a b c d")
    first, second = (dimensions_report(of, done, step) for step in done.steps)
    assert first == {
        "place": 7, "time": 2, "subjects": 2, "people": 7, "support": 7, "raised": [], "sentence": "Det här är starten."
    }  # fmt: skip
    assert (second["time"], second["subjects"], second["raised"]) == (5, 4, ["time", "subjects"])
    assert second["sentence"].startswith("Det här steget ändrar en sak: tiden.")


def test_a_step_has_its_rungs_each_with_a_sentence() -> None:
    """One for every small ladder that there is."""
    of = builders.problem(builders.timetable(), LUNCH, steps=2)
    done = plan(of, "a", "a")
    assert [ladders_report(of, step) for step in done.steps] == [
        [{"ladder": "dining_hall", "rung": "eats_elsewhere", "sentence": "Matsalen: äter någon annanstans"}],
        [{"ladder": "dining_hall", "rung": "eats_before_others", "sentence": "Matsalen: äter före de andra"}],
    ]


def test_what_was_told_to_nobody_is_no_ladder_in_the_file() -> None:
    """It holds all the same."""
    private = LUNCH.model_copy(update={"origin": CARE})
    of = builders.problem(builders.timetable(), private, steps=2)
    assert ladders_report(of, plan(of, "a", "a").steps[0]) == []
