"""«Prata med någon nu» has the municipality's own numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.routines import LOCAL_FILE
from questionnaire.bank import load_bank
from tests.casework.small_week import week
from tests.opened_store import live_in
from ui.components import questionnaire
from ui.components.questionnaire.asking import Asking
from ui.components.questionnaire.openings import who_sees_words
from ui.components.questionnaire.turns import Turn
from ui.session import Session


@pytest.mark.parametrize("turn", [Turn.ALONE, Turn.TOGETHER])
def test_the_student_sees_the_numbers_of_the_local_routine(
    turn: Turn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The project's own until the municipality has written others."""
    live_in(monkeypatch, tmp_path)
    assert [line[-7:] for line in who_sees_words(turn)["talk"][1:]] == ["116 111", ": 90101", "et: 112"]

    own = '[help]\nnumbers = [{ sv = "Jourhavande kurator", en = "Counsellor on duty", phone = "0500-00 00 00" }]\n'
    (tmp_path / LOCAL_FILE).write_text(own, encoding="utf-8")
    assert who_sees_words(turn)["talk"][1:] == ["Jourhavande kurator: 0500-00 00 00"]


def test_numbers_that_are_changed_reach_a_tab_that_is_already_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the browser keeps of the questions is made anew when the numbers are others."""
    live_in(monkeypatch, tmp_path)
    held = Session()
    monkeypatch.setattr(questionnaire, "session", lambda: held)
    asking = Asking(bank=load_bank(), timetable=week(), events=(), place="x", turn=Turn.ALONE)
    before, _ = questionnaire._steady(asking, "sv")
    assert questionnaire._steady(asking, "sv")[0] == before
    own = '[help]\nnumbers = [{ sv = "Jourhavande kurator", en = "Counsellor on duty", phone = "0500-00 00 00" }]\n'
    (tmp_path / LOCAL_FILE).write_text(own, encoding="utf-8")
    after, data = questionnaire._steady(asking, "sv")
    assert after != before
    assert "0500-00 00 00" in str(data["words"])
