"""Translates a scenario (a student's situation with checkable facts) into a CASE, fact by fact."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Fact = dict[str, Any]
Case = dict[str, Any]

QUESTION_OF = {
    "earliest_start": "SO1",
    "latest_end": "MA3",
    "avoid_teacher": "VU2",
    "only_teachers": "VU1",
    "require_teacher_share": "VU1",
    "avoid_subject": "AM2",
    "avoid_room": "PL7",
    "not_present_during": "RA1",
    "max_idle_gap": "RA3",
    "dates_excluded": "TI9",
    "max_lessons_per_day": "TI4",
}
"""The question that a limit of that kind is agreed at."""


def case_of(scenario: dict[str, Any], data: Path) -> Case:
    """The CASE of a scenario; `data` is the folder with the timetables."""
    steps = scenario["plan"]["steps"]
    case: Case = {
        "student": scenario["student"]["initials"],
        "timetable": _timetable(scenario["timetable"], data),
        "ladder": {
            "first_monday": scenario["plan"].get("first_monday"),
            "steps": [{"weeks": step["weeks"]} for step in steps],
        },
        "coach": {
            "name": scenario["coach"].get("initials", ""),
            "hours": [_hours(hour) for hour in scenario["coach"]["availability"]],
            "lead_minutes": scenario["coach"].get("lead_minutes_before_first_lesson", 0),
        },
        "calendar": {"swedish_holidays": False},
        "answers": {},
        "limits": [],
        "goals": {},
    }
    for fact in scenario["facts"]:
        for span in _spans(fact, len(steps)):
            _ADD.get(fact["kind"], _add_limit)(case, fact, span)
    return case


def _hours(hour: dict[str, Any]) -> dict[str, Any]:
    weeks = [hour["weeks"]] if "weeks" in hour else []
    return {"weekday": hour["weekday"], "start": hour["start"], "end": hour["end"], "weeks": weeks}


def _timetable(source: dict[str, Any], data: Path) -> dict[str, Any]:
    taken = {"file": str(data / source["file"]), "group": source["group"]}
    renamed = {"part_of_group_keep": "keep_parts", "drop_subjects": "drop_subjects", "unit": "unit"}
    taken |= {ours: source[theirs] for theirs, ours in renamed.items() if theirs in source}
    if source.get("dated"):
        kinds = [source["kind_is_lesson"]]
        return {**taken, "from_date": source["from_date"], "to_date": source["to_date"], "lesson_kinds": kinds}
    return {**taken, "week_labels": source["week_labels"]}


def _spans(fact: Fact, steps: int) -> list[dict[str, Any]]:
    """The stretches of steps (and weeks) that a fact holds in."""
    named = sorted(fact["params"].get("steps", range(1, steps + 1)))
    spans: list[list[int]] = []
    for step in named:
        if spans and spans[-1][1] == step - 1:
            spans[-1][1] = step
        else:
            spans.append([step, step])
    weeks = fact["params"].get("weeks", [])
    return [{"first_step": first, "last_step": last, "weeks": weeks} for first, last in spans]


def _fields(fact: Fact) -> dict[str, Any]:
    return {key: value for key, value in fact["params"].items() if key not in ("steps", "weeks")}


def _add_limit(case: Case, fact: Fact, span: dict[str, Any]) -> None:
    limit = {"question": QUESTION_OF[fact["kind"]], "kind": fact["kind"], **_fields(fact), **span}
    case["limits"].append(limit)


def _amount(field: str, bound: str) -> Callable[[Case, Fact, dict[str, Any]], None]:
    def add(case: Case, fact: Fact, span: dict[str, Any]) -> None:
        case["goals"].setdefault(field, []).append({bound: fact["params"]["n"], **span})

    return add


def _add_subject_minimum(case: Case, fact: Fact, span: dict[str, Any]) -> None:
    minimum = {"subjects": fact["params"]["subjects"], "least": fact["params"]["min"], **span}
    case["goals"].setdefault("subject_minimum", []).append(minimum)


def _add_only_subjects(case: Case, fact: Fact, span: dict[str, Any]) -> None:
    case["goals"].setdefault("only_subjects", []).append({"subjects": fact["params"]["subjects"], **span})


def _add_span(field: str) -> Callable[[Case, Fact, dict[str, Any]], None]:
    def add(case: Case, fact: Fact, span: dict[str, Any]) -> None:
        case["goals"].setdefault(field, []).append(span)

    return add


def _add_return(case: Case, fact: Fact, span: dict[str, Any]) -> None:
    case["goals"]["full_return"] = {
        "from_step": fact["params"]["from_step"],
        "except_subjects": fact["params"]["except_subjects"],
    }


def _add_no_removal(case: Case, fact: Fact, span: dict[str, Any]) -> None:
    case["goals"]["nothing_removed"] = True


def _add_growth(case: Case, fact: Fact, span: dict[str, Any]) -> None:
    case["goals"]["growth_per_step"] = {"lessons": fact["params"]["n"]}


def _add_coach_hours(case: Case, fact: Fact, span: dict[str, Any]) -> None:
    case["coach"]["stays_minutes"] = 0


def _add_nothing(case: Case, fact: Fact, span: dict[str, Any]) -> None:
    """Facts that people see to: they are looked at in the files that come out, not in the plan."""


_ADD: dict[str, Callable[[Case, Fact, dict[str, Any]], None]] = {
    "max_lessons_per_week": _amount("lessons_per_week", "most"),
    "min_lessons_per_week": _amount("lessons_per_week", "least"),
    "max_lessons_per_day": _amount("lessons_per_day", "most"),
    "max_days": _amount("days_per_week", "most"),
    "require_subject": _add_subject_minimum,
    "only_subjects": _add_only_subjects,
    "coach_at_first_lesson": _add_span("coach_at_first_lesson"),
    "coach_all_lessons": _add_span("coach_at_every_lesson"),
    "coach_availability": _add_coach_hours,
    "full_restore": _add_return,
    "no_removal": _add_no_removal,
    "max_growth": _add_growth,
    **dict.fromkeys(
        (
            "human_gate", "shown_to", "not_in_export", "message_contains_any", "message_contains_none", "no_more_home",
            "answer_not_averaged", "two_separate_routes", "no_plan_with_bully_alone",
        ),
        _add_nothing,
    ),
}
