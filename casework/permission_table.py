"""The reviewed table of permissions: read, compared with the rules, and shown to people.

`python -m casework.permission_table --compare` says where docs/security/permissions.csv and `casework.permissions`
differ; `--handbook` prints the table of docs/security/permissions.md. Nothing here writes the CSV: it is the document
of truth, and a person changes it.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from casework.permissions import may
from planning.access import Action, Phase, Relation, Role
from planning.errors import Bug

TABLE = Path(__file__).resolve().parent.parent / "docs" / "security" / "permissions.csv"
YES = "yes"
NAMES = ("role", "action", "relation")
COLUMNS = tuple(product((False, True), Phase))
"""Protected or not, and the phase, in the order of the table's columns."""
HEADER = (*NAMES, *(f"{phase}{'_protected' if hides else ''}" for hides, phase in COLUMNS))


class Cell(NamedTuple):
    """One question that the table answers."""

    role: Role
    action: Action
    relation: Relation
    phase: Phase
    is_protected: bool


def every_cell() -> Iterator[Cell]:
    """9 × 47 × 6 × 7 × 2 = 35 532 questions, in the order of the table."""
    for role, action, relation in product(Role, Action, Relation):
        for hides, phase in COLUMNS:
            yield Cell(role, action, relation, phase, hides)


def reviewed(table: Path = TABLE) -> frozenset[Cell]:
    """The cells that say yes. Raises `Bug` for a table that is not whole, or not in order."""
    with table.open(encoding="utf-8", newline="") as text:
        rows = list(csv.reader(text))
    if not rows or tuple(rows[0]) != HEADER:
        raise Bug("permission-table-header")
    if [tuple(row[:3]) for row in rows[1:]] != list(product(Role, Action, Relation)):
        raise Bug("permission-table-rows")
    said = [text for row in rows[1:] for text in row[3:]]
    if set(said) - {YES, ""} or len(said) != len(rows[1:]) * len(COLUMNS):
        raise Bug("permission-table-cells")
    return frozenset(cell for cell, text in zip(every_cell(), said, strict=True) if text)


def ruled() -> frozenset[Cell]:
    """The cells that the rules in code allow."""
    return frozenset(
        cell
        for cell in every_cell()
        if may(cell.role, cell.action, cell.relation, cell.phase, is_protected=cell.is_protected)
    )


def differences() -> Iterator[str]:
    """One line for each cell where table and rules differ."""
    table, rules = reviewed(), ruled()
    for cell in every_cell():
        if (cell in table) != (cell in rules):
            hides = "protected" if cell.is_protected else "open"
            where = f"{cell.role} {cell.action} {cell.relation} {cell.phase} {hides}"
            table_says, rules_say = (YES if cell in said else "no" for said in (table, rules))
            yield f"{where}: the table says {table_says}, the rules say {rules_say}"


_LETTERS = {
    Phase.MAPPING: "K", Phase.DRAFT: "U", Phase.SENT: "S", Phase.RETURNED: "Å", Phase.DECIDED: "B",
    Phase.ACTIVE: "A", Phase.CLOSED: "X",
}  # fmt: skip
"""Kartläggning, utkast, skickad, återsänd, beslutad, aktiv, avslutad: as the handbook explains them."""
STANDINGS = (
    ("elev", Role.STUDENT, Relation.SELF),
    ("vårdnadshavare", Role.GUARDIAN, Relation.GUARDIAN_OF),
    ("coach, utsedd", Role.COACH, Relation.ASSIGNED),
    ("samordnare, utsedd", Role.COORDINATOR, Relation.ASSIGNED),
    ("samordnare, enheten", Role.COORDINATOR, Relation.SAME_UNIT),
    ("mentor, utsedd", Role.MENTOR, Relation.ASSIGNED),
    ("rektor, utsedd", Role.PRINCIPAL, Relation.ASSIGNED),
    ("rektor, enheten", Role.PRINCIPAL, Relation.SAME_UNIT),
    ("dataskyddsombud", Role.DATA_PROTECTION_OFFICER, Relation.SAME_UNIT),
    ("administratör", Role.ADMINISTRATOR, Relation.NONE),
    ("system", Role.SYSTEM, Relation.SAME_UNIT),
    ("nödöppnat", Role.COACH, Relation.BREAK_GLASS),
)
"""The handbook's columns: the standings under which something is allowed at all, save two that are said in words."""


def handbook() -> str:
    """The reviewed table for people: action by standing, with the phases in letters."""
    table = reviewed()
    lines = [
        f"| handling | {' | '.join(name for name, _, _ in STANDINGS)} |",
        f"|---|{'---|' * len(STANDINGS)}",
    ]
    for action in Action:
        cells = [_letters(table, role, action, relation) for _, role, relation in STANDINGS]
        lines.append(f"| `{action}` | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _letters(table: frozenset[Cell], role: Role, action: Action, relation: Relation) -> str:
    """The phases with yes; in brackets where a protected identity takes it away."""
    phases = [phase for phase in Phase if Cell(role, action, relation, phase, is_protected=False) in table]
    if not phases:
        return "–"
    stays = all(Cell(role, action, relation, phase, is_protected=True) in table for phase in phases)
    text = "alla" if len(phases) == len(Phase) else "".join(_LETTERS[phase] for phase in phases)
    return text if stays else f"({text})"


def main(asked: list[str]) -> int:
    """The command; 1 where table and rules differ."""
    if asked == ["--handbook"]:
        sys.stdout.write(handbook())
        return 0
    found = list(differences())
    sys.stdout.write("".join(f"{line}\n" for line in found) or "Table and rules say the same in all cells.\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
