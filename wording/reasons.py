"""Why something stands in the plan or does not, told to the student and the coach. Behind the secrecy wall."""

from __future__ import annotations

from typing import assert_never

from planning.needs import AnyNeed, BeginWith, CoachAvailability, Respondent, Source
from planning.plan import Reason, ReasonKind
from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from wording.bank_words import said_in
from wording.language import tr
from wording.needs import say_limit
from wording.phrases import and_list, in_weeks, lower_first

_TELLS_WHO_ASKED = frozenset(
    {
        ReasonKind.WISHED_SUBJECT,
        ReasonKind.WISHED_TIME,
        ReasonKind.TRUSTED_ADULT,
        ReasonKind.SAFE_ROOM,
        ReasonKind.FRIEND,
        ReasonKind.MOVED_BY_LIMIT,
    }
)


def say_reason(reason: Reason, need: AnyNeed | None) -> str:
    """«För att du kryssade att du kan börja med Bild», «Väntar till steg 4: ingen lektion före 09.30»."""
    if need is None:
        return _without_need(reason.kind)
    limit = _limit(need)
    if reason.kind in _TELLS_WHO_ASKED:
        return because(need)
    match reason.kind:
        case ReasonKind.SETTLED:
            return tr("Det har ni bestämt: {limit}", limit=limit)
        case ReasonKind.LIMIT_HOLDS if need.origin.source is Source.HAND:
            return tr("Det har ni bestämt: {limit}", limit=limit)
        case ReasonKind.LIMIT_HOLDS if need.last_step is not None:
            return tr("Väntar till steg {step}: {limit}", step=need.last_step + 1, limit=limit)
        case ReasonKind.LIMIT_HOLDS:
            return tr("Inte med i planen: {limit}", limit=limit)
        case ReasonKind.LIMIT_RELEASED:
            return tr("Det här gäller inte längre: {limit}", limit=limit)
        case ReasonKind.GOAL:
            return tr("Hör till målet: {limit}", limit=limit)
        case _:
            return _without_need(reason.kind)


def _limit(need: AnyNeed) -> str:
    return " ".join(part for part in (lower_first(say_limit(need)), in_weeks(need.weeks)) if part)


def because(need: AnyNeed) -> str:
    """«För att du kryssade: …»: who asked for it, what, and the question that was answered."""
    said_it = need.origin.source is Source.ANSWER and need.origin.by is Respondent.STUDENT
    if said_it and isinstance(need, BeginWith):
        return tr("För att du kryssade att du kan börja med {subjects}", subjects=and_list(need.subjects))
    because = f"{_lead(need)}: {_limit(need)}"
    question = question_behind(need)
    return tr("{because} (frågan «{question}»)", because=because, question=question) if question else because


def _lead(need: AnyNeed) -> str:
    match need.origin.source:
        case Source.ANSWER:
            return _lead_by(need.origin.by)
        case Source.GOAL:
            return tr("För att det är målet")
        case Source.COACH if isinstance(need, CoachAvailability):
            return tr("För att coachens tider är så")
        case Source.TRAVEL:
            return tr("För att resorna är så")
        case Source.HAND:
            return tr("För att ni har bestämt det")
        case Source.CALENDAR | Source.DEFAULT | Source.COACH:
            return tr("För att planen är gjord så")
        case _:
            assert_never(need.origin.source)


def _lead_by(respondent: Respondent) -> str:
    match respondent:
        case Respondent.STUDENT:
            return tr("För att du kryssade")
        case Respondent.GUARDIAN:
            return tr("För att en vårdnadshavare kryssade")
        case Respondent.COACH:
            return tr("För att coachen kryssade")
        case Respondent.SCHOOL:
            return tr("För att skolan kryssade")
        case _:
            assert_never(respondent)


def _without_need(kind: ReasonKind) -> str:
    kinds = {
        ReasonKind.WISHED_SUBJECT: tr("Ett ämne du kan börja med"),
        ReasonKind.WISHED_TIME: tr("En tid som passar dig"),
        ReasonKind.TRUSTED_ADULT: tr("En vuxen som känns bra är där"),
        ReasonKind.SAFE_ROOM: tr("Ett rum som känns okej"),
        ReasonKind.FRIEND: tr("En kompis är med"),
        ReasonKind.COACH_CAN_BE_THERE: tr("Coachen kan vara med då"),
        ReasonKind.GOAL: tr("Hör till målet"),
        ReasonKind.ELIGIBILITY: tr("Ämnet behövs för gymnasiet"),
        ReasonKind.LIMIT_RELEASED: tr("En begränsning gäller inte längre"),
        ReasonKind.KEPT: tr("Fortsätter från steget före"),
        ReasonKind.NEXT_IN_CALM_PACE: tr("Nästa lektion i lugn takt"),
        ReasonKind.LIMIT_HOLDS: tr("Väntar, en begränsning gäller"),
        ReasonKind.PACE: tr("Kommer senare, i lugn takt"),
        ReasonKind.MOVED_BY_LIMIT: tr("Ligger så för att en begränsning gäller"),
        ReasonKind.SETTLED: tr("Det har ni bestämt"),
    }
    return kinds[kind]


def question_behind(need: AnyNeed) -> str:
    """The question whose answer gave rise to the need, in the language spoken.

    Empty when no question did, and when the question is private: what is told alone is quoted nowhere.
    """
    if need.origin.source is not Source.ANSWER:
        return ""
    item = load_bank().by_id.get(QuestionId(need.origin.ref))
    if item is None or item.private:
        return ""
    return said_in(item)
