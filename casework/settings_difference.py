"""What a file of settings changes against what holds: lines that a person reads before anything is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from casework.routines import LocalRoutine, Person, Routines
from casework.settings_kinds import SettingsKind, rules_by_code
from planning.local_rules import LocalRules
from planning.rooms import Room, Rooms
from planning.school_dates import DayKind, FreeDays, SchoolDates
from planning.terms import TermDates, TermName
from questionnaire.own_items import OwnItem
from wording.bank_words import said_in
from wording.clock import written_date
from wording.language import tr, trn
from wording.phrases import and_list
from wording.setting_words import say_days, say_number, say_room_use, say_routine, say_telling

Noun = TypeVar("Noun")


def difference(kind: SettingsKind, before: Any, after: Any) -> tuple[str, ...]:
    """The lines, what is added first; none where both say the same."""
    said: Mapping[SettingsKind, Callable[[Any, Any], Iterator[str]]] = {
        SettingsKind.ROUTINES: _of_routines,
        SettingsKind.CALENDAR: _of_calendar,
        SettingsKind.ROOMS: _of_rooms,
        SettingsKind.QUESTIONS: _of_questions,
        SettingsKind.RULES: _of_rules,
    }
    return tuple(said[kind](before, after))


def _of_routines(before: Routines, after: Routines) -> Iterator[str]:
    known = {said_in(number): number.phone for number in before.help.numbers}
    now = {said_in(number): number.phone for number in after.help.numbers}
    for name, phone in now.items():
        if name not in known:
            yield tr("Nytt nummer att ringa: {who}, {phone}", who=name, phone=phone)
        elif known[name] != phone:
            yield tr("Annat nummer till {who}: {before} blir {after}", who=name, before=known[name], after=phone)
    yield from (tr("Numret till {who} tas bort", who=name) for name in known if name not in now)
    checked = after.help.checked_on
    if checked != before.help.checked_on:
        told = tr("Numren är kontrollerade {date}", date=written_date(checked)) if checked else ""
        yield told or tr("Numren är inte kontrollerade")
    for routine, entry in after.by_routine.items():
        old = before.by_routine[routine]
        if entry != old:
            yield tr("«{routine}»: {what}", routine=say_routine(routine), what=_changed(old, entry))


def _changed(before: LocalRoutine, after: LocalRoutine) -> str:
    parts = []
    if before.todo != after.todo:
        parts.append(tr("vad som ska göras är ändrat"))
    if before.hand_over_to != after.hand_over_to:
        parts.append(tr("lämnas över till {who}", who=said_person(after.hand_over_to)))
    if before.second != after.second:
        parts.append(tr("den andra personen är {who}", who=said_person(after.second)))
    return and_list(parts)


def said_person(person: Person) -> str:
    """«kuratorn, Test Testsson, 0500-00 00 00»."""
    return ", ".join(filter(None, (said_in(person), person.name, person.phone)))


def _of_calendar(before: SchoolDates, after: SchoolDates) -> Iterator[str]:
    for year in sorted({*before, *after}):
        yield from _of_year(year, before, after)


def _of_year(year: str, before: SchoolDates, after: SchoolDates) -> Iterator[str]:
    old = {(day.name, day.kind): day for day in before[year].closed} if year in before else {}
    new = {(day.name, day.kind): day for day in after[year].closed} if year in after else {}
    was, now = before[year].closed if year in before else (), after[year].closed if year in after else ()
    added = [day for day in now if day not in was]
    gone = [day for day in was if day not in now]
    moved = {key for key in old.keys() & new.keys() if old[key] in gone and new[key] in added}
    fresh = [day for day in added if (day.name, day.kind) not in moved]
    if fresh:
        yield tr("{year}: {what} tillkommer", year=year, what=_counted(fresh))
    yield from (f"+ {said_free(day)}" for day in fresh)
    for key in sorted(moved):
        yield tr("{year}: {name} flyttas, {before} blir {after}", year=year, name=key[0],
                 before=say_days(old[key].first, old[key].until), after=say_days(new[key].first, new[key].until))
    lost = [day for day in gone if (day.name, day.kind) not in moved]
    if lost:
        yield tr("{year}: {what} tas bort", year=year, what=_counted(lost))
    yield from (f"− {said_free(day)}" for day in lost)
    yield from _of_terms(year, before[year].terms if year in before else (), after[year].terms if year in after else ())


def _counted(days: list[FreeDays]) -> str:
    lov = sum(day.kind is DayKind.LOV for day in days)
    parts = [trn("{n} lov", "{n} lov", lov)] if lov else []
    if len(days) > lov:
        parts.append(trn("{n} studiedag", "{n} studiedagar", len(days) - lov))
    return and_list(parts)


def said_free(day: FreeDays) -> str:
    """«Sportlov, 22 feb 2027–26 feb 2027»."""
    return f"{day.name}, {say_days(day.first, day.until)}"


def _of_terms(year: str, before: tuple[TermDates, ...], after: tuple[TermDates, ...]) -> Iterator[str]:
    old, new = ({term.name: term for term in terms} for terms in (before, after))
    for name in TermName:
        if name in new and old.get(name) != new[name]:
            yield tr("{year}: {term} är {days}", year=year, term=said_term(name), days=said_dates(new[name]))
        elif name in old and name not in new:
            yield tr("{year}: {term} har inga datum längre", year=year, term=said_term(name))


def said_term(name: TermName) -> str:
    """«höstterminen»."""
    return tr("höstterminen") if name is TermName.AUTUMN else tr("vårterminen")


def said_dates(term: TermDates) -> str:
    """From its first to its last day."""
    return say_days(term.first, term.last)


def _of_rooms(before: Rooms, after: Rooms) -> Iterator[str]:
    for name in after:
        if name not in before:
            yield tr("Nytt rum: {room}", room=said_room(name, after[name]))
        elif after[name] != before[name]:
            yield tr("Ändrat rum: {room}", room=said_room(name, after[name]))
    yield from (tr("{name} tas bort", name=name) for name in before if name not in after)


def said_room(name: str, room: Room) -> str:
    """«Sal A12: Lugn plats att gå till, 4 platser, hus A»."""
    seats = trn("{n} plats", "{n} platser", room.seats) if room.seats else ""
    return f"{name}: {', '.join(filter(None, (*map(say_room_use, room.use), seats, room.place)))}"


def _of_questions(before: tuple[OwnItem, ...], after: tuple[OwnItem, ...]) -> Iterator[str]:
    known, now = {item.id: item for item in before}, {item.id: item for item in after}
    for item in after:
        was = known.get(item.id)
        if was is None and item.asked:
            yield tr("Ny fråga {id}: {text}", id=item.id, text=said_in(item))
        elif was is not None and was.asked != item.asked:
            yield _switched(item)
        elif was is not None and was != item:
            yield tr("Ändrad fråga {id}: {text}", id=item.id, text=said_in(item))
    for code, item in known.items():
        if code not in now and item.asked:
            yield _switched(item.model_copy(update={"asked": False}))


def _switched(item: OwnItem) -> str:
    if item.asked:
        return tr("{id} ställs igen: {text}", id=item.id, text=said_in(item))
    return tr("{id} ställs inte längre: {text} Det som är besvarat finns kvar.", id=item.id, text=said_in(item))


def _of_rules(before: LocalRules, after: LocalRules) -> Iterator[str]:
    known = rules_by_code()
    for code in sorted({*before.rules, *after.rules}):
        old, new = ({**known[code].numbers, **_numbers(local, code)} for local in (before, after))
        for name in old:
            if old[name] != new[name]:
                yield tr("{what}: {before} blir {after} ({code})",
                         what=say_number(name), before=old[name], after=new[name], code=code)
    for kind in sorted({*before.words, *after.words}):
        was, now = (set() if kind not in at.words else {*at.words[kind].stems, *at.words[kind].whole}
                    for at in (before, after))
        if now - was:
            yield tr("Nya ord om {kind}: {words}", kind=say_telling(kind), words=and_list(sorted(now - was)))
        if was - now:
            yield tr("Ord om {kind} tas bort: {words}", kind=say_telling(kind), words=and_list(sorted(was - now)))


def _numbers(local: LocalRules, code: str) -> Mapping[str, int]:
    return local.rules[code].numbers if code in local.rules else {}
