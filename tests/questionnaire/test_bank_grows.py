"""Adding a question with an effect that exists takes a few lines of TOML and no code."""

from __future__ import annotations

import shutil
from pathlib import Path

from planning.checks.judge import bars
from planning.problem import Problem
from planning.timetable import Occasion
from planning.visits import Visit
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.bank import BANK_FOLDER, load_bank
from questionnaire.effects import needs_from
from questionnaire.route import Route, shown_items
from questionnaire.summary import summarise
from questionnaire.vocabulary import Group
from tests.questionnaire.sample_answers import WEEK
from wording.needs import say_need

PROBLEM = Problem(timetable=WEEK, steps=(), needs=())
ADDED = """
[SO9]
sitting = "B"
kind = "yes_no"
sv = "Är det svårt att gå upp tidigt?"
en = "Is it hard to get up early?"
details = ["time"]

[SO9.says]
yes = { group = "hard", sv = "Det är svårt att gå upp tidigt.", en = "It is hard to get up early." }
no = { group = "works", sv = "Det går bra att gå upp tidigt.", en = "Getting up early works." }

[[SO9.needs]]
when = ["yes"]
need = "earliest_start"
strength = "hard_now"
last_step = 2
with = { time = "09:15" }
agreed = { time = "time" }
"""


def test_one_more_question_needs_no_code(tmp_path: Path) -> None:
    """A question added to a copy of the bank alone is asked, told back and planned for."""
    for path in BANK_FOLDER.glob("*.toml"):
        shutil.copy(path, tmp_path / path.name)
    home = tmp_path / "home.toml"
    home.write_text(home.read_text(encoding="utf-8") + ADDED, encoding="utf-8")
    bank, sheet = load_bank(tmp_path), AnswerSheet(answers={QuestionId("SO9"): Answer(choice=Choice.YES)})

    need = needs_from(bank, sheet, WEEK)[0]
    told = summarise(bank, sheet).group(Group.HARD)

    assert "SO9" in [item.id for item in shown_items(bank, sheet, Route.FULL)]
    assert (need.id, need.kind, need.last_step) == ("SO9:earliest_start", "earliest_start", 2)
    assert say_need(need) == "Ingen lektion före 09.15 till och med steg 2"
    assert [line.text.sv for line in told] == ["Det är svårt att gå upp tidigt."]
    assert [o.lesson.subject for o in WEEK.occasions if bars(need, _whole(o), PROBLEM)] == ["Bild"]


def _whole(occasion: Occasion) -> Visit:
    """All of the lesson, in the first step."""
    lesson = occasion.lesson
    return Visit(lesson=lesson, start=lesson.start, end=lesson.end, step=1, week=occasion.week)
