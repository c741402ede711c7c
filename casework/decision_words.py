"""A returned decision in words: what was read, what is confirmed, what differs, and what to do."""

from __future__ import annotations

from casework.returned_decision import ReturnedLook
from planning.errors import NotAllowed
from planning.returned import Standing
from wording.errors import say_error
from wording.language import tr
from wording.returned_words import say_difference, say_part, say_signature

_WHOLE = frozenset({Standing.GOOD, Standing.UNKNOWN_ISSUER})
_SPOILT = frozenset({Standing.CHANGED_AFTER, Standing.BROKEN})


def confirmed(look: ReturnedLook) -> tuple[str, ...]:
    """What can be relied on."""
    same = look.is_compared and not look.differences
    lines = (tr("Sidorna och planen är som när förslaget lämnades."),) if same else ()
    return (*lines, *(say_signature(one) for one in look.signatures if one.standing in _WHOLE))


def worth_knowing(look: ReturnedLook) -> tuple[str, ...]:
    """What could not be confirmed, and speaks against nothing."""
    lines = []
    if not look.is_compared:
        lines.append(tr("Det finns inget sparat att jämföra filen med. Läs igenom den själv."))
    if not look.signatures:
        lines.append(tr("Filen är inte signerad. En underskrift på papper gäller lika mycket."))
    lines += [say_signature(one) for one in look.signatures if one.standing is Standing.NOT_CHECKED]
    return tuple(lines)


def to_look_at(look: ReturnedLook) -> tuple[str, ...]:
    """What differs, and what could not be read."""
    lines = [say_signature(one) for one in look.signatures if one.standing in _SPOILT]
    lines += [say_difference(difference) for difference in look.differences]
    lines += [tr("Datumet går inte att läsa: {part}.", part=say_part(part).lower()) for part in look.unread]
    if not look.is_latest:
        lines.append(tr("Beslutet gäller en tidigare version av förslaget än den som lämnades sist."))
    return tuple(lines)


def way_on(look: ReturnedLook) -> str:
    """Why it cannot be kept, and what to do; «» when it can."""
    return say_error(NotAllowed(look.hindrance)) if look.hindrance else ""
