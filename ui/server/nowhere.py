"""An address that leads nowhere: a calm page with the way back, where Streamlit would open a dialog in English."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.types import Scope

from ui.frame.ways import addresses
from ui.server.door_pages import told_page
from ui.server.spoken_here import in_its_language
from wording.language import tr

_NOT_PAGES = ("/static/", "/_stcore")


class PageRoute(Route):
    """Matches what a reader opens as a page, and nothing that a page fetches for itself."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As a route does; nothing where no page is asked for."""
        is_page = scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", "")
        if not is_page or scope["path"].startswith(_NOT_PAGES):
            return Match.NONE, {}
        return super().matches(scope)


@in_its_language
async def nowhere(request: Request) -> Response:
    """Comes after every other route. An address with a stroke too many is led right."""
    path = request.url.path.rstrip("/")
    if path in addresses():
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(path + query, 303)
    text = tr("Den här adressen leder ingenstans. Inget har försvunnit: allt som är sparat finns kvar.")
    return told_page(tr("Sidan finns inte"), text, status=404, again="/", onward=tr("Till början"))


def last_route() -> Route:
    """What meets every address that no other route knows."""
    return PageRoute("/{path:path}", nowhere, methods=["GET"])
