"""Support around the lessons, in words. Every item has a sentence for the student and a neutral one.

The neutral sentence is what a public document prints: what is arranged, never why and never who it is about.
"""

from __future__ import annotations

from planning.needs import SupportNeed, WeeklyItem
from wording.clock import hours_text
from wording.contacts import say_contact_kind
from wording.language import tr, trn
from wording.phrases import Said, upper_first
from wording.support_arrival import arrival
from wording.support_calm import when_it_gets_hard
from wording.support_choices import shaped_by_choices
from wording.support_day import around_the_day
from wording.support_lessons import in_the_lesson
from wording.support_people import with_others


def say_support(need: SupportNeed) -> Said:
    """The need in words."""
    if isinstance(need, WeeklyItem):
        return _weekly(need)
    everything = {**arrival(), **in_the_lesson(), **when_it_gets_hard(), **around_the_day(), **with_others()}
    return shaped_by_choices(need, everything[need.item])


def _weekly(need: WeeklyItem) -> Said:
    """«Fika 30 min, 1 gång i veckan»: what the coach has written in."""
    what = upper_first(say_contact_kind(need.item))
    often = trn("{n} gång i veckan", "{n} gånger i veckan", need.times_a_week)
    easy = tr("{what}, {often}", what=what, often=often)
    if need.minutes is None:
        return Said(easy, easy)
    return Said(tr("{what} {length}, {often}", what=what, often=often, length=hours_text(need.minutes)), easy)
