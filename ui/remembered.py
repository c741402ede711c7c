"""The language that this browser was in last, as it tells it itself. It says nothing of anybody."""

from __future__ import annotations

from collections.abc import Mapping

from wording.language import SOURCE_LANGUAGE, Language, languages

LANGUAGE_COOKIE = "stegvis_sprak"


def remembered_language(cookies: Mapping[str, str]) -> Language:
    """The language in those cookies; Swedish where none is kept, or one that is no longer there."""
    kept = cookies.get(LANGUAGE_COOKIE, "")
    return kept if kept in languages() else SOURCE_LANGUAGE
