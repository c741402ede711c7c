"""Where it is not safe no plan goes until something is done there, and nobody can read why."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from casework.app_verbs import make_plan
from casework.cases import create_case, open_case, take_in_timetable, write_facts, write_unsafe
from casework.documents import DOCUMENTS, make_documents
from casework.dossier import Dossier
from casework.proposing import problem_of, propose
from casework.safety import (
    CARE,
    Measure,
    MeasureThere,
    SettingKind,
    UnsafeSetting,
    asks_where,
    choices,
    needs_of_unsafe,
    no_longer_in,
    standing_settings,
)
from planning.needs import (
    AvoidGroup,
    AvoidPlace,
    AvoidRoom,
    AvoidSubject,
    AvoidTeacher,
    Respondent,
    Source,
    Strength,
)
from planning.outcomes import Found
from questionnaire.alerts import Alert, AlertLevel, Routine
from questionnaire.answers import QuestionId
from tests.casework.small_week import MONDAY, TODAY, facts, sheet, week
from tests.casework.test_documents import words_of
from tests.opened_store import opened_store

AT = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
HALL = UnsafeSetting(kind=SettingKind.ROOM, name="Hallen")
TEACHER = UnsafeSetting(kind=SettingKind.TEACHER, name="EXC")
MATHS = UnsafeSetting(kind=SettingKind.SUBJECT, name="Matematik")
CHANGING = UnsafeSetting(kind=SettingKind.PLACE, name="changing_room")
NOT_TOLD = UnsafeSetting(kind=SettingKind.NOT_TOLD)
GOES_ON = Alert(level=AlertLevel.F1, question=QuestionId("TR2"), routine=Routine.STUDENT_HARM_GOES_ON)
HAPPENED = Alert(level=AlertLevel.F2, question=QuestionId("TR1"), routine=Routine.STUDENT_HARM)


def after(setting: UnsafeSetting, *done: MeasureThere) -> UnsafeSetting:
    """The setting when those measures have been taken."""
    measures = tuple(Measure(kind=kind, by="rektor", at=AT) for kind in done)
    return setting.model_copy(update={"measures": measures})


def test_each_kind_of_setting_gives_the_need_that_keeps_away_from_it() -> None:
    """One of each kind, with all its names, hard to the end of the plan."""
    group = UnsafeSetting(kind=SettingKind.GROUP, name="9T")
    other_room = UnsafeSetting(kind=SettingKind.ROOM, name="A1")
    needs = needs_of_unsafe((HALL, group, TEACHER, MATHS, CHANGING, other_room, NOT_TOLD))
    assert [type(need) for need in needs] == [AvoidRoom, AvoidGroup, AvoidTeacher, AvoidSubject, AvoidPlace]
    assert isinstance(needs[0], AvoidRoom)
    assert needs[0].rooms == ("A1", "Hallen")
    assert all(need.strength is Strength.HARD and need.last_step is None for need in needs)


def test_a_need_does_not_tell_where_it_comes_from() -> None:
    """It is the coach's, as everything is that was told in private."""
    (need,) = needs_of_unsafe((HALL,))
    assert need.origin == CARE
    assert (CARE.source, CARE.ref, CARE.by) == (Source.COACH, "coach.care", Respondent.COACH)
    assert need.id == "coach.care:avoid_room"


@pytest.mark.parametrize("kind", [k for k in MeasureThere if k is not MeasureThere.ONLY_THIS_STUDENT_MOVED])
def test_a_measure_there_releases_that_setting_and_no_other(kind: MeasureThere) -> None:
    """The others stay closed."""
    assert needs_of_unsafe((after(HALL, kind),)) == ()
    assert needs_of_unsafe((after(HALL, kind), TEACHER)) == needs_of_unsafe((TEACHER,))


def test_moving_only_the_one_who_was_exposed_releases_nothing() -> None:
    """However often it is written; together with a measure there it does no harm."""
    only = after(HALL, *[MeasureThere.ONLY_THIS_STUDENT_MOVED] * 2)
    assert only.only_moves_the_exposed
    assert needs_of_unsafe((only,)) == needs_of_unsafe((HALL,))
    both = after(HALL, MeasureThere.ONLY_THIS_STUDENT_MOVED, MeasureThere.ADULT_PRESENT)
    assert not both.only_moves_the_exposed
    assert needs_of_unsafe((both,)) == ()


@given(st.lists(st.sampled_from(MeasureThere)))
def test_a_setting_is_released_by_something_done_there_alone(done: list[MeasureThere]) -> None:
    """Whatever else has been done."""
    there = set(done) - {MeasureThere.ONLY_THIS_STUDENT_MOVED}
    assert after(HALL, *done).is_released is bool(there)
    assert bool(needs_of_unsafe((after(HALL, *done),))) is not bool(there)


def test_the_latest_of_a_setting_holds() -> None:
    """A tick taken away is gone; ticked again it is without the measures of before."""
    withdrawn = HALL.model_copy(update={"is_withdrawn": True})
    assert standing_settings((HALL, TEACHER, withdrawn)) == (TEACHER,)
    assert standing_settings((after(HALL, MeasureThere.ADULT_PRESENT), withdrawn, HALL)) == (HALL,)


def test_what_the_timetable_does_not_have_is_pointed_out_and_bars_nothing() -> None:
    """A new timetable may call it otherwise; the plan is made and the coach is asked."""
    gone = UnsafeSetting(kind=SettingKind.ROOM, name="Gamla hallen")
    assert needs_of_unsafe((gone, HALL), week()) == needs_of_unsafe((HALL,))
    assert no_longer_in(week(), (gone, HALL, CHANGING, NOT_TOLD)) == (gone,)
    assert no_longer_in(week(), (after(gone, MeasureThere.OTHERS_MOVED),)) == ()


def test_what_can_be_ticked_comes_from_the_timetable_and_a_closed_list_of_places() -> None:
    """Nothing is written by hand."""
    assert choices(SettingKind.ROOM, week()) == ("A1", "A2", "Bildsalen", "Hallen")
    assert choices(SettingKind.GROUP, week()) == ("9T",)
    assert "EXC" in choices(SettingKind.TEACHER, week())
    assert "Matematik" in choices(SettingKind.SUBJECT, week())
    assert {"changing_room", "corridor", "toilets"} <= set(choices(SettingKind.PLACE, week()))
    assert "none" not in choices(SettingKind.PLACE, week())


def test_where_is_asked_while_it_goes_on_until_something_is_written() -> None:
    """Also «eleven vill inte säga var» is an answer."""
    assert asks_where((GOES_ON,), ())
    assert not asks_where((HAPPENED,), ())
    assert not asks_where((GOES_ON,), (HALL,))
    assert not asks_where((GOES_ON,), (NOT_TOLD,))


def test_a_measure_is_short_and_at_a_certain_time() -> None:
    """No room for a description of anybody."""
    with pytest.raises(ValidationError):
        Measure(kind=MeasureThere.ADULT_PRESENT, by="", at=AT)
    with pytest.raises(ValidationError):
        Measure(kind=MeasureThere.ADULT_PRESENT, by="x" * 61, at=AT)
    with pytest.raises(ValidationError):
        Measure.model_validate({"kind": "adult_present", "by": "rektor", "at": "2026-11-23T09:00:00"})


def dossier(unsafe: tuple[UnsafeSetting, ...]) -> Dossier:
    """A planned case with those settings."""
    case = facts(student="Kim", ladder={"first_monday": MONDAY, "number_of_steps": 3, "weeks_per_step": 2})
    answers = sheet(AM1=["Bild"])
    problem = problem_of(case, week(), answers, today=TODAY, unsafe=unsafe)
    outcome = propose(problem)
    assert isinstance(outcome, Found)
    return Dossier(
        case_id="t", problem=problem, plan=outcome.plan, facts=case, sheet=answers, date=MONDAY, is_draft=True
    )


def test_the_plan_goes_nowhere_unsafe_and_there_again_after_a_measure() -> None:
    """In every step, until something is done there."""
    bars = dossier((HALL, TEACHER))
    lessons = [planned.lesson for step in bars.plan.steps for planned in step.lessons]
    assert lessons
    assert not any("Hallen" in lesson.rooms or "EXC" in lesson.teachers for lesson in lessons)

    released = dossier((after(HALL, MeasureThere.ADULT_PRESENT), after(TEACHER, MeasureThere.HUVUDMAN_INVESTIGATES)))
    assert released.plan == dossier(()).plan


def test_no_document_tells_anything_but_its_effect_on_the_week() -> None:
    """Neither the setting's name nor a word of why stands in any of them; not even in the secret appendix."""
    only_moved = after(CHANGING, MeasureThere.ONLY_THIS_STUDENT_MOVED)
    made = make_documents(dossier((HALL, TEACHER, only_moved)))
    said = {name: words_of(content) for name, content in made.items()}
    assert set(said) == set(DOCUMENTS)
    names = ("Hallen", "EXC", "omklädningsrum", "changing")
    told = (*names, "trygg", "coach.care", "avoid_", "flyttat", "utsatt", "åtgärd är")
    assert [(name, word) for name, text in said.items() for word in told if word.lower() in text.lower()] == []


def test_what_is_written_is_kept_and_makes_the_plan_old(tmp_path: Path) -> None:
    """The same written again changes nothing."""
    store = opened_store(tmp_path / "cases.stegvis")
    case_id = create_case(store, name="Kim")
    write_facts(store, case_id, facts(student="Kim"))
    take_in_timetable(store, case_id, week())
    make_plan(store, open_case(store, case_id))
    write_unsafe(store, case_id, (HALL, TEACHER))
    before = open_case(store, case_id)
    assert before.unsafe == (HALL, TEACHER)
    assert not before.plan_is_current
    write_unsafe(store, case_id, (HALL,))
    assert open_case(store, case_id) == before
    write_unsafe(store, case_id, (TEACHER.model_copy(update={"is_withdrawn": True}),))
    assert open_case(store, case_id).unsafe == (HALL,)


def test_no_log_tells_anything_of_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever reads the log of the program learns neither where nor that there is anything."""
    store = opened_store(tmp_path / "cases.stegvis")
    case_id = create_case(store, name="Kim")
    with caplog.at_level(logging.DEBUG):
        write_facts(store, case_id, facts(student="Kim"))
        take_in_timetable(store, case_id, week())
        write_unsafe(store, case_id, (after(HALL, MeasureThere.ONLY_THIS_STUDENT_MOVED),))
        make_plan(store, open_case(store, case_id))
    assert not any(word in caplog.text for word in ("Hallen", "unsafe_setting", "only_this", "coach.care"))
