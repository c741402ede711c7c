"""What goes on beside the work while the app runs: the day's copies, and the log's newest row written down apart.

In a thread of its own, so that no page waits for it; what goes wrong there stops nothing.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading

from casework.anchoring import anchor_at_once
from casework.backups import daily
from casework.unlocking import the_safe
from planning.errors import PlanningError

LOOKS_EVERY = dt.timedelta(minutes=10)
"""So often it is seen to (our default): a computer that was asleep at noon has its copy ten minutes after it wakes."""
_LOG = logging.getLogger("stegvis.upkeep")


class Upkeep:
    """Begun when the app starts, and ended when it stops."""

    def __init__(self, every: dt.timedelta = LOOKS_EVERY) -> None:
        self._every = every
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._go_on, name="upkeep", daemon=True)

    def start(self) -> None:
        """Sees to it at once, and then again and again."""
        self._thread.start()

    def stop(self) -> None:
        """Ends it after what it has in hand, and writes the log's newest row down."""
        self._over.set()
        self._thread.join(timeout=30)
        try:
            anchor_at_once()
        except PlanningError as error:
            _LOG.error("upkeep %s", error.code)

    def _go_on(self) -> None:
        see_to()
        while not self._over.wait(self._every.total_seconds()):
            see_to()


def see_to() -> None:
    """Once. A locked app has no keys to copy with, and is left alone."""
    safe = the_safe()
    if not (safe.is_open or safe.places.secret is not None):
        return
    try:
        daily(safe.store(), safe.places)
    except PlanningError as error:
        _LOG.error("upkeep %s", error.code)
