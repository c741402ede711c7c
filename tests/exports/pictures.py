"""Golden files: pages as small pictures, compared with a tolerance, and documents as text, compared letter by letter.

`STEGVIS_GOLDEN=new pytest tests/exports` keeps what is drawn and said now as the new golden files; look at them before
they are committed.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

GOLDEN = Path(__file__).parent / "golden"
DOTS_PER_INCH = 50
"""Small files, in which a line of text is still a row of dots of its own."""

VISIBLE = 40
"""A dot differs when one of its colours does by more than this, of 255: softer edges of letters do not count."""
MOST_MEAN, MOST_SHARE = 0.35, 0.0003
"""How far a page may be from its picture: mean over all dots, of 255, and share of dots that differ. Our default:
what another version of the drawing library may do to edges; a word that is gone or moved is more, and so is a letter
of a title."""


class Distance(NamedTuple):
    """How far apart two pictures are: mean difference of all dots (of 255), and share of dots that differ visibly."""

    mean: float
    share: float

    @property
    def is_small(self) -> bool:
        """Whether a reader would call them the same."""
        return self.mean <= MOST_MEAN and self.share <= MOST_SHARE


def picture(data: bytes, page: int = 1, *, dots_per_inch: float = DOTS_PER_INCH) -> Image.Image:
    """That page of a PDF, counted from 1, as a picture in colours, form fields included."""
    document = pypdfium2.PdfDocument(data)
    try:
        document.init_forms()
        drawn: Image.Image = document[page - 1].render(scale=dots_per_inch / 72).to_pil().convert("RGB")
    finally:
        document.close()
    return drawn


def distance(one: Image.Image, other: Image.Image) -> Distance:
    """How far apart they are; pictures of different sizes differ everywhere."""
    if one.size != other.size:
        return Distance(255.0, 1.0)
    parts = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(parts[0], parts[1]), parts[2])
    histogram = most.histogram()
    mean = sum(ImageStat.Stat(part).mean[0] for part in parts) / len(parts)
    return Distance(mean, sum(histogram[VISIBLE + 1 :]) / sum(histogram))


def check_picture(data: bytes, name: str, page: int = 1, *, in_all_colours: bool = False) -> None:
    """Fails unless that page looks like `golden/<name>.png`; says where both can be seen side by side.

    A page with pictures in many colours is kept `in_all_colours`: with fewer it would not look like itself.
    """
    path, drawn = GOLDEN / f"{name}.png", picture(data, page)
    if _is_kept(path):
        (drawn if in_all_colours else drawn.quantize(256)).save(path, optimize=True)
    with Image.open(path) as kept:
        golden = kept.convert("RGB")
    apart = distance(drawn, golden)
    if not (apart.is_small or _is_asked_for()):
        pytest.fail(f"{name}: {apart}; golden, drawn and difference: {_beside(golden, drawn, name)}")


def check_pictures(data: bytes, name: str, pages: Iterable[int]) -> None:
    """Each of those pages looks like its picture, `golden/<name>-<page>.png`."""
    for page in pages:
        check_picture(data, f"{name}-{page}", page)


def check_text(text: str, name: str) -> None:
    """Fails unless the text is that of `golden/<name>.txt`."""
    path = GOLDEN / f"{name}.txt"
    if _is_kept(path):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def _is_kept(path: Path) -> bool:
    """Whether what is there now is to become the golden file."""
    if not (_is_asked_for() or path.exists()):
        pytest.fail(f"no golden {path.name} yet: STEGVIS_GOLDEN=new pytest tests/exports")
    return _is_asked_for()


def _is_asked_for() -> bool:
    return os.environ.get("STEGVIS_GOLDEN") == "new"


def _beside(golden: Image.Image, drawn: Image.Image, name: str) -> Path:
    """A picture of both and of their difference, for whoever looks into a failure."""
    width, height = golden.width + drawn.width, max(golden.height, drawn.height)
    sheet = Image.new("RGB", (width + drawn.width, height), "white")
    sheet.paste(golden, (0, 0))
    sheet.paste(drawn, (golden.width, 0))
    if golden.size == drawn.size:
        sheet.paste(ImageChops.invert(ImageChops.difference(golden, drawn)), (width, 0))
    folder = Path(tempfile.mkdtemp(prefix="stegvis-pictures-"))
    sheet.save(folder / f"{name}.png")
    return folder / f"{name}.png"
