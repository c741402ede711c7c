"""A proposal that comes back with the rektor's decision: read as a file that anybody may have had in their hands.

Nothing of it is believed before it has been looked at: its size, whether it is ours, the plan in it, the form. What is
read is the decision as it stands in the file, and, where the rektor has signed, as it stood when that was done.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from pydantic import ValidationError
from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject

from exports.attachment import AttachedPlan
from exports.decision_form import GUARDIAN_SIGNS, LOCKED, PRINCIPAL_SIGNS
from exports.document_code import DocumentCode, Fingerprint, plan_mark
from exports.fingerprint import TooHeavy, page_prints, sha256
from exports.pdf_file import ATTACHED
from planning.errors import BadInput, PlanningError
from planning.frozen import Frozen
from planning.strict_json import read_json

MOST_BYTES = 5_000_000
"""Twenty times the largest proposal. Our default."""
MOST_PAGES = 120
MOST_ATTACHED = 1_000_000
MOST_SIGNS = 20_000
"""Characters in one field; a page of reasons has four thousand."""
MOST_SIGNATURES = 12


class SignedPart(NamedTuple):
    """A signature's field, and where in the file the revision that it was put on ends."""

    field: str
    end: int


class Values(Frozen):
    """What the form's fields hold, by name; those not filled in are empty."""

    by_name: tuple[tuple[str, str], ...]
    ticked: tuple[str, ...] = ()
    """What is seen to be ticked, whatever the field says."""

    def of(self, name: str) -> str:
        """The field of that name."""
        return dict(self.by_name).get(name, "")


class Returned(Frozen):
    """A file that has come back, read."""

    plan: AttachedPlan
    print: Fingerprint
    """What it is now, as `Fingerprint` said when it left."""
    values: Values
    """The decision as the file shows it now."""
    signed_values: Values | None = None
    """The decision as it stood when the rektor signed; None without that signature."""
    signed: tuple[SignedPart, ...] = ()
    added: tuple[int, ...] = ()
    """Pages on which something lies that is no field of ours: a note, a stamp, a drawing."""


def read_file(data: bytes) -> Returned:
    """The file, read. Raises `BadInput` with a code that says what it is instead, and never anything else."""
    try:
        return _read(data)
    except PlanningError:
        raise
    except (LimitReachedError, TooHeavy, MemoryError):
        raise BadInput("returned_too_heavy") from None
    except Exception:  # noqa: BLE001 - a broken file breaks a reader in ways that nobody has listed
        raise BadInput("returned_broken") from None


def fingerprint(data: bytes) -> Fingerprint:
    """The marks of a proposal that is about to leave. Raises `BadInput` when it is no proposal."""
    return read_file(data).print


def _read(data: bytes) -> Returned:
    if len(data) > MOST_BYTES:
        raise BadInput("returned_too_large", most=MOST_BYTES // 1_000_000)
    if b"%PDF-" not in data[:1024]:
        raise BadInput("returned_not_pdf")
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise BadInput("returned_locked")
    if len(reader.pages) > MOST_PAGES:
        raise BadInput("returned_not_ours")
    content = _attached(reader)
    plan = _plan(content)
    fields = reader.get_fields() or {}
    if not set(LOCKED) <= fields.keys():
        raise BadInput("returned_without_form")
    signed = tuple(_signed(fields, len(data)))
    rektor = next((part for part in signed if part.field == PRINCIPAL_SIGNS), None)
    return Returned(
        plan=plan,
        print=Fingerprint(
            code=_code(plan, content),
            plan=sha256(content),
            pages=page_prints(data, reader),
            fields=tuple(sorted(fields)),
            is_draft=plan.is_draft,
        ),
        values=_values(fields),
        signed_values=_values(PdfReader(BytesIO(data[: rektor.end])).get_fields() or {}) if rektor else None,
        signed=signed,
        added=tuple(_added(reader)),
    )


def _attached(reader: PdfReader) -> bytes:
    """The attached plan: it and nothing else is unpacked."""
    found = [one for one in reader.attachment_list if one.name == ATTACHED]
    if not found:
        raise BadInput("returned_not_ours" if not reader.get_fields() else "returned_without_plan")
    if len(found) > 1:
        raise BadInput("returned_plan_unreadable")
    content = bytes(found[0].content)
    if len(content) > MOST_ATTACHED:
        raise BadInput("returned_too_heavy")
    return content


def _plan(content: bytes) -> AttachedPlan:
    try:
        named = read_json(content, MOST_ATTACHED)
    except BadInput:
        raise BadInput("returned_plan_unreadable") from None
    if not isinstance(named, dict) or "stegvis_plan" not in named:
        raise BadInput("returned_not_ours")
    if named["stegvis_plan"] != 1:
        raise BadInput("returned_newer")
    try:
        return AttachedPlan.model_validate_json(json.dumps(named), strict=True)
    except ValidationError:
        raise BadInput("returned_plan_unreadable") from None


def _code(plan: AttachedPlan, content: bytes) -> DocumentCode:
    try:
        return DocumentCode(document=plan.document.replace(" ", ""), version=plan.version, plan=plan_mark(content))
    except ValidationError:
        raise BadInput("returned_plan_unreadable") from None


def _values(fields: dict[str, Any]) -> Values:
    texts = {name: _text(fields[name].get("/V", "")) for name in LOCKED if name in fields}
    ticked = {
        str(kid.get_object().get("/AS", "/Off")).removeprefix("/")
        for field in fields.values()
        if field.get("/FT") == "/Btn"
        for kid in field.get("/Kids", ())
    }
    texts = {name: "" if text == "Off" else text for name, text in texts.items()}
    return Values(by_name=tuple(texts.items()), ticked=tuple(sorted(ticked - {"Off"})))


def _text(value: Any) -> str:
    """The value of a field, whoever has written it: as a name, as text, or as a stream of text."""
    found = value.get_object() if hasattr(value, "get_object") else value
    if hasattr(found, "get_data"):
        found = found.get_data()
    text = found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found)
    if len(text) > MOST_SIGNS:
        raise BadInput("returned_too_heavy")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = "\n".join("".join(sign for sign in line if sign.isprintable()).rstrip() for line in lines)
    return kept.strip().removeprefix("/")


def _signed(fields: dict[str, Any], size: int) -> Iterator[SignedPart]:
    """The signatures, the earliest first."""
    found: list[SignedPart] = []
    for name, field in fields.items():
        signature = field.get("/V") if field.get("/FT") == "/Sig" else None
        if signature is None or not hasattr(signature.get_object(), "get"):
            continue
        ranges = [int(number) for number in signature.get_object().get("/ByteRange", ())]
        end = ranges[2] + ranges[3] if len(ranges) == 4 else 0
        if not 0 < end <= size or len(found) >= MOST_SIGNATURES:
            raise BadInput("returned_signature_unreadable")
        found.append(SignedPart(name, end))
    yield from sorted(found, key=lambda part: part.end)


def _added(reader: PdfReader) -> Iterator[int]:
    for number, page in enumerate(reader.pages, 1):
        for reference in page.get("/Annots", ArrayObject()).get_object():
            annotation = reference.get_object()
            if annotation.get("/Subtype") == "/Link" and "/URI" not in str(annotation.get("/A", "")):
                continue
            field = annotation.get("/T") or annotation.get("/Parent", {}).get("/T", "")
            is_ours = annotation.get("/Subtype") == "/Widget" and (
                str(field) in (*LOCKED, PRINCIPAL_SIGNS) or str(field).startswith(GUARDIAN_SIGNS)
            )
            if not is_ours:
                yield number
                break
