"""Reasons: the student's own tick behind the wall, nothing of it in front."""

from __future__ import annotations

import pytest

from planning.plan import Reason, ReasonKind
from tests.wording.every_need import ROOMS, TEACHERS, a_need, every_need
from wording.language import LANGUAGES, Language, speaking
from wording.public_reasons import say_public_reason
from wording.reasons import question_behind, say_reason


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ReasonKind)
def test_every_kind_of_reason_can_be_told_with_and_without_its_need(kind: ReasonKind, language: Language) -> None:
    """In both variants, in every language."""
    reason = Reason(kind=kind)
    with speaking(language):
        for need in (None, *every_need()):
            assert say_reason(reason, need)
            assert say_public_reason(reason, need)


@pytest.mark.parametrize("kind", ReasonKind)
def test_a_public_reason_names_nobody_and_quotes_no_tick(kind: ReasonKind) -> None:
    """Hidden needs give nothing but a neutral line."""
    hidden = [need for need in every_need() if need.disclosure != "open"]
    said = [say_public_reason(Reason(kind=kind), need) for need in hidden]
    assert not [line for line in said if "kryssa" in line or any(name in line for name in (*TEACHERS, *ROOMS))]


@pytest.mark.parametrize(
    ("kind", "need", "said"),
    [
        (ReasonKind.WISHED_SUBJECT, a_need("begin_with"), "För att du kryssade att du kan börja med Bild och Slöjd"),
        (ReasonKind.LIMIT_HOLDS, a_need("earliest_start", last_step=3), "Väntar till steg 4: ingen lektion före 09.30"),
        (ReasonKind.LIMIT_HOLDS, a_need("avoid_subject"), "Inte med i planen: vänta med Matematik"),
        (ReasonKind.PACE, None, "Kommer senare, i lugn takt"),
        (ReasonKind.MOVED_BY_LIMIT, a_need("avoid_room"), "För att du kryssade: ingen lektion i Xrum99 eller Yrum98"),
        (ReasonKind.GOAL, a_need("min_lessons_per_week"), "Hör till målet: minst 1 lektion i veckan"),
    ],
)
def test_reasons_read_as_written(kind: ReasonKind, need: object, said: str) -> None:
    """Golden sentences."""
    assert say_reason(Reason(kind=kind), need) == said  # type: ignore[arg-type]  # the table mixes needs and None


def test_a_reason_quotes_the_question_that_was_answered() -> None:
    """In the language spoken; the origin says which question."""
    need = a_need("earliest_start", origin={"source": "answer", "ref": "SO1"})
    said = say_reason(Reason(kind=ReasonKind.WISHED_TIME), need)
    assert said.endswith("(frågan «Somnar du sent de flesta kvällar?»)")
    with speaking("en"):
        assert question_behind(need) == "Do you fall asleep late most evenings?"


def test_what_the_coach_put_in_for_care_is_told_without_a_source() -> None:
    """Only the coach's hours are said to be the coach's: anything else would tell that something was told alone."""
    care = {"source": "coach", "ref": "coach.care", "by": "coach"}
    said = say_reason(Reason(kind=ReasonKind.MOVED_BY_LIMIT), a_need("avoid_room", origin=care))
    assert said == "För att planen är gjord så: ingen lektion i Xrum99 eller Yrum98"
    assert question_behind(a_need("avoid_room", origin=care)) == ""


def test_what_was_told_alone_is_quoted_nowhere() -> None:
    """A private question is not quoted, nor one that a need of the goals could be mistaken for."""
    assert question_behind(a_need("avoid_room", origin={"source": "answer", "ref": "TR1"})) == ""
    assert question_behind(a_need("earliest_start", origin={"source": "goal", "ref": "SO1"})) == ""
