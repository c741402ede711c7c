"""The settings that the app runs with are pinned and read back, and Streamlit knows them all."""

from __future__ import annotations

import pytest
from streamlit import config

from planning.errors import BadInput
from ui.server.edge import Edge
from ui.server.settings import check_settings, pinned_settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("server.address", "127.0.0.1"),
        ("server.allowedHosts", ["127.0.0.1", "localhost"]),
        ("server.enableCORS", True),
        ("server.enableXsrfProtection", True),
        ("server.xsrfCookieSameSite", "strict"),
        ("server.enableStaticServing", False),
        ("server.enableAgentApi", False),
        ("server.maxUploadSize", 5),
        ("server.maxMessageSize", 20),
        ("server.disconnectedSessionTTL", 60),
        ("server.fileWatcherType", "none"),
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", False),
        ("client.toolbarMode", "minimal"),
        ("runner.postScriptGC", False),
        ("logger.hideWelcomeMessage", True),
    ],
)
def test_what_keeps_the_app_closed_is_pinned(name: str, value: object) -> None:
    """Each as the security page of the documentation asks."""
    assert pinned_settings(8765)[name] == value


def test_streamlit_knows_every_setting() -> None:
    """A misspelt one would protect nobody."""
    assert set(pinned_settings(8765)) <= set(config._config_options_template)


def test_a_municipality_s_app_answers_to_its_own_name() -> None:
    """As the environment says, and still on the loopback unless something else is said."""
    edge = Edge(is_service=True, address="https://stegvis.example", hosts=("stegvis.example",))
    assert pinned_settings(8765, edge)["server.allowedHosts"] == ["stegvis.example"]
    assert pinned_settings(8765, edge)["server.address"] == "127.0.0.1"


def test_a_setting_that_somebody_has_loosened_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name is said."""
    kept = dict(pinned_settings(8765))
    monkeypatch.setattr(config, "get_option", kept.get)
    check_settings(pinned_settings(8765))
    kept["server.enableXsrfProtection"] = False
    with pytest.raises(BadInput) as caught:
        check_settings(pinned_settings(8765))
    assert caught.value.data == {"field": "server.enableXsrfProtection"}
