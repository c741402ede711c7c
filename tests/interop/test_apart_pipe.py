"""What comes out of a process that has read a hostile file is bytes, and is looked at as such."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from interop.apart_pipe import Refusal, receive, send
from planning.errors import BadInput

VALUES = st.one_of(st.integers(), st.text(), st.lists(st.text()).map(tuple), st.none(), st.binary(), st.floats())


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_frames_come_over_whole(frames: list[bytes]) -> None:
    """In order, whatever they hold."""
    pipe = BytesIO()
    send(pipe, *frames)
    pipe.seek(0)
    assert [receive(pipe) for _ in frames] == frames


@pytest.mark.parametrize(
    "said", [b"", b"\0\0", b"\0" * 7 + b"\x05abc", b"\xff" * 8 + b"abc", b"\0" * 7 + b"\x65" + b"x" * 200]
)
def test_a_frame_that_is_cut_or_beyond_measure_is_the_end(said: bytes) -> None:
    """A promise of a terabyte is not waited for, and no memory is set aside for it."""
    with pytest.raises(EOFError):
        receive(BytesIO(said), 100)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,10}", fullmatch=True), VALUES, max_size=8))
def test_every_refusal_can_be_sent(data: dict[str, object]) -> None:
    """Whatever a reader puts into it, what arrives says the same thing of the same file."""
    data.pop("code", None)
    refusal = Refusal.of(BadInput("too_large", **{**data, "file": "theirs"}))
    arrived = Refusal.model_validate_json(refusal.model_dump_json())
    assert arrived.as_error("ours").data["file"] == "ours"
    assert arrived.data.keys() == {*data, "file"}
    assert arrived.as_error("ours").code == "too_large"


@pytest.mark.parametrize(
    "said",
    [
        b'{"code": "../x", "data": {}}', b'{"code": "a", "data": {}}', b'{"code": "too_large"}', b"[]", b"",
        b'{"code": "too_large", "data": {"x": {"deeper": 1}}}', b'{"code": "too_large", "data": {}, "more": 1}',
        b'{"code": "too_large", "data": {"code": "x"}}', b'{"code": "too_large", "data": {"A b": "x"}}',
        b'{"code": "too_large", "data": {"x": "' + b"y" * 501 + b'"}}',
    ],
)  # fmt: skip
def test_what_is_no_refusal_is_none(said: bytes) -> None:
    """Codes are words, data is short."""
    with pytest.raises(ValidationError):
        Refusal.model_validate_json(said)
