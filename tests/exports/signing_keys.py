"""An invented certificate authority and people with keys from it, for the tests of signatures."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

PASSWORD = "test"
_FROM, _TO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC), dt.datetime(2120, 1, 1, tzinfo=dt.UTC)


class Keys(NamedTuple):
    """The authority's certificate as PEM, and each person's key as a p12 file."""

    root: bytes
    rektor: bytes
    guardian: bytes


@cache
def keys(authority: str = "Exempelby test-CA") -> Keys:
    """Made anew for each run; nothing of it is kept."""
    ca_key = ec.generate_private_key(ec.SECP256R1())
    ca_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, authority)])
    ca = _certificate(ca_name, ca_name, ca_key.public_key(), ca_key, is_authority=True)

    def person(name: str) -> bytes:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = _certificate(subject, ca_name, key.public_key(), ca_key, is_authority=False)
        sealed = serialization.BestAvailableEncryption(PASSWORD.encode())
        return pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, [ca], sealed)

    return Keys(
        ca.public_bytes(serialization.Encoding.PEM), person("Rektor Rektorsson"), person("Förälder Ett")
    )


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, by: ec.EllipticCurvePrivateKey,
    *, is_authority: bool,
) -> x509.Certificate:  # fmt: skip
    usage = x509.KeyUsage(
        digital_signature=not is_authority, content_commitment=not is_authority, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=is_authority, crl_sign=is_authority,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(_FROM).not_valid_after(_TO)
    builder = builder.add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    builder = builder.add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False
    )
    return builder.add_extension(usage, critical=True).sign(by, hashes.SHA256())
