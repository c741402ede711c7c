"""No plan is possible: what collides, whose it is, and what could open a way. Nobody is told to give in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from planning.needs import AnyNeed, CoachAvailability, RideNeeded, TravelTimes
from planning.needs.base import CARE, Respondent, Source
from planning.outcomes import Conflict, Interrupted, InterruptedBy, WayOut
from planning.plan import PlannedContact
from planning.timetable import Timetable
from wording.clock import hours_text, weekday_name, written_span
from wording.contacts import say_contact
from wording.language import tr, trn
from wording.needs import say_limit, say_need
from wording.phrases import and_list, full_stop, in_words, lower_first
from wording.timetable_notes import held_by_avoided

MOST_NAMED = 3
"""So many lessons of a first step are named; the small drawing beside it shows all. Our default."""


class WayText(NamedTuple):
    """One way out in words."""

    condition: str
    """«Om «ingen lektion före 09.30» släpps i steg 3»."""
    opens: str
    """What is possible then, as a sentence: «Då går det att ha 1 lektion i veckan i steg 2.»."""
    first: str = ""
    """What comes first, with day and time: «Steg 2: måndag Bild 10.00–11.00, 1 h i veckan.»; empty: not known."""


class ConflictText(NamedTuple):
    """A conflict in words."""

    headline: str
    colliding: tuple[str, ...]
    ways_out: tuple[str, ...]
    contact: str
    """What happens meanwhile: a dated contact."""
    notes: tuple[str, ...] = ()
    """What in the timetable makes them collide, where that can be told."""
    ways: tuple[WayText, ...] = ()
    """The ways out in their parts, in the same order."""


def say_conflict(conflict: Conflict, timetable: Timetable | None = None) -> ConflictText:
    """The colliding needs and the ways out, in the order they are given; with the timetable also notes from it."""
    needs = {need.id: need for need in conflict.needs}
    known = [(way, needs[way.give_up]) for way in conflict.ways_out if way.give_up in needs]
    return ConflictText(
        headline=_headline(len(conflict.needs)),
        colliding=tuple(f"{say_need(need)} ({say_whose(need)})" for need in conflict.needs),
        ways_out=tuple(_way_out(way, need) for way, need in known),
        ways=tuple(say_way(way, need) for way, need in known),
        contact=_meanwhile(conflict.contact),
        notes=(*_no_ride(conflict), *(held_by_avoided(conflict.needs, timetable) if timetable else ())),
    )


def _no_ride(conflict: Conflict) -> Iterator[str]:
    """Which days have no ride, and what can be done about it (`method.md` §4.4)."""
    if conflict.without_ride:
        days = and_list([weekday_name(day) for day in conflict.without_ride])
        yield tr(
            "Skjuts saknas {days}. Det här kan hjälpa: ansök om skolskjuts med taxi, en tid med coachen, eller en dag "
            "som har skjuts.",
            days=days,
        )


def say_interrupted(outcome: Interrupted) -> ConflictText:
    """The search ended before it was ready: what ended it, and what can be done. Nothing is known to collide."""
    return ConflictText(
        headline=_what_ended_it(outcome),
        colliding=(),
        ways_out=(*([say_best_so_far()] if outcome.best is not None else []), *_what_helps(outcome.why)),
        contact=_meanwhile(outcome.contact),
    )


def say_best_so_far() -> str:
    """What a plan is that has passed every check and that a search had no time to better."""
    return tr("Planen som finns håller allt som måste gälla. Det kan finnas en som är ännu bättre.")


def _what_ended_it(outcome: Interrupted) -> str:
    match outcome.why:
        case InterruptedBy.OUT_OF_TIME:
            seconds = trn("{n} sekund", "{n} sekunder", round(outcome.seconds))
            if outcome.best is not None:
                return tr("Sökandet hann inte bli klart på {seconds}.", seconds=seconds)
            return tr("Ingen plan blev klar på {seconds}.", seconds=seconds)
        case InterruptedBy.CANCELLED:
            return tr("Sökandet efter en plan avbröts.")
        case InterruptedBy.OUT_OF_MEMORY:
            return tr("Datorns minne räckte inte för att räkna klart.")
        case InterruptedBy.WORKER_DIED:
            return tr("Uträkningen stannade innan den var klar. Det som är sparat finns kvar.")
        case _:
            assert_never(outcome.why)


def _what_helps(why: InterruptedBy) -> tuple[str, ...]:
    match why:
        case InterruptedBy.OUT_OF_TIME:
            return (
                tr("Det kan ändå finnas en plan. Pröva igen med längre tid."),
                tr("Färre steg eller en kortare plan går fortare att räkna ut."),
            )
        case InterruptedBy.CANCELLED:
            return (tr("Pröva igen när det passar."),)
        case InterruptedBy.OUT_OF_MEMORY:
            return (
                tr("Färre steg eller en kortare plan behöver mindre minne."),
                tr("Stäng program som inte används och pröva igen."),
            )
        case InterruptedBy.WORKER_DIED:
            return (tr("Pröva igen. Händer det flera gånger: starta om Stegvis."),)
        case _:
            assert_never(why)


def say_whose(need: AnyNeed) -> str:
    """Whose the need is: «eleven kryssade», «mål», «coachens tider», «skjuts».

    What the coach has put in for care says that the coach did, and never why.
    """
    if need.origin == CARE:
        return tr("coachen har skrivit in")
    match need.origin.source:
        case Source.ANSWER:
            return _who_ticked(need.origin.by)
        case Source.GOAL:
            return tr("mål")
        case Source.COACH if isinstance(need, CoachAvailability):
            return tr("coachens tider")
        case Source.TRAVEL:
            return tr("skjuts") if isinstance(need, RideNeeded) else tr("resor")
        case Source.CALENDAR:
            return tr("skolans kalender")
        case Source.HAND:
            return tr("ändrat för hand")
        case Source.DEFAULT | Source.COACH:
            return tr("planens grundregel")
        case _:
            assert_never(need.origin.source)


def _who_ticked(respondent: Respondent) -> str:
    match respondent:
        case Respondent.STUDENT:
            return tr("eleven kryssade")
        case Respondent.GUARDIAN:
            return tr("vårdnadshavare kryssade")
        case Respondent.COACH:
            return tr("coachen kryssade")
        case Respondent.SCHOOL:
            return tr("skolan kryssade")
        case _:
            assert_never(respondent)


def _headline(count: int) -> str:
    if count == 1:
        return tr("En sak går inte att uppfylla just nu.")
    return tr("De här {count} sakerna går inte ihop just nu.", count=in_words(count))


def _way_out(way: WayOut, need: AnyNeed) -> str:
    condition = _if_it_changed(need) if way.until is None else _if_it_ended(need, way.until)
    lessons = next(((step, n) for step, n in enumerate(way.lessons_per_step, 1) if n), None)
    if not way.is_enough:
        return tr("{condition}: det räcker inte ensamt.", condition=condition)
    if lessons is None:
        return tr("{condition}: en plan finns.", condition=condition)
    step, count = lessons
    opens = trn("{n} lektion i veckan i steg {step}", "{n} lektioner i veckan i steg {step}", count, step=step)
    if way.first_subjects:
        opens = tr("{opens}, till exempel {subjects}", opens=opens, subjects=and_list(way.first_subjects))
    return full_stop(f"{condition}: {opens}")


def say_way(way: WayOut, need: AnyNeed) -> WayText:
    """The way out in its parts: on what condition, what is possible then, and what comes first."""
    condition = _if_it_changed(need) if way.until is None else _if_let_go(need, way.until + 1)
    step, minutes = way.first_step, way.minutes_per_step
    if not way.is_enough:
        return WayText(condition, tr("Det räcker inte ensamt, men kan hjälpa tillsammans med något annat."))
    if step is None:
        return WayText(condition, tr("Då finns det en plan. Den börjar utan lektioner."))
    opens = trn(
        "Då går det att ha {n} lektion i veckan från steg {step}.",
        "Då går det att ha {n} lektioner i veckan från steg {step}.",
        way.lessons_per_step[step - 1],
        step=step,
    )
    return WayText(condition, opens, _say_first(way, step, minutes[step - 1] if len(minutes) >= step else 0))


def _say_first(way: WayOut, step: int, minutes: int) -> str:
    if not way.first_lessons:
        return ""
    lessons = and_list(
        [
            f"{weekday_name(one.weekday)} {one.subject} {written_span(one.start, one.end)}"
            for one in way.first_lessons[:MOST_NAMED]
        ]
    )
    if len(way.first_lessons) > MOST_NAMED:
        lessons = tr("bland annat {lessons}", lessons=lessons)
    return tr("Steg {step}: {lessons}, {hours} i veckan.", step=step, lessons=lessons, hours=hours_text(minutes))


def _if_let_go(need: AnyNeed, step: int) -> str:
    return tr("Om «{limit}» släpps i steg {step}", limit=lower_first(say_limit(need)), step=step)


def _if_it_ended(need: AnyNeed, step: int) -> str:
    limit = lower_first(say_limit(need))
    return tr("Hur länge gäller «{limit}»? Om det gäller till och med steg {step}", limit=limit, step=step)


def _if_it_changed(need: AnyNeed) -> str:
    match need:
        case CoachAvailability():
            return tr("Om coachen kunde vara med andra tider")
        case RideNeeded():
            return tr("Om det fanns skjuts fler tider")
        case TravelTimes():
            return tr("Om resorna gick andra tider")
        case _:
            return _if_it_did_not_hold(need)


def _if_it_did_not_hold(need: AnyNeed) -> str:
    limit = lower_first(say_need(need))
    if need.origin.source is Source.ANSWER and need.origin.by is Respondent.STUDENT:
        return tr("Om eleven själv vill ändra «{limit}»", limit=limit)
    if need.origin.source is Source.GOAL:
        return tr("Om målet kunde vänta («{limit}»)", limit=limit)
    if need.origin.source is Source.HAND:
        return tr("Om ni tar tillbaka ändringen («{limit}»)", limit=limit)
    return tr("Om detta kunde ändras («{limit}»)", limit=limit)


def _meanwhile(contact: PlannedContact) -> str:
    return full_stop(tr("Under tiden: {contact}", contact=say_contact(contact)))
