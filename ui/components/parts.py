"""How the app's own components are put together from the files beside them."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def text_of(*names: str) -> str:
    """The files (paths below `ui/components`) one after the other."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)


def styles(name: str) -> str:
    """The shared style and that of one component."""
    return text_of("tokens.css", name)
