"""One plain sentence for every need, from the student's side, and one that a public document may print."""

from __future__ import annotations

from typing import assert_never

from planning.needs import (
    AdultNeed,
    AnyNeed,
    BreakNeed,
    Disclosure,
    EnvironmentNeed,
    FriendNeed,
    HandNeed,
    HomeNeed,
    SubjectNeed,
    SupportNeed,
    TimeNeed,
    TravelNeed,
)
from planning.needs.base import CARE
from wording.adults import say_adults
from wording.breaks import say_breaks
from wording.environment import say_environment
from wording.friends import say_friends
from wording.hand import say_hand
from wording.home import say_home
from wording.phrases import Said, with_period
from wording.subjects import say_subjects
from wording.support import say_support
from wording.times import say_times
from wording.travel import say_travel


def say_need(need: AnyNeed, *, simple: bool = False) -> str:
    """«Ingen lektion före 09.30 till och med steg 3», without a full stop. `simple` is shorter and easier to read."""
    return with_period(say_limit(need, simple=simple), need)


def say_limit(need: AnyNeed, *, simple: bool = False) -> str:
    """What the need asks for, without the steps and weeks that it holds in: «Ingen lektion före 09.30»."""
    said = _said(need)
    return said.easy if simple else said.full


def say_publicly(need: AnyNeed) -> str | None:
    """What a public document may print of it: its sentence, one that tells neither why nor who, or None."""
    limit = say_limit_publicly(need)
    return None if limit is None else with_period(limit, need)


def say_limit_publicly(need: AnyNeed) -> str | None:
    """The same without the steps and weeks that it holds in."""
    match need.disclosure:
        case Disclosure.OPEN:
            return _said(need).full
        case Disclosure.NEUTRAL:
            return _said(need).neutral
        case Disclosure.CLOSED:
            return None
        case _:
            assert_never(need.disclosure)


def may_be_told(need: AnyNeed) -> bool:
    """Whether a reason may name it: nothing that is closed, and nothing that was told alone."""
    return need.disclosure is not Disclosure.CLOSED and need.origin.ref != CARE.ref


def _said(need: AnyNeed) -> Said:
    if isinstance(need, TimeNeed):
        said = say_times(need)
    elif isinstance(need, SubjectNeed):
        said = say_subjects(need)
    elif isinstance(need, AdultNeed):
        said = say_adults(need)
    elif isinstance(need, EnvironmentNeed):
        said = say_environment(need)
    elif isinstance(need, BreakNeed):
        said = say_breaks(need)
    elif isinstance(need, TravelNeed):
        said = say_travel(need)
    elif isinstance(need, FriendNeed | HomeNeed):
        said = say_friends(need) if isinstance(need, FriendNeed) else say_home(need)
    elif isinstance(need, HandNeed):
        said = say_hand(need)
    elif isinstance(need, SupportNeed):
        said = say_support(need)
    else:
        assert_never(need)
    return said
