"""«Insynsskydd»: names become initials while somebody else can see the screen; the rest is blurred in the browser."""

from __future__ import annotations

from ui.session import session


def shown_name(name: str) -> str:
    """The name, or its initials while the veil is on."""
    return initials(name) if session().is_veiled else name


def initials(name: str) -> str:
    """«Kim Exempel» becomes «K. E.»."""
    return " ".join(f"{word[0].upper()}." for word in name.split())
