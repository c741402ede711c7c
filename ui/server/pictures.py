"""The shipped pictures as the browser draws them: paths, the same for everybody, fetched once."""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import cache
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from questionnaire.pictures import PICTURE_FOLDER

WAY: Final = "/bilder/"
_FILES: Final = {"lines": "phosphor.json", "colours": "fluent.json"}
_KEPT = "public, max-age=31536000, immutable"


@cache
def _packed(name: str) -> bytes:
    pictures = json.loads((PICTURE_FOLDER / _FILES[name]).read_text(encoding="utf-8"))
    return gzip.compress(json.dumps(pictures, separators=(",", ":")).encode(), mtime=0)


@cache
def picture_addresses() -> dict[str, str]:
    """Where each set is, by its name. What is there never changes: another set has another address."""
    return {name: f"{WAY}{name}-{hashlib.sha256(_packed(name)).hexdigest()[:12]}.json" for name in _FILES}


async def pictures(request: Request) -> Response:
    """One set, packed; every browser unpacks it."""
    for name, address in picture_addresses().items():
        if request.url.path == address:
            headers = {"Cache-Control": _KEPT, "Content-Encoding": "gzip"}
            return Response(_packed(name), media_type="application/json", headers=headers)
    return Response(status_code=404)
