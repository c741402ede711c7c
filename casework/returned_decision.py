"""The school's decision on its way back: a file is looked at and held against what left, then kept, or written by hand.

Looking keeps nothing. What is kept is only ever added to: a later decision stands beside the earlier one.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path

from casework.case import Case
from casework.cases import CaseStore, open_case
from casework.course import register
from casework.guarded import verb
from casework.reading_apart import read_proposal
from exports.comparison import differences
from exports.decision_values import decision_in
from exports.document_code import DocumentCode, Fingerprint, document_number, read_code
from exports.returned import Returned
from exports.signatures import worst
from planning.access import Action
from planning.decided import CameAs, Decided, Written
from planning.errors import BadInput, NotAllowed
from planning.frozen import Frozen
from planning.returned import DecisionPart, Difference, SignatureSeen, Standing
from storage.records import CaseId

TRUSTED_FOLDER = "utfardare"
"""Beside the cases: certificates of the issuers that the municipality trusts, as .pem, .crt or .cer."""
MOST_ROOTS = 200
LARGEST_ROOT = 100_000

_GIVES_TRUST = frozenset({".pem", ".crt", ".cer"})
_SPOILT = frozenset({Standing.CHANGED_AFTER, Standing.BROKEN})


class ReturnedLook(Frozen):
    """What a returned file turned out to be."""

    decided: Decided | None
    """As the rektor signed it, or as the file says; None while no answer is ticked."""
    unread: tuple[DecisionPart, ...] = ()
    """Dates that could not be read."""
    differences: tuple[Difference, ...] = ()
    signatures: tuple[SignatureSeen, ...] = ()
    is_compared: bool
    """Whether there was something kept to hold it against; before this version of the program nothing was."""
    is_latest: bool = True
    """Whether it answers the version that left last."""
    hindrance: str = ""
    """Why it cannot be kept as it is: the code of a sentence, «» when it can."""


class ByHand(Written):
    """A decision as somebody writes it in from paper. `code` stands beside the picture on the decision's page."""

    code: str


@verb(Action.SEE_DECISION)
def read_returned(store: CaseStore, case_id: CaseId, content: bytes, roots: Sequence[bytes] = ()) -> ReturnedLook:
    """A look at the file; nothing is kept. Raises `BadInput` when it is not this case's proposal or cannot be read."""
    case = open_case(store, case_id)
    seen = read_proposal(content, roots)
    came, signatures = seen.came, seen.signatures
    _check_case(case, came.print.code)
    known = _left(case)
    left = _nearest(came, known)
    newest = max((one.code.version for one in known if not one.is_draft), default=0)
    found = differences(came, left)
    values = came.values if came.signed_values is None else came.signed_values
    read = decision_in(values, came.print.code, _came_as(signatures))
    look = ReturnedLook(
        decided=read.decided,
        unread=read.unread,
        differences=found,
        signatures=signatures,
        is_compared=left is not None,
        is_latest=came.print.code.version >= newest,
    )
    return look.model_copy(update={"hindrance": _hindrance(came, look, has_left=bool(known))})


@verb(Action.REGISTER_DECISION)
def keep_returned(
    store: CaseStore,
    case_id: CaseId,
    content: bytes,
    roots: Sequence[bytes] = (),
    *,
    received_on: dt.date | None = None,
) -> Decided:
    """Reads the file once more and keeps its decision. Raises `NotAllowed` with the hindrance when there is one."""
    look = read_returned(store, case_id, content, roots)
    if look.hindrance or look.decided is None:
        raise NotAllowed(look.hindrance or "returned_undecided")
    decided = look.decided.model_copy(update={"received_on": received_on})
    register_decision(store, case_id, decided)
    return decided


@verb(Action.SEE_DECISION)
def written_by_hand(store: CaseStore, case_id: CaseId, given: ByHand) -> Decided:
    """The decision on paper, its code checked against what left; nothing is kept. Raises `BadInput`."""
    case = open_case(store, case_id)
    code = read_code(given.code)
    _check_case(case, code)
    known = _left(case)
    left = [one for one in known if one.code == code]
    if known and not left:
        raise BadInput("returned_unknown_version")
    if any(one.is_draft for one in left):
        raise BadInput("returned_draft")
    return Decided(
        **given.model_dump(exclude={"code"}),
        came_as=CameAs.PAPER,
        proposal_version=code.version,
        proposal_hash=code.plan,
    )


@verb(Action.REGISTER_DECISION)
def register_decision(store: CaseStore, case_id: CaseId, decided: Decided) -> int:
    """Keeps the decision beside those before it, as a move of the case's course; its number in the case.

    The same one twice in a row is kept once. Raises `NotAllowed` as `casework.course.move` does: who prepared the
    proposal does not decide on it.
    """
    return register(store, case_id, decided)


def trusted_roots(folder: Path) -> tuple[bytes, ...]:
    """The certificates in the folder; none where there is no such folder. What cannot be read is left out."""
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix.lower() in _GIVES_TRUST)[:MOST_ROOTS]
        return tuple(file.read_bytes() for file in files if file.stat().st_size <= LARGEST_ROOT)
    except OSError:
        return ()


def the_roots() -> tuple[bytes, ...]:
    """The issuers that the municipality trusts: `STEGVIS_TRUST` names their folder, else it lies beside the cases."""
    named = os.environ.get("STEGVIS_TRUST")
    return trusted_roots(Path(named) if named else Path(os.environ["STEGVIS_DATA"]) / TRUSTED_FOLDER)


def _check_case(case: Case, code: DocumentCode) -> None:
    if code.document != document_number(case.id):
        raise BadInput("returned_another_case")


def _left(case: Case) -> tuple[Fingerprint, ...]:
    """The proposals that have left, the earliest first."""
    return tuple(made.proposal for made in case.documents if made.proposal is not None)


def _nearest(came: Returned, known: Sequence[Fingerprint]) -> Fingerprint | None:
    """What the file is held against: of those that left with its version, the latest that it differs least from."""
    same = [left for left in reversed(known) if left.code.version == came.print.code.version]
    return min(same, key=lambda left: len(differences(came, left)), default=None)


def _came_as(signatures: Sequence[SignatureSeen]) -> CameAs:
    is_signed = any(one.is_the_rektor_s for one in signatures) and worst(signatures) is Standing.GOOD
    return CameAs.SIGNED_FORM if is_signed else CameAs.FORM


def _hindrance(came: Returned, look: ReturnedLook, *, has_left: bool) -> str:
    if has_left and not look.is_compared:
        return "returned_unknown_version"
    if came.print.is_draft:
        return "returned_draft"
    if look.differences or worst(look.signatures) in _SPOILT:
        return "returned_differs"
    return "" if look.decided is not None else "returned_undecided"
