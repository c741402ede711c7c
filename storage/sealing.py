"""Sealing: AES-256-GCM around what is said about somebody, tied to the very place that it is stored in.

What has been sealed for one row cannot be read in another, and a single bit that has turned is seen.
"""

from __future__ import annotations

import os
from typing import NewType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Key = NewType("Key", bytes)

KEY_BYTES = 32
NONCE_BYTES = 12
VERSION = 1
"""Of the form of what is sealed: version byte, nonce, text and tag."""


class NotTheSeal(Exception):
    """The sealed bytes are damaged, belong elsewhere, or were sealed with another key."""


def new_key() -> Key:
    """A key from the system's own randomness."""
    return Key(AESGCM.generate_key(8 * KEY_BYTES))


def place(table: str, row: int | str, column: str = "content") -> str:
    """The place that sealed bytes are tied to, together with the form's version."""
    return f"{table}|{row}|{column}|{VERSION}"


def seal(key: Key, content: bytes, where: str) -> bytes:
    """The content, readable again only with the key and at the same place."""
    nonce = os.urandom(NONCE_BYTES)
    return bytes((VERSION,)) + nonce + AESGCM(key).encrypt(nonce, content, where.encode())


def unseal(key: Key, sealed: bytes, where: str) -> bytes:
    """The content. Raises `NotTheSeal`."""
    if len(sealed) <= NONCE_BYTES + 1 or sealed[0] != VERSION:
        raise NotTheSeal
    nonce, text = sealed[1 : NONCE_BYTES + 1], sealed[NONCE_BYTES + 1 :]
    try:
        return AESGCM(key).decrypt(nonce, text, where.encode())
    except InvalidTag:
        raise NotTheSeal from None


def key_for(purpose: str, key: Key) -> Key:
    """A key of its own for that purpose, worked out from another; neither tells of the other."""
    return Key(HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"stegvis {purpose}".encode()).derive(key))
