"""The pictures that a question or a box may have, by the names that both shipped sets know (`assets/README.md`)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

PICTURE_FOLDER = Path(__file__).resolve().parents[1] / "assets" / "icons"
PICTURE_FILES = ("phosphor.json", "fluent.json")


@cache
def picture_names() -> frozenset[str]:
    """Those that every set has, so that whoever looks may choose between the sets."""
    sets = (json.loads((PICTURE_FOLDER / file).read_text(encoding="utf-8")) for file in PICTURE_FILES)
    return frozenset.intersection(*(frozenset(pictures) for pictures in sets))


def _known(name: str) -> str:
    if name not in picture_names():
        raise ValueError(f"no picture «{name}» in assets/icons")
    return name


Picture = Annotated[str, AfterValidator(_known)]
"""The name of a picture that there is."""
