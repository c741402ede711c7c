"""How far a plan meets a need, in a word, and which of what it promises is not there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import assert_never

from planning.items import ItemKind
from planning.outcomes import Met, NotMet, PartlyMet, Verdict
from wording.contacts import say_contact_kind
from wording.language import tr
from wording.phrases import and_list, upper_first


class WhyMissing(StrEnum):
    """Why an item that is promised is not in the week as often as it should be."""

    COACH_IS_ELSEWHERE = "coach_is_elsewhere"
    """The coach has no hours at any time that it could be."""
    NO_RIDE = "no_ride"
    """No ride that is known goes with the lessons' hours."""
    NO_TIME = "no_time"
    """Every time that it could be is taken, or something bars it."""


def say_verdict(verdict: Verdict) -> str:
    """«Uppfyllt», «Delvis» or «Inte»."""
    match verdict:
        case Met():
            return tr("Uppfyllt")
        case PartlyMet():
            return tr("Delvis")
        case NotMet():
            return tr("Inte")
        case _:
            assert_never(verdict)


def say_missing(kind: ItemKind, steps: Sequence[int], why: WhyMissing) -> str:
    """«Frukost är inte med varje gång i steg 2 och 3. Coachen har inga tider då.»."""
    said = tr("{what} är inte med varje gång i steg {steps}.", what=upper_first(say_contact_kind(kind)),
              steps=and_list([str(step) for step in steps]))  # fmt: skip
    reasons = {
        WhyMissing.COACH_IS_ELSEWHERE: tr("Coachen har inga tider då."),
        WhyMissing.NO_RIDE: tr("Ingen av resorna passar lektionernas tider."),
        WhyMissing.NO_TIME: tr("Ingen ledig tid passade."),
    }
    return f"{said} {reasons[why]}"
