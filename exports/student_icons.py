"""Which picture stands for what on the student's own pages: lessons by their subject, everything else by its kind."""

from __future__ import annotations

from exports.subject_looks import ICONS, look_of
from planning.items import ItemKind, Purpose, item_catalogue

_ICONS: dict[ItemKind, str] = {
    ItemKind.ACTIVITY: "star",
    ItemKind.FIKA: "coffee",
    ItemKind.WALK: "footprints",
    ItemKind.TEXT: "chat-circle-dots",
    ItemKind.MORNING_MESSAGE: "chat-circle-dots",
    ItemKind.EVENING: "phone",
    ItemKind.CAR_RIDE: "car",
    ItemKind.GO_PAST_SCHOOL: "car",
    ItemKind.BUS_WITH_ADULT: "bus",
    ItemKind.VISIT_EMPTY_SCHOOL: "door",
    ItemKind.HOME_VISIT: "house",
    ItemKind.WAKE_UP: "alarm",
    ItemKind.MEET_AT_ARRIVAL: "hand-waving",
    ItemKind.LIBRARY_TIME: "books",
    ItemKind.PRACTICAL_ALONE: "palette",
    ItemKind.SEE_OWN_SEAT: "door",
    ItemKind.FETCH_SOMETHING: "backpack",
    ItemKind.STUDY_VISIT: "buildings",
    ItemKind.WORK_PLACEMENT: "buildings",
}
_ICONS_BY_PURPOSE = {
    Purpose.CONTACT: "handshake",
    Purpose.WAY: "car",
    Purpose.MEAL: "fork-knife",
    Purpose.REST: "armchair",
    Purpose.HEALTH: "basketball",
    Purpose.LEARNING: "book-open",
}
_OWN_PICTURES = {
    "translate": ("engel", "engl", "tyska", "germ", "fransk", "fren", "spansk", "span", "moder", "språk", "langu"),
    "music-notes": ("musik", "music"),
    "scissors": ("slöjd", "craft", "textil"),
    "cooking-pot": ("hem- och", "hemkun", "hkk", "home econ"),
    "gear": ("tekni", "techn"),
}
"""Subjects that their look's picture says too little of, by the beginnings of their names."""


def icon_of(kind: ItemKind) -> str:
    """The picture of something that is not a lesson."""
    return _ICONS.get(kind) or _ICONS_BY_PURPOSE[item_catalogue()[kind].purpose]


def icon_of_subject(subject: str) -> str:
    """The picture of a lesson in that subject."""
    name = subject.strip().casefold()
    own = (picture for picture, stems in _OWN_PICTURES.items() if name.startswith(stems))
    return next(own, ICONS[look_of(subject)])
