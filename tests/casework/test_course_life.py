"""The life of a case as a machine that tries what comes to mind: whatever is done, in any order, some things hold."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from casework import now as clock
from casework.cases import create_case, keep_plan, open_case, record_answers, take_in_timetable, write_facts
from casework.course import decide, register
from casework.course_in_force import in_force
from casework.course_look import ON_THE_WAY, course_look
from casework.course_records import CourseRecord
from casework.course_verbs import VERBS
from casework.facts import CaseFacts
from casework.proposing import problem_of, propose
from planning.access import Role
from planning.decided import Ruling, Written
from planning.errors import NotAllowed, PlanningError
from planning.outcomes import Found
from planning.workflow.course_facts import InForce
from planning.workflow.moves import Ending, Given, Heard, MoveName
from planning.workflow.states import State, is_locked
from planning.workflow.table import moves_from
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.casework.course_promises import (
    nobody_decides_on_what_they_sent,
    nothing_that_was_kept_has_changed,
    the_moves_are_a_way,
    the_old_holds_until_the_new,
    what_is_lived_was_decided,
)
from tests.casework.followed_cases import SHARED, Clock, made_for_real, record, ruling, say
from tests.casework.ready_case import RIGHT, ready_facts
from tests.casework.small_week import TODAY, sheet, week
from tests.casework.staffed import Staffed

M = MoveName
BEGINS = dt.date(2026, 12, 15)
FULL = Given(
    day=BEGINS, note="För att det behövs.", points=("Skriv mer.",), heard=tuple(Heard), ending=Ending.REPLACED,
    decided_by="Eva Exempel, rektor", attendance_closed=BEGINS,
)  # fmt: skip
GIVEN = st.sampled_from([Given(), FULL, FULL])
NAMES = st.sampled_from(sorted(VERBS))
WHO = st.sampled_from(["coach", "rektor", "both", "samordnare"])
ALONG = ("coach", "coach", "coach", "coach", "coach", "rektor")
"""Who makes the moves from a raised case to one that the school prepares."""
STARTS: tuple[tuple[int, str, MoveName | None], ...] = (
    (0, "", None), (6, "", None), (6, "rektor", M.RETURN), (6, "coach", M.WITHDRAW), (8, "", None), (9, "", None),
    (9, "coach", M.REVISE), (9, "rektor", M.APPEAL), (10, "coach", M.EVALUATE), (8, "rektor", M.APPEAL),
)  # fmt: skip
"""How many moves along, and then which move by whom."""


def facts_of(steps: int, goal: str = "Tre dagar") -> CaseFacts:
    """Facts of a ladder of so many steps."""
    facts = ready_facts(goals=[goal])
    return facts.model_copy(update={"ladder": facts.ladder.model_copy(update={"number_of_steps": steps})})


@cache
def outcome_of(steps: int) -> Found:
    """The plan of so many steps, searched for once."""
    found = propose(problem_of(facts_of(steps), week(), sheet(**RIGHT, **SHARED), today=TODAY))
    assert isinstance(found, Found)
    return found


class LifeOfACase(RuleBasedStateMachine):
    """A coach, a rektor, one who is both, and a coordinator, who do what they like."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.clock, self.asked = Clock(), clock.now
        clock.now = self.clock.now
        staff = Staffed(Path(self.folder.name))
        self.people = {
            "coach": staff.somebody(Role.COACH, name="coach"),
            "rektor": staff.somebody(Role.PRINCIPAL, name="rektor"),
            "both": staff.somebody(Role.COACH, Role.PRINCIPAL, name="both"),
            "samordnare": staff.somebody(Role.COORDINATOR, name="samordnare"),
        }
        self.coach = self.people["coach"]
        self.case = create_case(self.coach, name="Kim")
        staff.name(self.case, self.people["both"], Role.COACH)
        write_facts(self.coach, self.case, facts_of(2))
        take_in_timetable(self.coach, self.case, week())
        say(self.coach, self.case, sheet(**RIGHT, **SHARED))
        keep_plan(self.coach, self.case, outcome_of(2))
        self.answers = {event.id for event in open_case(self.coach, self.case).events}
        self.seen: CourseRecord = self.now()
        self.force: InForce | None = None

    def teardown(self) -> None:
        """Let the clock go as before."""
        clock.now = self.asked
        self.people["coach"].close()
        self.folder.cleanup()

    def now(self) -> CourseRecord:
        """The case as it stands."""
        return record(self.coach, self.case)

    def tries(self, act: Any, *given: Any) -> None:
        """Does it, or is refused calmly, and then nothing has changed."""
        before, refused = self.now(), None
        try:
            act(*given)
        except PlanningError as error:
            refused = error
        if refused is not None:
            assert isinstance(refused, NotAllowed) or refused.code == "no-such-case"
            assert self.now() == before

    @rule(days=st.integers(min_value=1, max_value=12))
    def time_goes(self, days: int) -> None:
        """Some days pass."""
        self.clock.at += dt.timedelta(days=days)

    @rule(choice=st.sampled_from([Choice.YES, Choice.NO]))
    def somebody_answers(self, choice: Choice) -> None:
        """An answer comes, wherever the case stands, as long as it is open."""
        at = self.clock.now()
        event = AnswerEvent(
            id=EventId(f"a-{at.timestamp()}"), question=QuestionId("PL4"), answer=Answer(choice=choice), at=at
        )

        def act() -> None:
            self.answers.update(record_answers(self.coach, self.case, [event]))

        self.tries(act)

    @rule(steps=st.sampled_from([2, 2, 3]))
    def somebody_plans(self, steps: int) -> None:
        """A plan of two steps, or of one more than was decided."""

        def act() -> None:
            keep_plan(self.coach, self.case, outcome_of(steps))

        if not is_locked(self.seen.state):
            goal = self.seen.case.facts.document.goals[0]
            kept = self.seen.case.facts.document.prepared
            facts = facts_of(steps, goal)
            facts = facts.model_copy(update={"document": facts.document.model_copy(update={"prepared": kept})})
            self.tries(write_facts, self.coach, self.case, facts)
        self.tries(act)

    @precondition(lambda self: not is_locked(self.seen.state))
    @rule()
    def somebody_makes_the_proposal(self) -> None:
        """For real, of what stands there."""
        self.tries(made_for_real, self.coach, self.case)

    @initialize(start=st.sampled_from(STARTS))
    def it_has_come_so_far(self, start: tuple[int, str, MoveName | None]) -> None:
        """So many moves of the way on and one beside it, so that every part of a life is tried."""
        far, who, name = start
        self.goes_along(far)
        if name is not None:
            self.tries(VERBS[name], self.people[who], self.case, FULL)
            self.all_of_it_holds()

    def goes_along(self, far: int) -> None:
        """So many moves of the way from a case that is raised to a plan that is lived."""
        for number in range(far):
            if number < len(ALONG):
                self.it_goes_on(ALONG[number])
            elif number == len(ALONG):
                self.somebody_decides("rektor", Ruling.AS_PROPOSED, is_read=True)
            else:
                self.it_goes_on("coach")
            self.all_of_it_holds()

    @rule(who=WHO, data=st.data(), given=GIVEN)
    def somebody_moves_from_here(self, who: str, data: st.DataObject, given: Given) -> None:
        """A move that begins where the case stands, by anybody."""
        here = sorted(row.name for row in moves_from(self.seen.state) if row.name in VERBS and row.name is not M.HOLD)
        if here:
            self.tries(VERBS[data.draw(st.sampled_from(here))], self.people[who], self.case, given)

    @rule(who=WHO, name=NAMES, given=GIVEN)
    def somebody_moves(self, who: str, name: MoveName, given: Given) -> None:
        """Any move, by anybody, said well or not at all."""
        self.tries(VERBS[name], self.people[who], self.case, given)

    @rule(who=st.sampled_from(["coach", "coach", "both", "rektor"]))
    def it_goes_on(self, who: str) -> None:
        """The way on from here, by who can, with what it asks for: so that the machine comes far."""
        store = self.people[who]
        given = Given(day=self.clock.at.date(), note="Vidare.", heard=tuple(Heard), ending=Ending.REPLACED,
                      decided_by="Eva Exempel, rektor", attendance_closed=BEGINS)  # fmt: skip
        if self.seen.state is State.WITH_GUARDIANS:
            self.tries(made_for_real, self.coach, self.case)
        made = len(self.now().moves)
        for name in ON_THE_WAY[self.now().state]:
            if name is not M.WITHDRAW and len(self.now().moves) == made:
                self.tries(VERBS[name], store, self.case, given)

    @rule(who=WHO, said=st.sampled_from(list(Ruling)), is_read=st.booleans())
    def somebody_decides(self, who: str, said: Ruling, *, is_read: bool) -> None:
        """In the app, on what was sent or on something else."""
        last = next((move.sent for move in reversed(self.seen.moves) if move.sent), None)
        sha256 = last.sha256 if last and is_read else "f" * 64
        written = Written(
            ruling=said, reasons="3 kap. 12 § skollagen. Eleven behöver börja i liten skala.",
            decided_by="Eva Exempel, rektor", decided_on=self.clock.at.date(),
        )  # fmt: skip
        self.tries(decide, self.people[who], self.case, Given(sha256=sha256, written=written))

    @rule(said=st.sampled_from(list(Ruling)), by=st.sampled_from(["Eva Exempel, rektor", "Coach Exempel"]))
    def a_ruling_comes_on_paper(self, said: Ruling, by: str) -> None:
        """It is written in by the coordinator, with whatever name stands on it."""
        if not any(made.proposal for made in open_case(self.coach, self.case).documents):
            return
        came = ruling(self.coach, self.case, ruling=said, decided_by=by, decided_on=self.clock.at.date())
        self.tries(register, self.people["samordnare"], self.case, came)

    @invariant()
    def all_of_it_holds(self) -> None:
        """What must hold whatever was done."""
        was, self.seen = self.seen, self.now()
        on = clock.today()
        force, self.force = self.force, in_force(self.seen, on)
        nothing_that_was_kept_has_changed(was, self.seen)
        the_moves_are_a_way(self.seen)
        nobody_decides_on_what_they_sent(self.seen)
        the_old_holds_until_the_new(was, self.seen, force, self.force)
        what_is_lived_was_decided(self.seen, self.force)
        assert self.answers <= {event.id for event in self.seen.case.events}


LifeOfACase.TestCase.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
TestLifeOfACase = LifeOfACase.TestCase


def test_the_way_on_comes_all_the_way(tmp_path: Path) -> None:
    """The machine's own way on leads from the beginning to a plan that is lived, so that it tries what it is for."""
    life = LifeOfACase()
    try:
        life.goes_along(6)
        assert life.seen.state is State.PREPARED
        life.somebody_decides("coach", Ruling.AS_PROPOSED, is_read=True)
        life.somebody_decides("rektor", Ruling.AS_PROPOSED, is_read=False)
        assert life.now().state is State.PREPARED
        life.somebody_decides("both", Ruling.AS_PROPOSED, is_read=True)
        life.all_of_it_holds()
        assert life.seen.state is State.DECIDED
        for _ in range(3):
            life.it_goes_on("coach")
            life.all_of_it_holds()
        assert (life.seen.state, life.seen.moves[-1].step) == (State.ACTIVE, 2)
        assert course_look(life.coach, life.case).state is State.ACTIVE
    finally:
        life.teardown()
