"""The course of a case in words, for the screen and the command line alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casework.course_look import CourseLook, OfferedMove
from casework.now import SCHOOL_TIME
from planning.workflow.course_facts import Hindrance
from planning.workflow.moves import Move
from wording.clock import written_date
from wording.course import say_ending, say_heard, say_made, say_state, say_turn, say_where
from wording.course_comments import say_comment
from wording.course_hindrances import say_waits
from wording.language import tr
from wording.law import say_law
from wording.phrases import and_list


def say_look(look: CourseLook) -> tuple[str, ...]:
    """Where it stands and whose turn it is, and what is worth knowing now: what is late comes first."""
    return tuple(line for line in _lines(look) if line)


def _lines(look: CourseLook) -> Iterator[str]:
    if look.late is not None:
        yield tr("Uppföljning försenad. {what}", what=say_law(look.late))
    yield say_where(look.state)
    yield say_turn(look.turn)
    if look.is_locked and look.sent:
        yield tr("Version {version} är låst så länge. Svar som kommer in sparas till nästa version.",
                 version=look.sent.version)  # fmt: skip
    yield say_in_force(look)
    if look.appeal_until is not None:
        yield tr("Beslutet kan överklagas till och med {day}.", day=written_date(look.appeal_until))


def say_in_force(look: CourseLook) -> str:
    """Which decision holds, until when, and the step that is lived; empty without one."""
    force = look.in_force
    if force is None:
        return ""
    until = tr("till {day}", day=written_date(force.frame.last_day)) if force.frame else ""
    step = tr("steg {step} av {steps}", step=look.step, steps=look.steps) if look.step and look.steps else ""
    version = tr("version {version}", version=force.decided.proposal_version)
    return tr("Det här beslutet gäller: {what}.", what=", ".join(part for part in (version, until, step) if part))


def say_what_waits(move: OfferedMove) -> tuple[str, ...]:
    """Everything that a move waits for, each once."""
    return tuple(dict.fromkeys(map(say_waits, move.hindrances)))


def say_reminders(hindrances: Iterable[Hindrance]) -> tuple[str, ...]:
    """What is worth knowing, and holds nothing back."""
    return tuple(dict.fromkeys(map(say_waits, hindrances)))


def say_move_line(move: Move) -> str:
    """«8 februari 2027: Förslaget skickades till skolan, version 2.»"""
    day = written_date(move.at.astimezone(SCHOOL_TIME).date())
    parts = [say_made(move.name), *_details(move)]
    return f"{day}: {', '.join(parts)}"


def _details(move: Move) -> Iterator[str]:
    if move.sent is not None:
        yield tr("version {version}", version=move.sent.version)
        yield tr("kontrollsumma {code}", code=move.sent.sha256[:12])
    if move.step is not None:
        yield tr("steg {step}", step=move.step)
    if move.heard:
        yield and_list([say_heard(who) for who in move.heard]).lower()
    if move.ending is not None:
        yield say_ending(move.ending).lower()
    if move.decided_by:
        yield move.decided_by


def say_details(move: Move) -> tuple[str, ...]:
    """What was said with it: the points of a return, what is said of the very lessons, and the note."""
    return tuple(line for line in (*move.points, *map(say_comment, move.comments), move.note) if line)


def say_headline(look: CourseLook) -> str:
    """«Ärendet är nu: Utkast»."""
    return tr("Ärendet är nu: {state}", state=say_state(look.state))
