"""The code on the decision's page: which document, which version, which plan. Read by a camera or typed by hand.

It tells nothing of a person: the document's number is made from the case's random id, and cannot be turned back.
"""

from __future__ import annotations

import hashlib
import re
from typing import Annotated, NamedTuple

from pydantic import Field, StringConstraints

from planning.errors import BadInput
from planning.frozen import Frozen

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's thirty-two: no I, L, O or U, which are read as others or spell words."""
_LENGTH = 12
MOST_VERSIONS = 999_999
_MISREAD = str.maketrans("OIL", "011")
_CHECK = 97
_READ_BY_CAMERA = "STEGVIS"
_WHOLE = re.compile(rf"([{_SIGNS}]{{{_LENGTH}}})([1-9][0-9]{{0,5}})([0-9A-F]{{16}})([0-9]{{2}})")


class DocumentCode(Frozen):
    """Which document it is: its number, its version, and the first sixteen hex digits of its plan's SHA-256."""

    document: str = Field(pattern=rf"^[{_SIGNS}]{{{_LENGTH}}}$")
    version: int = Field(ge=1, le=MOST_VERSIONS)
    plan: str = Field(pattern=r"^[0-9a-f]{16}$")

    @property
    def check(self) -> str:
        """Two digits by which one wrong sign, or two that have changed places, are always seen (modulo 97).

        Every sign counts as two figures, so that a letter in a figure's place moves nothing else.
        """
        digits = "".join(f"{int(sign, 36):02d}" for sign in f"{self.document}{self.version}{self.plan}")
        return f"{98 - int(digits) * 100 % _CHECK:02d}"

    @property
    def for_camera(self) -> str:
        """What the picture says: letters and figures that a QR code packs tightest."""
        return f"{_READ_BY_CAMERA} {self.document} {self.version} {self.plan.upper()} {self.check}"

    @property
    def printed(self) -> PrintedCode:
        """In groups, as it stands beside the picture."""
        return PrintedCode(grouped(self.document), str(self.version), f"{grouped(self.plan.upper())} {self.check}")


class PrintedCode(NamedTuple):
    """The three parts in words and groups of four; the check digits end the last."""

    document: str
    version: str
    plan: str


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class PagePrint(Frozen):
    """The marks of a page: of what it is drawn with, and of the words on it."""

    drawn: Sha256
    text: Sha256


class Fingerprint(Frozen):
    """A proposal as it left: which it is, the mark of its plan, its pages, and the fields of its form."""

    code: DocumentCode
    plan: Sha256
    pages: tuple[PagePrint, ...]
    fields: tuple[str, ...]
    is_draft: bool = False
    """Whether it left as a draft, which nobody can decide on."""


def grouped(signs: str) -> str:
    """«K7QM 3XTA 9WZD»."""
    return " ".join(signs[at : at + 4] for at in range(0, len(signs), 4))


def document_number(case_id: str) -> str:
    """The number of a case's proposal: always the same, and looking like nothing."""
    left = int.from_bytes(hashlib.sha256(f"stegvis D1 {case_id}".encode()).digest()[:8], "big")
    signs = ""
    for _ in range(_LENGTH):
        left, place = divmod(left, len(_SIGNS))
        signs += _SIGNS[place]
    return signs


def plan_mark(attached: bytes) -> str:
    """The first sixteen hex digits of the SHA-256 of the attached plan."""
    return hashlib.sha256(attached).hexdigest()[:16]


def read_code(typed: str) -> DocumentCode:
    """The code as a camera read it or a hand typed it, however it is spaced.

    Raises `BadInput`: «code_form» when it is no such code, «code_check» when some sign is wrong.
    """
    signs = "".join(sign for sign in typed.upper().replace(_READ_BY_CAMERA, " ") if sign.isalnum())
    match = _WHOLE.fullmatch(signs.translate(_MISREAD))
    if match is None:
        raise BadInput("code_form")
    code = DocumentCode(document=match[1], version=int(match[2]), plan=match[3].lower())
    if code.check != match[4]:
        raise BadInput("code_check")
    return code
