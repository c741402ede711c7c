"""What the adults know about a case: ladder, coach, travel, calendar, goals. The student's answers stand apart.

Every field has a default, and all of them are printed with the plan: none hides in code.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from casework.contact_facts import ContactFacts
from casework.corrections import Correction
from casework.eligibility_facts import SubjectFacts
from casework.item_facts import ItemFact
from casework.limits import Limit
from casework.time_facts import LAST_DAY, CalendarFacts, Date, Span, TravelFacts
from planning.decision import DocumentFacts
from planning.frozen import Frozen
from planning.needs import SupportKind
from planning.problem import CoachHours, PlaceUse

MOST_WEEKS = 104
"""A plan is at most two years long, as far as its calendar is known (`casework.ladder`)."""


def _hours_end_later(hours: CoachHours) -> CoachHours:
    if hours.end <= hours.start:
        raise ValueError("it ends before it begins")
    return hours


def _a_week(week: Any) -> Any:
    """A week no further ahead than a calendar reaches; whether there is such a week is for the ladder to say."""
    is_number = isinstance(week, int) and not isinstance(week, bool)
    if not (is_number and week <= MOST_WEEKS) and not (isinstance(week, str) and _year_of(week) <= LAST_DAY.year):
        raise ValueError("not a week")
    return week


def _year_of(week: str) -> int:
    try:
        return int(week.partition("-W")[0])
    except ValueError:
        return 0


PlanWeek = Annotated[
    int | str,
    BeforeValidator(_a_week),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": MOST_WEEKS},
                {"type": "string", "pattern": "^20[0-9]{2}-W[0-5][0-9]$"},
            ],
            "examples": [1, "2027-W02"],
        }
    ),
]
"""A week of the plan: its number from 1, or its ISO week."""


class Amount(Span):
    """Least and most of something in those steps, per week of the timetable."""

    least: int | None = Field(default=None, ge=0, le=6000)
    """At least so many; null binds nothing."""
    most: int | None = Field(default=None, ge=0, le=6000)
    """At most so many; null binds nothing."""


class Most(Span):
    """Most of something in those steps."""

    most: int = Field(ge=0, le=100)
    """At most so many."""


class SubjectMinimum(Span):
    """A least number of lessons a week in some subjects taken together."""

    subjects: tuple[str, ...] = Field(min_length=1)
    """Subjects, as the timetable writes them."""
    least: int = Field(ge=1, le=40)
    """At least so many lessons a week, all the subjects taken together."""


class SubjectLimit(Span):
    """Subjects that those steps are bound to."""

    subjects: tuple[str, ...] = Field(min_length=1)
    """The only subjects, as the timetable writes them."""


class FullReturn(Frozen):
    """The step from which every lesson is back."""

    from_step: int = Field(ge=1, le=40)
    """The first step with the whole timetable."""
    except_subjects: tuple[str, ...] = ()
    """Subjects that need not be back even then."""


class Growth(Frozen):
    """How much more a week may hold than in the step before."""

    lessons: int | None = Field(default=None, ge=0, le=100)
    """At most so many lessons more a week; null binds nothing."""
    minutes: int | None = Field(default=None, ge=0, le=6000)
    """At most so many minutes of lessons more a week; null binds nothing."""


class Goals(Frozen):
    """What has been agreed about goal and pace. Amounts are per week of the timetable, counted in each week label."""

    lessons_per_week: tuple[Amount, ...] = ()
    """How many lessons a week, in which steps."""
    minutes_per_week: tuple[Amount, ...] = ()
    """How many minutes of lessons a week, in which steps."""
    lessons_per_day: tuple[Most, ...] = ()
    """At most how many lessons on any day, in which steps."""
    days_per_week: tuple[Most, ...] = ()
    """At most how many days a week with lessons, in which steps."""
    subject_minimum: tuple[SubjectMinimum, ...] = ()
    """At least how many lessons a week of which subjects, in which steps."""
    only_subjects: tuple[SubjectLimit, ...] = ()
    """Steps that hold no other subjects than these."""
    growth_per_step: Growth = Growth()
    """At most how much more a week than in the step before."""
    full_return: FullReturn | None = None
    """The step from which the whole timetable is back; null when the plan need not come that far."""
    nothing_removed: bool = False
    """True: a lesson taken up stays in every later step. False: it stays wherever the other needs allow it."""
    coach_at_first_lesson: tuple[Span, ...] = ()
    """Steps in which the coach meets at the first lesson of every day."""
    coach_at_every_lesson: tuple[Span, ...] = ()
    """Steps in which the coach is at every lesson, from start to end."""


class CoachFacts(Frozen):
    """The coach, and the hours that this student can have."""

    name: str = ""
    """Name or initials."""
    hours: tuple[Annotated[CoachHours, AfterValidator(_hours_end_later)], ...] = ()
    """When the coach can be with this student; none given means that the coach's time binds nothing."""
    lead_minutes: int = Field(default=0, ge=0, le=120)
    """Minutes before the day's first lesson that the coach is there."""
    stays_minutes: int = Field(default=15, ge=0, le=240)
    """Minutes of the first lesson that the coach stays for; 0 to its end. 15 is our default."""
    minutes_per_week: int | None = Field(default=None, ge=0, le=2400)
    """Most minutes a week for this student, at lessons and at what is not a lesson; null binds nothing."""


class StepWeeks(Frozen):
    """The weeks of one step."""

    weeks: tuple[PlanWeek, ...] = Field(min_length=1)
    """In order: numbers counted from the plan's first Monday (1 to 104), or ISO weeks («2027-W02»)."""


class LadderFacts(Frozen):
    """The ladder's calendar. Given `steps` are used as they are; otherwise `number_of_steps` of `weeks_per_step`.

    Weeks without a single open day are skipped when the steps are not given. Steps of two weeks follow the
    review rhythm of 14 days, and 8 to 14 steps `method.md` §5.2 and §5.5 (our defaults).
    """

    first_monday: Date | None = None
    """The Monday that the first step begins; null: the next Monday with school."""
    steps: tuple[StepWeeks, ...] = ()
    """The weeks of each step, when they are decided; no week stands twice."""
    number_of_steps: int | None = Field(default=None, ge=1, le=40)
    """How many steps, when `steps` is empty; null: as many as the answers call for, 8 to 14 (`casework.length`)."""
    weeks_per_step: int = Field(default=2, ge=1, le=10)
    """Weeks with school in each step, when `steps` is empty."""
    rises_per_step: Literal[1, 2] = 1
    """How many of place, time, subjects, people and support a step may change at once; 2 when the student wants that.
    One is the method's (`method.md` §5.2 point 4)."""


SPORT = ("Idrott och hälsa", "Idrott", "IDH", "Idh")
CRAFT = ("Slöjd", "Textilslöjd", "Trä- och metallslöjd", "Sl")
"""How the subjects are written in timetables."""


class SmallerFirstStep(StrEnum):
    """The three smaller first steps (`method.md` §4.4)."""

    HALF_TIME = "half_time"
    """One visit a week, half as long."""
    PLACE_DOWN = "place_down"
    """No lesson yet: one rung lower on the way into school."""
    MORE_SUPPORT = "more_support"
    """One lesson a week, in a small room and with the coach there all the time."""


class CaseFacts(Frozen):
    """All that the adults of a case have written down."""

    student: str = ""
    """First name or initials, as the student wants to be called in the plan."""
    ladder: LadderFacts = LadderFacts()
    """When the plan begins, and how its weeks are shared among the steps."""
    coach: CoachFacts = CoachFacts()
    """The coach, and when the coach can be there."""
    travel: TravelFacts = TravelFacts()
    """The way to school and home."""
    calendar: CalendarFacts = CalendarFacts()
    """Days without school, and the rotation of weeks."""
    goals: Goals = Goals()
    """What has been agreed about goal and pace."""
    items: tuple[ItemFact, ...] = ()
    """What is not a lesson and is to have its place in the week: fika, a walk, help with homework."""
    limits: tuple[Limit, ...] = ()
    """Limits that were agreed exactly: a kind of need with its own fields, and the question it was agreed at."""
    places: Mapping[str, PlaceUse] = {
        "changing_room": PlaceUse(subjects=SPORT),
        "loud_rooms": PlaceUse(subjects=(*SPORT, *CRAFT, "Musik", "Mu")),
        "rooms_with_smells": PlaceUse(subjects=("Kemi", "Ke", "Hem- och konsumentkunskap", "Hkk")),
    }
    """Which rooms and subjects take the student to a place, by its box at question PL7 («changing_room»); «loud_rooms»
    and «rooms_with_smells» are those that question SI1 asks to come later. Subjects are our default."""
    help_not_wanted: tuple[SupportKind, ...] = ()
    """Help that the student or the guardians do not want again (questions ON4, G08): it is left out of the plan."""
    smaller_first_step: SmallerFirstStep | None = None
    """Which smaller first step the student chose, where the first one was too big (question SL2); null: none yet."""
    eligibility_subjects: tuple[str, ...] = (
        "Svenska", "Svenska som andraspråk", "Engelska", "Matematik", "Sv", "Sva", "En", "Eng", "Ma", "Mat"
    )
    """Subjects that come early because upper secondary school depends on them (skollagen 16 kap. 30 §)."""
    subjects: SubjectFacts = SubjectFacts()
    """Which subjects the timetable's names stand for, and which of them are passed, ongoing or paused."""
    trusted_person: str = ""
    """Whom the student trusts; the coach when empty."""
    contacts: ContactFacts = ContactFacts()
    """Telephone numbers, where rides begin, and the sign that teachers know."""
    document: DocumentFacts = DocumentFacts()
    """What the proposal to the school says beside the plan; empty fields are printed as lines to fill in."""
    corrections: tuple[Correction, ...] = ()
    """What has been put right, and why; written by the program (`casework.rectify`)."""

    @property
    def of_the_plan(self) -> CaseFacts:
        """The same without what papers say beside the plan: no plan depends on that."""
        return self.model_copy(update={"document": DocumentFacts(), "contacts": ContactFacts(), "corrections": ()})
