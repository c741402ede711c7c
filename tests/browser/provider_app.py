"""The tests' OpenID provider on a port of this computer: whoever comes is somebody at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx

from tests.ui.mock_provider import MockProvider


class _Answering(BaseHTTPRequestHandler):
    """Hands requests on to the mock; at the authorization endpoint it sends the browser straight back."""

    mock: MockProvider

    def do_GET(self) -> None:
        """An answer."""
        parts = urlsplit(self.path)
        if parts.path == "/authorize":
            asked = parse_qs(parts.query)
            back = self.mock.sends_back(self.path)
            self._send(303, b"", {"Location": f"{asked['redirect_uri'][0]}?{urlencode(back)}"})
        elif parts.path == "/out":
            self._send(200, b"<h1>Utloggad hos leverantoren</h1>", {"Content-Type": "text/html"})
        else:
            self._pass_on("GET", b"")

    def do_POST(self) -> None:
        """A token."""
        self._pass_on("POST", self.rfile.read(int(self.headers["Content-Length"])))

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def _pass_on(self, method: str, body: bytes) -> None:
        answer = self.mock.transport.handle_request(httpx.Request(method, f"http://x{self.path}", content=body))
        self._send(answer.status_code, answer.read(), {"Content-Type": "application/json"})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def provider_running() -> Iterator[MockProvider]:
    """A provider that answers until the block is left."""
    handler = type("Answering", (_Answering,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    address = f"http://127.0.0.1:{server.server_port}"
    mock = MockProvider(subject="coach", issuer=address, lives_at=address)
    handler.mock = mock  # type: ignore[attr-defined]  # the class has just been made
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield mock
    server.shutdown()
