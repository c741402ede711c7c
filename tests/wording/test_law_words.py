"""What the rules T and C come to in words: what deviates, what is left to do, and never that something is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest

from planning.calendar import NationalTest, SchoolCalendar
from planning.law.judging import judge_law
from planning.law.rules import law_rules
from planning.law.verdicts import Gate, LawCase, LawRule, LawVerdict, RuleLevel, Standing
from planning.plan import Plan, PlannedLesson
from planning.steps import Step
from planning.telling import telling_words
from planning.terms import TermDates
from tests.planning.builders import MONDAY, lessons, problem
from tests.planning.law.cases import law_case
from wording.language import speaking
from wording.law import (
    LawGroup,
    group_of,
    in_groups,
    is_of_the_talk,
    say_group,
    say_law,
    say_law_reason,
    say_law_rule,
    say_law_source,
    say_law_version,
)
from wording.missing_fields import label_of, place_of

NEVER = re.compile(r"\b(fel|felaktig\w*|olaglig\w*|otillåt\w*|bryter|brott|straff\w*|måste)\b", re.IGNORECASE)
WHOLE = "a b c d e f"
TEST = NationalTest(date=MONDAY, subject="Engelska", start="13:00", end="14:00")
DISTANCE = {
    "subjects": ["Svenska"], "last_day": "2026-10-01", "problem_documented": "2026-08-20", "provider": "Exempel",
    "other_support_exhausted": "Annat är prövat.", "guardian_consent": "2026-08-25",
}  # fmt: skip
PLACEMENT = {"workplace": "Exempelverkstaden", "supervisor": "Handledare Exempel", "school_contact": "Mentor Exempel"}


def formed(*steps: str, year: int | None = 8, **forms: Any) -> LawCase:
    """A case with those special ways written down."""
    return law_case(*(steps or ("a b",)), year=year, facts={"forms": forms})


def cases() -> Iterator[LawCase]:
    """Cases in which every rule T and C has every standing that it can have."""
    yield law_case(WHOLE, facts={"school": {"form": "Grundskola"}})
    yield law_case("a", "a b", "a")
    yield law_case("a* b* d*", "a* b*", year=None)
    yield law_case("a*", WHOLE)
    weekend = "a sat 08:00-09:00 Svenska\nb mon 08:00-17:00 Bild"
    yield law_case("a b", week=weekend, facts={"eligibility": {"passed": []}})
    yield law_case("a b", week="a mon 08:00-09:00 Svenska\nb mon 12:00-15:00 Qwx", year=None)
    other = {"decisions": [], "school": {"form": "Sameskola"}, "eligibility": {"wish": "Naturvetenskap"}}
    yield law_case("a", facts=other)
    yield formed(distance=DISTANCE)
    yield formed(distance={**DISTANCE, "subjects": ["Bild"]})
    yield formed(distance={"provider": "Exempel"})
    yield formed(remote={"subjects": ["Svenska"], "minutes_a_week": 30})
    yield formed(remote={"subjects": ["Svenska"], "minutes_a_week": 90}, year=5)
    yield formed(remote={})
    yield formed(at_home={"decision": "2026-09-01", "doctor_not_against": True, "consent": "2026-09-01"})
    yield formed(at_home={"decision": "2026-09-30"})
    yield formed(at_home={"doctor_not_against": False})
    yield formed(at_home={})
    yield formed(work_placement=PLACEMENT, work_experience="En dag i veckan.", national_tests="adapted", year=9)
    yield formed(work_placement=PLACEMENT, newly_arrived={"years_in_sweden": 2}, year=6)
    yield formed(work_placement={}, newly_arrived={"years_in_sweden": 2, "considered": "Ja"}, year=9)
    yield formed(newly_arrived={"considered": "Ja"})
    yield law_case("a b d", of=problem(calendar=SchoolCalendar(national_tests=(TEST,))), facts={"way_back": "Sedan."})
    yield law_case("a", year=5, on=dt.date(2028, 8, 1))
    yield over(18, "a b d f")
    yield over(40, "a b d f", year=None)
    yield over(18, WHOLE)
    yield over(1, "a", first=dt.date(2026, 7, 6))
    coach_time = PlannedLesson(lesson=lessons("x tue 08:00-09:00 Coachtid")[0], week="", start="08:00", end="09:00")
    case = law_case("a", "a")
    first = case.plan.steps[0].model_copy(update={"lessons": (coach_time,)})
    yield case._replace(plan=Plan(steps=(first,), proven=False))


def over(weeks: int, attended: str, first: dt.date = dt.date(2026, 8, 17), year: int | None = 8) -> LawCase:
    """A plan of one step over so many weeks, where the terms are written down."""
    terms = (
        TermDates(first=dt.date(2026, 8, 17), last=dt.date(2026, 12, 18)),
        TermDates(first=dt.date(2027, 1, 25), last=dt.date(2027, 5, 21)),
    )
    step = Step(number=1, mondays=tuple(first + dt.timedelta(weeks=n) for n in range(weeks)), week_labels=("",))
    of = problem(calendar=SchoolCalendar(terms=terms)).model_copy(update={"steps": (step,)})
    return law_case(attended, of=of, year=year)


def verdicts() -> list[LawVerdict]:
    """Every verdict of T and C over those cases."""
    return [verdict for case in cases() for verdict in judge_law(case) if verdict.rule.code[0] in "TC"]


def said(code: str, case: LawCase) -> str:
    """The sentence of one rule."""
    return next(say_law(verdict) for verdict in judge_law(case) if verdict.rule.code == code)


def test_the_cases_try_every_rule_in_several_ways() -> None:
    """No rule is only met, or only not asked."""
    tried: dict[str, set[Standing]] = {}
    for verdict in verdicts():
        tried.setdefault(verdict.rule.code, set()).add(verdict.standing)
    assert [code for code, standings in tried.items() if len(standings) < 2] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_verdict_has_a_heading_and_a_sentence(language: Any) -> None:
    """In both languages, with every placeholder filled in and a full stop last."""
    with speaking(language):
        for verdict in verdicts():
            assert say_law_rule(verdict.rule.code), verdict.rule.code
            text = say_law(verdict)
            assert text.endswith("."), (verdict.rule.code, verdict.standing, text)
            assert not re.search(r"[{}]|  |\.\.| ,|None|: \.", text), text


def test_nothing_is_ever_said_to_be_wrong() -> None:
    """A deviation is something that the law lets a rektor stand behind."""
    for verdict in verdicts():
        for text in (say_law(verdict), say_law_rule(verdict.rule.code)):
            assert not NEVER.search(text), text
    for group in LawGroup:
        assert not NEVER.search(say_group(group))


def test_no_sentence_of_the_rules_holds_a_word_that_tells() -> None:
    """They are printed in the proposal, which becomes public."""
    for verdict in verdicts():
        assert not telling_words(say_law(verdict)), say_law(verdict)


def test_what_deviates_from_the_timplan_is_said_with_minutes_and_subject() -> None:
    """«90 minuter mindre i veckan i matematik», and whose decision it is."""
    week = "a mon 08:00-09:30 Matematik\nb tue 08:00-09:00 Svenska\nc wed 08:00-08:30 Bild"
    assert said("T6", law_case("b c", week=week)) == (
        "Avviker från timplanen: 90 minuter mindre i veckan i matematik. "
        "Det är en anpassad studiegång och kräver rektors beslut."
    )
    assert said("T6", law_case("b", week=week)).startswith(
        "Avviker från timplanen: 90 minuter mindre i veckan i matematik och 30 i bild."
    )
    assert said("T6", law_case("a")).startswith(
        "Avviker från timplanen: 120 minuter mindre i veckan i matematik, 60 i bild, 60 i engelska "
        "och mindre i 1 ämne till."
    )


def test_a_day_that_is_too_long_is_told_by_its_date() -> None:
    """Which day, how long, and the limit."""
    case = law_case("a", week="a tue 08:00-16:30 Svenska")
    assert said("T2", case) == (
        "Tisdag 8 september 2026: 8 h 30 min från första lektionens början till den sistas slut. "
        "Gränsen är 8 h. Korta den dagen."
    )


def test_what_is_missing_is_told_by_the_name_that_the_form_has() -> None:
    """«Fyll i: …», never a code."""
    told = said("T11", formed(work_placement={"workplace": "Exempelverkstaden"}))
    assert told.endswith("Fyll i: handledare där och skolans kontakt.")
    assert label_of("forms.work_placement.supervisor") == "Utbildning på en arbetsplats: handledare där"
    assert place_of("forms.distance.provider") == "Uppgifter till skolan, Särskilda sätt att undervisa, prov och prao"


def verdict_of(level: RuleLevel, standing: Standing, gate: Gate | None = None, **more: Any) -> LawVerdict:
    """A verdict of an invented rule."""
    rule = LawRule(code="T1", level=level, gate=gate, source="en lag 1 §", confidence=more.pop("confidence", "A"))
    return LawVerdict(rule=rule, standing=standing, **more)


@pytest.mark.parametrize(
    ("level", "standing", "group"),
    [
        (RuleLevel.HARD, Standing.DEVIATES, LawGroup.FIRST),
        (RuleLevel.HARD, Standing.UNKNOWN, LawGroup.FIRST),
        (RuleLevel.GATE, Standing.DEVIATES, LawGroup.DECISION),
        (RuleLevel.SOFT, Standing.DEVIATES, LawGroup.TOLD),
        (RuleLevel.INFORM, Standing.UNKNOWN, LawGroup.TOLD),
        (RuleLevel.HARD, Standing.MET, LawGroup.IN_PLACE),
        (RuleLevel.GATE, Standing.NOT_ASKED, None),
    ],
)
def test_a_verdict_is_grouped_by_what_it_asks_for(level: RuleLevel, standing: Standing, group: LawGroup | None) -> None:
    """What blocks comes first, what is met last, and what is not asked nowhere."""
    assert group_of(verdict_of(level, standing)) is group


def test_groups_keep_the_order_and_leave_out_the_empty_ones() -> None:
    """Hard rules first, whatever the order of the law page."""
    met, waits = verdict_of(RuleLevel.SOFT, Standing.MET), verdict_of(RuleLevel.HARD, Standing.UNKNOWN)
    assert in_groups((met, waits)) == {LawGroup.FIRST: (waits,), LawGroup.IN_PLACE: (met,)}


def test_what_belongs_to_the_talk_is_the_coach_s_alone() -> None:
    """A rule that keeps the talk from being closed is in no document."""
    assert is_of_the_talk(verdict_of(RuleLevel.HARD, Standing.UNKNOWN, Gate.CLOSE))
    assert not is_of_the_talk(verdict_of(RuleLevel.HARD, Standing.UNKNOWN, Gate.SEND))


def test_reason_source_and_version_stand_with_a_verdict() -> None:
    """Our own readings say so."""
    reasoned = verdict_of(RuleLevel.GATE, Standing.DEVIATES, reason="Lugnt rum först.")
    assert say_law_reason(reasoned) == "Skäl: Lugnt rum först."
    assert say_law_reason(verdict_of(RuleLevel.GATE, Standing.DEVIATES)) == ""
    assert say_law_source(reasoned.rule) == "En lag 1 §"
    assert say_law_source(verdict_of(RuleLevel.SOFT, Standing.MET, confidence="C").rule) == "En lag 1 §; vår läsning"
    state = law_rules()[0]
    assert say_law_version(state.version, state.code) == "Reglerna lästes 2026-11-22 (SE-support-9)."
