"""Who may knock at the app's door, who gets further, and what every answer carries."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from casework.sessions import Session
from storage.actor import ALONE
from tests.ui.knocking import HOST, Socket, ask, in_a_loop
from ui.server.edge import Edge
from ui.server.guard import SESSION_HEADER, Guard, Place, place_of
from ui.server.limits import LARGEST_BODY
from ui.server.tabs import Tabs

AT = dt.datetime(2026, 11, 30, 8, 0, tzinfo=dt.UTC)
OWN = Session(id="f" * 64, actor=ALONE, proved_at=AT, created_at=AT)
SERVICE = Edge(is_service=True, address="https://stegvis.example", hosts=("stegvis.example",), proxies=("127.0.0.1",))
INSIDE = {"stegvis": "the secret"}
PAGE = {"accept": "text/html"}


def known(secret: str) -> Session | None:
    """The one session that lives."""
    return OWN if secret == "the secret" else None


def guarded(
    app: ASGIApp | None = None, *, edge: Edge | None = None, walk_in: Callable[[], str] | None = None,
    tabs: Tabs | None = None,
) -> Guard:  # fmt: skip
    """The guard before an app that says «inside» to everything."""
    return Guard(
        app or PlainTextResponse("inside"), edge=edge or Edge(is_service=False), find=known,
        tabs=tabs or Tabs(lambda _: None), walk_in=walk_in,
    )  # fmt: skip


def test_the_app_is_shown_to_a_living_session() -> None:
    """The page is served."""
    assert ask(guarded(), cookies=INSIDE, **PAGE).text == "inside"


def test_a_stranger_is_shown_the_door_and_comes_back_afterwards() -> None:
    """With the way that was asked for."""
    answer = ask(guarded(), "/fragor?arende=abc", **PAGE)

    assert answer.status_code == 303
    assert answer.headers["location"] == "/las-upp?vidare=%2Ffragor%3Farende%3Dabc"


@pytest.mark.parametrize(
    "path", ["/_stcore/health", "/_stcore/host-config", "/schema", "/hamta/abc", "/anything/at/all"]
)
def test_a_stranger_gets_nothing_of_the_app(path: str) -> None:
    """Neither without a cookie nor with one that opens nothing."""
    assert ask(guarded(), path).status_code in {401, 404}
    assert ask(guarded(), path, cookies={"stegvis": "guessed"}).status_code in {401, 404}


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/upload_file/a/b", "/media/abc.pdf",
        "/component/x/y", "/_stcore/script-health-check", "/_stcore/bidi-components/x/y.js", "/app/static/x",
    ],
)  # fmt: skip
def test_what_the_page_does_not_need_is_not_there(path: str) -> None:
    """Not even for a living session."""
    assert ask(guarded(), path, cookies=INSIDE).status_code == 404


@pytest.mark.parametrize("path", ["/halsa", "/static/js/index.js", "/favicon.png"])
def test_the_program_s_own_files_are_for_anybody(path: str) -> None:
    """They are the same for everybody and say nothing of anybody."""
    assert ask(guarded(), path).text == "inside"
    assert place_of(path) is Place.ANYBODY


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "192.168.1.4:8765", ""])
def test_another_host_is_refused(host: str) -> None:
    """A name that has been turned towards this computer gets no further."""
    assert ask(guarded(), cookies=INSIDE, host=host).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:3000", "null", "http://127.0.0.1"])
def test_a_page_from_elsewhere_is_refused(origin: str) -> None:
    """Another program on this computer is elsewhere too."""
    assert ask(guarded(), cookies=INSIDE, origin=origin).status_code == 403
    assert ask(guarded(), "/las", method="POST", cookies=INSIDE, origin=origin).status_code == 403


def test_a_municipality_s_app_answers_to_its_own_name_only() -> None:
    """Not to the loopback that the proxy reaches it by, and not over plain HTTP."""
    guard, cookie = guarded(edge=SERVICE), {"__Host-stegvis": "the secret"}

    assert ask(guard, cookies=cookie, host="stegvis.example").text == "inside"
    assert ask(guard, cookies=cookie, host=HOST).status_code == 403
    assert ask(guard, cookies=cookie, host="stegvis.example:8080").status_code == 403
    assert ask(guard, cookies=cookie, host="stegvis.example", origin="http://stegvis.example").status_code == 403
    assert ask(guard, cookies=INSIDE, host="stegvis.example").status_code == 401


def test_the_proxy_alone_is_believed_about_the_caller() -> None:
    """And of what it says, its own last word."""
    assert SERVICE.caller("127.0.0.1", "10.9.9.9, 10.1.2.3") == "10.1.2.3"
    assert SERVICE.caller("10.7.7.7", "10.1.2.3") == "10.7.7.7"


def test_a_socket_must_say_where_it_comes_from() -> None:
    """Every browser does."""
    edge = Edge(is_service=False)
    assert not edge.is_welcome(HOST, None, is_socket=True)
    assert edge.is_welcome(HOST, f"http://{HOST}", is_socket=True)


async def listening(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that takes a socket and waits."""
    await send({"type": "websocket.accept", "told": dict(scope["headers"]).get(SESSION_HEADER)})
    while (await receive())["type"] != "websocket.disconnect":
        pass


def own_headers(**more: str) -> dict[str, str]:
    """What a browser inside sends when it opens a socket."""
    return {"host": HOST, "origin": f"http://{HOST}", "cookie": "stegvis=the secret", **more}


def test_a_socket_is_opened_for_a_living_session_only() -> None:
    """And only where Streamlit's own is."""
    for socket in (
        Socket({**own_headers(), "cookie": ""}),
        Socket({**own_headers(), "cookie": "stegvis=guessed"}),
        Socket(own_headers(), path="/halsa"),
        Socket({**own_headers(), "origin": "http://evil.example"}),
    ):
        in_a_loop(socket.open(guarded(listening)))
        assert socket.last == "websocket.close"


def test_streamlit_is_told_whose_socket_it_is_by_the_guard_alone() -> None:
    """So that nobody can take up what another session has left by saying so."""

    async def opening() -> Message:
        socket = Socket(own_headers(**{"x-stegvis-session": "another"}))
        running = asyncio.create_task(socket.open(guarded(listening)))
        socket.incoming.put_nowait({"type": "websocket.disconnect"})
        await running
        return socket.sent[0]

    assert in_a_loop(opening())["told"] == OWN.id.encode()


def test_the_sockets_of_a_session_are_closed_when_it_ends() -> None:
    """From another thread, at once, and what Streamlit held is let go."""
    forgotten: list[str] = []
    tabs = Tabs(forgotten.append)

    async def ending() -> str:
        socket = Socket(own_headers())
        running = asyncio.create_task(socket.open(guarded(listening, tabs=tabs)))
        await asyncio.sleep(0.3)
        tabs.holds(OWN.id, "streamlit's")
        assert tabs.sessions() == {OWN.id}
        await asyncio.to_thread(tabs.close, [OWN.id])
        await asyncio.wait_for(running, 5)
        return socket.last

    assert in_a_loop(ending()) == "websocket.close"
    assert forgotten == ["streamlit's"]
    assert tabs.sessions() == frozenset()


def test_a_socket_that_sends_too_much_is_closed() -> None:
    """A session has a measure for ten minutes."""

    async def flooding() -> str:
        socket = Socket(own_headers())
        running = asyncio.create_task(socket.open(guarded(listening)))
        for _ in range(8):
            socket.incoming.put_nowait({"type": "websocket.receive", "bytes": bytes(10 * 1024 * 1024)})
        await asyncio.wait_for(running, 10)
        return socket.last

    assert in_a_loop(flooding()) == "websocket.close"


def test_more_than_any_form_is_refused_whatever_length_it_claims() -> None:
    """Neither told nor untold."""
    large = "x" * (LARGEST_BODY + 1)
    assert ask(guarded(), "/las-upp", method="POST", content=large).status_code == 413


def test_tries_at_the_door_are_counted() -> None:
    """Half a minute's patience for whoever tries more than thirty times."""
    guard = guarded()
    codes = [ask(guard, "/las-upp", method="POST").status_code for _ in range(31)]

    assert codes == [200] * 30 + [429]


def test_every_answer_keeps_the_browser_at_home() -> None:
    """No script, font or picture from elsewhere, no frame around it, no address passed on, nothing kept."""
    headers = ask(guarded(), cookies=INSIDE, **PAGE).headers

    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' blob: 'sha256-")
    assert "unsafe-eval" not in policy
    assert "http:" not in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "strict-transport-security" not in headers


def test_the_door_runs_no_script_but_its_own_file() -> None:
    """Whoever has not come in yet meets a page without Streamlit."""
    policy = ask(guarded(), "/las-upp").headers["content-security-policy"]
    assert "script-src 'self'; style-src 'self';" in policy


def test_a_municipality_s_answers_ask_for_tls_for_a_year() -> None:
    """Also the refusals."""
    told = ask(guarded(edge=SERVICE), host="stegvis.example").headers["strict-transport-security"]
    assert told == "max-age=31536000; includeSubDomains"


def test_where_nobody_is_asked_a_new_browser_gets_a_session_of_its_own() -> None:
    """In a cookie that cannot be read by scripts, nor sent along from other sites; one that was locked does not."""
    guard = guarded(walk_in=lambda: "new secret")
    cookie = ask(guard, **PAGE).headers["set-cookie"]

    assert cookie == "stegvis=new secret; Path=/; HttpOnly; SameSite=Strict"
    assert ask(guard, cookies={"stegvis": "ended"}, **PAGE).status_code == 303
    assert "set-cookie" not in ask(guard).headers


def test_whoever_comes_from_another_site_is_asked_again_by_our_own_page() -> None:
    """The browser keeps a strict cookie to itself until then; and nobody is led anywhere else."""
    answer = ask(guarded(), "/plan?arende=a", **PAGE, sec_fetch_site="cross-site")
    assert 'content="0;url=/plan?arende=a"' in answer.text

    elsewhere = ask(guarded(), "//evil.example/x", **PAGE, sec_fetch_site="cross-site")
    assert "evil" not in elsewhere.text
