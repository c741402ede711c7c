"""Support around the lessons, in words. Every item has a sentence for the student and a neutral one.

The neutral sentence is what a public document prints: what is arranged, never why and never who it is about.
"""

from __future__ import annotations

from planning.needs import SupportNeed
from wording.phrases import Said
from wording.support_arrival import arrival
from wording.support_calm import when_it_gets_hard
from wording.support_choices import shaped_by_choices
from wording.support_day import around_the_day
from wording.support_lessons import in_the_lesson
from wording.support_people import with_others


def say_support(need: SupportNeed) -> Said:
    """The need in words."""
    everything = {**arrival(), **in_the_lesson(), **when_it_gets_hard(), **around_the_day(), **with_others()}
    return shaped_by_choices(need, everything[need.item])
