"""Other plans to choose among as data, for `plan.json`."""

from __future__ import annotations

from typing import Any

from planning.alternatives import Alternative, Alternatives
from wording.alternatives import say_alternative, say_no_alternatives


def alternatives_report(answer: Alternatives) -> dict[str, Any]:
    """`plan.json`, «alternatives»: each one's label, what differs and what it costs, and its lessons step by step.

    `why_none` is a sentence when there is nothing to choose among, else empty.
    """
    return {"found": [_told(one) for one in answer.found], "why_none": say_no_alternatives(answer)}


def _told(one: Alternative) -> dict[str, Any]:
    text = say_alternative(one)
    return {
        "axis": one.axis.value,
        "label": text.label,
        "differs": list(text.lines),
        "costs": list(text.costs),
        "changes": [change.model_dump(mode="json") for change in one.changes],
        "steps": [
            {
                "step": step.number,
                "minutes_per_week": step.mean_minutes,
                "lessons": [
                    lesson.model_dump(mode="json", include={"lesson", "week", "start", "end", "setting", "with_coach"})
                    for lesson in step.lessons
                ],
            }
            for step in one.plan.steps
        ],
    }
