"""The planning problem as a CP-SAT model: which visit of which occasion is made in which step.

`Model` holds the variables; `Posting` puts one need into it: as a constraint when the need is hard, as a loss in the
need's tier when it is a wish, and behind a switch when conflicts are looked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ortools.sat.python import cp_model
from ortools.sat.python import cp_model_helper as cmh

from planning.clock import Weekday
from planning.needs import AnyNeed, NeedBase, NeedId
from planning.offers import DayWindow, Offer
from planning.problem import Problem
from planning.timetable import Lesson, Occasion, OccasionId, WeekLabel
from planning.visits import Visit, series_of
from scheduler.parts import Way, ways_of
from scheduler.tiers import Rank, Tier, tier_of

Literal = cmh.Literal
Term = tuple[int, Literal]


class Choice(NamedTuple):
    """One way of attending an occasion, and the literal that says it is taken."""

    visit: Visit
    taken: Literal

    @property
    def occasion(self) -> OccasionId:
        """The occasion that it is a way of attending."""
        return OccasionId(f"{self.visit.week}|{self.visit.lesson.id}")


class ItemChoice(NamedTuple):
    """One time for an item that is offered, and the literal that says it is taken."""

    offer: Offer
    slot: DayWindow
    taken: Literal


class Loss(NamedTuple):
    """Something to be made small: `weight` × `amount`, where `amount` is at most `most`."""

    weight: int
    amount: Literal
    most: int


class Week:
    """The choices of weeks with one label in one step."""

    def __init__(self, step: int, label: WeekLabel) -> None:
        self.step = step
        self.label = label
        self.choices: list[Choice] = []
        self.attended: dict[OccasionId, Literal] = {}
        """Per occasion, whether it is attended in any way."""
        self.lessons: dict[OccasionId, Lesson] = {}
        self.items: list[ItemChoice] = []
        """What is not a lesson, as far as `scheduler.items` has put it there."""
        self.offered: set[str] = set()
        """Ids of the offers that have been put there, with a possible time or without."""
        self.kept_apart = 0
        """So many of the items, from the first on, are kept from being where they cannot both be."""

    @cached_property
    def days(self) -> dict[Weekday, list[Choice]]:
        """The choices of each weekday, in the order of the clock."""
        days: dict[Weekday, list[Choice]] = defaultdict(list)
        for choice in sorted(self.choices, key=lambda c: (c.visit.start, c.visit.end, c.visit.lesson.id)):
            days[choice.visit.lesson.weekday].append(choice)
        return dict(sorted(days.items()))

    @property
    def minutes(self) -> list[Term]:
        """Attended minutes, as terms of a sum."""
        return [(choice.visit.minutes, choice.taken) for choice in self.choices]

    @property
    def lesson_count(self) -> list[Term]:
        """Attended lessons, as terms of a sum."""
        return [(1, literal) for literal in self.attended.values()]


class Model:
    """Variables of one problem. With `switchable` every hard need has a switch that turns it off."""

    def __init__(self, problem: Problem, *, switchable: bool = False) -> None:
        self.problem = problem
        self.cp = cp_model.CpModel()
        self.losses: dict[Rank, list[Loss]] = defaultdict(list)
        self.switches: dict[NeedId, Literal] = {}
        if switchable:
            self.switches = {n.id: self.cp.new_bool_var(f"holds {n.id}") for n in problem.hard_needs()}
        self.weeks: dict[tuple[int, WeekLabel], Week] = {}
        for step in problem.steps:
            for label in step.week_labels:
                self.weeks[step.number, label] = self._week(step.number, label)
        self._days: dict[tuple[int, WeekLabel, Weekday], Literal] = {}
        self._coach: dict[tuple[int, OccasionId, str], Literal] = {}
        self.small_rooms: dict[tuple[int, OccasionId], Literal] = {}
        """By step and lesson, whether it is met in the small room: where a change by hand settles it."""

    def _week(self, step: int, label: WeekLabel) -> Week:
        week = Week(step, label)
        for occasion in self.problem.timetable.occasions:
            if occasion.week != label:
                continue
            name = f"{step} {occasion.id}"
            possible = ways_of(self.problem, step, label, occasion.lesson)
            ways = [self._choice(week, occasion, way, name) for way in possible]
            week.choices.extend(ways)
            week.lessons[occasion.id] = occasion.lesson
            week.attended[occasion.id] = self._any_of(ways, name)
        return week

    def _choice(self, week: Week, occasion: Occasion, way: Way, name: str) -> Choice:
        """That way of attending, which is none while nobody asks for it whose needs all hold."""
        taken = self.cp.new_bool_var(f"{name} {way.start}-{way.end}")
        if self.switches and way.asked_by:
            self.cp.add_bool_or([taken.negated(), *(self._all_held(asking) for asking in way.asked_by)])
        lesson = occasion.lesson
        return Choice(Visit(step=week.step, week=week.label, lesson=lesson, start=way.start, end=way.end), taken)

    def _all_held(self, needs: frozenset[NeedId]) -> Literal:
        """True only when none of these needs is given up; those without a switch never are."""
        switches = [self.switches[need_id] for need_id in sorted(needs) if need_id in self.switches]
        if len(switches) == 1:
            return switches[0]
        held = self.cp.new_bool_var("")
        self.cp.add_bool_and(switches).only_enforce_if(held)
        return held

    def _any_of(self, ways: Sequence[Choice], name: str) -> Literal:
        if len(ways) == 1:
            return ways[0].taken
        attended = self.cp.new_bool_var(f"{name} attended")
        self.cp.add(sum(way.taken for way in ways) == attended)
        return attended

    def weeks_of(self, need: NeedBase) -> Iterator[Week]:
        """The weeks that the need holds in."""
        return (week for (step, label), week in self.weeks.items() if need.holds_in(step, label))

    def week_before(self, week: Week) -> Week | None:
        """The week of the step before that this one is compared with."""
        label = self.problem.week_before(week.step, week.label)
        return None if label is None else self.weeks[week.step - 1, label]

    def attended_before(self, week: Week, lesson: Lesson) -> list[Literal]:
        """Whether the lesson was attended in the step before: in any of its weeks that had it."""
        series = series_of(lesson, week.label)
        return [
            earlier.attended[other]
            for (step, label), earlier in self.weeks.items()
            for other, same in earlier.lessons.items()
            if step == week.step - 1 and series_of(same, label) == series
        ]

    def at_school(self, week: Week, weekday: Weekday) -> Literal:
        """True whenever a lesson is attended that weekday."""
        key = (week.step, week.label, weekday)
        if key not in self._days:
            present = self.cp.new_bool_var(f"at school {key}")
            for choice in week.days.get(weekday, []):
                self.cp.add_implication(choice.taken, present)
            self._days[key] = present
        return self._days[key]

    def coach(self, week: Week, occasion: OccasionId, how: str) -> Literal:
        """Whether the coach «meets» at that lesson or «stays» for all of it."""
        key = (week.step, occasion, how)
        if key not in self._coach:
            self._coach[key] = self.cp.new_bool_var(f"coach {key}")
        return self._coach[key]

    def lose(self, tier: Tier, weight: int, amount: Literal, most: int = 1) -> None:
        """Count `weight` × `amount` (at most `most`) as a loss of that tier."""
        self.losses[Rank(tier)].append(Loss(weight, amount, most))

    def lose_shape(
        self, week: Week, weight: int, amount: Literal, most: int = 1, *, tier: Tier = Tier.SHAPE
    ) -> None:
        """Count `weight` × `amount` (at most `most`) as a fault in the shape of that week, of lessons or of items."""
        self.losses[Rank(tier, week.step, week.label)].append(Loss(weight, amount, most))


class Posting:
    """One need on its way into the model."""

    def __init__(self, model: Model, need: AnyNeed) -> None:
        self.model = model
        self.need = need
        self._switch = model.switches.get(need.id) if need.is_hard else None

    def never_together(self, *literals: Literal) -> None:
        """Not all of these at once."""
        self._clause([literal.negated() for literal in literals])

    def if_then_any(self, condition: Literal, then: Iterable[Literal]) -> None:
        """If `condition`, at least one of `then`."""
        self._clause([condition.negated(), *then])

    def at_least_one(self, literals: Iterable[Literal]) -> None:
        """At least one of these."""
        self._clause(list(literals))

    def at_most(self, terms: Sequence[Term], bound: int, *, unit: int = 1) -> None:
        """The sum of weight × literal is at most `bound`; of a wish, begun `unit`s beyond it are counted."""
        highest = sum(max(weight, 0) for weight, _ in terms)
        lowest = sum(min(weight, 0) for weight, _ in terms)
        if highest <= bound:
            return
        total = sum(weight * literal for weight, literal in terms)
        if self.need.is_hard:
            self._enforce(self.model.cp.add(total <= bound))
        else:
            most = -(-(highest - bound) // unit)
            over = self.model.cp.new_int_var(0, max(most, -lowest, 1), "")
            self.model.cp.add(total - unit * over <= bound)
            self.model.lose(tier_of(self.need), 1, over, max(most, 1))

    def at_least(self, terms: Sequence[Term], bound: int) -> None:
        """The sum of weight × literal is at least `bound`."""
        self.at_most([(-weight, literal) for weight, literal in terms], -bound)

    def _clause(self, literals: list[Literal]) -> None:
        if self.need.is_hard:
            self._enforce(self.model.cp.add_bool_or(literals))
        else:
            missed = self.model.cp.new_bool_var("")
            self.model.cp.add_bool_or([*literals, missed])
            self.model.lose(tier_of(self.need), 1, missed)

    def _enforce(self, constraint: cp_model.Constraint) -> None:
        if self._switch is not None:
            constraint.only_enforce_if(self._switch)
