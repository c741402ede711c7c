"""A municipality's log-in and the door of one who works alone, as a browser meets them, without Streamlit behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from casework import logging_in, people, sessions, unlocking
from casework.cases import CaseId
from casework.sessions import hashed, the_sessions
from planning.access import Role
from storage.actor import SYSTEM
from tests.opened_store import ready_folder
from tests.ui.knocking import ask
from tests.ui.mock_provider import CLIENT, ISSUER, MockProvider
from ui.handover import Handovers
from ui.server import login
from ui.server.door import door_routes
from ui.server.edge import the_edge
from ui.server.guard import Guard
from ui.server.login import login_routes
from ui.server.oidc import Provider, Relation
from ui.server.tabs import Tabs

ADDRESS, HOST = "https://stegvis.example", "stegvis.example"
COOKIE, PENDING = "__Host-stegvis", "__Host-stegvis-inloggning"
PHRASE = "fyra gröna älgar i dimma"


def forget_this_process(patch: pytest.MonkeyPatch) -> None:
    """As after a start: what a process remembers of its safe, its sessions and its door."""
    patch.setattr(unlocking, "_SAFES", {})
    patch.setattr(sessions, "_SESSIONS", {})
    patch.setattr(logging_in, "_DOORS", {})


def installation() -> Starlette:
    """The door with its guard, and a page behind it that says whose it is."""

    async def inside(request: Request) -> PlainTextResponse:
        return PlainTextResponse(request.state.session.actor.user)

    routes = [*(login_routes() if the_edge().is_service else []), *door_routes(), Route("/{rest:path}", inside)]
    find = lambda secret: the_sessions().find(secret)  # noqa: E731  asked anew after each start
    guard = Middleware(Guard, edge=the_edge(), find=find, tabs=Tabs(lambda _: None))
    return Starlette(routes=routes, middleware=[guard])


@pytest.fixture
def mock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MockProvider]:
    """A municipality's installation (over SQLite), whose provider is the mock; one coach may log in."""
    for name, value in ready_folder(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("STEGVIS_DATABASE", f"sqlite:///{tmp_path / 'gemensam.stegvis'}")
    monkeypatch.setenv("STEGVIS_ADDRESS", ADDRESS)
    forget_this_process(monkeypatch)
    monkeypatch.setattr(sessions, "REMEMBERED_SECONDS", 0)
    made = MockProvider(subject="coach")
    known = Provider(Relation(issuer=ISSUER, client_id=CLIENT, address=ADDRESS), transport=made.transport)
    monkeypatch.setattr(login, "the_provider", lambda: known)
    store = unlocking.the_safe().store().acting(SYSTEM)
    people.give_role(store, people.add_user(store, ISSUER, "coach", "Coach Exempel"), Role.COACH)
    yield made
    store.close()


def cookies(answer: httpx.Response) -> dict[str, str]:
    """What the browser is told to keep."""
    lines = (line.split(";")[0].partition("=") for line in answer.headers.get_list("set-cookie"))
    return {name: value for name, _, value in lines}


def begin(app: Starlette, way: str = "/logga-in?vidare=%2Fplan", **kept: str) -> httpx.Response:
    """To the provider."""
    return ask(app, way, host=HOST, cookies=kept or None)


def come_back(app: Starlette, begun: httpx.Response, mock: MockProvider, **changed: str) -> httpx.Response:
    """From the provider, as its own page sends the browser: strict cookies stay behind."""
    answer = mock.sends_back(begun.headers["location"]) | changed
    pending = {PENDING: cookies(begun)[PENDING]}
    return ask(app, "/logga-in/svar?" + str(httpx.QueryParams(answer)), host=HOST, cookies=pending)


def log_in(app: Starlette, mock: MockProvider, **kept: str) -> str:
    """A whole log-in; the session's secret."""
    return cookies(come_back(app, begin(app, **kept), mock))[COOKIE]


def page(app: Starlette, secret: str) -> httpx.Response:
    """A page of the app."""
    return ask(app, "/plan", host=HOST, cookies={COOKIE: secret}, accept="text/html")


def test_a_log_in_gives_a_session_of_our_own(mock: MockProvider) -> None:
    """In a cookie for this host alone, and back to the page that was asked for; nothing of the provider's is kept."""
    app = installation()
    begun = begin(app)
    back = come_back(app, begun, mock)

    assert begun.status_code == 303
    assert 'content="0;url=/plan"' in back.text
    line = next(line for line in back.headers.get_list("set-cookie") if line.startswith(f"{COOKIE}="))
    assert line.endswith("; Path=/; HttpOnly; SameSite=Strict; Secure")
    assert cookies(back)[PENDING] == ""
    assert page(app, cookies(back)[COOKIE]).status_code == 200


def test_somebody_unknown_is_told_whom_to_ask(mock: MockProvider) -> None:
    """Calmly, and without a session."""
    mock.subject = "stranger"
    app = installation()
    back = come_back(app, begin(app), mock)

    assert back.status_code == 403
    assert "administratör" in back.text
    assert COOKIE not in cookies(back)


@pytest.mark.parametrize("changed", [{"state": "another"}, {"code": "another"}, {"iss": "https://evil.example"}])
def test_an_answer_that_does_not_hold_gives_no_session(mock: MockProvider, changed: dict[str, str]) -> None:
    """And what was under way is used up."""
    app = installation()
    back = come_back(app, begin(app), mock, **changed)

    assert back.status_code == 403
    assert COOKIE not in cookies(back)
    assert cookies(back)[PENDING] == ""


def test_an_answer_in_a_browser_that_has_not_asked_gives_no_session(mock: MockProvider) -> None:
    """Somebody else's log-in cannot be put into it."""
    app = installation()
    answer = mock.sends_back(begin(app).headers["location"])
    back = ask(app, "/logga-in/svar?" + str(httpx.QueryParams(answer)), host=HOST)

    assert back.status_code == 403
    assert COOKIE not in cookies(back)


def test_a_new_log_in_ends_the_session_before(mock: MockProvider) -> None:
    """The secret is another one each time, and the old one opens nothing: nobody can have planted it."""
    app = installation()
    first = log_in(app, mock)
    second = log_in(app, mock, **{COOKIE: first})

    assert first != second
    assert page(app, first).status_code == 303
    assert page(app, second).status_code == 200


def test_proving_it_anew_asks_the_provider_for_a_new_log_in(mock: MockProvider) -> None:
    """Only somebody who is in can; the session is rotated."""
    app = installation()
    secret = log_in(app, mock)
    begun = begin(app, "/logga-in?igen=1", **{COOKIE: secret})
    again = cookies(come_back(app, begun, mock))[COOKIE]

    assert "max_age=0" in begun.headers["location"]
    assert "max_age" not in begin(app, "/logga-in?igen=1").headers["location"]
    assert page(app, secret).status_code == 303
    assert page(app, again).status_code == 200


def test_whoever_holds_the_screen_does_not_come_in_as_the_coach(
    mock: MockProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither by logging out nor by logging in, now or when the session rests: the provider asks anew."""
    app = installation()
    secret = log_in(app, mock)
    screens = Handovers(lambda: hashed(secret))
    monkeypatch.setattr(login, "HANDOVER", screens)
    screens.give(CaseId("a-case"), "1234")
    out = ask(app, "/logga-ut", method="POST", host=HOST, cookies={COOKIE: secret}, origin=ADDRESS)
    screens.end(hashed(secret))

    assert out.status_code == 409
    assert page(app, secret).status_code == 200
    assert "max_age=0" in begin(app, **{COOKIE: secret}).headers["location"]


def test_a_log_out_holds_everywhere(mock: MockProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copied cookie opens nothing, here or in another process; the browser clears what it has; the provider too."""
    app = installation()
    secret = log_in(app, mock)
    out = ask(app, "/logga-ut", method="POST", host=HOST, cookies={COOKIE: secret}, origin=ADDRESS)

    assert out.json()["till"].startswith(f"{ISSUER}/out?")
    assert out.headers["clear-site-data"] == '"cache", "storage"'
    assert cookies(out)[COOKIE] == ""
    assert page(app, secret).status_code == 303
    forget_this_process(monkeypatch)
    assert page(installation(), secret).status_code == 303


def test_two_processes_share_the_sessions(mock: MockProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begun in one, good in the other; ended there, ended here."""
    app = installation()
    secret = log_in(app, mock)
    here = (unlocking._SAFES, sessions._SESSIONS, logging_in._DOORS)
    forget_this_process(monkeypatch)
    other = installation()
    assert page(other, secret).status_code == 200
    ask(other, "/logga-ut", method="POST", host=HOST, cookies={COOKIE: secret}, origin=ADDRESS)
    names = ("_SAFES", "_SESSIONS", "_DOORS")
    for module, name, kept in zip((unlocking, sessions, logging_in), names, here, strict=True):
        monkeypatch.setattr(module, name, kept)

    assert page(app, secret).status_code == 303


def test_sessions_go_on_while_the_provider_is_down(mock: MockProvider) -> None:
    """New log-ins are told so; those who are in work on, and can log out."""
    app = installation()
    secret = log_in(app, mock)
    mock.is_down = True
    known = login.the_provider()
    known._told.clear()

    assert page(app, secret).status_code == 200
    told = begin(app)
    assert told.status_code == 503
    assert "svarar inte" in told.text
    out = ask(app, "/logga-ut", method="POST", host=HOST, cookies={COOKIE: secret}, origin=ADDRESS)
    assert out.json()["till"] == "/logga-ut"


def test_nobody_is_led_elsewhere_after_a_log_in(mock: MockProvider) -> None:
    """A way that leads away becomes the start."""
    app = installation()
    for way in ("//evil.example", "https://evil.example", "/\\evil.example", '/"><script>'):
        begun = begin(app, f"/logga-in?{httpx.QueryParams({'vidare': way})}")
        assert 'content="0;url=/"' in come_back(app, begun, mock).text


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Starlette:
    """One coach, one computer, nothing chosen yet."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    for name in ("STEGVIS_KEY_FILE", "STEGVIS_DATABASE", "STEGVIS_DEMO"):
        monkeypatch.delenv(name, raising=False)
    forget_this_process(monkeypatch)
    monkeypatch.setattr(sessions, "REMEMBERED_SECONDS", 0)
    return installation()


def give(app: Starlette, path: str = "/las-upp", cookie: str = "", **fields: str) -> httpx.Response:
    """A form of the door, filled in."""
    kept = {"stegvis": cookie} if cookie else None
    return ask(
        app, path, method="POST", content=str(httpx.QueryParams(fields)), cookies=kept,
        content_type="application/x-www-form-urlencoded", origin="http://127.0.0.1:8765",
    )  # fmt: skip


def test_the_first_start_ends_with_a_key_to_print(alone: Starlette) -> None:
    """Shown once: the next page does not know it any more."""
    assert "Välkommen" in ask(alone, "/las-upp").text
    assert give(alone, losenfras=PHRASE, igen="something else").status_code == 422
    made = give(alone, losenfras=PHRASE, igen=PHRASE)

    assert 'class="recovery"' in made.text
    assert ask(alone, "/plan", cookies=cookies(made), accept="text/html").text == "alone"
    assert 'class="recovery"' not in ask(alone, "/las-upp").text


def test_a_passphrase_opens_and_a_lock_closes_for_every_browser(alone: Starlette) -> None:
    """The door never says the passphrase again."""
    give(alone, losenfras=PHRASE, igen=PHRASE)
    wrong = give(alone, losenfras="something else altogether")
    opened = give(alone, losenfras=PHRASE, vidare="/plan?arende=a")
    secret = cookies(opened)["stegvis"]

    assert wrong.status_code == 422
    assert "altogether" not in wrong.text
    assert opened.headers["location"] == "/plan?arende=a"
    assert ask(alone, "/dorr/vakt", cookies={"stegvis": secret}).status_code == 204
    assert give(alone, "/las", cookie="a stranger's").json() == {"till": "/las-upp"}
    assert ask(alone, "/dorr/vakt", cookies={"stegvis": secret}).status_code == 204
    give(alone, "/las", cookie=secret)
    assert ask(alone, "/dorr/vakt", cookies={"stegvis": secret}).status_code == 401
    assert not unlocking.the_safe().is_open


def test_the_door_speaks_both_languages(alone: Starlette) -> None:
    """As it is asked."""
    assert "Welcome to Stegvis" in ask(alone, "/las-upp?sprak=en").text
    assert '<html lang="sv" dir="ltr">' in ask(alone, "/las-upp?sprak=xx").text
