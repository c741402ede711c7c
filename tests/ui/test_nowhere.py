"""An address that leads nowhere."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from ui.server.nowhere import last_route

PAGE = {"accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def client() -> TestClient:
    """A server that knows nothing else."""
    return TestClient(Starlette(routes=[last_route()]), follow_redirects=False)


def test_a_reader_is_told_and_led_home_in_the_language_of_the_browser(client: TestClient) -> None:
    """With the status that says so to programs too."""
    answer = client.get("/finns-inte", headers=PAGE)
    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.text
    assert '<a class="button" href="/">Till början</a>' in answer.text
    english = client.get("/finns-inte", headers={**PAGE, "cookie": "stegvis_sprak=en"})
    assert "There is no such page" in english.text
    assert '<html lang="en"' in english.text


def test_what_a_page_fetches_for_itself_is_none_of_its_business(client: TestClient) -> None:
    """Streamlit answers for its own files."""
    assert "Stegvis" not in client.get("/static/js/x.js", headers=PAGE).text
    assert "Stegvis" not in client.get("/finns-inte", headers={"accept": "*/*"}).text


def test_a_stroke_too_many_leads_to_the_page_with_its_case(client: TestClient) -> None:
    """A case in the address is kept."""
    answer = client.get("/schema/?arende=x", headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/schema?arende=x")
