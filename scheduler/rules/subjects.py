"""Needs about subjects as constraints."""

from __future__ import annotations

from typing import assert_never

from planning.needs import (
    AvoidSubject,
    BeginWith,
    FullRestore,
    KeepEligibility,
    NoRemoval,
    OnlySubjects,
    RequireSubject,
    Strength,
    SubjectNeed,
)
from planning.visits import series_of
from scheduler.model import Literal, Model, Posting, Week
from scheduler.tiers import Tier, tier_of

LIKED = 2
"""What a liked lesson that is not yet taken up weighs in a week's shape: as much as a torn day. Our default."""


def post(need: SubjectNeed, model: Model) -> None:
    """Put the need into the model."""
    posting = Posting(model, need)
    if isinstance(need, BeginWith):
        _post_liked(need, model)
    for week in model.weeks_of(need):
        match need:
            case AvoidSubject():
                _forbid(posting, week, set(model.problem.timetable.subjects) - set(need.subjects))
            case OnlySubjects() | BeginWith():
                _forbid(posting, week, set(need.subjects))
            case RequireSubject():
                wanted = [a for o, a in week.attended.items() if week.lessons[o].subject in need.subjects]
                posting.at_least([(1, attended) for attended in wanted], need.min)
            case KeepEligibility():
                # As a strong wish it counts among those (AM6); otherwise every plan has it in a tier of its own.
                tier = tier_of(need) if need.strength is Strength.WISH_3 else Tier.ELIGIBILITY
                for missing in _missing(week, set(need.subjects)):
                    model.lose(tier, 1, missing)
            case FullRestore():
                _post_return(need, posting, week)
            case NoRemoval():
                _post_kept(posting, week)
            case _:
                assert_never(need)


def _post_liked(need: BeginWith, model: Model) -> None:
    """A subject to begin with is liked in every step, also when it did not fit at first."""
    for week in model.weeks.values():
        for missing in _missing(week, set(need.subjects)):
            model.lose_shape(week, LIKED, missing)


def _forbid(posting: Posting, week: Week, allowed: set[str]) -> None:
    for choice in week.choices:
        if choice.visit.lesson.subject not in allowed:
            posting.never_together(choice.taken)


def _missing(week: Week, subjects: set[str]) -> list[Literal]:
    return [week.attended[o].negated() for o, lesson in week.lessons.items() if lesson.subject in subjects]


def _post_return(need: FullRestore, posting: Posting, week: Week) -> None:
    """Every lesson is attended whole, or a parallel one is: nobody can be in two places at once."""
    for choice in week.choices:
        if choice.visit.lesson.subject in need.except_subjects:
            posting.never_together(choice.taken)
    whole = {c.visit.lesson.id: c.taken for c in week.choices if c.visit.minutes == c.visit.lesson.minutes}
    for lesson in week.lessons.values():
        if lesson.subject not in need.except_subjects and lesson.id not in need.except_lessons:
            parallel = [whole[other.id] for other in week.lessons.values() if lesson.overlaps(other)]
            posting.at_least_one(parallel)


def _post_kept(posting: Posting, week: Week) -> None:
    """What is attended now is attended at least as long in the next step."""
    for shorter, longer in kept_pairs(posting.model, week):
        posting.if_then_any(shorter, longer)


def kept_pairs(model: Model, week: Week) -> list[tuple[Literal, list[Literal]]]:
    """Each visit of the week with the visits of the next step that keep it: the same lesson, no shorter."""
    following = [w for (step, _), w in model.weeks.items() if step == week.step + 1]
    pairs = []
    for choice in week.choices:
        series = series_of(choice.visit.lesson, week.label)
        same = [c for w in following for c in w.choices if series_of(c.visit.lesson, w.label) == series]
        if same:
            pairs.append((choice.taken, [c.taken for c in same if c.visit.minutes >= choice.visit.minutes]))
    return pairs
