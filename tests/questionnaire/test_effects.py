"""How answers become needs, and what must hold for any answers. The rows themselves are in `test_effect_rows`."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planning.needs import AnyNeed, Respondent, Strength
from planning.needs.environment import AvoidPlace
from planning.needs.subjects import BeginWith
from planning.needs.times import BlockedTime, EarliestStart, MaxVisitMinutes
from questionnaire.answers import Answer, AnswerSheet, Choice, asked_of
from questionnaire.bank import load_bank
from questionnaire.effects import needs_from
from tests.questionnaire.sample_answers import DONT_KNOW, NO, SKIP, WEEK, YES, Given, any_sheet, needs

BANK = load_bank()
ADULTS = (Respondent.GUARDIAN, Respondent.COACH, Respondent.SCHOOL)


@pytest.mark.parametrize(
    "given",
    [
        {"PL1": ("go_out", "enter_empty_school")}, {"PL1": "go_out", "PL4": YES}, {"MA2": YES}, {"RA1": NO},
        {"VG1": YES}, {"TI3": "none"}, {"VU2": "none"}, {"SO1": NO}, {"VA1": NO}, {"PL4": NO},
    ],
)  # fmt: skip
def test_answers_that_bind_nothing_give_no_hard_need(given: dict[str, Given]) -> None:
    """«Nej» is an answer too, and so is «Inget»."""
    hard = [need.kind for need in needs(**given).values() if need.is_hard]

    assert hard == (["start_elsewhere"] if given.get("PL4") is YES else [])


def test_a_wish_remains_after_the_release_step() -> None:
    """Hard days are kept free in steps 1–2 and avoided where possible from step 3."""
    first, then = (need for need in needs(TI3="mon").values() if need.kind == "days_off")

    assert (first.id, first.strength, first.last_step) == ("TI3:days_off", Strength.HARD_NOW, 2)
    assert (then.id, then.strength, then.first_step) == ("TI3:days_off:2", Strength.WISH_2, 3)
    assert then.last_step is None


def test_places_are_met_again_one_after_the_other() -> None:
    """PL7: each place has its own release step, in the bank's order; an agreed step holds for all of them."""
    ticked = ("dining_hall", "entrance", "schoolyard")

    def released(given: Answer) -> list[tuple[tuple[str, ...], int | None]]:
        return [(need.places, need.last_step) for need in needs(PL7=given).values() if isinstance(need, AvoidPlace)]

    assert released(Answer(ticks=ticked)) == [(("entrance",), 3), (("dining_hall",), 4), (("schoolyard",), 5)]
    assert {last for _, last in released(Answer(ticks=ticked, last_step=2))} == {2}


def test_late_sleep_eases_half_an_hour_a_step_from_step_four() -> None:
    """The method's 10.00 in steps 1–3, then 09.30, 09.00 and so on."""
    easing = needs(SO1=YES)["SO1:earliest_start:2"]

    assert isinstance(easing, EarliestStart)
    assert [easing.time_in(step) for step in (4, 5, 6)] == [570, 540, 510]


def test_both_halves_of_a_day_give_two_needs() -> None:
    """Mornings together and afternoons together."""
    given = [
        (need.start, need.end, need.weekdays)
        for need in needs(TI9=("mon_am", "mon_pm", "tue_pm")).values()
        if isinstance(need, BlockedTime)
    ]

    assert given == [(0, 720, (0,)), (720, 1440, (0, 1))]


def test_exhaustion_slows_the_growth_of_a_visit() -> None:
    """The bound grows by a quarter instead of by half, and not by whole lessons."""
    visit = needs(TI4="30_minutes", SI4=YES)["TI4:max_visit_minutes"]

    assert isinstance(visit, MaxVisitMinutes)
    assert [visit.minutes_in(step) for step in (1, 2, 3)] == [30, 40, 50]


def test_an_agreed_later_start_keeps_the_length() -> None:
    """A limit of two steps that begins in step 3 ends with step 4."""
    need = needs(OR1=Answer(choice=YES, first_step=3))["OR1:small_group_first"]

    assert (need.first_step, need.last_step) == (3, 4)


def test_a_detail_out_of_range_leaves_the_banks_default() -> None:
    """Nine hundred minutes is no visit: the half hour that was ticked holds."""
    need = needs(TI4=Answer(ticks=("30_minutes",), minutes=900))["TI4:max_visit_minutes"]

    assert isinstance(need, MaxVisitMinutes)
    assert need.minutes == 30


def test_names_that_the_timetable_does_not_have_give_nothing() -> None:
    """A subject that was renamed is left out, and alone it gives no need at all."""
    begin = needs(AM1=("Bild", "Sömnad"))["AM1:begin_with"]

    assert isinstance(begin, BeginWith)
    assert begin.subjects == ("Bild",)
    assert needs(AM1="Sömnad") == {}


def test_an_answer_rests_when_its_question_does_not_stand() -> None:
    """The ride that was wished for is not planned when the student can come alone after all."""
    assert "VG2:support" in needs(VG1=NO, VG2="taxi")
    assert "VG2:support" not in needs(VG1=YES, VG2="taxi")


def test_what_an_adult_filled_in_is_a_wish() -> None:
    """The same answer from an adult binds nothing and counts half (method E10)."""
    need = needs(VU2=Answer(ticks=("Beta",), by=Respondent.GUARDIAN))["VU2:avoid_teacher"]

    assert need.strength is Strength.WISH_2
    assert need.origin.by is Respondent.GUARDIAN


def test_an_adults_answer_never_lifts_a_students_limit() -> None:
    """Neither where lunch is eaten, nor starting elsewhere, nor the pace, is loosened over the student's head."""
    lunch = Answer(ticks=("small_room",), by=Respondent.GUARDIAN)
    elsewhere = Answer(choice=YES, by=Respondent.COACH)
    tired = Answer(choice=YES, by=Respondent.SCHOOL)

    assert needs(MA2=NO, MA3=lunch)["MA2:lunch_elsewhere"] == needs(MA2=NO)["MA2:lunch_elsewhere"]
    assert needs(PL1="go_out", PL4=elsewhere)["PL1:no_lessons_yet"].is_hard
    bound = "TI4:max_visit_minutes"
    assert needs(TI4="30_minutes", SI4=tired)[bound] == needs(TI4="30_minutes")[bound]


@settings(max_examples=150, deadline=None)
@given(any_sheet())
@example(AnswerSheet(answers={"HE5": Answer(choice=Choice.YES), "G11": Answer(choice=Choice.YES)}))
def test_any_answers_give_needs_with_unique_ids(answers: AnswerSheet) -> None:
    """Whatever is ticked, in whatever order: no error, no id twice, no empty span of steps."""
    made = needs_from(BANK, answers, WEEK)

    assert len({need.id for need in made}) == len(made)
    assert all(need.last_step is None or need.first_step <= need.last_step for need in made)
    assert all(need.id.startswith(f"{need.origin.ref}:{need.kind}") for need in made)


@settings(max_examples=75, deadline=None)
@given(any_sheet(), st.randoms())
def test_the_order_of_ticks_changes_nothing(answers: AnswerSheet, random: Random) -> None:
    """The same boxes ticked in another order, or twice, are the same answer."""
    shuffled = {
        question: answer.model_copy(update={"ticks": tuple(random.sample(answer.ticks * 2, len(answer.ticks) * 2))})
        for question, answer in answers.answers.items()
    }

    assert needs_from(BANK, AnswerSheet(answers=shuffled), WEEK) == needs_from(BANK, answers, WEEK)


def hard(answers: AnswerSheet) -> list[AnyNeed]:
    """The hard needs of those answers."""
    return [need for need in needs_from(BANK, answers, WEEK) if need.is_hard]


@settings(max_examples=75, deadline=None)
@given(any_sheet(), st.sets(st.sampled_from([item.id for item in BANK.items])), st.sampled_from([DONT_KNOW, SKIP]))
def test_not_knowing_changes_no_hard_need(answers: AnswerSheet, unsure: set[str], button: Given) -> None:
    """«Vet inte» or «Hoppa över» to any questions not yet answered binds nothing and frees nothing."""
    more = {question: Answer(choice=button) for question in unsure if question not in answers.answers}

    assert hard(AnswerSheet(answers={**answers.answers, **more})) == hard(answers)


@settings(max_examples=75, deadline=None)
@given(any_sheet(by=ADULTS))
def test_adults_alone_bind_nothing(answers: AnswerSheet) -> None:
    """Without the student no question of the student's gives a hard need or a strong wish."""
    asked = AnswerSheet(answers={q: a for q, a in answers.answers.items() if asked_of(q) is Respondent.STUDENT})
    strengths = {need.strength for need in needs_from(BANK, asked, WEEK)}

    assert strengths <= {Strength.WISH_2, Strength.WISH_1, Strength.SUPPORT}
