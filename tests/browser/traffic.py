"""What goes between a page and the app, and what stands beside the page: where a private word could be let out."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, WebSocket

from tests.private_words import private_words_in


class Traffic:
    """Everything that a page sends, gets, and shows beside its content."""

    def __init__(self, page: Page) -> None:
        """Listen to that page from now on."""
        self.heard: list[str] = []
        self.hosts: set[str] = set()
        page.on("websocket", self._socket)
        page.on("request", self._request)
        page.on("console", lambda message: self.heard.append(message.text))

    def _socket(self, socket: WebSocket) -> None:
        self.heard.append(socket.url)
        self.hosts.add(urlsplit(socket.url).netloc)
        socket.on("framereceived", self._frame)
        socket.on("framesent", self._frame)

    def _frame(self, frame: str | bytes) -> None:
        self.heard.append(frame if isinstance(frame, str) else frame.decode("utf-8", "replace"))

    def _request(self, request: Request) -> None:
        self.heard.append(request.url)
        self.hosts.add(urlsplit(request.url).netloc)
        self.heard.append((request.post_data_buffer or b"").decode("utf-8", "replace"))

    def forget(self) -> None:
        """Begin anew."""
        self.heard.clear()

    @property
    def private_words(self) -> list[str]:
        """The private words in what has been heard."""
        return private_words_in("\n".join(self.heard))


def told_beside(page: Page) -> list[str]:
    """The private words in the page itself, its frames, its address, its title, and what the browser has kept."""
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])")
    shown = [frame.content() for frame in page.frames]
    return private_words_in("\n".join([*shown, page.url, page.title(), kept]))
