"""The teacher's card: a postcard with times, seat, sign, and what to do and leave be. No cause, and nothing private.

It tells what is arranged, and of the needs only those that others may know (`exports.dated_steps`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from exports.blocks import Document
from exports.dated_steps import DatedStep, Visit, dated_steps, tellable_support, visits
from exports.page_format import PageFormat
from exports.printable import clean
from exports.sheet_blocks import (
    Bullet,
    FourSheets,
    Sheet,
    SheetField,
    SheetFields,
    SheetLines,
    SheetPart,
    SheetTable,
    SheetText,
)
from planning.frozen import Frozen
from planning.needs import Support, SupportKind
from planning.plan import Plan, Setting
from planning.problem import Problem
from planning.timetable import LessonId
from wording.clock import written_span
from wording.language import language_tag, tr
from wording.teacher_lines import say_part, say_seat, say_to_teacher

NAME, SIGN = 40, 80
"""Longest name and sign on a small paper, in characters; the rest is an ellipsis. Our defaults."""


class ToldTeachers(Frozen):
    """What teachers are told beside the plan."""

    first_name: str = ""
    """Empty with a protected identity: the name is then written by hand."""
    coach: str = ""
    may_know_return: bool = False
    """Whether the student lets teachers know that she or he is coming back (question VU8)."""
    hides_places: bool = False
    """With a protected identity no room is printed."""
    stop_sign: str = ""
    """How the student shows that it is enough; a line to fill in while it is not agreed."""


def build_teacher_cards(problem: Problem, plan: Plan, told: ToldTeachers, *, current_step: int = 1) -> Document:
    """One postcard for every teacher that meets the student in the steps with dates; without names one a subject."""
    cards = tuple(_cards(problem, plan, told, current_step)) or (_nobody(),)
    return _document(PageFormat.A6, cards)


def build_teacher_sheet(problem: Problem, plan: Plan, told: ToldTeachers, *, current_step: int = 1) -> Document:
    """The same cards, four to a page with marks where to cut."""
    cards = tuple(_cards(problem, plan, told, current_step)) or (_nobody(),)
    return _document(PageFormat.A4, tuple(FourSheets(sheets=cards[n : n + 4]) for n in range(0, len(cards), 4)))


def _document(page: PageFormat, blocks: tuple[Sheet, ...] | tuple[FourSheets, ...]) -> Document:
    title = tr("Lärarkort")
    return Document(
        title=title,
        subject=title,
        author="",
        language=language_tag(),
        page_text="",
        format=page,
        blocks=blocks,
    )


def _nobody() -> Sheet:
    """Where no step with dates has a lesson, nobody needs a card."""
    text = tr("Ingen lärare träffar eleven i de steg som har datum. Inget kort behövs än.")
    return Sheet(title=tr("Lärarkort"), parts=(SheetText(text=text),))


def _cards(problem: Problem, plan: Plan, told: ToldTeachers, current_step: int) -> Iterator[Sheet]:
    steps = dated_steps(problem, plan, current_step)
    arranged = tellable_support(problem.needs, (step.planned.number for step in steps))
    for number, (receiver, lessons) in enumerate(_receivers(steps).items(), 1):
        yield _card(told, steps, arranged, receiver, lessons).model_copy(update={"number": number})


def _receivers(steps: tuple[DatedStep, ...]) -> Mapping[str, frozenset[LessonId]]:
    """«till EXA», «till läraren i Bild»: who gets a card, and for which lessons, in alphabetical order."""
    found: dict[str, set[LessonId]] = {}
    for step in steps:
        for day in step.days:
            for planned in day.lessons:
                lesson = planned.lesson
                named = [tr("Till {teacher}", teacher=clean(teacher, NAME)) for teacher in lesson.teachers if teacher]
                for receiver in named or [tr("Till läraren i {subject}", subject=clean(lesson.subject, NAME))]:
                    found.setdefault(receiver, set()).add(lesson.id)
    return {receiver: frozenset(found[receiver]) for receiver in sorted(found)}


def _card(
    told: ToldTeachers, steps: tuple[DatedStep, ...], arranged: tuple[Support, ...], receiver: str,
    lessons: frozenset[LessonId],
) -> Sheet:  # fmt: skip
    subjects = dict.fromkeys(
        planned.lesson.subject
        for step in steps for day in step.days for planned in day.lessons if planned.lesson.id in lessons
    )  # fmt: skip
    lines = say_to_teacher(arranged, subjects=tuple(subjects))
    parts: list[SheetPart] = []
    if told.may_know_return:
        parts.append(SheetText(text=tr("Kommer tillbaka till skolan steg för steg. Det här är överenskommet.")))
    met = [(step, tuple(visits(step, lessons))) for step in steps]
    says_coach = any(visit.lesson.with_coach for _, found in met for visit in found)
    parts += [_times(step, found, told, says_coach=says_coach) for step, found in met if found]
    parts.append(SheetFields(rows=tuple(_agreed(told, arranged))))
    parts.append(SheetLines(title=tr("Gör så här"), lines=lines.do, bullet=Bullet.DO))
    parts.append(SheetLines(title=tr("Låt bli"), lines=lines.leave, bullet=Bullet.DO_NOT))
    return Sheet(
        title=clean(told.first_name, NAME) or tr("Elevens tider"),
        subtitle=receiver,
        parts=tuple(parts),
        foot=tr("Bara för dig. Lägg det inte så att andra kan läsa."),
    )


def _times(step: DatedStep, met: Iterable[Visit], told: ToldTeachers, *, says_coach: bool) -> SheetTable:
    """The step's times with that teacher; with or without the coach, where the coach is there at all."""
    return SheetTable(
        title=step.weeks,
        head=(tr("Dag"), tr("Tid"), tr("Lektion"), tr("Var")),
        rows=tuple(
            (
                visit.day_in(step),
                written_span(visit.lesson.start, visit.lesson.end),
                _what(visit, says_coach=says_coach),
                "" if told.hides_places else _where(visit),
            )
            for visit in met
        ),
        widths=(2.7, 3.0, 5.0, 2.5),
    )


def _what(visit: Visit, *, says_coach: bool) -> str:
    coach = tr("med coachen") if visit.lesson.with_coach else tr("utan coachen")
    parts = (clean(visit.lesson.lesson.subject, NAME), say_part(visit.lesson), coach if says_coach else "")
    return ", ".join(part for part in parts if part)


def _where(visit: Visit) -> str:
    if visit.lesson.setting is Setting.SMALL_ROOM:
        return tr("litet rum")
    return clean(", ".join(visit.lesson.lesson.rooms), NAME)


def _agreed(told: ToldTeachers, arranged: tuple[Support, ...]) -> Iterator[SheetField]:
    kinds = {need.item for need in arranged}
    if not told.first_name:
        yield SheetField(label=tr("Elev"))
    if seat := say_seat(arranged):
        yield SheetField(label=tr("Sitter"), value=seat)
    if kinds & {SupportKind.STOP_SIGN, SupportKind.EXIT_PLAN}:
        yield SheetField(label=tr("Tecken för stopp"), value=clean(told.stop_sign, SIGN))
    if SupportKind.LEAVE_CARD in kinds:
        yield SheetField(label=tr("Visar ett kort"), value=tr("får gå ut utan att fråga"))
    yield SheetField(label=tr("Frågor till"), value=clean(told.coach, NAME) or tr("coachen"))
