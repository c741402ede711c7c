"""The joints of sentences: lists, numbers in words, weekdays and the steps or weeks that something holds in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from planning.clock import Weekday
from planning.homes import HOME_1, home_in, without_home
from planning.needs import AnyNeed
from planning.timetable import WeekLabel
from wording.language import tr

_ISO_WEEK = re.compile(r"^\d{4}-W(\d{2})$")


class Said(NamedTuple):
    """A need in words, without the steps it holds in: whole, easy to read, and neutral for public documents."""

    full: str
    easy: str
    neutral: str = ""
    """Tells neither why nor who. Empty where the need's disclosure is open or closed: then nobody asks for it."""


def and_list(things: Sequence[str]) -> str:
    """«a, b och c»."""
    return _joined(things, tr("och"))


def or_list(things: Sequence[str]) -> str:
    """«a, b eller c»."""
    return _joined(things, tr("eller"))


def _joined(things: Sequence[str], word: str) -> str:
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} {word} {things[-1]}"


def in_words(number: int) -> str:
    """«noll» to «tolv»; figures beyond."""
    words = (
        tr("noll"), tr("en"), tr("två"), tr("tre"), tr("fyra"), tr("fem"), tr("sex"), tr("sju"), tr("åtta"), tr("nio"),
        tr("tio"), tr("elva"), tr("tolv"),
    )
    return words[number] if 0 <= number < len(words) else str(number)


def every_weekday(days: Sequence[Weekday]) -> str:
    """«måndagar och onsdagar»; «alla dagar» when none is named."""
    names = (
        tr("måndagar"), tr("tisdagar"), tr("onsdagar"), tr("torsdagar"), tr("fredagar"), tr("lördagar"), tr("söndagar"),
    )
    return and_list([names[day] for day in sorted(days)]) or tr("alla dagar")


def lower_first(sentence: str) -> str:
    """The sentence as it stands inside another one; one that begins with initials («BEX möter …») keeps them."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]


def upper_first(sentence: str) -> str:
    """The sentence as it stands alone."""
    return sentence[:1].upper() + sentence[1:]


def in_weeks(weeks: Sequence[WeekLabel]) -> str:
    """«i veckor A», «i veckor hos hem 1», «i v. 36 och v. 37»; empty when every week is the same."""
    named = [week for week in weeks if week]
    if not named:
        return ""
    iso = [_ISO_WEEK.match(week) for week in named]
    numbers = [tr("v. {week}", week=int(match[1])) for match in iso if match]
    if len(numbers) == len(named):
        return tr("i {weeks}", weeks=and_list(numbers))
    return tr("i veckor {weeks}", weeks=and_list([said_label(week) for week in named]))


def said_label(label: WeekLabel) -> str:
    """«A», «hos hem 1», «A hos hem 1»: a week's label as it stands after «vecka»."""
    home, own = home_in(label), without_home(label)
    return " ".join(part for part in (own, tr("hos {home}", home=_home_name(home)) if home else "") if part)


def _home_name(home: WeekLabel) -> str:
    return tr("hem 1") if home == HOME_1 else tr("hem 2")


def in_steps(need: AnyNeed) -> str:
    """«till och med steg 3», «i steg 1»; empty when the need holds through the whole plan."""
    first, last = need.first_step, need.last_step
    if last is None:
        return "" if first == 1 else tr("från och med steg {first}", first=first)
    if first == last:
        return tr("i steg {first}", first=first)
    if first == 1:
        return tr("till och med steg {last}", last=last)
    return tr("i steg {first}–{last}", first=first, last=last)


def full_stop(sentence: str) -> str:
    """The sentence with one full stop at its end, also when it ends in initials («A.D.»)."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def with_period(sentence: str, need: AnyNeed) -> str:
    """The sentence with the weeks and steps that the need holds in, when they are limited."""
    return " ".join(part for part in (sentence, in_weeks(need.weeks), in_steps(need), _but_not_in(need)) if part)


def _but_not_in(need: AnyNeed) -> str:
    return tr("(inte i steg {steps})", steps=and_list([str(step) for step in need.not_in])) if need.not_in else ""
