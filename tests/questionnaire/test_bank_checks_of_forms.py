"""The guardians' form, and what hangs on boxes beside «Ja», is refused as closely as the rest of the bank."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaire.bank import load_bank
from tests.questionnaire.test_bank_checks import GOOD, made, refusal

GUARDIAN = """
[G01]
sitting = "G"
kind = "yes_no"
sv = "Brukar ert barn sova?"
en = "Does your child usually sleep?"

[[G01.referrals]]
when = ["no"]
to = "skolskoterska"

[G01.compare]
question = "SO1"
differs = { no = "no" }
sv = "Sömnen"
en = "Sleep"

[G02]
sitting = "G"
kind = "time_grid"
sv = "Kan ni skjutsa?"
en = "Can you drive?"

[[G02.escorts]]
when = ["yes"]
escort = "guardian_ride"

[G03]
sitting = "G"
kind = "yes_no"
sv = "Vill ni ha stöd?"
en = "Do you want support?"
options = [{ code = "talk", sv = "Prata", en = "Talk" }, { code = "advice", sv = "Råd", en = "Advice" }]

[[G03.tasks]]
when = ["yes"]
when_ticked = ["talk"]
least_ticks = 1
task = "support_for_guardians"

[[G03.consents]]
when = ["yes"]
consent = "contacts"

[[G03.needs]]
when = ["yes"]
need = "avoid_subject"
strength = "wish_1"
ticks_fill = "subjects"
subject_words = { talk = ["svenska"], "" = ["idrott"] }
"""


def test_a_small_form_of_the_guardians_is_read(tmp_path: Path) -> None:
    """The example that the refusals below spoil one thing in: rides, tasks, consents, boxes beside «Ja», and more."""
    bank = load_bank(made(tmp_path, GOOD, guardians=GUARDIAN))

    assert [item.id for item in bank.items] == ["SO1", "SO3", "G01", "G02", "G03"]


@pytest.mark.parametrize(
    ("good", "bad", "field"),
    [
        ('sitting = "G"', 'sitting = "A"', "G01.sitting"),
        ('sitting = "G"', 'sitting = "G"\nprivate = true', "G01.private"),
        ('sitting = "G"', 'sitting = "G"\nshort_route = true', "G01.short_route"),
        ('question = "SO1"', 'question = "SO9"', "G01.compare.question"),
        ('question = "SO1"', 'question = "G02"', "G01.compare.question"),
        ('question = "SO1"', 'question = "SO3"', "G01.compare"),
        ('differs = { no = "no" }', 'differs = { no = "nej" }', "G01.compare.differs.no"),
        ('sv = "Sömnen"', 'sv = ""', "G01.compare.sv"),
        ('sv = "Sömnen"\nen = "Sleep"', 'sv = "Sömnen"', "G01.compare.en"),
        ('escort = "guardian_ride"', 'escort = "helicopter"', "G02.escorts.0.escort"),
        ('kind = "time_grid"', 'kind = "yes_no"', "G02.escorts"),
        ('task = "support_for_guardians"', 'task = "sing"', "G03.tasks.0.task"),
        ('task = "support_for_guardians"', "", "G03.tasks.0.task"),
        ('when_ticked = ["talk"]\nleast', 'when_ticked = ["walk"]\nleast', "G03.tasks.0.when_ticked"),
        ("least_ticks = 1", 'least_ticks = 1\nunless_ticked = ["walk"]', "G03.tasks.0.unless_ticked"),
        ("least_ticks = 1", "least_ticks = -1", "G03.tasks.0.least_ticks"),
        ("least_ticks = 1", 'least_ticks = "some"', "G03.tasks.0.least_ticks"),
        ('consent = "contacts"', 'consent = "everything"', "G03.consents.0.consent"),
        ('consent = "contacts"', 'consent = "contacts"\nis_given = "maybe"', "G03.consents.0.is_given"),
        ("subject_words = { talk", "subject_words = { walk", "G03.needs.0.subject_words"),
        ('ticks_fill = "subjects"\n', "", "G03.needs.0.ticks_fill"),
        ('["svenska"]', '"svenska"', "G03.needs.0.subject_words.talk"),
        ('code = "advice"', 'code = "talk"', "G03.options"),
        ('en = "Advice"', 'en = ""', "G03.options.1.en"),
    ],
)
def test_one_fault_in_what_the_guardians_form_needs_is_named(tmp_path: Path, good: str, bad: str, field: str) -> None:
    """Comparisons, rides, tasks, consents, subject words and boxes beside «Ja» are refused at the very place."""
    assert good in GUARDIAN

    data = refusal(made(tmp_path, GOOD, guardians=GUARDIAN.replace(good, bad, 1)))

    assert (data["file"], data["field"]) == ("guardians.toml", field)


def test_a_question_of_the_student_s_stands_in_no_form_but_the_student_s(tmp_path: Path) -> None:
    """Sitting G and guardians.toml are for questions numbered G."""
    assert refusal(made(tmp_path, GOOD.replace('sitting = "B"', 'sitting = "G"')))["field"] == "SO1.sitting"
    assert refusal(made(tmp_path, GUARDIAN + GOOD))["field"] == "G01.sitting"


def test_the_student_s_question_is_compared_with_nobody(tmp_path: Path) -> None:
    """A comparison stands at the guardians' question, so that the student's never hangs on theirs."""
    comparison = '[SO1.compare]\nquestion = "G01"\ndiffers = {}\nsv = "Sömn"\nen = "Sleep"\n\n'
    compared = GOOD.replace("[SO1.says]", comparison + "[SO1.says]")

    assert refusal(made(tmp_path, compared, guardians=GUARDIAN))["field"] == "SO1.compare.question"
