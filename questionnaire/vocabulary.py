"""The closed words of the question bank: what an item can be, and what an answer can lead to beside needs."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    """The topic of an item: the file of the bank it stands in."""

    ENVIRONMENT = "environment"
    SUBJECTS = "subjects"
    TIMES = "times"
    FRIENDS = "friends"
    BREAKS = "breaks"
    ADULTS = "adults"
    TRAVEL = "travel"
    HOME = "home"
    SUPPORT = "support"
    SAFETY = "safety"


class Sitting(StrEnum):
    """When an item is asked (`method.md` §4.1): A first, B and C later, D alone with the coach, E after the draft."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class ItemKind(StrEnum):
    """How an item is answered."""

    YES_NO = "yes_no"
    PICK_ONE = "pick_one"
    TICKS = "ticks"
    TIME_GRID = "time_grid"
    """Ja/nej, and half days ticked beside it."""

    @property
    def has_buttons(self) -> bool:
        """Whether it is answered with the four buttons; otherwise with boxes alone."""
        return self in (ItemKind.YES_NO, ItemKind.TIME_GRID)


class OptionsFrom(StrEnum):
    """What of the timetable gives one box each."""

    SUBJECTS = "subjects"
    TEACHERS = "teachers"
    ROOMS = "rooms"
    GROUPS = "groups"


class TickSource(StrEnum):
    """Which of the ticked boxes are meant: those the bank lists, those the timetable gives, or both."""

    ALL = "all"
    BANK = "bank"
    TIMETABLE = "timetable"


class Detail(StrEnum):
    """What can be agreed beside an answer: the fields of `Answer` that refine a limit."""

    TIME = "time"
    END_TIME = "end_time"
    N = "n"
    MINUTES = "minutes"
    FIRST_STEP = "first_step"
    LAST_STEP = "last_step"
    WEEKS = "weeks"


ALWAYS_AGREED = frozenset({Detail.FIRST_STEP, Detail.LAST_STEP, Detail.WEEKS})
"""For how long a need holds can be agreed beside any answer."""


class AlertLevel(StrEnum):
    """How soon a person must act (`method.md` §4.2): F1 the same day, F2 within two school days."""

    F1 = "F1"
    F2 = "F2"


class Routine(StrEnum):
    """Which routine an answer starts. What is to be done is said by `wording.alerts`."""

    STUDENT_HARM = "student_harm"
    """Somebody among the students is unkind: report to the rektor (skollagen 6 kap. 10 §)."""
    STUDENT_HARM_GOES_ON = "student_harm_goes_on"
    STAFF_HARM = "staff_harm"
    """A grown-up at school is unkind: report above that person (skollagen 6 kap. 10 §)."""
    AFRAID = "afraid"
    """Afraid of somebody: the duty to report worry to the socialnämnd (skollagen 29 kap. 13 §)."""
    HOME = "home"
    """Home is not calm, or needs the student: a talk alone, and the same duty kept in mind."""
    ONLINE = "online"
    TALK_TODAY = "talk_today"
    TALK_SOON = "talk_soon"
    EATING = "eating"


class Profession(StrEnum):
    """Whom an answer can be passed on to, with the student's knowledge."""

    KURATOR = "kurator"
    SKOLSKOTERSKA = "skolskoterska"
    SPECIALPEDAGOG = "specialpedagog"
    SYV = "syv"
    REKTOR = "rektor"
    FORALDRASTOD = "foraldrastod"


class Preference(StrEnum):
    """How the program itself is to behave."""

    FULL_ROUTE = "full_route"
    SHORT_ROUTE = "short_route"
    NOT_TODAY = "not_today"
    READ_ALOUD = "read_aloud"
    PUPIL_MODE = "pupil_mode"
    SMALLER_FIRST_STEP = "smaller_first_step"


class Group(StrEnum):
    """The groups of the summary, in the order they are told: strengths first."""

    WORKS = "works"
    HARD = "hard"
    HELP = "help"
    FIND_OUT = "find_out"
