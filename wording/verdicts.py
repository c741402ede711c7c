"""How far a plan meets a need, in a word."""

from __future__ import annotations

from typing import assert_never

from planning.outcomes import Met, NotMet, PartlyMet, Verdict
from wording.language import tr


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
