"""Needs about the morning and home, in words."""

from __future__ import annotations

from planning.needs import HomeNeed
from wording.language import tr
from wording.phrases import Said, or_list


def say_home(need: HomeNeed) -> Said:
    """The need in words."""
    easy = tr("Hjälp på morgonen")
    if not need.ways:
        return Said(easy, easy)
    ways = or_list([_way(code) for code in need.ways])
    return Said(tr("Hjälp på morgonen: {ways}", ways=ways), easy)


def _way(code: str) -> str:
    """A way by the code of the question bank; others are said as they are given."""
    ways = {
        "text_message": tr("sms"),
        "phone_call": tr("samtal"),
        "knock": tr("knacka på"),
        "someone_at_home": tr("någon hemma"),
    }
    return ways.get(code, code)
