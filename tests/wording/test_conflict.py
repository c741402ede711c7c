"""A conflict is told with everybody's needs on equal terms, and a contact that stands."""

from __future__ import annotations

import datetime as dt

import pytest

from planning.items import ItemKind
from planning.outcomes import Conflict, Interrupted, InterruptedBy, WayOut
from planning.plan import Plan, PlannedContact
from tests.wording.every_need import a_need
from wording.conflict import say_conflict, say_interrupted, say_whose
from wording.language import speaking

CONTACT = PlannedContact(date=dt.date(2026, 11, 30), kind=ItemKind.FIKA, start=600, person="Kim Exempel")
NEEDS = (
    a_need("earliest_start", last_step=3),
    a_need("min_lessons_per_week", n=3, origin={"source": "goal", "ref": "goals.lessons_per_week"}),
    a_need("coach_availability", origin={"source": "coach", "ref": "coach.hours"}, strength="frame"),
    a_need("ride_needed", origin={"source": "travel", "ref": "travel.rides"}, strength="frame"),
)


def a_conflict() -> Conflict:
    """Four needs, three ways looked at."""
    return Conflict(
        needs=NEEDS,
        ways_out=(
            WayOut(give_up="coach_availability", lessons_per_step=(3, 5), first_subjects=("FK",)),
            WayOut(give_up="ride_needed"),
            WayOut(give_up="earliest_start", lessons_per_step=(0, 1)),
        ),
        contact=CONTACT,
    )


def test_a_conflict_counts_its_needs_in_words_and_says_whose_they_are() -> None:
    """The headline, then each need with its origin."""
    text = say_conflict(a_conflict())
    assert text.headline == "De här fyra sakerna går inte ihop just nu."
    assert text.colliding == (
        "Ingen lektion före 09.30 till och med steg 3 (eleven kryssade)",
        "Minst 3 lektioner i veckan (mål)",
        "Coachen kan bara vara med på sina egna tider (coachens tider)",
        "Skjuts behövs till skolan och hem (skjuts)",
    )


def test_ways_out_stand_in_their_order_and_say_what_they_open() -> None:
    """Also that one alone is not enough; the student's own tick only if the student wishes it."""
    assert say_conflict(a_conflict()).ways_out == (
        "Om coachen kunde vara med andra tider: 3 lektioner i veckan i steg 1, till exempel FK.",
        "Om det fanns skjuts fler tider: det räcker inte ensamt.",
        "Om eleven själv vill ändra «ingen lektion före 09.30 till och med steg 3»: 1 lektion i veckan i steg 2.",
    )


def test_meanwhile_there_is_a_dated_contact() -> None:
    """Never nothing, whatever the outcome."""
    meanwhile = "Under tiden: måndag 30 november 2026 10.00: fika med Kim Exempel."
    assert say_conflict(a_conflict()).contact == meanwhile
    assert say_interrupted(Interrupted(seconds=20, contact=CONTACT)).contact == meanwhile


HEADLINES = {
    InterruptedBy.OUT_OF_TIME: "Ingen plan blev klar på 20 sekunder.",
    InterruptedBy.CANCELLED: "Sökandet efter en plan avbröts.",
    InterruptedBy.OUT_OF_MEMORY: "Datorns minne räckte inte för att räkna klart.",
    InterruptedBy.WORKER_DIED: "Uträkningen stannade innan den var klar. Det som är sparat finns kvar.",
}
BEST = Plan(steps=(), proven=False)


@pytest.mark.parametrize("why", InterruptedBy)
def test_a_search_that_ended_early_says_why_and_blames_nobody(why: InterruptedBy) -> None:
    """Nothing is said to collide, there is something to do, and the contact stands."""
    text = say_interrupted(Interrupted(why=why, seconds=20, contact=CONTACT))
    assert (text.headline, text.colliding) == (HEADLINES[why], ())
    assert text.ways_out
    assert text.contact.startswith("Under tiden: ")


@pytest.mark.parametrize("why", InterruptedBy)
def test_the_best_plan_so_far_is_the_first_way_forward(why: InterruptedBy) -> None:
    """It is told of as what it is: it holds, and there may be a better one."""
    text = say_interrupted(Interrupted(why=why, seconds=20, contact=CONTACT, best=BEST))
    assert text.ways_out[0] == (
        "Planen som finns håller allt som måste gälla. Det kan finnas en som är ännu bättre."
    )


def test_a_conflict_can_be_told_in_english() -> None:
    """With words for numbers too."""
    with speaking("en"):
        assert say_conflict(a_conflict()).headline == "These four things do not fit together right now."


def test_what_the_coach_put_in_for_care_is_the_coach_s() -> None:
    """Nothing tells where it came from, nor that it has to do with the coach's hours."""
    care = a_need("avoid_group", origin={"source": "coach", "ref": "coach.care", "by": "coach"})
    assert say_whose(care) == "coachen har skrivit in"
