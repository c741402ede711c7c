"""Own questions that have been asked are never lost: one that a new file lacks stands there still, no longer asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from casework.settings_entries import Faults
from planning.errors import BadInput
from planning.local_files import text_of, versions_of
from questionnaire.own_items import OWN_FILE, OwnItem, read_own

_HEAD = re.compile(r"^\s*\[\[?\s*\"?(?P<id>[A-Z]{1,2}\d{1,2})\"?\s*(?P<inside>\.[^\]]*)?\]\]?\s*(#.*)?$")
_ASKED = re.compile(r"^\s*asked\s*=")


def earlier_texts(folder: Path) -> Iterator[str]:
    """Every text that has held or holds, the newest first; what cannot be read is left out."""
    for path in (folder / OWN_FILE, *reversed(versions_of(OWN_FILE, folder))):
        try:
            text = text_of(path)
        except BadInput:
            continue
        if text:
            yield text


def with_earlier(text: str, given: Iterable[OwnItem], folder: Path) -> str:
    """The text with every question that has been asked and that it lacks, no longer asked."""
    have = {item.id for item in given}
    for earlier in earlier_texts(folder):
        try:
            lacking = [item.id for item in read_own(earlier) if item.id not in have]
        except BadInput:
            continue
        for code in lacking:
            have.add(code)
            entry = switched(entry_text(earlier, code), code, is_asked=False)
            text = f"{text.rstrip()}\n\n{entry.strip()}\n" if text.strip() else f"{entry.strip()}\n"
    return text


def changed_meaning(given: Iterable[OwnItem], folder: Path) -> Faults:
    """What would let an answer that has been given say something else: another kind of question, a box taken away."""
    now, found = {item.id: item for item in given}, Faults()
    for earlier in earlier_texts(folder):
        try:
            before = read_own(earlier)
        except BadInput:
            continue
        for item in before:
            new = now.get(item.id)
            if new is None:
                continue
            if new.kind is not item.kind:
                found.append(BadInput("own_kind_changed", file=OWN_FILE, field=f"{item.id}.kind", value=item.kind))
            gone = ", ".join(sorted(item.option_codes - new.option_codes))
            if gone:
                found.append(BadInput("own_box_gone", file=OWN_FILE, field=f"{item.id}.options", value=gone))
    return list({(fault.code, str(fault.data["field"])): fault for fault in found}.values())


def entry_text(text: str, code: str) -> str:
    """What the text says of that question, from its first heading to the next question's."""
    lines, is_in = [], False
    for line in text.splitlines():
        head = _HEAD.match(line)
        is_in = head["id"] == code if head else is_in
        if is_in:
            lines.append(line)
    return "\n".join(lines)


def switched(text: str, code: str, *, is_asked: bool) -> str:
    """The text with that question asked, or no longer; every other line stays as somebody wrote it."""
    lines: list[str] = []
    is_in = False
    for line in text.splitlines():
        head = _HEAD.match(line)
        is_in = head["id"] == code and not head["inside"] if head else is_in
        if is_in and _ASKED.match(line):
            continue
        lines.append(line)
        if head and is_in and not is_asked:
            lines.append("asked = false")
    return "\n".join(lines) + "\n"
