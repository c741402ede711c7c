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
    if contact.person and contact.kind is ContactKind.MEET_ADULT:
        what = tr("{what}, tillsammans med {person}", what=what, person=contact.person)
    elif contact.person:
        what = tr("{what} med {person}", what=what, person=contact.person)
    invited = tr("om du vill") if contact.is_invitation else ""
    return ", ".join(part for part in (f"{when}: {what}", place_name(contact.place), invited) if part)


def say_contact_briefly(contact: PlannedContact) -> str:
    """«fika», «en tur förbi skolan, om du vill»: what is done, to the student."""
    what = say_contact_kind(contact.kind)
    return tr("{what}, om du vill", what=what) if contact.is_invitation else what


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
        ContactKind.MEET_ADULT: tr("en träff med en vuxen i skolan"),
        ContactKind.GO_PAST_SCHOOL: tr("en tur förbi skolan"),
        ContactKind.EVENING: tr("en kontakt på kvällen"),
    }
    return kinds[kind]
