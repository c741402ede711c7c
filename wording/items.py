"""A planned item in words: to the coach, to the student, and to those at school who have a part in it. Never why.

To the student: what, where, when, how long, with whom, and what comes then (`features.md` F48), where it is known. In a
step before lessons no word has to do with school (F08).
"""

from __future__ import annotations

from typing import NamedTuple

from planning.items import Carrier, ItemKind, Requirement
from planning.plan import Plan, PlannedItem
from wording.clock import hours_text, weekday_name, written_span
from wording.contacts import say_contact_kind
from wording.language import tr
from wording.phrases import full_stop, upper_first
from wording.places import place_name, place_outside_school

_MESSAGES = (ItemKind.TEXT, ItemKind.MORNING_MESSAGE)
_RIDES = (ItemKind.RIDE_THERE, ItemKind.RIDE_HOME)
_LIBRARY = "library"


class ItemText(NamedTuple):
    """The parts of an item, as they stand inside a sentence; empty where nothing is known."""

    what: str
    """«frukost», «en egen lektion i skolan, Bild»."""
    who: str
    """«med Coach Exempel», «någon hemma kör»."""
    where: str
    """«biblioteket»."""


def is_before_lessons(plan: Plan, step: int) -> bool:
    """Whether neither that step nor one before it has a lesson: then no word of school is said to the student."""
    return not any(planned.lessons for planned in plan.steps if planned.number <= step)


def say_item(item: PlannedItem) -> str:
    """«måndag 09.40–09.50: frukost, med Coach Exempel»: to the coach."""
    return f"{weekday_name(item.weekday)} {written_span(item.start, item.end)}: {_joined(item_text(item))}"


def say_item_to_student(item: PlannedItem, *, then: str = "", before_lessons: bool = False) -> str:
    """«Frukost, med Coach Exempel. 09.40–09.50, 10 min. Sedan: Bild.» `then` is what comes after it, in words."""
    told = item_text_to_student(item, before_lessons=before_lessons)
    length = hours_text(item.minutes)
    sentences = [full_stop(upper_first(_joined(told))), f"{written_span(item.start, item.end)}, {length}."]
    if then:
        sentences.append(full_stop(tr("Sedan: {then}", then=then)))
    return " ".join(sentences)


def say_more_of_item(item: PlannedItem, *, then: str = "") -> str:
    """«10 min, med Coach Exempel. Sedan: Bild.»: to the student, beside what it is and when."""
    parts = (hours_text(item.minutes), item_text_to_student(item).who)
    told = full_stop(", ".join(part for part in parts if part))
    return f"{told} {full_stop(tr('Sedan: {then}', then=then))}" if then else told


def say_item_to_school(item: PlannedItem) -> str | None:
    """«måndag 09.25–09.30: någon möter vid skolan, en vuxen i skolan». None where the school has no part in it.

    It names nobody, and no subject: it tells what is to be done, and when.
    """
    if not item.at_school and item.carrier is not Carrier.ADULT:
        return None
    parts = (say_contact_kind(item.kind), say_carrier(item.carrier), place_name(item.place))
    what = ", ".join(part for part in parts if part)
    return f"{weekday_name(item.weekday)} {written_span(item.start, item.end)}: {what}"


def item_text(item: PlannedItem) -> ItemText:
    """Its parts to the coach."""
    person = item.person or say_carrier(item.carrier)
    what = _meets(person, at_school=True) if item.kind is ItemKind.MEET_AT_ARRIVAL else _what(item)
    return ItemText(what=_about(what, item.subject), who=_who(item, person), where=_where(item, place_name(item.place)))


def item_text_to_student(item: PlannedItem, *, before_lessons: bool = False) -> ItemText:
    """Its parts to the student. `before_lessons`: no word of school is in it, and no place there."""
    person = item.person or _carrier_to_student(item.carrier, before_lessons=before_lessons)
    place = place_outside_school(item.place) if before_lessons else place_name(item.place)
    what = _before_lessons().get(item.kind) if before_lessons else _to_student().get(item.kind)
    if item.kind is ItemKind.MEET_AT_ARRIVAL:
        what = _meets(person, at_school=False)
    who = tr("{person} är med", person=person) if item.kind is ItemKind.MEET_ADULT and person else _who(item, person)
    return ItemText(what=_about(what or _what(item), item.subject), who=who, where=_where(item, place))


def say_carrier(carrier: Carrier) -> str:
    """«coachen», «en vuxen i skolan», «någon hemma»; «» where the student is alone."""
    carriers = {
        Carrier.COACH: tr("coachen"),
        Carrier.COACH_REMOTE: tr("coachen, på telefon"),
        Carrier.ADULT: tr("en vuxen i skolan"),
        Carrier.GUARDIAN: tr("någon hemma"),
        Carrier.NOBODY: "",
    }
    return carriers[carrier]


def _carrier_to_student(carrier: Carrier, *, before_lessons: bool) -> str:
    return tr("en vuxen") if before_lessons and carrier is Carrier.ADULT else say_carrier(carrier)


def _joined(told: ItemText) -> str:
    return ", ".join(part for part in told if part)


def _about(what: str, subject: str) -> str:
    return f"{what}, {subject}" if subject else what


def _what(item: PlannedItem) -> str:
    """What it is; a while at a place that is no library is not called so."""
    if item.kind is ItemKind.LIBRARY_TIME and item.place not in ("", _LIBRARY):
        return tr("en egen stund")
    return say_contact_kind(item.kind)


def _where(item: PlannedItem, place: str) -> str:
    """The place, where the kind does not say it already."""
    return "" if item.kind is ItemKind.LIBRARY_TIME and item.place == _LIBRARY else place


def _meets(person: str, *, at_school: bool) -> str:
    if at_school:
        return tr("{person} möter vid skolan", person=person) if person else tr("någon möter vid skolan")
    return tr("{person} möter dig", person=person) if person else tr("någon möter dig")


def _who(item: PlannedItem, person: str) -> str:
    """Who makes it happen, in words that fit what it is; «» where nobody does or it is said already."""
    if not person or item.kind is ItemKind.MEET_AT_ARRIVAL:
        return ""
    if item.kind in _MESSAGES:
        return tr("från {person}", person=item.person or tr("coachen"))
    if item.kind in _RIDES:
        return tr("{person} kör", person=person)
    if item.kind is ItemKind.WAKE_UP and item.carrier is Carrier.COACH_REMOTE:
        return tr("{person} hör av sig", person=item.person or tr("coachen"))
    if item.kind is ItemKind.WAKE_UP:
        return tr("{person} väcker", person=person)
    if item.kind is ItemKind.MEET_ADULT:
        return tr("tillsammans med {person}", person=person)
    return tr("med {person}", person=person)


def _to_student() -> dict[ItemKind, str]:
    """What is said otherwise to the student than of the student."""
    return {
        ItemKind.SEE_OWN_SEAT: tr("se din plats i salen"),
        ItemKind.MORNING_MESSAGE: tr("ett meddelande"),
        ItemKind.ONE_TO_ONE_STOPOVER: tr("en egen lektion"),
        ItemKind.ONE_TO_ONE_SCHOOL: tr("en egen lektion"),
    }


def say_kind_before_lessons(kind: ItemKind) -> str:
    """«en tur förbi, utan att gå in»: what is done, without a word of school and without hiding where it leads."""
    return _before_lessons().get(kind) or say_contact_kind(kind)


def _before_lessons() -> dict[ItemKind, str]:
    return {
        ItemKind.MORNING_MESSAGE: tr("ett meddelande"),
        ItemKind.GO_PAST_SCHOOL: tr("en tur förbi, utan att gå in"),
        ItemKind.CAR_PARK: tr("en stund på parkeringen, i bilen"),
        ItemKind.VISIT_EMPTY_SCHOOL: tr("ett besök när ingen annan är där"),
        ItemKind.MEET_ADULT: tr("en träff med en vuxen till"),
        ItemKind.MEET_ADULT_AT_SCHOOL: tr("en träff med en vuxen till"),
        ItemKind.SEE_OWN_SEAT: tr("se din plats när ingen annan är där"),
        ItemKind.FETCH_SOMETHING: tr("hämta något där, tillsammans"),
        ItemKind.RIDE_THERE: tr("skjuts dit"),
        ItemKind.MEET_AT_ARRIVAL: tr("någon möter dig"),
        ItemKind.LUNCH_BEFORE_OTHERS: tr("lunch i lugn och ro"),
        ItemKind.BREAK_WITH_ADULT: tr("en paus i sällskap"),
        ItemKind.ONE_TO_ONE_STOPOVER: tr("en egen stund"),
        ItemKind.ONE_TO_ONE_SCHOOL: tr("en egen stund"),
        ItemKind.PRACTICAL_ALONE: tr("en egen stund"),
        ItemKind.HOMEWORK_TIME: tr("en stund med hjälp"),
        ItemKind.DISTANCE_TIME: tr("en stund på distans"),
    }


def say_requirement(requirement: Requirement) -> str:
    """«rektor beslutar»: what must be said yes to before the item can be."""
    said = {
        Requirement.HOME_VISITS: tr("vårdnadshavarna säger ja till besök hemma"),
        Requirement.TEXT_MESSAGES: tr("eleven och vårdnadshavarna säger ja till sms"),
        Requirement.TICKED_WAY: tr("eleven har kryssat hur"),
        Requirement.PRINCIPAL: tr("rektor beslutar"),
        Requirement.GUARDIANS: tr("vårdnadshavarna samtycker"),
    }
    return said[requirement]
