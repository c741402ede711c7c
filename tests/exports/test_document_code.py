"""The code of a document: it says which it is, tells nothing of anybody, and notices a slip of the hand."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exports.document_code import DocumentCode, document_number, grouped, plan_mark, read_code
from planning.errors import BadInput

codes = st.builds(
    lambda case, version, plan: DocumentCode(
        document=document_number(case), version=version, plan=plan_mark(plan)
    ),
    st.text(),
    st.integers(1, 999_999),
    st.binary(),
)


@given(codes)
def test_a_code_read_by_a_camera_or_typed_by_hand_is_the_same(code: DocumentCode) -> None:
    """Grouped, run together, in small letters, and with letters where figures were meant."""
    printed = code.printed
    by_hand = f"{printed.document} {printed.version} {printed.plan}"
    for typed in (code.for_camera, by_hand, by_hand.lower(), by_hand.replace(" ", ""), by_hand.replace("0", "o")):
        assert read_code(typed) == code


@given(codes, st.data())
def test_one_wrong_sign_is_noticed(code: DocumentCode, data: st.DataObject) -> None:
    """Wherever it stands: no other document is taken for this one."""
    signs = code.for_camera.removeprefix("STEGVIS ").replace(" ", "")
    place = data.draw(st.integers(0, len(signs) - 1))
    other = data.draw(st.sampled_from([sign for sign in "0123456789ABCDEF" if sign != signs[place]]))
    with pytest.raises(BadInput):
        read_code(signs[:place] + other + signs[place + 1 :])


@given(codes, st.data())
def test_two_signs_that_have_changed_places_are_noticed(code: DocumentCode, data: st.DataObject) -> None:
    """The commonest slip of whoever types off paper."""
    signs = code.for_camera.removeprefix("STEGVIS ").replace(" ", "")
    place = data.draw(st.integers(0, len(signs) - 2))
    first, second = signs[place : place + 2]
    assume(first != second)
    with pytest.raises(BadInput):
        read_code(signs[:place] + second + first + signs[place + 2 :])


@pytest.mark.parametrize("typed", ["", "STEGVIS", "K7QM", "åäö" * 20, "0" * 200, "🙂"])
def test_something_else_is_no_code(typed: str) -> None:
    """Said as such, and not as a slip."""
    with pytest.raises(BadInput, match="code_form"):
        read_code(typed)


def test_the_number_of_a_case_stays_and_shows_nothing_of_it() -> None:
    """The same case has the same number; another has another; neither contains the id."""
    assert document_number("case-1") == document_number("case-1") != document_number("case-2")
    assert "CASE" not in document_number("case-1")
    assert grouped("ABCDEFGH") == "ABCD EFGH"
