"""What the coach has to do is said calmly, with the law where it decides, and without what was answered."""

from __future__ import annotations

import re

import pytest

from questionnaire.bank import load_bank
from questionnaire.vocabulary import Task
from wording.language import LANGUAGES, Language, speaking
from wording.tasks import say_task

LOUD = re.compile(r"!|genast|omedelbart|risk|diagnos|immediately|at once|urgent|misshand|abuse", re.IGNORECASE)
PRIVATE = {
    effect.task for item in load_bank().items if item.private for effect in item.tasks
}  # fmt: skip
ANSWERED = re.compile(r"tvång|tving|press|forc|pressur|rädd|afraid|föräld|guardian|vårdnad|parent", re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("task", Task)
def test_every_task_is_one_sentence_and_one_line(task: Task, language: Language) -> None:
    """What to do, and how; nothing is shouted."""
    with speaking(language):
        text = say_task(task)
    assert text.title.endswith(".")
    assert text.title.count(".") == 1
    assert text.todo.endswith(".")
    assert "\n" not in text.todo
    assert not LOUD.search(f"{text.title} {text.todo}")


@pytest.mark.parametrize(
    ("task", "statute"),
    [
        (Task.ASK_WHO_SENT_HOME, "skollagen 7 kap. 17 §"),
        (Task.ASK_WHO_SENT_HOME, "skollagen 7 kap. 19 a §"),
        (Task.MEET_EACH_GUARDIAN, "föräldrabalken 6 kap. 11 och 13 §§"),
        (Task.MEET_EACH_GUARDIAN, "skollagen 3 kap. 9 §"),
        (Task.EXPLAIN_NO_TEXTS, "föräldrabalken 6 kap. 11 §"),
        (Task.APPLY_FOR_TAXI, "skollagen 10 kap. 32 §"),
        (Task.INVITE_TO_MEETING, "skollagen 3 kap. 9 §"),
        (Task.BOOK_INTERPRETER, "förvaltningslagen 13 §"),
    ],
)
def test_the_law_is_named_where_it_decides(task: Task, statute: str) -> None:
    """The statute stands in the line that says how."""
    assert statute in say_task(task).todo


def test_a_child_who_was_asked_to_stay_at_home_is_a_matter_for_rektor_and_huvudman() -> None:
    """It is no lawful form of absence, and both must know."""
    todo = say_task(Task.ASK_WHO_SENT_HOME).todo
    assert "ingen laglig form av frånvaro" in todo
    assert "Rektorn" in todo
    assert "huvudmannen" in todo


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("task", sorted(PRIVATE))
def test_a_task_from_a_private_answer_does_not_tell_the_answer(task: Task, language: Language) -> None:
    """Neither pressure nor anybody at home is named."""
    with speaking(language):
        text = say_task(task)
    assert not ANSWERED.search(f"{text.title} {text.todo}")


def test_the_private_talk_about_the_plan_asks_again() -> None:
    """That much is said and no more."""
    assert say_task(Task.TALK_ABOUT_PRESSURE).title == (
        "Prata med eleven i enrum om hur planen känns, och fråga igen."
    )
