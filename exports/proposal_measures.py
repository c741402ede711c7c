"""The proposal's heart: the needs, what meets each of them, the goals, and what is missing to meet them."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, FactColumns, GroupedRows, Heading, Note, RowGroup
from exports.proposal_basis import entry
from planning.decision import DocumentFacts, Measure
from wording.language import tr


def measures(facts: DocumentFacts) -> Iterator[Block]:
    """Needs with their measures, the goals, and what the school lacks."""
    yield Heading(level=2, text=tr("Behov, åtgärder och mål"))
    groups = tuple(_groups(facts))
    if groups:
        yield GroupedRows(
            head=(tr("Behov och åtgärd"), tr("Vem"), tr("När"), tr("Hur ofta")),
            groups=groups,
            widths=(4.6, 2.4, 2.6, 2.6),
        )
    else:
        yield FactColumns(
            facts=(
                entry(tr("Behov av särskilt stöd i skolan"), lines=3),
                entry(tr("Vem gör vad, när och hur ofta"), lines=3),
            ),
            per_row=2,
        )
    yield FactColumns(facts=(entry(tr("Mål för perioden"), *facts.goals, lines=2),), per_row=1)
    if facts.missing_resources:
        yield Note(title=tr("Det som saknas"), paragraphs=(*facts.missing_resources, _need_decides()))


def _need_decides() -> str:
    """The need decides, not the resources (`features.md` F63)."""
    return tr("Behovet avgör vilket stöd eleven får. Det som saknas här är skolans sak att lösa.")


def _groups(facts: DocumentFacts) -> Iterator[RowGroup]:
    """Every need, also one without a measure; then the measures whose need is not among them, so that none is lost."""
    for need in dict.fromkeys(facts.needs):
        rows = tuple(_row(measure) for measure in facts.measures if measure.need == need)
        yield RowGroup(title=need, rows=rows or ((tr("Åtgärd fylls i av skolan"), "–", "–", "–"),))
    others = [measure for measure in facts.measures if measure.need not in facts.needs]
    for need in dict.fromkeys(measure.need for measure in others):
        rows = tuple(_row(measure) for measure in others if measure.need == need)
        yield RowGroup(title=need or tr("Andra åtgärder"), rows=rows)


def _row(measure: Measure) -> tuple[str, ...]:
    return (measure.what, measure.who or "–", measure.when or "–", measure.how_often or "–")
