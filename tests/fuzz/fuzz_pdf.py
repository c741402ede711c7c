"""Proposals that come back: `python tests/fuzz/fuzz_pdf.py -max_total_time=60`."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

# Watching the tables of glyphs takes half a minute to prepare.
with atheris.instrument_imports(
    include=["exports.returned", "exports.fingerprint", "pypdf"],
    exclude=["pypdf._codecs", "pypdf._codecs.adobe_glyphs", "pypdf._codecs.core_font_metrics"],
):
    from exports.returned import read_file

from tests.fuzz.running import run
from tests.fuzz.seeds import PDF


def one(data: bytes) -> None:
    """Everything that is read of the file."""
    read_file(data)


if __name__ == "__main__":
    run(one, PDF)
