"""How each verb that watches over a case, opens it in an emergency or lets it go is run once as it is meant."""

from __future__ import annotations

from casework.break_glass import (
    OPEN_FOR,
    break_the_glass,
    confirm,
    emergencies,
    emergencies_everywhere,
    own_opening,
    review,
    review_everywhere,
)
from casework.protection import end_protection, keep_from, kept_from, no_longer_keep_from, protect_identity
from storage.emergency import OpeningId
from tests.casework.verb_scenes import Scenario, Scene

WHY = "Coach Exempel är sjuk och eleven väntar i dörren"


def opened(s: Scene) -> None:
    """A colleague has opened it in an emergency; the hour is not over."""
    s.more = break_the_glass(s.acting("helper", "before"), s.id, WHY).id


def over(s: Scene) -> None:
    """And now it is."""
    s.watch.at += OPEN_FOR


def hidden(s: Scene) -> None:
    """The identity is protected."""
    protect_identity(s.acting("alone", "before"), s.id)


def that(s: Scene) -> OpeningId:
    """The emergency that `before` has begun."""
    return OpeningId(str(s.more))


KEEPING: dict[str, Scenario] = {
    "break_glass.break_the_glass": Scenario(lambda s: break_the_glass(s.by, s.id, WHY), by="helper"),
    "break_glass.confirm": Scenario(
        lambda s: confirm(s.by, s.id, that(s)), before=(hidden, opened), by="second",
        leaves=("break_the_glass",),
    ),
    "break_glass.own_opening": Scenario(lambda s: own_opening(s.by, s.id), before=(opened,), by="helper"),
    "break_glass.emergencies": Scenario(lambda s: emergencies(s.by), before=(opened,), by="lead"),
    "break_glass.review": Scenario(
        lambda s: review(s.by, s.id, that(s)), before=(opened, over), by="lead",
    ),
    "break_glass.emergencies_everywhere": Scenario(lambda s: emergencies_everywhere(s.by), by="officer"),
    "break_glass.review_everywhere": Scenario(
        lambda s: review_everywhere(s.by, s.id, that(s)), before=(opened, over), by="officer",
    ),
    "protection.protect_identity": Scenario(lambda s: protect_identity(s.by, s.id)),
    "protection.end_protection": Scenario(lambda s: end_protection(s.by, s.id), before=(hidden,)),
    "protection.keep_from": Scenario(lambda s: keep_from(s.by, s.id, "guardian")),
    "protection.no_longer_keep_from": Scenario(lambda s: no_longer_keep_from(s.by, s.id, "guardian")),
    "protection.kept_from": Scenario(lambda s: kept_from(s.by, s.id)),
}  # fmt: skip
