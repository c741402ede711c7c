"""Putting right what is wrong about somebody (GDPR art. 16): a new version with a reason, and the old value beside it.

What others write about the student is put right here. An answer is put right by the one who gave it, by answering
again; a timetable by taking it in again. Neither loses what stood there before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from casework.case import DocumentMade
from casework.case_records import DOCUMENTS, FACTS, change_of
from casework.corrections import LONGEST_REASON, Correction
from casework.facts import CaseFacts
from casework.field_faults import field_error
from casework.guarded import looking, verb
from planning.access import Action
from planning.errors import BadInput
from planning.frozen import Frozen
from storage.records import CaseId, Kept
from storage.store import CaseStore


class ValueChange(Frozen):
    """One field before and after, as plain data."""

    field: str
    before: Any
    after: Any


class Corrected(Frozen):
    """A correction and what it did. `number` is that of the version of the facts that it made."""

    number: int
    correction: Correction
    changes: tuple[ValueChange, ...]


@verb(Action.CORRECT)
def correct_facts(store: CaseStore, case_id: CaseId, facts: CaseFacts, *, reason: str) -> Corrected:
    """Keeps the facts as they should be, why, and which documents have to be made again.

    A proposal that has left gets the next version, so that the paper that is issued again can be told from the one
    before. Raises `BadInput` without a reason, or where nothing differs.
    """
    why = reason.strip()
    if not 0 < len(why) <= LONGEST_REASON:
        raise BadInput("correction_reason", field="reason", most=LONGEST_REASON)
    with change_of(store, case_id) as change:
        known = change.writer.latest(FACTS, case_id)
        before = known.noun if known else CaseFacts()
        changes = tuple(_differences(before, facts.model_copy(update={"corrections": before.corrections})))
        if not changes:
            raise BadInput("nothing_to_correct")
        made = tuple(kept.noun for kept in change.writer.every(DOCUMENTS, case_id))
        correction = Correction(
            at=change.at, by=store.actor.user, fields=tuple(one.field for one in changes), reason=why,
            issued_again=tuple(dict.fromkeys(document.kind for document in made)),
        )  # fmt: skip
        after = _next_version(facts, made).model_copy(update={"corrections": (*before.corrections, correction)})
        number = change.keep_facts(after, before)
    return Corrected(number=number, correction=correction, changes=changes)


@verb(Action.SEE_NOTES)
def corrections_of(store: CaseStore, case_id: CaseId) -> tuple[Corrected, ...]:
    """Every correction of the case with what stood there before, the newest first."""
    with looking(store, case_id) as (reader, _):
        return tuple(reversed(tuple(_told(reader.every(FACTS, case_id)))))


def with_values(facts: CaseFacts, values: Mapping[str, object]) -> CaseFacts:
    """The facts with other values at those places («document.school.unit»). Raises `BadInput` with the field."""
    data = facts.model_dump(mode="json")
    for place, value in values.items():
        *way, last = place.split(".")
        inside: Any = data
        for name in way:
            inside = inside.get(name) if isinstance(inside, dict) else None
        if not isinstance(inside, dict) or last not in inside or place.startswith("corrections"):
            raise BadInput("no_such_field", field=place)
        inside[last] = value
    try:
        return CaseFacts.model_validate(data)
    except ValidationError as error:
        raise field_error(error) from None


def _told(versions: Iterable[Kept[CaseFacts]]) -> Iterator[Corrected]:
    before = CaseFacts()
    for kept in versions:
        if len(kept.noun.corrections) > len(before.corrections):
            correction = kept.noun.corrections[-1]
            named = {one.field: one for one in _differences(before, kept.noun)}
            changes = tuple(named[field] for field in correction.fields if field in named)
            yield Corrected(number=kept.number, correction=correction, changes=changes)
        before = kept.noun


def _next_version(facts: CaseFacts, made: Iterable[DocumentMade]) -> CaseFacts:
    """The facts with the version that the next proposal bears, where one of the present version has left for real."""
    prepared = facts.document.prepared
    left = (one.proposal.code.version for one in made if one.proposal is not None and not one.proposal.is_draft)
    newest = max(left, default=0)
    if prepared.version > newest:
        return facts
    renumbered = prepared.model_copy(update={"version": newest + 1})
    return facts.model_copy(update={"document": facts.document.model_copy(update={"prepared": renumbered})})


def _differences(before: BaseModel, after: BaseModel, prefix: str = "") -> Iterator[ValueChange]:
    """The fields that differ, the innermost that are not nouns themselves; corrections are no correction."""
    for name in type(before).model_fields:
        old, new, place = getattr(before, name), getattr(after, name), f"{prefix}{name}"
        if old == new or place == "corrections":
            continue
        if isinstance(old, BaseModel) and type(old) is type(new):
            yield from _differences(old, new, f"{place}.")
        else:
            yield ValueChange(field=place, before=_plain(before, name), after=_plain(after, name))


def _plain(noun: BaseModel, name: str) -> Any:
    return noun.model_dump(mode="json", include={name})[name]
