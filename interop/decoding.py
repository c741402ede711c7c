"""Bytes to text without guessing: the same bytes always give the same letters.

Order: byte order mark, UTF-16 by its NULs, strict UTF-8, Windows-1252. Statistical detectors mistake short Swedish
texts in Windows-1252 for other code pages; this order does not.
"""

from __future__ import annotations

import codecs
import unicodedata

from planning.errors import BadInput

CELL_LENGTH = 300  # our default: longer than any subject, room or list of teachers seen
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SHOWN_AROUND = 20
_SPACES = "\t\n\r\x0b\x0c\x85\u2028\u2029"


def decode(content: bytes, name: str, *, errors: str = "strict") -> str:
    """The text of a file. `BadInput("unreadable_text")` when no encoding of the list fits."""
    try:
        return content.decode(_encoding(content), errors)
    except UnicodeDecodeError as error:
        raise BadInput("unreadable_text", file=name, field="content") from error


def assumed_letters(content: bytes) -> str:
    """What stands around the first letter that only Windows-1252 can be meant by, to be looked at; «» without one.

    Everything else says itself what it is: a mark, its NULs, or being UTF-8 throughout.
    """
    if _encoding(content) != "cp1252":
        return ""
    text = content.decode("cp1252", "replace")
    first = next((n for n, sign in enumerate(text) if not sign.isascii()), 0)
    start = text.rfind("\n", 0, first) + 1
    line = text[max(start, first - _SHOWN_AROUND) : first + _SHOWN_AROUND]
    return clean(line.partition("\n")[0])


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    head = content[:4000]
    if head.count(0) * 4 > len(head):
        return "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def clean(text: str) -> str:
    """A cell as it may be kept: no control or direction signs, no outer spaces, at most `CELL_LENGTH` letters.

    Spaces within are kept as they stand, so that a subject is still found in the source by its name.
    """
    if text.isprintable():  # nearly every cell
        return text.strip()[:CELL_LENGTH].strip()
    kept = "".join(" " if sign in _SPACES else sign for sign in text if sign in _SPACES or _is_plain(sign))
    return kept.strip()[:CELL_LENGTH].strip()


def _is_plain(sign: str) -> bool:
    """Neither a control (Cc), a format sign such as text direction (Cf), nor half a surrogate pair (Cs)."""
    return unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}
