"""What the rektor decided, as it came back to the coach: from the filled-in form, or written in from paper."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from planning.frozen import Frozen


class Ruling(StrEnum):
    """The four ways in which a rektor answers a proposal (skollagen 3 kap. 9 §)."""

    AS_PROPOSED = "as_proposed"
    WITH_CHANGES = "with_changes"
    RETURNED = "returned"
    """Sent back to be completed."""
    NO_PROGRAMME = "no_programme"
    """There is to be no åtgärdsprogram; that too is a decision, and can be appealed."""


class CameAs(StrEnum):
    """How the decision came back."""

    SIGNED_FORM = "signed_form"
    """A filled-in file with a signature that has been checked."""
    FORM = "form"
    """A filled-in file without a signature, or with one that could not be checked here."""
    PAPER = "paper"
    """On paper or as a scan, written in by hand."""
    HERE = "here"
    """In the app, by the rektor who was logged in."""


class Written(Frozen):
    """What a rektor writes. What is empty was not filled in: `planning.law` says which of it statute asks for."""

    ruling: Ruling
    reasons: str = ""
    """The provisions and the decisive circumstances (förvaltningslagen 32 §)."""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    decided_on: dt.date | None = None
    decided_by: str = ""
    """Name and title."""
    reference: str = ""
    """Diarienummer."""
    received_on: dt.date | None = None
    """When the student and the guardians got it: the time to appeal counts from then."""


class Decided(Written):
    """A decision on a proposal, and which version of it was answered."""

    came_as: CameAs
    proposal_version: int = Field(ge=1)
    """Which version of the proposal it answers."""
    proposal_hash: str = Field(default="", pattern=r"^([0-9a-f]{16})?$")
    """The first sixteen hex digits of the SHA-256 of the plan attached to that version: what its QR code says."""
