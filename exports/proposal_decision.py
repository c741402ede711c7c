"""The proposal's last part: the rektor's decision, who is told of it, and how to appeal."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, Bullets, Heading, ListColumns, Paragraph, Rows
from exports.decision_form import decision_form
from planning.decision import DocumentFacts
from wording.language import tr


def decision(facts: DocumentFacts) -> Iterator[Block]:
    """The box that the rektor fills in."""
    hidden = facts.student.has_protected_identity
    yield decision_form("" if hidden else facts.school.principal, _guardians(facts))


def notification(facts: DocumentFacts) -> Iterator[Block]:
    """Who is told of the decision, when and how (förvaltningslagen 33 §)."""
    yield Heading(level=2, text=tr("Underrättelse"))
    yield Rows(
        head=(tr("Vem"), tr("Datum"), tr("Hur"), tr("Har tagit del (inte ett samtycke)")),
        rows=tuple((name, "", "", "") for name in (tr("Eleven"), *_guardians(facts))),
        widths=(3, 2, 2.4, 4),
    )


def _guardians(facts: DocumentFacts) -> tuple[str, ...]:
    named = tuple(guardian.name for guardian in facts.student.guardians)
    if named and not facts.student.has_protected_identity:
        return named
    return tuple(tr("Vårdnadshavare {number}", number=number) for number in range(1, max(2, len(named)) + 1))


def appeal() -> Iterator[Block]:
    """How the decision is appealed (förvaltningslagen 33 and 43–44 §§, skollagen 28 kap. 16 §)."""
    yield Heading(level=2, text=tr("Så överklagar du beslutet"))
    yield Paragraph(
        text=tr(
            "Beslutet kan överklagas till Skolväsendets överklagandenämnd. Det gäller också ett beslut att "
            "åtgärdsprogram inte ska utarbetas."
        )
    )
    yield ListColumns(lists=tuple(_how_to_appeal()), per_row=3)
    yield Paragraph(
        text=tr(
            "Skolan ser efter om brevet har kommit i tid och skickar det till nämnden. Skolan kan också själv ändra "
            "beslutet. Nämnden kan fastställa eller upphäva ett åtgärdsprogram och lämna ärendet tillbaka till skolan."
        )
    )


def _how_to_appeal() -> Iterator[Bullets]:
    yield Bullets(
        title=tr("Gör så här"),
        items=(
            tr("Överklaga skriftligt. Ställ brevet till Skolväsendets överklagandenämnd."),
            tr("Lämna eller skicka brevet till skolan, inte till nämnden."),
            tr("Brevet ska ha kommit till skolan inom tre veckor från den dag du fick del av beslutet."),
        ),
    )
    yield Bullets(
        title=tr("Skriv i brevet"),
        items=(
            tr("vilket beslut du överklagar: skola, datum och diarienummer"),
            tr("hur du vill att beslutet ska ändras, och varför"),
            tr("elevens namn och födelsedatum"),
            tr("ditt namn, din adress och ditt telefonnummer"),
        ),
    )
    yield Bullets(
        title=tr("Vem får överklaga"),
        items=(
            tr("elevens vårdnadshavare"),
            tr("eleven själv, om eleven har fyllt 16 år"),
        ),
    )
