"""What the plan's subjects open, in words: kind to the student, exact to coach and school."""

from __future__ import annotations

import datetime as dt

import pytest

from planning.eligibility import Picture, SubjectStanding, SubjectStatus
from planning.eligibility_rules import Level, Reach
from planning.subject_codes import SubjectCode
from planning.what_if import Goal, Pass, Pause, PauseCost, StepDifference, TakeUp, pause_costs
from wording.eligibility import (
    Reader,
    say_change,
    say_core_flags,
    say_difference,
    say_goals,
    say_missing,
    say_pause,
    say_picture_notes,
    say_sources,
    say_status,
    say_step_reaches,
)
from wording.language import speaking
from wording.subject_names import say_subject

SV, EN, KE, BI = SubjectCode.SV, SubjectCode.EN, SubjectCode.KE, SubjectCode.BI
VOCATIONAL, ES = Goal(level=Level.VOCATIONAL), Goal(level=Level.PREPARATORY, programmes=("ES",))
NA_TE = Goal(level=Level.PREPARATORY, programmes=("NA", "TE"))
EK_HU_SA = Goal(level=Level.PREPARATORY, programmes=("EK", "HU", "SA"))

PREPARATORY = "högskoleförberedande program"


def picture(text: str, *, steps: int = 2, far: bool = False, passed: str = "", from_step: int = 1) -> Picture:
    """Those subjects, in the plan from that step."""
    return Picture(
        subjects=tuple(
            SubjectStanding(
                code=SubjectCode(code), names=(say_subject(SubjectCode(code)),),
                said=SubjectStatus.PASSED if code in passed.split() else None,
                taught=tuple(step >= from_step for step in range(1, steps + 1)),
            )
            for code in text.split()
        ),
        days=tuple(dt.date(2027, 1, 11) + dt.timedelta(weeks=n) for n in range(steps)),
        matters=(not far,) * steps,
    )  # fmt: skip


EIGHT = "SV EN MA BL IDH MU SL HKK"


def test_the_student_is_told_what_is_open() -> None:
    """And never what is lost; steps that are alike are told together."""
    assert say_step_reaches(picture(EIGHT).ladder, Reader.STUDENT) == (
        "Steg 1–2: 8 ämnen är med eller klara. När de är godkända kan du söka yrkesprogram.",
    )
    assert say_step_reaches(picture("SV").ladder, Reader.STUDENT) == ("Steg 1–2: 1 ämne är med eller klart.",)


def test_the_coach_is_told_what_the_next_level_takes() -> None:
    """Numbers, and what is missing."""
    (said,) = say_step_reaches(picture(EIGHT, steps=1).ladder, Reader.COACH)
    assert said == (
        "Steg 1: 8 ämnen är godkända eller pågår. Det räcker till yrkesprogram när alla är godkända. "
        "Till högskoleförberedande program behövs också 4 ämnen till."
    )
    (said,) = say_step_reaches(picture(f"{EIGHT} TK SPV BI FY KE", steps=1).ladder, Reader.SCHOOL)
    assert said.endswith("Till ekonomi, humaniora och samhällsvetenskap behövs också geografi, historia, "
                         "religionskunskap och samhällskunskap.")  # fmt: skip


def test_younger_students_have_it_further_on() -> None:
    """No ladder, no flags."""
    shown = picture("SV", far=True)
    assert say_step_reaches(shown.ladder, Reader.COACH) == ("Steg 1–2: betygen till gymnasiet ligger längre fram.",)
    assert say_core_flags(shown, Reader.COACH) == ()


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (Reach(level=Level.VOCATIONAL), ""),
        (Reach(level=Level.VOCATIONAL, missing_core=((EN,),)), "engelska"),
        (Reach(level=Level.VOCATIONAL, missing_core=((SV, SubjectCode.SVA),), missing_others=1),
         "svenska eller svenska som andraspråk och 1 ämne till"),
        (Reach(level=Level.PREPARATORY, missing_others=3, missing_among=(BI, KE)),
         "3 ämnen till, bland dem biologi och kemi"),
        (Reach(level=Level.PREPARATORY, missing_others=1, missing_among=(BI, KE)), "biologi och kemi"),
    ],
)  # fmt: skip
def test_what_is_missing_counts_no_subject_twice(missing: Reach, said: str) -> None:
    """A subject that a programme asks for is one of the others."""
    assert say_missing(missing) == said


def test_all_programmes_need_no_names() -> None:
    """Some of them do."""
    assert say_goals([VOCATIONAL, EK_HU_SA, NA_TE, ES]) == "yrkesprogram och högskoleförberedande program"
    assert say_goals([ES]) == "högskoleförberedande program (estetiska ämnen)"
    assert say_goals([VOCATIONAL, ES], denied=True) == (
        "yrkesprogram eller högskoleförberedande program (estetiska ämnen)"
    )


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        (PauseCost(subject=KE, waits_now=False, lost=(NA_TE,), left=(VOCATIONAL, ES)),
         f"Om kemi väntar hela planen räcker det till {PREPARATORY} men inte till naturvetenskap och teknik."),
        (PauseCost(subject=KE, waits_now=False, lost=(EK_HU_SA, NA_TE, ES), left=(VOCATIONAL,)),
         "Om kemi väntar hela planen räcker det till yrkesprogram men inte till högskoleförberedande program."),
        (PauseCost(subject=SV, waits_now=False, lost=(VOCATIONAL,), left=()),
         "Om svenska väntar hela planen räcker det inte till yrkesprogram."),
        (PauseCost(subject=EN, waits_now=True, lost=(VOCATIONAL,), left=()),
         "Engelska väntar hela planen. Tas ämnet upp räcker det till yrkesprogram."),
        (PauseCost(subject=KE, waits_now=False, lost=(), left=(VOCATIONAL,)),
         "Att kemi väntar hela planen ändrar ingen nivå."),
    ],
)  # fmt: skip
def test_a_pause_says_what_it_costs(cost: PauseCost, said: str) -> None:
    """«Om kemi väntar hela läsåret räcker det till 8 men inte 12»: the levels by name."""
    assert say_pause(cost) == said


def test_every_pause_of_a_real_picture_is_said() -> None:
    """One sentence each, with one full stop at its end."""
    for cost in pause_costs(picture(f"{EIGHT} TK BI FY KE")):
        said = say_pause(cost)
        assert said.endswith(".")
        assert "  " not in said


def test_a_difference_joins_steps_that_change_alike() -> None:
    """What opens and what does not; to the student a level waits, and can be had later."""
    changes = [StepDifference(step=1), StepDifference(step=2, lost=(ES,)), StepDifference(step=3, lost=(ES,))]
    assert say_difference(changes, Reader.COACH) == (
        "Steg 2–3: det räcker inte till högskoleförberedande program (estetiska ämnen).",
    )
    assert "får vänta" in say_difference(changes, Reader.STUDENT)[0]
    gained = [StepDifference(step=2, gained=(VOCATIONAL,))]
    assert say_difference(gained, Reader.STUDENT) == ("Steg 2: det räcker också till yrkesprogram.",)
    assert say_difference([StepDifference(step=1)], Reader.COACH) == ("Det räcker till samma nivåer som förut.",)


def test_core_subjects_that_are_nowhere_are_flagged() -> None:
    """Kindly to the student, with the consequence to the coach."""
    shown = picture("SV MA")
    assert say_core_flags(shown, Reader.STUDENT) == (
        "Engelska är inte med i planen än. Ni kan prata om när det passar.",
    )
    assert "Yrkesprogram" in say_core_flags(shown, Reader.COACH)[0]
    assert any("16 kap. 32 §" in note for note in say_picture_notes(shown))


def test_what_was_assumed_is_said() -> None:
    """Whose status nobody has told, which names stand for several, which are not known, and the missing year group."""
    shown = picture("SV MA", passed="MA").model_copy(update={"unknown": ("Drakflygning",), "blocks": ("svenska",)})
    notes = say_picture_notes(shown, year_is_known=False)
    assert notes[0].startswith("Ingen har sagt hur det är med svenska. ")
    assert notes[1] == "svenska i schemat räknas som svenska."
    assert "Drakflygning" in notes[2]
    assert notes[3].startswith("Årskursen är inte ifylld.")
    assert "10 kap. 15 §" in notes[4]


def test_sources_stand_with_the_levels() -> None:
    """The statute of each, and the day that the rules were read."""
    said = say_sources(picture("SV"))
    assert said[1] == "Yrkesprogram: 8 (skollagen 16 kap. 30 §)"
    assert said[-1].endswith("2026-11-22.")


def test_every_subject_and_status_has_a_word_in_both_languages() -> None:
    """None is forgotten, and English is not Swedish."""
    swedish = [say_subject(code) for code in SubjectCode] + [say_status(status) for status in SubjectStatus]
    with speaking("en"):
        english = [say_subject(code) for code in SubjectCode] + [say_status(status) for status in SubjectStatus]
        assert say_goals([VOCATIONAL]) == "vocational programmes"
    assert len(set(swedish)) == len(swedish)
    assert sum(one == other for one, other in zip(swedish, english, strict=True)) <= 3


def test_what_is_tried_is_said() -> None:
    """A line for each."""
    changes = (Pause(subject=KE), TakeUp(subject=EN, from_step=3), Pass(subject=SV))
    assert [say_change(change) for change in changes] == [
        "Kemi: pausas hela planen", "Engelska: tas upp från steg 3", "Svenska: är godkänt",
    ]  # fmt: skip
