"""The proposal's check against the rules: what asks for a decision or a reason, what is told, what is in place.

A verdict of what belongs to the talk with the student is never among them, nor one of what the coach is to write anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.blocks import Block, GroupedRows, Heading, Paragraph, RowGroup, Tone
from exports.language_guard import without_telling_sentences
from planning.law.verdicts import LawVerdict, Standing
from wording.language import tr
from wording.law import (
    LawGroup,
    in_groups,
    is_of_the_talk,
    say_group,
    say_law,
    say_law_reason,
    say_law_rule,
    say_law_source,
    say_law_versions,
    say_source_within,
)
from wording.phrases import and_list, lower_first

PROTECTION = "D"
"""The rules of data protection: what they ask for is the coach's to do before anything is printed."""


def law_checks(verdicts: Sequence[LawVerdict]) -> Iterator[Block]:
    """«Så stämmer planen med reglerna»; nothing without verdicts."""
    grouped = in_groups(verdict for verdict in verdicts if stands_in_proposal(verdict))
    if not grouped:
        return
    yield Heading(level=2, text=tr("Så stämmer planen med reglerna"), may_part=True)
    yield Paragraph(
        text=tr(
            "Reglerna är lästa av programmet, och rektorn avgör. "
            "En avvikelse är något som lagen låter en rektor stå bakom."
        ),
        tone=Tone.MUTED,
    )
    in_place = grouped.pop(LawGroup.IN_PLACE, ())
    if grouped:
        yield GroupedRows(
            head=(tr("Regel"), tr("Så är det"), tr("Källa")),
            groups=tuple(
                RowGroup(title=say_group(group), rows=tuple(_row(verdict) for verdict in some))
                for group, some in grouped.items()
            ),
            widths=(2.4, 5.4, 2.6),
        )
    last = [*([_in_place(in_place)] if in_place else []), *say_law_versions(verdicts)]
    yield Paragraph(text=" ".join(last), tone=Tone.FINE)


def stands_in_proposal(verdict: LawVerdict) -> bool:
    """Whether a verdict can be printed in what becomes public."""
    is_protection = verdict.rule.code.startswith(PROTECTION)
    return not is_of_the_talk(verdict) and (not is_protection or verdict.standing is Standing.MET)


def _row(verdict: LawVerdict) -> tuple[str, ...]:
    """What a person has written into it passes the language guard, as everything that is written freely does."""
    said = " ".join(part for part in (say_law(verdict), say_law_reason(verdict)) if part)
    return (say_law_rule(verdict.rule.code), without_telling_sentences(said), say_law_source(verdict.rule))


def _in_place(verdicts: Sequence[LawVerdict]) -> str:
    """«På plats: skoldagens längd (skollagen 7 kap. 17 §), …»."""
    named = [
        f"{lower_first(say_law_rule(one.rule.code))} ({say_source_within(one.rule)})" for one in verdicts
    ]
    return tr("På plats: {rules}.", rules=and_list(named))
