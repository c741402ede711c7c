"""Why an item stands in the week, told to the student and the coach. Behind the secrecy wall."""

from __future__ import annotations

from planning.items import ItemKind
from planning.needs import AnyNeed, RestBetweenLessons
from planning.plan import PlannedItem
from wording.language import tr
from wording.needs import may_be_told as may_be_told
from wording.reasons import because


def say_item_reason(item: PlannedItem, need: AnyNeed | None) -> str:
    """«För att du kryssade: …». What rests on a need that is not told says only that it belongs to the plan."""
    if need is not None and may_be_told(need):
        # A rest answers how tired one gets; what the answer arranges in the lesson is another thing.
        is_rest = item.kind is ItemKind.REST and not isinstance(need, RestBetweenLessons)
        return tr("För att orken ska räcka: du har sagt att du behöver vila") if is_rest else because(need)
    if item.contact:
        return tr("För att ni har kontakt varje vecka, hur det än går")
    return tr("Det hör till planen")
