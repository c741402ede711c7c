"""Rest between lessons and after them, and company where breaks are hard."""

from __future__ import annotations

import pytest

from planning.items import Carrier
from planning.needs import AnyNeed
from planning.offers import Anchor, offers_in
from tests.planning.builders import need, problem

REST = need("rest_between_lessons", minutes=15)
COMPANY = need("support", "support", id="company", item="break_company")
TIRED = need("support", "support", id="tired", item="energy_check")


def rests(*needs: AnyNeed) -> list[tuple[str, Anchor, Carrier]]:
    """What is offered in breaks and after school."""
    offered = offers_in(problem("a mon 08:00-09:00 Bild", *needs), 1, "")
    return [(offer.kind.value, offer.anchor, offer.carrier) for offer in offered if not offer.contact]


@pytest.mark.parametrize("strength", ["hard", "wish_2"])
def test_a_rest_is_in_every_break(strength: str) -> None:
    """As long as the need says, by oneself."""
    asked = need("rest_between_lessons", strength, minutes=20)
    (offer,) = (o for o in offers_in(problem("a mon 08:00-09:00 Bild", asked), 1, "") if not o.contact)
    assert (offer.kind.value, offer.anchor, offer.minutes, offer.carrier) == ("rest", Anchor.IN_BREAK, 20, "nobody")


def test_a_rest_is_in_the_calm_place_that_was_ticked() -> None:
    """The first of them."""
    calm = need("support", "support", id="calm", item="safe_place", choices=["library", "small_room"])
    offered = offers_in(problem("a mon 08:00-09:00 Bild", calm, REST), 1, "")
    assert [offer.place for offer in offered if offer.kind == "rest"] == ["library"]


def test_hard_breaks_are_met_together() -> None:
    """With an adult, in every one."""
    assert rests(COMPANY) == [("break_with_adult", Anchor.IN_BREAK, Carrier.ADULT)]


def test_where_every_break_is_a_rest_the_company_is_there_and_not_beside() -> None:
    """One thing in a break, not two at the same time."""
    assert rests(REST, COMPANY) == rests(COMPANY, REST) == [("rest", Anchor.IN_BREAK, Carrier.ADULT)]


@pytest.mark.parametrize("asked", [TIRED, need("rest_day_between")], ids=lambda value: value.kind)
def test_one_who_needs_it_rests_after_school(asked: AnyNeed) -> None:
    """At home, once there, every day with lessons."""
    (offer,) = (o for o in offers_in(problem("a mon 08:00-09:00 Bild", asked), 1, "") if not o.contact)
    assert (offer.kind.value, offer.anchor, offer.apart, offer.place) == ("rest", Anchor.AFTER_DAY, 30, "at_home")


def test_a_wish_for_a_day_between_is_no_rest_after_school() -> None:
    """It is about which days, and holds no hour."""
    assert rests(need("rest_day_between", "wish_2")) == []


def test_one_who_rests_in_breaks_and_after_school_has_both() -> None:
    """Neither stands in for the other."""
    assert [(kind, anchor) for kind, anchor, _ in rests(REST, TIRED)] == [
        ("rest", Anchor.IN_BREAK), ("rest", Anchor.AFTER_DAY),
    ]  # fmt: skip
