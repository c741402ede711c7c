"""The ordinary week on the screen, and what could not be read of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from casework.app_verbs import Doubt
from planning.clock import MINUTES_PER_DAY
from planning.timetable import Lesson, LessonKind, Timetable, WeekLabel
from ui.components.week import Card, CardState, show_week
from wording.clock import hours_text
from wording.doubts import say_doubt
from wording.language import tr, trn
from wording.phrases import said_label

NUMBER_SHOWN = 200


def lessons_of(timetable: Timetable, week: WeekLabel) -> tuple[Lesson, ...]:
    """Everything that stands in weeks with that label, lunch and the like included."""
    return tuple(lesson for lesson in timetable.lessons if lesson.week in ("", week))


def week_text(label: WeekLabel) -> str:
    """What a week label is called: «Vecka A», «Vecka hos hem 1», «v. 36»."""
    if "-W" in label:
        return tr("v. {week}", week=int(label.partition("-W")[2]))
    return tr("Vecka {label}", label=said_label(label))


def choose_week(timetable: Timetable, labels: Sequence[WeekLabel] = (), *, key: str = "week") -> WeekLabel:
    """Which of the weeks is looked at; no question when there is one only."""
    offered = list(labels or timetable.week_labels)
    if len(offered) == 1:
        return offered[0]
    if len(offered) > 6:
        chosen = st.selectbox(tr("Vecka"), offered, format_func=week_text, key=key, placeholder=tr("Välj"))
    else:
        chosen = st.pills(
            tr("Vecka"), offered, default=offered[0], required=True, format_func=week_text, key=key,
            label_visibility="collapsed",
        )
    return str(chosen or offered[0])


def ordinary_cards(timetable: Timetable, week: WeekLabel) -> tuple[Card, ...]:
    """The week as it is without any plan. What lasts all day is drawn as long as the lessons of the week are."""
    taught = [lesson for lesson in timetable.lessons if lesson.kind is LessonKind.LESSON]
    first, last = min((o.start for o in taught), default=0), max((o.end for o in taught), default=MINUTES_PER_DAY)
    return tuple(
        Card(
            id=lesson.id,
            weekday=lesson.weekday,
            start=max(lesson.start, first) if lesson.minutes > last - first else lesson.start,
            end=min(lesson.end, last) if lesson.minutes > last - first else lesson.end,
            subject=lesson.subject or tr("Rast"),
            place=", ".join(lesson.rooms),
            state=CardState.IN if lesson.kind is LessonKind.LESSON else CardState.OTHER,
        )
        for lesson in lessons_of(timetable, week)
    )


def show_ordinary_week(timetable: Timetable, week: WeekLabel) -> None:
    """The week as a grid, with its hours."""
    count = sum(1 for occasion in timetable.occasions if occasion.week == week)
    lessons = trn("{n} lektion", "{n} lektioner", count)
    hours = hours_text(timetable.minutes_per_week(week))
    st.markdown(tr("{lessons} i veckan, {hours} undervisning", lessons=lessons, hours=hours))
    show_week(ordinary_cards(timetable, week), key="ordinary_week")


def show_doubts(doubts: Sequence[Doubt]) -> None:
    """What was left out or assumed: counted, and listed when asked for. Nothing vanishes in silence."""
    left_out = [doubt for doubt in doubts if doubt.left_out]
    if left_out:
        _list(trn("{n} rad kunde inte läsas – visa", "{n} rader kunde inte läsas – visa", len(left_out)), left_out)
    show_assumed(doubts)


def show_assumed(doubts: Sequence[Doubt]) -> None:
    """What was taken on an assumption: counted, and listed when asked for."""
    assumed = [doubt for doubt in doubts if not doubt.left_out]
    if assumed:
        _list(trn("{n} sak antogs – visa", "{n} saker antogs – visa", len(assumed)), assumed)


def _list(title: str, doubts: Sequence[Doubt]) -> None:
    with st.expander(title):
        for doubt in doubts[:NUMBER_SHOWN]:
            st.text(say_doubt(doubt.where, doubt.code, doubt.raw))
