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
    GUARDIANS = "guardians"
    """What the guardians are asked, in a form of their own."""


class Sitting(StrEnum):
    """When an item is asked (`method.md` §4.1): A first, B and C later, D alone with the coach, E after the draft.

    G is the guardians' own form.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    G = "G"


class ItemKind(StrEnum):
    """How an item is answered."""

    YES_NO = "yes_no"
    PICK_ONE = "pick_one"
    TICKS = "ticks"
    TIME_GRID = "time_grid"
    """Ja/nej, and half days ticked beside «Ja»."""

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
    SKOLPSYKOLOG = "skolpsykolog"
    SPECIALPEDAGOG = "specialpedagog"
    MENTOR = "mentor"
    SYV = "syv"
    REKTOR = "rektor"
    FORALDRASTOD = "foraldrastod"
    VARDCENTRAL = "vardcentral"


class Task(StrEnum):
    """Something the coach has to do or ask that an answer gives rise to; a person's work, never the program's."""

    ASK_ABOUT_PLACE = "ask_about_place"
    """PL7: ask in person whether something has happened there."""
    ASK_ABOUT_ADULT = "ask_about_adult"
    """VU2: follow up in private."""
    FIND_FRIEND_GROUP = "find_friend_group"
    """VA1 without a group ticked: find out where they can meet."""
    CODE_OTHER_STUDENT = "code_other_student"
    """VA3: agree with the school on a code, and look at corridor, breaks and bus too."""
    OFFER_PRIVATE_TALK = "offer_private_talk"
    """VA3, PL7: offer the questions that are answered alone."""
    NAME_HELP_NOT_WANTED = "name_help_not_wanted"
    """ON4, G08: which help is not wanted again."""
    APPLY_FOR_TAXI = "apply_for_taxi"
    """VG2: skolskjuts is applied for."""
    WRITE_TWO_HOMES = "write_two_homes"
    """HE3: which weeks, and which rides and wake-ups belong to which home."""
    TALK_ABOUT_PRESSURE = "talk_about_pressure"
    """HE5: talk with the student alone, and ask again before the plan is called the student's own."""
    BOOK_EVENING = "book_evening"
    """SO2: agree on an evening contact."""
    SETTLE_FRIEND_BACKUP = "settle_friend_backup"
    """VA2: which adult meets when the friend is ill."""
    NAME_WAY_HOME = "name_way_home"
    """VG4: write down the way home of every visit."""
    INVITE_TO_MEETING = "invite_to_meeting"
    BRING_STUDENTS_WORDS = "bring_students_words"
    """ON3: invite with an agenda in pictures, or carry the student's own sentences."""
    EXPLAIN_NO_TEXTS = "explain_no_texts"
    """SK1 and G13 do not agree: the coach explains to the student why there are no texts."""
    MEET_EACH_GUARDIAN = "meet_each_guardian"
    """G15: the guardians do not agree."""
    HEAR_GUARDIAN_ON_STEP = "hear_guardian_on_step"
    """G16: what the guardian would rather have."""
    ASK_WHO_SENT_HOME = "ask_who_sent_home"
    """G17: the school has asked the child to stay at home; the rektor and the huvudman must know."""
    HEALTH_MATTER = "health_matter"
    """G06: through the skolsköterska alone."""
    BOOK_INTERPRETER = "book_interpreter"
    TRANSLATE_PLAN = "translate_plan"
    """G18."""
    SUPPORT_FOR_GUARDIANS = "support_for_guardians"
    """G10: which support the guardians want."""
    AGREE_WITHOUT_HOME_VISITS = "agree_without_home_visits"
    """G12: the coach does not come home; where to meet instead."""


class Consent(StrEnum):
    """What may be told or done, by whom it is answered."""

    TEACHERS_MAY_KNOW = "teachers_may_know"
    """VU8: which of it the teachers may know."""
    HOME_VISITS = "home_visits"
    """G12."""
    TEXTS = "texts"
    """G13: the coach may text the student; the student's own answer SK1 must be yes too."""
    SHARED_WITH = "shared_with"
    """G14: who may see the plan."""
    GUARDIANS_AGREE = "guardians_agree"
    """G15."""
    CONTACTS = "contacts"
    """G09: whom the family is in contact with already; nobody is passed on to the same help twice."""


class Escort(StrEnum):
    """A way there and home that somebody offers."""

    GUARDIAN_RIDE = "guardian_ride"


class Preference(StrEnum):
    """How the program itself is to behave."""

    FULL_ROUTE = "full_route"
    SHORT_ROUTE = "short_route"
    NOT_TODAY = "not_today"
    READ_ALOUD = "read_aloud"
    PUPIL_MODE = "pupil_mode"
    SMALLER_FIRST_STEP = "smaller_first_step"
    FIRST_STEP_IS_RIGHT = "first_step_is_right"
    PLACES_ARE_RIGHT = "places_are_right"
    TIMES_ARE_RIGHT = "times_are_right"
    SUBJECTS_ARE_RIGHT = "subjects_are_right"
    PEOPLE_ARE_RIGHT = "people_are_right"
    SUPPORT_IS_RIGHT = "support_is_right"
    """SL1: the parts of the draft that the student has ticked as right."""
    SHOW_ELIGIBILITY = "show_eligibility"
    HIDE_ELIGIBILITY = "hide_eligibility"
    """AM6: whether the student wants to see the subjects that upper secondary school asks for."""
    PHONE_PICTURE = "phone_picture"
    CALENDAR = "calendar"
    PAPER_WITH_PICTURES = "paper_with_pictures"
    PAPER_WITHOUT_PICTURES = "paper_without_pictures"
    POCKET_CARD = "pocket_card"
    """SK4: how the student wants the timetable."""
    ASK_AGAIN = "ask_again"
    """HE5: the plan is not called the student's own until the student has been asked again."""


class Group(StrEnum):
    """The groups of the summary, in the order they are told: strengths first."""

    WORKS = "works"
    HARD = "hard"
    HELP = "help"
    FIND_OUT = "find_out"
