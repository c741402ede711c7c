"""The open tabs of this process: which session each belongs to, so that none stays open when its session has ended."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any


@dataclass
class Tabs:
    """Sockets and Streamlit's own sessions, by our session's id. `forget` lets go of what Streamlit holds of one."""

    forget: Callable[[str], None]
    on_end: list[Callable[[str], None]] = field(default_factory=list)
    """Told the id of a session whose tabs have been closed."""
    _loop: asyncio.AbstractEventLoop | None = None
    _sockets: dict[str, set[asyncio.Task[Any]]] = field(default_factory=dict)
    _held: dict[str, set[str]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def opened(self, session: str, socket: asyncio.Task[Any]) -> None:
        """A tab has been opened; called in the event loop."""
        self._loop = asyncio.get_running_loop()
        with self._lock:
            self._sockets.setdefault(session, set()).add(socket)

    def closed(self, session: str, socket: asyncio.Task[Any]) -> None:
        """A tab has been closed. What Streamlit holds of it may be taken up again for a minute."""
        with self._lock:
            self._sockets.get(session, set()).discard(socket)

    def holds(self, session: str, streamlit_session: str) -> None:
        """Streamlit holds that much for the session; told by whatever runs in it."""
        with self._lock:
            self._held.setdefault(session, set()).add(streamlit_session)

    def sessions(self) -> frozenset[str]:
        """The sessions that have, or lately had, a tab here."""
        with self._lock:
            return frozenset(self._sockets) | frozenset(self._held)

    def close(self, sessions: Iterable[str]) -> None:
        """Closes the tabs of those sessions and lets go of what they held; from whatever thread."""
        for session in sessions:
            with self._lock:
                sockets = self._sockets.pop(session, set())
                held = self._held.pop(session, set())
            for told in self.on_end:
                told(session)
            if self._loop is not None and not self._loop.is_closed():
                with contextlib.suppress(RuntimeError):  # the loop ends: so do its sockets
                    self._loop.call_soon_threadsafe(self._let_go, sockets, held)

    def _let_go(self, sockets: set[asyncio.Task[Any]], held: set[str]) -> None:
        for socket in sockets:
            socket.cancel()
        for streamlit_session in held:
            self.forget(streamlit_session)


def _forget_in_streamlit(streamlit_session: str) -> None:
    from streamlit import runtime  # noqa: PLC0415  there is none before the server has started

    if runtime.exists():
        runtime.get_instance().close_session(streamlit_session)


TABS = Tabs(_forget_in_streamlit)
