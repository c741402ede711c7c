"""Answers that mean something together, and answers together with what the adults know (`method.md` §4.4).

Rules within the bank itself (`only_if`, `filled_by`) stand there; here is what also takes the ladder, the timetable
or the case's own facts to tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from casework.facts import CaseFacts, CoachFacts
from planning.needs import AnyNeed, AvoidSubject, MorningHelp, PlaceLadder, StartElsewhere, Support, SupportKind
from planning.problem import Ride
from planning.timetable import Timetable
from questionnaire.answers import AnswerSheet
from questionnaire.bank import load_bank
from questionnaire.effects import consents_from, rides_from
from questionnaire.vocabulary import Consent

HOME = "at_home"


def combined(
    needs: Iterable[AnyNeed], sheet: AnswerSheet, facts: CaseFacts, steps: int
) -> tuple[AnyNeed, ...]:
    """The needs as they are once the rules that take more than one answer have been followed."""
    kept = (need for need in needs if not _is_unwanted(need, facts))
    at_home = _may_meet_at_home(sheet)
    said = (need if at_home else _not_at_home(need) for need in kept)
    return tuple(part for need in said for part in _released_in_time(need, facts, steps))


def _is_unwanted(need: AnyNeed, facts: CaseFacts) -> bool:
    """Help that the student or the family does not want again is not planned (ON4, G08)."""
    return isinstance(need, Support) and need.item in facts.help_not_wanted


def _may_meet_at_home(sheet: AnswerSheet) -> bool:
    """Nobody comes home when the guardians have said no (G12, `method.md` E6)."""
    given = consents_from(load_bank(), sheet)
    return all(one.is_given for one in given if one.consent is Consent.HOME_VISITS)


def _not_at_home(need: AnyNeed) -> AnyNeed:
    if isinstance(need, PlaceLadder):
        return need.model_copy(update={"may_be_at_home": False})
    if isinstance(need, Support) and need.item is SupportKind.CONTACT_OTHER_WAY:
        return need.model_copy(update={"choices": tuple(choice for choice in need.choices if choice != HOME)})
    if not isinstance(need, StartElsewhere) or HOME not in need.places:
        return need
    return need.model_copy(update={"places": tuple(place for place in need.places if place != HOME)})


def _released_in_time(need: AnyNeed, facts: CaseFacts, steps: int) -> Iterator[AnyNeed]:
    """Subjects that upper secondary school asks for are not waited with for longer than half the plan (AM2)."""
    half = max(1, steps // 2)
    too_late = need.last_step is None or need.last_step > half
    if not isinstance(need, AvoidSubject) or need.origin.ref != "AM2" or not too_late:
        yield need
        return
    known = {subject.casefold() for subject in facts.eligibility_subjects}
    core = tuple(subject for subject in need.subjects if subject.casefold() in known)
    others = tuple(subject for subject in need.subjects if subject not in core)
    if others:
        yield need.model_copy(update={"subjects": others})
    if core and need.first_step <= half:
        yield need.model_copy(update={"subjects": core, "last_step": half})


def rides_of(facts: CaseFacts, sheet: AnswerSheet, timetable: Timetable) -> tuple[Ride, ...]:
    """The rides of the case, and those offered at home (G02) on weekdays that have none.

    An offered ride is there when the first lesson of its half day begins, and leaves when the last one has ended.
    """
    known = {ride.weekday for ride in facts.travel.rides}
    offered: dict[int, list[tuple[int, int]]] = {}
    for half in rides_from(load_bank(), sheet):
        offered.setdefault(half.weekday, []).append((half.start, half.end))
    return (*facts.travel.rides, *_offered(offered, known, timetable))


def _offered(offered: dict[int, list[tuple[int, int]]], known: Collection[int], timetable: Timetable) -> Iterator[Ride]:
    for weekday, halves in sorted(offered.items()):
        begins, ends = min(start for start, _ in halves), max(end for _, end in halves)
        lessons = [lesson for lesson in timetable.lessons if lesson.weekday == weekday]
        inside = [(max(lesson.start, begins), min(lesson.end, ends)) for lesson in lessons]
        reachable = [(start, end) for start, end in inside if start < end]
        if weekday not in known and reachable:
            arrives, leaves = min(start for start, _ in reachable), max(end for _, end in reachable)
            yield Ride.model_validate({"weekday": weekday, "arrives": arrives, "leaves": leaves, "by": "guardian"})


BEFORE_LESSON_MINUTES = {
    "ride": 15,
    "breakfast": 10,
    "meet_at_arrival": 5,
    "morning_help": 15,
    "coach_closeness": 0,
}
"""How long the coach needs for each before the first lesson. Breakfast: `method.md` MA1; the others are our default."""

SAME_ADULT = 3
"""From so many kinds of support by one adult at the same time the hours are reckoned together (`method.md` §4.4)."""


def coach_before_lessons(facts: CaseFacts, needs: Iterable[AnyNeed]) -> CoachFacts:
    """The coach's facts, with the time before the first lesson that everything asked of the coach takes together.

    The solver then decides on which days the coach's hours hold it; where they never do, the conflict says so.
    """
    asked = {name for need in needs if need.holds_in(1) for name in _asked_of_coach(need)}
    together = sum(BEFORE_LESSON_MINUTES[name] for name in asked)
    if len(asked) < SAME_ADULT or not facts.coach.hours:
        return facts.coach
    return facts.coach.model_copy(update={"lead_minutes": max(facts.coach.lead_minutes, together)})


def _asked_of_coach(need: AnyNeed) -> Iterator[str]:
    """Which kinds of help before the first lesson fall to the coach."""
    if isinstance(need, MorningHelp) and {"knock", "the_door"} & set(need.ways):
        yield "morning_help"
    if not isinstance(need, Support):
        return
    by_coach = (
        (need.item is SupportKind.RIDE and "ride_with_coach" in need.choices)
        or (need.item is SupportKind.MEET_AT_ARRIVAL and "met_outside" in need.choices)
        or need.item in (SupportKind.BREAKFAST, SupportKind.COACH_CLOSENESS)
    )
    if by_coach:
        yield need.item.value
