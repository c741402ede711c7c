"""Questions about a timetable are said so that a tap can answer them."""

from __future__ import annotations

from planning.timetable import LessonKind
from planning.week_findings import findings
from tests.planning.week_lessons import lesson, week_of
from wording.week_findings import say_finding, say_fix


def questions(*lessons: object, labels: tuple[str, ...] = ("",)) -> list[tuple[str, list[str]]]:
    """What is asked, and what the buttons say."""
    week = week_of(*lessons, labels=labels)  # type: ignore[arg-type]  # texts or lessons
    return [(say_finding(one), [say_fix(fix) for fix in one.fixes]) for one in findings(week)]


def test_two_at_once_are_asked_about_with_every_way_out() -> None:
    """Each button says what it will do."""
    assert questions("mon 08:10-09:20 Bild", "mon 09:00-10:00 Musik") == [
        (
            "Samtidigt: mån 08.10–09.20 Bild, mån 09.00–10.00 Musik. Vad gäller för eleven?",
            [
                "Bara Bild", "Bara Musik", "Bild slutar 09.00",
            ],
        )
    ]  # fmt: skip


def test_two_in_the_same_hour_may_be_every_other_week() -> None:
    """Which of them comes in odd weeks is one tap too."""
    ((_, buttons),) = questions("mon 08:10-09:00 Bild", "mon 08:10-09:00 Musik")
    assert buttons[2:] == ["Bild udda veckor, Musik jämna", "Musik udda veckor, Bild jämna"]


def test_two_of_the_same_subject_are_told_apart_by_time() -> None:
    """The button must say which."""
    ((_, buttons),) = questions("mon 08:10-09:20 Bild", "mon 09:00-10:00 Bild")
    assert buttons[:2] == ["Bara Bild 08.10–09.20", "Bara Bild 09.00–10.00"]


def test_groups_say_how_many_lessons_go() -> None:
    """Nothing vanishes in silence."""
    assert questions("mon 08:10-09:00 M-G-1", "mon 08:10-09:00 M-G-2", "tue 08:10-09:00 M-G-2") == [
        (
            "M är delad i grupper. Vilken går eleven i?",
            ["Grupp 1 (tar bort 2 lektioner)", "Grupp 2 (tar bort 1 lektion)"],
        )
    ]


def test_lunch_is_offered_with_its_times() -> None:
    """Or told without an offer."""
    assert questions("mon 08:10-11:20 Bild", "mon 12:00-14:00 Musik") == [
        ("Lunch saknas mån.", ["Lägg in lunch: 11.20–12.00 mån"])
    ]
    no_gap = "Lunch saknas mån. Det finns ingen lucka mitt på dagen."
    assert questions("mon 08:10-11:20 Bild", "mon 11:20-13:10 NO") == [(no_gap, [])]


def test_every_other_question_has_words() -> None:
    """With the lessons that it is about."""
    lunch = lesson("mon 11:00-11:40 Lunch", kind=LessonKind.LUNCH)
    weeks = lesson("tue 08:10-09:00 NO", week="v 35, 37")
    assert [text for text, _ in questions(weeks, labels=("v 35, 37",))] == [
        "1 lektion kommer bara vissa veckor: NO v 35, 37."
    ]
    assert [text for text, _ in questions(lunch, "mon 08:10-08:30 Mentorstid", "tue 06:00-06:45 Bild")] == [
        "Mentorstid (1 gång) låter inte som en lektion.",
        "Före 07, efter 18 eller på en helg: tis 06.00–06.45 Bild.",
    ]
    ((short, _),) = questions("mon 08:10-08:15 Bild")
    assert short == "Ovanligt kort eller långt: mån 08.10–08.15 Bild."
    twice = lesson("mon 08:10-09:00 Bild", id="2", rooms=("B",))
    assert questions("mon 08:10-09:00 Bild", twice) == [
        ("Står flera gånger: mån 08.10–09.00 Bild.", ["Slå ihop till en"])
    ]
    assert questions("mon 11:00-11:40 Skollunch") == [
        ("Skollunch räknas inte som lunch än.", ["Räkna som lunch"])
    ]
