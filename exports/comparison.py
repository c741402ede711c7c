"""What differs between a proposal as it left and the file that came back, each difference by its name."""

from __future__ import annotations

from collections.abc import Iterator

from exports.decision_form import RULING
from exports.document_code import Fingerprint
from exports.returned import Returned
from planning.returned import DecisionPart, Difference, DifferenceKind


def differences(came: Returned, left: Fingerprint | None) -> tuple[Difference, ...]:
    """Every difference from what left; without that, what the file shows of itself."""
    found = list(_of_itself(came))
    return tuple(found if left is None else [*_from_what_left(came.print, left), *found])


def _of_itself(came: Returned) -> Iterator[Difference]:
    if came.added:
        yield Difference(kind=DifferenceKind.ADDED, pages=came.added)
    said = came.values.of(RULING)
    if came.values.ticked != ((said,) if said else ()):
        yield Difference(kind=DifferenceKind.TICK)
    if came.signed_values is not None:
        now, then = came.values, came.signed_values
        changed = tuple(part for part in DecisionPart if now.of(part) != then.of(part))
        if changed:
            yield Difference(kind=DifferenceKind.AFTER_SIGNATURE, parts=changed)


def _from_what_left(came: Fingerprint, left: Fingerprint) -> Iterator[Difference]:
    if came.code.document != left.code.document:
        yield Difference(kind=DifferenceKind.OTHER_DOCUMENT)
        return
    if came.code.version != left.code.version:
        yield Difference(kind=DifferenceKind.OTHER_VERSION)
    elif came.plan != left.plan:
        yield Difference(kind=DifferenceKind.PLAN)
    if len(came.pages) != len(left.pages):
        yield Difference(kind=DifferenceKind.PAGES)
    pages = list(enumerate(zip(came.pages, left.pages, strict=False), 1))
    words = tuple(number for number, (now, then) in pages if now.text != then.text)
    drawn = tuple(number for number, (now, then) in pages if now.drawn != then.drawn and number not in words)
    if words:
        yield Difference(kind=DifferenceKind.WORDS, pages=words)
    if drawn:
        yield Difference(kind=DifferenceKind.DRAWN, pages=drawn)
    if came.fields != left.fields:
        yield Difference(kind=DifferenceKind.FORM)
