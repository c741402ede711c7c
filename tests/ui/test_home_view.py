"""The page to those at home: today first, nothing unescaped, times in their own direction, numbers that can be rung."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from casework.home_page import HomeDay, HomePage, HomeWeek
from exports.guardian_page import ToldDay
from planning.workflow.states import State
from ui.home_view import home_html, say_where_to_home, turned

MONDAY = dt.date(2026, 11, 30)


def day(n: int, **given: Any) -> HomeDay:
    """A day of the week."""
    names = ("Måndag 30 november", "Tisdag 1 december", "Onsdag 2 december")
    return HomeDay(date=MONDAY + dt.timedelta(days=n), name=names[n], **{"told": ToldDay(), **given})


def page(*, today: dt.date = MONDAY, **given: Any) -> str:
    """The page with those days."""
    told = ToldDay(morning=("07.45 väckning, någon hemma",), besides=("14.55 en avstämning",), smaller=("bara Slöjd",))
    fields: dict[str, Any] = {
        "step": "Steg 1", "name": "v. 49", "is_now": True, "begins": "",
        "days": (day(0, told=told, lessons=("13.35–14.55 Slöjd",), lunch=("11.45–12.25 lunch",)), day(1), day(2)),
        "coming": ("Steg 2: tidigast måndag 14 december.",), "numbers": (("Coachen", "070-123 45 67"), ("Skolan", "")),
        "meetings": (("Vi stämmer av", "Fredag"),), "bad_day": ("Skriv till coachen.",), "good_to_say": ("«Ja.»",),
        "good_to_leave_be": ("Fråga inte.",), "is_decided": True, **given,
    }  # fmt: skip
    shown = HomePage(first_name="Kim", state=State.ACTIVE, today=today, may_answer=True)
    return home_html(shown, HomeWeek(**fields))


def test_today_stands_first_with_its_smaller_version() -> None:
    """What is to be done before school, at school and on a bad day; the days with nothing are one line."""
    told = page()
    assert told.index("I dag, måndag 30 november") < told.index("Resten av veckan")
    for part in ("väckning, någon hemma", "Slöjd", "lunch", "en avstämning", "Bara Slöjd"):
        assert part in told
    assert "Tisdag 1 december och onsdag 2 december: inget planerat." in told


def test_a_week_that_is_not_now_has_no_today() -> None:
    """It is told which week it is, and when it begins."""
    told = page(is_now=False, begins="måndag 7 december", today=MONDAY - dt.timedelta(days=7))
    assert "I dag" not in told
    assert "Så ser veckan ut, v. 49" in told
    assert "Det börjar måndag 7 december." in told


def test_a_proposal_is_called_one() -> None:
    """And the decision, once there is one, can be appealed."""
    assert "Rektorn har inte beslutat än" in page(is_decided=False)
    assert "Beslutet går att överklaga" in page()


def test_a_number_can_be_rung_and_one_that_is_missing_says_so() -> None:
    """Where several stand in one line nobody knows whose they are: they are told in words."""
    told = page(numbers=(("Coachen", "070-123 45 67"), ("Skolan", ""), ("Annars", "070-111 22 33 eller 070-111 22 44")))
    assert 'href="tel:0701234567"' in told
    assert "inte ifyllt än" in told
    assert told.count("tel:") == 1


def test_what_somebody_has_written_is_never_markup() -> None:
    """Neither names nor numbers."""
    told = page(numbers=(("<b>Coach</b>", "<img src=x>"),), bad_day=("<script>1</script>",))
    assert "<b>" not in told
    assert "<img" not in told
    assert "<script" not in told


def test_times_keep_their_direction() -> None:
    """Also in a language that runs the other way."""
    assert turned("09.10–10.00 Bild") == '<bdi dir="ltr">09.10–10.00</bdi> Bild'
    assert turned("inget") == "inget"


@pytest.mark.parametrize("state", State)
def test_every_state_is_told_to_those_at_home(state: State) -> None:
    """In whole sentences, and never with a word of the house's."""
    told = say_where_to_home(state)
    assert told.endswith(".")
    assert "underrätt" not in told.lower()
