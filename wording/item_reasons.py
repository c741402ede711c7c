"""Why an item stands in the week, told to the student and the coach. Behind the secrecy wall."""

from __future__ import annotations

from planning.needs import AnyNeed
from planning.plan import PlannedItem
from wording.language import tr
from wording.needs import may_be_told as may_be_told
from wording.reasons import because


def say_item_reason(item: PlannedItem, need: AnyNeed | None) -> str:
    """«För att du kryssade: …». What rests on a need that is not told says only that it belongs to the plan."""
    if need is not None and may_be_told(need):
        return because(need)
    if item.contact:
        return tr("För att ni har kontakt varje vecka, hur det än går")
    return tr("Det hör till planen")
