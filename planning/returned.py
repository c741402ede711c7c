"""What can be said of a decision that has come back as a file: what differs from what left, and what is signed."""

from __future__ import annotations

from enum import StrEnum

from pydantic import AwareDatetime

from planning.frozen import Frozen


class DecisionPart(StrEnum):
    """The parts of the rektor's form, by the names of their fields in the file.

    No name begins with another, since signatures lock names by how they begin.
    """

    RULING = "beslut"
    REASONS = "motivering"
    VALID_FROM = "galler_fran"
    VALID_TO = "galler_till"
    DECIDED_ON = "datum_beslut"
    DECIDED_BY = "namn_titel"
    REFERENCE = "diarienr"


class DifferenceKind(StrEnum):
    """In what way a file is another than the one that left."""

    OTHER_DOCUMENT = "other_document"
    """It belongs to another case."""
    OTHER_VERSION = "other_version"
    """It says another version than the one it is held against."""
    PLAN = "plan"
    """The plan in it has been exchanged."""
    PAGES = "pages"
    """It has more pages, or fewer."""
    WORDS = "words"
    """Other words stand on a page."""
    DRAWN = "drawn"
    """The words are the same, and the page is drawn otherwise."""
    ADDED = "added"
    """Something has been laid over a page: a note, a stamp, a drawing."""
    FORM = "form"
    """Fields have been taken away or added."""
    TICK = "tick"
    """The box that is seen ticked is not the answer that the file holds."""
    AFTER_SIGNATURE = "after_signature"
    """The decision has been changed since the rektor signed it."""


class Difference(Frozen):
    """A difference, and the pages or parts of the decision that it concerns."""

    kind: DifferenceKind
    pages: tuple[int, ...] = ()
    parts: tuple[DecisionPart, ...] = ()


class Standing(StrEnum):
    """What is known of a signature, the best first: the worst of a file's signatures counts."""

    GOOD = "good"
    """Whole, and from an issuer that the municipality trusts."""
    UNKNOWN_ISSUER = "unknown_issuer"
    """Whole, and the issuer is not known here."""
    NOT_CHECKED = "not_checked"
    """There is nothing here to check it with."""
    CHANGED_AFTER = "changed_after"
    """Whole in itself, and the file has been changed since in a way that it does not allow."""
    BROKEN = "broken"
    """What was signed is not what stands here."""


class SignatureSeen(Frozen):
    """A signature in the file."""

    field: str
    is_the_rektor_s: bool
    """Whether it stands in the rektor's place; else it is a guardian's, who has got the decision."""
    standing: Standing
    signer: str = ""
    """The name in the certificate; «» when it could not be read."""
    signed_at: AwareDatetime | None = None
    """As the signer's own computer says."""
