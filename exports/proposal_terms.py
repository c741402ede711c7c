"""The proposal's terms: when to go on, stay or go back; the floor; the way back to the whole timetable."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, Bullets, Entry, FactColumns, Heading, ListColumns, Note
from exports.proposal_basis import day, entry
from planning.decision import DocumentFacts
from planning.public_plan import PublicPlan
from planning.reentry import CLOSED_DAYS, SICK_DAYS, SMALLER_OCCASIONS
from planning.steps import Timing
from wording.clock import hours_text, week_name, written_date
from wording.language import tr
from wording.phrases import in_words
from wording.steps import say_story


def terms(public: PublicPlan, facts: DocumentFacts) -> Iterator[Block]:
    """Conditions for the steps, and the way back to the whole timetable."""
    yield Heading(level=2, text=tr("Villkor för stegen"))
    yield ListColumns(lists=tuple(_conditions(public)), per_row=3)
    yield FactColumns(facts=(*_floor(public, facts), *_frame(public, facts)))


def _frame(public: PublicPlan, facts: DocumentFacts) -> Iterator[Entry]:
    """The way back to the whole timetable, what replaces the teaching lost until then, and that the family knows."""
    told = facts.consequences_told
    by = ", ".join(part for part in (day(told.date), told.person) if part)
    yield entry(tr("Vägen tillbaka till ordinarie schema"), _way_back(public, facts), lines=2)
    yield entry(tr("Det som ersätter undervisning"), *facts.replaces_lost_teaching, lines=2)
    yield entry(tr("Följderna har förklarats"), by)


def _conditions(public: PublicPlan) -> Iterator[Bullets]:
    text = say_story(public.steps[0].story)
    if len(public.steps) > 1:
        yield Bullets(title=tr("Gå vidare till nästa steg när"), items=text.go_on[:-1])
    yield Bullets(title=tr("Stanna eller gå tillbaka"), items=text.too_much)
    yield Bullets(
        title=tr("En svår dag, och efter frånvaro"),
        items=(
            tr("En svår dag gäller bara en av dagens lektioner, eller halva om dagen har en enda."),
            tr("Går inte det heller räcker ett sms eller ett samtal. Det räknas."),
            _smaller_days(),
        ),
    )


def _smaller_days() -> str:
    return tr(
        "Efter minst {closed} skoldagars lov i rad, eller minst {sick} dagars anmäld frånvaro, "
        "är de {smaller} första dagarna ett steg mindre.",
        closed=in_words(CLOSED_DAYS),
        sick=in_words(SICK_DAYS),
        smaller=in_words(SMALLER_OCCASIONS),
    )


def floor_minutes(public: PublicPlan, facts: DocumentFacts) -> int:
    """Fewest minutes a week within the decision: what was said, but never more than the plan's own smallest step."""
    least = min(step.minutes for step in public.steps)
    return least if facts.floor_minutes is None else min(facts.floor_minutes, least)


def _floor(public: PublicPlan, facts: DocumentFacts) -> Iterator[Entry]:
    """The floor of the decision, who acts above it, and what takes a new decision."""
    hours = hours_text(floor_minutes(public, facts))
    yield entry(tr("Golvet för beslutet"), tr("Lägst {hours} undervisning i veckan.", hours=hours))
    person = facts.follow_up.person
    acts = tr("{person} kan låta eleven gå vidare, stanna eller gå tillbaka.", person=person) if person else ""
    yield entry(tr("Inom beslutet"), acts)
    yield entry(
        tr("Nytt beslut behövs"),
        tr("Under golvet, om fler ämnen tas bort, om formen ändras eller om perioden förlängs."),
    )


def _way_back(public: PublicPlan, facts: DocumentFacts) -> str:
    """When the whole timetable holds; where the plan does not end in it why, or nothing while nobody has said it."""
    last = public.steps[-1]
    if not public.ends_whole:
        return facts.way_back
    when = written_date(last.first_day)
    if last.timing is not Timing.DATED:
        when = tr("tidigast {week}", week=week_name(last.first_day))
    return tr("Hela det ordinarie schemat gäller från steg {n}, {when}.", n=last.number, when=when)


def presence() -> Iterator[Block]:
    """How the school notes presence, so that a plan that is followed is not logged as absence.

    Unexcused absence stands in the term's grades (skolförordningen 6 kap. 12 §).
    """
    told = (
        tr("Lektionerna i stegets vecka räknas som «enligt plan». Skriv närvaro och frånvaro bara på dem."),
        tr("Klassens andra lektioner hör inte till elevens schema medan steget gäller. De är inte frånvaro."),
        tr("Skriv dem som «anpassad studiegång», så att ingen frånvaro uppstår och inget larm går."),
    )
    yield Note(title=tr("Närvaro i skolans system"), paragraphs=(" ".join(told),))
