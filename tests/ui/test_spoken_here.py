"""Which language a page is in that is no page of the app, and how a browser's last one is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.wording.other_language import CODE, write_language
from ui.components.stepbar import LANGUAGE, language_choices, language_in
from ui.remembered import LANGUAGE_COOKIE, remembered_language
from ui.server.edge import Edge
from ui.server.spoken_here import in_its_language, remember_language, take_in_languages
from wording.language import current_language, speaking
from wording.spoken import SHELF

COOKIES = {"en": f"{LANGUAGE_COOKIE}=en", "xx": f"{LANGUAGE_COOKIE}=../../etc"}


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """What a test adds is gone after it."""
    yield
    SHELF.forget()


@in_its_language
async def say(_: Request) -> Response:
    """The language, and nothing else."""
    return PlainTextResponse(current_language())


@pytest.mark.parametrize(
    ("path", "cookie", "spoken"),
    [
        ("/", "", "sv"), ("/", COOKIES["en"], "en"), ("/", COOKIES["xx"], "sv"),
        ("/?sprak=en", "", "en"), ("/?sprak=sv", COOKIES["en"], "sv"), ("/?sprak=oj", COOKIES["en"], "en"),
    ],
)  # fmt: skip
def test_what_is_asked_for_comes_first_then_what_is_remembered_then_swedish(
    path: str, cookie: str, spoken: str
) -> None:
    """A language that there is not is never spoken."""
    client = TestClient(Starlette(routes=[Route("/", say)]))
    assert client.get(path, headers={"cookie": cookie}).text == spoken


def test_what_is_remembered_is_a_language_and_nothing_else() -> None:
    """Whatever stands in the cookie."""
    assert remembered_language({}) == "sv"
    assert remembered_language({LANGUAGE_COOKIE: "en"}) == "en"
    assert remembered_language({LANGUAGE_COOKIE: "<script>"}) == "sv"


def test_the_cookie_goes_to_this_site_alone() -> None:
    """And over a line that nobody reads, where there is one."""
    alone = remember_language(Response(), "en", Edge(is_service=False)).headers["set-cookie"]
    assert alone == f"{LANGUAGE_COOKIE}=en; Path=/; Max-Age=31536000; SameSite=Strict"


def test_the_bar_offers_every_language_by_its_own_name(tmp_path: Path) -> None:
    """And takes no other for one."""
    write_language(tmp_path)
    take_in_languages(tmp_path)
    with speaking(CODE):
        offered = language_choices()
    assert [(each["name"], each["tag"], each["rtl"], each["now"]) for each in offered] == [
        ("Svenska", "sv", False, False), ("English", "en", False, False), ("Provspråk", "ar", True, True),
    ]  # fmt: skip
    assert language_in(f"{LANGUAGE}{CODE}") == CODE
    assert language_in(f"{LANGUAGE}xx") is None
    assert language_in("plan") is None


def test_a_bad_file_is_told_of_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its place and the kind of error; what stands in it is not repeated."""
    file = tmp_path / "fi" / "LC_MESSAGES" / "stegvis.po"
    file.parent.mkdir(parents=True)
    file.write_text("hemligt innehåll", "utf-8")
    take_in_languages(tmp_path)
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert str(file) in said
    assert "hemligt" not in said
