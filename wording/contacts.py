"""A planned contact in words: when, what, with whom and where."""

from __future__ import annotations

from planning.plan import ContactKind, PlannedContact
from wording.clock import written_date, written_span, written_time
from wording.language import tr
from wording.places import place_name


def say_contact(contact: PlannedContact) -> str:
    """«måndag 30 november 2026 10.00: fika med Kim Exempel, biblioteket». Parts that are not known are left out."""
    when = written_date(contact.date)
    if contact.start is not None:
        time = written_time(contact.start) if contact.end is None else written_span(contact.start, contact.end)
        when = f"{when} {time}"
    what = say_contact_kind(contact.kind)
    if contact.person:
        what = tr("{what} med {person}", what=what, person=contact.person)
    said = f"{when}: {what}"
    return f"{said}, {place_name(contact.place)}" if contact.place else said


def say_contact_kind(kind: ContactKind) -> str:
    """«fika», as it stands inside a sentence."""
    kinds = {
        ContactKind.MEETING: tr("en träff"),
        ContactKind.ACTIVITY: tr("något roligt tillsammans"),
        ContactKind.FIKA: tr("fika"),
        ContactKind.LUNCH: tr("lunch"),
        ContactKind.CAR_RIDE: tr("en biltur"),
        ContactKind.WALK: tr("en promenad"),
        ContactKind.TEXT: tr("sms"),
        ContactKind.VISIT_EMPTY_SCHOOL: tr("besök när skolan är tom"),
        ContactKind.MEET_ADULT: tr("en träff utanför skolan"),
    }
    return kinds[kind]
