"""Sets Stegvis up beside itself and starts it: `python3 start.py`, `… demo`, `… test`, `… cli`, `… --help`.

This one file must be readable to an old Python (3.8), so that it answers with a sentence and not with a traceback.
Everything else stands in launch/ and may use the Python that Stegvis needs; both use the standard library only.
"""

from __future__ import annotations

import sys

OLDEST_PYTHON = (3, 11)
TOO_OLD = (
    "Stegvis behöver Python {wanted} eller nyare; det här är Python {found}. Hämta en nyare på python.org.\n"
    "Stegvis needs Python {wanted} or newer; this is Python {found}. Get a newer one from python.org.\n"
)


def too_old(version: tuple[int, ...]) -> str:
    """The sentence for a Python that is too old, or nothing."""
    if version >= OLDEST_PYTHON:
        return ""
    found, wanted = (".".join(str(number) for number in numbers) for numbers in (version, OLDEST_PYTHON))
    return TOO_OLD.format(found=found, wanted=wanted)


if __name__ == "__main__":
    sentence = too_old(sys.version_info[:2])
    if sentence:
        sys.stderr.write(sentence)
        sys.exit(1)
    from launch.commands import run

    sys.exit(run(sys.argv[1:]))
