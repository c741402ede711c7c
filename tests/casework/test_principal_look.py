"""What is shown of a proposal that was sent: to each role what it may see, as it was sent, and nothing since."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from casework.answer_drafts import AnswerDraft, my_draft, save_draft
from casework.cases import open_case, record_answers
from casework.course import decide
from casework.course_comments import comments_on_lessons
from casework.course_look import what_waits
from casework.course_verbs import receive, return_
from casework.principal_look import principal_look
from casework.returned_decision import read_returned
from casework.sent_proposals import decision_file
from planning.clock import Weekday
from planning.decided import Ruling
from planning.errors import CaseFileError, NotAllowed
from planning.workflow.comments import LessonComment
from planning.workflow.course_facts import Guard
from planning.workflow.moves import Given, MoveName
from planning.workflow.states import State
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from storage.store import CaseStore
from tests.browser.answered_town import PEOPLE, Town, town_with_proposal
from tests.casework.staffed import told

TODAY = dt.datetime.now(dt.UTC).date()
READS = {"coach", "rektor", "guardian", "student", "coordinator"}
"""Who may see documents while they are at the school (docs/security/permissions.csv)."""
CANARY = "Kanariefågel i gymnastiksalen"


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A case that has been sent; nobody has received it."""
    made = town_with_proposal(tmp_path / "town")
    yield made
    made.store.close()


def sha(town: Town) -> str:
    """Of what was sent."""
    sent = principal_look(town.acting("rektor"), town.case).sent
    assert sent is not None
    return sent.sha256


def comment_on_bild(town: Town, text: str = "Kan Bild vänta?") -> LessonComment:
    """A comment on the first lesson of the plan."""
    proposal = principal_look(town.acting("rektor"), town.case).proposal
    assert proposal is not None
    lesson = next(one for one in proposal.weeks[0][0].whole if one.id in proposal.weeks[0][0].lessons)
    return LessonComment(
        step=1, lesson=lesson.id, subject=lesson.subject, weekday=lesson.weekday, start=lesson.start, text=text
    )


def refusal(store: CaseStore, town: Town) -> str:
    """Why somebody is not shown it; empty where they are."""
    return told(principal_look, store, town.case)


def test_each_role_is_shown_what_it_may_see_and_only_the_rektor_answers(town: Town) -> None:
    """Deny by default: a mentor before a decision and another school's rektor meet nothing; others read and no more."""
    receive(town.acting("rektor"), town.case, Given(day=TODAY))
    shown = {who for who in PEOPLE if not refusal(town.acting(who), town)}
    assert shown == READS
    looks = {who: principal_look(town.acting(who), town.case) for who in shown}
    assert {who for who, look in looks.items() if look.may_decide} == {"rektor"}
    assert {who for who, look in looks.items() if look.draft is not None} == {"rektor"}
    assert all(look.proposal is not None for look in looks.values())
    assert refusal(town.acting("other"), town) == "no-such-case"
    assert refusal(town.acting("mentor"), town) == "not_yours_to_do"


@pytest.mark.parametrize("who", sorted(set(PEOPLE) - {"rektor"}))
def test_nobody_but_the_rektor_keeps_or_reads_a_draft_of_an_answer(town: Town, who: str) -> None:
    """Whoever they are to the case; and what the rektor has written stays with the rektor."""
    of = sha(town)
    save_draft(town.acting("rektor"), town.case, AnswerDraft(sha256=of, reasons="Inte färdigt"))
    assert told(save_draft, town.acting(who), town.case, AnswerDraft(sha256=of, reasons="Min text")) != ""
    if not told(my_draft, town.acting(who), town.case, of):
        assert my_draft(town.acting(who), town.case, of) == AnswerDraft(sha256=of)


def test_what_is_shown_is_what_was_sent_and_nothing_since(town: Town) -> None:
    """The bytes have the hash that was locked; an answer that comes in afterwards changes nothing of it."""
    before = principal_look(town.acting("rektor"), town.case)
    assert before.proposal is not None
    assert before.sent is not None
    assert hashlib.sha256(before.proposal.file).hexdigest() == before.sent.sha256 == before.proposal.sha256
    at = dt.datetime.now(dt.UTC)
    answer = AnswerEvent(id=EventId("late"), question=QuestionId("SO1"), answer=Answer(choice=Choice.YES), at=at)
    record_answers(town.acting("coach"), town.case, [answer])
    assert principal_look(town.acting("rektor"), town.case).proposal == before.proposal


def test_nothing_of_it_is_an_answer_or_names_a_teacher(town: Town) -> None:
    """Neither where a need comes from, nor who teaches, stands anywhere in what the page is made of."""
    proposal = principal_look(town.acting("rektor"), town.case).proposal
    assert proposal is not None
    said = proposal.model_copy(update={"pdf": ""}).model_dump_json()
    teachers = {teacher for lesson in _lessons(town) for teacher in lesson.teachers}
    assert teachers
    assert not [one for one in teachers if f'"{one}"' in said]
    assert '"ref":"' not in said.replace('"ref":""', "")
    assert "dining_hall" not in said


def _lessons(town: Town) -> tuple:  # type: ignore[type-arg]  # of the timetable
    timetable = open_case(town.acting("coach"), town.case).timetable
    assert timetable is not None
    return timetable.lessons


def test_every_week_knows_its_lessons_by_their_ids(town: Town) -> None:
    """As many as are told, each in the class's own week, so that a comment is about the very lesson."""
    proposal = principal_look(town.acting("rektor"), town.case).proposal
    assert proposal is not None
    ids = {lesson.id for lesson in _lessons(town)}
    for step, seen in zip(proposal.public.steps, proposal.weeks, strict=True):
        for week, own in zip(step.weeks, seen, strict=True):
            assert len(week.lessons) == len(own.lessons)
            assert set(own.lessons) <= {lesson.id for lesson in own.whole} <= ids


def test_a_draft_is_kept_whole_once_and_by_document(town: Town) -> None:
    """The newest counts, the same twice is one row, and another version begins empty."""
    rektor, of = town.acting("rektor"), sha(town)
    written = AnswerDraft(sha256=of, ruling=Ruling.WITH_CHANGES, reasons="Så här", comments=(comment_on_bild(town),))
    save_draft(rektor, town.case, written)
    save_draft(rektor, town.case, written)
    assert my_draft(rektor, town.case, of) == written
    assert principal_look(rektor, town.case).draft == written
    assert my_draft(rektor, town.case, "0" * 64) == AnswerDraft(sha256="0" * 64)
    with pytest.raises(CaseFileError):
        save_draft(town.acting("other"), town.case, written)


def test_a_second_comment_on_the_same_takes_the_place_of_the_first() -> None:
    """In its place; and one can be taken away."""
    one = LessonComment(step=1, lesson="a", subject="Bild", weekday=Weekday.MON, start=540, text="Först")
    other = LessonComment(subject="Matematik", text="Mer")
    draft = AnswerDraft(sha256="0" * 64).with_comment(one).with_comment(other)
    changed = draft.with_comment(one.model_copy(update={"text": "Sedan"}))
    assert [comment.text for comment in changed.comments] == ["Sedan", "Mer"]
    assert changed.without_comment(one).comments == (other,)
    assert draft.is_begun


def test_only_an_answer_about_lessons_takes_comments_along() -> None:
    """As asked, or no programme at all, has nothing to change; a return has no days of its own."""
    comment = LessonComment(step=2, text="Dela steget.")
    draft = AnswerDraft(
        sha256="0" * 64, comments=(comment,), reasons="Skäl", points="Ett\n\n två ", decided_by="Eva Exempel",
        valid_from=TODAY, valid_to=TODAY,
    )  # fmt: skip
    given = {ruling: draft.model_copy(update={"ruling": ruling}).given(TODAY) for ruling in Ruling}
    assert {ruling for ruling, one in given.items() if one.comments} == {Ruling.RETURNED, Ruling.WITH_CHANGES}
    returned, decided = given[Ruling.RETURNED], given[Ruling.AS_PROPOSED]
    assert returned.points == ("Ett", "två")
    assert returned.written is not None
    assert returned.written.valid_from is None
    assert decided.points == ()
    with pytest.raises(NotAllowed, match="nothing_chosen"):
        draft.given(TODAY)


def test_a_return_tells_the_coach_of_the_very_lesson_until_a_new_version_leaves(town: Town) -> None:
    """By the lesson's id; what is about a step stands in the move alone, and nothing is told before it is given."""
    rektor, coach = town.acting("rektor"), town.acting("coach")
    receive(rektor, town.case, Given(day=TODAY))
    about = comment_on_bild(town)
    draft = AnswerDraft(sha256=sha(town), ruling=Ruling.RETURNED).with_comment(about)
    save_draft(rektor, town.case, draft)
    assert comments_on_lessons(coach, town.case) == {}
    step = LessonComment(step=2, text="Kan steget bli längre?")
    move = return_(rektor, town.case, draft.with_comment(step).given(TODAY))
    assert move.comments == (about, step)
    assert move.points == ()
    assert comments_on_lessons(coach, town.case) == {about.lesson: (about.text,)}
    look = principal_look(rektor, town.case)
    assert look.state is State.RETURNED
    assert look.returned is not None
    assert (look.returned.comments, look.draft, look.decision) == ((about, step), None, None)


def test_a_return_without_a_word_waits_for_one(town: Town) -> None:
    """Neither a point nor a comment."""
    rektor = town.acting("rektor")
    receive(rektor, town.case, Given(day=TODAY))
    given = AnswerDraft(sha256=sha(town), ruling=Ruling.RETURNED).given(TODAY)
    assert [one.guard for one in what_waits(rektor, town.case, MoveName.RETURN, given)] == [Guard.POINTS_GIVEN]
    with_comment = given.model_copy(update={"comments": (LessonComment(step=1, text="Mer."),)})
    assert what_waits(rektor, town.case, MoveName.RETURN, with_comment) == ()


def test_a_decision_with_changes_is_a_file_that_says_them(town: Town) -> None:
    """The sent file with the seven fields filled in and each change a line; read back it is the same decision."""
    rektor = town.acting("rektor")
    receive(rektor, town.case, Given(day=TODAY))
    look = principal_look(rektor, town.case)
    assert look.proposal is not None
    draft = AnswerDraft(
        sha256=sha(town), ruling=Ruling.WITH_CHANGES,
        reasons="Skollagen 3 kap. 12 §. Kim behöver börja i liten skala. Bild får vänta.",
        decided_by="Eva Exempel, rektor", valid_from=look.proposal.public.first_day,
        valid_to=look.proposal.public.last_day,
    ).with_comment(comment_on_bild(town))  # fmt: skip
    assert what_waits(rektor, town.case, MoveName.DECIDE_WITH_CHANGES, draft.given(TODAY)) == ()
    decide(rektor, town.case, draft.given(TODAY))
    look = principal_look(rektor, town.case)
    assert look.decision is not None
    assert look.changes == draft.comments
    content = decision_file(rektor, town.case, look.decision.number)
    fields = PdfReader(BytesIO(content)).get_fields() or {}
    assert "Bild får vänta." in str(fields["motivering"]["/V"])
    assert "Kan Bild vänta?" in str(fields["motivering"]["/V"])
    read = read_returned(town.acting("coach"), town.case, content)
    assert read.differences == ()
    assert read.decided is not None
    assert (read.decided.ruling, read.decided.valid_to) == (Ruling.WITH_CHANGES, draft.valid_to)
    with pytest.raises(NotAllowed, match="no_decision_file"):
        decision_file(rektor, town.case, 99)
