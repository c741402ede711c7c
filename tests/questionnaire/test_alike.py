"""When a sitting's answers are nearly all the same, the coach gets a neutral hint; nothing else follows."""

from __future__ import annotations

from questionnaire.alike import sittings_alike
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.items import Item
from questionnaire.vocabulary import Sitting
from tests.questionnaire.sample_answers import DONT_KNOW, NO, YES, answer

BANK = load_bank()


def of_sitting(sitting: Sitting) -> list[Item]:
    """The questions with buttons that stand by themselves in that sitting."""
    return [i for i in BANK.items if i.sitting is sitting and i.kind.has_buttons and i.shown_if is None]


def test_nine_of_ten_alike_are_noticed_and_eight_of_ten_are_not() -> None:
    """Ninety of a hundred is the limit."""
    items = of_sitting(Sitting.C)[:10]

    def alike(others: int) -> tuple[Sitting, ...]:
        given = {item.id: answer(NO if n < others else YES) for n, item in enumerate(items)}
        return sittings_alike(BANK, AnswerSheet(answers=given))

    assert len(items) == 10
    assert alike(1) == (Sitting.C,)
    assert alike(2) == ()


def test_a_few_answers_say_nothing() -> None:
    """Seven of a kind may be the truth; «vet inte» is no such answer."""
    items = of_sitting(Sitting.B)[:8]
    given: dict[QuestionId, object] = {item.id: answer(YES) for item in items[:7]} | {items[7].id: answer(DONT_KNOW)}

    assert sittings_alike(BANK, AnswerSheet.model_validate({"answers": given})) == ()


def test_private_answers_are_not_looked_at() -> None:
    """All the same there is what one hopes for."""
    given = {item.id: answer(NO) for item in BANK.items if item.private and item.kind.has_buttons}

    assert len(given) >= 8
    assert sittings_alike(BANK, AnswerSheet(answers=given)) == ()
