"""Lines that Streamlit would otherwise read as Markdown."""

from __future__ import annotations


def plain(line: str) -> str:
    """The line without anything that Markdown would read as its own."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#+!|:$~" else sign for sign in line)
