"""A proposal that was sent, to read and to say something of: its weeks, lesson by lesson, and its subjects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from planning.clock import Weekday
from planning.plan import Setting
from planning.public_plan import PublicLesson, PublicStep, PublicSubject, PublicWeek
from planning.sent_proposal import ClassLesson, SeenWeek, SentProposal
from planning.timetable import iso_week
from planning.workflow.comments import LONGEST_COMMENT, LessonComment
from ui.components.parts import styles, text_of
from ui.components.week import Card, hue, in_lanes
from ui.timetable_view import week_text
from wording.clock import decimal_hours, hours_text, weekday_name, written_span
from wording.days import say_earliest
from wording.language import tr
from wording.steps import step_name

SHORT_MINUTES = 40
"""Below this a lesson has room for one line on the grid."""
MOST_CHANGES = 400
"""Letters of a subject's own reason that are shown; all of it stands in the file."""

_week = st.components.v2.component(
    "stegvis_sent_week",
    html='<div class="sent"></div>\n',
    css=styles("sent/sent.css"),
    js=text_of("sent/panel.js", "sent/week.js"),
)
_subjects = st.components.v2.component(
    "stegvis_sent_subjects",
    html='<div class="sent"></div>\n',
    css=styles("sent/sent.css"),
    js=text_of("sent/panel.js", "sent/subjects.js"),
)


@dataclass(frozen=True)
class Said:
    """What was written about something. Without a text what stood there is taken away."""

    about: tuple[int, str, str, str]
    """Step, week, lesson and subject, as `LessonComment.about` has them."""
    text: str


def show_sent_weeks(proposal: SentProposal, comments: Sequence[LessonComment], *, may_comment: bool) -> Said | None:
    """Draws the weeks; what has just been written about a lesson or a step, else None."""
    data = weeks_data(proposal, comments, may_comment=may_comment)
    return _said(_week(data=data, key="sent_week", on_said_change=lambda: None))


def show_sent_subjects(proposal: SentProposal, comments: Sequence[LessonComment], *, may_comment: bool) -> Said | None:
    """Draws the subjects against the class's timetable; what has just been written about one, else None."""
    data = subjects_data(proposal, comments, may_comment=may_comment)
    return _said(_subjects(data=data, key="sent_subjects", on_said_change=lambda: None))


def weeks_data(proposal: SentProposal, comments: Sequence[LessonComment], *, may_comment: bool) -> dict[str, Any]:
    """The weeks as the browser gets them."""
    pairs = zip(proposal.public.steps, proposal.weeks, strict=True)
    return {
        "steps": [_step(step, seen) for step, seen in pairs],
        "comments": _told(comments),
        "may_comment": may_comment,
        "longest": LONGEST_COMMENT,
        "words": {
            "steps": tr("Planens steg"),
            "whose": tr("Vems vecka"),
            "own": tr("Elevens vecka"),
            "whole": tr("Klassens vecka"),
            "weeks": tr("Vecka"),
            "about_step": tr("Skriv om hela steget") if may_comment else tr("Om hela steget"),
            **_words(),
        },
    }


def subjects_data(proposal: SentProposal, comments: Sequence[LessonComment], *, may_comment: bool) -> dict[str, Any]:
    """The subjects as the browser gets them: those that differ from the class first."""
    lost = dict(proposal.lost)
    motives = {motive.subject: motive.motive for motive in proposal.facts.subject_motives}
    ordered = sorted(proposal.public.subjects, key=lambda one: (not one.deviates, one.subject))
    shown = {} if common_motive(proposal) else motives
    return {
        "subjects": [_subject(one, lost.get(one.subject, 0), shown.get(one.subject, "")) for one in ordered],
        "comments": _told(comments),
        "may_comment": may_comment,
        "longest": LONGEST_COMMENT,
        "words": {"class": tr("Klassen"), "step": tr("S{number}", number="%"), **_words()},
    }


def common_motive(proposal: SentProposal) -> str:
    """The reason of every subject that has one, where it is the same: told once and not in every row."""
    motives = {motive.motive for motive in proposal.facts.subject_motives}
    return next(iter(motives)) if len(motives) == 1 else ""


def week_key(seen: SeenWeek, week: PublicWeek) -> str:
    """What a week of a step is known by: the school's label, else the first of its weeks; empty where all are alike."""
    return seen.week or (iso_week(week.mondays[0]) if week.mondays else "")


def _words() -> dict[str, str]:
    return {
        "label": tr("Skriv till coachen"),
        "save": tr("Spara kommentaren"),
        "remove": tr("Ta bort"),
        "close": tr("Stäng"),
        "commented": tr("Kommentar"),
        "saved": tr("Kommentaren är sparad hos dig. Den skickas med ditt svar."),
        "removed": tr("Kommentaren är borttagen."),
        "saving": tr("Sparar …"),
    }


def _told(comments: Iterable[LessonComment]) -> list[dict[str, Any]]:
    names = ("step", "week", "lesson", "subject")
    return [{**dict(zip(names, one.about, strict=True)), "text": one.text} for one in comments]


def _step(step: PublicStep, seen: Sequence[SeenWeek]) -> dict[str, Any]:
    weeks = list(zip(step.weeks, seen, strict=True))
    return {
        "number": step.number,
        "name": step_name(step.number),
        "when": say_earliest(step.mondays, step.timing),
        "hours": tr(
            "{hours} undervisning i veckan, {share} % av klassens {whole}.",
            hours=hours_text(step.minutes), share=step.share_percent, whole=hours_text(step.full_minutes),
        ),
        "weeks": [_a_week(week, own, is_alone=len(weeks) == 1) for week, own in weeks],
    }  # fmt: skip


def _a_week(week: PublicWeek, seen: SeenWeek, *, is_alone: bool) -> dict[str, Any]:
    key = week_key(seen, week)
    attended = dict(zip(seen.lessons, week.lessons, strict=True))
    own = [_own_card(lesson_id, lesson) for lesson_id, lesson in attended.items()]
    return {
        "key": "" if is_alone else key,
        "name": week_text(key) if key else "",
        "own": _days(own, {lesson_id: _marks(lesson) for lesson_id, lesson in attended.items()}),
        "whole": _days(
            [_class_card(lesson) for lesson in seen.whole],
            {lesson.id: _of_class(lesson, attended.get(lesson.id)) for lesson in seen.whole},
            waits=frozenset(lesson.id for lesson in seen.whole if lesson.id not in attended),
        ),
    }


def _own_card(lesson_id: str, lesson: PublicLesson) -> Card:
    return Card(lesson_id, lesson.weekday, lesson.start, lesson.end, lesson.subject, place=lesson.room)


def _class_card(lesson: ClassLesson) -> Card:
    return Card(lesson.id, lesson.weekday, lesson.start, lesson.end, lesson.subject, place=lesson.room)


def _marks(lesson: PublicLesson) -> list[str]:
    marks = ((lesson.with_coach, tr("Med coachen")), (lesson.setting is Setting.SMALL_ROOM, tr("Litet rum")),
             (lesson.is_part, tr("En del")))  # fmt: skip
    return [mark for is_so, mark in marks if is_so]


def _of_class(lesson: ClassLesson, attended: PublicLesson | None) -> list[str]:
    if attended is None:
        return [tr("Ej med ännu")]
    is_part = (attended.start, attended.end) != (lesson.start, lesson.end)
    return [tr("Med en del")] if is_part else [tr("Med")]


def _days(
    cards: Sequence[Card], marks: Mapping[str, list[str]], waits: frozenset[str] = frozenset()
) -> dict[str, Any]:
    first = min((card.start for card in cards), default=8 * 60) // 60 * 60
    last = -(-max((card.end for card in cards), default=15 * 60) // 60) * 60
    weekdays = [day for day in Weekday if day <= Weekday.FRI or any(card.weekday == day for card in cards)]
    return {
        "length": last - first,
        "days": [
            {
                "name": weekday_name(day),
                "empty": tr("Ingen lektion"),
                "lessons": [
                    {
                        "id": placed.card.id,
                        "subject": placed.card.subject,
                        "time": written_span(placed.card.start, placed.card.end),
                        "place": placed.card.place,
                        "is_in": placed.card.id not in waits,
                        "marks": marks[placed.card.id],
                        "hue": hue(placed.card.subject),
                        "from": placed.span.start - first,
                        "minutes": placed.span.end - placed.span.start,
                        "short": placed.span.end - placed.span.start < SHORT_MINUTES,
                        "left": round(100 * placed.left, 2),
                        "width": round(100 * placed.width, 2),
                    }
                    for placed in in_lanes(card for card in cards if card.weekday == day)
                ],
            }
            for day in weekdays
        ],
    }


def _subject(subject: PublicSubject, lost: int, motive: str) -> dict[str, Any]:
    return {
        "name": subject.subject,
        "ordinary": str(subject.ordinary),
        "steps": [{"text": str(minutes) if minutes else "–", "level": _level(minutes, subject.ordinary)}
                  for minutes in subject.per_step],
        "differs": subject.deviates,
        "lost": tr("{hours} h uteblir", hours=decimal_hours(lost)) if lost else "",
        "more": motive[:MOST_CHANGES],
    }  # fmt: skip


def _level(minutes: int, ordinary: int) -> str:
    return "0" if not minutes else "2" if minutes >= ordinary else "1"


def _said(result: Any) -> Said | None:
    told = getattr(result, "said", None)
    if not isinstance(told, Mapping) or not isinstance(told.get("about"), Mapping):
        return None
    about = told["about"]
    number = about.get("step")
    step = number if isinstance(number, int) and not isinstance(number, bool) else -1
    week, lesson, subject = (str(about.get(name, "")) for name in ("week", "lesson", "subject"))
    return Said((step, week, lesson, subject), str(told.get("text", "")).strip())


def comment_of(said: Said, proposal: SentProposal) -> LessonComment | None:
    """What was written, as a comment on the proposal; None where nothing of what was sent is meant."""
    step, week, lesson, subject = said.about
    text = said.text[:LONGEST_COMMENT] or "–"
    if lesson:
        found = next((one for one in _lessons(proposal, step, week) if one.id == lesson), None)
        if found is None:
            return None
        return LessonComment(
            step=step, week=week, lesson=lesson, subject=found.subject, weekday=found.weekday, start=found.start,
            text=text,
        )  # fmt: skip
    if subject:
        is_known = step == 0 and any(one.subject == subject for one in proposal.public.subjects)
        return LessonComment(subject=subject, text=text) if is_known else None
    is_step = 1 <= step <= len(proposal.public.steps)
    return LessonComment(step=step, text=text) if is_step else None


def _lessons(proposal: SentProposal, step: int, week: str) -> tuple[ClassLesson, ...]:
    """The lessons of the class's week of that step."""
    if not 1 <= step <= len(proposal.weeks):
        return ()
    pairs = list(zip(proposal.public.steps[step - 1].weeks, proposal.weeks[step - 1], strict=True))
    mine = [seen for public, seen in pairs if week in ("", week_key(seen, public))]
    return mine[0].whole if mine else ()
