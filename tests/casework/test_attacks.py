"""Whoever tries whatever, in whatever order: what is open to them is what the reviewed table says of how they stand.

The reference beside the program is its own small model of who is named, who belongs where, and who has broken which
glass. It shares with the program nothing but the words and the table. The search for more runs with
`STEGVIS_PROPERTIES=search`.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import delete, update

from casework import now as clock
from casework.break_glass import break_the_glass, confirm, own_opening, review
from casework.cases import list_cases, mark_summary, open_case, record_answers, take_in_timetable
from casework.permission_table import Cell, reviewed
from casework.protection import end_protection, keep_from, kept_from, no_longer_keep_from, protect_identity
from planning.access import Action, Relation, Role
from planning.workflow.states import State, phase_of
from storage.audit import Outcome
from storage.emergency import OpeningId
from storage.people import case_people, users
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.known_people import Known, Somebody
from tests.casework.small_week import week
from tests.casework.staffed import ELSEWHERE, HERE, Staffed, Watch, told

IS_SEARCH = os.environ.get("STEGVIS_PROPERTIES") == "search"
YES = reviewed()
OF_NO_CASE = {
    Action.OPEN_CASE, Action.MANAGE_USERS, Action.READ_AUDIT, Action.KEEP_KEYS, Action.SEE_SETTINGS,
    Action.KEEP_SETTINGS,
}  # fmt: skip
LOCKED = {State.SENT, State.PREPARED}
PLANS = {Action.MAKE_PLAN, Action.CHANGE_PLAN, Action.TAKE_IN_TIMETABLE}
"""What whoever plans can do again when what was sent has come back."""
WHY = "Coach Exempel är sjuk och eleven väntar i dörren"
UNITS = (HERE, ELSEWHERE, "")
HOUR = dt.timedelta(hours=1)


CASE_VERBS: dict[str, tuple[Action, Callable[[CaseStore, CaseId], object]]] = {
    "open": (Action.SEE_CASE, open_case),
    "answer": (Action.ANSWER, lambda store, case: record_answers(store, case, ())),
    "timetable": (Action.TAKE_IN_TIMETABLE, lambda store, case: take_in_timetable(store, case, week())),
    "summary": (Action.MARK_SUMMARY, lambda store, case: mark_summary(store, case, ())),
    "kept from": (Action.SEE_NOTES, kept_from),
    "own": (Action.SEE_CASE, own_opening),
}
"""Verbs that do nothing else than they are asked, by what they must be allowed."""
CAST = (Role.COACH, Role.GUARDIAN, Role.COACH, Role.COORDINATOR)
COACH, GUARDIAN, HELPER = 0, 1, 2
"""Of the nine people the first four are always there, so that the reference has somebody to say yes to."""
WHO, WHICH = st.integers(0, 8), st.integers(0, 2)


class Attacks(RuleBasedStateMachine):
    """Nine people, three cases, and anything that they may come upon to try."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.watch = Watch()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(clock, "now", lambda: self.watch.now)
        self.staff = Staffed(self.folder)
        self.people: list[Somebody] = []
        self.cases: list[Known] = []
        self.denied = 0

    @initialize(
        roles=st.lists(st.sets(st.sampled_from(Role), min_size=1, max_size=2), min_size=9, max_size=9),
        units=st.lists(st.sampled_from(UNITS), min_size=9, max_size=9),
        states=st.lists(st.tuples(st.sampled_from(State), st.booleans()), min_size=3, max_size=3),
    )
    def begin(self, roles: list[set[Role]], units: list[str], states: list[tuple[State, bool]]) -> None:
        """People with any roles anywhere, and cases in any state."""
        anybody = [(tuple(sorted(held)), unit) for held, unit in zip(roles, units, strict=True)]
        for ordered, unit in [*(((role,), HERE) for role in CAST), *anybody[len(CAST) :]]:
            self.people.append(Somebody(self.staff.somebody(*ordered, unit=unit), ordered, unit))
        for (state, hides), unit in zip(states, (HERE, HERE, ELSEWHERE), strict=True):
            self.cases.append(Known(self.staff.case(state, unit=unit, is_protected=hides), unit, state, hides))
        self.is_named(COACH, 0, Relation.ASSIGNED)
        self.is_named(GUARDIAN, 0, Relation.GUARDIAN_OF)

    def standing(self, who: int, case: Known) -> set[tuple[Role, Relation]]:
        """How somebody stands to the case, by the reference's own reckoning."""
        one = self.people[who]
        if not one.is_active or who in case.blocked:
            return set()
        found = {(role, relation) for (user, role), relation in case.named.items() if user == who}
        if one.unit and one.unit == case.unit:
            found |= {(role, Relation.SAME_UNIT) for role in one.roles}
        if any(user == who and glass.at <= self.watch.now < glass.until for user, glass in case.glass):
            found |= {(role, Relation.BREAK_GLASS) for role in one.roles}
        return found

    def allows(self, who: int, case: Known, action: Action) -> bool:
        """What the table says of it."""
        return any(
            Cell(role, action, relation, phase_of(case.state), case.is_protected) in YES
            for role, relation in self.standing(who, case)
        )

    def answer(self, who: int, case: Known, action: Action) -> str:
        """What somebody is told who tries: nothing, that it is not theirs, or that there is no such case."""
        if self.allows(who, case, action):
            return ""
        acts = set(Action) - OF_NO_CASE - {Action.BREAK_THE_GLASS}
        knows = any(self.allows(who, case, act) for act in acts)
        self.denied += 1
        if case.state in LOCKED and action in PLANS and self.allows(who, replace(case, state=State.DRAFT), action):
            return "sent_is_locked"
        return "not_yours_to_do" if knows else "no-such-case"

    @rule(who=WHO, which=WHICH, name=st.sampled_from(sorted(CASE_VERBS)))
    def tries(self, who: int, which: int, name: str) -> None:
        """One verb, by anybody, on any case."""
        action, verb = CASE_VERBS[name]
        case = self.cases[which]
        assert told(verb, self.people[who].store, case.id) == self.answer(who, case, action)

    @rule(who=WHO)
    def looks_at_the_list(self, who: int) -> None:
        """It holds the cases that the table says, and no other."""
        seen = {one.id for one in list_cases(self.people[who].store)}
        assert seen == {case.id for case in self.cases if self.allows(who, case, Action.SEE_LIST)}

    @rule(who=WHO, which=WHICH)
    def breaks_the_glass(self, who: int, which: int) -> None:
        """With a good reason, and without any right to."""
        case, store = self.cases[which], self.people[who].store
        expected = self.answer(who, case, Action.BREAK_THE_GLASS)
        if expected:
            assert told(break_the_glass, store, case.id, WHY) == expected
            return
        opening = break_the_glass(store, case.id, WHY)
        assert (opening.until > opening.at) or case.is_protected or opening.second_user is None
        if opening.id not in {glass.id for _, glass in case.glass}:
            assert opening.until == (self.watch.now if case.is_protected else self.watch.now + HOUR)
            case.glass.append((who, opening))

    @precondition(lambda self: any(case.glass for case in self.cases))
    @rule(who=WHO, which=WHICH, number=st.integers(0, 3), reviews=st.booleans())
    def confirms_or_reviews(self, who: int, which: int, number: int, *, reviews: bool) -> None:
        """An emergency of this case or of another."""
        every = [(case, user, glass) for case in self.cases for user, glass in case.glass]
        _, user, glass = every[number % len(every)]
        case = self.cases[which]
        expected = self.answer(who, case, Action.BREAK_THE_GLASS)
        came = told(review if reviews else confirm, self.people[who].store, case.id, OpeningId(glass.id))
        if expected:
            assert came == expected
        elif came == "" and not reviews:
            assert (glass.until, user != who) == (glass.at, True)
            now = self.watch.now
            opened = glass.model_copy(update={"at": now, "until": now + HOUR, "second_user": str(who)})
            case.glass = [(u, opened if g.id == glass.id else g) for u, g in case.glass]
        elif came == "":
            assert user != who
            assert self.watch.now >= glass.until

    @rule(who=WHO, which=WHICH, on=st.booleans())
    def sets_protection(self, who: int, which: int, *, on: bool) -> None:
        """Whoever is allowed changes for whom the case exists."""
        case, verb = self.cases[which], protect_identity if on else end_protection
        expected = self.answer(who, case, Action.SET_PROTECTION)
        assert told(verb, self.people[who].store, case.id) == expected
        if expected == "":
            self._now_protected(case, on=on)

    def _now_protected(self, case: Known, *, on: bool) -> None:
        if on and not case.is_protected:
            now = self.watch.now
            case.glass = [
                (u, g.model_copy(update={"until": now}) if g.second_user is None and g.until > now else g)
                for u, g in case.glass
            ]
        case.is_protected = on

    @rule(who=WHO, which=WHICH, whom=WHO, on=st.booleans())
    def keeps_from(self, who: int, which: int, whom: int, *, on: bool) -> None:
        """A guardian, or somebody who is none."""
        case, verb = self.cases[which], keep_from if on else no_longer_keep_from
        expected = self.answer(who, case, Action.SET_PROTECTION)
        if expected == "" and (whom, Role.GUARDIAN) not in case.named:
            expected = "not_a_guardian_here"
        user = self.people[whom].store.actor.user
        assert told(verb, self.people[who].store, case.id, user) == expected
        if expected == "":
            (case.blocked.add if on else case.blocked.discard)(whom)

    @rule(name=st.sampled_from(sorted(CASE_VERBS)), on=st.booleans())
    def a_guardian_is_kept_out(self, name: str, *, on: bool) -> None:
        """At once, or in again at once; whatever they try."""
        self.keeps_from(COACH, 0, GUARDIAN, on=on)
        self.tries(GUARDIAN, 0, name)

    @rule(name=st.sampled_from(sorted(CASE_VERBS)), state=st.sampled_from(State))
    def the_coach_goes_on(self, name: str, state: State) -> None:
        """However far the case has come."""
        self.case_moves(0, state)
        self.tries(COACH, 0, name)

    @rule(name=st.sampled_from(sorted(CASE_VERBS)))
    def an_hour_is_cut_short(self, name: str) -> None:
        """Who came in alone is out again when the identity is protected."""
        self.breaks_the_glass(HELPER, 0)
        self.tries(HELPER, 0, name)
        self.sets_protection(COACH, 0, on=True)
        self.tries(HELPER, 0, name)

    @rule(whom=WHO, which=WHICH, relation=st.sampled_from([Relation.SELF, Relation.GUARDIAN_OF, Relation.ASSIGNED]))
    def is_named(self, whom: int, which: int, relation: Relation) -> None:
        """Somebody is named for a case in one of their roles, however little sense it makes."""
        case, one = self.cases[which], self.people[whom]
        role = one.roles[0]
        if (whom, role) not in case.named:
            self.staff.name(case.id, one.store, role, relation)
            case.named[whom, role] = relation

    @rule(whom=WHO, which=WHICH)
    def is_let_go(self, whom: int, which: int) -> None:
        """Nothing of what they could do for being named stays."""
        case, user = self.cases[which], self.people[whom].store.actor.user
        with self.staff.store.writing() as writer:
            of_them = (case_people.c.case_id == case.id) & (case_people.c.user_id == user)
            writer._connection.execute(delete(case_people).where(of_them))
        case.named = {key: relation for key, relation in case.named.items() if key[0] != whom}
        case.blocked.discard(whom)

    @rule(whom=WHO, on=st.booleans())
    def leaves_or_returns(self, whom: int, *, on: bool) -> None:
        """Whoever has left the work has no case any more, at once."""
        one = self.people[whom]
        with self.staff.store.writing() as writer:
            writer._connection.execute(update(users).where(users.c.id == one.store.actor.user).values(is_active=on))
        one.is_active = on

    @rule(which=WHICH, state=st.sampled_from(State))
    def case_moves(self, which: int, state: State) -> None:
        """What is open changes with how far the case has come."""
        self.staff.move(self.cases[which].id, state)
        self.cases[which].state = state

    @rule(minutes=st.sampled_from([1, 30, 59, 60, 61, 7 * 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        """An hour is over when it is over."""
        self.watch.on(dt.timedelta(minutes=minutes))

    @invariant()
    def every_denial_is_in_the_log(self) -> None:
        """As many rows as there were refusals."""
        if self.people:
            refused = [row for row in self.staff.log() if row.outcome is Outcome.DENIED]
            assert len(refused) == self.denied

    def teardown(self) -> None:
        """The log holds together to its end."""
        try:
            assert self.staff.store.check() is None
        finally:
            self.patch.undo()
            self.staff.store.close()
            shutil.rmtree(self.folder)


TestAttacks = Attacks.TestCase
TestAttacks.__doc__ = "Nine people, three cases, and anything that they may come upon to try."
TestAttacks.settings = settings(
    max_examples=20_000 if IS_SEARCH else 30,
    stateful_step_count=40 if IS_SEARCH else 25,
    suppress_health_check=list(HealthCheck),
)
