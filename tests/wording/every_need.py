"""One need of every kind, with obviously invented names, for the tests of wording."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planning.needs import NEED, NEED_KINDS, AnyNeed
from planning.needs.support import SupportKind

TEACHERS = ("Zz Lärarexempel", "Qq Lärarexempel")
ROOMS = ("Xrum99", "Yrum98")

FIELDS: dict[str, dict[str, Any]] = {
    "earliest_start": {"time": 570},
    "latest_end": {"time": 840},
    "blocked_time": {"weekdays": [1], "start": 600, "end": 660},
    "not_present_during": {"start": 600, "end": 660},
    "days_off": {"weekdays": [3, 4]},
    "dates_excluded": {"dates": [dt.date(2026, 11, 30)]},
    "max_days": {"n": 2, "growth_per_step": 1},
    "max_visit_minutes": {"minutes": 30},
    "max_lessons_per_day": {"n": 1, "growth_per_step": 1},
    "max_lessons_per_week": {"n": 2},
    "min_lessons_per_week": {"n": 1},
    "max_minutes_per_week": {"minutes": 120},
    "min_minutes_per_week": {"minutes": 45},
    "max_growth": {"n": 2},
    "max_growth_minutes": {"minutes": 90},
    "preferred_times": {"windows": [{"start": 540, "end": 660}]},
    "begin_with": {"subjects": ["Bild", "Slöjd"]},
    "avoid_subject": {"subjects": ["Matematik"]},
    "only_subjects": {"subjects": ["Bild"]},
    "require_subject": {"subjects": ["Matematik", "Engelska"], "min": 2},
    "keep_eligibility": {"subjects": ["Svenska"]},
    "full_restore": {"except_subjects": ["Slöjd"]},
    "avoid_teacher": {"teachers": TEACHERS},
    "only_teachers": {"teachers": TEACHERS},
    "trusted_adult": {"teachers": TEACHERS},
    "require_teacher_share": {"teachers": TEACHERS, "subjects": ["Bild"]},
    "avoid_group": {"groups": ["7B"]},
    "avoid_room": {"rooms": ROOMS},
    "avoid_place": {"places": ["dining_hall"]},
    "safe_room": {"rooms": ROOMS},
    "start_elsewhere": {"places": ["library"]},
    "max_idle_gap": {"minutes": 15},
    "rest_between_lessons": {"minutes": 20},
    "place_ladder": {"comfort": ["talk_with_coach", "go_out"]},
    "lunch_elsewhere": {"how": "small_room"},
    "travel_times": {"arrivals": [485], "departures": [840]},
    "with_friend": {"groups": ["7B"]},
    "morning_help": {"ways": ["text_message"]},
    "keep_lesson": {"lesson": {"id": "a", "subject": "Bild", "weekday": 0, "start": 750}, "setting": "classroom"},
    "leave_out_lesson": {"lesson": {"id": "a", "subject": "Bild", "weekday": 0, "start": 750}},
    "lesson_setting": {"lesson": {"id": "a", "subject": "Bild", "weekday": 0, "start": 750}, "with_coach": True},
    "lesson_part": {"lesson": {"id": "a", "subject": "Bild", "weekday": 0, "start": 750}, "last_minutes": 20},
    "support": {"item": "safe_place"},
    "coach_minutes": {"minutes": 120},
    "lesson_edges": {"minutes_late": 10, "minutes_early": 5},
    "weekly_item": {"item": "fika", "minutes": 30},
}


def a_need(kind: str, **fields: Any) -> AnyNeed:
    """A need of that kind: what it must have, and the fields given."""
    common = {"kind": kind, "id": kind, "origin": {"source": "answer", "ref": "XX1"}, "strength": "hard_now"}
    return NEED.validate_python({**common, **FIELDS.get(kind, {}), **fields})


def every_need() -> list[AnyNeed]:
    """One of every kind, and one for every item of support."""
    return [a_need(kind) for kind in NEED_KINDS] + [a_need("support", item=item) for item in SupportKind]
