"""Teaching that a plan leaves out, in words: it deviates, and nobody has done wrong."""

from __future__ import annotations

import re

import pytest

from planning.eligibility import SchoolYearGroup
from planning.subject_codes import SubjectCode, read_subjects
from planning.teaching import Minutes, Teaching, teaching_of
from planning.teaching_hours import BesideTimplan, HoursComparison, HoursRow, NoHours, hours_of
from tests.planning.builders import plan, problem
from wording.eligibility import Reader
from wording.teaching_lost import (
    say_beside,
    say_hour_sources,
    say_row,
    say_rows,
    say_step,
    say_subject_lost,
    say_teaching_notes,
    say_whole,
    say_why_no_hours,
)

WEEK = """
    a mon 08:00-09:00 Svenska
    b tue 08:00-09:00 Kemi
    c wed 08:00-09:00 Drakflygning
    d wed 08:00-09:00 Tyska
"""


def teaching(*steps: str) -> Teaching:
    """The teaching of that plan of the week."""
    asked = problem(WEEK, steps=len(steps))
    return teaching_of(asked, plan(asked, *steps))


def hours(of: Teaching) -> HoursComparison:
    """Beside the timplan of year 8."""
    return hours_of(of, read_subjects(of.subjects), SchoolYearGroup(year_group=8, school_year=2026))


def test_the_student_hears_of_no_hour_that_is_missed() -> None:
    """What the plan has, and that the rest comes step by step."""
    said = say_whole(teaching("a", "a b c"), Reader.STUDENT)
    assert said[0] == "I planen finns 4 h lektionstid."
    assert "steg för steg" in said[1]
    assert len(say_whole(teaching("a b c"), Reader.STUDENT)) == 1


def test_coach_and_school_hear_both_numbers() -> None:
    """The difference «avviker»; the school hears whose decision it takes."""
    done = teaching("a", "a b c")
    assert say_whole(done, Reader.COACH)[0] == "Planen har 4 h undervisning av 6 h i klassens schema. 2 h avviker."
    assert "3 kap. 12 §" in say_whole(done, Reader.SCHOOL)[1]
    assert say_whole(teaching("a b c"), Reader.SCHOOL) == (
        "Planen har all undervisning i klassens schema: 3 h.",
    )
    assert say_whole(Teaching(steps=()), Reader.SCHOOL) == ()


def test_a_step_says_what_has_been_summed_up() -> None:
    """Its own, and all until then."""
    done = teaching("a", "a b c")
    assert say_step(done.steps[1], done.cumulated_total[1]) == (
        "Steg 2: 3 h av 3 h. Sammanlagt avviker 2 h från klassens schema."
    )


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (Minutes(ordinary=60, planned=60), "Kemi: all undervisning är med."),
        (Minutes(ordinary=120, planned=45), "Kemi: 45 min av 2 h i klassens schema, 1 h 15 min avviker."),
    ],
)
def test_a_subject_says_its_difference(minutes: Minutes, said: str) -> None:
    """Over the whole plan."""
    assert say_subject_lost("Kemi", minutes) == said


def test_a_row_deviates_from_the_timplan() -> None:
    """Or holds as much as it asks for."""
    less = HoursRow(code=SubjectCode.SV, guaranteed=225, minutes=Minutes(planned=60))
    assert say_row(less) == (
        "Svenska eller svenska som andraspråk avviker från timplanen: 1 h i planen, och timplanens andel är 3 h 45 min."
    )
    enough = HoursRow(code=SubjectCode.SPV, guaranteed=60, minutes=Minutes(planned=60))
    assert say_row(enough) == "Språkval: 1 h i planen, minst så mycket som timplanens andel (1 h)."


def test_a_block_says_what_is_due_to_its_subjects() -> None:
    """Those that have lessons of their own."""
    said = say_rows(hours(teaching("a b")).rows)
    assert "Kemi, egna lektioner: 1 h i planen, minst 45 min av blocket." in said
    assert not any(line.startswith("Fysik, egna") for line in said)


def test_what_is_not_compared_says_why() -> None:
    """A name nobody knows, a subject without hours, a year group that is missing."""
    assert "känns inte igen" in say_beside(BesideTimplan(name="Drakflygning", code=None, minutes=Minutes()))
    assert "inga egna timmar" in say_beside(BesideTimplan(name="Ml", code=SubjectCode.ML, minutes=Minutes()))
    assert len({say_why_no_hours(why) for why in NoHours}) == len(NoHours)


def test_notes_say_what_was_counted() -> None:
    """That only lessons are, how the share is made, and which subjects lie side by side."""
    done = teaching("a b")
    notes = say_teaching_notes(done, hours(done))
    assert notes[0].startswith("Bara lektioner räknas.")
    assert notes[1].startswith("Drakflygning och Tyska ligger samtidigt")
    assert notes[2].startswith("Timplanens andel är")
    assert say_hour_sources(hours(done)) == (
        "Skolförordningen (2011:185) bilaga 1, lydelse SFS 2023:945; skollagen 10 kap. 5 §. Läst 2026-11-22.",
    )


def test_no_sentence_blames() -> None:
    """Never «fel», «missat» or a percentage."""
    done = teaching("a", "a b")
    compared = hours(done)
    lines = [
        *(line for reader in Reader for line in say_whole(done, reader)),
        *map(say_row, compared.rows),
        *say_teaching_notes(done, compared),
    ]
    assert not [line for line in lines if re.search(r"\bfel\b|\bmiss|procent|%|förlor", line)]
