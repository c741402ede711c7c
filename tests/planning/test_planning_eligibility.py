"""What upper secondary school asks for: 6, 8 and 12 subjects, by hand; and which step of a plan keeps it in reach."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.eligibility import Picture, SchoolYearGroup, SubjectStatus, picture_of
from planning.eligibility_rules import (
    Level,
    Reach,
    counted,
    eligibility_rules,
    eligibility_rules_on,
    number_of,
    reaches,
)
from planning.errors import BadInput
from planning.ruleset_files import RULESETS
from planning.subject_codes import SubjectCode, read_subjects
from tests.planning.builders import plan, problem

RULES = eligibility_rules_on(dt.date(2026, 11, 23))
WEEK = """
    a mon 08:00-09:00 Sv
    b mon 09:10-10:10 Ma
    c tue 10:00-11:00 Eng
    d wed 08:00-09:00 Kemi
    e thu 13:00-14:00 SO
    f fri 13:00-14:00 Drakflygning
"""


def codes(text: str) -> list[SubjectCode]:
    """«SV EN MA» as codes."""
    return [SubjectCode(code) for code in text.split()]


def of(level: Level, text: str, programme: str = "") -> Reach:
    """How far those subjects reach that level, for that programme."""
    found = [r for r in reaches(RULES, codes(text)) if r.level is level]
    return next(r for r in found if not programme or programme in r.programmes)


@pytest.mark.parametrize(
    ("subjects", "is_enough"),
    [
        ("SV EN BL IDH MU SL", True),  # svenska, engelska and four others
        ("SVA MA BL IDH MU SL", True),  # svenska som andraspråk, matematik and four others
        ("SV EN MA BL IDH MU", True),  # all three and three others
        ("SV EN BL IDH MU", False),  # one other too few
        ("EN MA BL IDH MU SL HKK", False),  # no svenska
        ("SV BL IDH MU SL HKK TK", False),  # neither engelska nor matematik
        ("SV SVA EN BL IDH MU", False),  # the two Swedish subjects are one
    ],
)
def test_six_for_programme_oriented_choice(subjects: str, is_enough: bool) -> None:  # noqa: FBT001  # what the case says
    """Skollagen 17 kap. 10 §."""
    assert of(Level.PROGRAMME_ORIENTED, subjects).is_reached is is_enough


@pytest.mark.parametrize(
    ("subjects", "is_enough"),
    [
        ("SV EN MA BL IDH MU SL HKK", True),
        ("SVA EN MA BL IDH MU SL ML", True),  # modersmål is a subject like others
        ("SV EN MA BL IDH MU SL", False),  # seven
        ("SV EN BL IDH MU SL HKK TK", False),  # eight without matematik
        ("SV MA BL IDH MU SL HKK TK", False),  # eight without engelska
        ("SV EN MA NO SO BL MU OTHER", False),  # a block has no grade of its own, and mentorstid none at all
    ],
)
def test_eight_for_vocational_programmes(subjects: str, is_enough: bool) -> None:  # noqa: FBT001  # what the case says
    """Skollagen 16 kap. 30 §."""
    assert of(Level.VOCATIONAL, subjects).is_reached is is_enough


NINE_WITHOUT_GROUPS = "SV EN MA BL IDH MU SL HKK TK SPV ML TN"
WITH_SO = "SV EN MA GE HI RE SH BL IDH MU SL HKK"
WITH_NO = "SV EN MA BI FY KE BL IDH MU SL HKK TK"


@pytest.mark.parametrize(
    ("subjects", "programmes"),
    [
        (NINE_WITHOUT_GROUPS, "ES"),
        (WITH_SO, "ES EK HU SA"),
        (WITH_NO, "ES NA TE"),
        (f"{WITH_SO} BI FY KE", "ES EK HU SA NA TE"),
        (WITH_SO.replace("RE", "TK"), "ES"),
        (WITH_NO.replace("KE", "SPV"), "ES"),
        (WITH_SO.replace(" HKK", ""), ""),  # eleven
        (WITH_SO.replace("EN", "TK"), ""),  # twelve without engelska
    ],
)
def test_twelve_for_preparatory_programmes(subjects: str, programmes: str) -> None:
    """Skollagen 16 kap. 31 §; each group of programmes asks for its own (gymnasieförordningen 7 kap. 1 §)."""
    open_to = {p for p in ("EK", "HU", "SA", "NA", "TE", "ES") if of(Level.PREPARATORY, subjects, p).is_reached}
    assert open_to == set(programmes.split())


def test_what_is_missing_is_named() -> None:
    """One of svenska's two, two others, and the subjects of the programme."""
    reach = of(Level.PREPARATORY, "EN MA BI FY BL IDH MU SL HKK", "NA")
    assert reach.missing_core == ((SubjectCode.SV, SubjectCode.SVA),)
    assert (reach.missing_others, reach.missing_among) == (2, (SubjectCode.KE,))


SOME = st.sets(st.sampled_from(list(SubjectCode)))


@given(SOME, SOME)
def test_more_subjects_never_reach_less(some: set[SubjectCode], more: set[SubjectCode]) -> None:
    """Whatever is added."""
    before, after = reaches(RULES, some), reaches(RULES, some | more)
    assert all(later.is_reached for earlier, later in zip(before, after, strict=True) if earlier.is_reached)


@given(SOME)
def test_a_higher_level_reaches_the_lower_ones_too(some: set[SubjectCode]) -> None:
    """Twelve is eight and more, eight is six and more; and nobody reaches a level with fewer subjects than it says."""
    found = {level: [r.is_reached for r in reaches(RULES, some) if r.level is level] for level in Level}
    six, eight, twelve = (found[level] for level in Level)
    assert not any(twelve) or all(eight)
    assert not all(eight) or all(six)
    for rule in RULES.levels:
        assert not any(found[rule.code]) or number_of(some) >= rule.subjects
    assert counted(some) <= some


def test_every_rule_has_its_source() -> None:
    """The law of the day, and how sure it is."""
    assert [(rule.subjects, rule.confidence) for rule in RULES.levels] == [(6, "A"), (8, "A"), (12, "A")]
    assert all("kap." in rule.source for rule in RULES.levels)
    assert eligibility_rules_on(dt.date(2029, 1, 8)) is RULES
    assert eligibility_rules_on(dt.date(2001, 1, 8)) is RULES


@pytest.mark.parametrize(
    ("was", "now", "field"),
    [
        ("others = 5", "others = 4", "levels.vocational"),
        ('"SVA"], ["EN"]], others = 4', '"SVX"], ["EN"]], others = 4', "levels.programme_oriented.ways.1.core.1.2"),
        ('code = "preparatory"', 'code = "university"', "levels.university.code"),
    ],
)
def test_a_fault_names_level_and_field(was: str, now: str, field: str, tmp_path: Path) -> None:
    """A level whose numbers do not add up, a subject or a level that does not exist."""
    text = (RULESETS / "eligibility.toml").read_text(encoding="utf-8")
    assert was in text
    (tmp_path / "eligibility.toml").write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        eligibility_rules(tmp_path)
    assert (caught.value.data["file"], caught.value.data["field"]) == ("eligibility.toml", field)


def picture(*steps: str, year: int | None = None, school_year: int = 2026, **said: str) -> Picture:
    """The picture of that plan of the week, with what is said of subjects by their codes."""
    asked = problem(WEEK, steps=len(steps))
    words = {SubjectCode(code): SubjectStatus(status) for code, status in said.items()}
    group = None if year is None else SchoolYearGroup(year_group=year, school_year=school_year)
    return picture_of(asked, plan(asked, *steps), read_subjects(asked.timetable.subjects), words, group)


def statuses(of_picture: Picture, code: str) -> list[str]:
    """A subject's status, step by step."""
    return [step.statuses[SubjectCode(code)].value for step in of_picture.ladder]


def test_the_plan_decides_where_nobody_has_said_anything() -> None:
    """Ongoing while it has a lesson, paused while it waits; assumed, and said to be."""
    shown = picture("a", "a d")
    assert statuses(shown, "KE") == ["paused", "ongoing"]
    assert shown.by_code[SubjectCode.KE].is_assumed
    assert shown.by_code[SubjectCode.KE].first_step == 2


@pytest.mark.parametrize(
    ("code", "said", "seen"),
    [
        ("KE", "passed", ["passed", "passed"]),
        ("KE", "paused", ["paused", "ongoing"]),
        ("KE", "ongoing", ["paused", "ongoing"]),
        ("KE", "not_started", ["not_started", "ongoing"]),
        ("ML", "ongoing", ["ongoing", "ongoing"]),  # beside the timetable
        ("HKK", "passed", ["passed", "passed"]),  # done, and no longer in the timetable
        ("HKK", "not_started", ["not_started", "not_started"]),
    ],
)
def test_what_is_said_of_a_subject_meets_the_plan(code: str, said: str, seen: list[str]) -> None:
    """What is passed stays so; what has lessons is ongoing; what waits is not, whatever was said of it."""
    assert statuses(picture("a", "a d", **{code: said}), code) == seen


def test_a_block_keeps_each_of_its_subjects_alive() -> None:
    """SO in the timetable is four subjects, and the picture says which name it was."""
    shown = picture("e")
    assert set(shown.ladder[0].having(SubjectStatus.ONGOING)) == set(codes("GE HI RE SH"))
    assert (shown.blocks, shown.unknown) == (("SO",), ("Drakflygning",))


def test_the_ladder_rises_with_the_plan() -> None:
    """Three core subjects, then five more: six is within reach before eight."""
    steps = picture("a b", "a b c", "a b c d e").ladder
    assert [step.highest for step in steps] == [None, None, Level.VOCATIONAL]
    assert [step.number for step in steps] == [2, 3, 8]
    assert not any(reach.is_reached for reach in steps[-1].reached_now)


def test_passed_subjects_lift_every_step() -> None:
    """Four passed subjects and two in the plan are six."""
    shown = picture("a c", BL="passed", IDH="passed", MU="passed", SL="passed")
    assert shown.ladder[0].reaches_level(Level.PROGRAMME_ORIENTED)
    assert not shown.ladder[0].reaches_level(Level.VOCATIONAL)


@pytest.mark.parametrize(
    ("steps", "said", "missing"),
    [
        (("a b", "a b"), {}, [("EN",)]),
        (("", "c"), {}, [("SV", "SVA"), ("MA",)]),
        (("a b",), {"EN": "passed"}, []),
        (("a b c",), {}, []),
    ],
)
def test_core_subjects_that_are_nowhere_are_flagged(
    steps: Iterable[str], said: dict[str, str], missing: list[tuple[str, ...]]
) -> None:
    """Svenska, engelska and matematik: neither passed nor in any step."""
    assert [tuple(map(str, choice)) for choice in picture(*steps, **said).missing_core] == missing


@pytest.mark.parametrize(
    ("year", "school_year", "far"),
    [(4, 2026, True), (6, 2026, True), (7, 2026, False), (9, 2026, False), (None, 2026, False), (5, 2024, False)],
)
def test_grades_count_from_hogstadiet(year: int | None, school_year: int, far: bool) -> None:  # noqa: FBT001  # as above
    """Younger students are told that it lies further on; where nobody knows the year it is shown."""
    assert picture("a", year=year, school_year=school_year).is_far_off is far


@pytest.mark.parametrize(("year", "counts"), [(5, [False, False]), (6, [False, True]), (7, [True, True])])
def test_a_plan_over_the_summer_of_2028_counts_in_the_new_years(year: int, counts: list[bool]) -> None:
    """Year 6 in spring 2028 is year 8 of ten in the autumn, which is högstadiet; year 5 is year 7, which is not."""
    asked = problem(WEEK, steps=2)
    mondays = (dt.date(2028, 6, 5), dt.date(2028, 8, 28))
    steps = tuple(
        step.model_copy(update={"mondays": (monday,)}) for step, monday in zip(asked.steps, mondays, strict=True)
    )
    asked = asked.model_copy(update={"steps": steps})
    group = SchoolYearGroup(year_group=year, school_year=2027)
    shown = picture_of(asked, plan(asked, "a b c", "a b c d e"), read_subjects(asked.timetable.subjects), {}, group)
    assert [step.matters for step in shown.ladder] == counts
    assert shown.ladder[-1].highest is Level.VOCATIONAL
