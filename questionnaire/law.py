"""The law that each effect of an answer rests on: statutes as data, one word of the vocabulary at a time.

What has no line here rests on the method alone (`method.md`): where the method gives no number either, it is our
default. The statutes are those of 2026-11; a jurist at the user's own organisation confirms them before use.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NewType

from planning.needs.support import SupportKind
from questionnaire.vocabulary import Consent, Escort, Preference, Profession, Routine, Task

Statute = NewType("Statute", str)

VIEW_OF_THE_CHILD = Statute("skollagen 1 kap. 10 §")
STUDENT_HEALTH = Statute("skollagen 2 kap. 25 §")
EXTRA_ADAPTATIONS = Statute("skollagen 3 kap. 5 §")
REPORT_OF_NEED = Statute("skollagen 3 kap. 7 §")
PROGRAMME = Statute("skollagen 3 kap. 9 §")
SMALL_GROUP = Statute("skollagen 3 kap. 11 §")
DISTANCE = Statute("skollagen 3 kap. 11 a §")
ADAPTED_STUDIES = Statute("skollagen 3 kap. 12 §")
PHONES = Statute("skollagen 5 kap. 4 a §")
REPORT_OF_HARM = Statute("skollagen 6 kap. 10 §")
NO_REPRISALS = Statute("skollagen 6 kap. 11 §")
ATTENDANCE = Statute("skollagen 7 kap. 17 §")
ABSENCE_INQUIRY = Statute("skollagen 7 kap. 19 a §")
SCHOOL_MEALS = Statute("skollagen 10 kap. 10 §")
SCHOOL_TRANSPORT = Statute("skollagen 10 kap. 32 §")
ELIGIBILITY = Statute("skollagen 16 kap. 30 §")
REPORT_OF_WORRY = Statute("skollagen 29 kap. 13 §")
SOCIAL_BOARD = Statute("socialtjänstlagen (2025:400) 19 kap. 1 §")
GUARDIANS_DECIDE = Statute("föräldrabalken 6 kap. 11 §")
GUARDIANS_TOGETHER = Statute("föräldrabalken 6 kap. 13 §")
INTERPRETER = Statute("förvaltningslagen 13 §")
SECRECY = Statute("offentlighets- och sekretesslagen 23 kap. 2 §")

Statutes = tuple[Statute, ...]

LESS_TEACHING = (
    "earliest_start", "latest_end", "blocked_time", "not_present_during", "days_off", "max_days", "rest_day_between",
    "max_visit_minutes", "max_lessons_per_day", "no_lessons_yet", "half_steps", "avoid_subject", "avoid_teacher",
    "avoid_group", "avoid_room", "avoid_place", "start_elsewhere", "max_idle_gap", "rest_between_lessons",
)  # fmt: skip
"""Needs that can keep a student out of lessons: teaching less than the class's week takes the rektor's decision."""

NEED_LAW: Mapping[str, Statutes] = {
    **dict.fromkeys(LESS_TEACHING, (ADAPTED_STUDIES,)),
    "small_group_first": (SMALL_GROUP,),
    "lunch_elsewhere": (ADAPTED_STUDIES, SCHOOL_MEALS),
    "ride_needed": (SCHOOL_TRANSPORT,),
    "keep_eligibility": (ADAPTED_STUDIES, ELIGIBILITY),
}
"""By the kind of need."""

IN_THE_CLASSROOM = (
    SupportKind.READ_ALOUD, SupportKind.COMPUTER, SupportKind.COUNTING_AIDS, SupportKind.NO_SPEAKING_ALOUD,
    SupportKind.NO_PRESENTATIONS, SupportKind.NO_QUESTIONS_IN_CLASS, SupportKind.OWN_TASK, SupportKind.TEST_APART,
    SupportKind.HOMEWORK_AGREED, SupportKind.BASE_ROOM, SupportKind.SPORT_WITHOUT_CHANGING, SupportKind.PLANNING_HELP,
    SupportKind.OWN_SEAT, SupportKind.WRITE_INSTEAD, SupportKind.STOP_SIGN, SupportKind.LEAVE_CARD,
    SupportKind.HEADPHONES, SupportKind.LIGHT, SupportKind.SMELL, SupportKind.SEAT_AT_EDGE,
    SupportKind.MOVEMENT_BREAKS, SupportKind.DAY_CARD,
)  # fmt: skip
"""Adaptations inside the ordinary teaching: quickly and without a formal decision."""

SUPPORT_LAW: Mapping[SupportKind, Statutes] = {
    **dict.fromkeys(IN_THE_CLASSROOM, (EXTRA_ADAPTATIONS,)),
    SupportKind.SMALL_GROUP: (SMALL_GROUP,),
    SupportKind.LESSON_FROM_HOME: (DISTANCE,),
    SupportKind.CATCH_UP: (ADAPTED_STUDIES,),
    SupportKind.MINIMUM_TASKS: (ADAPTED_STUDIES,),
    SupportKind.RIDE: (SCHOOL_TRANSPORT,),
    SupportKind.LUNCH_PLACE: (SCHOOL_MEALS,),
    SupportKind.LUNCH_RUNG: (SCHOOL_MEALS,),
    SupportKind.TEXT_MESSAGES: (PHONES, GUARDIANS_DECIDE),
    SupportKind.KEPT_APART: (REPORT_OF_HARM,),
    SupportKind.MEETING_INVITED: (PROGRAMME, VIEW_OF_THE_CHILD),
    SupportKind.MEETING_CARRIED: (PROGRAMME, VIEW_OF_THE_CHILD),
}

PROFESSION_LAW: Mapping[Profession, Statutes] = {
    Profession.KURATOR: (STUDENT_HEALTH,),
    Profession.SKOLSKOTERSKA: (STUDENT_HEALTH,),
    Profession.SKOLPSYKOLOG: (STUDENT_HEALTH,),
    Profession.SPECIALPEDAGOG: (STUDENT_HEALTH, REPORT_OF_NEED),
    Profession.VARDCENTRAL: (STUDENT_HEALTH,),
    Profession.REKTOR: (REPORT_OF_NEED, PROGRAMME),
    Profession.MENTOR: (EXTRA_ADAPTATIONS,),
}

ROUTINE_LAW: Mapping[Routine, Statutes] = {
    Routine.STUDENT_HARM: (REPORT_OF_HARM, NO_REPRISALS),
    Routine.STUDENT_HARM_GOES_ON: (REPORT_OF_HARM, NO_REPRISALS),
    Routine.STAFF_HARM: (REPORT_OF_HARM, NO_REPRISALS),
    Routine.ONLINE: (REPORT_OF_HARM,),
    Routine.AFRAID: (REPORT_OF_WORRY, SOCIAL_BOARD),
    Routine.HOME: (REPORT_OF_WORRY, SOCIAL_BOARD),
    Routine.TALK_TODAY: (STUDENT_HEALTH,),
    Routine.TALK_SOON: (STUDENT_HEALTH,),
    Routine.EATING: (STUDENT_HEALTH,),
}

TASK_LAW: Mapping[Task, Statutes] = {
    Task.APPLY_FOR_TAXI: (SCHOOL_TRANSPORT,),
    Task.INVITE_TO_MEETING: (PROGRAMME,),
    Task.BRING_STUDENTS_WORDS: (VIEW_OF_THE_CHILD,),
    Task.EXPLAIN_NO_TEXTS: (GUARDIANS_DECIDE,),
    Task.MEET_EACH_GUARDIAN: (GUARDIANS_DECIDE, GUARDIANS_TOGETHER, PROGRAMME),
    Task.ASK_WHO_SENT_HOME: (ATTENDANCE, ABSENCE_INQUIRY),
    Task.HEALTH_MATTER: (STUDENT_HEALTH, SECRECY),
    Task.BOOK_INTERPRETER: (INTERPRETER,),
    Task.TRANSLATE_PLAN: (INTERPRETER,),
}

CONSENT_LAW: Mapping[Consent, Statutes] = {
    Consent.TEXTS: (GUARDIANS_DECIDE,),
    Consent.GUARDIANS_AGREE: (GUARDIANS_DECIDE, GUARDIANS_TOGETHER),
    Consent.SHARED_WITH: (SECRECY,),
    Consent.TEACHERS_MAY_KNOW: (SECRECY,),
    Consent.CONTACTS: (SECRECY,),
}

ESCORT_LAW: Mapping[Escort, Statutes] = {}
"""A ride from home is the family's own offer."""

PREFERENCE_LAW: Mapping[Preference, Statutes] = {
    Preference.SHOW_ELIGIBILITY: (ELIGIBILITY,),
    Preference.HIDE_ELIGIBILITY: (ELIGIBILITY,),
    Preference.ASK_AGAIN: (VIEW_OF_THE_CHILD,),
}
