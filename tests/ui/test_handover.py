"""While the student holds the screen it stays the student's, until the coach's code is given."""

from __future__ import annotations

from casework.cases import CaseId
from ui.components.questionnaire.turns import Turn
from ui.handover import FREE_TRIES, HANDOVER, WAIT_SECONDS, Handover, Handovers

CASE = CaseId("a-case")


class Clock:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """What the clock says."""
        return self.now


def given(clock: Clock | None = None) -> Handover:
    """A screen that has been handed over with the code 1234."""
    handover = Handover(clock=clock or Clock())
    handover.give(CASE, "1234")
    return handover


def test_the_right_code_takes_the_screen_back() -> None:
    """And afterwards nobody holds it."""
    handover = given()

    assert handover.take_back("1234")
    assert handover.case is None


def test_a_wrong_code_changes_nothing() -> None:
    """The case stays the student's."""
    handover = given()

    assert not handover.take_back("4321")
    assert handover.case == CASE


def test_many_wrong_codes_must_wait() -> None:
    """Not even the right one helps until the time has passed."""
    clock = Clock()
    handover = given(clock)
    for _ in range(FREE_TRIES):
        handover.take_back("0000")

    assert not handover.take_back("1234")
    clock.now += WAIT_SECONDS + 1
    assert handover.take_back("1234")


def test_the_code_itself_is_not_kept() -> None:
    """Only what can be compared with it."""
    assert b"1234" not in given()._code


def test_the_screen_is_given_to_whoever_s_turn_it_is() -> None:
    """The student unless it is said to be the guardians."""
    handover = Handover()
    handover.give(CASE, "1234")
    assert handover.turn is Turn.ALONE
    handover.give(CASE, "1234", Turn.GUARDIAN)
    assert handover.turn is Turn.GUARDIAN


def test_each_session_hands_over_its_own_screen() -> None:
    """In a municipality one student's screen is nobody else's; the codes are told apart, and end with the session."""
    who = ["first"]
    screens = Handovers(lambda: who[0])
    screens.give(CASE, "1234")
    who[0] = "second"
    assert screens.case is None
    screens.give(CaseId("another"), "9876", Turn.GUARDIAN)
    assert (screens.case, screens.turn) == (CaseId("another"), Turn.GUARDIAN)
    assert not screens.take_back("1234")
    who[0] = "first"
    assert (screens.case, screens.turn) == (CASE, Turn.ALONE)
    screens.end("first")

    assert screens.case is None


def test_that_a_screen_was_handed_over_outlives_its_session() -> None:
    """Whoever holds it cannot come in as the coach by waiting until the session rests."""
    screens = Handovers(lambda: "own")
    screens.give(CASE, "1234")
    screens.end("own")
    screens.end("own")

    assert screens.holds("own")
    assert not screens.holds("another")
    taken_back = Handovers(lambda: "own")
    taken_back.give(CASE, "1234")
    taken_back.take_back("1234")
    taken_back.end("own")
    assert not taken_back.holds("own")


def test_alone_the_whole_app_is_handed_over() -> None:
    """Whichever browser or tab asks."""
    assert HANDOVER.whose() == ""
