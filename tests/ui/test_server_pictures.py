"""The pictures of the questions as the browser fetches them."""

from __future__ import annotations

import gzip
import json

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from questionnaire.pictures import picture_names
from ui.server.guard import Place, place_of
from ui.server.pictures import picture_addresses, pictures


def client() -> TestClient:
    """The route alone."""
    return TestClient(Starlette(routes=[Route("/bilder/{name}", pictures)]))


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
    answer = client().get("/bilder/../phosphor.json")

    assert answer.status_code == 404
    assert answer.content == b"" or b"Not Found" in answer.content


def test_they_are_the_program_s_own_files() -> None:
    """The same for everybody, so that the browser may keep them."""
    assert all(place_of(address) is Place.ANYBODY for address in picture_addresses().values())
