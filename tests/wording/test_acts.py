"""What the log tells a student, in words."""

from __future__ import annotations

import pytest

from casework.erasure import ASKED, CONFIRMED, WITHDRAWN
from planning.access import Action
from storage.audit import Outcome
from wording.acts import say_act, say_outcome
from wording.language import speaking


@pytest.mark.parametrize("act", [*Action, ASKED, WITHDRAWN, CONFIRMED])
def test_every_act_has_words(act: str) -> None:
    """No code of the program's reaches a student, in either language."""
    assert say_act(act) != act
    with speaking("en"):
        assert say_act(act) not in {act, ""}


def test_an_act_without_words_is_told_by_its_code() -> None:
    """Rather than not at all."""
    assert say_act("something_new") == "something_new"


def test_only_what_was_refused_is_told_apart() -> None:
    """What was done needs no word for that."""
    assert [say_outcome(outcome.value) for outcome in Outcome] == ["", "nekades", ""]
