"""The week on a card for the pocket: when there is what, who is there, where it is calm, and what one does then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.blocks import DayCard, Document, Moment, StudentWeek
from exports.page_format import PageFormat
from exports.pocket_card_blocks import CardSize, PocketCard, PocketCards
from exports.student_page import OwnPage, nothing_yet, student_weeks
from planning.plan import Plan
from planning.problem import Problem
from wording.clock import written_span
from wording.language import language_tag, tr

NEXT_TO_EACH_OTHER = 30
"""Lessons with at most so many minutes between them are one stretch of the day on the smallest card. Our default."""
OTHERS = 2
"""How many other things a day without lessons tells of on the smallest card. Our default."""
HELP_ON_CARD = 3
"""Who, where, and what to do: the help that a card has room for."""
_FORMATS = {CardSize.POSTCARD: PageFormat.A6, CardSize.WALLET: PageFormat.CARD}


def build_pocket_cards(
    problem: Problem, plan: Plan, own: OwnPage, size: CardSize, *, on_sheet: bool = False, current_step: int = 1
) -> Document:
    """The cards of the step that is lived and of the next: a page each, or over and over on a sheet of A4 to cut."""
    weeks = student_weeks(problem, plan, own, current_step=current_step)
    near = [week for week in weeks if week.number in (current_step, current_step + 1)]
    cards = tuple(_card(week, size, number) for number, week in enumerate(near, 1))
    title = tr("Min vecka på ett kort")
    pages = (cards,) if on_sheet else tuple((card,) for card in cards)
    return Document(
        title=title,
        subject=title,
        author="",
        language=language_tag(),
        page_text="",
        format=PageFormat.A4 if on_sheet else _FORMATS[size],
        blocks=tuple(PocketCards(cards=page, size=size, on_sheet=on_sheet) for page in pages if page)
        or (nothing_yet(),),
    )


def _card(week: StudentWeek, size: CardSize, number: int) -> PocketCard:
    is_small = size is CardSize.WALLET
    # The code takes the room of a line of help on the smallest card.
    shown = HELP_ON_CARD - (is_small and week.message is not None)
    return PocketCard(
        title=" · ".join(part for part in (week.first_name, *week.when[:1]) if part) or week.title,
        step=week.which,
        number=number,
        days=tuple(_small_day(day) if is_small else times_and_words(day) for day in week.days),
        help=week.help[:shown],
        style=week.style,
        message=week.message,
    )


def times_and_words(day: DayCard) -> DayCard:
    """The day with when and what alone."""
    moments = (Moment(time=one.time, name=one.name, icon=one.icon, look=one.look) for one in day.moments)
    return day.model_copy(update={"moments": tuple(moments)})


def _small_day(day: DayCard) -> DayCard:
    """The day's lessons as times only; on a day without lessons what else there is."""
    lessons = [moment for moment in day.moments if moment.is_lesson]
    if not lessons:
        return times_and_words(day.model_copy(update={"moments": tuple(map(_without_picture, day.moments[:OTHERS]))}))
    stretches = [
        Moment(time=written_span(start, end), name="", icon="", look=lessons[0].look)
        for start, end in _stretches([moment.span for moment in lessons if moment.span])
    ]
    return day.model_copy(update={"moments": tuple(stretches)})


def _without_picture(moment: Moment) -> Moment:
    return moment.model_copy(update={"icon": ""})


def _stretches(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, in order, with those joined that lie next to each other."""
    begun: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if begun and start - begun[1] <= NEXT_TO_EACH_OTHER:
            begun = (begun[0], max(begun[1], end))
        else:
            if begun:
                yield begun
            begun = (start, end)
    if begun:
        yield begun
