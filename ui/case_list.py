"""How a case is told of at the start: how far it has come, for whom it waits, and where one goes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from casework.case import CaseSummary, Stage
from casework.day_sheet import DAY_SHEET
from casework.start_view import StartCase
from planning.access import Role
from planning.errors import CaseFileError
from planning.workflow.states import AT_THE_SCHOOL, State
from ui.components.downloads import OfferedFile
from wording.clock import day_in_words
from wording.course import say_state, say_turn
from wording.errors import say_error
from wording.language import tr, trn

MOST_WITHOUT_SEARCH = 10
"""More cases than so many are looked for by name. Our default."""
_ANSWERED = frozenset({State.RETURNED, State.DECIDED, State.REFUSED})
_OF_ITS_OWN_COURSE = frozenset({*AT_THE_SCHOOL, *_ANSWERED, State.NOTIFIED, State.EVALUATED, State.APPEALED})
"""States in which the work goes on where the course of the case is told."""


def in_order(cases: Iterable[StartCase]) -> list[StartCase]:
    """What somebody is to take care of first, then what the rektor has answered; otherwise as they came."""
    return sorted(cases, key=lambda case: (not case.summary.duties_wait, case.state not in _ANSWERED))


def called(cases: Iterable[StartCase], wanted: str) -> list[StartCase]:
    """Those whose name has that in it; all where nothing is looked for."""
    looked_for = wanted.strip().casefold()
    return [case for case in cases if looked_for in case.summary.name.casefold()]


def say_case(case: StartCase) -> str:
    """How far it has come, to the coach. What is to be taken care of is not told here."""
    if case.summary.trouble:
        return say_error(CaseFileError(case.summary.trouble))
    if case.summary.duties_wait:
        return tr("Att ta hand om först")
    match case.state:
        case State.SENT | State.PREPARED:
            return " · ".join((tr("Väntar på rektorn"), say_waited(case)))
        case State.DECIDED | State.REFUSED:
            return tr("Rektorn har svarat")
        case State.RETURNED:
            return tr("Rektorn har svarat och ber om något mer")
        case State.NOTIFIED:
            return tr("Alla har fått beslutet. Planen kan börja.")
        case State.ACTIVE if case.step:
            return tr("Planen gäller, steg {step}", step=case.step)
        case State.ACTIVE | State.EVALUATED | State.REVISING | State.APPEALED | State.CLOSED | State.ARCHIVED:
            return say_state(case.state)
        case _:
            return stage_text(case.summary)


def say_waited(case: StartCase) -> str:
    """«3 dagar», «sedan i dag»."""
    return trn("{n} dag", "{n} dagar", case.waits_days) if case.waits_days else tr("sedan i dag")


def say_to_others(case: StartCase) -> str:
    """Where it stands and whose turn it is, to somebody who does not coach: nothing of what has been said."""
    coach = tr("coach: {name}", name=case.coach) if case.coach else ""
    turn = say_turn(case.turn).rstrip(".")
    return " · ".join(part for part in (say_state(case.state), turn, say_waited(case), coach) if part)


def say_follow_up(case: StartCase) -> str:
    """When it is followed up."""
    return tr("Följs upp {day}", day=day_in_words(case.follow_up)) if case.follow_up else ""


def stage_text(case: CaseSummary) -> str:
    """How far the work in it has come, in a few words."""
    match case.stage:
        case Stage.NEW:
            return tr("Nytt, väntar på schema")
        case Stage.TIMETABLE:
            return tr("Schemat är på plats")
        case Stage.QUESTIONS:
            return tr("Frågor: {answered} av {asked}", answered=case.answered, asked=case.asked)
        case Stage.SUMMARY:
            return tr("Sammanfattningen är påbörjad")
        case Stage.PLAN:
            return tr("Plan finns")
        case Stage.DOCUMENTS:
            return tr("Dokument är hämtade")
        case _:
            assert_never(case.stage)


def say_way_on(case: StartCase) -> str:
    """What the button to the coach's next page says: «Fortsätt fråga 12 av 20»."""
    summary = case.summary
    if next_page(case) == "questions" and summary.answered:
        return tr("Fortsätt fråga {n} av {of}", n=min(summary.answered + 1, summary.asked), of=summary.asked)
    return tr("Fortsätt")


def to_do_text(case: CaseSummary) -> str:
    """How many things wait for the coach, calmly; empty when none does."""
    return trn("{n} sak att göra", "{n} saker att göra", case.to_do) if case.to_do else ""


def next_page(case: StartCase) -> str:
    """The page where the work goes on, for somebody who is that to the case."""
    match case.met_as:
        case Role.STUDENT:
            return "my_week"
        case Role.GUARDIAN:
            return "home"
        case Role.COACH:
            return _coach_page(case)
        case _:
            return "course"


def _coach_page(case: StartCase) -> str:
    summary = case.summary
    if summary.duties_wait:
        return "alerts"
    if case.state in _OF_ITS_OWN_COURSE or case.is_closed:
        return "course"
    match summary.stage:
        case Stage.NEW:
            return "timetable"
        case Stage.TIMETABLE:
            return "questions"
        case Stage.QUESTIONS:
            return "questions" if summary.answered < summary.asked else "summary"
        case Stage.SUMMARY:
            return "summary"
        case Stage.PLAN | Stage.DOCUMENTS:
            return "plan"
        case _:
            assert_never(summary.stage)


def day_sheet_offer() -> OfferedFile:
    """The coach's day across all cases, as it is offered beside the list."""
    return OfferedFile(
        key=DAY_SHEET,
        title=tr("Dagens blad"),
        about=tr("Din dag, alla elever: tider, platser, sms att skicka och vad som gäller en dålig dag."),
        badge=tr("Bara för dig"),
    )
