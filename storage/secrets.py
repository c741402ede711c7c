"""What people open the keys with: a passphrase, a printed recovery key, or a key file; each stretched with argon2id."""

from __future__ import annotations

import os
import secrets
import unicodedata
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pydantic import Field

from planning.errors import BadInput
from planning.frozen import Frozen
from storage.sealing import KEY_BYTES, Key

SHORTEST_PASSPHRASE = 12
"""Characters (our default; three or four words)."""
LONGEST_PASSPHRASE = 256

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXY"
"""Of a recovery key: no letter that is taken for another. So many that one wrong sign is always seen (a prime)."""
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", "Z": "2"})
_GROUPS, _GROUP = 7, 5
_LARGEST_KEY_FILE = 4096


class Stretch(Frozen):
    """How hard a secret is stretched. Ours: 64 MiB, three passes, four lanes: about 0.15 s (OWASP asks for 19 MiB)."""

    memory_kib: int = Field(default=65536, ge=8)
    passes: int = Field(default=3, ge=1)
    lanes: int = Field(default=4, ge=1)

    def key(self, secret: str, salt: bytes) -> Key:
        """The key that the secret opens with that salt."""
        stretched = Argon2id(
            salt=salt, length=KEY_BYTES, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory_kib
        ).derive(secret.encode())
        return Key(stretched)


def check_passphrase(text: str) -> str:
    """The passphrase as it is stretched: the same whichever keyboard wrote it. Raises `BadInput` for a weak one."""
    chosen = unicodedata.normalize("NFKC", text)
    if len(chosen) < SHORTEST_PASSPHRASE:
        raise BadInput("passphrase_short", least=SHORTEST_PASSPHRASE)
    if len(chosen) > LONGEST_PASSPHRASE:
        raise BadInput("passphrase_long", most=LONGEST_PASSPHRASE)
    if len(set(chosen)) < SHORTEST_PASSPHRASE // 2:
        raise BadInput("passphrase_simple")
    return chosen


def passphrase_given(text: str) -> str:
    """What somebody has typed to open with, as it is stretched."""
    return unicodedata.normalize("NFKC", text[: 4 * LONGEST_PASSPHRASE])


def new_recovery_key() -> str:
    """Seven groups of five signs to print and put away: 168 random bits, and a last sign that is a check."""
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_GROUPS * _GROUP - 1))
    signs += _check_sign(signs)
    return "-".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))


def recovery_key_given(text: str) -> str:
    """The recovery key that somebody has typed, in one form. Raises `BadInput` when it cannot be one."""
    signs = "".join(sign for sign in text.upper().translate(_MISREAD) if sign.isalnum())
    if len(signs) != _GROUPS * _GROUP or not set(signs) <= set(_SIGNS) or _check_sign(signs[:-1]) != signs[-1]:
        raise BadInput("recovery_key_mistyped", groups=_GROUPS, signs=_GROUP)
    return signs


def _check_sign(signs: str) -> str:
    """A sign that shows one wrong sign, or two that have changed places."""
    total = 0
    for sign in signs:
        total = (total * 3 + _SIGNS.index(sign)) % len(_SIGNS)
    return _SIGNS[total]


def secret_in(file: Path) -> str:
    """The secret in a key file: one line, at least 32 signs, readable by its owner alone. Raises `BadInput`."""
    try:
        is_open = os.name == "posix" and file.stat().st_mode & 0o077
        content = file.read_bytes()[: _LARGEST_KEY_FILE + 1]
    except OSError as error:
        raise BadInput("key_file_missing", file=file.name) from error
    if is_open:
        raise BadInput("key_file_open", file=file.name)
    try:
        secret = content.decode().strip()
    except UnicodeDecodeError:
        secret = ""
    if not KEY_BYTES <= len(secret) <= _LARGEST_KEY_FILE or len(secret.splitlines()) != 1:
        raise BadInput("key_file_unusable", file=file.name)
    return secret
