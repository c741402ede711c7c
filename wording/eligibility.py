"""What the subjects of a plan open in upper secondary school, in words: facts and what follows, never a prognosis.

To the student it is kind and short; to the coach and the school it names numbers, and to the school the statute too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from typing import assert_never

from planning.eligibility import Picture, StepLadder, SubjectStatus
from planning.eligibility_rules import Level, Programme, Reach, eligibility_rules_on
from planning.subject_codes import SubjectCode
from planning.what_if import Change, Goal, Pass, Pause, PauseCost, StepDifference, TakeUp
from wording.language import tr, trn
from wording.phrases import and_list, or_list, upper_first
from wording.subject_names import say_one_of, say_subject, say_subject_list


class Reader(StrEnum):
    """Who reads it."""

    STUDENT = "student"
    COACH = "coach"
    SCHOOL = "school"


def say_level(level: Level) -> str:
    """«yrkesprogram»."""
    return {
        Level.PROGRAMME_ORIENTED: tr("programinriktat val"),
        Level.VOCATIONAL: tr("yrkesprogram"),
        Level.PREPARATORY: tr("högskoleförberedande program"),
    }[level]


def say_programmes(programmes: Iterable[Programme]) -> str:
    """«naturvetenskap och teknik»."""
    names = {
        "EK": tr("ekonomi"),
        "HU": tr("humaniora"),
        "SA": tr("samhällsvetenskap"),
        "NA": tr("naturvetenskap"),
        "TE": tr("teknik"),
        "ES": tr("estetiska ämnen"),
    }
    return and_list([names[code] for code in programmes])


def say_goals(goals: Iterable[Goal], *, denied: bool = False) -> str:
    """«yrkesprogram och högskoleförberedande program (naturvetenskap och teknik)»; «… eller …» after a «inte»."""
    parts = []
    for level, some in groupby(goals, key=lambda goal: goal.level):
        programmes = tuple(code for goal in some for code in goal.programmes)
        name = say_level(level)
        is_some = programmes and len(programmes) < _ALL_PROGRAMMES
        parts.append(f"{name} ({say_programmes(programmes)})" if is_some else name)
    return or_list(parts) if denied else and_list(parts)


_ALL_PROGRAMMES = 6


def goals_of(step: StepLadder) -> tuple[Goal, ...]:
    """What is within reach in a step."""
    return tuple(Goal(level=r.level, programmes=r.programmes) for r in step.reaches if r.is_reached)


def highest_of(goals: Sequence[Goal]) -> tuple[Goal, ...]:
    """The goals of the highest level among them: who reaches twelve reaches eight."""
    return tuple(goal for goal in goals if goal.level is goals[-1].level)


def say_missing(reach: Reach) -> str:
    """«engelska och 2 ämnen till, bland dem kemi»; empty when nothing is missing."""
    parts = [say_one_of(choice) for choice in reach.missing_core]
    among = say_subject_list(reach.missing_among)
    if reach.missing_others > len(reach.missing_among):
        others = trn("{n} ämne till", "{n} ämnen till", reach.missing_others)
        parts.append(tr("{others}, bland dem {subjects}", others=others, subjects=among) if among else others)
    elif among:
        parts.append(among)
    return and_list(parts)


def say_step_reaches(steps: Iterable[StepLadder], reader: Reader) -> tuple[str, ...]:
    """Step by step what is passed or ongoing and what it opens; steps that are alike are told together."""
    said = []
    for line, some in groupby(steps, key=lambda step: _reach_line(step, reader)):
        said.append(f"{_steps([step.step for step in some])}: {line}")
    return tuple(said)


def _reach_line(step: StepLadder, reader: Reader) -> str:
    if not step.matters:
        return tr("betygen till gymnasiet ligger längre fram.")
    goals = goals_of(step)
    if reader is Reader.STUDENT:
        said = trn("{n} ämne är med eller klart.", "{n} ämnen är med eller klara.", step.number)
        if not goals:
            return said
        return f"{said} {tr('När de är godkända kan du söka {goals}.', goals=say_goals(highest_of(goals)))}"
    said = trn("{n} ämne är godkänt eller pågår.", "{n} ämnen är godkända eller pågår.", step.number)
    return " ".join(part for part in (said, _enough(goals), _next_level(step)) if part)


def _enough(goals: Sequence[Goal]) -> str:
    if not goals:
        return ""
    return tr("Det räcker till {goals} när alla är godkända.", goals=say_goals(highest_of(goals)))


def _next_level(step: StepLadder) -> str:
    """What the nearest level that is not within reach lacks; of one that is, what its other programmes ask for."""
    lacking = [reach for reach in step.reaches if not reach.is_reached]
    if not lacking:
        return ""
    nearest = min((r for r in lacking if r.level is lacking[0].level), key=lambda reach: len(reach.missing_among))
    some_is_open = any(reach.is_reached and reach.level is nearest.level for reach in step.reaches)
    goal = say_programmes(nearest.programmes) if some_is_open else say_level(nearest.level)
    return tr("Till {goal} behövs också {missing}.", goal=goal, missing=say_missing(nearest))


def say_core_flags(picture: Picture, reader: Reader) -> tuple[str, ...]:
    """Svenska, engelska or matematik that is neither passed nor in any step of the plan."""
    if picture.is_far_off:
        return ()
    flags = []
    for choice in picture.missing_core:
        subject = upper_first(say_one_of(choice))
        if reader is Reader.STUDENT:
            flags.append(tr("{subject} är inte med i planen än. Ni kan prata om när det passar.", subject=subject))
        else:
            flags.append(
                tr(
                    "{subject} är varken godkänt eller med i planen. Yrkesprogram och högskoleförberedande program "
                    "kräver det. Bestäm när och hur det tas upp.",
                    subject=subject,
                )
            )
    return tuple(flags)


def say_pause(cost: PauseCost) -> str:
    """What it means at the plan's end that a subject waits all through it."""
    subject = say_subject(cost.subject)
    if not cost.lost:
        return tr("Att {subject} väntar hela planen ändrar ingen nivå.", subject=subject)
    if cost.waits_now:
        return tr("{subject} väntar hela planen. Tas ämnet upp räcker det till {lost}.",
                  subject=upper_first(subject), lost=say_goals(cost.lost))  # fmt: skip
    lost = say_goals(cost.lost, denied=True)
    if not cost.left:
        return tr("Om {subject} väntar hela planen räcker det inte till {lost}.", subject=subject, lost=lost)
    left = say_goals(highest_of(cost.left))
    if cost.left[-1].level is cost.lost[0].level:
        left = say_level(cost.left[-1].level)
        lost = or_list([say_programmes(goal.programmes) for goal in cost.lost])
    return tr(
        "Om {subject} väntar hela planen räcker det till {left} men inte till {lost}.",
        subject=subject, left=left, lost=lost,
    )  # fmt: skip


def say_change(change: Change) -> str:
    """What is tried: «Kemi: pausas hela planen»."""
    subject = upper_first(say_subject(change.subject))
    match change:
        case Pause():
            return tr("{subject}: pausas hela planen", subject=subject)
        case TakeUp():
            return tr("{subject}: tas upp från steg {step}", subject=subject, step=change.from_step)
        case Pass():
            return tr("{subject}: är godkänt", subject=subject)
        case _:
            assert_never(change)


def say_difference(changes: Sequence[StepDifference], reader: Reader) -> tuple[str, ...]:
    """What a what-if changes, steps with the same change together."""
    said = []
    for (lost, gained), some in groupby(changes, key=lambda change: (change.lost, change.gained)):
        steps = _steps([change.step for change in some])
        if gained:
            said.append(tr("{steps}: det räcker också till {goals}.", steps=steps, goals=say_goals(gained)))
        if lost:
            said.append(_lost(steps, lost, reader))
    return tuple(said) or (tr("Det räcker till samma nivåer som förut."),)


def _lost(steps: str, lost: Sequence[Goal], reader: Reader) -> str:
    if reader is Reader.STUDENT:
        return tr("{steps}: {goals} får vänta. Det går att ta upp ämnet senare.", steps=steps, goals=say_goals(lost))
    return tr("{steps}: det räcker inte till {goals}.", steps=steps, goals=say_goals(lost, denied=True))


def _steps(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return tr("Steg {step}", step=numbers[0])
    return tr("Steg {first}–{last}", first=numbers[0], last=numbers[-1])


def say_status(status: SubjectStatus) -> str:
    """«pågår»."""
    return {
        SubjectStatus.PASSED: tr("godkänt"),
        SubjectStatus.ONGOING: tr("pågår"),
        SubjectStatus.PAUSED: tr("väntar"),
        SubjectStatus.NOT_STARTED: tr("inte påbörjat"),
    }[status]


def say_far_off() -> str:
    """To those whose grades do not count for upper secondary school yet."""
    return tr("Gymnasiet ligger längre fram. Nu räcker det att komma igång, ett ämne i taget.")


def say_picture_notes(picture: Picture, *, year_is_known: bool = True) -> tuple[str, ...]:
    """What the picture rests on, to coach and school: what was assumed, what was not recognised, what the law adds."""
    assumed = [subject.code for subject in picture.subjects if subject.is_assumed and subject.names]
    notes = []
    if assumed:
        notes.append(
            tr(
                "Ingen har sagt hur det är med {subjects}. De räknas som pågående när de är med i planen och som "
                "pausade när de väntar.",
                subjects=say_subject_list(assumed),
            )
        )
    notes.extend(_blocks(picture))
    if picture.unknown:
        names = and_list(picture.unknown)
        notes.append(tr("Det går inte att se vilket ämne det här är: {names}. Skriv det i ärendet.", names=names))
    if not year_is_known:
        notes.append(tr("Årskursen är inte ifylld. Bilden visas som för högstadiet."))
    if not picture.is_far_off:
        notes.append(
            tr(
                "Ett ämne som eleven inte undervisas i alls under en termin får inget betyg den terminen (skollagen "
                "10 kap. 15 §). Prövning, lovskola och ett extra skolår kan ge nya möjligheter."
            )
        )
    if any(SubjectCode.EN in choice for choice in picture.missing_core):
        notes.append(tr("Kravet på engelska kan prövas särskilt (skollagen 16 kap. 32 §)."))
    return tuple(notes)


def _blocks(picture: Picture) -> list[str]:
    said = []
    for name in picture.blocks:
        codes = [subject.code for subject in picture.subjects if name in subject.names]
        said.append(tr("{name} i schemat räknas som {subjects}.", name=name, subjects=say_subject_list(codes)))
    return said


def say_sources(picture: Picture) -> tuple[str, ...]:
    """The statutes that the levels rest on, with the state of the rules."""
    rules = eligibility_rules_on(picture.days[0])
    levels = [f"{upper_first(say_level(rule.code))}: {rule.subjects} ({rule.source})" for rule in rules.levels]
    return (*levels, tr("Reglerna är de som var kända {version}.", version=rules.version))
