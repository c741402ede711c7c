"""What every answer tells the browser: where scripts may come from, what may be kept, who may look in."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders

from ui.server.edge import Edge

_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_NOTHING_ELSE = "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
_APP = (
    "default-src 'none'; "
    # Streamlit loads a component's own script from a blob that it has made itself.
    "script-src 'self' blob: {hashes}; "
    # Its style sheets are written by its scripts, so that they have no address.
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' {socket}; worker-src 'self' blob:; manifest-src 'self'; frame-src 'none'; " + _NOTHING_ELSE
)
_DOOR = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; "
    + _NOTHING_ELSE
)
_YEAR = 31_536_000


def inline_scripts(page: bytes | None = None) -> tuple[bytes, ...]:
    """The scripts that stand in a page itself; of Streamlit's own page where none is given."""
    given = page or (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    return tuple(_INLINE_SCRIPT.findall(given))


@cache
def _inline_script_hashes() -> str:
    """The hashes of the scripts inside Streamlit's own page, so that an upgrade does not break it."""
    digests = (hashlib.sha256(script).digest() for script in inline_scripts())
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def add_headers(headers: MutableHeaders, edge: Edge, host: str, *, is_door: bool, may_be_kept: bool) -> None:
    """Adds what every answer carries. `may_be_kept`: the program's own scripts, the same for everybody."""
    socket = f"wss://{host}" if edge.is_secure else f"ws://{host}"
    policy = _DOOR if is_door else _APP.format(hashes=_inline_script_hashes(), socket=socket)
    headers["Content-Security-Policy"] = policy
    # A form that says nothing of where it comes from could not be told from another site's.
    headers["Referrer-Policy"] = "same-origin" if is_door else "no-referrer"
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), clipboard-read=(), payment=(), usb=()"
    if not may_be_kept:
        headers["Cache-Control"] = "no-store"
    if edge.is_secure:
        headers["Strict-Transport-Security"] = f"max-age={_YEAR}; includeSubDomains"
