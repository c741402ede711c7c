"""What the rules of law come to, said plainly: a heading and a sentence or two for each, and where it stands in law.

Nothing is ever said to be wrong. A deviation «avviker från timplanen» or «kräver rektors beslut»: something that the
law lets a rektor stand behind, or that somebody has yet to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from planning.law.verdicts import Gate, LawRule, LawVerdict, RuleLevel, Standing
from wording.language import tr
from wording.law_content import say_content, say_content_rule
from wording.law_procedure import say_procedure, say_procedure_rule
from wording.law_protection import say_protection, say_protection_rule
from wording.law_timetable import say_timetable, say_timetable_rule
from wording.phrases import upper_first

OURS = "vår"
"""A source that says itself that something in it is our reading, or our measure."""


class LawGroup(StrEnum):
    """What a verdict asks for, in the order that a reader meets it."""

    FIRST = "first"
    """Something is to be in place first."""
    DECISION = "decision"
    """It asks for the rektor's decision, or a reason that somebody stands behind."""
    TOLD = "told"
    """Worth a look; it binds nothing."""
    IN_PLACE = "in_place"
    """It is met, or only for knowing."""


def group_of(verdict: LawVerdict) -> LawGroup | None:
    """Where a verdict is shown; None where the rule has nothing to say."""
    if verdict.standing is Standing.NOT_ASKED:
        return None
    if verdict.standing is Standing.MET:
        return LawGroup.IN_PLACE
    match verdict.rule.level:
        case RuleLevel.HARD:
            return LawGroup.FIRST
        case RuleLevel.GATE:
            return LawGroup.DECISION
        case RuleLevel.SOFT | RuleLevel.INFORM:
            return LawGroup.TOLD


def is_of_the_talk(verdict: LawVerdict) -> bool:
    """Whether it is about the talk with the student: that is the coach's alone, and stands in no document."""
    return verdict.rule.gate is Gate.CLOSE


def say_group(group: LawGroup) -> str:
    """The heading of a group."""
    return {
        LawGroup.FIRST: tr("Ska vara på plats först"),
        LawGroup.DECISION: tr("Kräver rektors beslut eller ett skäl"),
        LawGroup.TOLD: tr("Värt att veta"),
        LawGroup.IN_PLACE: tr("På plats"),
    }[group]


def say_law(verdict: LawVerdict) -> str:
    """One to three sentences of what a rule comes to and what is left to do."""
    return say_timetable(verdict) or say_content(verdict) or say_procedure(verdict) or say_protection(verdict)


def say_law_rule(code: str) -> str:
    """What a rule is about, as a short heading."""
    return (
        say_timetable_rule(code) or say_content_rule(code) or say_procedure_rule(code) or say_protection_rule(code)
    )


def say_law_reason(verdict: LawVerdict) -> str:
    """«Skäl: Eleven behöver …»; empty where nobody has recorded one."""
    return tr("Skäl: {reason}", reason=verdict.reason) if verdict.reason else ""


def say_law_source(rule: LawRule) -> str:
    """«Skollagen 3 kap. 12 §», and that a reading is ours where the text itself has not been read."""
    return upper_first(say_source_within(rule))


def say_source_within(rule: LawRule) -> str:
    """The same as it stands inside a sentence: «skollagen 3 kap. 12 §»."""
    says_so = OURS in rule.source
    return tr("{source}; vår läsning", source=rule.source) if rule.confidence == "C" and not says_so else rule.source


def say_law_version(version: str, code: str) -> str:
    """Which state of the rules was asked: «Reglerna lästes 2026-11-22 (SE-support-9)»."""
    return tr("Reglerna lästes {version} ({code}).", version=version, code=code)


def say_law_versions(verdicts: Iterable[LawVerdict]) -> tuple[str, ...]:
    """Each state of the rules that was asked, once."""
    states = dict.fromkeys((verdict.version, verdict.state) for verdict in verdicts)
    return tuple(say_law_version(*state) for state in states)


def in_groups(verdicts: Iterable[LawVerdict]) -> dict[LawGroup, tuple[LawVerdict, ...]]:
    """The verdicts that have something to say, group by group; groups without any are left out."""
    placed = [(group_of(verdict), verdict) for verdict in verdicts]
    grouped = {group: tuple(v for where, v in placed if where is group) for group in LawGroup}
    return {group: some for group, some in grouped.items() if some}
