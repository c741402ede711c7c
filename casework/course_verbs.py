"""The moves of a case, a verb each: who may is in permissions, when and what it waits for in the table of moves.

Beside these, `casework.course` has `register` and `decide`, and a case is raised by `casework.cases.create_case`. Every
verb raises what `casework.course.move` raises.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from casework.course import NOTHING, OUTSIDE, do
from casework.guarded import verb
from planning.access import Action
from planning.errors import NotAllowed
from planning.workflow.moves import Given, Move, MoveName
from planning.workflow.table import TABLE
from storage.records import CaseId
from storage.store import CaseStore

Verb = Callable[[CaseStore, CaseId, Given], Move]


@verb(Action.ASSIGN)
def assign(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Notes that somebody is named for the case, or let go; who it is stands among the people of the case."""
    return do(store, case_id, MoveName.ASSIGN, given)


@verb(Action.WRITE_FACTS)
def begin_mapping(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """The coach and the student begin with the questions: `given.day` is when the family was told of the coach."""
    return do(store, case_id, MoveName.BEGIN_MAPPING, given)


@verb(Action.MAKE_PLAN)
def begin_draft(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """There is something to plan from; from a revision too."""
    return do(store, case_id, MoveName.BEGIN_DRAFT, given)


@verb(Action.PRESENT)
def present(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """The plan has been shown to the student."""
    return do(store, case_id, MoveName.PRESENT, given)


@verb(Action.CHANGE_PLAN)
def go_back(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Back to the draft, as often as one likes."""
    return do(store, case_id, MoveName.GO_BACK, given)


@verb(Action.INFORM_GUARDIANS)
def inform_guardians(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Every guardian has got the proposal, with a day to answer by."""
    return do(store, case_id, MoveName.INFORM_GUARDIANS, given)


@verb(Action.SUBMIT)
def submit(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Sends the proposal: its version, its hash and what it was made of are locked."""
    return do(store, case_id, MoveName.SUBMIT, given)


@verb(Action.WRITE_FACTS)
def withdraw(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Takes back what was sent, so that it can be changed; the next proposal bears a new version."""
    return do(store, case_id, MoveName.WITHDRAW, given)


@verb(Action.RECEIVE)
def receive(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """The school has registered what was sent."""
    return do(store, case_id, MoveName.RECEIVE, given)


@verb(Action.RETURN)
def return_(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """The rektor returns the proposal, with `given.points` to complete."""
    return do(store, case_id, MoveName.RETURN, given)


@verb(Action.NOTIFY)
def notify(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """The decision has been received on `given.day`: the time to appeal counts from then."""
    return do(store, case_id, MoveName.NOTIFY, given)


@verb(Action.ACTIVATE)
def activate(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """The plan begins, with its first step."""
    return do(store, case_id, MoveName.ACTIVATE, given)


@verb(Action.STEP)
def hold(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Stays on the step."""
    return do(store, case_id, MoveName.HOLD, given)


@verb(Action.STEP)
def step_back(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """One step back, no lower than the decision says."""
    return do(store, case_id, MoveName.STEP_BACK, given)


@verb(Action.FOLLOW_UP)
def follow_up(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Notes a follow-up: when, and who was heard."""
    return do(store, case_id, MoveName.FOLLOW_UP, given)


@verb(Action.FOLLOW_UP)
def evaluate(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Notes the evaluation: when, and that all have been heard."""
    return do(store, case_id, MoveName.EVALUATE, given)


@verb(Action.FOLLOW_UP)
def keep(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """The plan goes on within the decision."""
    return do(store, case_id, MoveName.KEEP, given)


@verb(Action.REVISE)
def revise(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Begins a new version; the decision holds until there is a new one."""
    return do(store, case_id, MoveName.REVISE, given)


@verb(Action.CHANGE_PLAN)
def resume(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Lets go of the new version: the decision that holds goes on."""
    return do(store, case_id, MoveName.RESUME, given)


@verb(Action.APPEAL)
def appeal(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Registers an appeal that came in on `given.day`; the plan goes on meanwhile."""
    return do(store, case_id, MoveName.APPEAL, given)


@verb(Action.APPEAL)
def uphold(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """The board has let the decision stand."""
    return do(store, case_id, MoveName.UPHOLD, given)


@verb(Action.APPEAL)
def annul(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """The board has taken the decision away: no plan is lived by it any more."""
    return do(store, case_id, MoveName.ANNUL, given)


@verb(Action.APPEAL)
def remit(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """The board has sent the matter back: the rektor tries it anew."""
    return do(store, case_id, MoveName.REMIT, given)


@verb(Action.REGISTER_DECISION)
def catch_up(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Begins to follow the course of a case that is decided already."""
    return do(store, case_id, MoveName.CATCH_UP, given)


@verb(Action.CLOSE)
def close(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Ends the case, with `given.ending`; where a decision holds it is the rektor who ends it."""
    return do(store, case_id, MoveName.CLOSE, given)


@verb(Action.ARCHIVE)
def archive(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """Puts the case away."""
    return do(store, case_id, MoveName.ARCHIVE, given)


@verb(Action.STEP)
def step_up(store: CaseStore, case_id: CaseId, given: Given = NOTHING) -> Move:
    """One step up within the decision, which needs no new one. Where it goes beyond, a new version is begun instead.

    The decision holds until the new one: `Move.name` tells which of the two it became.
    """
    try:
        return do(store, case_id, MoveName.STEP_UP, given)
    except NotAllowed as refused:
        if not is_outside(refused):
            raise
        note = given.note or ", ".join(sorted(OUTSIDE.intersection(codes_of(refused))))
        return revise(store, case_id, given.model_copy(update={"note": note}))


def is_outside(refused: NotAllowed) -> bool:
    """Whether a step up was refused for going beyond the decision, where a new version can be begun."""
    can_begin = refused.data.get("state") in TABLE[MoveName.REVISE].starts
    return refused.code == "waits_for" and can_begin and not OUTSIDE.isdisjoint(codes_of(refused))


def codes_of(refused: NotAllowed) -> tuple[str, ...]:
    """What a refused move waits for, by its codes."""
    waits = refused.data.get("hindrances", ())
    return tuple(map(str, waits)) if isinstance(waits, tuple) else ()


VERBS: Mapping[MoveName, Verb] = {
    MoveName.ASSIGN: assign,
    MoveName.BEGIN_MAPPING: begin_mapping,
    MoveName.BEGIN_DRAFT: begin_draft,
    MoveName.PRESENT: present,
    MoveName.GO_BACK: go_back,
    MoveName.INFORM_GUARDIANS: inform_guardians,
    MoveName.SUBMIT: submit,
    MoveName.WITHDRAW: withdraw,
    MoveName.RECEIVE: receive,
    MoveName.RETURN: return_,
    MoveName.NOTIFY: notify,
    MoveName.ACTIVATE: activate,
    MoveName.HOLD: hold,
    MoveName.STEP_BACK: step_back,
    MoveName.FOLLOW_UP: follow_up,
    MoveName.EVALUATE: evaluate,
    MoveName.KEEP: keep,
    MoveName.REVISE: revise,
    MoveName.RESUME: resume,
    MoveName.APPEAL: appeal,
    MoveName.UPHOLD: uphold,
    MoveName.ANNUL: annul,
    MoveName.REMIT: remit,
    MoveName.CATCH_UP: catch_up,
    MoveName.CLOSE: close,
    MoveName.ARCHIVE: archive,
    MoveName.STEP_UP: step_up,
}
"""The verb of each move that takes nothing but what is said with it."""
