"""What is settled when the app starts."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from ui.server.lifespan import COLLECT_AFTER, settle_collector


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """The other tests keep their collector."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


def test_what_is_loaded_is_not_walked_through_again() -> None:
    """It is frozen, and the collector waits for more than a page makes."""
    settle_collector()

    assert gc.get_freeze_count() > 10_000
    assert gc.get_threshold() == COLLECT_AFTER
    assert gc.isenabled()
