"""The rules of law as data: which hold on a day, and what the ten-year school changes in them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from planning.errors import BadInput
from planning.law.rules import law_rules, law_rules_on
from planning.law.verdicts import Gate, RuleLevel

BEFORE, AFTER = dt.date(2028, 6, 30), dt.date(2028, 7, 1)

CODES = (
    *(f"T{n}" for n in range(1, 15)),
    *(f"C{n}" for n in range(1, 13)),
    *(f"P{n}" for n in range(1, 18)),
    *(f"D{n}r" for n in range(1, 7)),
)

STATE = """
format = 1
code = "one"
version = "2026-01-01"
first_day = 2024-07-01
source = "en lag"
confidence = "A"

[[rules]]
code = "T1"
level = "hard"
gate = "send"
source = "en lag"
confidence = "A"
"""


@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_every_rule_of_the_law_page_stands_in_the_data_in_its_order(day: dt.date) -> None:
    """T1–T14, C1–C12, P1–P17 and D1r–D6r, before and after the ten-year school begins."""
    assert tuple(rule.code for rule in law_rules_on(day).rules) == CODES


def test_the_level_of_every_rule_of_timetable_and_content_is_the_law_page_s() -> None:
    """Hard, gate, soft and inform as `law.md` §6 has them, rule by rule."""
    levels = {rule.code: rule.level for rule in law_rules_on(BEFORE).rules if rule.code[0] in "TC"}
    hard = "T1 T2 T3 T4 T8 T9 T10 T12 T13 C5"
    gate = "T6 T7 T11 C1 C2 C4"
    soft = "T5 C3 C6 C7 C8"
    inform = "T14 C9 C10 C11 C12"
    for codes, level in (
        (hard, RuleLevel.HARD), (gate, RuleLevel.GATE), (soft, RuleLevel.SOFT), (inform, RuleLevel.INFORM),
    ):  # fmt: skip
        for code in codes.split():
            assert levels.pop(code) is level, code
    assert not levels


def test_the_numbers_of_timetable_and_content_are_the_law_page_s() -> None:
    """Every number of the table in `law.md` §6, in the nine-year school."""
    rules = [rule for rule in law_rules_on(BEFORE).rules if rule.code[0] in "TC"]
    assert {rule.code: dict(rule.numbers) for rule in rules if rule.numbers} == {
        "T1": {"days_a_week": 5},
        "T2": {
            "minutes_a_day": 480, "minutes_a_day_lowest": 360, "first_lowest_year": 0, "last_lowest_year": 2,
        },
        "T3": {"fewest_days_a_year": 178, "most_days_a_year": 190},
        "T5": {"gap_minutes": 60, "lessons_on_a_single_day": 3},
        "T7": {"most_occasions_a_month": 2, "weeks": 4},
        "T8": {"most_terms": 1, "last_low_year": 3},
        "T9": {"most_percent": 25, "last_low_year": 3, "last_middle_year": 6},
        "T11": {"first_year": 7},
        "T12": {"counted_minutes": 0},
        "T13": {"counted_minutes": 0},
        "C1": {"more_than_minutes": 0},
        "C2": {"far_too_few_subjects": 6, "fewest_subjects": 8, "all_subjects": 12},
        "C3": {"so_subjects": 4, "no_subjects": 3},
        "C4": {"terms": 1, "first_year": 6, "last_year": 9},
        "C8": {"terms": 1, "usual_weeks_a_step": 4, "most_weeks_a_step": 6},
        "C10": {"days": 10, "first_year": 8, "last_year": 9},
        "C11": {"most_years": 4},
        "C12": {"first_annex": 2, "last_annex": 4},
    }  # fmt: skip


def test_the_ten_year_school_moves_the_rules_that_name_a_year_group_and_no_others() -> None:
    """From 1 July 2028 every year group is one higher; what names none is the same rule."""
    before, after = law_rules_on(BEFORE), law_rules_on(AFTER)
    changed = {code for code, rule in after.by_code.items() if rule != before.by_code[code]}
    assert changed == {"T2", "T8", "T9", "T11", "C4", "C9", "C10"}
    assert after.by_code["T2"].numbers["first_lowest_year"] == 1
    assert after.by_code["T2"].numbers["last_lowest_year"] == 3
    assert after.by_code["T2"].numbers["minutes_a_day_lowest"] == 360
    for code in ("T8", "T9", "T11", "C4", "C10"):
        for name, number in before.by_code[code].numbers.items():
            assert after.by_code[code].numbers[name] == number + name.endswith("_year"), (code, name)
    assert after.by_code["C9"].words["years"] == ("4", "7", "10")
    assert after.by_code["T8"].words == before.by_code["T8"].words


def test_distance_teaching_is_never_given_in_practical_subjects() -> None:
    """Idrott, hem- och konsumentkunskap, bild, musik and slöjd are not on the list (skollagen 22 kap. 6 §)."""
    allowed = law_rules_on(BEFORE).by_code["T8"].words["subjects"]
    assert not {"IDH", "HKK", "BL", "MU", "SL"} & set(allowed)
    assert {"EN", "MA", "SV", "SVA", "TK"} <= set(allowed)


def test_before_the_first_known_state_the_oldest_one_holds() -> None:
    """No day is without rules."""
    assert law_rules_on(dt.date(1999, 1, 1)) == law_rules()[0]


def test_every_hard_rule_keeps_a_gate_closed_and_no_other_does() -> None:
    """Who blocks says what."""
    for rule in law_rules_on(BEFORE).rules:
        assert (rule.gate in set(Gate)) == (rule.level is RuleLevel.HARD)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('gate = "send"', "", "a hard rule, and no other, keeps one of"),
        ('level = "hard"', 'level = "soft"', "a hard rule, and no other, keeps one of"),
        ("first_day = 2024-07-01", "first_day = 2024-07-01\nlast_day = 2023-01-01", "it ends before it begins"),
        ('gate = "send"\nsource = "en lag"', 'gate = "send"\nsource = ""', "at least 3"),
        ("first_day = 2024-07-01", 'first_day = 2024-07-01\nfollows = "none"', "no none before it"),
        ("[[rules]]", '[[rules]]\ncode = "T1"\nlevel = "soft"\nsource = "en lag"\nconfidence = "A"\n[[rules]]',
         "T1 stands more than once"),
    ],
)  # fmt: skip
def test_a_fault_in_the_data_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """A municipality that writes its own state of the rules is told what does not hold together."""
    assert old in STATE
    (tmp_path / "support.toml").write_text(STATE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as told:
        law_rules(tmp_path)
    assert re.search(fault, str(told.value.data["problem"]))


def test_a_later_state_that_leaves_a_gap_or_a_stranger_is_refused(tmp_path: Path) -> None:
    """Between two states no day is left out, and a rule that the earlier one does not have is named."""
    first = STATE.replace("2024-07-01", "2024-07-01\nlast_day = 2028-06-30", 1)
    (tmp_path / "support.toml").write_text(first, encoding="utf-8")
    later = STATE.replace('code = "one"', 'code = "two"\nfollows = "one"').replace("2024-07-01", "2028-07-02")
    (tmp_path / "support_later.toml").write_text(later, encoding="utf-8")
    with pytest.raises(BadInput, match="ruleset"):
        law_rules(tmp_path)
    stranger = later.replace("2028-07-02", "2028-07-01").replace('code = "T1"', 'code = "T99"')
    (tmp_path / "support_later.toml").write_text(stranger, encoding="utf-8")
    with pytest.raises(BadInput) as told:
        law_rules(tmp_path)
    assert "T99" in str(told.value.data["problem"])
