"""The picture for the phone: as large as a screen, calm where the clock is, the same every time."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

from PIL import Image

from exports.pdf import render_pdf
from exports.phone_picture import build_phone_week, phone_picture
from exports.plain_text import render_text
from exports.student_blocks import PictureStyle
from exports.student_page import OwnPage
from tests.exports.pictures import check_picture, check_text
from wording.language import speaking

OWN = OwnPage(first_name="Test", meets="Kim Exempel", calm_place="Grupprum 2", style=PictureStyle.COLOURFUL)
WIDTH, HEIGHT = 1080, 2340


def drawn(made: Any, **more: Any) -> Image.Image:
    """The picture."""
    data = phone_picture(build_phone_week(made.problem, made.plan, OWN, **more))
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_the_week_on_the_phone_reads_as_it_did(made: Any) -> None:
    """Every word of it."""
    check_text(render_text(build_phone_week(made.problem, made.plan, OWN)), "mobilbild")


def test_the_week_on_the_phone_looks_as_it_did(make_plan: Callable[[int], Any]) -> None:
    """A week of little, and a full one."""
    made = make_plan(8)
    for step, name in ((1, "mobilbild-lite"), (8, "mobilbild-full")):
        data = render_pdf(build_phone_week(made.problem, made.plan, OWN, current_step=step))
        check_picture(data, name, in_all_colours=True)


def test_the_picture_is_as_large_as_a_screen(made: Any) -> None:
    """1080 × 2340 dots."""
    assert drawn(made).size == (WIDTH, HEIGHT)


def test_the_clock_has_a_quarter_of_the_screen_to_itself(made: Any) -> None:
    """One colour from edge to edge; below it there is much to see."""
    picture = drawn(made, current_step=4)
    assert len(picture.crop((0, 0, WIDTH, HEIGHT // 4)).getcolors() or ()) == 1
    assert len(picture.crop((0, HEIGHT // 4, WIDTH, HEIGHT)).getcolors(WIDTH * HEIGHT) or ()) > 50


def test_the_same_week_gives_the_same_bytes(made: Any) -> None:
    """So that nothing looks changed that is not."""
    one, other = (phone_picture(build_phone_week(made.problem, made.plan, OWN)) for _ in range(2))
    assert one == other


def test_the_week_of_today_is_shown(made: Any) -> None:
    """Where the weeks of a step differ, it is the one that today lies in."""
    steps = tuple(
        step.model_copy(
            update={
                "step": step.step.model_copy(update={"week_labels": ("A", "B")}),
                "lessons": tuple(
                    one.model_copy(update={"week": "A" if number % 2 else "B"})
                    for number, one in enumerate(step.lessons)
                ),
            }
        )
        for step in made.plan.steps
    )
    problem = made.problem.model_copy(
        update={"timetable": made.problem.timetable.model_copy(update={"week_labels": ("A", "B")})}
    )
    plan = made.plan.model_copy(update={"steps": steps})
    first, second = (
        render_text(build_phone_week(problem, plan, OWN, today=dt.date(2026, 11, 30) + dt.timedelta(weeks=n)))
        for n in (0, 1)
    )
    assert "v. 49" in first
    assert "v. 50" in second
    assert first != second


def test_the_picture_in_english(made: Any) -> None:
    """Also for those who read it in English."""
    with speaking("en"):
        document = build_phone_week(made.problem, made.plan, OWN)
        assert phone_picture(document).startswith(b"\x89PNG")
    assert "My week" in render_text(document)
