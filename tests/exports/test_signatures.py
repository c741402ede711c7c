"""Signatures: whole ones are good, and whatever is done to the file after them is found, also by a second signer."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from exports import signatures
from exports.decision_form import REASONS, RULING
from exports.returned import fingerprint, read_file
from exports.signatures import check_signatures, sign, worst
from planning.errors import BadInput
from planning.returned import Standing
from tests.exports.conftest import make, whole_facts
from tests.exports.form_samples import FILLED, filled, left, words_of
from tests.exports.signing_keys import PASSWORD, keys
from tests.exports.tampering import drawn_upon, with_field, with_other_plan, with_ruling
from wording.returned_words import say_signature

GUARDIAN = "sig_vh1"


@pytest.fixture(scope="module")
def signed() -> bytes:
    """A filled-in proposal that the rektor has signed."""
    return sign(filled(left(make(3), whole_facts()).data), keys().rektor, PASSWORD)


def standings(data: bytes, roots: tuple[bytes, ...] | None = None) -> dict[str, Standing]:
    """How each signature stands."""
    seen = check_signatures(data, read_file(data), (keys().root,) if roots is None else roots)
    return {one.field: one.standing for one in seen}


def test_a_signature_is_good_and_says_whose_it_is(signed: bytes) -> None:
    """By the name in the certificate; the time is the signer's own."""
    (seen,) = check_signatures(signed, read_file(signed), (keys().root,))
    assert (seen.field, seen.standing, seen.signer) == ("sig_rektor", Standing.GOOD, "Rektor Rektorsson")
    assert seen.is_the_rektor_s
    assert seen.signed_at is not None
    assert say_signature(seen) == "Signerad av Rektor Rektorsson. Underskriften är hel och utfärdaren känd."


@pytest.mark.parametrize(
    "roots", [(), (keys("En annan test-CA").root,), (b"not a certificate", b"\x30\x03\x02\x01\x01")]
)
def test_an_unknown_issuer_is_said_calmly(signed: bytes, roots: tuple[bytes, ...]) -> None:
    """The signature is whole all the same."""
    assert standings(signed, roots) == {"sig_rektor": Standing.UNKNOWN_ISSUER}


def test_two_signatures_are_good_together(signed: bytes) -> None:
    """A guardian who has got the decision signs after the rektor, and locks and changes nothing."""
    both = sign(signed, keys().guardian, PASSWORD, GUARDIAN)
    assert standings(both) == {"sig_rektor": Standing.GOOD, GUARDIAN: Standing.GOOD}
    assert read_file(both).signed_values == read_file(signed).values


def test_signing_leaves_pages_and_plan_as_they_were(signed: bytes) -> None:
    """The same marks as when it left; the stamp stands in its place and not on the page."""
    assert fingerprint(signed) == fingerprint(left(make(3), whole_facts()).data)
    assert "Signerad av" not in words_of(signed)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: with_field(data, REASONS, "Något annat"),
        lambda data: with_ruling(data, "no_programme"),
        drawn_upon,
        with_other_plan,
    ],
)
def test_a_change_after_the_signature_is_found(signed: bytes, change: Callable[[bytes], bytes]) -> None:
    """Reasons, answer, a box drawn on a page, another plan; the decision is still read as it was signed."""
    changed = change(signed)
    assert worst(check_signatures(changed, read_file(changed), (keys().root,))) is Standing.CHANGED_AFTER
    was = read_file(changed).signed_values
    assert was is not None
    assert (was.of(RULING), was.of(REASONS)) == ("with_changes", FILLED[REASONS])


def test_a_change_before_a_second_signature_spoils_the_first(signed: bytes) -> None:
    """The guardian's is whole, the rektor's is not, and the worst counts."""
    both = sign(with_field(signed, REASONS, "Något annat"), keys().guardian, PASSWORD, GUARDIAN)
    found = standings(both)
    assert found == {"sig_rektor": Standing.CHANGED_AFTER, GUARDIAN: Standing.GOOD}
    assert worst(check_signatures(both, read_file(both), (keys().root,))) is Standing.CHANGED_AFTER


def test_one_byte_turned_breaks_the_signature(signed: bytes) -> None:
    """Wherever in what was signed it lies: here in the file's first lines."""
    at = signed.index(b"%PDF-1.")
    flipped = signed[: at + 10] + bytes([signed[at + 10] ^ 1]) + signed[at + 11 :]
    assert standings(flipped) == {"sig_rektor": Standing.BROKEN}


def test_a_file_written_anew_after_the_signature_is_not_whole(signed: bytes) -> None:
    """Also when nothing in it was changed: what was signed is no longer there."""
    anew = with_field(signed, REASONS, FILLED[REASONS], adds=False)
    try:
        assert standings(anew) == {"sig_rektor": Standing.BROKEN}
    except BadInput as refused:
        assert refused.code == "returned_signature_unreadable"  # noqa: PT017 - either is right


def test_without_pyhanko_the_app_says_so_and_goes_on(signed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checking says that it was not done; signing says what is missing."""
    monkeypatch.setattr(signatures, "_pades", lambda: None)
    (seen,) = check_signatures(signed, read_file(signed), ())
    assert seen.standing is Standing.NOT_CHECKED
    assert "kan inte kontrolleras" in say_signature(seen)
    with pytest.raises(BadInput, match="signing_needs_more"):
        sign(signed, keys().rektor, PASSWORD)


def test_the_app_stands_without_pyhanko(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package is not there, that is found out by asking for it, and nothing breaks."""
    monkeypatch.delitem(sys.modules, "exports.pades", raising=False)
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyhanko"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    assert not signatures.can_check()


@pytest.mark.parametrize(("key", "password"), [("rektor", "fel"), ("none", PASSWORD)])
def test_a_wrong_key_or_password_is_said(signed: bytes, key: str, password: str) -> None:
    """And no half-signed file is left."""
    with pytest.raises(BadInput, match="key_unreadable"):
        sign(signed, keys().rektor if key == "rektor" else b"nothing", password, GUARDIAN)


@pytest.mark.parametrize("place", ["sig_rektor", "sig_vh9"])
def test_a_place_is_signed_once(signed: bytes, place: str) -> None:
    """Neither over another signature nor where there is no place."""
    with pytest.raises(BadInput, match="place_taken"):
        sign(signed, keys().guardian, PASSWORD, place)
