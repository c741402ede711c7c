"""What stands between a proposal and the school: fields that statute asks for, rules of law, the student's own word.

While any of it waits the proposal is made as a draft alone, marked on every page; for real it is refused with the list.
"""

from __future__ import annotations

from collections.abc import Iterable

from casework.dossier import Dossier
from casework.law import law_verdicts
from casework.readiness import Hindrance, what_is_missing
from planning.decision import missing_fields
from planning.errors import NotAllowed
from planning.frozen import Frozen
from planning.law.verdicts import Gate, LawVerdict


class Waiting(Frozen):
    """Everything that keeps the proposal from being sent; for the coach alone."""

    missing: tuple[str, ...] = ()
    """Codes of the empty fields that statute asks for («school.provider»), in the order of the document."""
    rules: tuple[LawVerdict, ...] = ()
    """The hard rules that keep sending closed."""
    hindrances: tuple[Hindrance, ...] = ()
    """What the student or the guardians have not said yes to."""

    @property
    def is_nothing(self) -> bool:
        """Whether the proposal may leave."""
        return not (self.missing or self.rules or self.hindrances)

    @property
    def rules_apart(self) -> tuple[LawVerdict, ...]:
        """The rules that ask for more than fields told as missing: nobody needs to hear it twice."""
        return tuple(v for v in self.rules if not v.fields or not set(v.fields) <= set(self.missing))

    @property
    def number(self) -> int:
        """How many things wait, each once."""
        return len(self.missing) + len(self.rules_apart) + len(self.hindrances)

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field to be filled in or written anew, each once: of what is missing first, then of the rules."""
        of_rules = (field for verdict in self.rules for field in verdict.fields)
        return tuple(dict.fromkeys((*self.missing, *of_rules)))


def what_waits(dossier: Dossier) -> Waiting:
    """What keeps the proposal of a dossier from being sent. Raises `BadInput` as `casework.law.law_verdicts` does."""
    return waiting_for(dossier, law_verdicts(dossier))


def waiting_for(dossier: Dossier, verdicts: Iterable[LawVerdict]) -> Waiting:
    """The same by those verdicts of the dossier, where they are known already."""
    missing = missing_fields(dossier.document)
    closed = (verdict for verdict in verdicts if verdict.waits and verdict.rule.gate is Gate.SEND)
    return Waiting(
        missing=missing,
        rules=tuple(closed),
        hindrances=what_is_missing(dossier.sheet),
    )


def refuse_while_waiting(dossier: Dossier, verdicts: Iterable[LawVerdict]) -> None:
    """Raises `NotAllowed("proposal_incomplete")` with `missing`, `rules` and `hindrances` while anything waits."""
    waiting = waiting_for(dossier, verdicts)
    if not waiting.is_nothing:
        raise NotAllowed(
            "proposal_incomplete",
            number=waiting.number,
            missing=waiting.missing,
            rules=tuple(verdict.rule.code for verdict in waiting.rules),
            hindrances=tuple(hindrance.kind.value for hindrance in waiting.hindrances),
        )


def as_far_as_it_has_come(dossier: Dossier) -> Dossier:
    """The dossier as it can be printed today: a draft while anything waits."""
    return dossier.model_copy(update={"is_draft": dossier.is_draft or not what_waits(dossier).is_nothing})
