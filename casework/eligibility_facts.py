"""What the adults know of the student's subjects: which they are, and how far the student has come in them."""

from __future__ import annotations

from collections.abc import Mapping

from planning.eligibility import SubjectStatus
from planning.frozen import Frozen
from planning.subject_codes import SubjectCode


class SubjectFacts(Frozen):
    """What is known of subjects. What nobody has said, the plan decides: ongoing while in it, paused while waiting."""

    codes: Mapping[str, SubjectCode] = {}
    """Which subject a name in the timetable stands for, where the program does not know it or reads it otherwise than
    the school: {"Bi": "BL"}. OTHER is no subject with a grade."""
    status: Mapping[str, SubjectStatus] = {}
    """How far the student has come, by the timetable's name or by code: {"HKK": "passed", "Kemi": "paused"}."""
