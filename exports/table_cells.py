"""Text in tables that a spreadsheet may open: what could be read as a formula is made plain text.

After OWASP's page on CSV injection: an apostrophe goes before a sign that begins a formula, at the start of a value and
after anything that some country's spreadsheet takes for the end of a cell. Control characters become blanks, so that
no value can begin a row of its own. Every other value stays as it is.
"""

from __future__ import annotations

import re

_DANGER = re.compile(r"(?:^|(?<=[;,|]))(?=[\s\"]*[=+\-@＝＋－＠])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def plain_cell(value: str) -> str:
    """The value on one line, with an apostrophe wherever a formula could begin."""
    return _DANGER.sub("'", _CONTROL.sub(" ", value))


def could_be_formula(value: str) -> bool:
    """Whether some spreadsheet could read a formula in it."""
    return _DANGER.search(_CONTROL.sub(" ", value)) is not None
