"""Needs about the morning and home, in words."""

from __future__ import annotations

from planning.needs import HomeNeed
from wording.language import tr
from wording.phrases import Said


def say_home(need: HomeNeed) -> Said:
    """The need in words. In which ways is between the student and the coach, who read it in the answers."""
    if need.ways:
        return Said(tr("Hjälp på morgonen, på de sätt som är kryssade"), tr("Hjälp på morgonen"))
    return Said(tr("Hjälp på morgonen"), tr("Hjälp på morgonen"))
