"""How each verb behind the start, the page to those at home and «Min vecka» is run once as it is meant."""

from __future__ import annotations

from casework.guardian_answers import record_as_guardian
from casework.home_page import home_page, paper_to_home
from casework.mentor_week import cards_to_teachers, mentor_week
from casework.own_week import my_week
from casework.start_view import cases_at_start, met_as
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.casework.verb_scenes import AT, Scenario


def from_home(name: str = "g-1") -> AnswerEvent:
    """A guardian answers one of the guardians' questions."""
    answer = Answer(choice=Choice.YES, by=Respondent.GUARDIAN)
    return AnswerEvent(id=EventId(name), question=QuestionId("G04"), answer=answer, at=AT)


START: dict[str, Scenario] = {
    "guardian_answers.record_as_guardian": Scenario(
        lambda s: record_as_guardian(s.by, s.id, [from_home()]), by="guardian"
    ),
    "home_page.home_page": Scenario(lambda s: home_page(s.by, s.id), "active", by="guardian"),
    "home_page.paper_to_home": Scenario(lambda s: paper_to_home(s.by, s.id, "sv"), "active", by="guardian"),
    "mentor_week.cards_to_teachers": Scenario(lambda s: cards_to_teachers(s.by, s.id), "active", by="mentor"),
    "mentor_week.mentor_week": Scenario(lambda s: mentor_week(s.by, s.id), "active", by="mentor"),
    "own_week.my_week": Scenario(lambda s: my_week(s.by, s.id), "active", by="student"),
    "start_view.met_as": Scenario(lambda s: met_as(s.by, s.id), "active", by="mentor"),
    "start_view.cases_at_start": Scenario(lambda s: cases_at_start(s.by), "active", by="lead"),
}
