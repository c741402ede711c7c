"""Contacts, verdicts and doubts in words."""

from __future__ import annotations

import datetime as dt

import pytest

from planning.outcomes import Breach, Met, NotMet, PartlyMet
from planning.plan import ContactKind, PlannedContact
from wording.contacts import say_contact, say_contact_kind
from wording.doubts import say_doubt
from wording.verdicts import say_verdict


def test_a_contact_says_when_what_with_whom_and_where() -> None:
    """All that is known, in that order."""
    contact = PlannedContact(
        date=dt.date(2026, 11, 30), kind=ContactKind.FIKA, start=600, end=630, person="Kim Exempel", place="biblioteket"
    )
    assert say_contact(contact) == "måndag 30 november 2026 10.00–10.30: fika med Kim Exempel, biblioteket"


@pytest.mark.parametrize("kind", ContactKind)
def test_what_is_not_known_is_left_out(kind: ContactKind) -> None:
    """A date and a kind are enough."""
    said = say_contact(PlannedContact(date=dt.date(2026, 11, 30), kind=kind))
    assert said == f"måndag 30 november 2026: {say_contact_kind(kind)}"


def test_a_verdict_is_one_word() -> None:
    """As the documents print it."""
    breaches = (Breach(step=1),)
    verdicts = (Met(), PartlyMet(breaches=breaches), NotMet(breaches=breaches))
    assert [say_verdict(verdict) for verdict in verdicts] == ["Uppfyllt", "Delvis", "Inte"]


def test_a_doubt_says_where_and_what() -> None:
    """A number is a line; a code that is not known still says something."""
    assert say_doubt("12", "no_subject", "mån;08:10;;") == "rad 12: ämne saknas – mån;08:10;;"
    assert say_doubt("2026-09-01", "cancelled") == "2026-09-01: inställd"
    assert say_doubt("3", "something_new") == "rad 3: gick inte att förstå"
