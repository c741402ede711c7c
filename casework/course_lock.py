"""What was sent is locked while it lies at the school: which facts stay as they left, and which go on being written."""

from __future__ import annotations

from casework.facts import CaseFacts
from planning.decision import DocumentFacts
from planning.errors import NotAllowed
from planning.workflow.states import State, is_locked


def refuse_change_of_sent(state: State, before: CaseFacts, now: CaseFacts) -> None:
    """Raises `NotAllowed("sent_is_locked")` where a change would touch what was sent.

    What happens meanwhile can be written in: what guardians answer, what is arranged around the decision, numbers to
    ring. It belongs to the next version, and to the rules that are asked before a decision. What is put right about a
    person (`casework.rectify`), and that an identity is protected, is never locked.
    """
    if is_locked(state) and what_was_sent(before) != what_was_sent(now):
        raise NotAllowed("sent_is_locked")


def what_was_sent(facts: CaseFacts) -> CaseFacts:
    """The facts without what goes on being written while others decide."""
    blank = DocumentFacts()
    student = facts.document.student.model_copy(update={"has_protected_identity": False})
    document = facts.document.model_copy(
        update={
            "student": student, "guardian_views": blank.guardian_views, "around": blank.around,
            "law_reasons": blank.law_reasons,
        }
    )  # fmt: skip
    return facts.model_copy(update={"document": document, "contacts": CaseFacts().contacts, "corrections": ()})
