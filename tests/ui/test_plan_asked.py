"""What speaks against a change made by hand is said where it was tapped; the coach has the last word, with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.cases import CaseStore
from planning.setting import Setting
from tests.ui.plan_pages import ByHand, told
from tests.ui.plan_scenes import ATTENDED, AVOIDED, now, planned_store, third_step


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case with its plan."""
    with planned_store(tmp_path, monkeypatch) as shop:
        yield shop


@pytest.fixture
def hand(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> ByHand:
    """The page of that plan, its third step opened, in a hand that can tap."""
    assert now(store).plan is not None
    return ByHand(monkeypatch)


def test_a_change_against_an_earlier_one_offers_to_take_that_back_first(store: CaseStore, hand: ByHand) -> None:
    """Where the earlier one holds in more steps; right where it is said, nobody has to look for it."""
    hand.tap("small", ATTENDED, onward=True)
    hand.tap("classroom", ATTENDED)
    asked = hand.data["plan"]["asked"]
    assert any("(ändrat för hand)" in line for line in asked["lines"])
    (earlier,) = now(store).changes
    assert [change for change, _ in asked["takes"]] == [earlier.id]
    hand.tap("take_back", ATTENDED, change=earlier.id)
    assert now(store).changes == ()
    assert third_step(store)[ATTENDED].setting is Setting.CLASSROOM


def test_what_a_change_goes_against_is_said_before_anything_is_kept(store: CaseStore, hand: ByHand) -> None:
    """And «Låt bli» leaves the plan as it is."""
    before = now(store)
    hand.tap("keep", AVOIDED)
    asked = hand.data["plan"]["asked"]
    assert asked["card"] == AVOIDED
    assert "Det går emot: «vänta med Idrott och hälsa och Spanska" in " ".join(asked["lines"])
    assert asked["may_be"]
    assert not asked["asks_reason"]
    assert now(store) == before

    hand.tap("not", AVOIDED)
    assert hand.data["plan"]["asked"] is None
    assert now(store) == before


def test_a_change_is_kept_with_a_reason_where_nothing_else_helps(store: CaseStore, hand: ByHand) -> None:
    """First what collides is named and nothing changed; without a reason nothing changes either."""
    hand.tap("keep", AVOIDED)
    hand.tap("anyway", AVOIDED)
    asked = hand.data["plan"]["asked"]
    assert "Det går inte ihop" in asked["lines"][0]
    assert asked["asks_reason"]
    assert AVOIDED not in third_step(store)
    hand.tap("anyway", AVOIDED, reason="   ")
    assert hand.data["plan"]["asked"] == asked
    assert now(store).changes == ()

    hand.tap("anyway", AVOIDED, reason="Kim vill pröva.")
    assert AVOIDED in third_step(store)
    assert hand.data["plan"]["asked"] is None
    assert "Skälet som står: Kim vill pröva." in told(hand.page)
    assert now(store).changes[0].reason == "Kim vill pröva."


def test_a_word_on_a_question_that_was_about_another_lesson_does_nothing(store: CaseStore, hand: ByHand) -> None:
    """«Gör det ändå» is about the lesson it stands beside."""
    hand.tap("keep", AVOIDED)
    hand.tap("anyway", ATTENDED, reason="Nej.")
    assert now(store).changes == ()
    assert hand.data["plan"]["asked"] is None


def test_why_a_lesson_waits_is_answered_in_sentences(store: CaseStore, hand: ByHand) -> None:
    """With whose word it is; the answer goes when something has changed."""
    hand.tap("why", AVOIDED)
    answer = " ".join(hand.data["plan"]["answers"][AVOIDED])
    assert "Den kan inte vara med så länge det här gäller" in answer
    assert "(eleven kryssade)" in answer
    hand.tap("lock", ATTENDED)
    assert hand.data["plan"]["answers"] == {}
