"""What a teacher is asked: few lines, nothing of why, and nobody named."""

from __future__ import annotations

import pytest

from planning.needs import Support, SupportKind
from planning.plan import PlannedLesson
from planning.timetable import Lesson, LessonId
from tests.exports.small_papers import arranged
from wording.language import LANGUAGES, Language, speaking
from wording.teacher_lines import MOST_LINES, say_part, say_seat, say_to_teacher

CAUSES = (
    "panik", "oro", "ångest", "rädd", "trött", "sjuk", "diagnos", "svårt", "jobbigt", "därför", "eftersom",
    "panic", "worry", "anxi", "afraid", "tired", "diagnos", "hard", "because",
)  # fmt: skip


def all_lines(*needs: Support, subjects: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Everything that the teacher is asked."""
    said = say_to_teacher(needs, subjects=subjects)
    return (*said.do, *said.leave)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SupportKind)
def test_no_line_tells_why(kind: SupportKind, language: Language) -> None:
    """Whatever is arranged, in both languages."""
    with speaking(language):
        said = " ".join(all_lines(arranged(kind), subjects=("Idrott och hälsa",))).casefold()
    assert [cause for cause in CAUSES if cause in said] == []


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (SupportKind.QUIET_ARRIVAL, "Ta emot lugnt, utan kommentar."),
        (SupportKind.NO_PRESENTATIONS, "Låt bli frågor och redovisning inför klassen."),
        (SupportKind.NO_WORD_OF_ABSENCE, "Säg inget om eleven till klassen."),
        (SupportKind.HEADPHONES, "Hörlurar får användas."),
    ],
)
def test_what_is_arranged_is_asked_for(kind: SupportKind, line: str) -> None:
    """And is not asked of a teacher where it is not arranged."""
    assert line in all_lines(arranged(kind))
    assert line not in all_lines()


def test_three_ways_to_spare_the_class_are_one_line() -> None:
    """Nobody is asked the same thing three times."""
    kinds = (SupportKind.NO_QUESTIONS_IN_CLASS, SupportKind.NO_SPEAKING_ALOUD, SupportKind.NO_PRESENTATIONS)
    said = all_lines(*(arranged(kind) for kind in kinds))
    assert said.count("Låt bli frågor och redovisning inför klassen.") == 1


def test_more_than_has_room_is_said_to_be_more() -> None:
    """Five lines, and the last thing to do leads to the coach."""
    said = say_to_teacher([arranged(kind) for kind in SupportKind])
    assert len(said.do) + len(said.leave) == MOST_LINES
    assert said.do[-1] == "Mer stöd är överenskommet. Fråga coachen."


def test_changing_clothes_is_the_sports_teachers_business() -> None:
    """And nobody else's."""
    need = arranged(SupportKind.SPORT_WITHOUT_CHANGING)
    assert "Ombyte behövs inte." in all_lines(need, subjects=("Idrott och hälsa",))
    assert "Ombyte behövs inte." not in all_lines(need, subjects=("Musik",))


def test_the_seat_is_where_it_was_ticked() -> None:
    """A box is said in words; without one the support itself is; nothing where nothing is agreed."""
    assert say_seat([arranged(SupportKind.SEAT_AT_EDGE, "near_door", "at_back")]) == "nära dörren eller längst bak"
    assert say_seat([arranged(SupportKind.SEAT_AT_EDGE)]) == "i kanten av rummet"
    assert say_seat([arranged(SupportKind.OWN_SEAT)]) == "en egen plats"
    assert say_seat([arranged(SupportKind.SEAT_AT_EDGE, "HEMLIGT")]) == "i kanten av rummet"
    assert say_seat([arranged(SupportKind.HEADPHONES)]) == ""


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [(600, 660, ""), (600, 620, "första 20 minuterna"), (630, 660, "sista 30 minuterna"), (610, 640, "30 minuter")],
)
def test_the_part_of_a_lesson_is_said(start: int, end: int, said: str) -> None:
    """First, last, or so many minutes."""
    lesson = Lesson(id=LessonId("l"), subject="Bild", weekday=0, start=600, end=660)
    assert say_part(PlannedLesson(lesson=lesson, week="", start=start, end=end)) == said
