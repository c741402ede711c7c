"""Translates a scenario (a student's situation with checkable facts) into a CASE, fact by fact.

A fact becomes an answer where the questionnaire can say it, as a coach would enter it with the student. What no answer
says exactly becomes a goal, or a limit beside a question. Where each fact went is kept, to read a conflict back.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

Fact = dict[str, Any]
Case = dict[str, Any]
Span = dict[str, Any]
Place = tuple[str, str]

SEEN_TO_BY_PEOPLE = frozenset(
    {
        "human_gate", "shown_to", "not_in_export", "message_contains_any", "message_contains_none", "no_more_home",
        "answer_not_averaged", "two_separate_routes", "no_plan_with_bully_alone",
    }
)
"""Facts that are looked at in what comes out, not in the plan."""

LIMIT_AT = {
    "earliest_start": "SO1",
    "latest_end": "SI4",
    "avoid_teacher": "VU2",
    "only_teachers": "VU1",
    "require_teacher_share": "VU1",
    "avoid_subject": "AM2",
    "avoid_room": "PL7",
    "not_present_during": "RA1",
    "max_idle_gap": "RA1",
    "max_days": "TI5",
    "dates_excluded": "TI9",
    "coach_at_first_lesson": "VU4",
}
"""The question that a limit of that kind is agreed at, where its answer cannot say it."""

GIVEN_AS_AN_ANSWER: dict[str, Callable[[Fact], Case]] = {
    "earliest_start": lambda given: {"choice": "yes", "time": given["time"]},
    "latest_end": lambda given: {"choice": "yes", "end_time": given["time"]},
    "avoid_teacher": lambda given: {"ticks": given["teachers"]},
    "avoid_subject": lambda given: {"ticks": given["subjects"]},
    "avoid_room": lambda given: {"ticks": given["rooms"]},
    "max_idle_gap": lambda given: {"choice": "yes", "minutes": given["minutes"]},
    "max_days": lambda given: {"ticks": [str(given["n"])]},
    "coach_at_first_lesson": lambda _: {"choice": "yes"},
}
"""What to answer at the question of `LIMIT_AT`."""

SAFETY_ANSWERS = {
    ("Känner du dig trygg hemma?", "nej"): ("HE1", "no"),
    ("Är det någon hemma som du är rädd för?", "ja"): ("TR3", "yes"),
}
"""Answers that oblige somebody to act: what was asked in the scenario, and the question that asks it here."""

AMOUNTS = {
    "max_lessons_per_week": ("lessons_per_week", "most"),
    "min_lessons_per_week": ("lessons_per_week", "least"),
    "max_lessons_per_day": ("lessons_per_day", "most"),
}
SPANS = {
    "only_subjects": ("only_subjects", {"subjects": "subjects"}),
    "require_subject": ("subject_minimum", {"subjects": "subjects", "min": "least"}),
    "coach_all_lessons": ("coach_at_every_lesson", {}),
}


class Translation(NamedTuple):
    """A CASE, and which (question or field, kind of need) each fact became."""

    case: Case
    places: dict[str, Place]

    def facts_at(self, needs: list[dict[str, Any]]) -> set[str]:
        """The facts behind the needs of a conflict; a need that no fact became is named by its own place."""
        by_place: dict[Place, set[str]] = {}
        for fact, place in self.places.items():
            by_place.setdefault(place, set()).add(fact)
        places = [(need["question"], need["kind"]) for need in needs]
        return set().union(*(by_place.get(place, {str(place)}) for place in places))


def case_of(scenario: dict[str, Any], data: Path) -> Case:
    """The CASE of a scenario; `data` is the folder with the timetables."""
    return translated(scenario, data).case


def translated(scenario: dict[str, Any], data: Path) -> Translation:
    """The CASE of a scenario with the place that each of its facts got."""
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
        "answers": _safety_answers(scenario),
        "limits": [],
        "goals": {},
    }
    taken = [fact for fact in scenario["facts"] if fact["kind"] not in SEEN_TO_BY_PEOPLE]
    return Translation(case, {fact["id"]: _place(case, fact, len(steps)) for fact in taken})


def _safety_answers(scenario: dict[str, Any]) -> Case:
    given = ((answer["question_sv"], answer["answer"]) for answer in scenario["answers"])
    return dict(SAFETY_ANSWERS[answer] for answer in given if answer in SAFETY_ANSWERS)


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


def _spans(fact: Fact, steps: int) -> list[Span]:
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


def _place(case: Case, fact: Fact, steps: int) -> Place:
    """Puts the fact into the case; where it went."""
    kind, given, goals = fact["kind"], fact["params"], case["goals"]
    spans = _spans(fact, steps)
    if kind in AMOUNTS:
        field, bound = AMOUNTS[kind]
        goals.setdefault(field, []).extend({bound: given["n"], **span} for span in spans)
        return f"goals.{field}", kind
    if kind in SPANS:
        field, names = SPANS[kind]
        fields = {ours: given[theirs] for theirs, ours in names.items()}
        goals.setdefault(field, []).extend({**fields, **span} for span in spans)
        return f"goals.{field}", kind
    match kind:
        case "full_restore":
            goals["full_return"] = {"from_step": given["from_step"], "except_subjects": given["except_subjects"]}
            return "goals.full_return", kind
        case "no_removal":
            goals["nothing_removed"] = True
            return "goals.nothing_removed", kind
        case "max_growth":
            goals["growth_per_step"] = {"lessons": given["n"]}
            return "goals.growth_per_step", kind
        case "coach_availability":
            case["coach"]["stays_minutes"] = 0
            return "coach.hours", kind
    return _answered(case, fact, spans)


def _answered(case: Case, fact: Fact, spans: list[Span]) -> Place:
    """The fact as an answer; as limits beside the question when it has several spans or the question is taken."""
    kind, question = fact["kind"], LIMIT_AT[fact["kind"]]
    if kind in GIVEN_AS_AN_ANSWER and len(spans) == 1 and question not in case["answers"]:
        case["answers"][question] = {**GIVEN_AS_AN_ANSWER[kind](fact["params"]), **spans[0]}
        return question, kind
    fields = {key: value for key, value in fact["params"].items() if key not in ("steps", "weeks")}
    case["limits"].extend({"question": question, "kind": kind, **fields, **span} for span in spans)
    return question, kind
