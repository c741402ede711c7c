"""What a mentor who is named for a case is shown of it: this week's lessons as agreed, and the teachers' own cards."""

from __future__ import annotations

from collections.abc import Iterator

from casework import now as clock
from casework.adult_documents import teacher_cards
from casework.case_reading import may_see
from casework.guarded import looking, verb
from casework.lived_plan import Lived, coming_monday, days_to_show, shown_plan, whole_record
from exports.dated_steps import dated_steps
from planning.access import Action
from planning.clock import Weekday
from planning.errors import NotAllowed
from planning.frozen import Frozen
from planning.plan import Setting
from planning.planned_day import PlannedDay
from planning.timetable import monday_of
from storage.records import CaseId
from storage.store import CaseStore
from wording.clock import week_name, weekday_name, written_span
from wording.language import tr
from wording.phrases import upper_first
from wording.steps import step_name


class MentorWeek(Frozen):
    """The week that is lived: its lessons, day by day."""

    title: str
    """«Steg 1 · v. 49»."""
    is_now: bool
    is_decided: bool
    days: tuple[tuple[str, tuple[str, ...]], ...]
    """Each day with lessons, and the lessons in words."""
    may_fetch_cards: bool


@verb(Action.SEE_PLAN)
def mentor_week(store: CaseStore, case_id: CaseId) -> MentorWeek | None:
    """The week; None while no plan is lived or proposed. Raises `CaseFileError` or `NotAllowed`."""
    with looking(store, case_id) as (reader, row):
        may_fetch = may_see(reader, row)(Action.SEE_DOCUMENTS)
    on = clock.today()
    lived = shown_plan(whole_record(row, store), on, sees_drafts=False)
    if lived is None:
        return None
    dossier = lived.dossier
    steps = dated_steps(dossier.problem, dossier.plan, dossier.current_step)
    if not steps:
        return None
    days = days_to_show(steps[0].days, on)
    this = monday_of(days[0].date)
    return MentorWeek(
        title=f"{step_name(steps[0].planned.number)} · {week_name(this)}",
        is_now=this == coming_monday(on),
        is_decided=lived.is_decided,
        days=tuple(_days(lived, days)),
        may_fetch_cards=may_fetch,
    )


@verb(Action.SEE_DOCUMENTS)
def cards_to_teachers(store: CaseStore, case_id: CaseId) -> bytes:
    """The teachers' cards of the plan that is lived, in Swedish. Raises `NotAllowed` while there is none."""
    with looking(store, case_id) as (_, row):
        pass
    lived = shown_plan(whole_record(row, store), clock.today(), sees_drafts=False)
    if lived is None:
        raise NotAllowed("no_plan_yet")
    return teacher_cards(lived.dossier)


def _days(lived: Lived, days: tuple[PlannedDay, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for day in days:
        name = upper_first(weekday_name(Weekday(day.date.weekday())))
        if day.closed is not None:
            yield name, (upper_first(day.closed or tr("ingen skola")),)
        elif day.lessons:
            yield name, tuple(_lessons(lived, day))


def _lessons(lived: Lived, day: PlannedDay) -> Iterator[str]:
    """«09.00–09.40 Svenska · A1 · coachen är med»: what the proposal says of a lesson, and no more."""
    hides = lived.dossier.is_protected
    for one in day.lessons:
        room = tr("litet rum") if one.setting is Setting.SMALL_ROOM else ", ".join(one.lesson.rooms)
        parts = (
            f"{written_span(one.start, one.end)} {one.lesson.subject}",
            "" if hides else room,
            tr("coachen är med") if one.with_coach else "",
        )
        yield " · ".join(part for part in parts if part)
