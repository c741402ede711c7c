"""A planned contact in words: when, what, with whom and where."""

from __future__ import annotations

from planning.items import ItemKind
from planning.plan import PlannedContact
from wording.clock import written_date, written_span, written_time
from wording.language import tr
from wording.phrases import upper_first
from wording.places import place_name


def say_contact(contact: PlannedContact) -> str:
    """«måndag 30 november 2026 10.00: fika med Kim Exempel, biblioteket». Parts that are not known are left out."""
    when = written_date(contact.date)
    if contact.start is not None:
        time = written_time(contact.start) if contact.end is None else written_span(contact.start, contact.end)
        when = f"{when} {time}"
    what = say_contact_kind(contact.kind)
    if contact.person and contact.kind is ItemKind.MEET_ADULT:
        what = tr("{what}, tillsammans med {person}", what=what, person=contact.person)
    elif contact.person:
        what = tr("{what} med {person}", what=what, person=contact.person)
    invited = tr("om du vill") if contact.is_invitation else ""
    return ", ".join(part for part in (f"{when}: {what}", place_name(contact.place), invited) if part)


def say_contact_undated(contact: PlannedContact) -> str:
    """«Fika med Kim Exempel»: the same without its date, for a step that comes when the student is ready."""
    what = say_contact_briefly(contact)
    return upper_first(tr("{what} med {person}", what=what, person=contact.person) if contact.person else what)


def say_contact_briefly(contact: PlannedContact) -> str:
    """«fika», «en tur förbi skolan, om du vill»: what is done, to the student."""
    what = say_contact_kind(contact.kind)
    return tr("{what}, om du vill", what=what) if contact.is_invitation else what


def say_contact_kind(kind: ItemKind) -> str:
    """«fika», as it stands inside a sentence."""
    kinds = {
        ItemKind.TEXT: tr("sms"),
        ItemKind.MORNING_MESSAGE: tr("ett meddelande på morgonen"),
        ItemKind.HOME_VISIT: tr("ett besök hemma"),
        ItemKind.ACTIVITY: tr("något roligt tillsammans"),
        ItemKind.CAR_RIDE: tr("en biltur"),
        ItemKind.FIKA: tr("fika"),
        ItemKind.LUNCH: tr("lunch"),
        ItemKind.WALK: tr("en promenad"),
        ItemKind.MEETING: tr("en träff"),
        ItemKind.CHECK_IN: tr("en avstämning"),
        ItemKind.EVENING: tr("en kontakt på kvällen"),
        ItemKind.GO_PAST_SCHOOL: tr("en tur förbi skolan"),
        ItemKind.CAR_PARK: tr("en stund på skolans parkering"),
        ItemKind.VISIT_EMPTY_SCHOOL: tr("besök när skolan är tom"),
        ItemKind.MEET_ADULT: tr("en träff med en vuxen i skolan"),
        ItemKind.MEET_ADULT_AT_SCHOOL: tr("en träff med en vuxen i ett tomt rum i skolan"),
        ItemKind.SEE_OWN_SEAT: tr("se sin plats i salen"),
        ItemKind.FETCH_SOMETHING: tr("hämta något i skolan"),
        ItemKind.WAKE_UP: tr("väckning"),
        ItemKind.BREAKFAST: tr("frukost"),
        ItemKind.RIDE_THERE: tr("skjuts till skolan"),
        ItemKind.RIDE_HOME: tr("skjuts hem"),
        ItemKind.BUS_WITH_ADULT: tr("buss i sällskap"),
        ItemKind.MEET_AT_ARRIVAL: tr("någon möter vid skolan"),
        ItemKind.LUNCH_SMALL_ROOM: tr("lunch i ett litet rum"),
        ItemKind.LUNCH_BEFORE_OTHERS: tr("lunch i matsalen före de andra"),
        ItemKind.BREAK_WITH_ADULT: tr("rast i sällskap"),
        ItemKind.ONE_TO_ONE_STOPOVER: tr("en egen lektion på ett annat ställe än skolan"),
        ItemKind.ONE_TO_ONE_SCHOOL: tr("en egen lektion i skolan"),
        ItemKind.LIBRARY_TIME: tr("en stund på biblioteket"),
        ItemKind.PRACTICAL_ALONE: tr("en stund i verkstaden eller musiksalen, utan klassen"),
        ItemKind.HOMEWORK_TIME: tr("läxtid med hjälp"),
        ItemKind.DISTANCE_TIME: tr("undervisning på distans"),
        ItemKind.EVENING_TRAINING: tr("träning på kvällen"),
        ItemKind.WORK_PLACEMENT: tr("praktik"),
        ItemKind.STUDY_VISIT: tr("ett studiebesök"),
        ItemKind.REST: tr("vila"),
    }
    return kinds[kind]
