"""What a teacher does and leaves be, in words: what is arranged in the lesson, never why (`features.md` F44).

Only support that may be told publicly has words here, and none of them names anybody but the student.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planning.needs import Support, SupportKind
from planning.plan import PlannedLesson
from wording.language import tr
from wording.phrases import or_list

MOST_LINES = 5
"""How many lines a teacher is asked to keep in mind (`features.md` F44)."""


class TeacherLines(NamedTuple):
    """What to do and what to leave be; together at most `MOST_LINES`."""

    do: tuple[str, ...]
    leave: tuple[str, ...]


def say_to_teacher(arranged: Iterable[Support], *, subjects: Sequence[str] = ()) -> TeacherLines:
    """The lines for a teacher of those subjects; where more is arranged than has room, the last line says so."""
    kinds = dict.fromkeys(need.item for need in arranged)
    do = [line for kind, line in _do(subjects).items() if kind in kinds]
    leave = [line for kind, line in _leave().items() if kind in kinds]
    first = tr("Tiderna ovan gäller. Ingen förklaring behövs.")
    quiet = tr("Fråga inte varför, varken enskilt eller inför klassen.")
    leave = list(dict.fromkeys((quiet, *leave)))
    do = list(dict.fromkeys((first, *do)))
    if len(do) + len(leave) > MOST_LINES:
        leave = leave[:2]
        do = [*do[: MOST_LINES - len(leave) - 1], tr("Mer stöd är överenskommet. Fråga coachen.")]
    return TeacherLines(tuple(do), tuple(leave))


def _do(subjects: Sequence[str]) -> dict[SupportKind, str]:
    """What is done, the most pressing first."""
    is_sport = any(subject.casefold().startswith(("idrott", "idh")) for subject in subjects)
    sport = {SupportKind.SPORT_WITHOUT_CHANGING: tr("Ombyte behövs inte.")} if is_sport else {}
    return {
        SupportKind.SUBSTITUTE_PLAN: tr("Kommer en vikarie: säg till coachen i förväg."),
        SupportKind.NO_LATE_CHANGES: tr("Ändras något: ring coachen senast dagen före."),
        SupportKind.QUIET_ARRIVAL: tr("Ta emot lugnt, utan kommentar."),
        SupportKind.WRITE_INSTEAD: tr("Svar får lämnas skriftligt."),
        SupportKind.OWN_TASK: tr("Ge en egen uppgift i stället för grupparbete."),
        SupportKind.MINIMUM_TASKS: tr("Ge det viktigaste. Allt ska inte tas igen."),
        SupportKind.TEST_APART: tr("Prov skrivs i ett eget rum."),
        SupportKind.READ_ALOUD: tr("Texter finns upplästa."),
        SupportKind.COMPUTER: tr("Dator får användas."),
        SupportKind.COUNTING_AIDS: tr("Hjälpmedel för att räkna får användas."),
        SupportKind.HEADPHONES: tr("Hörlurar får användas."),
        SupportKind.MOVEMENT_BREAKS: tr("Korta pauser får tas."),
        SupportKind.HOMEWORK_AGREED: tr("Bara de läxor som är överenskomna."),
        **sport,
    }


def _leave() -> dict[SupportKind, str]:
    """What is left be, the most pressing first."""
    class_hears = tr("Låt bli frågor och redovisning inför klassen.")
    said = tr("Säg inget om eleven till klassen.")
    return {
        SupportKind.NO_QUESTIONS_IN_CLASS: class_hears,
        SupportKind.NO_SPEAKING_ALOUD: class_hears,
        SupportKind.NO_PRESENTATIONS: class_hears,
        SupportKind.NO_WORD_OF_ABSENCE: said,
        SupportKind.NO_ANNOUNCEMENT: said,
    }


def say_seat(arranged: Iterable[Support]) -> str:
    """«nära dörren eller längst bak»: where the student sits; «» where nothing is agreed."""
    seats = {
        "near_door": tr("nära dörren"),
        "at_back": tr("längst bak"),
        "by_wall": tr("vid väggen"),
        "near_teacher": tr("nära läraren"),
    }
    found = ""
    for need in arranged:
        if need.item is SupportKind.SEAT_AT_EDGE:
            ticked = [seats[choice] for choice in need.choices if choice in seats]
            found = or_list(ticked) or found or tr("i kanten av rummet")
        elif need.item is SupportKind.OWN_SEAT:
            found = found or tr("en egen plats")
    return found


def say_part(planned: PlannedLesson) -> str:
    """«första 20 minuterna», «sista 30 minuterna», «en del»: which part is attended; «» for a whole lesson."""
    if not planned.is_part:
        return ""
    if planned.start == planned.lesson.start:
        return tr("första {minutes} minuterna", minutes=planned.minutes)
    if planned.end == planned.lesson.end:
        return tr("sista {minutes} minuterna", minutes=planned.minutes)
    return tr("{minutes} minuter", minutes=planned.minutes)
