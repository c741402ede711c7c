"""Who may knock at the app's door, and what every answer carries."""

from __future__ import annotations

import contextlib

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Scope

from ui.server.guard import BROWSER_COOKIE, Guard, is_welcome

HOST = "127.0.0.1:8765"


async def nothing_more() -> Message:
    """A request without body."""
    return {"type": "http.request", "body": b"", "more_body": False}


def knock(path: str = "/", *, host: str = HOST, origin: str | None = None, accept: str = "*/*") -> list[Message]:
    """What comes back from a request."""
    headers = [(b"host", host.encode()), (b"accept", accept.encode())]
    if origin is not None:
        headers.append((b"origin", origin.encode()))
    scope: Scope = {"type": "http", "method": "GET", "path": path, "headers": headers, "query_string": b""}
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    knocking = Guard(PlainTextResponse("inside"))(scope, nothing_more, send)
    with contextlib.suppress(StopIteration):
        # Nothing here waits for anything, so that one push takes it to its end, whatever loop the thread has.
        knocking.send(None)
    return sent


def header(sent: list[Message], name: str) -> str:
    """One header of the answer, «» when it is not there."""
    return next((value.decode() for key, value in sent[0]["headers"] if key == name.encode()), "")


def test_the_app_itself_is_let_in() -> None:
    """A page asked for by its own address is served."""
    assert knock()[0]["status"] == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "192.168.1.4:8765", ""])
def test_another_host_is_refused(host: str) -> None:
    """A name that has been turned towards this computer gets no further."""
    assert knock(host=host)[0]["status"] == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:3000", "null", "http://127.0.0.1"])
def test_a_page_from_elsewhere_is_refused(origin: str) -> None:
    """Another program on this computer is elsewhere too."""
    assert knock(origin=origin)[0]["status"] == 403


def test_a_socket_must_say_where_it_comes_from() -> None:
    """Every browser does."""
    assert not is_welcome(HOST, None, is_socket=True)
    assert is_welcome(HOST, f"http://{HOST}", is_socket=True)


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/interact"])
def test_what_streamlit_would_tell_of_itself_is_not_there(path: str) -> None:
    """Counts of sessions and the agent interface are closed."""
    assert knock(path)[0]["status"] == 404


def test_every_answer_keeps_the_browser_at_home() -> None:
    """No script, font or picture from elsewhere, no frame around it, no address passed on."""
    sent = knock()

    policy = header(sent, "content-security-policy")
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self' blob: 'sha256-" in policy
    assert "http:" not in policy
    assert header(sent, "referrer-policy") == "no-referrer"
    assert header(sent, "x-content-type-options") == "nosniff"


def test_a_browser_is_named_when_it_opens_a_page() -> None:
    """The name cannot be read by scripts, nor sent along from other sites."""
    cookie = header(knock(accept="text/html"), "set-cookie")

    assert cookie.startswith(f"{BROWSER_COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert header(knock(), "set-cookie") == ""
