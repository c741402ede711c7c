"""The page that the browser gets first."""

from __future__ import annotations

from ui.server.first_page import written_page
from ui.server.policy import inline_scripts
from wording.language import speaking


def test_the_first_page_says_its_language_and_name_and_nothing_of_streamlit_s_own() -> None:
    """Swedish from the first byte, called «Stegvis», without pointers to interfaces that are closed."""
    page = written_page("sv")

    assert '<html lang="sv" dir="ltr">' in page
    assert page.count("<title>") == 1
    assert "<title>Stegvis</title>" in page
    assert "enable JavaScript" not in page
    assert "agent" not in page


def test_the_first_page_shows_something_until_the_app_is_there() -> None:
    """Where the app will stand it is said what is being opened, and what is needed where scripts are off."""
    page = written_page("sv")

    assert '<div id="root"><div class="opens" role="status">' in page
    assert "Öppnar Stegvis …" in page
    assert "<noscript><p" in page


def test_the_first_page_is_in_the_language_that_is_spoken() -> None:
    """English where English is."""
    with speaking("en"):
        page = written_page("en")

    assert '<html lang="en" dir="ltr">' in page
    assert "Öppnar" not in page


def test_the_first_page_names_what_every_page_needs() -> None:
    """The parts that Streamlit fetches later are fetched at once, each a file of its own folder."""
    page = written_page("sv")

    assert '<link rel="modulepreload" crossorigin href="./static/js/BidiComponent.' in page
    assert 'as="font"' in page


def test_the_first_page_runs_no_other_script_than_streamlit_s_page_does() -> None:
    """So that the policy that names their hashes lets it run as it is."""
    assert inline_scripts(written_page("sv").encode()) == inline_scripts()
