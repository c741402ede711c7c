"""What the answers ask the coach to do, to pass on, to talk about and to find out. For the coach alone.

Nothing here is ever printed or shown while somebody else holds the screen. Of a private answer no more is told than
that there is something to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum

from casework import now as clock
from casework.case import Case, DoneTask
from casework.combining import rides_of
from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.alike import sittings_alike
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import (
    Difference,
    GivenConsent,
    Referral,
    TaskDue,
    consents_from,
    differences_from,
    referrals_from,
    tasks_from,
)
from questionnaire.reading import said, standing
from questionnaire.vocabulary import Consent, Profession, Task


class ToDo(Frozen):
    """One task, and the note that it is done; `done` is None while it waits."""

    task: Task
    question: QuestionId
    private: bool = False
    done: DoneTask | None = None


class PassOn(Frozen):
    """Whom to turn to, and the answers that ask for it. Private ones tell nothing but whom."""

    to: Profession
    referrals: tuple[Referral, ...]


class Side(Frozen):
    """What one of the two has answered: to which question, and what."""

    by: Respondent
    question: QuestionId
    answer: Answer


class TwoSides(Frozen):
    """A matter that is seen differently: both sides as they were answered, the student's first. Never weighed."""

    difference: Difference
    student: Side
    others: tuple[Side, ...]


class LackingFact(StrEnum):
    """Something that an answer asks the adults for and that nobody has written down yet."""

    COACH_NAME = "coach_name"
    """VU4: the coach is to be along, and has no name."""
    RIDES = "rides"
    """VG1: the student cannot get there alone, and there is no ride."""
    TRUSTED_PERSON = "trusted_person"
    """VU1: there are adults that feel good, and none is named as the one who is met."""
    HELP_NOT_WANTED = "help_not_wanted"
    """ON4, G08: there is help that is not wanted again, and nothing says which."""


class WorkList(Frozen):
    """Everything of a case that is the coach's to do."""

    tasks: tuple[ToDo, ...] = ()
    pass_on: tuple[PassOn, ...] = ()
    contacts: tuple[str, ...] = ()
    """Whom the family is in contact with already (boxes of question G09)."""
    consents: tuple[GivenConsent, ...] = ()
    two_sides: tuple[TwoSides, ...] = ()
    find_out: tuple[QuestionId, ...] = ()
    """Questions that were answered «vet inte». Private ones never."""
    go_through_some: bool = False
    """Whether nearly all answers of some sitting are the same, so that a few may be gone through together."""
    lacking: tuple[LackingFact, ...] = ()

    @property
    def open(self) -> tuple[ToDo, ...]:
        """The tasks that wait."""
        return tuple(task for task in self.tasks if task.done is None)


def work_list(case: Case) -> WorkList:
    """What the answers of the case ask for. Without a timetable nothing does yet."""
    if case.timetable is None:
        return WorkList()
    bank, sheet = load_bank(), case.sheet
    consents = consents_from(bank, sheet)
    contacts = (tick for one in consents if one.consent is Consent.CONTACTS for tick in one.ticks)
    return WorkList(
        tasks=_tasks(case),
        pass_on=_by_profession(referrals_from(bank, sheet, case.timetable)),
        contacts=tuple(contacts),
        consents=consents,
        two_sides=tuple(_two_sides(sheet, difference) for difference in differences_from(bank, sheet)),
        find_out=_not_known(sheet),
        go_through_some=bool(sittings_alike(bank, sheet)),
        lacking=tuple(_lacking(case)),
    )


def open_tasks(case: Case) -> int:
    """How many tasks wait."""
    return sum(task.done is None for task in _tasks(case))


def _tasks(case: Case) -> tuple[ToDo, ...]:
    if case.timetable is None:
        return ()
    return tuple(_with_note(due, case) for due in tasks_from(load_bank(), case.sheet, case.timetable))


def noted(case: Case, task: ToDo, by: str, *, is_taken_back: bool = False) -> DoneTask:
    """The note, of now, that the task is done, or that it was ticked by mistake. `by` is a role or initials."""
    # The clock of the browser that the answer came from may be ahead of this one, and so may an earlier note be.
    known = [note.at for note in case.done if (note.task, note.question) == (task.task, task.question)]
    at = max(filter(None, (clock.now(), _answered_at(case, task.question), *known)))
    return DoneTask(task=task.task, question=task.question, by=by, at=at, is_taken_back=is_taken_back)


def _with_note(due: TaskDue, case: Case) -> ToDo:
    answered = _answered_at(case, due.question)
    notes = [note for note in case.done if (note.task, note.question) == (due.task, due.question)]
    note = max(reversed(notes), key=lambda one: one.at, default=None)
    counts = note is not None and not note.is_taken_back and (answered is None or note.at >= answered)
    return ToDo(task=due.task, question=due.question, private=due.private, done=note if counts else None)


def _answered_at(case: Case, question: QuestionId) -> dt.datetime | None:
    """When the question was answered last: an answer given anew asks anew."""
    return max((event.at for event in case.events if event.question == question and event.answer), default=None)


def _by_profession(referrals: Iterable[Referral]) -> tuple[PassOn, ...]:
    """The referrals by whom they are to, in the order of the professions; private ones of the same kind as one."""
    told: dict[Profession, list[Referral]] = {}
    for referral in referrals:
        of_this = told.setdefault(referral.to, [])
        if not (referral.private and any(known.private for known in of_this)):
            of_this.append(referral)
    return tuple(PassOn(to=to, referrals=tuple(told[to])) for to in Profession if to in told)


def _two_sides(sheet: AnswerSheet, difference: Difference) -> TwoSides:
    student = sheet.answers[difference.of_student]
    others: tuple[Answer, ...] = (sheet.answers[difference.question],)
    if difference.question == difference.of_student:
        bank = load_bank()
        item = bank.by_id[difference.question]
        beside = sheet.beside[difference.question]
        others = tuple(answer for answer in beside if said(bank, item, answer) != said(bank, item, student))
    return TwoSides(
        difference=difference,
        student=Side(by=student.by, question=difference.of_student, answer=student),
        others=tuple(Side(by=answer.by, question=difference.question, answer=answer) for answer in others),
    )


def _not_known(sheet: AnswerSheet) -> tuple[QuestionId, ...]:
    bank = load_bank()
    return tuple(
        item.id
        for item, answer in standing(bank, sheet)
        if not item.private and said(bank, item, answer).choice is Choice.DONT_KNOW
    )


def _lacking(case: Case) -> Iterator[LackingFact]:
    facts = case.facts
    if _says(case, "VU4", Choice.YES) and not facts.coach.name:
        yield LackingFact.COACH_NAME
    if _says(case, "VG1", Choice.NO) and case.timetable and not rides_of(facts, case.sheet, case.timetable):
        yield LackingFact.RIDES
    if _names_an_adult(case) and not facts.trusted_person:
        yield LackingFact.TRUSTED_PERSON
    if (_says(case, "ON4", Choice.YES) or _says(case, "G08", Choice.YES)) and not facts.help_not_wanted:
        yield LackingFact.HELP_NOT_WANTED


def _says(case: Case, question: str, choice: Choice) -> bool:
    answer = case.sheet.of(question)
    return answer is not None and answer.choice is choice


def _names_an_adult(case: Case) -> bool:
    """Whether some adult at school feels good to the student (VU1)."""
    item = load_bank().by_id[QuestionId("VU1")]
    return bool(set(said(load_bank(), item, case.sheet.of(item.id), case.timetable).ticks) - item.alone_codes)
