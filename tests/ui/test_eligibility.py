"""From which step the subjects are in the plan, which levels they open, and what a change of one would mean."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from casework.proposing import propose
from planning.eligibility import Picture, SubjectStanding, SubjectStatus
from planning.outcomes import Found
from planning.subject_codes import SubjectCode
from planning.what_if import Pass, Pause, TakeUp
from tests.casework.small_week import problem
from tests.planning.test_what_if import TWELVE, picture
from ui.eligibility import IfKind, SubjectInPlan, change_of, in_order, ladder_rows, subjects_in_plan

KE = SubjectCode.KE


def test_each_subject_says_its_first_step() -> None:
    """Those that come first stand first; others of the week are left out."""
    asked = problem()
    outcome = propose(asked)
    assert isinstance(outcome, Found)
    subjects = subjects_in_plan(outcome.plan, asked)
    assert {one.subject for one in subjects} == {"Svenska", "Matematik", "Engelska"}
    assert all(len(one.steps) == len(outcome.plan.steps) for one in subjects)
    firsts = [one.first_step or 99 for one in subjects]
    assert firsts == sorted(firsts)


def test_a_subject_that_is_in_no_step_has_no_first_one() -> None:
    """It waits."""
    assert SubjectInPlan(subject="Engelska", steps=(False, False)).first_step is None
    assert SubjectInPlan(subject="Engelska", steps=(False, True)).first_step == 2


def test_the_ladder_has_a_row_for_each_level() -> None:
    """Six and eight from the first step, twelve from none; not by colour alone."""
    rows = ladder_rows(picture("SV EN MA BL IDH MU SL HKK"))
    assert [row.count('class="on"') for row in rows] == [3, 3, 0]
    assert [row.rpartition("<span>")[2].partition("<")[0] for row in rows] == [
        "från steg 1", "från steg 1", "väntar än",
    ]  # fmt: skip
    assert "<b>Yrkesprogram, 8 ämnen</b>" in rows[1]


def test_subjects_stand_in_the_order_of_the_plan() -> None:
    """First those of the first step, then those that wait, and at last those that are done."""
    shown = picture("SV KE BL", passed="BL")
    waiting = shown.by_code[SubjectCode.SV].model_copy(update={"taught": (False,) * 3})
    shown = Picture(
        subjects=(waiting, *(one for one in shown.subjects if one.code is not SubjectCode.SV)),
        days=shown.days, matters=shown.matters,
    )  # fmt: skip
    assert [str(one.code) for one in in_order(shown)] == ["KE", "SV", "BL"]


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (IfKind.AS_PLANNED, None),
        (IfKind.PAUSE, Pause(subject=KE)),
        (IfKind.TAKE_UP, TakeUp(subject=KE, from_step=2)),
        (IfKind.PASSED, Pass(subject=KE)),
    ],
)
def test_what_is_tapped_is_a_change(kind: IfKind, change: object) -> None:
    """Nothing where it is as planned."""
    assert change_of(kind, SubjectStanding(code=KE, taught=(False, True)), 2) == change


def page(year: int | None = None, grades_matter: str = "yes", name: str = "") -> None:
    """The picture alone on a page: an invented plan in which every lesson comes from the second step."""
    from casework.facts import CaseFacts  # noqa: PLC0415  # AppTest runs the source of this function alone
    from tests.casework.small_week import sheet  # noqa: PLC0415
    from tests.planning.builders import plan, problem  # noqa: PLC0415
    from ui.eligibility import show_eligibility  # noqa: PLC0415

    names = ("Sv", "Ma", "Eng", "Bild", "Idh", "Mu", "Kemi", "Slöjd")
    days = ("mon", "tue", "wed", "thu", "fri")
    week = "\n".join(
        f"{'abcdefgh'[n]} {days[n % 5]} {8 + n:02d}:00-{8 + n:02d}:50 {subject}" for n, subject in enumerate(names)
    )
    asked = problem(week, steps=3)
    case = {
        "document": {"school": {"year_group": year, "school_year": "2026/27"}},
        "subjects": {"status": {name: "passed"} if name else {}},
    }
    everything = " ".join("abcdefgh")
    done = plan(asked, "a", everything, everything)
    show_eligibility(done, asked, sheet(AM6=grades_matter), CaseFacts.model_validate(case))


def shown(*args: object) -> AppTest:
    """The page after its first drawing."""
    done = AppTest.from_function(page, args=args, default_timeout=30).run()
    assert not done.exception
    return done


def text(of: AppTest) -> str:
    """All that is said on the page, as it is read."""
    said = [*(one.value for one in of.markdown), *(one.proto.body for one in of.get("html"))]
    return "\n".join(said).replace("\\", "")


def test_the_picture_is_open_where_grades_matter_and_gone_where_they_do_not() -> None:
    """AM6: yes opens it, no hides it from the student's view, no answer folds it."""
    assert [one.proto.expanded for one in shown(8, "yes").expander] == [True]
    assert [one.proto.expanded for one in shown(8, "skip").expander] == [False]
    hidden = shown(8, "no")
    assert not hidden.expander
    assert not text(hidden)


def test_a_tap_on_a_subject_tells_what_would_change() -> None:
    """Without any new plan: eight subjects are a vocational programme, seven are not."""
    first = shown(8)
    assert "8 ämnen är med eller klara. När de är godkända kan du söka yrkesprogram." in text(first)
    assert not first.radio
    tries = first.toggle(key="what_if").set_value(True).run()
    assert len(tries.radio) == 8
    paused = tries.radio(key="what_if_KE").set_value(IfKind.PAUSE).run()
    assert "Kemi: pausas hela planen" in text(paused)
    assert "Steg 2–3: yrkesprogram får vänta." in text(paused)
    later = paused.radio(key="what_if_KE").set_value(IfKind.TAKE_UP).run()
    last = later.selectbox(key="from_KE").set_value(3).run()
    assert "Steg 2: yrkesprogram får vänta." in text(last)
    back = last.toggle(key="what_if").set_value(False).run()
    assert text(back) == text(first)


def test_a_passed_subject_has_nothing_to_try() -> None:
    """It is done, and is said to be."""
    done = shown(8, "yes", "HKK")
    assert "<b>Hem- och konsumentkunskap</b>" in text(done)
    assert "godkänt" in text(done)
    tries = done.toggle(key="what_if").set_value(True).run()
    assert "what_if_HKK" not in [one.key for one in tries.radio]


def test_younger_students_see_no_ladder() -> None:
    """It lies further on; what the plan has of svenska, engelska and matematik can still be seen."""
    young = shown(5)
    assert "Gymnasiet ligger längre fram" in text(young)
    assert not young.toggle
    assert "Yrkesprogram" not in text(young)


def test_facts_that_contradict_the_timetable_do_not_take_the_page_away() -> None:
    """What is wrong is said, and the picture is shown without them."""
    wrong = shown(8, "yes", "Drakflygning")
    assert [one.value for one in wrong.warning]
    assert wrong.toggle


def test_the_last_step_of_twelve_is_open_in_the_ladder() -> None:
    """All three levels, from the step that has the twelfth subject."""
    rows = ladder_rows(picture(TWELVE, from_step=3))
    assert [row.count('class="on"') for row in rows] == [1, 1, 1]
    assert picture(TWELVE, passed="KE").by_code[KE].status(1) is SubjectStatus.PASSED
