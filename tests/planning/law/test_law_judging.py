"""All the rules over one case: order, levels, recorded reasons, and which state of the law holds."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.law.judging import JUDGES, judge_law
from planning.law.rules import law_rules_on
from planning.law.verdicts import LawVerdict, RuleLevel, Standing
from planning.steps import Step
from tests.planning.builders import problem
from tests.planning.law.cases import law_case

WHOLE = "a b c d e f"


def by_code(verdicts: tuple[LawVerdict, ...]) -> dict[str, LawVerdict]:
    """The verdicts by their rules."""
    return {verdict.rule.code: verdict for verdict in verdicts}


def test_the_table_names_the_rules_that_the_data_have_and_no_others() -> None:
    """A rule without a function, or a function without a rule, would be silent."""
    assert set(JUDGES) == {rule.code for rule in law_rules_on(dt.date(2026, 9, 7)).rules}


def test_verdicts_come_in_the_order_of_the_law_page() -> None:
    """T1 first, D6r last, each rule once."""
    told = judge_law(law_case("a"))
    assert [verdict.rule.code for verdict in told] == [rule.code for rule in law_rules_on(dt.date(2026, 9, 7)).rules]


@pytest.mark.parametrize(("day", "version_of"), [("2028-06-30", "T11"), ("2028-07-01", "T11")])
def test_the_state_of_the_law_is_chosen_by_the_day(day: str, version_of: str) -> None:
    """The rule that a verdict carries is the one of the day that was asked."""
    on = dt.date.fromisoformat(day)
    verdict = by_code(judge_law(law_case("a", on=on)))[version_of]
    assert verdict.rule.numbers["first_year"] == (7 if on < dt.date(2028, 7, 1) else 8)
    assert verdict.state == ("SE-support-9" if on < dt.date(2028, 7, 1) else "SE-support-10, SE-support-9")
    assert verdict.version == "2026-11-22"


def test_a_plan_across_the_summer_of_2028_is_judged_by_each_step_s_own_days() -> None:
    """Year 2 in May and year 4 in August: the same long day is too long in the first step alone."""
    steps = (
        Step(number=1, mondays=(dt.date(2028, 5, 8),), week_labels=("",)),
        Step(number=2, mondays=(dt.date(2028, 8, 21),), week_labels=("",)),
    )
    week = "a mon 08:00-09:00 Svenska\nb mon 12:00-14:30 Matematik"
    of = problem(week).model_copy(update={"steps": steps})
    on = dt.date(2028, 5, 2)
    both = by_code(judge_law(law_case("a b", "a b", of=of, year=2, on=on)))["T2"]
    assert (both.standing, both.facts["date"]) == (Standing.DEVIATES, dt.date(2028, 5, 8))
    short_first = by_code(judge_law(law_case("a", "a b", of=of, year=2, on=on)))["T2"]
    assert short_first.standing is Standing.MET
    assert short_first.state == "SE-support-9, SE-support-10"


MAY, AUGUST = dt.date(2028, 5, 8), dt.date(2028, 8, 21)


@pytest.mark.parametrize(
    ("code", "year", "before", "after", "both"),
    [
        # Prao from year 8 of nine: year 7 in May is year 9 of ten in August, where prao is.
        ("C10", 7, Standing.NOT_ASKED, Standing.UNKNOWN, Standing.UNKNOWN),
        # National tests in year 9 of nine, and in year 10 of ten: year 8 in May is year 10 in August.
        ("C9", 8, Standing.NOT_ASKED, Standing.UNKNOWN, Standing.UNKNOWN),
        # Svenska is taught remotely from year 7 of nine, and from year 8 of ten: year 6 in May is year 8 in August.
        ("T9", 6, Standing.DEVIATES, Standing.MET, Standing.DEVIATES),
        # A workplace from year 7 of nine, and from year 8 of ten.
        ("T11", 6, Standing.DEVIATES, Standing.MET, Standing.DEVIATES),
    ],
)
def test_rules_that_name_a_year_group_ask_each_step_by_its_own_days(
    code: str, year: int, before: Standing, after: Standing, both: Standing
) -> None:
    """A student goes up two years over the summer of 2028: one as always, and one because all years are one higher."""
    forms = {
        "remote": {"subjects": ["Svenska"], "minutes_a_week": 30},
        "work_placement": {"workplace": "Exempelverkstaden", "supervisor": "Ex Empel", "school_contact": "Ex Empel"},
    }
    for mondays, standing in (((MAY,), before), ((AUGUST,), after), ((MAY, AUGUST), both)):
        steps = tuple(Step(number=n, mondays=(day,), week_labels=("",)) for n, day in enumerate(mondays, start=1))
        of = problem().model_copy(update={"steps": steps})
        case = law_case(*("a b c d" for _ in steps), of=of, year=year, school_year=2027, facts={"forms": forms})
        for on in (dt.date(2028, 5, 2), dt.date(2028, 9, 1)):
            assert by_code(judge_law(case._replace(on=on)))[code].standing is standing, (mondays, on)


def test_a_recorded_reason_stands_with_its_rule_and_nothing_waits_any_more() -> None:
    """T6 asks for a reason until one is recorded; the last one that was recorded holds."""
    assert by_code(judge_law(law_case("a")))["T6"].waits
    reasons = [{"rule": "T6", "reason": "Första"}, {"rule": "T6", "reason": "Andra"}, {"rule": "T7", "reason": "Annat"}]
    told = by_code(judge_law(law_case("a", facts={"law_reasons": reasons})))["T6"]
    assert (told.reason, told.waits) == ("Andra", False)


def test_a_reason_that_the_proposal_says_already_is_not_asked_for_again() -> None:
    """What the decision rests on, special reasons for a small group, and the way back."""
    facts = {
        "decisions": [{"kind": "adapted_studies", "because": "Annat stöd räcker inte."}],
        "forms": {"small_group_reasons": "Lugnt rum först."},
        "way_back": "Resten efter lovet.",
    }
    told = by_code(judge_law(law_case("a* b* d*", facts=facts)))
    assert told["T6"].reason == "Annat stöd räcker inte."
    assert told["T7"].reason == "Lugnt rum först."
    assert told["C7"].reason == "Resten efter lovet."


def test_a_verdict_asks_for_no_more_than_what_was_found() -> None:
    """Seven subjects alive are told; four ask for a reason."""
    some = {"eligibility": {"passed": []}}
    seven = dict.fromkeys(("BL", "MU", "SL", "IDH", "TK", "HKK"), "passed")
    week = "a mon 08:00-09:00 Svenska"
    told = by_code(judge_law(law_case("a", week=week, facts=some, said=seven)))["C2"]
    assert (told.rule.level, told.waits) == (RuleLevel.SOFT, False)
    few = by_code(judge_law(law_case("a", week=week, facts=some)))["C2"]
    assert (few.rule.level, few.waits) == (RuleLevel.GATE, True)


@settings(max_examples=25)
@given(
    st.lists(st.sets(st.sampled_from("abcdef")), min_size=1, max_size=3),
    st.sampled_from([None, 0, 2, 5, 8, 9]),
    st.dates(dt.date(2026, 9, 1), dt.date(2029, 1, 1)),
)
def test_every_case_gets_a_verdict_of_every_rule(attended: list[set[str]], year: int | None, on: dt.date) -> None:
    """Whatever the plan, the year group and the day; and equal cases get equal verdicts."""
    case = law_case(*(" ".join(sorted(step)) for step in attended), year=year, on=on)
    told = judge_law(case)
    assert len(told) == len(JUDGES)
    assert told == judge_law(case)


@given(st.lists(st.sampled_from("abcdef"), unique=True))
def test_more_lessons_never_make_the_time_that_deviates_longer(attended: list[str]) -> None:
    """Every lesson taken up is one that deviates no more."""
    lost = []
    for count in range(len(attended) + 1):
        verdict = by_code(judge_law(law_case(" ".join(attended[:count]))))["T6"]
        lost.append(verdict.facts["minutes_a_week"])
    assert lost == sorted(lost, reverse=True)
