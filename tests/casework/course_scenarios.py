"""How each move of the course, and each way of taking in a decision, is run once as it is meant."""

from __future__ import annotations

import datetime as dt

from casework.answer_drafts import AnswerDraft, my_draft, save_draft
from casework.cases import note_documents
from casework.course import decide, register
from casework.course_comments import comments_on_lessons
from casework.course_look import course_look, state_of, what_waits
from casework.course_verbs import VERBS
from casework.kept_documents import dossier_of
from casework.principal_look import principal_look
from casework.returned_decision import ByHand, keep_returned, read_returned, register_decision, written_by_hand
from casework.sent_proposals import as_sent, decision_file
from planning.decided import Ruling, Written
from planning.workflow.moves import Ending, Given, Heard, MoveName
from planning.workflow.states import State
from tests.casework.returned_cases import sent_proposal
from tests.casework.small_week import MONDAY
from tests.casework.verb_scenes import AT, TOLD, Scenario, Scene, Step, made_for_real, ruling
from tests.exports.form_samples import filled

END = Given(ending=Ending.WHOLE_TIMETABLE, attendance_closed=MONDAY, decided_by="Eva Exempel, rektor")
ALL_HEARD = Given(heard=tuple(Heard))
RECEIVED = Given(day=AT.date())


def moving(name: MoveName, given: Given = TOLD) -> Step:
    """That move."""
    return lambda s: VERBS[name](s.by, s.id, given)


def before(*names: MoveName, given: Given = TOLD) -> tuple[Step, ...]:
    """Those moves, made by the one coach in another session."""
    return tuple(lambda s, name=name: VERBS[name](s.acting("alone", "before"), s.id, given) for name in names)


def registered(s: Scene) -> None:
    """A ruling has come."""
    store = s.acting("alone", "before")
    register(store, s.id, ruling(store, s.id))


def raised(s: Scene) -> None:
    """It has been raised, and is not begun."""
    with s.store.writing() as writer:
        writer.set_state(s.id, State.RAISED.value)


def decided_unfollowed(s: Scene) -> None:
    """A ruling has come to a case whose course nobody followed."""
    made_for_real(s.acting("alone", "before"), s.id)
    registered(s)


def proposal_left(s: Scene) -> None:
    """The proposal has left as a form, and has come back filled in."""
    s.more = filled(sent_proposal(s.acting("alone", "before"), s.id))
    s.look()


def code(s: Scene) -> str:
    """The code of the proposal that left, as it stands on paper."""
    proposal = s.look().documents[-1].proposal
    assert proposal is not None
    return " ".join(proposal.code.printed)


def read_by_rektor(s: Scene) -> None:
    """What the rektor writes when she decides, on the document that was sent."""
    written = Written.model_validate(
        ruling(s.acting("alone", "before"), s.id, decided_by="Eva Exempel").model_dump(
            include=set(Written.model_fields)
        )
    )
    s.more = Given(written=written, sha256=s.look().documents[-1].sha256)


def given_by(s: Scene) -> Given:
    """What `before` has written down."""
    assert isinstance(s.more, Given)
    return s.more


def draft_begun(s: Scene) -> None:
    """The rektor has begun to write."""
    save_draft(s.acting("rektor", "before"), s.id, begun_on(s))


def begun_on(s: Scene) -> AnswerDraft:
    """An answer on what was sent, of which something is written."""
    return AnswerDraft(sha256=s.look().documents[-1].sha256, reasons="Än så länge")


def decided_on_paper_kept(s: Scene) -> None:
    """The proposal is kept as it left, and has been decided on."""
    store = s.acting("alone", "before")
    content = sent_proposal(store, s.id)
    note_documents(store, s.id, [], as_sent(dossier_of(s.look()), content))
    register(store, s.id, ruling(store, s.id))


N = MoveName
DECISIONS: dict[str, Scenario] = {
    "course.register": Scenario(lambda s: register(s.by, s.id, ruling(s.acting("alone", "before"), s.id)), "sent"),
    "course.decide": Scenario(
        lambda s: decide(s.by, s.id, given_by(s)), "sent", (*before(N.RECEIVE), read_by_rektor), "rektor"
    ),
    "answer_drafts.save_draft": Scenario(
        lambda s: save_draft(s.by, s.id, begun_on(s)), "sent", by="rektor"
    ),
    "answer_drafts.my_draft": Scenario(
        lambda s: my_draft(s.by, s.id, s.case.documents[-1].sha256), "sent", (draft_begun,), "rektor"
    ),
    "principal_look.principal_look": Scenario(lambda s: principal_look(s.by, s.id), "sent", by="rektor"),
    "sent_proposals.decision_file": Scenario(
        lambda s: decision_file(s.by, s.id, 1), before=(decided_on_paper_kept,)
    ),
    "course_comments.comments_on_lessons": Scenario(lambda s: comments_on_lessons(s.by, s.id), "sent"),
    "course_look.what_waits": Scenario(lambda s: what_waits(s.by, s.id, N.SUBMIT, TOLD), "ready"),
    "returned_decision.read_returned": Scenario(
        lambda s: read_returned(s.by, s.id, s.more), before=(proposal_left,), leaves=("see_case",)  # type: ignore[arg-type]  # a file's bytes
    ),
    "returned_decision.keep_returned": Scenario(
        lambda s: keep_returned(s.by, s.id, s.more), before=(proposal_left,),  # type: ignore[arg-type]  # as above
        leaves=("see_case", "register_decision"),
    ),
    "returned_decision.written_by_hand": Scenario(
        lambda s: written_by_hand(s.by, s.id, ByHand(code=code(s), ruling=Ruling.AS_PROPOSED)),
        before=(proposal_left,), leaves=("see_case",),
    ),
    "returned_decision.register_decision": Scenario(
        lambda s: register_decision(s.by, s.id, ruling(s.acting("alone", "before"), s.id)), "sent"
    ),
}  # fmt: skip
MOVES: dict[MoveName, Scenario] = {
    N.ASSIGN: Scenario(moving(N.ASSIGN)),
    N.BEGIN_DRAFT: Scenario(moving(N.BEGIN_DRAFT)),
    N.PRESENT: Scenario(moving(N.PRESENT), before=before(N.BEGIN_DRAFT)),
    N.GO_BACK: Scenario(moving(N.GO_BACK), before=before(N.BEGIN_DRAFT, N.PRESENT)),
    N.INFORM_GUARDIANS: Scenario(moving(N.INFORM_GUARDIANS), before=before(N.BEGIN_DRAFT, N.PRESENT)),
    N.SUBMIT: Scenario(moving(N.SUBMIT), "ready"),
    N.WITHDRAW: Scenario(moving(N.WITHDRAW), "sent"),
    N.RECEIVE: Scenario(moving(N.RECEIVE), "sent"),
    N.RETURN: Scenario(moving(N.RETURN, Given(points=("Hur länge?",))), "sent", before(N.RECEIVE)),
    N.NOTIFY: Scenario(moving(N.NOTIFY, Given(day=AT.date())), "sent", (registered,)),
    N.ACTIVATE: Scenario(moving(N.ACTIVATE), "sent", (
        registered, *before(N.NOTIFY, given=Given(day=AT.date())), lambda s: s.watch.turn_to(MONDAY),
    )),
    N.HOLD: Scenario(moving(N.HOLD), "active"),
    N.STEP_UP: Scenario(moving(N.STEP_UP), "active"),
    N.STEP_BACK: Scenario(moving(N.STEP_BACK), "active", before(N.STEP_UP)),
    N.FOLLOW_UP: Scenario(moving(N.FOLLOW_UP, Given(heard=(Heard.STUDENT,))), "active"),
    N.EVALUATE: Scenario(moving(N.EVALUATE, Given(heard=tuple(Heard))), "active"),
    N.KEEP: Scenario(moving(N.KEEP), "active", before(N.EVALUATE, given=Given(heard=tuple(Heard)))),
    N.REVISE: Scenario(moving(N.REVISE, Given(note="Längre.")), "active"),
    N.RESUME: Scenario(moving(N.RESUME), "active", before(N.REVISE, given=Given(note="Längre."))),
    N.APPEAL: Scenario(moving(N.APPEAL), "active"),
    N.UPHOLD: Scenario(moving(N.UPHOLD), "active", before(N.APPEAL)),
    N.ANNUL: Scenario(moving(N.ANNUL), "active", before(N.APPEAL)),
    N.REMIT: Scenario(moving(N.REMIT), "active", before(N.APPEAL)),
    N.CLOSE: Scenario(moving(N.CLOSE, END), "active"),
    N.ARCHIVE: Scenario(moving(N.ARCHIVE), "active", (
        *before(N.CLOSE, given=END), lambda s: s.watch.turn_to(dt.date(2027, 6, 1)),
    )),
    N.BEGIN_MAPPING: Scenario(moving(N.BEGIN_MAPPING), before=(raised,)),
    N.CATCH_UP: Scenario(moving(N.CATCH_UP), before=(decided_unfollowed,)),
}  # fmt: skip
LOOKS: dict[str, Scenario] = {
    "course_look.state_of": Scenario(lambda s: state_of(s.by, s.id)),
    "course_look.course_look": Scenario(lambda s: course_look(s.by, s.id), "active"),
}
COURSE = DECISIONS | LOOKS | {f"course_verbs.{VERBS[name].__name__}": scenario for name, scenario in MOVES.items()}
