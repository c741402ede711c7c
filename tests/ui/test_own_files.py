"""The program's own files as the browser fetches them: pictures and scripts."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from questionnaire.pictures import picture_names
from ui.server.guard import Place, place_of
from ui.server.own_files import fetched_script, own_file, picture_addresses

STYLE = 'p { content: "å"; }'


def client() -> TestClient:
    """The route alone."""
    return TestClient(Starlette(routes=[Route("/egna/{name}", own_file)]))


@pytest.mark.parametrize("name", ["lines", "colours"])
def test_a_set_is_fetched_once_and_kept(name: str) -> None:
    """Every picture that the bank may name is there, packed, under an address of its own."""
    answer = client().get(picture_addresses()[name])

    assert picture_names() <= set(answer.json())
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert len(gzip.compress(json.dumps(answer.json()).encode())) < 120_000


def test_another_address_is_nothing() -> None:
    """Neither a file nor a word of why."""
    answer = client().get("/egna/phosphor.json")

    assert answer.status_code == 404
    assert answer.content == b"" or b"Not Found" in answer.content


def test_they_are_the_program_s_own_files() -> None:
    """The same for everybody, so that the browser may keep them."""
    assert all(place_of(address) is Place.ANYBODY for address in picture_addresses().values())


def test_a_script_is_fetched_by_a_few_lines_that_name_its_address() -> None:
    """What travels with an answer is short, and another script has another address."""
    script = "export default function () {}\n" * 100
    address = re.findall(r'"(/egna/[^"]+)"', fetched_script("one", script, STYLE))[0]
    answer = client().get(address)

    assert answer.text.startswith(script)
    assert json.dumps(STYLE) in answer.text
    assert answer.headers["content-type"].startswith("text/javascript")
    assert address not in fetched_script("one", script + " ", STYLE)
