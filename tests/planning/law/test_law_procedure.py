"""The rules P before a decision, each by examples worked out by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planning.decided import CameAs, Decided, Ruling
from planning.law.verdicts import Finding, LawCase, Standing
from tests.planning.builders import MONDAY, timetable
from tests.planning.law.cases import found, law_case

ON = dt.date(2026, 9, 7)
EARLY, LATE = dt.date(2026, 8, 31), dt.date(2026, 9, 8)


def case(decided: Decided | None = None, *, on: dt.date = ON, **facts: Any) -> LawCase:
    """A plan of one step with those facts, asked on Monday 7 September 2026."""
    return law_case("a b", facts=facts, on=on, decided=decided)


def decision(**fields: Any) -> Decided:
    """A decision as proposed, of 7 September."""
    given = {"ruling": Ruling.AS_PROPOSED, "came_as": CameAs.FORM, "proposal_version": 1, "decided_on": ON, **fields}
    return Decided.model_validate(given)


def test_p1_the_investigation_comes_before_the_decision() -> None:
    """The same day will do; a day that is still to come will not, and no day is unknown."""
    assert found("P1", case()) == Finding(Standing.UNKNOWN, fields=("investigations.special_support",))
    assert found("P1", case(investigations={"special_support": EARLY})) == Finding(Standing.MET, {"date": EARLY})
    assert found("P1", case(investigations={"special_support": ON})).standing is Standing.MET
    late = found("P1", case(investigations={"special_support": LATE}))
    assert late == Finding(Standing.DEVIATES, {"date": LATE, "by": ON}, ("investigations.special_support",))


def test_p1_looks_at_the_day_of_the_decision_once_there_is_one() -> None:
    """Asked later, an investigation that came after the decision still came after it; a return decides nothing."""
    later = dt.date(2026, 10, 1)
    dates = {"special_support": LATE}
    assert found("P1", case(decision(), on=later, investigations=dates)).standing is Standing.DEVIATES
    assert found("P1", case(on=later, investigations=dates)).standing is Standing.MET
    returned = decision(ruling=Ruling.RETURNED)
    assert found("P1", case(returned, on=later, investigations=dates)).standing is Standing.MET


@pytest.mark.parametrize(
    ("team", "standing", "fields"),
    [
        ({}, Standing.UNKNOWN, ("health_team.date", "health_team.function")),
        ({"date": EARLY}, Standing.UNKNOWN, ("health_team.function",)),
        ({"function": "specialpedagog"}, Standing.UNKNOWN, ("health_team.date",)),
        ({"date": EARLY, "function": "specialpedagog"}, Standing.MET, ()),
        ({"date": LATE, "function": "specialpedagog"}, Standing.DEVIATES, ("health_team.date",)),
        ({"not_needed_because": "Elevhälsan gjorde utredningen."}, Standing.MET, ()),
    ],
)
def test_p2_the_health_team_is_consulted_or_it_is_said_why_not(
    team: dict[str, Any], standing: Standing, fields: tuple[str, ...]
) -> None:
    """A day and a function, before the decision; or a reason."""
    told = found("P2", case(health_team=team))
    assert (told.standing, told.fields) == (standing, fields)


def test_p3_the_absence_is_investigated_and_the_huvudman_told() -> None:
    """Both days are needed, and are named where they lack."""
    assert found("P3", case()).fields == ("investigations.absence", "investigations.provider_notified")
    assert found("P3", case(investigations={"absence": EARLY})).fields == ("investigations.provider_notified",)
    both = {"absence": EARLY, "provider_notified": ON}
    assert found("P3", case(investigations=both)) == Finding(Standing.MET, {"date": ON})
    late = found("P3", case(investigations={**both, "absence": LATE}))
    assert (late.standing, late.fields) == (Standing.DEVIATES, ("investigations.absence",))


def test_p3_an_independent_school_tells_the_home_municipality_too() -> None:
    """Of a municipal school that is not asked (skollagen 7 kap. 22 §)."""
    both = {"absence": EARLY, "provider_notified": ON}
    asked = found("P3", case(school={"is_independent": True}, investigations=both))
    assert asked.fields == ("investigations.home_municipality_notified",)
    told = {**both, "home_municipality_notified": ON}
    assert found("P3", case(school={"is_independent": True}, investigations=told)).standing is Standing.MET


def test_p4_the_view_is_written_with_how_it_is_known_and_weighed() -> None:
    """Three fields, each named where it lacks; whatever the student says, it is met."""
    assert found("P4", case(student_view={"text": "Vill inte."})) == Finding(
        Standing.UNKNOWN, fields=("student_view.how_learned", "student_view.how_weighed")
    )
    whole = {"text": "Vill inte.", "how_learned": "Samtal.", "how_weighed": "Planen börjar senare."}
    assert found("P4", case(student_view=whole)) == Finding(Standing.MET)


TWO = {"guardians": [{"name": "Förälder Ett"}, {"name": "Förälder Två"}]}


def view(name: str, **fields: Any) -> dict[str, Any]:
    """A guardian who was offered to take part on 31 August."""
    return {"guardian": name, "offered": EARLY, "channel": "brev", **fields}


@pytest.mark.parametrize(
    ("views", "expected"),
    [
        ((), Finding(Standing.UNKNOWN, {"guardians": ("Förälder Ett", "Förälder Två")}, ("guardian_views",))),
        (
            (view("Förälder Ett", answered=ON),),
            Finding(Standing.UNKNOWN, {"guardians": ("Förälder Två",)}, ("guardian_views",)),
        ),
        # Both have answered.
        ((view("Förälder Ett", answered=ON), view("Förälder Två", answered=EARLY)), Finding(Standing.MET)),
        # One may still answer today, and the day after the rule is met.
        (
            (view("Förälder Ett", answered=ON), view("Förälder Två", answer_by=ON)),
            Finding(Standing.DEVIATES, {"guardians": ("Förälder Två",), "until": ON}),
        ),
        # The last day has passed without an answer.
        (
            (view("Förälder Ett", answered=ON), view("Förälder Två", answer_by=dt.date(2026, 9, 6))),
            Finding(Standing.MET),
        ),
        # How the offer was made is not said.
        (
            (view("Förälder Ett", answered=ON), view("Förälder Två", answered=ON, channel="")),
            Finding(Standing.UNKNOWN, {"guardians": ("Förälder Två",)}, ("guardian_views",)),
        ),
    ],
)
def test_p5_every_guardian_has_had_the_chance(views: tuple[Any, ...], expected: Finding) -> None:
    """Offered, when and how; answered, or a last day that has passed."""
    assert found("P5", case(student=TWO, guardian_views=views)) == expected


def test_p5_names_nobody_with_a_protected_identity() -> None:
    """A finding is printed: it then says that somebody may answer, and not who."""
    hidden = {**TWO, "has_protected_identity": True}
    views = (view("Förälder Ett", answered=ON), view("Förälder Två", answer_by=ON))
    assert found("P5", case(student=hidden, guardian_views=views)) == Finding(Standing.DEVIATES, {"until": ON})
    assert found("P5", case(student=hidden)) == Finding(Standing.UNKNOWN, fields=("guardian_views",))


def test_p5_without_guardians_nobody_can_have_been_asked() -> None:
    """Both who they are and what was offered is missing."""
    assert found("P5", case()).fields == ("student.guardians", "guardian_views")


@pytest.mark.parametrize(
    ("follow_up", "evaluation", "standing", "fields"),
    [
        ({}, {}, Standing.UNKNOWN, ("follow_up.date", "follow_up.person", "evaluation.date", "evaluation.person")),
        ({"date": MONDAY, "person": "A"}, {"date": MONDAY}, Standing.UNKNOWN, ("evaluation.person",)),
        # The plan is one week, Monday 7 to Friday 11 September 2026: both ends are within.
        ({"date": MONDAY, "person": "A"}, {"date": dt.date(2026, 9, 11), "person": "B"}, Standing.MET, ()),
        (
            {"date": MONDAY, "person": "A"}, {"date": dt.date(2026, 9, 14), "person": "B"},
            Standing.DEVIATES, ("evaluation.date",),
        ),
        (
            {"date": dt.date(2026, 9, 4), "person": "A"}, {"date": MONDAY, "person": "B"},
            Standing.DEVIATES, ("follow_up.date",),
        ),
    ],
)  # fmt: skip
def test_p6_both_have_a_day_and_a_person_within_the_plan(
    follow_up: dict[str, Any], evaluation: dict[str, Any], standing: Standing, fields: tuple[str, ...]
) -> None:
    """Two of each; the plan's own days are the frame until a rektor has written others."""
    told = found("P6", case(follow_up=follow_up, evaluation=evaluation))
    assert (told.standing, told.fields) == (standing, fields)


def test_p6_looks_at_the_days_that_the_rektor_wrote() -> None:
    """A decision to the end of September has room for an evaluation on the 14th."""
    later = {"date": dt.date(2026, 9, 14), "person": "B"}
    held = decision(valid_from=MONDAY, valid_to=dt.date(2026, 9, 30))
    told = found("P6", case(held, follow_up={"date": MONDAY, "person": "A"}, evaluation=later))
    assert told == Finding(Standing.MET, {"first": MONDAY, "last": dt.date(2026, 9, 30)})


def test_p11_an_interpreter_is_arranged_where_one_is_needed() -> None:
    """Without a need it is not asked, which is not the same as met."""
    needs = {"guardians": [{"name": "Förälder Ett"}, {"name": "Förälder Två", "interpreter": "arabiska"}]}
    assert found("P11", case(student=TWO)) == Finding(Standing.NOT_ASKED, {"because": "no_need"})
    lacking = found("P11", case(student=needs))
    assert lacking == Finding(Standing.UNKNOWN, {"languages": ("arabiska",)}, ("around.interpreter_arranged",))
    arranged = case(student=needs, around={"interpreter_arranged": "Tolk på mötet."})
    assert found("P11", arranged) == Finding(Standing.MET, {"languages": ("arabiska",)})


PLAIN = ("Eva kan börja dagen i ett lugnt rum.",) * 4
"""Four times 8 words, one sentence each, no long word: LIX 8."""
HEAVY = ("Undervisningens omfattning anpassas successivt utifrån behov",) * 6
"""Six times 6 words, one sentence each, five of them long: 6 + 100·5/6 = 89."""


def test_p12_plain_words_are_met_and_heavy_ones_told() -> None:
    """LIX of all that the coach has written, and the heaviest passages, at most three."""
    assert found("P12", case(needs=PLAIN)) == Finding(Standing.MET, {"lix": 8, "limit": 40})
    assert found("P12", case(needs=HEAVY)) == Finding(
        Standing.DEVIATES, {"lix": 89, "limit": 40}, ("needs.0", "needs.1", "needs.2")
    )


def test_p12_does_not_measure_little_nor_what_others_have_said() -> None:
    """Three sentences are 24 words and too few; a student or guardian may speak as she or he likes."""
    assert found("P12", case(needs=PLAIN[:3])) == Finding(Standing.NOT_ASKED, {"because": "too_little_text"})
    said = {"student_view": {"text": " ".join(HEAVY)}, "guardian_views": [{"guardian": "A", "text": " ".join(HEAVY)}]}
    assert found("P12", case(needs=PLAIN, **said)).standing is Standing.MET


def test_p17_other_times_than_the_class_s_ask_for_a_look_at_the_transport() -> None:
    """Monday ends at 10.10 and not 13.30; the whole week has the class's times."""
    assert found("P17", case()) == Finding(Standing.UNKNOWN, {"days": 1}, ("around.transport_checked",))
    checked = case(around={"transport_checked": EARLY})
    assert found("P17", checked) == Finding(Standing.MET, {"days": 1, "date": EARLY})
    assert found("P17", law_case("a b c d e f")) == Finding(Standing.NOT_ASKED, {"because": "same_times"})


def test_p17_a_lesson_left_out_in_the_middle_changes_no_journey() -> None:
    """Monday without its second lesson begins and ends as before; without its first it does not."""
    assert found("P17", law_case("a c d e f")).standing is Standing.NOT_ASKED
    assert found("P17", law_case("b c d e f")).facts == {"days": 1}


def test_p17_looks_at_the_week_that_the_lesson_stands_in() -> None:
    """In a rotation each week has its own times."""
    rows = """
        a mon 08:00-09:00 Svenska
        b mon 09:10-10:10 Matematik
        """
    first, second = timetable(rows).lessons
    week = timetable((first.model_copy(update={"week": "A"}), second), ("A", "B"))
    assert found("P17", law_case("A|a A|b B|b", week=week)).standing is Standing.NOT_ASKED
    assert found("P17", law_case("A|b B|b", week=week)).facts == {"days": 1}
