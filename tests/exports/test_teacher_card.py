"""The teacher's card: times, seat, sign, what to do and leave be; no cause, and nothing that was told alone."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.blocks import Sheet
from exports.pdf import render_pdf
from exports.plain_text import render_text
from exports.sheet_blocks import FourSheets, SheetLines
from exports.teacher_card import ToldTeachers, build_teacher_cards, build_teacher_sheet
from planning.needs import NEED, SupportKind
from planning.plan import Setting
from tests.exports.conftest import make
from tests.exports.pictures import check_picture, check_text
from tests.exports.small_papers import HOSTILE, arranged, check_conformance, taught
from wording.teacher_lines import MOST_LINES

TOLD = ToldTeachers(first_name="Test", coach="Coach Exempel", may_know_return=True)
NEEDS = (
    arranged(SupportKind.SEAT_AT_EDGE, "near_door", "at_back"),
    arranged(SupportKind.STOP_SIGN),
    arranged(SupportKind.LEAVE_CARD),
    arranged(SupportKind.QUIET_ARRIVAL),
    arranged(SupportKind.NO_QUESTIONS_IN_CLASS),
)
MADE = make(4)
SUPPORT = st.builds(
    arranged, st.sampled_from(SupportKind), st.sampled_from(["near_door", "HEMLIGT", "library"]),
    number=st.integers(0, 3),
)  # fmt: skip
CLOSED = st.sampled_from(
    [
        arranged(kind, "near_teacher", "HEMLIGT", alone=True) for kind in SupportKind
    ] + [
        NEED.validate_python({
            "kind": kind, "id": f"x:{kind}", "origin": {"source": "answer", "ref": "VU2"}, "strength": "hard", **more,
        })
        for kind, more in (
            ("avoid_teacher", {"teachers": ["HEMLIGT"]}), ("only_teachers", {"teachers": ["HEMLIGT"]}),
            ("avoid_group", {"groups": ["HEMLIGT"]}), ("coach_minutes", {"minutes": 60}),
            ("weekly_item", {"item": "fika", "person": "HEMLIGT"}),
        )
    ]
)  # fmt: skip


def cards_of(made: Any, needs: Any = NEEDS, told: ToldTeachers = TOLD) -> tuple[Sheet, ...]:
    """The cards of a plan."""
    blocks = build_teacher_cards(*taught(made, needs), told).blocks
    assert all(isinstance(block, Sheet) for block in blocks)
    return blocks  # type: ignore[return-value]  # looked at just above


def test_the_cards_read_and_look_as_they_did(made: Any) -> None:
    """Every word of all cards, and the first of them as a picture."""
    document = build_teacher_cards(*taught(made, NEEDS), TOLD)
    check_text(render_text(document), "lararkort")
    check_picture(render_pdf(document), "lararkort")
    check_picture(render_pdf(build_teacher_sheet(*taught(made, NEEDS), TOLD)), "lararkort-fyra")


def test_every_teacher_of_the_dated_steps_has_a_card(made: Any) -> None:
    """By name where the timetable has names, else one a subject; a lesson with two teachers is on both cards."""
    cards = cards_of(made)
    receivers = [card.subtitle for card in cards]
    assert receivers[:2] == ["Till KLI", "Till TOV"]
    assert receivers == sorted(set(receivers))
    assert all(receiver.startswith("Till läraren i ") for receiver in receivers[2:])
    english = [card.subtitle for card in cards if "Engelska" in str(card)]
    assert english == ["Till KLI", "Till TOV"]


def test_a_card_has_only_its_own_teachers_lessons(made: Any) -> None:
    """What another teacher does is nobody else's business."""
    kli, tov = cards_of(made)[:2]
    assert "Matematik" not in str(kli)
    assert "Svenska" not in str(tov)


def test_the_attended_part_of_a_lesson_is_said(made: Any) -> None:
    """Half an hour of a longer lesson, in a small room, with the coach."""
    text = render_text(build_teacher_cards(*taught(made, NEEDS), TOLD))
    assert "Svenska, första 30 minuterna, med coachen | litet rum" in text


def test_with_and_without_the_coach_is_said_where_the_coach_comes_at_all(made: Any) -> None:
    """A teacher who never meets the coach reads nothing of it."""
    kli, tov, *_ = cards_of(made)
    assert "utan coachen" in str(kli)
    assert "med coachen" in str(tov)
    alone = [card for card in cards_of(made) if "coachen" not in str(card.parts[1])]
    assert alone


def test_only_two_steps_are_on_the_cards(make_plan: Callable[[int], Any]) -> None:
    """The one that is lived is all lov here; the next has its weeks, and no later step is told."""
    document = build_teacher_cards(*taught(make_plan(8), NEEDS), TOLD, current_step=3)
    weeks = {line for line in render_text(document).splitlines() if line.startswith("## v.")}
    assert weeks == {"## v. 2–3"}


@given(st.lists(SUPPORT, max_size=40))
def test_no_teacher_is_asked_for_more_than_five_lines(needs: list[Any]) -> None:
    """Whatever is arranged; and what has no room is not left out in silence."""
    for card in cards_of(MADE, needs):
        lines = [line for part in card.parts if isinstance(part, SheetLines) for line in part.lines]
        assert 2 <= len(lines) <= MOST_LINES
        assert "HEMLIGT" not in str(card)


@given(st.lists(SUPPORT, max_size=6), st.lists(CLOSED, min_size=1, max_size=8))
def test_nothing_closed_and_nothing_told_alone_reaches_a_card(needs: list[Any], closed: list[Any]) -> None:
    """The cards are the same with and without such needs, letter by letter."""
    assert cards_of(MADE, [*closed, *needs]) == cards_of(MADE, needs)


def test_a_protected_student_has_neither_name_nor_room(made: Any) -> None:
    """The name is a line to write on."""
    hidden = TOLD.model_copy(update={"first_name": "", "hides_places": True})
    text = render_text(build_teacher_cards(*taught(made, NEEDS), hidden))
    assert "Elev: ______" in text
    assert not any(word in text for word in ("Test", "B12", "litet rum"))


def test_teachers_are_not_told_of_the_return_until_the_student_has_said_so(made: Any) -> None:
    """Question VU8: times and support alone."""
    silent = TOLD.model_copy(update={"may_know_return": False})
    assert "tillbaka till skolan" not in render_text(build_teacher_cards(*taught(made, NEEDS), silent))


def test_a_plan_without_lessons_says_that_no_card_is_needed(made: Any) -> None:
    """One page that says so, never an empty file."""
    problem, plan = taught(made)
    none = plan.model_copy(update={"steps": tuple(step.model_copy(update={"lessons": ()}) for step in plan.steps)})
    (card,) = build_teacher_cards(problem, none, TOLD).blocks
    assert "Inget kort behövs än." in str(card)


def test_a_card_is_a_postcard_and_four_fit_a_page(made: Any) -> None:
    """105 × 148 mm each, one page a card; four of them on A4."""
    cards = PdfReader(io.BytesIO(render_pdf(build_teacher_cards(*taught(made, NEEDS), TOLD)))).pages
    assert len(cards) == len(cards_of(made))
    assert [round(float(side) / 72 * 25.4) for side in cards[0].mediabox[2:]] == [105, 148]
    sheets = build_teacher_sheet(*taught(made, NEEDS), TOLD).blocks
    assert [len(block.sheets) for block in sheets if isinstance(block, FourSheets)] == [4, len(cards) - 4]


@pytest.mark.parametrize("text", [HOSTILE, "", "Ö" * 200, "🙂" * 30])
def test_no_name_breaks_a_card(made: Any, text: str) -> None:
    """Markup, pictures, other scripts, endless words and nothing at all keep to one page and to the standards."""
    told = ToldTeachers(first_name=text, coach=text)
    problem, plan = taught(made, NEEDS, subject=text or "x", rooms=(text,), teachers=(text,))
    document = build_teacher_cards(problem, plan, told)
    assert len(PdfReader(io.BytesIO(render_pdf(document))).pages) == len(document.blocks)
    check_conformance(document, build_teacher_sheet(problem, plan, told))


def test_cards_keep_to_the_standards(made: Any) -> None:
    """PDF/UA-1 and PDF/A-3a, and the same bytes every time."""
    document = build_teacher_cards(*taught(made, NEEDS), TOLD)
    check_conformance(document, build_teacher_sheet(*taught(made, NEEDS), TOLD))
    assert render_pdf(document) == render_pdf(document)


def test_a_small_room_is_not_named(made: Any) -> None:
    """Where the class does not sit no room of the class is printed."""
    small = [p for step in made.plan.steps[:2] for p in step.lessons if p.setting is Setting.SMALL_ROOM]
    text = render_text(build_teacher_cards(*taught(made, NEEDS), TOLD))
    assert small
    assert text.count("litet rum") >= len({p.lesson.id for p in small})
