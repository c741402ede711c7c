"""A small invented week, answers written the short way, and answer patterns for the property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from planning.needs import AnyNeed
from planning.needs.base import Respondent
from planning.timetable import Lesson, LessonId, LessonKind, Timetable
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId, asked_of
from questionnaire.bank import load_bank
from questionnaire.effects import needs_from
from questionnaire.items import Item
from questionnaire.options import options_for

YES, NO, DONT_KNOW, SKIP = Choice.YES, Choice.NO, Choice.DONT_KNOW, Choice.SKIP

Given = Answer | Choice | str | tuple[str, ...]


def _lesson(number: int, subject: str, weekday: int, start: str, end: str, **more: object) -> Lesson:
    return Lesson.model_validate(
        {"id": LessonId(str(number)), "subject": subject, "weekday": weekday, "start": start, "end": end, **more}
    )


WEEK = Timetable(
    group="Xa",
    lessons=(
        _lesson(1, "Bild", 0, "08:10", "09:10", teachers=("Alfa",), rooms=("B1",), groups=("Xa",)),
        _lesson(2, "Idrott", 0, "13:00", "14:00", teachers=("Beta",), rooms=("Hallen",), groups=("Xa", "Xb")),
        _lesson(3, "Matematik", 1, "09:20", "10:20", teachers=("Gamma", "Delta, P"), rooms=("C2",)),
        _lesson(4, "Svenska", 2, "10:40", "11:40", teachers=("Alfa",), rooms=("C2",)),
        _lesson(5, "Lunch", 2, "11:40", "12:20", kind=LessonKind.LUNCH),
    ),
)
"""Four subjects, four teachers, three rooms, two groups and a lunch."""


def answer(given: Given) -> Answer:
    """An answer from a button, one box, some boxes, or itself."""
    if isinstance(given, Answer):
        return given
    if isinstance(given, Choice):
        return Answer(choice=given)
    return Answer(ticks=(given,) if isinstance(given, str) else given)


def sheet(**given: Given) -> AnswerSheet:
    """`sheet(SO1=YES, TI5="2")`."""
    return AnswerSheet(answers={QuestionId(q): _own(QuestionId(q), what) for q, what in given.items()})


def _own(question: QuestionId, what: Given) -> Answer:
    """The answer as the one who was asked gives it, unless it is written whole."""
    if isinstance(what, Answer) and asked_of(question) is Respondent.STUDENT:
        return what
    return answer(what).model_copy(update={"by": asked_of(question)})


def needs(**given: Given) -> dict[str, AnyNeed]:
    """The needs of some answers by their ids, in order."""
    return {need.id: need for need in needs_from(load_bank(), sheet(**given), WEEK)}


def any_answer(item: Item, by: st.SearchStrategy[Respondent]) -> st.SearchStrategy[Answer]:
    """Any answer to that item, sensible or not."""
    codes = [option.code for option in options_for(item, WEEK)]
    clocks = st.one_of(st.none(), st.integers(0, 24 * 60))
    steps = st.one_of(st.none(), st.integers(1, 40))
    return st.builds(
        Answer,
        choice=st.one_of(st.none(), st.sampled_from(Choice)),
        ticks=st.lists(st.sampled_from([*codes, "finns inte"]), max_size=5).map(tuple),
        time=clocks,
        end_time=clocks,
        n=st.one_of(st.none(), st.integers(0, 100)),
        minutes=st.one_of(st.none(), st.integers(0, 6000)),
        first_step=steps,
        last_step=steps,
        by=by,
    )


@st.composite
def any_sheet(draw: st.DrawFn, by: tuple[Respondent, ...] = tuple(Respondent)) -> AnswerSheet:
    """Any sheet: some questions answered somehow."""
    items = draw(st.lists(st.sampled_from(load_bank().items), max_size=20, unique_by=lambda item: item.id))
    return AnswerSheet(answers={item.id: draw(any_answer(item, st.sampled_from(by))) for item in items})
