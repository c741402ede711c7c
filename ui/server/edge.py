"""Where the app is reached, by whom it may be spoken to, and what its cookies are called.

Alone it answers on this computer's own address. In a municipality a proxy stands before it: `STEGVIS_ADDRESS` is the
address that people use («https://stegvis.kommun.example»), `STEGVIS_PROXY` the proxy's own (127.0.0.1 unless said).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from casework.unlocking import DATABASE
from planning.errors import BadInput
from planning.frozen import Frozen

ADDRESS, PROXY, LISTEN = "STEGVIS_ADDRESS", "STEGVIS_PROXY", "STEGVIS_LISTEN"
_LOOPBACK = ("127.0.0.1", "localhost")
_LONGEST_WAY = 500


class Edge(Frozen):
    """The edge of this installation."""

    is_service: bool
    address: str = ""
    """Scheme and host that people use; «» alone, where the browser's own word for it holds."""
    hosts: tuple[str, ...] = _LOOPBACK
    """Names that a request may call us by, without port."""
    proxies: tuple[str, ...] = ()
    """Whose word on the caller's address is taken."""
    listen: str = "127.0.0.1"

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Edge:
        """As the environment says. Raises `BadInput` for an address that is none, or not https."""
        if not environ.get(DATABASE):
            return cls(is_service=False)
        address = environ.get(ADDRESS, "").rstrip("/")
        parts = urlsplit(address)
        is_near = parts.hostname in _LOOPBACK
        if not parts.hostname or parts.path or (parts.scheme != "https" and not (is_near and parts.scheme == "http")):
            raise BadInput("address_unusable", field=ADDRESS)
        proxies = tuple(filter(None, environ.get(PROXY, "127.0.0.1").replace(",", " ").split()))
        listen = environ.get(LISTEN, "127.0.0.1")
        return cls(is_service=True, address=address, hosts=(parts.hostname,), proxies=proxies, listen=listen)

    @property
    def is_secure(self) -> bool:
        """Whether people reach it over TLS."""
        return self.address.startswith("https:")

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds the session's secret; `__Host-` ties it to this very host, over TLS."""
        return "__Host-stegvis" if self.is_secure else "stegvis"

    @property
    def pending_cookie(self) -> str:
        """The same for a log-in that is under way at the provider."""
        return "__Host-stegvis-inloggning" if self.is_secure else "stegvis-inloggning"

    def is_welcome(self, host: str, origin: str | None, *, is_socket: bool) -> bool:
        """Whether a request to `host` («127.0.0.1:8765») that says it comes from `origin` may be answered.

        A socket without origin is refused: every browser tells it, so something else is at the door.
        """
        if urlsplit(f"//{host}").hostname not in self.hosts:
            return False
        if self.is_service and host != urlsplit(self.address).netloc:
            return False
        if origin is None:
            return not is_socket
        return origin == (self.address or f"http://{host}")

    def caller(self, peer: str, forwarded_for: str) -> str:
        """The caller's address: the proxy's word when it is the proxy that speaks, its last word only."""
        if peer in self.proxies and forwarded_for:
            return forwarded_for.rsplit(",", maxsplit=1)[-1].strip()[:64]
        return peer


def way_inside(given: str) -> str:
    """A way that stays here («/fragor?arende=…»); the start for everything else, so that nobody is led elsewhere."""
    is_inside = given.startswith("/") and not given.startswith("//") and len(given) <= _LONGEST_WAY
    return given if is_inside and given.isascii() and given.isprintable() and not set(given) & set('\\"<>') else "/"


@lru_cache(maxsize=8)
def _edge(given: tuple[tuple[str, str], ...]) -> Edge:
    return Edge.of(dict(given))


def the_edge() -> Edge:
    """The edge as the environment of this process says."""
    return _edge(tuple((name, os.environ.get(name, "")) for name in (DATABASE, ADDRESS)) + _with_defaults())


def _with_defaults() -> tuple[tuple[str, str], ...]:
    return tuple((name, os.environ[name]) for name in (PROXY, LISTEN) if name in os.environ)
