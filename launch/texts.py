"""What starting says to its user, in Swedish and English, and the one way of saying it.

It cannot use `wording`: these sentences are needed before anything has been installed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

HELP = """\
  python3 start.py          öppnar Stegvis i webbläsaren / opens Stegvis in the browser
  python3 start.py demo     öppnar med en påhittad elev / opens with an invented student
  python3 start.py signing  lägger till e-underskrifter / adds electronic signatures
  python3 start.py test …   alla kontroller och tester; resten går till pytest / every check and test
  python3 start.py cli …    kommandoraden / the command line: start.py cli --help
"""

TEXTS = {  # code: (Swedish, English)
    "waiting": (
        "En annan start pågår redan – väntar på den …",
        "Another start is already at work – waiting for it …",
    ),
    "no_venv": (
        "Python saknar modulen venv. Kör «apt-get install {package}» och sedan samma sak igen.",
        "Python lacks its venv module. Run “apt-get install {package}” and then the same again.",
    ),
    "making": (
        "Förbereder Stegvis. Det tar någon minut och görs bara en gång …",
        "Preparing Stegvis. It takes a minute or so and is done only once …",
    ),
    "package": ("  hämtar {n} av {total}: {name}", "  getting {n} of {total}: {name}"),
    "unpacking": ("  lägger paketen på plats …", "  putting the packages in place …"),
    "prepared": ("Klart på {seconds:.0f} s.", "Done in {seconds:.0f} s."),
    "can_sign": (
        "Nu kan Stegvis kontrollera e-underskrifter. Starta om det om det är öppet.",
        "Stegvis can now check electronic signatures. Start it anew if it is open.",
    ),
    "pip_failed": (
        "Paketen gick inte att hämta. Kontrollera nätet (och en eventuell proxy) och kör samma sak igen.",
        "The packages could not be fetched. Check the network (and any proxy) and run the same again.",
    ),
    "venv_failed": (
        "Mappen .venv gick inte att göra i ordning ({why}). Stäng Stegvis om det är öppet och försök igen.",
        "The folder .venv could not be made ready ({why}). Close Stegvis if it is open and try again.",
    ),
    "opening": ("Startar Stegvis …", "Starting Stegvis …"),
    "open": (
        "Stegvis är öppet på {address} – bara på den här datorn. Avsluta med Ctrl+C.",
        "Stegvis is open at {address} – on this computer only. Stop with Ctrl+C.",
    ),
    "app_failed": ("Stegvis kom inte igång (status {status}).", "Stegvis did not start (status {status})."),
    "port_taken": ("Port {port} är upptagen. Välj en annan.", "Port {port} is taken. Choose another."),
    "no_chromium": (
        "Webbläsartesterna kan inte köras: installera Chromium, Chrome eller Edge (eller ange STEGVIS_CHROMIUM).",
        "The browser tests cannot run: install Chromium, Chrome or Edge, or name one in STEGVIS_CHROMIUM.",
    ),
    "getting_chromium": (
        "Installerar Chromium för webbläsartesterna …",
        "Installing Chromium for the browser tests …",
    ),
    "no_postgres": (
        "Testerna på PostgreSQL hoppas över: installera PostgreSQL (eller ange STEGVIS_TEST_POSTGRES).",
        "The tests on PostgreSQL are skipped: install PostgreSQL, or name a server in STEGVIS_TEST_POSTGRES.",
    ),
    "getting_postgres": (
        "Installerar PostgreSQL för testerna …",
        "Installing PostgreSQL for the tests …",
    ),
    "postgres_failed": (
        "PostgreSQL för testerna gick inte att köra ({program}: {why}).",
        "The tests' PostgreSQL could not be run ({program}: {why}).",
    ),
    "summary": ("Sammanfattning", "Summary"),
    "passed": ("klarar sig", "passed"),
    "failed": ("FEL", "FAILED"),
    "seconds": ("{name:<16}{verdict:<12}{seconds:6.1f} s", "{name:<16}{verdict:<12}{seconds:6.1f} s"),
}


class LaunchError(Exception):
    """Something the user has to put right: the code of the sentence that says it, and its data."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code, self.data = code, data


def speaks_english(environ: Mapping[str, str]) -> bool:
    """Whether the machine's own language is English; Swedish is spoken to everybody else."""
    language = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return language.lower().startswith("en")


def text(code: str, **data: object) -> str:
    """The sentence for a code, in the machine's language."""
    return TEXTS[code][speaks_english(os.environ)].format(**data)


def say(code: str, **data: object) -> None:
    """One line to the user, on stderr: what the command line writes on stdout stays its own."""
    sys.stderr.write(text(code, **data) + "\n")
    sys.stderr.flush()
