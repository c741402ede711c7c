"""JSON from elsewhere is taken at its word, or not at all."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.errors import BadInput
from planning.strict_json import DEEPEST, plain, read_json

MOST = 100_000
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs"]), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats(-1e300, 1e300) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)
PARTS = st.sampled_from(
    [
        b"{", b"}", b"[", b"]", b",", b":", b'"a"', b'"', b"\\", b"\\u0000", b"\\ud800", b"\\u202e", b"1", b"-",
        b"1e999", b"NaN", b"-Infinity", b"true", b"null", b" ", b"\xff", b"\xef\xbb\xbf", "å".encode(), b"0" * 50,
        b'{"a":1,"a":2}',
    ]
)  # fmt: skip


@given(VALUES)
def test_what_json_can_say_is_read(value: object) -> None:
    """Written by the standard library, with a mark before it or without, the value comes back."""
    content = json.dumps(value, ensure_ascii=False).encode()
    assert read_json(content, MOST) == value
    assert read_json(b"\xef\xbb\xbf" + content, MOST) == value


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_json"), (b"{", "not_json"), (b"{} {}", "not_json"), (b"'a'", "not_json"),
        (b"\xff\xfe{}", "not_json"), (b"NaN", "not_json"), (b"[-Infinity]", "not_json"), (b"1e999", "not_json"),
        (b"-1e999", "not_json"), (b"9" * 5000, "not_json"),
        (b'{"a": 1, "b": {"x": 1, "x": 1}}', "repeated_name"),
        (b'{"a": 1, "a\\u202e": 2}', "repeated_name"), (b"[" * 100_000, "too_deep"),
        (b'{"a":' * (DEEPEST + 1) + b"1" + b"}" * (DEEPEST + 1), "too_deep"), (b" " * (MOST + 1), "too_large"),
    ],
)  # fmt: skip
def test_what_json_cannot_say_is_refused(content: bytes, code: str) -> None:
    """Numbers that are none, two values for a name, nesting and size beyond measure."""
    with pytest.raises(BadInput) as told:
        read_json(content, MOST)
    assert told.value.code == code


def test_depth_is_counted_outside_texts() -> None:
    """Brackets that somebody wrote are no nesting."""
    assert read_json(b'["' + b"[" * 1000 + b'\\"[[", "]"]', MOST)[0] == "[" * 1000 + '"[['
    assert read_json(b"[" * DEEPEST + b"]" * DEEPEST, MOST)


def test_nothing_in_a_text_steers_the_screen() -> None:
    """NUL, direction signs and half letters go, in names too; line breaks and joined emoji stay."""
    content = b'{"a\\u0000": ["x\\ud800y", "\\u202eabc\\u2069", "r\\n\\u200d\\t"]}'
    assert read_json(content, MOST) == {"a": ["xy", "abc", "r\n\u200d\t"]}
    assert plain("å\u202e\x00\ufeff") == "å"


@settings(max_examples=2000)
@given(st.lists(PARTS | st.binary(max_size=6), max_size=30).map(b"".join))
def test_arbitrary_json_raises_nothing_but_bad_input(content: bytes) -> None:
    """Whatever is sent is read or refused, and what is read can be written."""
    with contextlib.suppress(BadInput):
        assert json.dumps(read_json(content, MOST), allow_nan=False).encode("utf-8")
