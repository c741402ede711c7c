"""Facts that two have written at the same time: what each has changed is kept, and where both have, both are told.

A form is filled in from facts as they were when it was drawn. What it changes is what differs from those, not from what
somebody else has written meanwhile.
"""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from casework.facts import CaseFacts
from planning.frozen import Frozen

N = TypeVar("N", bound=Frozen)


class Clash(Frozen):
    """A field that both have changed, each to something else. The stored one stands until somebody says."""

    field: str
    """«coach.name»."""
    stored: object
    mine: object


class FactsKept(Frozen):
    """What came of keeping facts."""

    facts: CaseFacts
    """As they stand now."""
    mine: CaseFacts
    """As they were given."""
    clashes: tuple[Clash, ...] = ()
    at: dt.datetime | None = None
    """When the others were written; None where nobody had written meanwhile."""
    by: str = ""
    """By which user."""


def merged(seen: N, stored: N, mine: N, place: str = "") -> tuple[N, tuple[Clash, ...]]:
    """Three versions made into one, field by field: seen when the form was drawn, stored now, and given."""
    values: dict[str, object] = {}
    clashes: list[Clash] = []
    for name in type(stored).model_fields:
        field = f"{place}.{name}" if place else name
        was, now, given = (getattr(version, name) for version in (seen, stored, mine))
        if given in (was, now):
            values[name] = now
        elif now == was:
            values[name] = given
        elif isinstance(now, Frozen) and type(was) is type(now) is type(given):
            values[name], inner = merged(was, now, given, field)
            clashes.extend(inner)
        else:
            values[name] = now
            clashes.append(Clash(field=field, stored=now, mine=given))
    return stored.model_copy(update=values), tuple(clashes)


def with_field(facts: N, field: str, value: object) -> N:
    """The same with that field («coach.name») as given."""
    name, _, inner = field.partition(".")
    return facts.model_copy(update={name: with_field(getattr(facts, name), inner, value) if inner else value})
