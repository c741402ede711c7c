"""JSON from elsewhere, as strictly as it is defined: one value for each name, true numbers, and not without end.

The standard library takes the last of two values for a name, numbers that are none, and nesting until it breaks.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from typing import Any, NoReturn

from planning.errors import BadInput

DEEPEST = 40
"""Objects and lists within each other; a plan has nine. Our default."""
MOST_DIGITS = 30
"""Of a number; more is no number of ours, and takes long to read. Our default."""
_DEPTH_SIGNS = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Controls but tab and line break, signs that turn the direction of text, and halves of letters."""


def read_json(content: bytes, most: int, *, deepest: int = DEEPEST) -> Any:
    """The value, with no sign in its texts that steers a screen.

    `BadInput`: too_large (over `most` bytes), not_json, too_deep, repeated_name (with the name as `field`).
    """
    if len(content) > most:
        raise BadInput("too_large", field="content", most=most)
    try:
        text = content.decode("utf-8-sig")
        if _depth(text) > deepest:
            raise BadInput("too_deep", field="content", most=deepest)
        value = json.loads(
            text, object_pairs_hook=_each_name_once, parse_constant=_no_number, parse_float=_finite, parse_int=_whole
        )
    except (ValueError, RecursionError):
        raise BadInput("not_json", field="content") from None
    return _plain_within(value)


def plain(text: str) -> str:
    """The text without signs that steer a screen."""
    return text if text.isprintable() else _STEERING.sub("", text)


def _depth(text: str) -> int:
    """How deep it nests, counted without going in."""
    depth = deepest = 0
    for found in _DEPTH_SIGNS.finditer(text):
        if found[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif found[0] in "]}":
            depth -= 1
    return deepest


def _plain_within(value: Any) -> Any:
    match value:
        case str():
            return plain(value)
        case list():
            return [_plain_within(one) for one in value]
        case dict():
            return _each_name_once([(plain(name), _plain_within(one)) for name, one in value.items()])
        case _:
            return value


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of two values for one name none is chosen in silence."""
    taken = dict(pairs)
    if len(taken) < len(pairs):
        repeated = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise BadInput("repeated_name", field=plain(repeated)[:100])
    return taken


def _no_number(word: str) -> NoReturn:
    """NaN and the infinities are no JSON."""
    raise ValueError(word)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(digits[:MOST_DIGITS])
    return number


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(digits[:MOST_DIGITS])
    return int(digits)
