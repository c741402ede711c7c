"""Facts of a case for the tests of its course: one where nothing waits, and verdicts of single rules."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planning.access import Relation, Role
from planning.decided import CameAs, Decided, Ruling, Written
from planning.decided_frame import DecidedFrame
from planning.decision import DecisionKind
from planning.law.rules import law_rules_on
from planning.law.verdicts import LawVerdict, RuleLevel, Standing
from planning.workflow.course_facts import Acting, CourseFacts, InForce, LivedPlan
from planning.workflow.moves import Ending, Given, Heard, Sent
from planning.workflow.states import State

DAY = dt.date(2027, 2, 1)
HASH = "a" * 64
COACH = Acting("coach-1", frozenset({(Role.COACH, Relation.ASSIGNED)}))
RECTOR = Acting("rektor-1", frozenset({(Role.PRINCIPAL, Relation.SAME_UNIT)}))
ALONE = Acting("alone", frozenset({(Role.COACH, Relation.ASSIGNED)}), is_alone=True)
SENT = Sent(version=1, sha256=HASH, plan_number=1, facts_number=1, revision=4)
FRAME = DecidedFrame(
    floor_minutes=120, subjects=("Bild",), kinds=(DecisionKind.ADAPTED_STUDIES,), last_day=DAY + dt.timedelta(weeks=8)
)
WRITTEN = Written(
    ruling=Ruling.AS_PROPOSED, reasons="3 kap. 12 § skollagen. Eleven behöver börja i liten skala.",
    decided_by="Eva Exempel, rektor", decided_on=DAY, valid_from=DAY,
)  # fmt: skip
DECIDED = Decided(**WRITTEN.model_dump(), came_as=CameAs.PAPER, proposal_version=1)
GIVEN = Given(
    day=DAY, note="En tid till behövs.", points=("Skriv vem som följer upp.",), heard=tuple(Heard),
    ending=Ending.WHOLE_TIMETABLE, decided_by="Eva Exempel, rektor", attendance_closed=DAY, sha256=HASH,
    written=WRITTEN,
)  # fmt: skip


def verdict(code: str, standing: Standing = Standing.MET, **fields: Any) -> LawVerdict:
    """What a rule comes to, with the rule as its day has it."""
    return LawVerdict(rule=law_rules_on(DAY).by_code[code], standing=standing, **fields)


def verdicts(*others: LawVerdict) -> tuple[LawVerdict, ...]:
    """All rules met, but for those."""
    known = {one.rule.code: one for one in others}
    return tuple(known.get(code, verdict(code)) for code in law_rules_on(DAY).by_code)


def soft(code: str) -> bool:
    """Whether the rule is told and binds nothing."""
    return law_rules_on(DAY).by_code[code].level in (RuleLevel.SOFT, RuleLevel.INFORM)


def course(state: State = State.DRAFT, **given: Any) -> CourseFacts:
    """A case in that state where nothing waits, but for what is given; the one who acts is the rektor."""
    facts: dict[str, Any] = {
        "state": state, "on": DAY, "acting": RECTOR, "given": GIVEN, "coaches": ("Coach Exempel",),
        "sharing_chosen": True, "has_plan": True, "verdicts": verdicts(), "version": 2, "ready": SENT, "sent": SENT,
        "sent_by": COACH.user, "newest": DECIDED, "received_on": DAY - dt.timedelta(days=60),
        "in_force": InForce(1, DECIDED, 1, FRAME), "lived": LivedPlan(1, (120, 180, 300)), "step": 2,
        "highest_version": 1,
    }  # fmt: skip
    return CourseFacts(**{**facts, **given})
