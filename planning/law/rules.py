"""The rules of law as dated data: which state of them holds on a day (`planning/rulesets/support*.toml`).

A later state names the one it follows and holds only the rules that change: all others go on as they were.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Literal, Self

from pydantic import field_validator, model_validator

from planning.errors import BadInput
from planning.guaranteed_hours import Sourced
from planning.law.verdicts import Gate, LawRule, RuleLevel
from planning.local_rules import LocalRules, local_rules, with_local
from planning.ruleset_files import RULESETS, Confidence, read_ruleset


class SourcedRule(Sourced, LawRule):
    """A rule as the file writes it: with a source and how sure it is; only hard rules keep something closed."""

    confidence: Confidence

    @field_validator("source")
    @classmethod
    def _has_a_source(cls, source: str) -> str:
        if len(source) < 3:
            raise ValueError("a rule has its source")
        return source

    @model_validator(mode="after")
    def _gate_goes_with_level(self) -> Self:
        if (self.gate is not None) != (self.level is RuleLevel.HARD):
            raise ValueError(f"{self.code}: a hard rule, and no other, keeps one of {', '.join(Gate)} closed")
        return self


class LawRules(Sourced):
    """One state of the rules, from `first_day` to `last_day` (None: until further notice)."""

    format: Literal[1]
    code: str
    version: str
    first_day: dt.date
    last_day: dt.date | None = None
    follows: str = ""
    """The state whose rules go on where they are not named here; empty for the first one."""
    rules: tuple[SourcedRule, ...]
    """In the order of `law.md` §6."""

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("it ends before it begins")
        twice = [code for code, times in Counter(rule.code for rule in self.rules).items() if times > 1]
        if twice:
            raise ValueError(f"{', '.join(twice)} stands more than once")
        return self

    @cached_property
    def by_code(self) -> dict[str, LawRule]:
        """The rules by their codes."""
        return {rule.code: rule for rule in self.rules}

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is in force that day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def after(self, earlier: LawRules) -> LawRules:
        """The whole state: the rules of the earlier one, with those that change here. Raises `ValueError`."""
        strangers = sorted(self.by_code.keys() - earlier.by_code.keys())
        if strangers:
            raise ValueError(f"{', '.join(strangers)} is no rule of {earlier.code}")
        changed = {rule.code: rule for rule in self.rules}
        return self.model_copy(update={"rules": tuple(changed.get(rule.code, rule) for rule in earlier.rules)})


@cache
def law_rules(folder: Path = RULESETS) -> tuple[LawRules, ...]:
    """All states of the rules in that folder (`support*.toml`), each whole, the oldest first.

    Raises `BadInput` «ruleset» on any fault. Between two of them no day may be left out, nor be in both.
    """
    read = [(path.name, read_ruleset(LawRules, path)) for path in sorted(folder.glob("support*.toml"))]
    in_order = sorted(read, key=lambda pair: pair[1].first_day)
    for (_, earlier), (name, later) in pairwise(in_order):
        if earlier.last_day is None or earlier.last_day + dt.timedelta(days=1) != later.first_day:
            problem = f"{later.first_day} does not follow on the last day of {earlier.code}"
            raise BadInput("ruleset", file=name, field="first_day", problem=problem)
    whole: list[LawRules] = []
    for name, state in in_order:
        whole.append(_whole(state, whole, name))
    return tuple(whole)


def _whole(state: LawRules, earlier: list[LawRules], name: str) -> LawRules:
    if not state.follows:
        return state
    followed = next((one for one in earlier if one.code == state.follows), None)
    if followed is None:
        raise BadInput("ruleset", file=name, field="follows", problem=f"no {state.follows} before it")
    try:
        return state.after(followed)
    except ValueError as error:
        raise BadInput("ruleset", file=name, field="rules", problem=str(error)) from error


def law_rules_on(day: dt.date) -> LawRules:
    """The rules of that day; the oldest known ones before it. Raises `BadInput` «ruleset» where none are known."""
    known = law_rules()
    if not known:
        raise BadInput("ruleset", file="support.toml", field="", problem="no rules of support")
    in_force = (rules for rules in reversed(known) if rules.holds_on(day))
    return _with_local(next(in_force, known[0]), local_rules())


_SAID: dict[str, tuple[LawRules, LocalRules, LawRules]] = {}


def _with_local(state: LawRules, local: LocalRules) -> LawRules:
    """The state with what this installation says of its own, made once for each file that it says it in."""
    if not local.rules:
        return state
    said = _SAID.get(state.code)
    if said is None or said[0] is not state or said[1] is not local:
        rules = tuple(with_local(rule, local) for rule in state.rules)
        said = _SAID[state.code] = (state, local, state.model_copy(update={"rules": rules}))
    return said[2]


def rule_on(rule: LawRule, day: dt.date) -> LawRule:
    """The same rule as that day's state of the law has it: a plan over a summer is judged by each step's own days."""
    return law_rules_on(day).by_code[rule.code]
