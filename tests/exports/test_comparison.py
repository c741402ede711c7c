"""Whatever is changed in a file on its way is named: which page, which part, and what kind of change it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exports.comparison import differences
from exports.decision_form import REASONS
from exports.returned import fingerprint, read_file
from planning.returned import Difference, DifferenceKind
from tests.exports.conftest import make, whole_facts
from tests.exports.form_samples import filled, left
from tests.exports.tampering import (
    drawn_upon,
    noted_upon,
    with_field,
    with_other_plan,
    with_other_words,
    with_ruling,
    without_a_page,
)
from wording.returned_words import say_difference


@pytest.fixture(scope="module")
def sent() -> bytes:
    """A proposal that has left."""
    return left(make(4), whole_facts()).data


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda data: drawn_upon(data, number=2), Difference(kind=DifferenceKind.DRAWN, pages=(2,))),
        (lambda data: drawn_upon(data, adds=False), Difference(kind=DifferenceKind.DRAWN, pages=(1,))),
        (noted_upon, Difference(kind=DifferenceKind.ADDED, pages=(1,))),
        (with_other_words, Difference(kind=DifferenceKind.WORDS, pages=(1,))),
        (without_a_page, Difference(kind=DifferenceKind.PAGES)),
        (with_other_plan, Difference(kind=DifferenceKind.OTHER_VERSION)),
        (
            lambda data: with_other_plan(data, b"Exempelskolan", b"En annan skola"),
            Difference(kind=DifferenceKind.PLAN),
        ),
        (
            lambda data: with_ruling(data, "no_programme", is_seen=False),
            Difference(kind=DifferenceKind.TICK),
        ),
    ],
)
def test_each_change_is_named_and_no_other(
    sent: bytes, change: Callable[[bytes], bytes], named: Difference
) -> None:
    """In words, with the page that it is on."""
    came = read_file(change(filled(sent)))
    assert differences(came, fingerprint(sent)) == (named,)
    assert all(str(page) in say_difference(named) for page in named.pages)


def test_a_decision_alone_is_no_difference(sent: bytes) -> None:
    """Filled in, and filled in once more, it is what left with an answer in it."""
    once = filled(sent)
    again = with_ruling(with_field(once, REASONS, "Annat"), "no_programme")
    assert [differences(read_file(data), fingerprint(sent)) for data in (sent, once, again)] == [()] * 3


def test_another_case_s_proposal_is_said_to_be_that_and_nothing_more(sent: bytes) -> None:
    """Its pages are not held against pages of somebody else."""
    other = left(make(3), whole_facts(), case_id="case-2").data
    found = differences(read_file(other), fingerprint(sent))
    assert found == (Difference(kind=DifferenceKind.OTHER_DOCUMENT),)


def test_without_what_left_the_file_is_held_against_itself(sent: bytes) -> None:
    """A note laid upon it is seen also then."""
    assert differences(read_file(noted_upon(sent)), None) == (Difference(kind=DifferenceKind.ADDED, pages=(1,)),)
    assert differences(read_file(drawn_upon(sent)), None) == ()


@pytest.mark.parametrize("kind", DifferenceKind)
def test_every_kind_of_difference_has_its_sentence(kind: DifferenceKind) -> None:
    """None is told by its code."""
    said = say_difference(Difference(kind=kind, pages=(3, 4)))
    assert said.endswith(".")
    assert kind.value not in said
