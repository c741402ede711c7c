"""What is sealed opens with its key at its place, and nowhere else; a bit that has turned is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.sealing import KEY_BYTES, Key, NotTheSeal, key_for, new_key, place, seal, unseal

KEY = new_key()
HERE = place("facts", 1)
keys = st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES).map(Key)
places = st.builds(place, st.sampled_from(["facts", "plans"]), st.integers(1, 40), st.sampled_from(["content", "note"]))


@given(key=keys, content=st.binary(max_size=400), where=places)
def test_what_is_sealed_is_read_back(key: Key, content: bytes, where: str) -> None:
    """Any content, also none at all, comes back byte by byte."""
    assert unseal(key, seal(key, content, where), where) == content


@pytest.mark.parametrize("content", [b"", b"a", "Åsa säger nej.".encode()])
def test_every_single_bit_that_turns_is_seen(content: bytes) -> None:
    """Wherever in the sealed bytes it is: version, nonce, text or tag."""
    sealed = seal(KEY, content, HERE)
    for bit in range(8 * len(sealed)):
        damaged = bytearray(sealed)
        damaged[bit // 8] ^= 1 << bit % 8
        with pytest.raises(NotTheSeal):
            unseal(KEY, bytes(damaged), HERE)


@given(content=st.binary(max_size=60), cut=st.integers(0, 88))
def test_what_is_cut_short_is_refused(content: bytes, cut: int) -> None:
    """Down to nothing at all."""
    sealed = seal(KEY, content, HERE)
    with pytest.raises(NotTheSeal):
        unseal(KEY, sealed[: min(cut, len(sealed) - 1)], HERE)


@given(content=st.binary(max_size=60), sealed_at=places, read_at=places)
def test_it_opens_at_its_own_place_only(content: bytes, sealed_at: str, read_at: str) -> None:
    """Another table, row or column is another place."""
    sealed = seal(KEY, content, sealed_at)
    if sealed_at == read_at:
        assert unseal(KEY, sealed, read_at) == content
    else:
        with pytest.raises(NotTheSeal):
            unseal(KEY, sealed, read_at)


def test_another_version_of_the_form_is_refused() -> None:
    """The version stands both in the bytes and in what they are tied to."""
    sealed = seal(KEY, b"said", HERE)
    for version in (0, 2, 255):
        with pytest.raises(NotTheSeal):
            unseal(KEY, bytes((version,)) + sealed[1:], HERE)
    assert HERE == "facts|1|content|1"


@given(one=keys, other=keys)
def test_another_key_opens_nothing(one: Key, other: Key) -> None:
    """Whichever two keys those are."""
    if one != other:
        with pytest.raises(NotTheSeal):
            unseal(other, seal(one, b"said", HERE), HERE)


def test_the_same_sealed_twice_differs() -> None:
    """Nobody can see that two rows say the same, and no two keys are alike."""
    assert len({seal(KEY, b"yes", HERE) for _ in range(200)}) == 200
    assert len({new_key() for _ in range(200)}) == 200


@given(key=keys)
def test_a_purpose_has_a_key_of_its_own(key: Key) -> None:
    """The same each time it is worked out, and none of them the key that it comes from."""
    assert key_for("backup", key) == key_for("backup", key)
    assert len({key, key_for("backup", key), key_for("names", key)}) == 3
    assert len(key_for("backup", key)) == KEY_BYTES
