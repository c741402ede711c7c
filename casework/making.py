"""Documents made while somebody watches: begun, looked at, cancelled, and collected when they are done.

They are made in a thread of their own, one order after the other, so that the page answers meanwhile: all eighteen of a
plan of eight steps take some five seconds on two cores, during which the page's thread waits 33 ms at the 95th
percentile and a quarter of a second at most. A process of its own would take about as long to start.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from functools import cache

from casework.case import Case
from casework.kept_documents import Made, Order, make_ordered
from planning.frozen import Frozen


class MakingSeen(Frozen):
    """How many of the documents are made."""

    done: int
    of: int


@cache
def _the_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="documents")


class Making:
    """An order that is being made from the case as it was when it was begun."""

    def __init__(self, case: Case, order: Order) -> None:
        self.order = order
        self._case = case
        self._done = 0
        self._cancelled = threading.Event()
        self._made: Future[Made | None] = _the_thread().submit(make_ordered, case, order, self._goes_on)

    def _goes_on(self, done: int) -> bool:
        self._done = done
        return not self._cancelled.is_set()

    @property
    def seen(self) -> MakingSeen:
        """Where it stands."""
        return MakingSeen(done=self._done, of=len(self.order.names))

    @property
    def case(self) -> Case:
        """What it is made from."""
        return self._case

    def cancel(self) -> None:
        """Make no more of it. The document in hand is finished first, and given to nobody."""
        self._cancelled.set()
        self._made.cancel()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._cancelled.is_set()

    def is_done(self, within: float = 0.0) -> bool:
        """Whether it has ended, well or not, within so many seconds."""
        try:
            self._made.exception(within)
        except NotYet:
            return False
        return True

    def collect(self) -> Made:
        """What was made, once it is done. Raises what went wrong: `NotAllowed` as `documents_of` does."""
        made = self._made.result()
        assert made is not None, "a cancelled order is not collected"
        return made
