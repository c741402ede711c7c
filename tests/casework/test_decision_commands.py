"""`case decision` and `case sign`: a look first, kept when asked, and every refusal in words."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from casework import app_verbs, case_commands
from casework.cases import CaseId, open_case
from casework.decision_commands import look, sign_file
from casework.plan_command import ExitStatus
from casework.returned_decision import the_roots
from exports.returned import read_file
from exports.signatures import can_check
from planning.decided import CameAs, Ruling
from planning.errors import BadInput
from tests.casework.returned_cases import planned_case, sent_proposal
from tests.exports.form_samples import filled
from tests.exports.signing_keys import PASSWORD, keys
from tests.exports.tampering import noted_upon
from tests.opened_store import live_in


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseId:
    """A planned case in the store that the command line uses."""
    live_in(monkeypatch, tmp_path / "kept")
    monkeypatch.delenv("STEGVIS_TRUST", raising=False)
    return planned_case(app_verbs.the_store())


def run(said: list[str], *given: object) -> ExitStatus:
    """One command, as it is typed."""
    parser = argparse.ArgumentParser()
    case_commands.register(parser, said.append)
    arguments = parser.parse_args([str(part) for part in given])
    status: ExitStatus = arguments.run(arguments)
    return status


def returned(folder: Path, case_id: CaseId) -> Path:
    """The returned file, on disk."""
    file = folder / "tillbaka.pdf"
    file.write_bytes(filled(sent_proposal(app_verbs.the_store(), case_id)))
    return file


def test_a_look_says_what_was_read_and_keeps_nothing(kept: CaseId, tmp_path: Path, said: list[str]) -> None:
    """Label by label; with `--keep` the same, and it stands in the case."""
    file = returned(tmp_path, kept)
    assert run(said, "decision", kept, file) is ExitStatus.DONE
    assert "Beslut: Beslutar med ändringar" in said
    assert "Gäller från: 2026-11-30" in said
    assert "– Sidorna och planen är som när förslaget lämnades." in said
    assert open_case(app_verbs.the_store(), kept).decisions == ()
    assert run(said, "decision", kept, file, "--keep", "--received-on", "2026-12-01") is ExitStatus.DONE
    (decision,) = open_case(app_verbs.the_store(), kept).decisions
    assert str(decision.decided.received_on) == "2026-12-01"


def test_a_changed_file_is_refused_with_its_reasons(kept: CaseId, tmp_path: Path, said: list[str]) -> None:
    """Exit status two, what differs, and what to do."""
    file = returned(tmp_path, kept)
    file.write_bytes(noted_upon(file.read_bytes()))
    assert look(kept, file, said.append, keeps=True) is ExitStatus.BAD_INPUT
    assert any("lagt ovanpå sidan 1" in line for line in said)
    assert open_case(app_verbs.the_store(), kept).decisions == ()


def test_paper_is_written_in_by_hand(kept: CaseId, tmp_path: Path, said: list[str]) -> None:
    """By the code beside the picture; the answer must be said."""
    code = read_file(sent_proposal(app_verbs.the_store(), kept)).print.code.for_camera
    given = ("decision", kept, "--by-hand", "--code", code, "--reasons", "3 kap. 12 §", "--keep")
    with pytest.raises(BadInput, match="returned_undecided"):
        run(said, *given)
    assert run(said, *given, "--ruling", "as_proposed", "--decided-on", "27/11 2026") is ExitStatus.DONE
    (decision,) = open_case(app_verbs.the_store(), kept).decisions
    assert (decision.decided.ruling, decision.decided.came_as) == (Ruling.AS_PROPOSED, CameAs.PAPER)
    assert str(decision.decided.decided_on) == "2026-11-27"


@pytest.mark.parametrize(
    ("more", "code"),
    [(("nowhere.pdf",), "file_missing"), ((), "file_missing"), (("--valid-from", "snart"), "date_form")],
)
def test_what_is_missing_is_said(kept: CaseId, said: list[str], more: tuple[str, ...], code: str) -> None:
    """No file, or a date that is none."""
    by_hand = ("--by-hand", "--ruling", "returned") if code == "date_form" else ()
    with pytest.raises(BadInput, match=code):
        run(said, "decision", kept, *by_hand, *more)


@pytest.mark.skipif(not can_check(), reason="pyHanko is not installed: nothing can be signed here")
def test_a_proposal_is_signed_with_a_key(
    kept: CaseId, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The password is asked for; the issuer is trusted when its certificate lies in the municipality's folder."""
    file, key, signed = returned(tmp_path, kept), tmp_path / "rektor.p12", tmp_path / "signerat.pdf"
    key.write_bytes(keys().rektor)
    assert sign_file(file, key, signed, "sig_rektor", lambda _: PASSWORD, said.append) is ExitStatus.DONE
    assert look(kept, signed, said.append) is ExitStatus.DONE
    assert any("utfärdaren är inte känd här" in line for line in said)
    trusted = tmp_path / "trusted"
    trusted.mkdir()
    (trusted / "ca.pem").write_bytes(keys().root)
    monkeypatch.setenv("STEGVIS_TRUST", str(trusted))
    assert the_roots() == (keys().root,)
    assert look(kept, signed, said.append) is ExitStatus.DONE
    assert "Kom som: fil med kontrollerad underskrift" in said
