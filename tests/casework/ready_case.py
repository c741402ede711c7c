"""A case on the small week whose proposal may leave: every field is filled in, and the student has said yes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from casework.dossier import Dossier
from casework.facts import CaseFacts
from casework.proposing import propose
from planning.outcomes import Found
from questionnaire.answers import AnswerSheet
from tests.casework.small_week import MONDAY, facts, problem, sheet

RIGHT: dict[str, Any] = {"SL1": ["places", "times", "subjects", "people", "support"], "SL2": "yes"}
"""The student has called every part of the plan right, and its first step."""
DAY = dt.date(2026, 12, 14)
_START, _CALM = "Behöver en lugn start på dagen.", "Behöver en känd vuxen i närheten."
_MEASURE = {"what": "Möts vid dörren", "who": "Coach Exempel", "when": "från steg 1", "how_often": "varje dag"}

WHOLE: dict[str, Any] = {
    "school": {
        "provider": "Exempelby kommun", "unit": "Exempelskolan", "form": "Grundskola", "year_group": 9,
        "class_name": "9T", "school_year": "2026/27", "principal": "Eva Exempel",
    },
    "student": {
        "first_name": "Test", "full_name": "Test Testsson", "birth_date": dt.date(2011, 3, 4),
        "guardians": [{"name": "Förälder Ett"}],
    },
    "prepared": {
        "coach": "Coach Exempel", "organisation": "Exempelby kommun", "date": DAY,
        "contributors": [{"name": "Mentor Mentorsson", "function": "mentor"}],
    },
    "investigations": {"special_support": DAY, "absence": DAY, "provider_notified": DAY},
    "health_team": {"date": DAY, "function": "specialpedagog"},
    "earlier_support": [{"what": "Egen plats i klassrummet", "why_not_enough": "Vägen in i skolan blev inte kortare."}],
    "needs": [_START, _CALM],
    "measures": [{"need": _START, **_MEASURE}, {"need": _CALM, **_MEASURE}],
    "subject_motives": [
        {"subject": subject, "motive": "Ämnena tas upp ett i taget.", "form": "i klassen"}
        for subject in ("Bild", "Engelska", "Idrott och hälsa", "Matematik", "Svenska")
    ],
    "eligibility": {"passed": ["Bild"]},
    "student_view": {
        "text": "Vill börja med bild.", "how_learned": "Samtal den 10 december.", "how_weighed": "Planen börjar så.",
    },
    "guardian_views": [{"guardian": "Förälder Ett", "offered": DAY, "channel": "möte", "answered": DAY}],
    "follow_up": {"date": MONDAY, "person": "Mentor Mentorsson"},
    "evaluation": {"date": MONDAY + dt.timedelta(days=11), "person": "Eva Exempel"},
    "way_back": "Fler ämnen prövas i nästa plan.",
}  # fmt: skip


def ready_facts(**document: Any) -> CaseFacts:
    """Facts that lack nothing; `document` are fields of the school's facts in place of those."""
    return facts(student="Kim", document={**WHOLE, **document})


def ready_dossier(case: CaseFacts | None = None, answers: AnswerSheet | None = None, **more: Any) -> Dossier:
    """A planned case that may leave for real."""
    case, answers = case or ready_facts(), answers or sheet(**RIGHT)
    found = problem(case, answers)
    outcome = propose(found)
    assert isinstance(outcome, Found)
    return Dossier(
        case_id="test", problem=found, plan=outcome.plan, facts=case, sheet=answers, date=MONDAY, **more
    )
