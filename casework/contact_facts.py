"""How those around the student reach each other, and the sign that student and teachers have agreed on."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from planning.frozen import Frozen

Phone = Annotated[str, StringConstraints(pattern=r"^([0-9+() -]{3,20})?$")]
"""A telephone number as people write it; empty while it is not known."""
LONGEST_LINE = 80
"""Longest address or sign, in characters: a line on a small paper. Our default."""
Line = Annotated[str, StringConstraints(max_length=LONGEST_LINE)]


class ContactFacts(Frozen):
    """Numbers, the address where rides begin, and the agreed sign. No document to the school's decision has them."""

    coach_phone: Phone = ""
    """The coach's number: on the student's own papers and on the page to those at home."""
    school_phone: Phone = ""
    """The school's number: on the page to those at home."""
    home_phone: Phone = ""
    """A guardian's number: on the coach's day sheet, never with a protected identity."""
    address: Line = ""
    """Where rides begin: on the coach's day sheet, never with a protected identity."""
    stop_sign: Line = ""
    """How the student shows a teacher that it is enough («lägger pennan på bänken»): on the teachers' cards."""
