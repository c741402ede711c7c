"""Every question has a picture, by a name that there is; a name that there is not is told with file, item and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning.errors import BadInput
from questionnaire.bank import load_bank
from questionnaire.pictures import picture_names
from tests.questionnaire.test_bank_checks import GOOD, made


def test_every_question_and_every_section_has_its_own_picture() -> None:
    """No question of the program's bank falls back on its section's, and every section has one for those to come."""
    bank = load_bank()

    assert [item.id for item in bank.items if item.picture is None] == []
    assert [section.code for section in bank.sections if section.picture is None] == []


def test_a_box_that_stands_alone_has_no_picture() -> None:
    """«Inget» is nothing to draw."""
    alone = [option for item in load_bank().items for option in item.options if option.alone]

    assert alone
    assert [option.code for option in alone if option.picture] == []


@pytest.mark.parametrize(
    ("was", "becomes", "field"),
    [
        ('kind = "yes_no"', 'kind = "yes_no"\npicture = "no-such-thing"', "SO1.picture"),
        ('kind = "yes_no"', 'kind = "yes_no"\noptions = [{ code = "a", sv = "A", en = "A", picture = "none" }]',
         "SO1.options.0.picture"),
    ],
)  # fmt: skip
def test_a_picture_that_there_is_not_is_refused(tmp_path: Path, was: str, becomes: str, field: str) -> None:
    """By file, item and field."""
    assert was in GOOD
    with pytest.raises(BadInput) as refused:
        load_bank(made(tmp_path, home=GOOD.replace(was, becomes, 1)))

    assert refused.value.data["field"] == field
    assert "no picture" in str(refused.value.data["problem"])


def test_the_names_are_those_that_every_set_has() -> None:
    """Whoever looks can choose between them."""
    assert {"book-open", "paw-print", "stairs"} <= picture_names()
