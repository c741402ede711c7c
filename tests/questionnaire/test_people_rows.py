"""Row by row: whom an answer is passed on to, what it asks the coach to do, what it allows, how the program behaves."""

from __future__ import annotations

import pytest

from planning.needs import KeepEligibility, NeedId, Origin, Source, Strength
from questionnaire.answers import Answer
from questionnaire.bank import load_bank
from questionnaire.effects import (
    adjusted,
    consents_from,
    preferences_from,
    referrals_from,
    rides_from,
    tasks_from,
)
from tests.questionnaire.sample_answers import DONT_KNOW, NO, WEEK, YES, Given, sheet

BANK = load_bank()


@pytest.mark.parametrize(
    ("given", "professions"),
    [
        ({"OR1": YES}, ["rektor"]),
        ({"AM2": "Bild"}, []),
        ({"AM2": ("Bild", "Idrott")}, ["rektor", "specialpedagog"]),
        ({"AM7": YES}, ["syv"]),
        ({"AM3": ("reading", "tests")}, []),
        ({"AM3": ("reading", "tests", "homework")}, ["specialpedagog"]),
        ({"AM3": "keeping_up", "AM5": YES}, ["mentor", "specialpedagog"]),
        ({"SO1": YES}, ["skolskoterska"]),
        ({"SO1": YES, "SO2": YES}, ["skolskoterska", "skolskoterska", "vardcentral"]),
        ({"OR5": YES}, ["kurator", "skolpsykolog"]),
        ({"ON1": ("lesson_from_home", "alone_or_few", "talk_to_someone")}, ["rektor", "rektor", "kurator"]),
        ({"HE4": YES}, ["kurator", "foraldrastod"]),
        ({"HE5": YES}, ["foraldrastod"]),
        ({"G04": NO}, ["skolskoterska"]),
        ({"G05": YES}, ["skolskoterska", "vardcentral"]),
        ({"G06": YES}, ["skolskoterska"]),
        ({"G07": "distance"}, ["rektor"]),
        ({"G10": YES}, ["foraldrastod"]),
        ({"G11": YES}, ["foraldrastod"]),
        ({"G17": YES}, ["rektor"]),
        ({"SO3": ("quarrels", "aches"), "SO5": DONT_KNOW}, ["foraldrastod", "skolskoterska", "vardcentral"]),
        ({"SO3": "aches", "SO5": YES}, []),
        ({"HE2": NO}, ["foraldrastod"]),
        ({"MA4": YES}, ["skolskoterska"]),
        ({"HE1": NO}, ["kurator", "foraldrastod"]),
        ({"TR4": "soon"}, ["kurator"]),
        ({"TR4": "no"}, []),
    ],
)
def test_an_answer_is_passed_on_to_a_profession(given: dict[str, Given], professions: list[str]) -> None:
    """Who is asked for help, row by row."""
    assert [referral.to for referral in referrals_from(BANK, sheet(**given), WEEK)] == professions


def test_a_referral_from_a_private_question_is_private() -> None:
    """Nothing of it may be shown to the guardians."""
    (first, *_) = referrals_from(BANK, sheet(HE1=NO), WEEK)

    assert first.private


@pytest.mark.parametrize(
    ("given", "preferences"),
    [
        ({"ST1": "yes"}, ["full_route"]),
        ({"ST1": "a_few", "ST2": YES}, ["short_route", "read_aloud"]),
        ({"ST1": "not_today", "ST3": YES}, ["not_today", "pupil_mode"]),
        ({"SL2": NO}, ["smaller_first_step"]),
        ({"SL2": YES, "ST2": NO}, ["first_step_is_right"]),
        ({"SL1": ("times", "places")}, ["places_are_right", "times_are_right"]),
        ({"SL1": ("subjects", "people", "support")}, ["subjects_are_right", "people_are_right", "support_is_right"]),
        ({"AM6": YES}, ["show_eligibility"]),
        ({"AM6": NO}, ["hide_eligibility"]),
        ({"SK4": ("pocket_card", "calendar")}, ["calendar", "pocket_card"]),
        ({"SK4": ("phone_picture", "paper_with_pictures", "paper_without_pictures")},
         ["phone_picture", "paper_with_pictures", "paper_without_pictures"]),
        ({"HE5": YES}, ["ask_again"]),
    ],
)
def test_an_answer_changes_how_the_program_behaves(given: dict[str, Given], preferences: list[str]) -> None:
    """What the screen and the draft are to do, row by row."""
    assert list(preferences_from(BANK, sheet(**given))) == preferences


TASK_ROWS: list[tuple[dict[str, Given], list[str]]] = [
    ({"PL7": "corridor"}, ["ask_about_place"]),
    ({"PL7": "none"}, []),
    ({"VU2": "Beta"}, ["ask_about_adult"]),
    ({"VA1": YES}, ["find_friend_group"]),
    ({"VA1": YES, "VA2": YES}, ["find_friend_group", "settle_friend_backup"]),
    ({"VA3": YES}, ["code_other_student", "offer_private_talk"]),
    ({"VG1": NO, "VG2": ("taxi", "walk_together")}, ["apply_for_taxi"]),
    ({"VG1": NO, "VG2": "walk_together"}, []),
    ({"VG4": YES}, ["name_way_home"]),
    ({"SO1": YES, "SO2": YES}, ["book_evening"]),
    ({"ON3": YES}, ["invite_to_meeting"]),
    ({"ON3": NO}, ["bring_students_words"]),
    ({"ON4": YES}, ["name_help_not_wanted"]),
    ({"HE3": YES}, ["write_two_homes"]),
    ({"HE5": YES}, ["talk_about_pressure"]),
    ({"G06": YES}, ["health_matter"]),
    ({"G08": YES, "ON4": YES}, ["name_help_not_wanted"]),
    ({"G10": Answer(choice=YES, ticks=("sleep",))}, ["support_for_guardians"]),
    ({"G12": NO}, ["agree_without_home_visits"]),
    ({"G13": NO, "SK1": YES}, ["explain_no_texts"]),
    ({"G13": NO, "SK1": NO}, []),
    ({"G15": NO}, ["meet_each_guardian"]),
    ({"G16": NO}, ["hear_guardian_on_step"]),
    ({"G17": YES}, ["ask_who_sent_home"]),
    ({"G18": YES}, ["book_interpreter"]),
    ({"G18": Answer(choice=YES, ticks=("other_language",))}, ["translate_plan"]),
    ({"G18": Answer(choice=YES, ticks=("interpreter", "other_language"))}, ["book_interpreter", "translate_plan"]),
]


@pytest.mark.parametrize(("given", "tasks"), TASK_ROWS)
def test_an_answer_asks_the_coach_to_do_something(given: dict[str, Given], tasks: list[str]) -> None:
    """What a person has to do, row by row; each thing once."""
    assert [due.task for due in tasks_from(BANK, sheet(**given), WEEK)] == tasks


def test_every_task_of_the_bank_has_a_row() -> None:
    """No task goes untested."""
    assert {effect.task for item in BANK.items for effect in item.tasks} == {t for _, tasks in TASK_ROWS for t in tasks}


@pytest.mark.parametrize(
    ("given", "consents"),
    [
        ({"VU8": ("what_helps", "coming_back")}, [("teachers_may_know", True, ("coming_back", "what_helps"))]),
        ({"VU8": "none"}, [("teachers_may_know", False, ())]),
        ({"G09": ("bup", "vardcentral")}, [("contacts", True, ("bup", "vardcentral"))]),
        ({"G12": YES}, [("home_visits", True, ())]),
        ({"G12": NO}, [("home_visits", False, ())]),
        ({"G13": NO}, [("texts", False, ())]),
        ({"G14": ("principal", "mentor")}, [("shared_with", True, ("principal", "mentor"))]),
        ({"G15": NO}, [("guardians_agree", False, ())]),
        ({"G15": DONT_KNOW}, []),
    ],
)
def test_an_answer_allows_or_does_not(
    given: dict[str, Given], consents: list[tuple[str, bool, tuple[str, ...]]]
) -> None:
    """What may be told and done, row by row; «vet inte» neither allows nor forbids."""
    assert [(c.consent, c.is_given, c.ticks) for c in consents_from(BANK, sheet(**given))] == consents


def test_rides_are_offered_by_half_days() -> None:
    """The guardians tick when they can drive."""
    assert [half.code for half in rides_from(BANK, sheet(G02=("fri_pm", "mon_am")))] == ["mon_am", "fri_pm"]


def test_grades_that_matter_make_eligibility_a_strong_wish() -> None:
    """AM6: otherwise it keeps the weight that every plan gives it."""
    by_default = KeepEligibility(
        id=NeedId("d"), origin=Origin(source=Source.DEFAULT, ref="d"), strength=Strength.WISH_1, subjects=("Svenska",)
    )

    for given, strength in (({"AM6": YES}, Strength.WISH_3), ({"AM6": NO}, Strength.WISH_1), ({}, Strength.WISH_1)):
        (need,) = adjusted(BANK, sheet(**given), WEEK, [by_default])
        assert need.strength is strength
