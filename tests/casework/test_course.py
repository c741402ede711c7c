"""The course of a case to the school and back: what moves, what waits, and what never changes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.app_verbs import make_plan
from casework.cases import CaseStore, open_case, record_answers, write_facts
from casework.course import decide, register
from casework.course_verbs import (
    begin_draft,
    begin_mapping,
    catch_up,
    inform_guardians,
    notify,
    present,
    receive,
    return_,
    submit,
    withdraw,
)
from casework.guarded import verb
from planning.access import Action
from planning.decided import Ruling
from planning.errors import Bug, NotAllowed
from planning.workflow.moves import Ending, Given, Move, MoveName
from planning.workflow.states import State
from tests.casework.followed_cases import (
    RECEIVED,
    TOLD,
    Clock,
    active,
    made_for_real,
    on_its_way,
    planned,
    record,
    ruling,
    say,
    sent,
    state,
    waits,
)
from tests.casework.ready_case import RIGHT, ready_facts
from tests.casework.small_week import sheet
from tests.opened_store import opened_store


@pytest.fixture
def store(tmp_path: Path, at: Clock) -> CaseStore:
    """An empty store of one coach alone."""
    return opened_store(tmp_path / "cases.stegvis")


def test_a_new_case_of_one_alone_is_being_mapped(store: CaseStore) -> None:
    """There is nobody to raise it and nobody else to name."""
    case_id = planned(store)
    assert (state(store, case_id), record(store, case_id).moves) == (State.MAPPING, ())


def test_the_way_to_the_school_and_back(store: CaseStore, at: Clock) -> None:
    """Each move leads on, and each is kept as it was made."""
    case_id = active(store, at)
    kept = record(store, case_id)
    assert kept.state is State.ACTIVE
    assert [(made.name, made.to_state) for made in kept.moves] == [
        (MoveName.BEGIN_DRAFT, State.DRAFT), (MoveName.PRESENT, State.PRESENTED),
        (MoveName.INFORM_GUARDIANS, State.WITH_GUARDIANS), (MoveName.SUBMIT, State.SENT),
        (MoveName.REGISTER_DECISION, State.DECIDED), (MoveName.NOTIFY, State.NOTIFIED),
        (MoveName.ACTIVATE, State.ACTIVE),
    ]  # fmt: skip
    assert all(made.by == "alone" for made in kept.moves)
    assert [made.at for made in kept.moves] == sorted(made.at for made in kept.moves)


def test_what_is_sent_is_locked_with_its_hash(store: CaseStore) -> None:
    """The version, the document, the plan and the facts that it was made of stand in the move."""
    case_id = on_its_way(store)
    made = submit(store, case_id)
    (document,) = open_case(store, case_id).documents
    assert made.sent is not None
    assert (made.sent.sha256, made.sent.version, made.sent.plan_number) == (document.sha256, 1, 1)
    assert record(store, case_id).facts_before(made.sent.facts_number) == open_case(store, case_id).facts


def test_a_proposal_of_older_facts_is_not_sent(store: CaseStore) -> None:
    """It is made anew first: what is sent is what stands here."""
    case_id = on_its_way(store)
    facts = open_case(store, case_id).facts
    write_facts(store, case_id, facts.model_copy(update={"document": ready_facts(goals=["Tre dagar"]).document}))
    with pytest.raises(NotAllowed) as refused:
        submit(store, case_id)
    assert waits(refused) == ("document_made",)
    made_for_real(store, case_id)
    assert submit(store, case_id).to_state is State.SENT


def test_everything_that_waits_is_told_at_once_and_nothing_changes(store: CaseStore) -> None:
    """Not the first thing, and then the next."""
    case_id = planned(store, ready_facts(student_view={}, guardian_views=[], needs=[]))
    begin_draft(store, case_id)
    present(store, case_id)
    before = record(store, case_id)
    with pytest.raises(NotAllowed) as refused:
        inform_guardians(store, case_id)
    assert waits(refused) == ("P4", "guardians_offered")
    assert record(store, case_id) == before


def test_a_move_that_does_not_begin_here_is_not_now(store: CaseStore) -> None:
    """With where the case stands, so that it can be said what comes first."""
    case_id = planned(store)
    before = record(store, case_id)
    with pytest.raises(NotAllowed) as refused:
        submit(store, case_id)
    assert (refused.value.code, refused.value.data) == ("not_now", {"move": "submit", "state": "mapping"})
    assert record(store, case_id) == before


def test_no_refusal_carries_a_name_or_an_answer(store: CaseStore) -> None:
    """Codes alone travel with an error."""
    case_id = planned(store, ready_facts(guardian_views=[]))
    begin_draft(store, case_id)
    present(store, case_id)
    with pytest.raises(NotAllowed) as refused:
        inform_guardians(store, case_id)
    assert "Förälder" not in str(refused.value)


def test_what_was_sent_can_be_taken_back(store: CaseStore) -> None:
    """It is a draft again, under the next version, and that it was sent is not forgotten."""
    case_id = sent(store)
    made = withdraw(store, case_id)
    assert (made.to_state, made.next_version) == (State.DRAFT, 2)
    assert open_case(store, case_id).facts.document.prepared.version == 2
    assert any(one.name is MoveName.SUBMIT for one in record(store, case_id).moves)


def test_an_answer_given_while_it_is_sent_is_kept(store: CaseStore) -> None:
    """It belongs to the next version: what was sent stays as it was."""
    case_id = sent(store)
    before = record(store, case_id).moves[-1].sent
    say(store, case_id, sheet(PL4="no"), dt.datetime(2026, 12, 20, 8, 0, tzinfo=dt.UTC))
    assert open_case(store, case_id).sheet.of("PL4") is not None  # type: ignore[arg-type]  # an id as it is written
    assert record(store, case_id).moves[-1].sent == before
    register(store, case_id, ruling(store, case_id))
    assert state(store, case_id) is State.DECIDED


def test_a_return_opens_the_next_version(store: CaseStore) -> None:
    """Its points are kept, and the same version is not shown again as if it were new."""
    case_id = sent(store)
    receive(store, case_id)
    with pytest.raises(NotAllowed) as refused:
        return_(store, case_id)
    assert waits(refused) == ("points_given",)
    made = return_(store, case_id, Given(points=("Skriv hur länge.",)))
    assert (made.points, made.next_version, made.to_state) == (("Skriv hur länge.",), 2, State.RETURNED)
    assert open_case(store, case_id).facts.document.prepared.version == 2
    present(store, case_id)
    inform_guardians(store, case_id)
    with pytest.raises(NotAllowed) as refused:
        submit(store, case_id)
    assert waits(refused) == ("document_made",)
    made_for_real(store, case_id)
    assert submit(store, case_id).sent.version == 2  # type: ignore[union-attr]  # a submit has sent something


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        (Ruling.AS_PROPOSED, State.DECIDED),
        (Ruling.WITH_CHANGES, State.DECIDED),
        (Ruling.NO_PROGRAMME, State.REFUSED),
        (Ruling.RETURNED, State.RETURNED),
    ],
)
def test_a_ruling_that_came_turns_the_case_to_its_state(store: CaseStore, given: Ruling, ends: State) -> None:
    """Kept once, also when it is given twice."""
    case_id = sent(store)
    came = ruling(store, case_id, ruling=given)
    assert register(store, case_id, came) == register(store, case_id, came) == 1
    assert state(store, case_id) is ends
    assert [made.name for made in record(store, case_id).moves].count(record(store, case_id).moves[-1].name) == 1


def test_the_coach_is_not_the_one_who_decides(store: CaseStore) -> None:
    """A decision in the coach's own name is not kept."""
    case_id = sent(store)
    with pytest.raises(NotAllowed) as refused:
        register(store, case_id, ruling(store, case_id, decided_by="Exempel, coach"))
    assert waits(refused) == ("not_the_coach",)
    assert open_case(store, case_id).decisions == ()


def test_one_who_never_follows_the_course_is_never_stopped(store: CaseStore) -> None:
    """A ruling is kept beside the case, which goes on as before; and later one can begin to follow it."""
    case_id = planned(store)
    made_for_real(store, case_id)
    register(store, case_id, ruling(store, case_id))
    assert state(store, case_id) is State.MAPPING
    make_plan(store, open_case(store, case_id))
    assert catch_up(store, case_id).to_state is State.DECIDED


def test_a_ruling_that_returns_is_noted_with_the_next_version(store: CaseStore) -> None:
    """Also where nobody follows the course."""
    case_id = planned(store)
    made_for_real(store, case_id)
    register(store, case_id, ruling(store, case_id, ruling=Ruling.RETURNED))
    assert open_case(store, case_id).facts.document.prepared.version == 2
    with pytest.raises(NotAllowed) as refused:
        catch_up(store, case_id)
    assert waits(refused) == ("has_decision", "lets_live")


def test_receipt_starts_the_time_to_appeal(store: CaseStore) -> None:
    """The decision stands beside itself with its day; what came first is not changed."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id))
    notify(store, case_id, RECEIVED)
    first, second = open_case(store, case_id).decisions
    assert (first.decided.received_on, second.decided.received_on) == (None, RECEIVED.day)
    assert record(store, case_id).moves[-1].decision == 2


def test_what_a_row_does_not_keep_is_not_kept(store: CaseStore) -> None:
    """Something said beside the point of a move leaves no trace but in its note."""
    case_id = planned(store)
    made = begin_draft(store, case_id, Given(points=("x",), ending=Ending.MOVED, note="Nu börjar vi."))
    assert (made.points, made.ending, made.sent, made.day, made.note) == ((), None, None, None, "Nu börjar vi.")


def test_a_move_under_another_verb_s_name_is_a_fault_of_ours(store: CaseStore) -> None:
    """The action that was checked is the action that is done."""
    from casework.case_records import change_of  # noqa: PLC0415 – only this test reaches inside
    from casework.course import move  # noqa: PLC0415 – only this test reaches inside

    case_id = planned(store)

    @verb(Action.WRITE_NOTE)
    def sneak() -> Move:
        with change_of(store, case_id) as change:
            return move(change, MoveName.BEGIN_DRAFT)

    with pytest.raises(Bug, match="move_by_another_verb"):
        sneak()
    assert state(store, case_id) is State.MAPPING


def test_a_decision_in_the_app_needs_a_rektor(store: CaseStore) -> None:
    """One who is alone is none, whatever is written."""
    case_id = sent(store)
    receive(store, case_id)
    with pytest.raises(NotAllowed) as refused:
        decide(store, case_id, Given(written=ruling(store, case_id)))
    assert refused.value.code == "not_yours_to_do"
    assert state(store, case_id) is State.PREPARED


def test_begin_mapping_is_of_a_case_that_was_raised(store: CaseStore) -> None:
    """Alone it is being mapped already."""
    case_id = planned(store)
    with pytest.raises(NotAllowed, match="not_now"):
        begin_mapping(store, case_id, TOLD)
    assert (record_answers(store, case_id, []), RIGHT["SL2"]) == ((), "yes")
