"""How a target is run: by libFuzzer through atheris, from good files and the words of their format.

What breaks a parser is written to the folder that one stands in, as `crash-…`, `timeout-…` or `oom-…`.
"""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

from planning.errors import BadInput
from tests.fuzz.seeds import Parser

LIMITS = ("-max_len=200000", "-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1")
"""Ten seconds for one file, as the reader has; memory for it and for what atheris itself keeps."""
_SEEDS = "STEGVIS_FUZZ_SEEDS"


def run(parse: Callable[[bytes], object], parser: Parser) -> None:
    """Look for a file that gets anything but `BadInput` out of the parser. The program's arguments are libFuzzer's."""
    if _SEEDS not in os.environ:  # atheris ends the process, so somebody else has to tidy up after it
        with tempfile.TemporaryDirectory() as folder:
            again = [sys.executable, *sys.argv]
            sys.exit(subprocess.run(again, env={**os.environ, _SEEDS: folder}, check=False).returncode)

    logging.disable()  # a library says much of each of a million broken files

    def one(data: bytes) -> None:
        with contextlib.suppress(BadInput):
            parse(data)

    arguments = [*LIMITS, *_seeded(Path(os.environ[_SEEDS]), parser)]
    given = [argument for argument in sys.argv[1:] if argument.startswith("-")]
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("-")]  # the first gets what is found
    atheris.Setup([sys.argv[0], *arguments[:-1], *given, *folders, arguments[-1]], one)
    atheris.Fuzz()


def _seeded(folder: Path, parser: Parser) -> tuple[str, str]:
    """The words as an option, and the folder of good files."""
    corpus, words = folder / "corpus", folder / "words"
    corpus.mkdir()
    for number, seed in enumerate(parser.seeds):
        (corpus / f"seed{number}").write_bytes(seed)
    quoted = ("".join(f"\\x{byte:02x}" for byte in word) for word in parser.words)
    words.write_text("".join(f'"{word}"\n' for word in quoted), encoding="ascii")
    return f"-dict={words}", str(corpus)
