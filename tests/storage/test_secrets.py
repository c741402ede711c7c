"""Passphrases, the printed recovery key, and key files."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.errors import BadInput
from storage.secrets import (
    LONGEST_PASSPHRASE,
    SHORTEST_PASSPHRASE,
    Stretch,
    _check_sign,
    check_passphrase,
    new_recovery_key,
    passphrase_given,
    recovery_key_given,
    secret_in,
)
from tests.opened_store import QUICK

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXY"
bodies = st.text(SIGNS, min_size=34, max_size=34)


def with_check(body: str) -> str:
    """A recovery key that could have been made, for examples that can be tried again."""
    return "-".join((body + _check_sign(body))[start : start + 5] for start in range(0, 35, 5))


recovery_keys = st.builds(with_check, bodies)


def is_refused(text: str) -> bool:
    """Whether that is told to be mistyped."""
    try:
        recovery_key_given(text)
    except BadInput as error:
        # Neither the reader nor a log meets what was typed.
        return error.code == "recovery_key_mistyped" and (len(text) < 8 or text not in str(error))
    return False


def test_a_recovery_key_is_seven_groups_of_five() -> None:
    """With no sign that is taken for another, and never the same twice."""
    made = {new_recovery_key() for _ in range(100)}
    assert len(made) == 100
    for key in made:
        assert [len(group) for group in key.split("-")] == [5] * 7
        assert set(key) <= {*SIGNS, "-"}
        assert not set(key) & set("OILUZ")


@settings(max_examples=25)
@given(key=recovery_keys, data=st.data())
def test_one_wrong_sign_is_always_seen(key: str, data: st.DataObject) -> None:
    """Whichever sign stands there instead, the check at the end as well."""
    at = data.draw(st.sampled_from([at for at, sign in enumerate(key) if sign != "-"]))
    for sign in SIGNS:
        if sign != key[at]:
            assert is_refused(key[:at] + sign + key[at + 1 :])


@settings(max_examples=25)
@given(key=recovery_keys)
def test_two_neighbours_that_change_places_are_always_seen(key: str) -> None:
    """Unless they are the same sign."""
    signs = key.replace("-", "")
    for at in range(len(signs) - 1):
        if signs[at] != signs[at + 1]:
            assert is_refused(signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :])


@given(key=recovery_keys, data=st.data())
def test_a_misread_sign_and_another_spacing_are_understood(key: str, data: st.DataObject) -> None:
    """O for 0, I or l for 1, U for V, Z for 2; in small letters; with spaces, or nothing, between the groups."""
    misread = {"0": "Oo0", "1": "Iil1", "V": "UuVv", "2": "Zz2"}
    typed = "".join(data.draw(st.sampled_from(misread.get(sign, sign + sign.lower()))) for sign in key)
    typed = typed.replace("-", data.draw(st.sampled_from(["-", " ", "", " - ", "\n"])))
    assert recovery_key_given(typed) == key.replace("-", "")


@given(text=st.text(max_size=60))
def test_nothing_else_is_taken_for_a_recovery_key(text: str) -> None:
    """Whatever is typed, it is refused by a code or is a key of the right form."""
    if not is_refused(text):
        assert set(recovery_key_given(text)) <= set(SIGNS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kort", "passphrase_short"),
        ("", "passphrase_short"),
        ("a" * 40, "passphrase_simple"),
        ("abababababababab", "passphrase_simple"),
        ("sex små ord är många nog " * 12, "passphrase_long"),
    ],
)
def test_a_weak_passphrase_is_told_by_what_is_wrong(text: str, code: str) -> None:
    """And the passphrase itself is not in the error."""
    with pytest.raises(BadInput) as told:
        check_passphrase(text)
    assert told.value.code == code
    assert not text or text not in str(told.value)


@given(text=st.text(min_size=SHORTEST_PASSPHRASE, max_size=LONGEST_PASSPHRASE))
def test_a_passphrase_opens_however_it_was_typed(text: str) -> None:
    """Composed or decomposed letters, full-width or not, are the same passphrase when it is chosen and when given."""
    try:
        chosen = check_passphrase(text)
    except BadInput:
        return
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert passphrase_given(unicodedata.normalize(form, text)) == chosen  # type: ignore[arg-type]  # typeshed wants a literal


def test_stretching_is_as_hard_as_it_is_said_to_be() -> None:
    """Ours is far above OWASP's floor (19 MiB, two passes); salt, secret and cost each give another key."""
    ours = Stretch()
    assert (ours.memory_kib, ours.passes) == (64 * 1024, 3)
    keys = {
        QUICK.key("secret", b"salt" * 4), QUICK.key("secreT", b"salt" * 4), QUICK.key("secret", b"tlas" * 4),
        Stretch(memory_kib=64, passes=2, lanes=1).key("secret", b"salt" * 4),
    }  # fmt: skip
    assert len(keys) == 4
    assert QUICK.key("secret", b"salt" * 4) in keys


def key_file(folder: Path, content: bytes, mode: int = 0o600) -> Path:
    """A key file with that in it."""
    file = folder / "nyckel"
    file.touch(mode=0o600)
    file.write_bytes(content)
    file.chmod(mode)
    return file


def test_a_key_file_gives_its_line(tmp_path: Path) -> None:
    """Without the line break around it."""
    secret = "x" * 16 + "å" * 16
    assert secret_in(key_file(tmp_path, f"{secret}\n".encode())) == secret


@pytest.mark.parametrize(
    "content", [b"", b"short\n", b"x" * 5000, b"x" * 20 + b"\n" + b"y" * 20, b"\xff" * 40, b" " * 40]
)
def test_a_key_file_that_cannot_be_used_is_told(tmp_path: Path, content: bytes) -> None:
    """Too short, too long, several lines, or no text."""
    with pytest.raises(BadInput) as told:
        secret_in(key_file(tmp_path, content))
    assert told.value.code == "key_file_unusable"
    assert "xxxx" not in str(told.value)


def test_a_missing_key_file_is_told(tmp_path: Path) -> None:
    """By its name, without its folder."""
    with pytest.raises(BadInput) as told:
        secret_in(tmp_path / "nyckel")
    assert (told.value.code, told.value.data) == ("key_file_missing", {"file": "nyckel"})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions otherwise")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o660, 0o601, 0o777])
def test_a_key_file_that_others_can_reach_is_refused(tmp_path: Path, mode: int) -> None:
    """Its owner alone, or not at all."""
    with pytest.raises(BadInput) as told:
        secret_in(key_file(tmp_path, b"x" * 40, mode))
    assert told.value.code == "key_file_open"
    assert secret_in(key_file(tmp_path, b"x" * 40, 0o400)) == "x" * 40
