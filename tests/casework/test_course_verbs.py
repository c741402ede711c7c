"""Every verb of the course in every state: what is not its time is said calmly, and changes nothing. And who may."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework import now as clock
from casework.cases import CaseId, CaseStore, create_case, keep_plan, take_in_timetable, write_facts
from casework.course import decide
from casework.course_records import MOVES
from casework.course_verbs import (
    VERBS,
    Verb,
    begin_draft,
    begin_mapping,
    codes_of,
    inform_guardians,
    is_outside,
    present,
    receive,
    return_,
    submit,
    withdraw,
)
from planning.access import Role
from planning.decided import Ruling, Written
from planning.errors import CaseFileError, NotAllowed
from planning.workflow.moves import Given, MoveName
from planning.workflow.states import State
from planning.workflow.table import TABLE
from tests.casework.followed_cases import SHARED, TOLD, Clock, made_for_real, planned, say
from tests.casework.ready_case import RIGHT
from tests.casework.small_week import sheet, week
from tests.casework.staffed import ELSEWHERE, Staffed
from tests.casework.test_course_life import facts_of, outcome_of
from tests.opened_store import opened_store
from wording.errors import say_error

WRITTEN = Written(
    ruling=Ruling.AS_PROPOSED, reasons="3 kap. 12 § skollagen. Eleven behöver börja i liten skala.",
    decided_by="Eva Exempel, rektor", decided_on=dt.date(2026, 12, 15),
)  # fmt: skip
CALM = {"not_now", "waits_for", "not_yours_to_do", "sent_is_locked"}


@pytest.fixture(autouse=True)
def _at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", Clock().now)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CaseStore, CaseId]]:
    """A planned case of one coach alone."""
    store = opened_store(tmp_path_factory.mktemp("alone") / "cases.stegvis")
    yield store, planned(store)
    store.close()


def stored(store: CaseStore, case_id: CaseId) -> tuple[object, ...]:
    """What a move could change."""
    with store.reading() as reader:
        return (reader.case(case_id), *reader.every(MOVES, case_id))


@pytest.mark.parametrize("state", State)
def test_a_move_out_of_its_time_is_refused_calmly(alone: tuple[CaseStore, CaseId], state: State) -> None:
    """With a sentence that says what comes first; and nothing has changed. Where it is its time it is no surprise."""
    store, case_id = alone
    for name, verb in VERBS.items():
        with store.writing() as writer:
            writer.set_state(case_id, state.value)
        before = stored(store, case_id)
        refused = refusal(verb, store, case_id)
        if state not in TABLE[name].starts:
            assert refused is not None
            assert refused.code in {"not_now", "sent_is_locked"}
            assert refused.code != "not_now" or "Ärendet står nu på" in say_error(refused)
        if refused is not None:
            assert refused.code in CALM
            assert stored(store, case_id) == before
        else:
            assert len(stored(store, case_id)) == len(before) + 1


def refusal(verb: Verb, store: CaseStore, case_id: CaseId) -> NotAllowed | None:
    """Why the move could not be made with nothing said; None when it was made."""
    try:
        verb(store, case_id, Given())
    except NotAllowed as refused:
        return refused
    return None


def test_a_step_is_outside_only_where_a_new_version_can_be_begun() -> None:
    """Elsewhere it just waits."""
    beyond = NotAllowed("waits_for", state="active", hindrances=("P13", "P14"))
    assert is_outside(beyond)
    assert codes_of(beyond) == ("P13", "P14")
    assert not is_outside(NotAllowed("waits_for", state="draft", hindrances=("P13",)))
    assert not is_outside(NotAllowed("waits_for", state="active", hindrances=("P14",)))
    assert not is_outside(NotAllowed("not_now", state="active"))
    assert codes_of(NotAllowed("not_now")) == ()


class Municipality:
    """Who acts where several do, and a case that the school prepares."""

    def __init__(self, folder: Path) -> None:
        staff = Staffed(folder)
        self.coach = staff.somebody(Role.COACH, name="coach")
        self.rektor = staff.somebody(Role.PRINCIPAL, name="rektor")
        self.elsewhere = staff.somebody(Role.PRINCIPAL, unit=ELSEWHERE, name="another")
        self.both = staff.somebody(Role.COACH, Role.PRINCIPAL, name="both")
        self.mentor = staff.somebody(Role.MENTOR, name="mentor")
        self.case = create_case(self.coach, name="Kim")
        staff.name(self.case, self.both, Role.COACH)
        staff.name(self.case, self.mentor, Role.MENTOR)
        write_facts(self.coach, self.case, facts_of(2))
        take_in_timetable(self.coach, self.case, week())
        say(self.coach, self.case, sheet(**RIGHT, **SHARED))
        keep_plan(self.coach, self.case, outcome_of(2))

    def send(self, by: CaseStore) -> str:
        """The case as it lies at the school, sent by that person; the document's hash."""
        for verb in (begin_mapping, begin_draft, present, inform_guardians):
            verb(self.coach, self.case, TOLD)
        made = made_for_real(self.coach, self.case)
        submit(by, self.case)
        receive(self.rektor, self.case)
        return made.sha256


@pytest.fixture
def town(tmp_path: Path) -> Municipality:
    """A municipality with a planned case."""
    return Municipality(tmp_path)


def waits(refused: pytest.ExceptionInfo[NotAllowed]) -> tuple[str, ...]:
    """What a refused move waits for."""
    return codes_of(refused.value)


def test_a_case_of_a_school_is_raised_before_it_is_mapped(town: Municipality) -> None:
    """The family is told first, and that the coach sits in another area asks for consent."""
    with pytest.raises(NotAllowed) as refused:
        begin_mapping(town.coach, town.case, Given(other_area=True))
    assert waits(refused) == ("informed", "consent")
    told = Given(day=TOLD.day, other_area=True, consented_on=TOLD.day)
    made = begin_mapping(town.coach, town.case, told)
    assert (made.from_state, made.consented_on) == (State.RAISED, TOLD.day)


def test_the_rektor_decides_on_what_was_sent(town: Municipality) -> None:
    """With who it was, and the version that it is about."""
    sha256 = town.send(town.coach)
    made = decide(town.rektor, town.case, Given(sha256=sha256, written=WRITTEN))
    assert (made.name, made.by, made.to_state, made.decision) == (MoveName.DECIDE, "rektor", State.DECIDED, 1)


def test_nobody_decides_on_another_document_than_was_sent(town: Municipality) -> None:
    """One that was read before it was sent anew is not it."""
    town.send(town.coach)
    with pytest.raises(NotAllowed) as refused:
        decide(town.rektor, town.case, Given(sha256="f" * 64, written=WRITTEN))
    assert waits(refused) == ("same_document",)


def test_a_submitter_never_decides(town: Municipality) -> None:
    """Not even one who is the rektor too; another rektor of the school can."""
    sha256 = town.send(town.both)
    with pytest.raises(NotAllowed) as refused:
        decide(town.both, town.case, Given(sha256=sha256, written=WRITTEN))
    assert waits(refused) == ("not_the_submitter",)
    assert decide(town.rektor, town.case, Given(sha256=sha256, written=WRITTEN)).by == "rektor"


def test_neither_coach_nor_mentor_decides(town: Municipality) -> None:
    """And for a rektor of another school the case is not there."""
    sha256 = town.send(town.coach)
    given = Given(sha256=sha256, written=WRITTEN)
    for who in (town.coach, town.mentor):
        with pytest.raises(NotAllowed, match="not_yours_to_do"):
            decide(who, town.case, given)
    with pytest.raises(CaseFileError, match="no-such-case"):
        decide(town.elsewhere, town.case, given)
    with pytest.raises(CaseFileError, match="no-such-case"):
        return_(town.elsewhere, town.case, Given(points=("x",)))


def test_a_decision_has_its_reasons(town: Municipality) -> None:
    """Provisions and what weighed; also where the rektor says no. Without a ruling there is none."""
    sha256 = town.send(town.coach)
    for ruling in (Ruling.WITH_CHANGES, Ruling.NO_PROGRAMME):
        bare = WRITTEN.model_copy(update={"reasons": "", "ruling": ruling})
        with pytest.raises(NotAllowed) as refused:
            decide(town.rektor, town.case, Given(sha256=sha256, written=bare))
        assert waits(refused) == ("P8",)
    with pytest.raises(NotAllowed, match="waits_for"):
        decide(town.rektor, town.case, Given(sha256=sha256))
    refusal = WRITTEN.model_copy(update={"ruling": Ruling.NO_PROGRAMME})
    assert decide(town.rektor, town.case, Given(sha256=sha256, written=refusal)).to_state is State.REFUSED


def test_a_proposal_that_is_taken_back_is_not_decided_on(town: Municipality) -> None:
    """A draft is not the school's to see: for a rektor who is not named for it, it is not there."""
    sha256 = town.send(town.coach)
    withdraw(town.coach, town.case)
    with pytest.raises(CaseFileError, match="no-such-case"):
        decide(town.rektor, town.case, Given(sha256=sha256, written=WRITTEN))
