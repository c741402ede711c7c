"""What each step of a plan means in practice, in words that every document may print.

When to go on, stay or go back is `method.md` §5.4; the numbers are our defaults, not evidence.
"""

from __future__ import annotations

from typing import NamedTuple

from planning.needs import (
    AnyNeed,
    CoachAllLessons,
    CoachAtFirstLesson,
    LunchElsewhere,
    RestBetweenLessons,
    RideNeeded,
    SmallGroupFirst,
    StartElsewhere,
)
from planning.offers.contact import CONTACTS_PER_WEEK
from planning.stories import DONE_PERCENT, OCCASIONS_IN_WINDOW, StepStory
from wording.language import tr
from wording.lesson_lines import day_lines, subject_lines
from wording.needs import say_limit_publicly
from wording.phrases import in_words
from wording.releases import say_release

_SUPPORTING = (
    CoachAtFirstLesson, CoachAllLessons, SmallGroupFirst, RestBetweenLessons, LunchElsewhere, RideNeeded,
    StartElsewhere,
)  # fmt: skip
"""Limits that are themselves something arranged for the student."""


class StepText(NamedTuple):
    """A step in words. Each is a row of short lines; none tells why, and none names a person."""

    new: tuple[str, ...]
    """What is new, and what no longer holds."""
    support: tuple[str, ...]
    go_on: tuple[str, ...]
    """When to take the next step; in the last step, what comes after the plan."""
    too_much: tuple[str, ...]
    """When to stay, and when to go back."""
    bad_day: tuple[str, ...]
    """The smaller version of each day."""


def step_name(number: int) -> str:
    """«Steg 1»."""
    return tr("Steg {number}", number=number)


def say_story(story: StepStory, *, to_student: bool = False) -> StepText:
    """The step in words: about the student, for the school; or to the student, in easier words."""
    return StepText(
        new=_new(story, to_student=to_student),
        support=_support(story),
        go_on=_after(story) if story.is_last else _go_on(story, to_student=to_student),
        too_much=_to_student_too_much() if to_student else _too_much(),
        bad_day=(*day_lines(story.bad_day), *_smallest_day(story)),
    )


def _new(story: StepStory, *, to_student: bool) -> tuple[str, ...]:
    releases = dict.fromkeys(said for need in story.released if (said := say_release(need)))
    lessons = subject_lines(story.new)
    if lessons:
        return (*lessons, *releases)
    if story.minutes:
        return (tr("Samma lektioner som i steget före. Det får ta tid."), *releases)
    # The student's own first page has no word of school on it (`features.md` F08).
    first = tr("Steget börjar med kontakt.") if to_student else tr("Eleven startar utanför skolan, med kontakt.")
    return (first, *releases)


def _support(story: StepStory) -> tuple[str, ...]:
    arranged = [need for need in story.holding if isinstance(need, _SUPPORTING)]
    needs: tuple[AnyNeed, ...] = (*arranged, *story.support)
    said = dict.fromkeys(sentence for need in needs if (sentence := say_limit_publicly(need)))
    contact = tr("Kontakt med coachen minst {times} gånger i veckan", times=in_words(CONTACTS_PER_WEEK))
    return tuple(said) if story.is_whole else (*said, contact)


def _go_on(story: StepStory, *, to_student: bool) -> tuple[str, ...]:
    times = in_words(OCCASIONS_IN_WINDOW)
    happened = tr("De {times} senaste planerade gångerna blev av.", times=times)
    next_step = tr("Då är det dags för steg {step}.", step=story.number + 1)
    if to_student:
        return (happened, tr("Ingen av dem var för svår."), tr("Du vill gå vidare."), next_step)
    counts = tr("En gång räknas när minst {percent} av 100 planerade minuter blev av.", percent=DONE_PERCENT)
    return (happened, counts, tr("Ingen av dem var för svår för eleven."), tr("Eleven vill gå vidare."), next_step)


def _after(story: StepStory) -> tuple[str, ...]:
    """`method.md` §5.4 R8: four weeks of the full plan, then checks after three and six months."""
    if story.is_whole:
        return (
            tr("Det här är sista steget. Hela schemat är tillbaka."),
            tr("När det har gått bra i fyra veckor räcker det att stämma av efter tre och sex månader."),
        )
    return (
        tr("Det här är planens sista steg, men inte hela schemat."),
        tr("Planen säger vad som inte är med, och varför."),
        tr("Innan planen slutar följer skolan upp den och bestämmer hur det fortsätter."),
    )


def _too_much() -> tuple[str, ...]:
    return (
        tr("Var någon gång för svår: stanna på steget och ge mer stöd."),
        tr("Blev bara en gång av: gå ett halvt steg tillbaka."),
        tr("Blev ingen gång av: gå tillbaka till det som senast gick bra och träffas inom fem skoldagar."),
        tr("Titta först på om stödet kom och om platsen passade."),
        tr("Vill eleven ha mindre blir det mindre på en gång. Kontakten slutar aldrig."),
    )


def _to_student_too_much() -> tuple[str, ...]:
    return (
        tr("Säg till. Då blir det mindre på en gång."),
        tr("Ni kan stanna på steget och lägga till stöd."),
        tr("Ni kan gå tillbaka till det som gick bra. Kontakten slutar aldrig."),
    )


def _smallest_day(story: StepStory) -> tuple[str, ...]:
    if story.bad_day:
        return (tr("Går inte det heller: ett sms eller ett samtal. Det räknas."),)
    return (tr("Ett sms eller ett samtal räcker. Det räknas."),)
