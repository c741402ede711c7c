"""Emergencies: opening a case that one is not named for, with a reason, for an hour, and under others' eyes.

Coordinators of the unit and the data protection officer see it at once; somebody else looks at it within seven days,
and what nobody has looked at by then stands first. A protected identity needs a second person before anything is shown.
Figures: security.md §6.
"""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

from casework import now as clock
from casework.guarded import changing, looking, looking_over, verb
from casework.overseeing import may_by_role, overseeing
from planning.access import Action, Relation, Role
from planning.emergency import Step
from planning.errors import BadInput, NotAllowed
from planning.frozen import Frozen
from storage.emergency import (
    Opening,
    OpeningId,
    add_opening,
    confirm_opening,
    openings_of,
)
from storage.emergency import review_opening as keep_review
from storage.reading import Reader
from storage.records import CaseId, CaseRow
from storage.store import CaseStore
from storage.writing import Writer

OPEN_FOR = dt.timedelta(minutes=60)
"""How long a case stays open; then it takes a new reason."""
REVIEWED_WITHIN = dt.timedelta(days=7)
LEAST_WORDS = 5
"""Of a reason (our default): enough to say what has happened, whatever the hurry."""
MOST_LETTERS = 2000


class Emergency(Frozen):
    """One emergency, as those see it who watch over it."""

    opening: Opening
    step: Step
    is_own: bool
    """Whether whoever looks has opened it, or was its second person: others do the review."""

    @property
    def review_by(self) -> dt.datetime:
        """Until when somebody is to have looked at it."""
        return self.opening.at + REVIEWED_WITHIN


def step_of(opening: Opening, now: dt.datetime) -> Step:
    """How far it has come at that moment."""
    if opening.reviewed_at is not None:
        return Step.REVIEWED
    if now < opening.until:
        return Step.OPEN
    if opening.until == opening.at and opening.second_user is None:
        return Step.WAITING if now < opening.at + OPEN_FOR else Step.LAPSED
    return Step.TO_REVIEW if now < opening.at + REVIEWED_WITHIN else Step.OVERDUE


@verb(Action.BREAK_THE_GLASS)
def break_the_glass(store: CaseStore, case_id: CaseId, reason: str) -> Opening:
    """Opens the case for an hour; with a protected identity it waits for a second person (`confirm`).

    Asking again while it stands open, or waits, gives the same. Raises `BadInput` for a reason too short or too long.
    """
    text = reason.strip()
    if sum(any(letter.isalpha() for letter in word) for word in text.split()) < LEAST_WORDS:
        raise BadInput("reason_too_short", field="reason", least=LEAST_WORDS)
    if len(text) > MOST_LETTERS:
        raise BadInput("reason_too_long", field="reason", most=MOST_LETTERS)
    with changing(store, case_id) as (writer, row, at):
        own = (one for one in openings_of(writer, [case_id]) if one.user == store.actor.user)
        standing = next((one for one in own if step_of(one, at) in {Step.OPEN, Step.WAITING}), None)
        if standing is not None:
            return standing
        opening = Opening(
            id=OpeningId(str(uuid4())), case_id=case_id, user=store.actor.user, reason=text, at=at,
            until=at if row.is_protected else at + OPEN_FOR,
        )  # fmt: skip
        add_opening(writer, opening)
        return opening


@verb(Action.BREAK_THE_GLASS)
def confirm(store: CaseStore, case_id: CaseId, opening_id: OpeningId) -> Opening:
    """The second person's yes: the hour begins now. Raises `NotAllowed` for the first person, or when it is late."""
    with changing(store, case_id) as (writer, _row, at):
        opening = _that(writer, case_id, opening_id)
        if opening.user == store.actor.user:
            raise NotAllowed("takes_another_person")
        if step_of(opening, at) is not Step.WAITING:
            raise NotAllowed("opening_not_waiting")
        until = at + OPEN_FOR
        confirm_opening(writer, opening.id, store.actor.user, at, until)
        return opening.model_copy(update={"second_user": store.actor.user, "at": at, "until": until})


@verb(Action.SEE_CASE)
def own_opening(store: CaseStore, case_id: CaseId) -> Opening | None:
    """The emergency through which the actor has this case open now: what the banner tells of."""
    with looking(store, case_id) as (reader, _row):
        now = clock.now()
        own = (one for one in openings_of(reader, [case_id]) if one.user == store.actor.user)
        return next((one for one in own if step_of(one, now) is Step.OPEN), None)


@verb(Action.BREAK_THE_GLASS)
def emergencies(store: CaseStore) -> tuple[Emergency, ...]:
    """What the start page tells: to a coordinator all of the unit's; to a coach their own, and those that wait.

    The overdue stand first.
    """
    with looking_over(store) as (reader, rows):
        now = clock.now()
        leads = {row.id for row in rows if _leads(reader, row, now)}
        found = _told(reader, openings_of(reader, [row.id for row in rows]), now)
        return tuple(one for one in found if one.opening.case_id in leads or one.is_own or one.step is Step.WAITING)


@verb(Action.BREAK_THE_GLASS)
def review(store: CaseStore, case_id: CaseId, opening_id: OpeningId) -> None:
    """A coordinator of the unit has looked at it. Raises `NotAllowed` for those who were in it, or while it is open."""
    with changing(store, case_id) as (writer, row, at):
        if not _leads(writer, row, at):
            raise NotAllowed("not_yours_to_do", action=Action.BREAK_THE_GLASS.value)
        _review(writer, _that(writer, case_id, opening_id), at)


@verb(Action.READ_AUDIT)
def emergencies_everywhere(store: CaseStore) -> tuple[Emergency, ...]:
    """The same for the data protection officer: of every unit, protected or not."""
    with overseeing(store, may=may_by_role) as (writer, at):
        return _told(writer, openings_of(writer), at)


@verb(Action.READ_AUDIT)
def review_everywhere(store: CaseStore, case_id: CaseId, opening_id: OpeningId) -> None:
    """The data protection officer has looked at it. Raises `NotAllowed` as `review` does."""
    with overseeing(store, case_id=case_id, may=may_by_role) as (writer, at):
        _review(writer, _that(writer, case_id, opening_id), at)


def _leads(reader: Reader, row: CaseRow, now: dt.datetime) -> bool:
    """Whether the actor is a coordinator at the case's unit."""
    standing = reader.standings((row,), now)[row.id]
    return bool(standing & {(Role.COORDINATOR, Relation.SAME_UNIT), (Role.COORDINATOR, Relation.ASSIGNED)})


def _review(writer: Writer, opening: Opening, at: dt.datetime) -> None:
    if writer.actor.user in {opening.user, opening.second_user}:
        raise NotAllowed("takes_another_person")
    if step_of(opening, at) not in {Step.TO_REVIEW, Step.OVERDUE}:
        raise NotAllowed("opening_not_to_review")
    keep_review(writer, opening.id, writer.actor.user, at)


def _that(reader: Reader, case_id: CaseId, opening_id: OpeningId) -> Opening:
    """That emergency of that case. Raises `NotAllowed` when there is none."""
    found = next((one for one in openings_of(reader, [case_id]) if one.id == opening_id), None)
    if found is None:
        raise NotAllowed("no_such_opening")
    return found


def _told(reader: Reader, openings: tuple[Opening, ...], now: dt.datetime) -> tuple[Emergency, ...]:
    user = reader.actor.user
    found = (
        Emergency(opening=one, step=step_of(one, now), is_own=user in {one.user, one.second_user}) for one in openings
    )
    return tuple(sorted(found, key=lambda one: one.step is not Step.OVERDUE))
