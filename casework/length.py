"""How many steps a ladder needs: fine where something was ticked as hard, one jump where not (`method.md` §5.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from casework.combining import combined
from casework.facts import CaseFacts
from casework.releases import is_agreed, one_after_the_other
from planning.clock import Weekday
from planning.needs import AnyNeed, MaxDays, MaxLessonsPerDay, MaxVisitMinutes
from planning.timetable import Lesson, Timetable
from questionnaire.answers import AnswerSheet
from questionnaire.bank import load_bank
from questionnaire.effects import needs_from

FEWEST, MOST = 8, 14
"""A ladder has as many steps as it needs between these (`method.md` §0, finding 12, and §5.2)."""


def with_length(facts: CaseFacts, timetable: Timetable, sheet: AnswerSheet) -> CaseFacts:
    """The facts with the number of steps that the answers call for, where the adults have not said one."""
    if facts.ladder.steps or facts.ladder.number_of_steps is not None:
        return facts
    ladder = facts.ladder.model_copy(update={"number_of_steps": steps_needed(facts, timetable, sheet)})
    return facts.model_copy(update={"ladder": ladder})


def ladder_length(facts: CaseFacts, timetable: Timetable | None, sheet: AnswerSheet) -> int:
    """How many steps the case's ladder has, or will have."""
    if facts.ladder.steps:
        return len(facts.ladder.steps)
    said = facts.ladder.number_of_steps
    return said or (steps_needed(facts, timetable, sheet) if timetable else FEWEST)


def steps_needed(facts: CaseFacts, timetable: Timetable, sheet: AnswerSheet) -> int:
    """As many as it takes for what grows step by step to grow, and for every limit to be let go of in its own step."""
    drafts = combined(needs_from(load_bank(), sheet, timetable), sheet, facts, MOST)
    needs = one_after_the_other(drafts, sheet, MOST, facts.goals)
    return min(MOST, max((FEWEST, *_grown(needs, timetable), *_released(needs, sheet))))


def _released(needs: Iterable[AnyNeed], sheet: AnswerSheet) -> Iterator[int]:
    """The step that lets go of the last limit, and one to live in after it.

    What was agreed does not count: it was agreed for the ladder that was there, «inte i den här planen» for all of it.
    """
    for need in needs:
        if need.is_hard and need.last_step is not None and not is_agreed(need, sheet):
            yield need.last_step + 2


def _grown(needs: Iterable[AnyNeed], timetable: Timetable) -> Iterator[int]:
    """The step in which a limit that grows first holds the whole ordinary day or week."""
    days: dict[tuple[str, Weekday], list[Lesson]] = defaultdict(list)
    for occasion in timetable.occasions:
        days[occasion.week, occasion.lesson.weekday].append(occasion.lesson)
    longest = max(max(one.end for one in day) - min(one.start for one in day) for day in days.values())
    fullest = max(len(day) for day in days.values())
    busiest = max(sum(1 for week, _ in days if week == label) for label in timetable.week_labels)
    for need in needs:
        steps = range(need.first_step, MOST + 1)
        match need:
            case MaxVisitMinutes():
                yield next((step for step in steps if need.minutes_in(step) >= longest), MOST)
            case MaxLessonsPerDay() if need.growth_per_step:
                yield next((step for step in steps if need.n_in(step) >= fullest), MOST)
            case MaxDays() if need.growth_per_step:
                yield next((step for step in steps if need.n_in(step) >= busiest), MOST)
            case _:
                pass
