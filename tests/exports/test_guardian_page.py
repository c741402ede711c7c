"""The guardians' page: one page a step with dates, kind, and nothing of what the student has told alone."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.blocks import Sheet
from exports.guardian_page import ToldHome, build_guardian_page
from exports.pdf import render_pdf
from exports.plain_text import render_text
from planning.items import Carrier, ItemKind
from planning.needs.base import NeedId
from planning.plan import Plan, PlannedItem
from planning.problem import Problem
from tests.exports.conftest import make
from tests.exports.pictures import check_picture, check_text
from tests.exports.small_papers import HOSTILE, check_conformance, taught
from tests.exports.test_teacher_card import CLOSED, NEEDS
from wording.home_lines import good_to_leave_be, good_to_say, on_a_bad_day
from wording.language import LANGUAGES, Language, speaking

TOLD = ToldHome(
    first_name="Test", coach="Coach Exempel", numbers=(("Överenskommet", "070-000 00 00"),),
    follow_up=dt.date(2026, 12, 14),
)  # fmt: skip
MADE = make(4)


def item(kind: ItemKind, start: int, carrier: Carrier, need: str = "", **more: Any) -> PlannedItem:
    """Something on Mondays."""
    return PlannedItem(
        kind=kind, week="", weekday=0, start=start, end=start + 10, carrier=carrier,
        need=NeedId(need) if need else None, **more,
    )  # fmt: skip


MORNING = (
    item(ItemKind.WAKE_UP, 450, Carrier.GUARDIAN),
    item(ItemKind.RIDE_THERE, 530, Carrier.GUARDIAN, person="Förälder Ett"),
    item(ItemKind.RIDE_HOME, 900, Carrier.COACH, person="Coach Exempel"),
    item(ItemKind.FIKA, 840, Carrier.COACH, person="Coach Exempel"),
)


def with_items(made: Any, needs: Any = NEEDS, items: tuple[PlannedItem, ...] = MORNING) -> tuple[Problem, Plan]:
    """The plan with those items in every step."""
    problem, plan = taught(made, needs)
    steps = tuple(step.model_copy(update={"items": items}) for step in plan.steps)
    return problem, plan.model_copy(update={"steps": steps})


def page_text(made: Any, **more: Any) -> str:
    """The words of the pages."""
    return render_text(build_guardian_page(*with_items(made, **more), TOLD))


def test_the_page_reads_and_looks_as_it_did(made: Any) -> None:
    """Every word of both pages, and the first as a picture."""
    document = build_guardian_page(*with_items(made), TOLD)
    check_text(render_text(document), "vardnadshavare")
    check_picture(render_pdf(document), "vardnadshavare")


def test_mornings_and_rides_say_when_and_who(made: Any) -> None:
    """Waking, driving there, the day and the way home, each with its hour."""
    row = next(line for line in page_text(made).splitlines() if line.startswith("Måndag"))
    assert "07.30 väckning, någon hemma" in row
    assert "08.50 skjuts till skolan, Förälder Ett kör" in row
    assert "14.00 fika" in row
    assert "15.00 skjuts hem, Coach Exempel kör" in row


def test_numbers_are_those_that_somebody_wrote(made: Any) -> None:
    """The coach's and the school's are lines to write on."""
    text = page_text(made)
    assert "Överenskommet: 070-000 00 00" in text
    assert "Coachen, Coach Exempel: ______" in text
    assert "Skolan: ______" in text


def test_the_follow_up_stands_on_the_step_that_it_lies_in(made: Any) -> None:
    """14 December is in step 2."""
    first, second = build_guardian_page(*with_items(made), TOLD).blocks
    assert "Skolan följer upp" not in str(first)
    assert "Skolan följer upp" in str(second)


def test_a_lov_is_called_by_its_name(made: Any) -> None:
    """Week 52 of step 2 is one row; a single day off stands among the others."""
    text = page_text(made)
    assert "V. 52 | – | Jullov | – | –" in text
    assert "21 dec" not in text


def test_every_day_with_lessons_has_its_smaller_version(made: Any) -> None:
    """In the same row."""
    rows = [line for line in page_text(made).splitlines() if " lektion" in line and "|" in line]
    assert rows
    assert all(row.rpartition("| ")[2].startswith(("bara ", "ett sms")) for row in rows)


@given(st.lists(CLOSED.filter(lambda need: "contact_other_way" not in need.id), min_size=1, max_size=8))
def test_nothing_told_alone_reaches_the_page(closed: list[Any]) -> None:
    """The page is the same without such needs, and without what rests on them.

    That somebody wants no texts is left aside: a smaller day is then another, and that is the plan itself.
    """
    hidden = tuple(
        item(ItemKind.BREAKFAST, 480 + n, Carrier.COACH, need=need.id, person="HEMLIGT")
        for n, need in enumerate(closed) if need.origin.ref == "coach.care"
    )  # fmt: skip
    told = build_guardian_page(*with_items(MADE, [*closed, *NEEDS], (*hidden, *MORNING)), TOLD)
    assert render_text(told) == page_text(MADE)


def test_what_those_at_home_do_themselves_is_never_hidden_from_them(made: Any) -> None:
    """A ride that rests on something told alone is told to the one who drives."""
    alone = next(need for need in _care())
    ride = item(ItemKind.RIDE_THERE, 530, Carrier.GUARDIAN, need=alone.id)
    assert "08.50 skjuts till skolan" in page_text(made, needs=[alone], items=(ride,))


def _care() -> list[Any]:
    """Needs from private answers."""
    return [need for need in CLOSED.elements if need.origin.ref == "coach.care"]  # type: ignore[attr-defined]  # hypothesis keeps them


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_blames_or_presses(language: Language) -> None:
    """Method E5: no word of carrying, dragging, removing or punishing, and none of duty or fault."""
    with speaking(language):
        said = " ".join((*good_to_say(), *good_to_leave_be(), *on_a_bad_day("Coach"))).casefold()
    for word in ("måste", "borde", "skyldig", "straff", "ta bort", "bära", "dra ", "must", "should", "fault", "punish"):
        assert word not in said


def test_the_page_is_written_in_both_languages(made: Any) -> None:
    """No Swedish is left in the English one but names of subjects and of days off."""
    with speaking("en"):
        document = build_guardian_page(*with_items(made), TOLD)
        text = render_text(document)
    assert document.language == "en"
    assert "To you at home" in text
    assert not any(word in text for word in ("hemma", "skjuts", "Dagen", "stämmer", "räknas"))


@pytest.mark.parametrize("text", [HOSTILE, "", "Ö" * 200, "🙂" * 30])
def test_each_step_is_one_page_whatever_is_written(made: Any, text: str) -> None:
    """Long names, pictures, other scripts and nothing at all."""
    items = tuple(one.model_copy(update={"person": text}) for one in MORNING) * 6
    problem, plan = with_items(made, items=items)
    told = ToldHome(first_name=text, coach=text, numbers=((text, text),) * 6)
    document = build_guardian_page(problem, plan, told)
    assert all(isinstance(block, Sheet) and not block.may_run_on for block in document.blocks)
    assert len(PdfReader(io.BytesIO(render_pdf(document))).pages) == 2
    check_conformance(document)
