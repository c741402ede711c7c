"""What if a subject is paused, taken up or passed: the ladder again, and what is different."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from planning.eligibility import Picture, SubjectStanding, SubjectStatus
from planning.eligibility_rules import Level
from planning.subject_codes import SubjectCode
from planning.what_if import Change, Goal, Pass, Pause, TakeUp, difference, pause_costs, what_if

STEPS = 3
GRADED = [code for code in SubjectCode if code.block == (code,)]
KE, BL, EN = SubjectCode.KE, SubjectCode.BL, SubjectCode.EN
NA_TE = Goal(level=Level.PREPARATORY, programmes=("NA", "TE"))


def picture(text: str, *, passed: str = "", from_step: int = 1) -> Picture:
    """A picture of those subjects («SV EN»), all in the plan from that step, and those that are passed."""
    return Picture(
        subjects=tuple(
            SubjectStanding(
                code=code,
                names=(code.value,),
                said=SubjectStatus.PASSED if code.value in passed.split() else None,
                taught=tuple(step >= from_step for step in range(1, STEPS + 1)),
            )
            for code in SubjectCode
            if code.value in text.split()
        ),
        days=tuple(dt.date(2027, 1, 11) + dt.timedelta(weeks=n) for n in range(STEPS)),
        matters=(True,) * STEPS,
    )


TWELVE = "SV EN MA BI FY KE BL IDH MU SL HKK TK"


def test_a_pause_can_cost_a_level() -> None:
    """Without chemistry the twelve become eleven: eight is still within reach, twelve for nobody."""
    before = picture(TWELVE)
    after = what_if(before, [Pause(subject=KE)])
    assert [step.highest for step in before.ladder] == [Level.PREPARATORY] * STEPS
    assert [step.highest for step in after.ladder] == [Level.VOCATIONAL] * STEPS
    (first, *_) = difference(before, after)
    assert set(first.lost) == {NA_TE, Goal(level=Level.PREPARATORY, programmes=("ES",))}
    assert (first.gained, first.subjects, first.is_same) == ((), -1, False)


def test_a_pause_can_cost_some_programmes_alone() -> None:
    """With one subject to spare the twelve are still there, but not those of NA and TE."""
    before = picture(f"{TWELVE} SPV")
    (first, *_) = difference(before, what_if(before, [Pause(subject=KE)]))
    assert first.lost == (NA_TE,)


def test_a_subject_taken_up_counts_from_its_step() -> None:
    """Until then it waits."""
    before = what_if(picture(TWELVE), [Pause(subject=KE)])
    after = what_if(before, [TakeUp(subject=KE, from_step=2)])
    changes = difference(before, after)
    assert [NA_TE in change.gained for change in changes] == [False, True, True]
    assert [change.subjects for change in changes] == [0, 1, 1]
    assert after.by_code[KE].first_step == 2


def test_a_later_start_than_planned_costs_the_steps_before_it() -> None:
    """The plan has it at once; what if it waited until the last step?"""
    before = picture(TWELVE)
    lost = [NA_TE in change.lost for change in difference(before, what_if(before, [TakeUp(subject=KE, from_step=3)]))]
    assert lost == [True, True, False]


def test_what_is_passed_needs_no_lesson() -> None:
    """It counts in every step, and no pause takes it away; a subject that the plan never knew counts too."""
    before = picture("SV MA BL IDH MU SL HKK")
    passed = what_if(before, [Pass(subject=EN), Pause(subject=EN)])
    assert [step.highest for step in before.ladder] == [Level.PROGRAMME_ORIENTED] * STEPS
    assert [step.highest for step in passed.ladder] == [Level.VOCATIONAL] * STEPS
    assert passed.by_code[EN].said is SubjectStatus.PASSED


def test_what_each_pause_costs_at_the_end_of_the_plan() -> None:
    """Chemistry costs NA and TE, art nothing, what is passed is not asked; what waits now is told to."""
    shown = what_if(picture(f"{TWELVE} SPV", passed="IDH"), [Pause(subject=SubjectCode.TK)])
    costs = {cost.subject: cost for cost in pause_costs(shown)}
    assert SubjectCode.IDH not in costs
    assert set(costs[KE].lost) == {NA_TE, Goal(level=Level.PREPARATORY, programmes=("ES",))}
    assert Goal(level=Level.VOCATIONAL) in costs[KE].left
    assert costs[SubjectCode.TK].waits_now
    assert costs[SubjectCode.TK].lost == ()
    assert not costs[BL].waits_now
    assert costs[EN].lost[0] == Goal(level=Level.VOCATIONAL)


PICTURES = st.builds(
    Picture,
    subjects=st.lists(
        st.builds(
            SubjectStanding,
            code=st.sampled_from(GRADED),
            names=st.sampled_from([(), ("Ämne",)]),
            said=st.sampled_from([None, *SubjectStatus]),
            taught=st.tuples(*[st.booleans()] * STEPS),
        ),
        unique_by=lambda subject: subject.code,
    ).map(tuple),
    days=st.just(tuple(dt.date(2027, 1, 11) + dt.timedelta(weeks=n) for n in range(STEPS))),
    matters=st.just((True,) * STEPS),
)
SUBJECTS = st.sampled_from(GRADED)
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(Pause, subject=SUBJECTS),
    st.builds(Pass, subject=SUBJECTS),
    st.builds(TakeUp, subject=SUBJECTS, from_step=st.integers(1, STEPS)),
)


@given(PICTURES, SUBJECTS)
def test_pausing_never_raises(shown: Picture, subject: SubjectCode) -> None:
    """Neither a level nor the number of subjects, in any step."""
    for change in difference(shown, what_if(shown, [Pause(subject=subject)])):
        assert change.gained == ()
        assert change.subjects <= 0


@given(PICTURES, SUBJECTS)
def test_passing_never_lowers(shown: Picture, subject: SubjectCode) -> None:
    """Neither a level nor the number of subjects, in any step."""
    for change in difference(shown, what_if(shown, [Pass(subject=subject)])):
        assert change.lost == ()
        assert change.subjects >= 0


@given(PICTURES, SUBJECTS)
def test_taking_up_at_once_never_lowers(shown: Picture, subject: SubjectCode) -> None:
    """In the plan from the first step to the last it counts at least as much as before."""
    changes = difference(shown, what_if(shown, [TakeUp(subject=subject, from_step=1)]))
    assert all(change.lost == () for change in changes)


@given(PICTURES, st.lists(CHANGES, max_size=4))
def test_a_difference_reads_the_same_backwards(shown: Picture, changes: list[Change]) -> None:
    """What is lost one way is gained the other, nothing changes without changes, and the same change twice is one."""
    after = what_if(shown, changes)
    there, back = difference(shown, after), difference(after, shown)
    assert [change.lost for change in there] == [change.gained for change in back]
    assert all(change.is_same for change in difference(shown, what_if(shown, [])))
    assert what_if(after, changes[-1:]).ladder == after.ladder
