"""The settings that Stegvis runs with. They are given as flags, so that no file or variable can loosen them."""

from __future__ import annotations

from typing import Any

from streamlit import config

from planning.errors import BadInput
from ui.server.edge import Edge
from ui.server.guard import SESSION_HEADER

DEFAULT_PORT = 8765

_SAFE: dict[str, Any] = {
    "server.headless": True,
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.xsrfCookieSameSite": "strict",
    "server.enableStaticServing": False,
    "server.enableAgentApi": False,
    "server.maxUploadSize": 5,
    "server.maxMessageSize": 20,
    # The guard says whose socket it is: another session cannot take up what this one has left.
    "server.trustedUserHeaders": {SESSION_HEADER.decode(): "session"},
    "server.disconnectedSessionTTL": 60,
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "client.disableDataExport": True,
    "client.showSidebarNavigation": False,
    "runner.magicEnabled": False,
    "runner.postScriptGC": False,
    "logger.level": "warning",
    "logger.enableRich": False,
    # start.py says where the app is, in Swedish and once.
    "logger.hideWelcomeMessage": True,
}

_SHAPE: dict[str, Any] = {
    "theme.font": "sans-serif",
    "theme.headingFont": "serif",
    "theme.headingFontSizes": ["1.9rem", "1.25rem", "1.15rem", "1.05rem", "1rem", "1rem"],
    "theme.headingFontWeights": [600, 600, 600, 600, 600, 600],
    "theme.baseRadius": "0.75rem",
    "theme.buttonRadius": "0.75rem",
    "theme.showWidgetBorder": True,
}

LIGHT: dict[str, Any] = {
    "primaryColor": "#23705e",
    "backgroundColor": "#fbf8f1",
    "secondaryBackgroundColor": "#f1ecdf",
    "textColor": "#22302c",
    "linkColor": "#1c5f50",
    "borderColor": "#d8d1be",
}

DARK: dict[str, Any] = {
    "primaryColor": "#2a7d69",
    "backgroundColor": "#161c1b",
    "secondaryBackgroundColor": "#212a28",
    "textColor": "#ece9df",
    "linkColor": "#93d3bf",
    "borderColor": "#3a4643",
}


def pinned_settings(port: int, edge: Edge | None = None) -> dict[str, Any]:
    """Every setting, for that port, where the app is reached so."""
    edge = edge or Edge(is_service=False)
    colours = {f"theme.light.{name}": value for name, value in LIGHT.items()}
    colours |= {f"theme.dark.{name}": value for name, value in DARK.items()}
    reached = {"server.address": edge.listen, "server.allowedHosts": list(edge.hosts), "server.port": port}
    return {**_SAFE, **_SHAPE, **colours, **reached}


def check_settings(pinned: dict[str, Any]) -> None:
    """Reads every setting back from Streamlit. Raises `BadInput("setting_not_pinned")` naming one that differs."""
    for name, value in pinned.items():
        if config.get_option(name) != value:
            raise BadInput("setting_not_pinned", field=name)
