"""A step in words that any document may print: short lines, no names, no causes."""

from __future__ import annotations

import re

import pytest

from planning.clock import Weekday
from planning.plan import PlannedLesson, Setting
from planning.smaller_days import BadDay
from planning.stories import StepStory
from planning.timetable import Lesson
from tests.wording.every_need import TEACHERS, a_need, every_need
from wording.language import LANGUAGES, Language, speaking
from wording.steps import StepText, say_story, step_name


def a_lesson(subject: str, weekday: int, start: int, *, week: str = "", every: bool = True) -> PlannedLesson:
    """A new lesson of fifty minutes."""
    lesson = Lesson(
        id=f"{subject}{weekday}{start}", subject=subject, weekday=weekday, start=start, end=start + 50,
        week="" if every else week, teachers=TEACHERS,
    )  # fmt: skip
    return PlannedLesson(lesson=lesson, week=week, start=start, end=start + 50, is_new=True)


def a_story(**fields: object) -> StepStory:
    """The second step of some plan."""
    maths = a_lesson("Matematik", 1, 660)
    bad = BadDay(week="", weekday=Weekday.TUE, lesson=maths)
    common = {
        "number": 2, "minutes": 50, "minutes_before": 0, "full_minutes": 1200, "new": (maths,), "released": (),
        "holding": (), "support": (), "contacts": (), "bad_days": (bad,), "is_last": False, "is_whole": False,
    }  # fmt: skip
    return StepStory.model_validate({**common, **fields})


def lines(text: StepText) -> list[str]:
    """Every line of a step."""
    return [line for part in text for line in part]


def test_a_step_has_a_name() -> None:
    """As it is called everywhere."""
    assert step_name(3) == "Steg 3"


def test_new_lessons_are_told_by_subject_day_and_time() -> None:
    """The same subject on two days is one line; how it is met stands in brackets."""
    maths = a_lesson("Matematik", 1, 660)
    small = a_lesson("Bild", 2, 600).model_copy(update={"setting": Setting.SMALL_ROOM, "with_coach": True})
    part = a_lesson("Slöjd", 4, 600).model_copy(update={"end": 615})
    story = a_story(new=(maths, a_lesson("Matematik", 3, 540), small, part))
    assert say_story(story).new == (
        "Matematik tisdag 11.00 och torsdag 09.00",
        "Bild onsdag 10.00 (i ett litet rum, med coachen)",
        "Slöjd fredag 10.00–10.15 (en del av lektionen)",
    )


def test_weeks_are_told_where_they_differ() -> None:
    """A lesson of every week that comes in both labels needs no week; one of week A does."""
    both = [a_lesson("Bild", 0, 600, week=week) for week in ("A", "B")]
    only = a_lesson("Slöjd", 0, 700, week="A", every=False)
    assert say_story(a_story(new=(*both, only))).new == ("Bild måndag 10.00", "Slöjd måndag 11.40 i veckor A")


def test_a_release_is_told_without_its_reason() -> None:
    """What opens is told; what has to do with a person is not."""
    released = (a_need("earliest_start", last_step=1), a_need("avoid_teacher", last_step=1))
    new = say_story(a_story(released=released)).new
    assert new[1:] == ("Från och med nu kan lektioner före 09.30 komma.",)


def test_a_step_says_when_to_go_on_and_names_the_next_one() -> None:
    """Three planned times done, none too hard, and the student wants it."""
    assert say_story(a_story()).go_on == (
        "De tre senaste planerade gångerna blev av.",
        "En gång räknas när minst 80 av 100 planerade minuter blev av.",
        "Ingen av dem var för svår för eleven.",
        "Eleven vill gå vidare.",
        "Då är det dags för steg 3.",
    )


def test_the_student_is_spoken_to_without_shares() -> None:
    """«Du», and no count of minutes."""
    text = say_story(a_story(), to_student=True)
    assert "Du vill gå vidare." in text.go_on
    assert not any("100" in line or "%" in line or "Eleven" in line for line in lines(text))


def test_a_bad_day_is_its_first_lesson_and_then_a_word() -> None:
    """There is always something that counts."""
    assert say_story(a_story()).bad_day == (
        "Tisdag: bara Matematik 11.00–11.50", "Går inte det heller: ett sms eller ett samtal. Det räknas.",
    )  # fmt: skip
    assert say_story(a_story(bad_days=())).bad_day == ("Ett sms eller ett samtal räcker. Det räknas.",)


def test_a_step_without_lessons_or_without_news_says_so() -> None:
    """Never an empty list of news."""
    nothing = a_story(new=(), minutes=0)
    assert say_story(nothing).new == ("Eleven startar utanför skolan, med kontakt.",)
    assert say_story(nothing, to_student=True).new == ("Steget börjar med kontakt.",)
    assert say_story(a_story(new=())).new == ("Samma lektioner som i steget före. Det får ta tid.",)


def test_the_last_step_is_the_whole_timetable_or_says_that_it_is_not() -> None:
    """And what comes after the plan."""
    whole = say_story(a_story(is_last=True, is_whole=True))
    assert whole.go_on[0] == "Det här är sista steget. Hela schemat är tillbaka."
    assert "inte hela schemat" in say_story(a_story(is_last=True)).go_on[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_step_names_a_person(language: Language) -> None:
    """With every need there is holding, released and supporting at once."""
    needs = tuple(every_need())
    with speaking(language):
        said = lines(say_story(a_story(holding=needs, released=needs, support=needs)))
    assert not [line for line in said if any(name in line for name in TEACHERS)]


@pytest.mark.parametrize("to_student", [False, True])
@pytest.mark.parametrize("is_last", [False, True])
def test_steps_are_easy_to_read(*, to_student: bool, is_last: bool) -> None:
    """LIX at most 40, the bound of plain text (our own choice within Björnsson's scale)."""
    needs = tuple(every_need())
    text = say_story(a_story(holding=needs, released=needs, support=needs, is_last=is_last), to_student=to_student)
    assert lix(lines(text)) <= 40


def lix(sentences: list[str]) -> float:
    """Words per sentence, and the share of words over six letters."""
    count = sum(max(1, len(re.findall(r"[.:!?](?:\s|$)", line))) for line in sentences)
    words = [word for line in sentences for word in re.findall(r"[\w-]+", line)]
    return len(words) / count + 100 * sum(len(word) > 6 for word in words) / len(words)
