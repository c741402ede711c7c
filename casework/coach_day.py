"""One student's part of a coach's day: what is planned that date, the texts to send, and what is agreed.

For the coach alone: names stand here, and with a protected identity neither name nor place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from casework.dossier import Dossier, first_name
from exports.day_sheet import DayAgreed, DayRow, DayText
from planning.clock import Weekday
from planning.days import days_of
from planning.frozen import Frozen
from planning.items import Carrier, ItemKind
from planning.needs import Support, SupportKind
from planning.plan import PlannedContact, PlannedItem, PlannedLesson, PlanStep, Setting
from planning.planned_day import PlannedDay
from planning.smaller_days import bad_days
from wording.clock import weekday_name, written_span, written_time
from wording.coach_texts import say_evening_text, say_morning_text, say_text_afterwards, say_text_of_contact
from wording.contacts import say_contact_briefly
from wording.items import is_before_lessons, item_text, item_text_to_student
from wording.language import tr
from wording.phrases import or_list, upper_first
from wording.places import place_name
from wording.teacher_lines import say_part

_MESSAGES = (ItemKind.TEXT, ItemKind.MORNING_MESSAGE)
_RIDES = (ItemKind.RIDE_THERE, ItemKind.RIDE_HOME)
_OF_COACH = (Carrier.COACH, Carrier.COACH_REMOTE)


class StudentDay(Frozen):
    """What the sheet says of one student."""

    who: str
    rows: tuple[DayRow, ...] = ()
    texts: tuple[DayText, ...] = ()
    agreed: DayAgreed | None = None
    """None where nothing is planned that day."""


def name_on_paper(dossier: Dossier) -> str:
    """First name or initials; with a protected identity the first letter alone."""
    name = first_name(dossier.facts)
    return f"{name[:1]}." if name and dossier.is_protected else name


def student_day(dossier: Dossier, date: dt.date) -> StudentDay:
    """The student's part of that date; without rows where nothing is planned."""
    days = days_of(dossier.problem, dossier.plan)
    today = next((day for day in days if day.date == date), None)
    coming = next((day for day in days if day.date > date and day.has_something), None)
    told = _Told(dossier, today, coming)
    return StudentDay(
        who=told.who,
        rows=tuple(told.rows(date)),
        texts=tuple(told.texts(date)),
        agreed=told.agreed() if today is not None and today.has_something else None,
    )


class _Told:
    """Puts one student's day into words."""

    def __init__(self, dossier: Dossier, today: PlannedDay | None, coming: PlannedDay | None) -> None:
        self.dossier, self.today, self.coming = dossier, today, coming
        self.who = name_on_paper(dossier)
        self.hides = dossier.is_protected

    def rows(self, date: dt.date) -> Iterator[DayRow]:
        """What happens that day, and what is done the evening before the next."""
        if self.today:
            yield from (self._lesson(lesson) for lesson in self.today.lessons)
            yield from (self._item(item) for item in self.today.items if item.carrier is not Carrier.NOBODY)
            yield from (self._contact(contact) for contact in self.today.contacts)
        if (when := self._evening(date)) and self._has_in(self.coming, SupportKind.DAY_CARD):
            yield DayRow(
                when=when, who=self.who, what=(tr("kort för nästa dag"),), is_mine=True, ticks=(tr("lämnat"),)
            )
        if when and self._texts_in_the_evening():
            yield DayRow(when=when, who=self.who, what=(tr("sms inför nästa dag"),), is_mine=True, ticks=_sent())

    def texts(self, date: dt.date) -> Iterator[DayText]:
        """The words of every text of the day."""
        for item in self.today.items if self.today else ():
            if item.kind in _MESSAGES:
                yield DayText(when=written_time(item.start), who=self.who, words=self._words(item.kind))
        for contact in self.today.contacts if self.today else ():
            if contact.kind is ItemKind.TEXT:
                when = written_time(contact.start) if contact.start is not None else tr("någon gång")
                yield DayText(when=when, who=self.who, words=say_text_of_contact(self.who))
        if (when := self._evening(date)) and self.coming and self._texts_in_the_evening():
            words = say_evening_text(self.who, self._things(self.coming), Weekday(self.coming.date.weekday()))
            yield DayText(when=when, who=self.who, words=words)

    def _words(self, kind: ItemKind) -> str:
        if kind is ItemKind.MORNING_MESSAGE:
            return say_morning_text(self.who, self._things(self.today))
        return say_text_afterwards(self.who)

    def agreed(self) -> DayAgreed:
        """The smaller day, the calm place, and whom to ring."""
        contacts = self.dossier.facts.contacts
        numbers = (self.dossier.facts.document.practical.phone, "" if self.hides else contacts.home_phone)
        return DayAgreed(
            who=self.who,
            bad_day=tuple(self._bad_day()) or (tr("Ett sms eller ett samtal räcker. Det räknas."),),
            calm_place="" if self.hides else self._calm_place(),
            phones=tuple(number for number in numbers if number),
            address="" if self.hides else contacts.address,
        )

    def _lesson(self, planned: PlannedLesson) -> DayRow:
        parts = (planned.lesson.subject, say_part(planned))
        rooms = tr("litet rum") if planned.setting is Setting.SMALL_ROOM else ", ".join(planned.lesson.rooms)
        return DayRow(
            start=planned.start, end=planned.end, who=self.who,
            what=(", ".join(part for part in parts if part), tr("du är med") if planned.with_coach else tr("utan dig")),
            where=self._where(rooms), is_mine=planned.with_coach,
            ticks=(tr("kom"), tr("på lektion"), tr("stannade")),
        )  # fmt: skip

    def _item(self, item: PlannedItem) -> DayRow:
        told = item_text(item)
        is_text = item.kind in _MESSAGES
        return DayRow(
            start=item.start, end=None if is_text else item.end, who=self.who,
            what=tuple(part for part in (upper_first(told.what), _by(item) or told.who) if part),
            where=self._where(told.where), is_mine=item.carrier in _OF_COACH,
            ticks=_sent() if is_text else (tr("blev av"),),
        )  # fmt: skip

    def _contact(self, contact: PlannedContact) -> DayRow:
        is_text = contact.kind is ItemKind.TEXT
        return DayRow(
            start=contact.start, end=contact.end, when=tr("ni bestämmer"), who=self.who,
            what=(upper_first(say_contact_briefly(contact)),), where=self._where(place_name(contact.place)),
            is_mine=True, ticks=_sent() if is_text else (tr("blev av"),),
        )  # fmt: skip

    def _where(self, place: str) -> str:
        return "" if self.hides else place

    def _things(self, day: PlannedDay | None) -> tuple[str, ...]:
        """What is planned that day, to the student, in the order of the clock; no texts."""
        if day is None:
            return ()
        early = is_before_lessons(self.dossier.plan, day.step)
        things = [(one.start, f"{one.lesson.subject} {written_span(one.start, one.end)}") for one in day.lessons]
        for item in day.items:
            if item.kind not in _MESSAGES:
                what = item_text_to_student(item, before_lessons=early).what
                things.append((item.start, f"{what} {written_time(item.start)}"))
        for contact in day.contacts:
            if contact.kind is not ItemKind.TEXT:
                time = f" {written_time(contact.start)}" if contact.start is not None else ""
                things.append((contact.start or 0, f"{say_contact_briefly(contact)}{time}"))
        return tuple(words for _, words in sorted(things))

    def _evening(self, date: dt.date) -> str:
        """When the evening before the next planned day is: «kväll», on a Friday «söndag kväll»; «» when it is later."""
        days = (self.coming.date - date).days if self.coming else 0
        if days == 1:
            return tr("kväll")
        is_over_weekend = days == Weekday.SUN - Weekday.FRI + 1 and date.weekday() == Weekday.FRI
        return tr("{day} kväll", day=weekday_name(Weekday.SUN)) if is_over_weekend else ""

    def _texts_in_the_evening(self) -> bool:
        is_wanted = self._has_in(self.coming, SupportKind.TEXT_MESSAGES, "evening_before")
        return is_wanted and bool(self._things(self.coming))

    def _has_in(self, day: PlannedDay | None, kind: SupportKind, choice: str = "") -> bool:
        return day is not None and any(
            need.item is kind and need.holds_in(day.step) and (not choice or choice in need.choices)
            for need in self.dossier.problem.needs
            if isinstance(need, Support)
        )

    def _planned(self) -> PlanStep | None:
        steps = self.dossier.plan.steps
        return next((step for step in steps if self.today and step.number == self.today.step), None)

    def _bad_day(self) -> Iterator[str]:
        """What is left of today on a bad day."""
        planned, today = self._planned(), self.today
        if planned is None or today is None:
            return
        for smaller in bad_days(self.dossier.problem, self.dossier.plan, planned):
            is_today = (smaller.week, smaller.weekday) == (today.week, today.date.weekday())
            if smaller.date is None and is_today and smaller.lesson and today.lessons:
                span = written_span(smaller.lesson.start, smaller.lesson.end)
                yield tr("Bara {subject} {span}", subject=smaller.lesson.lesson.subject, span=span)
            elif smaller.date == today.date and smaller.contact:
                yield upper_first(say_contact_briefly(smaller.contact))

    def _calm_place(self) -> str:
        ticked = [
            place_name(choice)
            for need in self.dossier.problem.needs
            if isinstance(need, Support) and need.item is SupportKind.SAFE_PLACE
            for choice in need.choices
        ]
        return or_list(list(dict.fromkeys(ticked or self.dossier.safe_rooms))[:2])


def _by(item: PlannedItem) -> str:
    """«du kör», «du är med»: the coach's own part of it; «» where it is somebody else's, or a message."""
    if item.carrier is not Carrier.COACH:
        return ""
    return tr("du kör") if item.kind in _RIDES else tr("du är med")


def _sent() -> tuple[str, ...]:
    return (tr("skickat"),)
