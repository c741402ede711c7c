"""A decision on its way back into a case: looked at, held against what left, kept once and never changed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.cases import CaseId, CaseStore, open_case
from casework.decision_words import confirmed, to_look_at, way_on, worth_knowing
from casework.documents import PROPOSAL
from casework.kept_documents import documents_of
from casework.returned_decision import (
    ByHand,
    keep_returned,
    read_returned,
    register_decision,
    trusted_roots,
    written_by_hand,
)
from exports.decision_form import REASONS, VALID_FROM
from exports.returned import fingerprint
from exports.signatures import can_check, sign
from planning.decided import CameAs, Decided, Ruling
from planning.errors import BadInput, NotAllowed
from planning.returned import DifferenceKind, Standing
from tests.casework.returned_cases import planned_case, sent_proposal
from tests.exports.form_samples import FILLED, filled
from tests.exports.signing_keys import PASSWORD, keys
from tests.exports.tampering import drawn_upon, with_field
from tests.opened_store import opened_store

DAY = dt.date(2026, 11, 30)
needs_pyhanko = pytest.mark.skipif(not can_check(), reason="pyHanko is not installed: nothing can be signed here")


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


@pytest.fixture
def case_id(store: CaseStore) -> CaseId:
    """A planned case."""
    return planned_case(store)


def typed_code(store: CaseStore, case_id: CaseId) -> str:
    """The code of the proposal that left last, as it stands on paper."""
    proposal = open_case(store, case_id).documents[-1].proposal
    assert proposal is not None
    return " ".join(proposal.code.printed)


def test_what_leaves_is_noted_so_that_it_can_be_compared(store: CaseStore, case_id: CaseId) -> None:
    """The proposal's marks, and of no other document any; notes from before can still be read."""
    made = documents_of(store, open_case(store, case_id), (PROPOSAL, "plan.csv"))
    noted = {note.kind: note.proposal for note in open_case(store, case_id).documents}
    assert noted == {PROPOSAL: fingerprint(made[PROPOSAL]), "plan.csv": None}


def test_looking_keeps_nothing(store: CaseStore, case_id: CaseId) -> None:
    """What was read, that it is whole, and not a row in the case."""
    data = filled(sent_proposal(store, case_id))
    look = read_returned(store, case_id, data)
    assert look.decided is not None
    assert (look.decided.ruling, look.decided.valid_from) == (Ruling.WITH_CHANGES, DAY)
    assert (look.decided.came_as, look.decided.proposal_version) == (CameAs.FORM, 1)
    assert (look.differences, look.hindrance, look.is_compared, look.is_latest) == ((), "", True, True)
    assert "Sidorna och planen är som när förslaget lämnades." in confirmed(look)
    assert open_case(store, case_id).decisions == ()


def test_a_kept_decision_stands_in_the_case_once(store: CaseStore, case_id: CaseId) -> None:
    """Read twice it is kept once; another comes beside it; the plan is still of today."""
    data = filled(sent_proposal(store, case_id))
    keep_returned(store, case_id, data, received_on=DAY)
    keep_returned(store, case_id, data, received_on=DAY)
    (kept,) = open_case(store, case_id).decisions
    assert (kept.number, kept.decided.reasons, kept.decided.received_on) == (1, FILLED[REASONS], DAY)
    register_decision(store, case_id, kept.decided.model_copy(update={"ruling": Ruling.RETURNED}))
    assert [one.number for one in open_case(store, case_id).decisions] == [1, 2]
    assert open_case(store, case_id).plan_is_current


def test_a_changed_file_is_not_kept(store: CaseStore, case_id: CaseId) -> None:
    """What differs is said with the page, and what to do."""
    data = drawn_upon(filled(sent_proposal(store, case_id)), number=2)
    look = read_returned(store, case_id, data)
    assert [difference.kind for difference in look.differences] == [DifferenceKind.DRAWN]
    assert "sidan 2" in to_look_at(look)[0]
    assert "Be skolan om en ny" in way_on(look)
    with pytest.raises(NotAllowed, match="returned_differs"):
        keep_returned(store, case_id, data)
    assert open_case(store, case_id).decisions == ()


@pytest.mark.parametrize(("values", "hindrance"), [({}, "returned_undecided"), ({REASONS: "Ja"}, "returned_undecided")])
def test_without_an_answer_nothing_is_kept(
    store: CaseStore, case_id: CaseId, values: dict[str, str], hindrance: str
) -> None:
    """Reasons alone are no decision."""
    data = filled(sent_proposal(store, case_id), values)
    assert read_returned(store, case_id, data).hindrance == hindrance
    with pytest.raises(NotAllowed, match=hindrance):
        keep_returned(store, case_id, data)


def test_a_draft_is_not_decided_on(store: CaseStore, case_id: CaseId) -> None:
    """Its decision is shown and not kept."""
    look = read_returned(store, case_id, filled(sent_proposal(store, case_id, is_draft=True)))
    assert look.hindrance == "returned_draft"
    on_paper = ByHand(code=typed_code(store, case_id), ruling=Ruling.AS_PROPOSED)
    with pytest.raises(BadInput, match="returned_draft"):
        written_by_hand(store, case_id, on_paper)
    assert "utkast" in way_on(look)


def test_another_case_s_file_is_sent_on(store: CaseStore, case_id: CaseId) -> None:
    """Nothing of the other case is shown."""
    other = planned_case(store)
    with pytest.raises(BadInput, match="returned_another_case"):
        read_returned(store, case_id, filled(sent_proposal(store, other)))


def test_an_earlier_version_is_said_to_be_earlier(store: CaseStore, case_id: CaseId) -> None:
    """It is held against what left as that version; a version that never left is not kept."""
    first = sent_proposal(store, case_id, version=1)
    sent_proposal(store, case_id, version=2)
    look = read_returned(store, case_id, filled(first))
    assert (look.is_latest, look.differences, look.hindrance) == (False, (), "")
    assert any("tidigare version" in line for line in to_look_at(look))
    never = sent_proposal(store, case_id, version=7, is_noted=False)
    assert read_returned(store, case_id, filled(never)).hindrance == "returned_unknown_version"


def test_a_case_from_before_such_notes_can_still_take_its_decision(store: CaseStore, case_id: CaseId) -> None:
    """With the word that there is nothing to compare with."""
    data = filled(sent_proposal(store, case_id, is_noted=False))
    look = read_returned(store, case_id, data)
    assert (look.is_compared, look.hindrance) == (False, "")
    assert any("inget sparat att jämföra" in line for line in worth_knowing(look))
    assert confirmed(look) == ()


def test_a_date_that_cannot_be_read_is_told(store: CaseStore, case_id: CaseId) -> None:
    """It is left empty and not guessed."""
    data = filled(sent_proposal(store, case_id), {**FILLED, VALID_FROM: "genast"})
    look = read_returned(store, case_id, data)
    assert look.decided is not None
    assert look.decided.valid_from is None
    assert "Datumet går inte att läsa: gäller från." in to_look_at(look)


@needs_pyhanko
def test_a_good_signature_makes_a_signed_form(store: CaseStore, case_id: CaseId) -> None:
    """From a trusted issuer; from another the same decision has come as a form."""
    data = sign(filled(sent_proposal(store, case_id)), keys().rektor, PASSWORD)
    known, unknown = (read_returned(store, case_id, data, roots) for roots in ((keys().root,), ()))
    assert known.decided is not None
    assert unknown.decided is not None
    assert (known.decided.came_as, unknown.decided.came_as) == (CameAs.SIGNED_FORM, CameAs.FORM)
    assert [one.standing for one in unknown.signatures] == [Standing.UNKNOWN_ISSUER]
    assert known.hindrance == unknown.hindrance == ""


@needs_pyhanko
def test_a_decision_changed_after_the_signature_is_shown_as_it_was_signed(store: CaseStore, case_id: CaseId) -> None:
    """And is not kept."""
    signed = sign(filled(sent_proposal(store, case_id)), keys().rektor, PASSWORD)
    look = read_returned(store, case_id, with_field(signed, REASONS, "Något annat"), (keys().root,))
    assert look.decided is not None
    assert look.decided.reasons == FILLED[REASONS]
    assert (look.decided.came_as, look.hindrance) == (CameAs.FORM, "returned_differs")
    assert "Ändrat efter att rektorn skrev under: motivering." in to_look_at(look)
    assert "Signerad av Rektor Rektorsson, och filen är ändrad efteråt." in to_look_at(look)
    assert confirmed(look) == ()


def test_a_decision_on_paper_is_written_in_by_its_code(store: CaseStore, case_id: CaseId) -> None:
    """Which document, version and plan it answers comes from the code alone."""
    sent_proposal(store, case_id, version=3)
    code = typed_code(store, case_id)
    given = ByHand(code=code, ruling=Ruling.NO_PROGRAMME, reasons="Stödet räcker.", decided_on=DAY)
    decided = written_by_hand(store, case_id, given)
    assert decided == Decided(
        ruling=Ruling.NO_PROGRAMME, reasons="Stödet räcker.", decided_on=DAY, came_as=CameAs.PAPER,
        proposal_version=3, proposal_hash=decided.proposal_hash,
    )  # fmt: skip
    assert decided.proposal_hash
    assert open_case(store, case_id).decisions == ()


def test_a_wrong_code_is_told_before_anything_is_kept(store: CaseStore, case_id: CaseId) -> None:
    """A slip of the hand, another case's paper, and a version that never left."""
    sent_proposal(store, case_id)
    right = typed_code(store, case_id)
    slip = right[:-4] + ("0" if right[-4] != "0" else "1") + right[-3:]
    other = planned_case(store)
    sent_proposal(store, other)
    sent_proposal(store, case_id, version=9, is_noted=False)
    never = fingerprint(sent_proposal(store, case_id, version=8, is_noted=False)).code
    wrong = (
        (slip, "code_check"), ("Kim", "code_form"), (typed_code(store, other), "returned_another_case"),
        (never.for_camera, "returned_unknown_version"),
    )  # fmt: skip
    for code, said in wrong:
        with pytest.raises(BadInput, match=said):
            written_by_hand(store, case_id, ByHand(code=code, ruling=Ruling.AS_PROPOSED))


def test_trusted_issuers_are_the_certificates_in_a_folder(tmp_path: Path) -> None:
    """Files of other kinds and a folder that is not there give nobody trust."""
    (tmp_path / "ca.PEM").write_bytes(keys().root)
    (tmp_path / "notes.txt").write_text("inte ett certifikat", encoding="utf-8")
    (tmp_path / "huge.crt").write_bytes(b"0" * 200_000)
    assert trusted_roots(tmp_path) == (keys().root,)
    assert trusted_roots(tmp_path / "none") == ()
