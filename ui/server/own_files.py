"""The program's own files that the browser fetches once and keeps: the pictures, and the components' scripts.

An address holds what it names for ever: another text has another address.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import cache
from typing import Final, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from questionnaire.pictures import PICTURE_FOLDER

WAY: Final = "/egna/"
_PICTURES: Final = {"lines": "phosphor.json", "colours": "fluent.json"}
_KEPT = "public, max-age=31536000, immutable"
_LOADING = """
const loaded = import(location.origin + "ADDRESS").then((module) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(module.style);
  return { run: module.default, sheet };
});
export default function load(component) {
  let stop = null;
  let isOver = false;
  loaded.then(({ run, sheet }) => {
    if (isOver) return;
    const root = component.parentElement.getRootNode();
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    stop = run(component);
  });
  return () => {
    isOver = true;
    stop?.();
  };
}
"""


class _File(NamedTuple):
    kind: str
    packed: bytes


_FILES: dict[str, _File] = {}


def _kept_at(name: str, ending: str, kind: str, text: str) -> str:
    """The address of that text."""
    content = text.encode()
    address = f"{WAY}{name}-{hashlib.sha256(content).hexdigest()[:12]}.{ending}"
    _FILES[address] = _File(kind, gzip.compress(content, mtime=0))
    return address


def fetched_script(name: str, script: str, style: str) -> str:
    """A component's script that fetches the real one and its style, so that they do not travel with every answer."""
    whole = f"{script}\nexport const style = {json.dumps(style)};\n"
    return _LOADING.replace("ADDRESS", _kept_at(name, "js", "text/javascript", whole))


@cache
def picture_addresses() -> dict[str, str]:
    """Where each set of pictures is, by its name."""
    found = {}
    for name, file in _PICTURES.items():
        pictures = json.loads((PICTURE_FOLDER / file).read_text(encoding="utf-8"))
        found[name] = _kept_at(name, "json", "application/json", json.dumps(pictures, separators=(",", ":")))
    return found


async def own_file(request: Request) -> Response:
    """One of them, packed; every browser unpacks it."""
    file = _FILES.get(request.url.path)
    if file is None:
        return Response(status_code=404)
    headers = {"Cache-Control": _KEPT, "Content-Encoding": "gzip"}
    return Response(file.packed, media_type=file.kind, headers=headers)
