"""A client of the running app without a browser: it speaks the protocol itself, and not always nicely."""

from __future__ import annotations

import http.client
import json
import re
import statistics
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

HEALTH = "/halsa"


@dataclass
class Client:
    """One browser tab: its cookies, its socket, and all that it has been sent."""

    port: int
    health: str = HEALTH
    cookies: dict[str, str] = field(default_factory=dict)
    socket: ClientConnection | None = None
    received: list[ForwardMsg] = field(default_factory=list)

    @property
    def origin(self) -> str:
        """Where the app is, as a browser says it."""
        return f"http://127.0.0.1:{self.port}"

    def visit(self) -> None:
        """Opens the page, and keeps the cookies that come with it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", "/", headers={"Accept": "text/html", **self._cookie()})
        answer = connection.getresponse()
        answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and (found := re.match(r"([^=]+)=([^;]*)", value)):
                self.cookies[found[1]] = found[2]
        connection.close()

    def knock(self, origin: str | None = None, session_id: str = "") -> bool:
        """Opens the socket, with an old or foreign session's id if one is given; whether it was let in."""
        protocols = ["streamlit", "-", session_id] if session_id else ["streamlit"]
        try:
            self.socket = connect(
                f"ws://127.0.0.1:{self.port}/_stcore/stream", origin=origin or self.origin,  # type: ignore[arg-type]  # a string
                additional_headers=self._cookie(), subprotocols=protocols,  # type: ignore[arg-type]  # strings
                max_size=None, open_timeout=15, close_timeout=1, legacy=True,
            )  # fmt: skip
        except (InvalidStatus, ConnectionClosed, OSError):
            return False
        return True

    def leave(self, *, politely: bool = True) -> None:
        """Closes the socket, or lets the line go dead."""
        if self.socket is None:
            return
        with suppress(Exception):
            self.socket.close() if politely else self.socket.socket.close()
        self.socket = None

    def rerun(self, states: dict[str, Any] | None = None, page: str = "", *, times: int = 1) -> None:
        """Asks for a run of the script with those widgets touched: True is a click, a dict a component's state."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        message.rerun_script.page_script_hash = page
        for id_, value in (states or {}).items():
            widget = message.rerun_script.widget_states.widgets.add()
            widget.id = id_
            if value is True:
                widget.trigger_value = True
            else:
                widget.json_value = json.dumps(value)
        for _ in range(times):
            self.send(message.SerializeToString())

    def send(self, frame: bytes | str) -> None:
        """One frame, as it is; nothing when the other side has hung up."""
        with suppress(ConnectionClosed, OSError):
            assert self.socket is not None
            self.socket.send(frame)

    def hear(self, seconds: float, *, until_finished: bool = False) -> list[ForwardMsg]:
        """What comes within that time, or until a run of the script is over."""
        until, heard = time.monotonic() + seconds, []
        while (left := until - time.monotonic()) > 0 and self.socket is not None:
            try:
                data = self.socket.recv(timeout=left)
            except (TimeoutError, ConnectionClosed, OSError):
                break
            message = ForwardMsg.FromString(data)  # type: ignore[arg-type]  # bytes: the app sends no text
            heard.append(message)
            if until_finished and message.WhichOneof("type") == "script_finished":
                break
        self.received += heard
        return heard

    def _cookie(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}

    def health_ms(self, times: int) -> float:
        """The median time that the app takes to say that it is well, in milliseconds."""
        taken = []
        for _ in range(times):
            began = time.perf_counter()
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            connection.request("GET", self.health)
            assert connection.getresponse().status == 200
            connection.close()
            taken.append(1000 * (time.perf_counter() - began))
        return statistics.median(taken)


def elements(messages: list[ForwardMsg], kind: str) -> list[Any]:
    """The elements of that kind that were drawn, the newest last."""
    return [
        getattr(message.delta.new_element, kind)
        for message in messages
        if message.WhichOneof("type") == "delta" and message.delta.new_element.WhichOneof("type") == kind
    ]


def session_id(messages: list[ForwardMsg]) -> str:
    """The id that the server has given this tab."""
    return next(m.new_session.initialize.session_id for m in messages if m.WhichOneof("type") == "new_session")
