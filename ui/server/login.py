"""The routes of a municipality's log-in: to the provider, back from it, and out again."""

from __future__ import annotations

import os
from functools import lru_cache

from anyio import to_thread
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from casework.logging_in import the_door
from casework.sessions import hashed, the_sessions
from planning.errors import NotAllowed, PlanningError
from ui.handover import HANDOVER
from ui.server.door import forget_cookie, let_in
from ui.server.door_pages import page, told_page
from ui.server.edge import the_edge, way_inside
from ui.server.guard import DOOR, cookie_line
from ui.server.oidc import BACK, OUT, Pending, Provider, Relation
from ui.server.spoken_here import in_its_language
from ui.server.tabs import TABS
from wording.errors import say_error
from wording.language import tr

_SECONDS_TO_COME_BACK = 600
"""How long a log-in may take at the provider (our default)."""


@lru_cache(maxsize=1)
def the_provider() -> Provider:
    """The provider of this installation, as the environment says. Raises `BadInput`."""
    return Provider(Relation.of(os.environ, the_edge().address))


async def to_provider(request: Request) -> Response:
    """`/logga-in`: sends the browser to the provider; with `igen` for one who is in and proves it anew."""
    way = way_inside(request.query_params.get("vidare", "/"))
    secret, is_step_up = request.cookies.get(the_edge().cookie, ""), "igen" in request.query_params
    return await to_thread.run_sync(lambda: _begun(way, secret, is_step_up=is_step_up))


async def from_provider(request: Request) -> Response:
    """`/logga-in/svar`: what the provider says."""
    kept, answer = request.cookies.get(the_edge().pending_cookie, ""), dict(request.query_params)
    return await to_thread.run_sync(lambda: _done_with_pending(_let_in(kept, answer)))


async def out(request: Request) -> Response:
    """`/logga-ut`: ends the session in every tab; the answer says where the browser goes."""
    if request.method == "GET":
        return told_page(tr("Du är utloggad"), tr("Stäng webbläsaren om fler använder datorn."), again=DOOR)
    secret = request.cookies.get(the_edge().cookie, "")
    return await to_thread.run_sync(lambda: _logged_out(secret))


def login_routes() -> list[Route]:
    """The routes; they come before those of the door."""
    return [
        Route("/logga-in", in_its_language(to_provider)),
        Route(BACK, in_its_language(from_provider)),
        Route(OUT, in_its_language(out), methods=["GET", "POST"]),
        Route("/las", in_its_language(out), methods=["POST"]),
    ]


def _begun(way: str, secret: str, *, is_step_up: bool) -> Response:
    session = the_sessions().find(secret)
    # A student who holds the screen must not come in as the coach, whom the provider may still remember.
    is_anew = (is_step_up and session is not None) or HANDOVER.holds(hashed(secret))
    try:
        url, pending = the_provider().begin(way, before=session.id if session else "", is_step_up=is_anew)
    except PlanningError as error:
        return _sorry(error)
    sealed = the_door().sealed_up(pending.model_dump_json())
    answer = RedirectResponse(url, 303)
    # Lax: the browser brings it along when the provider sends it back here.
    line = cookie_line(the_edge().pending_cookie, sealed, the_edge(), same_site="Lax", seconds=_SECONDS_TO_COME_BACK)
    answer.headers.append("Set-Cookie", line)
    return answer


def _let_in(kept: str, answer: dict[str, str]) -> Response:
    try:
        pending = Pending.model_validate_json(the_door().unsealed(kept, _SECONDS_TO_COME_BACK))
    except (ValidationError, ValueError):
        return _sorry(NotAllowed("log_in_took_long"))
    try:
        proved = the_provider().finish(pending, answer)
        secret = the_door().let_in(proved.issuer, proved.subject, instead_of=pending.before)
    except PlanningError as error:
        return _sorry(error)
    if pending.before:
        TABS.close([pending.before])
    # A page and not a redirect: the browser brings our strict cookie along only when one of our own pages asks.
    return let_in(page(tr("Välkommen"), "", here="", goes_on_to=way_inside(pending.way)), secret)


def _logged_out(secret: str) -> Response:
    session = the_sessions().find(secret)
    if session is not None and HANDOVER.holds(session.id):
        return JSONResponse({"till": "/"}, status_code=409)
    if session is not None:
        the_sessions().end(session)
        TABS.close([session.id])
    return forget_cookie(JSONResponse({"till": the_provider().way_out() or OUT}))


def _sorry(error: PlanningError) -> Response:
    status = 503 if error.code == "provider_unreachable" else 403
    return told_page(tr("Det gick inte att logga in"), say_error(error), status=status, again=DOOR)


def _done_with_pending(answer: Response) -> Response:
    """What was under way is used up, however it ended."""
    line = cookie_line(the_edge().pending_cookie, "", the_edge(), same_site="Lax", seconds=0)
    answer.headers.append("Set-Cookie", line)
    return answer
