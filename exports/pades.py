"""Signatures as PAdES, by pyHanko: the one module that needs it. `exports.signatures` asks for it where it is there."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO

from asn1crypto import pem, x509  # type: ignore[import-untyped]  # asn1crypto has no types
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    GenericFieldModificationRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.validation import EmbeddedPdfSignature, PdfSignatureStatus, validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator import ValidationContext

from exports.decision_form import PRINCIPAL_SIGNS
from exports.fonts import FONTS
from exports.form_fields import FORM_FONT
from planning.errors import BadInput
from planning.returned import SignatureSeen, Standing
from wording.language import tr

_USES = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False)

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


def _policy() -> StandardDiffPolicy:
    """What may change after a signature: what forms and archives need.

    As pyHanko's own, save that looks of fields may not change in place: with that allowed it takes a field that was
    filled in before the rektor signed for one changed after, as soon as a second signature follows.
    """
    metadata, catalogue = MetadataUpdateRule(), CatalogModificationRule()  # type: ignore[no-untyped-call]  # pyHanko gives them no types
    later = (DocInfoRule(), XrefStreamRule(), ObjectStreamRule(), DSSCompareRule(), metadata)
    return StandardDiffPolicy(
        global_rules=[catalogue, *(rule.as_qualified(ModificationLevel.LTA_UPDATES) for rule in later)],
        form_rule=FormUpdatingRule(
            field_rules=[
                SigFieldCreationRule(),  # type: ignore[no-untyped-call]  # as above
                SigFieldModificationRule(allow_in_place_appearance_stream_changes=False),
                GenericFieldModificationRule(allow_in_place_appearance_stream_changes=False),
            ]
        ),
    )


def check(data: bytes, roots: tuple[bytes, ...]) -> tuple[SignatureSeen, ...]:
    """Every signature, as it stands. Nothing is fetched: neither certificates nor lists of those called back."""
    try:
        embedded = PdfFileReader(BytesIO(data), strict=False).embedded_signatures
    except Exception:  # noqa: BLE001 - a broken file breaks a reader in ways that nobody has listed
        return ()
    trusted = [certificate for root in roots for certificate in _certificates(root)]
    return tuple(_seen(one, trusted) for one in embedded)


def _seen(embedded: EmbeddedPdfSignature, trusted: list[x509.Certificate]) -> SignatureSeen:
    field = str(embedded.field_name)
    bare = SignatureSeen(field=field, is_the_rektor_s=field == PRINCIPAL_SIGNS, standing=Standing.BROKEN)
    try:
        context = ValidationContext(trust_roots=trusted, allow_fetching=False)
        status = validate_pdf_signature(
            embedded, signer_validation_context=context, diff_policy=_policy(), key_usage_settings=_USES
        )
    except Exception:  # noqa: BLE001 - as above
        return bare
    at = status.signer_reported_dt
    known = {"standing": _standing(status), "signer": _name(status.signing_cert)}
    return bare.model_copy(update={**known, "signed_at": at if at is not None and at.tzinfo is not None else None})


def _standing(status: PdfSignatureStatus) -> Standing:
    covers = (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)
    if not (status.intact and status.valid and status.coverage in covers):
        return Standing.BROKEN
    if not status.docmdp_ok or status.modification_level is ModificationLevel.OTHER:
        return Standing.CHANGED_AFTER
    return Standing.GOOD if status.trusted and status.bottom_line else Standing.UNKNOWN_ISSUER


def _name(certificate: x509.Certificate) -> str:
    subject = certificate.subject.native
    named = subject.get("common_name") or subject.get("organization_name") or ""
    return " ".join(str(named).split())[:120]


def _certificates(content: bytes) -> Iterator[x509.Certificate]:
    """The certificates of a file in PEM or DER; none where it holds something else."""
    try:
        if pem.detect(content):
            for kind, _, der in pem.unarmor(content, multiple=True):
                if kind == "CERTIFICATE":
                    yield x509.Certificate.load(der)
        else:
            certificate = x509.Certificate.load(content)
            certificate.native  # noqa: B018 - read now, so that something else is noticed here
            yield certificate
    except ValueError:
        return


def sign(data: bytes, key: bytes, password: str, field: str) -> bytes:
    """The file with a signature in that place, stamped there with name and time."""
    try:
        signer = SimpleSigner.load_pkcs12_data(key, other_certs=[], passphrase=password.encode())
    except Exception:  # noqa: BLE001 - a wrong password and a wrong file break in many ways
        signer = None
    if signer is None:
        raise BadInput("key_unreadable")
    meta = PdfSignatureMetadata(field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    out = BytesIO()
    try:
        writer = IncrementalPdfFileWriter(BytesIO(data), strict=False)
        PdfSigner(meta, signer, stamp_style=_stamp()).sign_pdf(writer, output=out, existing_fields_only=True)
    except Exception as error:
        raise BadInput("place_taken", field=field) from error
    return out.getvalue()


def _stamp() -> TextStampStyle:
    """Name and time to the left in the place, in the font of the form."""
    font = GlyphAccumulatorFactory(str(FONTS / FORM_FONT), font_size=10)
    left = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MID, Margins(4, 4, 2, 2))
    nothing: PdfContent | None = None
    return TextStampStyle(
        border_width=0,
        background=nothing,
        text_box_style=TextBoxStyle(font=font, font_size=10, leading=13),
        inner_content_layout=left,
        stamp_text=tr("Signerad av {signer}\n{time}", signer="%(signer)s", time="%(ts)s"),
        timestamp_format="%Y-%m-%d %H:%M",
    )
