"""The shorter version of a day: less, in kind words, and it counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exports.bad_day_page import build_short_days
from exports.pdf import render_pdf
from exports.plain_text import render_text
from exports.student_blocks import PictureStyle
from exports.student_page import OwnPage
from exports.student_papers import ShortDay
from planning.smaller_days import bad_days
from tests.exports.pictures import check_picture, check_text
from wording.language import speaking

OWN = OwnPage(first_name="Test", meets="Kim Exempel", calm_place="Grupprum 2", phone="070-000 00 00")


def pages(made: Any, **more: Any) -> list[ShortDay]:
    """The pages of that plan."""
    blocks = build_short_days(made.problem, made.plan, OWN, **more).blocks
    return [block for block in blocks if isinstance(block, ShortDay)]


def test_short_days_read_as_they_did(made: Any) -> None:
    """Every word of them."""
    check_text(render_text(build_short_days(made.problem, made.plan, OWN)), "kort-dag")


def test_a_short_day_looks_as_it_did(made: Any) -> None:
    """With one thing on it, and with two."""
    own = OWN.model_copy(update={"style": PictureStyle.COLOURFUL})
    check_picture(render_pdf(build_short_days(made.problem, made.plan, own)), "kort-dag-1", page=1, in_all_colours=True)
    check_picture(render_pdf(build_short_days(made.problem, made.plan, OWN)), "kort-dag-2", page=2, in_all_colours=True)


def test_every_day_with_something_has_a_page(make_plan: Callable[[int], Any]) -> None:
    """In the step that is lived and in the next, and in no other; each says that the day counts."""
    made = make_plan(8)
    found = pages(made, current_step=3)
    assert {page.subtitle.rpartition(" · ")[2] for page in found} <= {"Steg 3 av 8", "Steg 4 av 8"}
    assert [page.number for page in found] == list(range(1, len(found) + 1))
    assert {page.lead for page in found} == {"Den här dagen räknas också."}


def test_a_short_day_is_what_was_agreed(made: Any) -> None:
    """The part of a lesson that the plan has for it, with its times."""
    smaller = {day.weekday: day.lesson for day in bad_days(made.problem, made.plan, made.plan.steps[0]) if day.lesson}
    told = {page.title: page.moments[0] for page in pages(made) if page.subtitle.endswith("Steg 1 av 4")}
    for weekday, name in ((2, "Onsdag"), (3, "Torsdag"), (4, "Fredag")):
        lesson = smaller[weekday]
        assert (told[name].name, told[name].span) == (lesson.lesson.subject, (lesson.start, lesson.end))


def test_a_day_that_cannot_be_smaller_still_counts(made: Any) -> None:
    """A lesson too short to part leaves a text or a call."""
    steps = tuple(
        step.model_copy(
            update={
                "contacts": (),
                "lessons": tuple(one.model_copy(update={"end": one.start + 15}) for one in step.lessons[:1]),
            }
        )
        for step in made.plan.steps
    )
    short = made._replace(plan=made.plan.model_copy(update={"steps": steps}))
    page = pages(short)[0]
    assert not page.moments
    assert page.after[0] == "Ett sms eller ett samtal räcker. Det räknas."


def test_short_days_in_english(made: Any) -> None:
    """The kind words too."""
    with speaking("en"):
        text = render_text(build_short_days(made.problem, made.plan, OWN))
    assert "This day counts too." in text
    assert "Tomorrow is a new day." in text
