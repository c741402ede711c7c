"""The signatures of a returned proposal: whose they are, and whether anything has been changed since.

Checking needs pyHanko, which most never install. Without it the signatures are named and said to be unchecked.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from types import ModuleType

from exports.decision_form import PRINCIPAL_SIGNS
from exports.returned import Returned
from planning.errors import BadInput
from planning.returned import SignatureSeen, Standing


def worst(signatures: Sequence[SignatureSeen]) -> Standing | None:
    """The standing that counts; None without signatures."""
    order = list(Standing)
    return max((one.standing for one in signatures), key=order.index, default=None)


def can_check() -> bool:
    """Whether signatures can be checked and made here."""
    return _pades() is not None


def check_signatures(data: bytes, came: Returned, roots: Sequence[bytes] = ()) -> tuple[SignatureSeen, ...]:
    """Every signature of the file. `roots` are the certificates that are trusted, as PEM or DER."""
    if not came.signed:
        return ()
    pades = _pades()
    if pades is None:
        return tuple(_unchecked(part.field, Standing.NOT_CHECKED) for part in came.signed)
    seen: tuple[SignatureSeen, ...] = pades.check(data, tuple(roots))
    unseen = {part.field for part in came.signed} - {one.field for one in seen}
    return (*seen, *(_unchecked(field, Standing.BROKEN) for field in sorted(unseen)))


def _unchecked(field: str, standing: Standing) -> SignatureSeen:
    return SignatureSeen(field=field, is_the_rektor_s=field == PRINCIPAL_SIGNS, standing=standing)


def sign(data: bytes, key: bytes, password: str, field: str = PRINCIPAL_SIGNS) -> bytes:
    """The file with a signature of that key (a p12 file) in that place.

    Raises `BadInput`: «signing_needs_more» without pyHanko, «key_unreadable» for a wrong file or password,
    «place_taken».
    """
    pades = _pades()
    if pades is None:
        raise BadInput("signing_needs_more")
    signed: bytes = pades.sign(data, key, password, field)
    return signed


def _pades() -> ModuleType | None:
    try:
        return importlib.import_module("exports.pades")
    except ImportError:
        return None
