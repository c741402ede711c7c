"""The law of a proposal as a rektor reads it: what each kind of decision rests on, and how the plan meets the rules.

The sentences are those that were printed in what was sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

import streamlit as st

from exports.proposal_kinds import asked_kinds
from planning.decision import DecisionKind
from planning.sent_proposal import LawLine, SentProposal
from ui.plain import plain
from wording.language import tr
from wording.law import LawGroup, say_group
from wording.phrases import upper_first

FIRST_SHOWN = (LawGroup.FIRST, LawGroup.DECISION, LawGroup.TOLD)
"""Rules that somebody has to think of; what is in place stands folded after them."""


def show_law(proposal: SentProposal) -> None:
    """The legal ground of each kind, and how the plan goes with the rules: what deviates comes first."""
    st.html('<div id="lagen"></div>')
    st.header(tr("Lagen"))
    asked = asked_kinds(proposal.public, proposal.facts)
    kinds = [item(upper_first(kind_name(kind)), _kind_ground(kind), because) for kind, because in asked.items()]
    st.html(f'<ul class="asks">{"".join(kinds)}</ul>')
    if not proposal.law:
        return
    by_group = {LawGroup(group): list(lines) for group, lines in groupby(sorted(proposal.law, key=_order), _group)}
    st.markdown(tr("Reglerna är lästa av programmet, och rektorn avgör. "
                   "En avvikelse är något som lagen låter en rektor stå bakom."))  # fmt: skip
    for group in FIRST_SHOWN:
        if group not in by_group:
            continue
        items = "".join(item(one.title, one.said, one.source) for one in by_group[group])
        with st.expander(f"{say_group(group)}: {len(by_group[group])}", expanded=group is not LawGroup.TOLD):
            st.html(f'<ul class="asks">{items}</ul>')
    if LawGroup.IN_PLACE in by_group:
        met = by_group[LawGroup.IN_PLACE]
        with st.expander(f"{say_group(LawGroup.IN_PLACE)}: {len(met)}"):
            st.markdown(bullets(f"{one.title} ({one.source})" for one in met))


def deviations(proposal: SentProposal) -> int:
    """How many rules ask for a decision, a reason or something to be in place first."""
    asks = {LawGroup.FIRST.value, LawGroup.DECISION.value}
    return sum(1 for line in proposal.law if line.group in asks)


def _order(line: LawLine) -> int:
    return list(LawGroup).index(LawGroup(line.group))


def _group(line: LawLine) -> str:
    return line.group


def kind_name(kind: DecisionKind) -> str:
    """A kind of decision in plain words, as it stands inside a sentence."""
    return {
        DecisionKind.ADAPTED_STUDIES: tr("anpassad studiegång"),
        DecisionKind.SPECIAL_GROUP: tr("särskild undervisningsgrupp eller enskild undervisning"),
        DecisionKind.DISTANCE: tr("distansundervisning"),
        DecisionKind.WORK_PLACEMENT: tr("arbetsplatsförlagd utbildning"),
    }[kind]


def _kind_ground(kind: DecisionKind) -> str:
    return {
        DecisionKind.ADAPTED_STUDIES: tr(
            "Skollagen 3 kap. 12 §. Kräver att stödet inte rimligen kan ges på annat sätt."
        ),
        DecisionKind.SPECIAL_GROUP: tr("Skollagen 3 kap. 11 §. Kräver särskilda skäl."),
        DecisionKind.DISTANCE: tr(
            "Skollagen 3 kap. 11 a §. Kräver vårdnadshavares medgivande, högst en termin i taget."
        ),
        DecisionKind.WORK_PLACEMENT: tr("Skolförordningen 5 kap. 5 §."),
    }[kind]


def item(title: str, text: str, source: str = "") -> str:
    """An item of a list: what it is, what is said of it, and where that comes from."""
    more = f'<span class="from">{escape(source)}</span>' if source else ""
    return f"<li><strong>{escape(title)}</strong>{escape(text)}{more}</li>"


def bullets(lines: Iterable[str]) -> str:
    """The lines as a list, each as it was written."""
    return "\n".join(f"- {plain(line)}" for line in lines)
