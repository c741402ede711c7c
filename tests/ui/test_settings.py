"""The settings that the app runs with are pinned, and Streamlit knows them all."""

from __future__ import annotations

import pytest
from streamlit import config

from ui.server.settings import pinned_settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("server.address", "127.0.0.1"),
        ("server.enableCORS", True),
        ("server.enableXsrfProtection", True),
        ("server.enableStaticServing", False),
        ("server.enableAgentApi", False),
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        ("server.maxUploadSize", 5),
        ("logger.hideWelcomeMessage", True),
    ],
)
def test_what_keeps_the_app_closed_is_pinned(name: str, value: object) -> None:
    """Each as the security page of the documentation asks."""
    assert pinned_settings(8765)[name] == value


def test_streamlit_knows_every_setting() -> None:
    """A misspelt one would protect nobody."""
    assert set(pinned_settings(8765)) <= set(config._config_options_template)
