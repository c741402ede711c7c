"""Cases that break documents, as data: lengths, weeks and texts that nobody plans for. And every document of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from functools import cache
from typing import Any, NamedTuple
from unittest import mock

from casework import now as the_clock
from casework.before_sending import as_far_as_it_has_come
from casework.case import Case
from casework.documents import DOCUMENTS, make_documents
from casework.dossier import Dossier
from casework.facts import CaseFacts
from casework.paper import paper_files, print_form
from casework.summary_document import SUMMARY, summary_file
from exports import pdf
from exports.blocks import Document
from planning.decision import DocumentFacts
from planning.frozen import Frozen
from planning.timetable import Lesson, LessonId, Timetable
from questionnaire.alerts import EARLIEST, Handled, alerts_from
from questionnaire.answers import Answer, AnswerEvent, AnswerSheet, Choice, EventId
from questionnaire.bank import load_bank
from questionnaire.items import Item
from questionnaire.options import options_for
from storage.records import CaseId
from tests.exports.conftest import FIRST_MONDAY, Made, make, whole_facts

TODAY = FIRST_MONDAY - dt.timedelta(days=7)
NOW = dt.datetime.combine(TODAY, dt.time(9), tzinfo=dt.UTC)
PDFS = tuple(dict.fromkeys((*(name for name in DOCUMENTS if name.endswith(".pdf")), SUMMARY, *paper_files())))
"""Every document that can be printed, by its file name."""

MARKUP = (
    "<b>fet</b> <img src=\"file:///etc/passwd\"/> <a href='http://exempel.invalid/x'>länk</a> & &amp; ]]> <para> {0} %s"
)
CONTROL = "bort\x00\x07\x1b[31m till\x7f \u202ebakvänt\u202c \u2066inåt\u2069 noll\u200bbredd\ufeff \u200d hel\u00adt"
NEWLINES = "rad ett\nrad två\r\nrad tre\tflik\u2028rad fyra\u2029rad fem\x0b\x0c"
SCRIPTS = "Ελένη Привет Nguyễn Thị Hạnh e\u0301a\u0308 ḡ العربية دری 漢字 🙂👩‍👧‍👦 ﬁ ½ № ‱ ⁂"
EMOJI = "🙂 👍\U0001f3fd 🐴 ⭐ ❤\ufe0f 🏠"
"""One with a colour of skin, and one that asks for its picture, since it is also a sign among letters."""
LONG_WORD = "Långtnamnutanmellanslag" * 9
LONG_WORDS = "Ett namn som är mycket längre än vad någon har tänkt sig och som ändå skrivs in i fältet " * 3


class Printed(NamedTuple):
    """A document as blocks, and as a file."""

    document: Document
    data: bytes


class Stress(NamedTuple):
    """A case to print: the plan, the facts, the answers, and how texts in it were changed."""

    made: Made
    facts: CaseFacts
    sheet: AnswerSheet

    def dossier(self) -> Dossier:
        """What documents are made of; the proposal as a draft where something is missing."""
        dossier = Dossier(
            case_id="stress", problem=self.made.problem, plan=self.made.plan, facts=self.facts, sheet=self.sheet,
            handled=handled(self.sheet), date=TODAY,
        )  # fmt: skip
        return as_far_as_it_has_come(dossier)

    def case(self) -> Case:
        """The case that the student's summary is made of."""
        events = tuple(
            AnswerEvent(id=EventId(question), question=question, answer=answer, at=NOW)
            for question, answer in self.sheet.answers.items()
        )
        return Case(
            id=CaseId("stress"), created_at=NOW, changed_at=NOW, revision=1, facts=self.facts,
            timetable=self.made.problem.timetable, events=events,
        )  # fmt: skip


def whole_sheet(timetable: Timetable) -> AnswerSheet:
    """Every question answered: yes where there is a button, the first boxes otherwise."""

    def answer(item: Item) -> Answer:
        codes = tuple(option.code[:200] for option in options_for(item, timetable, load_bank()))[:3]
        return Answer(choice=Choice.YES if item.kind.has_buttons else None, ticks=codes)

    return AnswerSheet(answers={item.id: answer(item) for item in load_bank().items})


def handled(sheet: AnswerSheet) -> tuple[Handled, ...]:
    """Every duty to act taken care of."""
    return tuple(Handled.of(alert, EARLIEST, "coach") for alert in alerts_from(load_bank(), sheet))


def usual(made: Made) -> Stress:
    """A plan with whole facts and a whole sheet."""
    facts = CaseFacts(student="Test", document=whole_facts(), trusted_person="Kim Exempel")
    return Stress(made, facts, whole_sheet(made.problem.timetable))


def saying(say: Callable[[str], str], stress: Stress) -> Stress:
    """The same with every text of the facts and every name of the timetable said otherwise."""
    lessons = {
        lesson.id: lesson.model_copy(
            update={
                "subject": say(lesson.subject), "rooms": tuple(map(say, lesson.rooms)),
                "teachers": tuple(map(say, lesson.teachers)), "groups": tuple(map(say, lesson.groups)),
            }
        )
        for lesson in stress.made.problem.timetable.lessons
    }  # fmt: skip
    timetable = stress.made.problem.timetable.model_copy(update={"lessons": tuple(lessons.values())})
    problem = stress.made.problem.model_copy(update={"timetable": timetable, "trusted_person": say("Kim")})
    steps = tuple(
        step.model_copy(
            update={
                "lessons": tuple(one.model_copy(update={"lesson": lessons[one.lesson.id]}) for one in step.lessons),
                "left_out": tuple(one.model_copy(update={"subject": say(one.subject)}) for one in step.left_out),
                "contacts": tuple(
                    one.model_copy(update={"person": say(one.person), "place": say(one.place)})
                    for one in step.contacts
                ),
            }
        )
        for step in stress.made.plan.steps
    )
    facts = stress.facts.model_copy(
        update={
            "student": say("Test"), "trusted_person": say("Kim"),
            "coach": stress.facts.coach.model_copy(update={"name": say("Coach")}),
            "document": said_in(stress.facts.document, say),
        }
    )  # fmt: skip
    return Stress(Made(problem, stress.made.plan.model_copy(update={"steps": steps})), facts, whole_sheet(timetable))


def said_in(value: Any, say: Callable[[str], str]) -> Any:
    """The value with every text in it said otherwise, empty ones too; what is chosen from a list stays."""
    match value:
        case Enum():
            return value
        case str():
            return say(value)
        case tuple():
            return tuple(said_in(one, say) for one in value)
        case Frozen():
            return value.model_copy(update={n: said_in(getattr(value, n), say) for n in type(value).model_fields})
        case _:
            return value


def week_of(rows: Iterable[tuple[str, str, str, str]]) -> Timetable:
    """A timetable of lessons (day, start, end, subject)."""
    lessons = tuple(
        Lesson(id=LessonId(f"l{n}"), subject=subject, weekday=day, start=start, end=end, rooms=(f"Sal {n}",),
               teachers=("Lärare Lärarsson",), groups=("8X",))
        for n, (day, start, end, subject) in enumerate(rows)
    )  # fmt: skip
    return Timetable(group="8X", lessons=lessons, source="vecka.csv")


DAYS = ("mon", "tue", "wed", "thu", "fri")
SUBJECTS = ("Svenska", "Matematik", "Bild", "Idrott och hälsa", "Engelska", "Hem- och konsumentkunskap", "Kemi")


def clock(minute: int) -> str:
    """That minute of the day: «09:05»."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def crowded() -> Iterator[tuple[str, str, str, str]]:
    """A hundred and eleven lessons, three and more at a time."""
    for n in range(111):
        start = 8 * 60 + 20 * (n // 5 % 22)
        yield DAYS[n % 5], clock(start), clock(start + 60), f"{SUBJECTS[n % 7]} {n}"


def short_and_late() -> Iterator[tuple[str, str, str, str]]:
    """Lessons of five minutes, from six in the morning until half past nine in the evening."""
    for n, day in enumerate(DAYS):
        yield day, "06:00", "06:05", SUBJECTS[n]
        yield day, "06:05", "06:10", "Mentorstid"
        yield day, "12:00", "12:05", SUBJECTS[n + 1]
        yield day, "20:30", "21:30", SUBJECTS[n + 2]


def _length(count: int) -> Callable[[], Stress]:
    return lambda: usual(make(count))


def _texts(text: str) -> Callable[[], Stress]:
    return lambda: saying(lambda was: f"{text} {was}".strip(), usual(make(2)))


def _empty() -> Stress:
    made = make(2)
    problem = made.problem.model_copy(update={"needs": (), "trusted_person": "", "coach": type(made.problem.coach)()})
    return Stress(Made(problem, made.plan), CaseFacts(document=DocumentFacts()), AnswerSheet())


CASES: Mapping[str, Callable[[], Stress]] = {
    "no step": _length(0),
    "one step": _length(1),
    "8 steps": _length(8),
    "20 steps": _length(20),
    "35 steps": _length(35),
    "111 lessons": lambda: usual(make(3, week_of(crowded()))),
    "five minutes, six to half past nine": lambda: usual(make(3, week_of(short_and_late()))),
    "nothing known": _empty,
    "long word": _texts(LONG_WORD),
    "long words": _texts(LONG_WORDS),
    "markup": _texts(MARKUP),
    "control": _texts(CONTROL),
    "newlines": _texts(NEWLINES),
    "scripts": _texts(SCRIPTS),
    "emoji": _texts(EMOJI),
}


@cache
def stress_of(case: str) -> Stress:
    """That case."""
    return CASES[case]()


@cache
def printed(case: str, name: str) -> Printed:
    """That document of that case, made once in a run."""
    return of(stress_of(case), name)


def of(stress: Stress, name: str) -> Printed:
    """That document, as it would be made on the same day in every run."""
    with watched() as made, mock.patch.object(the_clock, "now", return_value=NOW):
        if name == SUMMARY:
            data = summary_file(stress.case())
        elif name in paper_files():
            form, language = paper_files()[name]
            data = print_form(stress.made.problem.timetable, stress.sheet, form, language, name=stress.facts.student)
        else:
            data = make_documents(stress.dossier(), [name])[name]
    return Printed(made[-1], data)


@contextmanager
def watched() -> Iterator[list[Document]]:
    """Every document that is drawn meanwhile, as blocks."""
    seen: list[Document] = []
    begin = pdf._Printer.__init__

    def watching(printer: Any, document: Document) -> None:
        seen.append(document)
        begin(printer, document)

    with mock.patch.object(pdf._Printer, "__init__", watching):
        yield seen
