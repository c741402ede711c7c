"""What the app and the process that reads files say to each other: whole frames of bytes, each with its length first.

Nothing is pickled: the process has read what anybody may have made, and whatever it says is only bytes and JSON that
the app looks through as it would a file.
"""

from __future__ import annotations

import struct
from typing import IO, Annotated

from pydantic import Field, StringConstraints, field_validator

from planning.errors import BadInput
from planning.frozen import Frozen

READY = b"ready"
"""The first frame: everything is loaded and the limits stand."""
READ, REFUSED = b"+", b"-"
"""How an answer begins: what was read, as JSON, or a `Refusal`."""
MORE, LAST = b"1", b"0"
"""What stands next: whether the process takes another file."""
OUT_OF_MEMORY, REACHED_OUT = 86, 87
"""Exit statuses: no memory left; tried to do something else than read. Our own choice."""
MOST_ANSWERED = 32_000_000
"""Bytes of an answer; three thousand lessons take 1.5 MB. Our default."""

_LENGTH = struct.Struct(">Q")
_Name = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]
_Text = Annotated[str, StringConstraints(max_length=500)]


class Refusal(Frozen):
    """A `BadInput` on its way over the pipe."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,60}$")]
    data: dict[_Name, int | _Text | Annotated[tuple[_Text, ...], Field(max_length=100)]] = Field(max_length=20)

    @field_validator("data")
    @classmethod
    def _names_no_argument(cls, data: dict[str, object]) -> dict[str, object]:
        """`BadInput` has a place for the code already."""
        if data.keys() & {"self", "code"}:
            raise ValueError("code")
        return data

    @classmethod
    def of(cls, error: BadInput) -> Refusal:
        """What the error says, each text cut to what goes over."""
        return cls(code=error.code, data={name: _plain(value) for name, value in error.data.items()})

    def as_error(self, name: str) -> BadInput:
        """The error anew. It speaks of the file by the name that the app knows it by."""
        return BadInput(self.code, **{**self.data, **({"file": name} if "file" in self.data else {})})


def send(pipe: IO[bytes], *frames: bytes) -> None:
    """The frames, whole. Raises `OSError` when nobody is there."""
    for frame in frames:
        pipe.write(_LENGTH.pack(len(frame)))
        pipe.write(frame)
    pipe.flush()


def receive(pipe: IO[bytes], most: int = MOST_ANSWERED) -> bytes:
    """The next frame. Raises `EOFError` when the other end is gone, or promises more than `most` bytes."""
    (length,) = _LENGTH.unpack(_whole(pipe, _LENGTH.size))
    if length > most:
        raise EOFError
    return _whole(pipe, length)


def _whole(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content


def _plain(value: object) -> int | str | tuple[str, ...]:
    if isinstance(value, int):
        return int(value)
    if isinstance(value, tuple | list):
        return tuple(_said(one) for one in value[:100])
    return _said(value)


def _said(value: object) -> str:
    """A text that can be sent: half a surrogate pair could not."""
    return str(value)[:500].encode("utf-8", "replace").decode()
