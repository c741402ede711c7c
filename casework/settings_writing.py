"""Settings as TOML, as a person would write it: a table for each entry, short lists on a line, long on several."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any

from planning.errors import Bug
from planning.frozen import Frozen

_BARE = re.compile(r"^[A-Za-z0-9_-]+$")
WIDTH = 118


def to_toml(entries: Mapping[str, Any], about: str = "") -> str:
    """The entries as a text that `tomllib` reads back the same. `about` stands above them as a comment."""
    head = "".join(f"# {line}\n" for line in about.splitlines())
    parts = [f"[{_key(name)}]\n{_table(_plain(entry))}" for name, entry in entries.items()]
    return "\n".join([*([head] if head else []), *parts])


def _plain(entry: Any) -> dict[str, Any]:
    """A model without what is as it would be anyhow."""
    return entry.model_dump(exclude_defaults=True) if isinstance(entry, Frozen) else dict(entry)


def _table(entry: Mapping[str, Any]) -> str:
    return "".join(f"{_key(name)} = {_value(value, len(name) + 3)}\n" for name, value in entry.items() if value != ())


def _key(name: object) -> str:
    text = str(name)
    return text if _BARE.match(text) else _text(text)


def _value(value: Any, at: int = 0) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _text(value)
        case dt.date():
            return value.isoformat()
        case Mapping():
            return "{ " + ", ".join(f"{_key(name)} = {_value(part)}" for name, part in value.items()) + " }"
        case list() | tuple():
            return _list([_value(part) for part in value], at)
        case _:
            raise Bug("no_toml", kind=type(value).__name__)


def _list(parts: list[str], at: int) -> str:
    line = "[" + ", ".join(parts) + "]"
    if at + len(line) <= WIDTH:
        return line
    return "[\n" + "".join(f"    {part},\n" for part in parts) + "]"


def _text(value: str) -> str:
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "")
