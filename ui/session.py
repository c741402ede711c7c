"""What one browser tab has in its hands. The only place that touches `st.session_state`.

Nothing that matters lives here alone: a tab that is closed, or a server that is restarted, loses a view and no more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import streamlit as st

from casework.cases import CaseId
from casework.facts import CaseFacts
from casework.making import Making
from casework.merging import FactsKept
from casework.school_day import SchoolDay
from casework.settings_kinds import SettingsKind
from questionnaire.answers import AnswerEvent, EventId, QuestionId
from ui.agreement import NotAgreed, WayTaken
from ui.answering import Answering
from ui.components.dropzone import Dropped
from ui.plan_change_view import Answered, Asked, Told
from ui.remembered import remembered_language
from ui.week_draft import HoursWanted, WeekDraft
from wording.language import Language

_SLOT = "stegvis"


@dataclass(frozen=True)
class Ordered:
    """Documents that are being made: in which list they were asked for, and by which of its files."""

    making: Making
    at: str
    wanted: str


@dataclass(frozen=True)
class FactsShown:
    """The facts that a page's form was filled in from."""

    case_id: CaseId
    page: str
    facts: CaseFacts


@dataclass(frozen=True)
class Steady:
    """What the questions of this tab are asked with that no answer changes: what it is made from, its name, and it."""

    made_from: tuple[object, ...]
    name: str
    data: dict[str, Any]


@dataclass
class Session:
    """The open case and what is looked at in it."""

    case_id: CaseId | None = None
    language: Language = "sv"
    one_tick: Lock = field(default_factory=Lock)
    """Held while a tick is kept: one that comes quickly begins a run of its own before the one before has ended."""
    step: int = 1
    """The step of the plan that is shown."""
    focus: QuestionId | None = None
    """A question opened again."""
    back_to: str = "summary"
    """The page that one comes back to when it has been answered anew."""
    plans_anew: bool = False
    """The plan is made anew when one comes back to it."""
    broke_at: int | None = None
    """The revision of the case that looking for a plan broke at."""
    way_taken: WayTaken | None = None
    """The way out of a conflict that was taken last, while it can be taken back."""
    way_failed: str = ""
    """Why the way out tapped last could not be taken."""
    asked: Asked | None = None
    """A change of the plan that something speaks against, and that waits for a word."""
    told: Told | None = None
    """What came of the last change of the plan."""
    why_not: Answered | None = None
    """Why the lesson that was asked about last is not there yet."""
    acted: str = ""
    """The event of the plan's week that was taken care of last, by its id."""
    chosen: Told | None = None
    """What came of choosing among plans."""
    choices_at: int | None = None
    """The revision of the case that other plans were asked for at."""
    facts_shown: FactsShown | None = None
    """What the form in hand was filled in from."""
    clashed: FactsKept | None = None
    """What two have written in the same place, until somebody has chosen."""
    not_agreed: NotAgreed | None = None
    """What was typed beside a line of the summary and could not be kept."""
    section: str = ""
    """The part of the school's facts that is opened, by its key; empty: none."""
    has_opened_demo: bool = False
    is_veiled: bool = False
    """Names are shown as initials (`ui.veil`)."""
    known_duties: int = 0
    """How many open duties the frame has told the coach of."""
    left: str | None = None
    """How the questions were just left."""
    wants_back: bool = False
    """The student has handed the screen back, and the coach's code is asked for."""
    draft: WeekDraft | None = None
    """A timetable that is being looked at before it is taken in."""
    hours_wanted: HoursWanted | None = None
    """A file that waits to be told when its hours are."""
    came: Dropped | None = None
    """A timetable file that was just given and is not read yet."""
    way_in: str = ""
    """The way that was chosen for it to come in, by its name; empty: none."""
    day: SchoolDay | None = None
    """The school's bell times as they were just typed."""
    bells_unread: tuple[str, ...] = ()
    """Lines of them that are no times."""
    returned: Dropped | None = None
    """The school's answer, that is being looked at before its decision is kept."""
    answering: Answering | None = None
    """The answer that a rektor is giving; what is written of it is kept in the case."""
    stored: tuple[EventId, ...] = ()
    """Answers of the last sending that are durable."""
    steady: Steady | None = None
    browser_knows: str = ""
    """The name of the steady part that the browser says it has."""
    answered_at_home: tuple[AnswerEvent, ...] = ()
    """What a guardian who is logged in has answered in this tab: what stands from before is not theirs to read."""
    address: str | None = None
    """Where the file that was asked for last can be fetched, once."""
    address_at: str = ""
    """The list that it was asked for in."""
    making: Ordered | None = None
    """The documents that are being made for this tab."""
    not_made: str = ""
    """Why the documents asked for last could not be made; told once."""
    setting: SettingsKind | None = None
    """Which of the installation's settings is opened; None: the list of them."""
    setting_unit: str = ""
    """Whose settings: a school unit's, or the whole municipality's."""
    setting_given: Dropped | None = None
    """A file of settings that is being looked at before it is kept."""
    setting_told: tuple[str, ...] = ()
    """What the last change of a setting came to; told once."""
    log_of: str = ""
    """What was looked for in the log."""
    log_before: tuple[int, ...] = ()
    """The pages of it that have been turned, by the numbers that they begin below."""


def session() -> Session:
    """What the tab has in its hands."""
    if _SLOT not in st.session_state:
        st.session_state[_SLOT] = Session(language=remembered_language(st.context.cookies))
    held: Session = st.session_state[_SLOT]
    return held


def turn_to(case_id: CaseId | None) -> None:
    """Turn to a case, or to none; what was looked at in another is let go."""
    if session().case_id != case_id:
        kept = session()
        if kept.making is not None:
            kept.making.making.cancel()
        st.session_state[_SLOT] = Session(
            case_id=case_id, language=kept.language, has_opened_demo=kept.has_opened_demo, is_veiled=kept.is_veiled
        )


def told(component: str, name: str) -> Any:
    """What a component tells in its callback, before the page is drawn again."""
    return st.session_state[component][name]


def typed(key: str) -> Any:
    """What has just been typed in the field with that key, in its callback."""
    return st.session_state[key]
