"""Every alternative says what it does differently and what it costs, in every language."""

from __future__ import annotations

import pytest

from planning.alternatives import Alternative, Alternatives, Axis, WhyNone
from planning.answers_why import Concern, Worse
from planning.plan_changes import changes_between
from tests.planning.builders import plan, problem, timetable
from wording.alternatives import say_alternative, say_no_alternatives
from wording.language import LANGUAGES, Language, speaking

OF = problem(timetable())
NOW, THEN = plan(OF, "a b"), plan(OF, "c d")


def along(axis: Axis, **fields: object) -> Alternative:
    """An alternative along that axis."""
    return Alternative.model_validate(
        {
            "axis": axis, "now": 480, "then": 600, "subjects": ("Bild", "Engelska"), "plan": THEN,
            "changes": changes_between(NOW, THEN), **fields,
        }
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("axis", list(Axis))
def test_every_axis_has_a_label(axis: Axis, language: Language) -> None:
    """Plain, and without the word for it in the program."""
    with speaking(language):
        text = say_alternative(along(axis))
    assert text.label[0].isupper()
    assert "{" not in text.label
    assert axis.value not in text.label
    assert text.costs == ()
    assert len(text.lines) == 2


def test_labels_read_as_written() -> None:
    """With their figures."""
    assert say_alternative(along(Axis.LATER_START)).label == "Börjar senare: tidigast 10.00"
    assert say_alternative(along(Axis.OTHER_SUBJECTS)).label == "Andra ämnen först: Bild och Engelska"
    assert say_alternative(along(Axis.WITH_COACH, then=1)).label == "Mer när coachen kan vara med: en lektion"


def test_what_an_alternative_costs_is_told() -> None:
    """Once, however many wishes it is."""
    worse = [Worse(concern=c, now=0, then=1) for c in (Concern.TOO_SLOW, Concern.WISH_2, Concern.WISH_1)]
    assert say_alternative(along(Axis.FEWER_DAYS, worse=worse)).costs == (
        "Det går lite långsammare i början.", "Någon lättare önskan blir lite sämre.",
    )  # fmt: skip


@pytest.mark.parametrize("why", list(WhyNone))
def test_no_choice_is_told_calmly(why: WhyNone) -> None:
    """One or two sentences."""
    assert say_no_alternatives(Alternatives(why_none=why)).endswith(".")
    assert say_no_alternatives(Alternatives(found=(along(Axis.FEWER_DAYS),))) == ""
