"""A file leaves once, within a minute, to the session it was made for."""

from __future__ import annotations

from ui.downloads import SECONDS_TO_FETCH, Counter


class Clock:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """What the clock says."""
        return self.now


def token_of(address: str) -> str:
    """The token at the end of an address."""
    return address.rsplit("/", maxsplit=1)[-1]


def test_a_file_can_be_fetched_once() -> None:
    """The second time it is gone."""
    counter = Counter()
    token = token_of(counter.leave("forslag.pdf", b"%PDF", "session"))

    assert counter.collect(token, "session") == ("forslag.pdf", b"%PDF")
    assert counter.collect(token, "session") is None


def test_another_session_gets_nothing_and_takes_nothing_away() -> None:
    """The file still waits for the right one."""
    counter = Counter()
    token = token_of(counter.leave("forslag.pdf", b"%PDF", "session"))

    assert counter.collect(token, "stranger") is None
    assert counter.collect(token, "session") is not None


def test_a_file_waits_no_longer_than_a_minute() -> None:
    """After that it has left the memory too."""
    clock = Clock()
    counter = Counter(clock=clock)
    token = token_of(counter.leave("forslag.pdf", b"%PDF", "session"))
    clock.now = SECONDS_TO_FETCH + 1

    assert counter.collect(token, "session") is None
    assert counter._files == {}


def test_the_address_tells_neither_name_nor_case() -> None:
    """It is a random token and nothing else."""
    counter = Counter()
    first, second = (counter.leave("forslag.pdf", b"", "session") for _ in range(2))

    assert first != second
    assert "forslag" not in first


def test_nothing_waits_for_a_session_that_has_ended() -> None:
    """It leaves the memory with it."""
    counter = Counter()
    token = token_of(counter.leave("forslag.pdf", b"%PDF", "session"))
    counter.throw_away("session")

    assert counter.collect(token, "session") is None
    assert counter._files == {}
