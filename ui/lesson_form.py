"""One lesson of the ordinary week by hand: put in, changed or taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from pydantic import ValidationError

from interop.words import clock_of
from planning.clock import Weekday
from planning.timetable import EVERY_WEEK, Lesson, LessonId, LessonKind, Timetable, WeekLabel
from planning.week_edits import EVEN, ODD, WeekEdit, without
from ui.timetable_view import week_text
from ui.week_draft import WeekDraft
from wording.clock import weekday_name, written_time
from wording.language import tr
from wording.week_difference import say_kind
from wording.week_findings import say_lesson

_NEW = ""
_LONGEST = 80


def change_lessons(draft: WeekDraft) -> None:
    """Choose a lesson, or a new one, and its fields."""
    timetable = draft.timetable
    lessons = {lesson.id: lesson for lesson in timetable.lessons}
    offered = [*lessons] if timetable.is_dated else [_NEW, *lessons]
    chosen = st.selectbox(
        tr("Vilken lektion?"), offered, key=f"which_{len(draft.looks)}", placeholder=tr("Välj"),
        format_func=lambda one: say_lesson(lessons[one]) if one else tr("En ny lektion"),
    )  # fmt: skip
    lesson = lessons.get(LessonId(chosen or ""))
    with st.form(f"lesson_{len(draft.looks)}_{chosen}", border=False):
        told = _fields(timetable, lesson)
        with st.container(horizontal=True):
            wants_kept = st.form_submit_button(tr("Ändra lektionen") if lesson else tr("Lägg till lektionen"))
            wants_gone = lesson is not None and st.form_submit_button(tr("Ta bort lektionen"), type="tertiary")
    if wants_gone and lesson is not None:
        draft.do(without(lesson))
        st.rerun()
    if wants_kept:
        _keep(draft, lesson, told)


def _keep(draft: WeekDraft, lesson: Lesson | None, told: Mapping[str, object]) -> None:
    made = lesson_of(lesson, told)
    if isinstance(made, str):
        st.warning(made)
        return
    weeks = (ODD, EVEN) if made.week in {ODD, EVEN} and not any(draft.timetable.week_labels) else None
    draft.do(WeekEdit(puts=(made,), weeks=weeks))
    st.rerun()


def _fields(timetable: Timetable, lesson: Lesson | None) -> dict[str, object]:
    """What is typed; a lesson with a date keeps its day."""
    is_dated = lesson is not None and lesson.date is not None
    left, right = st.columns(2)
    with left:
        subject = st.text_input(tr("Ämne"), value=lesson.subject if lesson else "", max_chars=_LONGEST)
        day = None if is_dated else _choose_day(lesson)
        week = EVERY_WEEK if is_dated else _choose_week(timetable, lesson)
        kind = st.selectbox(
            tr("Räknas som"), list(LessonKind), index=list(LessonKind).index(lesson.kind) if lesson else 0,
            format_func=say_kind, placeholder=tr("Välj"),
        )  # fmt: skip
    with right:
        start = st.text_input(tr("Från"), value=written_time(lesson.start) if lesson else "", placeholder="08.10")
        end = st.text_input(tr("Till"), value=written_time(lesson.end) if lesson else "", placeholder="09.00")
        rooms = st.text_input(tr("Sal (behövs inte)"), value=", ".join(lesson.rooms) if lesson else "")
        teachers = st.text_input(tr("Lärare (behövs inte)"), value=", ".join(lesson.teachers) if lesson else "")
    fields: dict[str, object] = {
        "subject": subject, "kind": kind, "start": start, "end": end, "rooms": rooms, "teachers": teachers,
    }  # fmt: skip
    return fields if is_dated else {**fields, "weekday": day, "week": week}


def _choose_day(lesson: Lesson | None) -> Weekday:
    days = [day for day in Weekday if day <= Weekday.FRI or (lesson and lesson.weekday == day)]
    place = days.index(lesson.weekday) if lesson else 0
    return st.selectbox(tr("Dag"), days, index=place, format_func=weekday_name, placeholder=tr("Välj"))


def _choose_week(timetable: Timetable, lesson: Lesson | None) -> WeekLabel:
    named = [label for label in timetable.week_labels if label] or [ODD, EVEN]
    labels = list(dict.fromkeys([EVERY_WEEK, *named, *([lesson.week] if lesson else [])]))
    place = labels.index(lesson.week) if lesson else 0
    return st.selectbox(
        tr("Vecka"), labels, index=place, format_func=_week_in_words, placeholder=tr("Välj"),
    )  # fmt: skip


def _week_in_words(label: WeekLabel) -> str:
    odd, even = tr("Udda veckor (A)"), tr("Jämna veckor (B)")
    return {EVERY_WEEK: tr("Varje vecka"), ODD: odd, EVEN: even}.get(label) or week_text(label)


def lesson_of(lesson: Lesson | None, told: Mapping[str, object]) -> Lesson | str:
    """The lesson as it was typed; what is wrong with it otherwise, in a sentence."""
    start, end = clock_of(str(told["start"])), clock_of(str(told["end"]))
    if not str(told["subject"]).strip():
        return tr("Skriv vilket ämne det är.")
    if start is None or end is None:
        return tr("Skriv tiderna som 08.10 och 09.00.")
    if end <= start:
        return tr("Lektionen slutar innan den börjar.")
    fields = {
        **told, "subject": str(told["subject"]).strip(), "start": start, "end": end,
        "rooms": _several(told["rooms"]), "teachers": _several(told["teachers"]),
    }  # fmt: skip
    known: Mapping[str, object] = dict(lesson) if lesson is not None else {"id": LessonId(_NEW)}
    try:
        return Lesson.model_validate({**known, **fields})
    except ValidationError:
        return tr("Skriv tiderna som 08.10 och 09.00.")


def _several(text: object) -> Sequence[str]:
    return tuple(part.strip() for part in str(text).split(",") if part.strip())
