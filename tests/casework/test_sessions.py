"""Sessions begin with a proof and end when they are ended, when nobody is there, and after a long day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.sessions import Limits, Sessions, hashed, require_recent_proof
from casework.unlocking import Places, Safe
from planning.access import Role
from planning.errors import BadInput, NotAllowed
from storage.actor import THE_ONE_COACH, UserId
from storage.people import users
from storage.session_table import session_of
from tests.casework.staffed import Staffed, Watch, acts
from tests.opened_store import QUICK, key_file

MINUTES = dt.timedelta(minutes=1)


class Second:
    """Seconds that a test moves: what a process remembers of a session grows old."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Always later than what is remembered."""
        self.now += 1.0
        return self.now


def sessions(folder: Path, *, is_service: bool = False) -> Sessions:
    """The sessions of an installation in that folder, as one process knows them."""
    database = f"sqlite:///{folder / 'staffed.stegvis'}"
    places = Places(
        folder=folder, cases=database if is_service else folder / "arenden.stegvis", keys=folder / "nycklar.stegvis",
        secret=key_file(folder), is_service=is_service,
    )  # fmt: skip
    return Sessions(Safe(places, QUICK), Limits.of({}, is_service=is_service), monotonic=Second())


def test_a_secret_opens_its_session_and_nothing_else_does(tmp_path: Path, watch: Watch) -> None:
    """The table has a hash of it alone; the log a part of that."""
    known = sessions(tmp_path)
    secret = known.begin(THE_ONE_COACH)
    session = known.find(secret)

    assert session is not None
    assert session.actor.session == hashed(secret)[:16]
    assert known.find(hashed(secret)) is None
    assert known.find("") is None
    assert secret.encode() not in (tmp_path / "arenden.stegvis").read_bytes()
    assert known.begin(THE_ONE_COACH) != secret


def test_a_session_rests_when_nobody_is_there(tmp_path: Path, watch: Watch) -> None:
    """Five minutes alone; somebody who is there keeps it alive."""
    known = sessions(tmp_path)
    secret = known.begin(THE_ONE_COACH)
    for _ in range(4):
        watch.on(4 * MINUTES)
        session = known.find(secret)
        assert session is not None
        known.note_seen(session)
    watch.on(5 * MINUTES)

    assert known.find(secret) is None
    assert known.living() == frozenset()


def test_a_session_ends_after_ten_hours_however_busy(tmp_path: Path, watch: Watch) -> None:
    """A long day is over."""
    known = sessions(tmp_path)
    secret = known.begin(THE_ONE_COACH)
    for _ in range(149):
        watch.on(4 * MINUTES)
        session = known.find(secret)
        assert session is not None
        known.note_seen(session)
    watch.on(4 * MINUTES)

    assert known.find(secret) is None


def test_that_somebody_is_there_is_written_seldom(tmp_path: Path, watch: Watch) -> None:
    """At most every half minute, and it still counts in between."""
    known = sessions(tmp_path)
    secret = known.begin(THE_ONE_COACH)
    session = known.find(secret)
    assert session is not None

    def seen() -> dt.datetime:
        with known.safe.store().reading() as reader:
            row = session_of(reader, session.id)
        assert row is not None
        return row.seen_at

    known.note_seen(session)
    first = seen()
    watch.on(dt.timedelta(seconds=29))
    known.note_seen(session)
    assert seen() == first
    watch.on(dt.timedelta(seconds=1))
    known.note_seen(session)
    assert seen() == watch.now


def test_what_one_process_ends_is_ended_in_another(tmp_path: Path, watch: Watch) -> None:
    """Log in at one, log out at the other: the copied secret opens nothing anywhere."""
    one, other = sessions(tmp_path), sessions(tmp_path)
    secret = one.begin(THE_ONE_COACH)
    session = other.find(secret)
    assert session is not None
    other.end(session)

    assert one.find(secret) is None
    assert other.find(secret) is None


def test_beginning_and_ending_stand_in_the_log(tmp_path: Path, watch: Watch) -> None:
    """Once each, also when it is ended twice; and so does whoever knocked in vain."""
    known = sessions(tmp_path)
    session = known.find(known.begin(THE_ONE_COACH))
    assert session is not None
    known.end(session)
    known.end(session)
    known.note_denied()
    with known.safe.store().reading() as reader:
        log = acts(reversed(tuple(reader.log())))

    assert log == [("alone", "log_in", "done"), ("alone", "log_out", "done"), ("system", "log_in", "denied")]


def test_in_a_municipality_the_session_is_of_an_active_user(tmp_path: Path, watch: Watch) -> None:
    """Somebody who is not in the table, or no longer active, has none; what roles they have is not in it."""
    staffed = Staffed(tmp_path)
    user = staffed.somebody(Role.COACH).actor.user
    known = sessions(tmp_path, is_service=True)
    secret = known.begin(user)

    session = known.find(secret)
    assert session is not None
    assert (session.actor.user, session.actor.is_alone) == (user, False)
    assert known.find(known.begin(UserId("nobody"))) is None
    with staffed.store.writing() as writer:
        writer._connection.execute(users.update().values(is_active=False))
    assert known.find(secret) is None


def test_a_decision_asks_for_a_proof_of_the_last_ten_minutes(tmp_path: Path, watch: Watch) -> None:
    """A session may be older; its proof may not. Somebody else's fresh session helps nobody."""
    staffed = Staffed(tmp_path)
    user, other = (staffed.somebody(Role.PRINCIPAL).actor.user for _ in range(2))
    known = sessions(tmp_path, is_service=True)
    session = known.find(known.begin(user))
    assert session is not None
    store = known.safe.store()
    require_recent_proof(store.acting(session.actor))
    watch.on(10 * MINUTES)
    known.begin(user)
    known.begin(other)

    for actor in (session.actor, session.actor.model_copy(update={"session": ""})):
        with pytest.raises(NotAllowed, match="prove_again"):
            require_recent_proof(store.acting(actor))


@pytest.mark.parametrize("given", ["0", "-5", "many", "601", "٣"])
def test_a_limit_that_is_none_is_refused(given: str) -> None:
    """It is named, and nothing starts with a guess."""
    with pytest.raises(BadInput, match="setting_unusable"):
        Limits.of({"STEGVIS_IDLE_MINUTES": given}, is_service=True)


def test_the_limits_are_those_of_the_design() -> None:
    """Five minutes alone, fifteen in a municipality, ten hours in all; the environment may say otherwise."""
    assert Limits.of({}, is_service=False).idle == 5 * MINUTES
    assert Limits.of({}, is_service=True).idle == 15 * MINUTES
    assert Limits.of({"STEGVIS_LONGEST_HOURS": "8"}, is_service=True).longest == 480 * MINUTES
