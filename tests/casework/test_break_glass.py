"""Emergencies: an hour to the minute, under others' eyes, looked at within a week, and by two for the protected."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.break_glass import (
    OPEN_FOR,
    REVIEWED_WITHIN,
    Opening,
    break_the_glass,
    confirm,
    emergencies,
    emergencies_everywhere,
    own_opening,
    review,
    review_everywhere,
    step_of,
)
from casework.cases import list_cases, open_case, record_answers, write_facts
from casework.facts import CaseFacts
from planning.access import Action, Role
from planning.emergency import Step
from planning.errors import BadInput, CaseFileError, NotAllowed
from planning.workflow.states import State
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import AT, ELSEWHERE, Staffed, Watch, acts, told

WHY = "Coach Exempel är sjuk och eleven väntar i dörren"
MINUTE = dt.timedelta(minutes=1)
MICROSECOND = dt.timedelta(microseconds=1)


class Emergency:
    """A unit with a case that somebody else is named for."""

    def __init__(self, folder: Path, *, is_protected: bool = False) -> None:
        self.staff = Staffed(folder)
        self.case: CaseId = self.staff.case(State.DRAFT, is_protected=is_protected)
        self.named = self.staff.somebody(Role.COACH, name="named")
        self.staff.name(self.case, self.named, Role.COACH)
        self.helper = self.staff.somebody(Role.COACH, name="helper")
        self.colleague = self.staff.somebody(Role.COACH, name="colleague")
        self.lead = self.staff.somebody(Role.COORDINATOR, name="lead")
        self.officer = self.staff.somebody(Role.DATA_PROTECTION_OFFICER, unit="", name="officer")

    def steps(self, who: CaseStore) -> list[Step]:
        """What that person's start page tells."""
        return [one.step for one in emergencies(who)]


@pytest.fixture
def there(tmp_path: Path, watch: Watch) -> Emergency:
    """An ordinary case."""
    assert watch.now == AT
    return Emergency(tmp_path)


@pytest.fixture
def hidden(tmp_path: Path, watch: Watch) -> Emergency:
    """A case with protected identity."""
    assert watch.now == AT
    return Emergency(tmp_path, is_protected=True)


def test_a_colleague_reads_for_sixty_minutes_and_not_a_moment_longer(there: Emergency, watch: Watch) -> None:
    """Before the reason the case does not exist for them, at the sixtieth minute it does not any more."""
    assert told(open_case, there.helper, there.case) == "no-such-case"
    opening = break_the_glass(there.helper, there.case, WHY)
    assert opening.until - opening.at == dt.timedelta(minutes=60)
    assert open_case(there.helper, there.case).facts.student == "Test"
    watch.on(60 * MINUTE - MICROSECOND)
    assert open_case(there.helper, there.case)
    assert own_opening(there.helper, there.case) == opening
    watch.on(MICROSECOND)
    assert told(open_case, there.helper, there.case) == "no-such-case"
    assert told(own_opening, there.helper, there.case) == "no-such-case"


def test_the_hour_is_for_one_case_and_one_person(there: Emergency) -> None:
    """Neither another case nor another colleague comes in by the same opening."""
    other = there.staff.case(State.DRAFT)
    break_the_glass(there.helper, there.case, WHY)
    assert told(open_case, there.helper, other) == "no-such-case"
    assert told(open_case, there.colleague, there.case) == "no-such-case"


def test_an_emergency_changes_nothing(there: Emergency) -> None:
    """It reads: facts, answers and plans are not the helper's to write, and no list shows the case."""
    break_the_glass(there.helper, there.case, WHY)
    assert told(write_facts, there.helper, there.case, CaseFacts(student="Annan")) == "not_yours_to_do"
    assert told(record_answers, there.helper, there.case, ()) == "not_yours_to_do"
    assert list_cases(there.helper) == ()


@pytest.mark.parametrize("reason", ["", "bråttom", "jag måste se det", "! ! ! ! ! ! !", " a b c d "])
def test_an_emergency_takes_a_reason(there: Emergency, reason: str) -> None:
    """At least five words with letters in them; without them nothing is opened."""
    with pytest.raises(BadInput, match="reason_too_short"):
        break_the_glass(there.helper, there.case, reason)
    assert told(open_case, there.helper, there.case) == "no-such-case"


def test_a_reason_has_an_end(there: Emergency) -> None:
    """A text without end is no reason."""
    with pytest.raises(BadInput, match="reason_too_long"):
        break_the_glass(there.helper, there.case, "därför " * 400)


def test_asking_twice_opens_once(there: Emergency, watch: Watch) -> None:
    """A second press gives the same hour, and no longer one; when it is over a new reason begins a new hour."""
    first = break_the_glass(there.helper, there.case, WHY)
    watch.on(30 * MINUTE)
    assert break_the_glass(there.helper, there.case, WHY) == first
    watch.on(30 * MINUTE)
    second = break_the_glass(there.helper, there.case, WHY)
    assert (second.id != first.id, second.until) == (True, AT + 120 * MINUTE)


def test_nobody_else_breaks_any_glass(there: Emergency) -> None:
    """Mentor, rektor, administrator, student and a coach of another unit are told that there is no such case."""
    others = [Role.MENTOR, Role.PRINCIPAL, Role.ADMINISTRATOR, Role.STUDENT]
    people = [there.staff.somebody(role) for role in others] + [there.staff.somebody(Role.COACH, unit=ELSEWHERE)]
    assert {told(break_the_glass, who, there.case, WHY) for who in people} == {"no-such-case"}
    assert {told(open_case, who, there.case) for who in people} == {"no-such-case"}
    officer = there.staff.somebody(Role.DATA_PROTECTION_OFFICER)
    assert {told(break_the_glass, officer, there.case, WHY), told(open_case, officer, there.case)} == {
        "not_yours_to_do"
    }


def test_coordinator_and_officer_are_told_at_once(there: Emergency) -> None:
    """Who, which case, why and until when, on their start pages, in the same moment; other colleagues see nothing."""
    break_the_glass(there.helper, there.case, WHY)
    for seen in (emergencies(there.lead), emergencies_everywhere(there.officer)):
        [one] = seen
        assert (one.opening.user, one.opening.case_id, one.opening.reason) == ("helper", there.case, WHY)
        assert (one.step, one.is_own, one.review_by) == (Step.OPEN, False, AT + dt.timedelta(days=7))
    assert emergencies(there.colleague) == ()
    assert [one.is_own for one in emergencies(there.helper)] == [True]
    assert emergencies(there.staff.somebody(Role.COORDINATOR, unit=ELSEWHERE)) == ()


def test_somebody_else_reviews_within_a_week(there: Emergency, watch: Watch) -> None:
    """Not while it stands open, not whoever opened it; then once, and it is told who did."""
    opening = break_the_glass(there.helper, there.case, WHY)
    assert told(review, there.lead, there.case, opening.id) == "opening_not_to_review"
    watch.on(OPEN_FOR)
    assert there.steps(there.lead) == [Step.TO_REVIEW]
    assert told(review, there.helper, there.case, opening.id) == "not_yours_to_do"
    assert told(review, there.colleague, there.case, opening.id) == "not_yours_to_do"
    review(there.lead, there.case, opening.id)
    [one] = emergencies(there.lead)
    assert (one.step, one.opening.reviewed_by, one.opening.reviewed_at) == (Step.REVIEWED, "lead", AT + OPEN_FOR)
    assert told(review, there.lead, there.case, opening.id) == "opening_not_to_review"


def test_a_coordinator_does_not_review_their_own(there: Emergency, watch: Watch) -> None:
    """Whoever leads the unit and opened a case is looked at by another."""
    opening = break_the_glass(there.lead, there.case, WHY)
    watch.on(OPEN_FOR)
    assert told(review, there.lead, there.case, opening.id) == "takes_another_person"
    review_everywhere(there.officer, there.case, opening.id)
    assert there.steps(there.lead) == [Step.REVIEWED]


def test_what_nobody_has_reviewed_escalates_after_seven_days(there: Emergency, watch: Watch) -> None:
    """At the seventh day it is overdue, stands before newer ones for coordinator and officer, and stays until done."""
    old = break_the_glass(there.helper, there.case, WHY)
    watch.on(REVIEWED_WITHIN - MICROSECOND)
    assert there.steps(there.lead) == [Step.TO_REVIEW]
    break_the_glass(there.colleague, there.case, WHY)
    assert there.steps(there.lead) == [Step.OPEN, Step.TO_REVIEW]
    watch.on(MICROSECOND)
    assert there.steps(there.lead) == [Step.OVERDUE, Step.OPEN]
    assert [one.step for one in emergencies_everywhere(there.officer)] == [Step.OVERDUE, Step.OPEN]
    watch.on(dt.timedelta(days=300))
    assert there.steps(there.lead)[0] is Step.OVERDUE
    review(there.lead, there.case, old.id)
    assert there.steps(there.lead) == [Step.OVERDUE, Step.REVIEWED]


def test_a_protected_identity_takes_two(hidden: Emergency, watch: Watch) -> None:
    """Asking shows nothing; another person's yes begins the hour, from then."""
    asked = break_the_glass(hidden.helper, hidden.case, WHY)
    assert told(open_case, hidden.helper, hidden.case) == "no-such-case"
    assert told(confirm, hidden.helper, hidden.case, asked.id) == "takes_another_person"
    assert hidden.steps(hidden.colleague) == [Step.WAITING]
    watch.on(20 * MINUTE)
    opened = confirm(hidden.colleague, hidden.case, asked.id)
    assert (opened.second_user, opened.until) == ("colleague", AT + 80 * MINUTE)
    assert open_case(hidden.helper, hidden.case)
    assert told(open_case, hidden.colleague, hidden.case) == "no-such-case"
    watch.on(60 * MINUTE)
    assert told(open_case, hidden.helper, hidden.case) == "no-such-case"
    assert told(confirm, hidden.lead, hidden.case, asked.id) == "opening_not_waiting"


def test_neither_of_the_two_reviews(hidden: Emergency, watch: Watch) -> None:
    """The second person was in it as much as the first."""
    asked = break_the_glass(hidden.helper, hidden.case, WHY)
    confirm(hidden.lead, hidden.case, asked.id)
    watch.on(OPEN_FOR)
    assert told(review, hidden.lead, hidden.case, asked.id) == "takes_another_person"
    review_everywhere(hidden.officer, hidden.case, asked.id)


def test_without_a_second_person_it_lapses(hidden: Emergency, watch: Watch) -> None:
    """After an hour nobody can say yes any more, there is nothing to review, and a new reason begins anew."""
    asked = break_the_glass(hidden.helper, hidden.case, WHY)
    watch.on(OPEN_FOR)
    assert hidden.steps(hidden.lead) == [Step.LAPSED]
    assert told(confirm, hidden.colleague, hidden.case, asked.id) == "opening_not_waiting"
    assert told(review, hidden.lead, hidden.case, asked.id) == "opening_not_to_review"
    assert break_the_glass(hidden.helper, hidden.case, WHY).id != asked.id


def test_an_ordinary_emergency_needs_no_second_person(there: Emergency) -> None:
    """It stands open already; nobody is asked to share in it."""
    opening = break_the_glass(there.helper, there.case, WHY)
    assert told(confirm, there.colleague, there.case, opening.id) == "opening_not_waiting"


def test_an_emergency_of_another_case_is_not_there(there: Emergency, watch: Watch) -> None:
    """Its id opens no door beside the case that it belongs to."""
    opening = break_the_glass(there.helper, there.case, WHY)
    other = there.staff.case(State.DRAFT)
    watch.on(OPEN_FOR)
    assert told(review, there.lead, other, opening.id) == "no_such_opening"
    assert told(review_everywhere, there.officer, other, opening.id) == "no_such_opening"


def test_only_the_officer_sees_every_unit(there: Emergency) -> None:
    """A coach, a coordinator and an administrator are refused, and the log knows it."""
    refused = [there.helper, there.lead, there.staff.somebody(Role.ADMINISTRATOR, name="keeper")]
    for who in refused:
        with pytest.raises(NotAllowed, match="not_yours_to_do"):
            emergencies_everywhere(who)
    denied = [(who.actor.user, "read_audit", "denied") for who in refused]
    assert acts(there.staff.log())[-3:] == denied


def test_everything_is_in_the_log(hidden: Emergency, watch: Watch) -> None:
    """Asking, confirming, reading and reviewing leave a row each, and a second one each for the protected."""
    before = len(hidden.staff.log(hidden.case))
    asked = break_the_glass(hidden.helper, hidden.case, WHY)
    confirm(hidden.colleague, hidden.case, asked.id)
    open_case(hidden.helper, hidden.case)
    watch.on(OPEN_FOR)
    told(open_case, hidden.helper, hidden.case)
    review(hidden.lead, hidden.case, asked.id)
    glass, sight = Action.BREAK_THE_GLASS.value, Action.SEE_CASE.value
    twice = [(who, act) for who, act in [("helper", glass), ("colleague", glass), ("helper", sight)] for _ in "ab"]
    found = acts(hidden.staff.log(hidden.case))[before:]
    assert [(who, act) for who, act, _ in found] == [*twice, ("helper", sight), ("lead", glass), ("lead", glass)]
    assert [came for _, _, came in found] == ["done", "doubled"] * 3 + ["denied"] + ["done", "doubled"]


def test_the_reason_is_sealed_and_goes_with_the_case(there: Emergency, tmp_path: Path) -> None:
    """No word of it can be read in the file; it is about a student."""
    break_the_glass(there.helper, there.case, WHY)
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("staffed*"))
    assert b"Coach Exempel" not in stored
    assert b"helper" in stored


def test_an_emergency_in_the_future_shows_nothing(there: Emergency, watch: Watch) -> None:
    """A clock that was put back does not leave the case open."""
    watch.on(dt.timedelta(days=1))
    break_the_glass(there.helper, there.case, WHY)
    watch.on(-dt.timedelta(days=1))
    with pytest.raises(CaseFileError, match="no-such-case"):
        open_case(there.helper, there.case)


def test_the_step_follows_from_what_is_kept() -> None:
    """Every step of an emergency, from its own times alone."""
    opening = Opening.model_validate(
        {"id": "o", "case_id": "c", "user": "u", "reason": WHY, "at": AT, "until": AT + OPEN_FOR}
    )
    waiting = opening.model_copy(update={"until": AT})
    late = AT + REVIEWED_WITHIN
    assert [step_of(opening, at) for at in (AT, AT + OPEN_FOR, late)] == [Step.OPEN, Step.TO_REVIEW, Step.OVERDUE]
    assert [step_of(waiting, at) for at in (AT, AT + OPEN_FOR, late)] == [Step.WAITING, Step.LAPSED, Step.LAPSED]
