"""Which two items can both be there: at once, or on the same day."""

from __future__ import annotations

from planning.items import ItemKind, item_catalogue
from planning.offers.base import DayWindow

_TRAVELS = frozenset({ItemKind.RIDE_THERE, ItemKind.RIDE_HOME, ItemKind.BUS_WITH_ADULT})
_ON_THE_WAY = _TRAVELS | {ItemKind.BREAKFAST, ItemKind.MEET_AT_ARRIVAL}


def can_share_time(one: ItemKind, other: ItemKind) -> bool:
    """Whether both can be at once: a text comes anywhere, and breakfast can be had in the car; a meeting can not."""
    if {one, other} & _TRAVELS:
        texts = {kind for kind in (one, other) if item_catalogue()[kind].alongside and kind not in _TRAVELS}
        return bool(texts) or {one, other} <= _ON_THE_WAY
    return item_catalogue()[one].alongside or item_catalogue()[other].alongside


_LUNCHES = frozenset({ItemKind.LUNCH, ItemKind.LUNCH_SMALL_ROOM, ItemKind.LUNCH_BEFORE_OTHERS})


def can_both_be(one: ItemKind, one_at: DayWindow, other: ItemKind, other_at: DayWindow) -> bool:
    """Whether one item at that time leaves room for the other at its time. Nobody has lunch twice the same day."""
    if one_at.weekday != other_at.weekday:
        return True
    if {one, other} <= _LUNCHES:
        return False
    overlap = one_at.start < other_at.end and other_at.start < one_at.end
    return not overlap or can_share_time(one, other)
