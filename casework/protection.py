"""Those who must be protected: an identity that is kept secret, and a guardian from whom the case is kept.

Whether an identity is protected stands twice: among the facts, which papers are made of, and beside the case in clear,
where permissions ask for it. They are kept in step wherever facts are kept (`casework.case_records`). Lists, doubled
rows in the log and who may at all follow from that flag (`casework.permissions`, `casework.guarded`).
"""

from __future__ import annotations

from casework.case_records import FACTS, change_of
from casework.contact_facts import ContactFacts
from casework.facts import CaseFacts
from casework.guarded import changing, looking, verb
from planning.access import Action, Role
from planning.decision import DocumentFacts
from planning.errors import BadInput, NotAllowed
from planning.parties import Guardian, StudentFacts
from planning.protected import without_place
from storage.actor import UserId
from storage.records import CaseId
from storage.store import CaseStore
from storage.user_table import people_of, set_blocked
from wording.language import tr
from wording.phrases import upper_first


@verb(Action.SET_PROTECTION)
def protect_identity(store: CaseStore, case_id: CaseId, *, called: str = "") -> None:
    """From now on the identity is protected; what the facts tell of who and where is emptied.

    `called` is what the student is called here from now on, which tells nothing; the first letter where it is empty.
    What stood there before stays sealed in the history, and goes when the case is erased.
    """
    with change_of(store, case_id) as change:
        newest = change.writer.latest(FACTS, case_id)
        facts = without_identity(newest.noun if newest else CaseFacts(), called)
        if newest is None or newest.noun != facts:
            change.keep_facts(facts, newest.noun if newest else None)


@verb(Action.SET_PROTECTION)
def end_protection(store: CaseStore, case_id: CaseId) -> None:
    """The identity is no longer protected. Nothing that was emptied comes back by itself."""
    with change_of(store, case_id) as change:
        newest = change.writer.latest(FACTS, case_id)
        facts = _flagged(newest.noun if newest else CaseFacts(), is_protected=False)
        if newest is not None and newest.noun != facts:
            change.keep_facts(facts, newest.noun)


def without_identity(facts: CaseFacts, called: str = "") -> CaseFacts:
    """The facts of a protected student: nothing that tells who or where, as rule D2r asks; guardians by number."""
    document = without_place(_flagged(facts, is_protected=True).document)
    names = {
        one.name: upper_first(tr("vårdnadshavare {number}", number=n))
        for n, one in enumerate(document.student.guardians, 1)
    }
    guardians = tuple(Guardian(name=names[one.name], interpreter=one.interpreter) for one in document.student.guardians)
    numbered = document.model_copy(
        update={
            "student": StudentFacts(guardians=guardians, has_protected_identity=True),
            "guardian_views": _numbered(document, names),
        }
    )
    contacts = facts.contacts.model_copy(update=dict.fromkeys(("school_phone", "home_phone", "address"), ""))
    return facts.model_copy(
        update={
            "student": called.strip() or _letter(facts.student),
            "document": numbered,
            "contacts": ContactFacts.model_validate(contacts.model_dump()),
        }
    )


@verb(Action.SET_PROTECTION)
def keep_from(store: CaseStore, case_id: CaseId, guardian: str) -> None:
    """From now on the case is not there for that guardian, whatever else they are. `guardian`: the user's id.

    All of it: what must be kept from one guardian (a place, an hour, what was told) stands in too many parts of a plan
    to be cut out for certain (our choice). Raises `BadInput` for one who is not a guardian in the case.
    """
    _block(store, case_id, guardian, is_blocked=True)


@verb(Action.SET_PROTECTION)
def no_longer_keep_from(store: CaseStore, case_id: CaseId, guardian: str) -> None:
    """The guardian has the case again. Raises `BadInput` as `keep_from` does."""
    _block(store, case_id, guardian, is_blocked=False)


@verb(Action.SEE_NOTES)
def kept_from(store: CaseStore, case_id: CaseId) -> frozenset[str]:
    """The guardians, by their ids as users, from whom the case is kept."""
    with looking(store, case_id) as (reader, _row):
        return frozenset(one.user for one in people_of(reader, case_id) if one.is_blocked)


def refuse_unconfirmed(facts: CaseFacts, *, is_confirmed: bool) -> None:
    """Nothing of a protected student leaves the app by one press: somebody says that they know where it goes.

    Raises `NotAllowed("protected_unconfirmed")`.
    """
    if facts.document.student.has_protected_identity and not is_confirmed:
        raise NotAllowed("protected_unconfirmed")


def _block(store: CaseStore, case_id: CaseId, guardian: str, *, is_blocked: bool) -> None:
    with changing(store, case_id) as (writer, _row, _at):
        named = {one.user for one in people_of(writer, case_id) if one.role is Role.GUARDIAN}
        if guardian not in named:
            raise BadInput("not_a_guardian_here", field="guardian")
        set_blocked(writer, case_id, UserId(guardian), Role.GUARDIAN, is_blocked=is_blocked)


def _flagged(facts: CaseFacts, *, is_protected: bool) -> CaseFacts:
    student = facts.document.student.model_copy(update={"has_protected_identity": is_protected})
    return facts.model_copy(update={"document": facts.document.model_copy(update={"student": student})})


def _numbered(document: DocumentFacts, names: dict[str, str]) -> tuple[object, ...]:
    """What guardians have said, under the same numbers."""
    return tuple(view.model_copy(update={"guardian": names.get(view.guardian, "")}) for view in document.guardian_views)


def _letter(name: str) -> str:
    """«K.»"""
    return f"{name.strip()[:1]}." if name.strip() else ""
