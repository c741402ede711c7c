"""Other plans to choose among, in words: what each does differently, and what it costs."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from planning.alternatives import Alternative, Alternatives, Axis, StepShape, WhyNone
from planning.answers_why import WISHES, Concern
from wording.change_lines import change_lines
from wording.clock import weekday_name, written_time
from wording.language import tr, trn
from wording.phrases import and_list


class AlternativeText(NamedTuple):
    """One alternative in words."""

    label: str
    """«Färre dagar, lite längre varje gång»."""
    lines: tuple[str, ...]
    """What differs from the plan, step by step."""
    costs: tuple[str, ...]
    """What it meets less well; empty when nothing."""


def say_alternative(one: Alternative) -> AlternativeText:
    """The alternative in words."""
    return AlternativeText(label=_label(one), lines=tuple(change_lines(one.changes)), costs=tuple(_costs(one)))


class ShapeText(NamedTuple):
    """What can be felt of a step, in words; each empty where the step has no lessons."""

    days: str = ""
    subjects: str = ""
    hours: str = ""
    """«12.15–14.55»: from the earliest beginning to the latest end of any day."""
    company: str = ""


def say_shape(shape: StepShape) -> ShapeText:
    """The shape of a step in words."""
    if shape.begins is None or shape.ends is None:
        return ShapeText()
    return ShapeText(
        days=and_list([weekday_name(day) for day in shape.days]),
        subjects=and_list(shape.subjects),
        hours=tr(
            "tidigast {begins}, slutar senast {ends}",
            begins=written_time(shape.begins),
            ends=written_time(shape.ends),
        ),
        company=_company(shape),
    )


def _company(shape: StepShape) -> str:
    if not shape.with_coach:
        return tr("utan coachen på lektionerna")
    if shape.with_coach == shape.lessons:
        return tr("coachen är med varje gång")
    return tr("coachen är med {n} av {all} gånger", n=shape.with_coach, all=shape.lessons)


def say_no_alternatives(answer: Alternatives) -> str:
    """Why there is nothing to choose among; empty when there is."""
    match answer.why_none:
        case None:
            return ""
        case WhyNone.NO_LESSONS:
            return tr("Det finns inga lektioner att välja mellan än.")
        case WhyNone.ONE_WAY:
            return tr("Just nu finns bara en plan som tar vara på allt ni har sagt. Lås eller flytta gärna en lektion.")
        case WhyNone.STOPPED:
            return tr("Letandet efter andra planer avbröts. Planen är som den var.")
        case WhyNone.OUT_OF_TIME:
            return tr("Det gick inte att få fram fler planer så fort. Pröva igen om en stund.")
        case _:
            assert_never(answer.why_none)


def _label(one: Alternative) -> str:
    match one.axis:
        case Axis.FEWER_DAYS:
            return tr("Färre dagar, lite mer varje gång")
        case Axis.MORE_DAYS:
            return tr("Fler dagar, lite mindre varje gång")
        case Axis.LATER_START:
            return tr("Börjar senare: tidigast {time}", time=written_time(one.then))
        case Axis.EARLIER_END:
            return tr("Slutar tidigare: senast {time}", time=written_time(one.then))
        case Axis.OTHER_SUBJECTS:
            return tr("Andra ämnen först: {subjects}", subjects=and_list(one.subjects))
        case Axis.WITH_COACH:
            return trn(
                "Mer när coachen kan vara med: en lektion", "Mer när coachen kan vara med: {n} lektioner", one.then
            )
        case _:
            assert_never(one.axis)


def _costs(one: Alternative) -> list[str]:
    """What is worse, said once however many concerns it is."""
    concerns = {worse.concern for worse in one.worse}
    costs = [tr("Det går lite långsammare i början.")] if Concern.TOO_SLOW in concerns else []
    if concerns & set(WISHES):
        costs.append(tr("Någon lättare önskan blir lite sämre."))
    return costs
