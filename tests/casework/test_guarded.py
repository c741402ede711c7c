"""The guard: what has not said its action opens nothing; what is refused changes nothing and is logged."""

from __future__ import annotations

import datetime as dt

import pytest

from casework import now as clock
from casework.case_records import FACTS
from casework.cases import create_case, list_cases, open_case, write_facts
from casework.facts import CaseFacts
from casework.guarded import LOOK_LASTS, action_now, changing, creating, looking, looking_over, verb
from planning.access import Action, Relation, Role
from planning.errors import Bug, CaseFileError, NotAllowed
from planning.workflow.states import State
from storage.actor import Actor
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import ELSEWHERE, Staffed, Watch, acts, told


@pytest.fixture
def coach(school: Staffed) -> CaseStore:
    """A coach here."""
    return school.somebody(Role.COACH, name="coach")


@pytest.fixture
def case_id(school: Staffed, coach: CaseStore) -> CaseId:
    """A case that the coach is named for."""
    made = school.case()
    school.name(made, coach, Role.COACH)
    return made


@pytest.mark.parametrize("way", ["changing", "looking", "looking_over", "creating"])
def test_without_an_action_nothing_is_open(school: Staffed, case_id: CaseId, way: str) -> None:
    """A fault of ours is told as that, and leaves no trace of a look that was none."""
    ways = {
        "changing": lambda: changing(school.store, case_id), "looking": lambda: looking(school.store, case_id),
        "looking_over": lambda: looking_over(school.store), "creating": lambda: creating(school.store, CaseId("new")),
    }  # fmt: skip
    before = school.log()
    with pytest.raises(Bug, match="verb_without_action"), ways[way]():
        pytest.fail("it was open")
    assert school.log() == before


def test_a_verb_in_a_verb_is_its_own_and_the_outer_goes_on() -> None:
    """Also when the inner one breaks; afterwards nothing is being done."""
    @verb(Action.SHARE)
    def inner(*, breaks: bool) -> Action:
        if breaks:
            raise KeyboardInterrupt
        return action_now()

    @verb(Action.SUBMIT)
    def outer() -> list[Action]:
        found = [action_now(), inner(breaks=False), action_now()]
        with pytest.raises(KeyboardInterrupt):
            inner(breaks=True)
        return [*found, action_now()]

    assert outer() == [Action.SUBMIT, Action.SHARE, Action.SUBMIT, Action.SUBMIT]
    assert outer.__dict__["action"] is Action.SUBMIT
    with pytest.raises(Bug):
        action_now()


def test_a_change_and_its_row_are_one(school: Staffed, coach: CaseStore, case_id: CaseId) -> None:
    """What breaks in the middle leaves neither."""
    @verb(Action.WRITE_FACTS)
    def interrupted() -> None:
        with changing(coach, case_id) as (writer, _, at):
            writer.add(FACTS, case_id, CaseFacts(student="Half"), at)
            raise KeyboardInterrupt

    before = school.log()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert school.log() == before
    assert open_case(coach, case_id).facts.student == "Test"
    write_facts(coach, case_id, CaseFacts(student="Whole"))
    assert acts(school.log())[-1] == ("coach", "write_facts", "done")


def test_what_is_refused_changes_nothing_and_is_logged(school: Staffed, case_id: CaseId) -> None:
    """Each time, by who tried and what."""
    lead = school.somebody(Role.COORDINATOR, name="lead")
    for _ in range(2):
        assert told(write_facts, lead, case_id, CaseFacts(student="Other")) == "not_yours_to_do"
    assert acts(school.log())[-2:] == [("lead", "write_facts", "denied")] * 2
    assert open_case(school.store, case_id).facts.student == "Test"
    assert school.store.check() is None


@pytest.mark.parametrize("act", [open_case, lambda store, case: write_facts(store, case, CaseFacts())])
def test_another_s_case_is_told_as_one_that_is_not_there(
    school: Staffed, case_id: CaseId, act: object
) -> None:
    """The same error with the same data, but for the id that was asked for; the try at the real one is logged."""
    stranger = school.somebody(Role.COACH, unit=ELSEWHERE, name="stranger")
    refusals = []
    for asked in (case_id, CaseId("nobody")):
        with pytest.raises(CaseFileError) as refused:
            act(stranger, asked)  # type: ignore[operator]  # both are verbs
        refusals.append((refused.value.code, refused.value.data, type(refused.value)))
    assert refusals == [("no-such-case", {"case": asked}, CaseFileError) for asked in (case_id, "nobody")]
    tried = [row for row in school.log() if row.actor == "stranger"]
    assert (tried[0].outcome.value, tried[0].case_id) == ("denied", case_id)


def test_looking_again_within_ten_minutes_is_one_look(
    school: Staffed, coach: CaseStore, case_id: CaseId, watch: Watch
) -> None:
    """In the same session; another session, another case and another action are other looks."""
    def looks() -> int:
        return [row[1] for row in acts(school.log())].count("see_case")

    for minutes in (0, 5, 4):
        watch.on(dt.timedelta(minutes=minutes))
        open_case(coach, case_id)
    assert looks() == 1
    open_case(coach.acting(Actor(user=coach.actor.user, session="another")), case_id)
    assert looks() == 2
    watch.on(LOOK_LASTS - dt.timedelta(minutes=9))
    open_case(coach, case_id)
    assert looks() == 3
    # A clock that has been set back must not hide what is looked at meanwhile.
    watch.on(-dt.timedelta(hours=2))
    open_case(coach, case_id)
    assert looks() == 4


def test_a_look_is_checked_each_time_though_it_is_logged_once(
    school: Staffed, coach: CaseStore, case_id: CaseId
) -> None:
    """A right that has ended opens nothing, not even for the rest of ten minutes."""
    open_case(coach, case_id)
    school.block(case_id, coach)
    assert told(open_case, coach, case_id) == "no-such-case"
    assert acts(school.log())[-1] == ("coach", "see_case", "denied")


def test_a_look_that_could_not_be_logged_shows_nothing(
    coach: CaseStore, case_id: CaseId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full: nobody reads unseen, and the next look is logged."""
    def full(*_: object) -> int:
        raise CaseFileError("disk-is-full")

    with monkeypatch.context() as patch:
        patch.setattr("storage.writing.add_row", full)
        assert told(open_case, coach, case_id) == "disk-is-full"
    assert coach.seen == {}
    open_case(coach, case_id)
    assert coach.seen != {}


def test_a_protected_case_leaves_two_rows(school: Staffed, coach: CaseStore) -> None:
    """One for the case, and one for whoever watches over such cases."""
    hidden = school.case(is_protected=True)
    school.name(hidden, coach, Role.COACH)
    open_case(coach, hidden)
    write_facts(coach, hidden, CaseFacts.model_validate(
        {"student": "K", "document": {"student": {"has_protected_identity": True}}}))  # fmt: skip
    assert acts(school.log(hidden)) == [
        ("coach", "see_case", "done"), ("coach", "see_case", "doubled"),
        ("coach", "write_facts", "done"), ("coach", "write_facts", "doubled"),
    ]  # fmt: skip


def test_a_list_holds_one_s_own_cases_alone(school: Staffed, coach: CaseStore, case_id: CaseId) -> None:
    """Neither the unit's others, nor another unit's, nor one that is kept from them."""
    for made in (school.case(), school.case(unit=ELSEWHERE)):
        assert made not in {case.id for case in list_cases(coach)}
    assert [case.id for case in list_cases(coach)] == [case_id]
    assert list_cases(school.somebody()) == ()


def test_a_new_case_is_named_for_its_coach_at_the_unit(school: Staffed, coach: CaseStore) -> None:
    """Who may raise none is refused, and nothing is made."""
    made = create_case(coach, name="Ny")
    with coach.reading() as reader:
        row = reader.case(made)
        assert reader.standings((row,), clock.now())[made] >= {(Role.COACH, Relation.ASSIGNED)}
    assert (row.unit, State(row.state)) == ("unit-here", State.RAISED)
    before = len(list_cases(school.store))
    for role in (Role.MENTOR, Role.STUDENT, Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed, match="not_yours_to_do"):
            create_case(school.somebody(role), name="Nej")
    assert len(list_cases(school.store)) == before
