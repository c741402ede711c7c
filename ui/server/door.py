"""The routes of the door: opening, locking, the printed key, and whether a tab may still be open."""

from __future__ import annotations

from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from casework.logging_in import the_door
from casework.sessions import Session, the_sessions
from planning.errors import BadInput, PlanningError
from ui.server.door_pages import (
    choose_page,
    curtain_page,
    door_file,
    log_in_page,
    recover_page,
    recovery_key_page,
    unlock_page,
)
from ui.server.edge import the_edge, way_inside
from ui.server.guard import DOOR, cookie_line
from ui.server.spoken_here import language_for, remember_language
from ui.server.tabs import TABS
from wording.errors import say_error
from wording.language import speaking

_MOST_FIELD = 1100
"""Characters of a field: as many as a passphrase can become in the mouth of some keyboards."""
THERE = "x-stegvis-nagon-dar"
"""Of a tab that asks: whether somebody has touched it since it asked last."""


async def door(request: Request) -> Response:
    """`/las-upp`: what is shown depends on whether there are keys, and on whether they are asked for."""
    form = await _form_of(request)
    with speaking(language := language_for(request, form.get("sprak", ""))):
        way = way_inside(form.get("vidare", request.query_params.get("vidare", "/")))
        if request.method == "POST":
            return await to_thread.run_sync(lambda: _open(form, way))
        shown = await to_thread.run_sync(lambda: _shown(way, _is_in(request)))
        return remember_language(shown, language, the_edge()) if "sprak" in request.query_params else shown


async def printed_key(request: Request) -> Response:
    """`/las-upp/nyckel`: the way in for one who has forgotten the passphrase."""
    form = await _form_of(request)
    with speaking(language_for(request, form.get("sprak", ""))):
        if request.method == "GET":
            return recover_page()
        return await to_thread.run_sync(lambda: _recover(form))


async def printed(_: Request) -> Response:
    """`/las-upp/klar`: the key has been printed."""
    return RedirectResponse("/", 303)


async def lock(request: Request) -> Response:
    """`/las`: alone, everything is locked at once. The answer says where the tab goes."""
    return await to_thread.run_sync(lambda: _locked(_session_of(request)))


async def guard_of_tab(request: Request) -> Response:
    """`/dorr/vakt`: 204 while the tab may stay open, 401 when it must be emptied, 503 when nobody can say just now."""
    is_there = request.headers.get(THERE) == "1"
    try:
        is_in = await to_thread.run_sync(lambda: _is_in(request, is_there=is_there))
    except PlanningError:
        return Response(status_code=503)
    return Response(status_code=204 if is_in else 401)


async def file(request: Request) -> Response:
    """`/dorr/<name>`: style sheet and script of the door."""
    return door_file(request.path_params["name"])


def door_routes() -> list[Route]:
    """The routes of the door where one coach works alone; a municipality's log-in has its own beside them."""
    return [
        Route(DOOR, door, methods=["GET", "POST"]),
        Route(f"{DOOR}/nyckel", printed_key, methods=["GET", "POST"]),
        Route(f"{DOOR}/klar", printed, methods=["POST"]),
        Route("/las", lock, methods=["POST"]),
        Route("/dorr/vakt", guard_of_tab),
        Route("/dorr/{name}", file),
    ]


def forget_cookie(answer: Response) -> Response:
    """The browser lets go of the cookie and of whatever it has kept."""
    answer.headers.append("Set-Cookie", cookie_line(the_edge().cookie, "", the_edge(), seconds=0))
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def let_in(answer: Response, secret: str) -> Response:
    """The browser gets the session's secret, always a new one."""
    answer.headers.append("Set-Cookie", cookie_line(the_edge().cookie, secret, the_edge()))
    return answer


def _shown(way: str, is_in: bool) -> Response:  # noqa: FBT001  called with what it is named for
    if is_in:
        return RedirectResponse(way, 303)
    if the_edge().is_service:
        return log_in_page(way)
    if the_door().asks_nothing:
        return curtain_page(way)
    return unlock_page(way) if the_door().safe.is_set_up else choose_page(way)


def _open(form: dict[str, str], way: str) -> Response:
    if the_edge().is_service:
        return log_in_page(way)
    if the_door().asks_nothing:
        return let_in(RedirectResponse(way, 303), the_door().walk_in())
    page: Callable[[str, str], Response] = unlock_page if the_door().safe.is_set_up else choose_page
    try:
        if the_door().safe.is_set_up:
            return let_in(RedirectResponse(way, 303), the_door().unlock(form.get("losenfras", "")))
        recovery, secret = the_door().set_up(_chosen(form))
    except PlanningError as error:
        return page(way, say_error(error))
    return let_in(recovery_key_page(recovery), secret)


def _recover(form: dict[str, str]) -> Response:
    try:
        recovery, secret = the_door().recover(form.get("nyckel", ""), _chosen(form))
    except PlanningError as error:
        return recover_page(say_error(error))
    TABS.close(TABS.sessions())
    return let_in(recovery_key_page(recovery), secret)


def _chosen(form: dict[str, str]) -> str:
    if form.get("losenfras", "") != form.get("igen", ""):
        raise BadInput("passphrases_differ")
    return form.get("losenfras", "")


def _locked(session: Session | None) -> Response:
    if session is not None and not the_edge().is_service:
        # Whoever holds a living session may lock; a stranger at the port may not lock others out.
        the_door().lock()
        TABS.close(TABS.sessions())
    return forget_cookie(JSONResponse({"till": DOOR}))


def _session_of(request: Request) -> Session | None:
    return the_sessions().find(request.cookies.get(the_edge().cookie, ""))


def _is_in(request: Request, *, is_there: bool = False) -> bool:
    session = _session_of(request)
    if session is not None and is_there:
        the_sessions().note_seen(session)
    return session is not None


async def _form_of(request: Request) -> dict[str, str]:
    """The fields of a posted form, each cut to what any of them can be."""
    if request.method != "POST":
        return {}
    async with request.form(max_files=0, max_fields=8) as form:
        return {name: value[:_MOST_FIELD] for name, value in form.items() if isinstance(value, str)}


