"""Breakage, as exceptions that carry a code and data; `wording.errors` says them to the reader.

Outcomes (a plan, a conflict, no answer in time) are values and never travel as exceptions.
"""

from __future__ import annotations


class PlanningError(Exception):
    """Something went wrong that the reader can be told about: a code for `wording`, and the data it needs."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data


class BadInput(PlanningError):
    """What was given cannot be used; `file` and `field` name the place."""


class NotAllowed(PlanningError):
    """The act is not open to this person, or not in this state of the case."""


class CaseFileError(PlanningError):
    """A stored case could not be read back."""


class Bug(PlanningError):
    """A promise of the program itself was broken; never shown as the reader's fault."""
