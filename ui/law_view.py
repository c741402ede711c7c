"""How the plan goes with the rules, for the coach: what comes first, what asks for a decision, what is told.

Nothing here says that anything is wrong, and every verdict has its source.
"""

from __future__ import annotations

import streamlit as st

from casework import now as clock
from casework.app_verbs import the_store
from casework.case import Case
from casework.cases import write_facts
from casework.kept_documents import dossier_of
from casework.law import law_verdicts
from casework.law_reasons import recorded_for, with_reason
from planning.errors import BadInput, NotAllowed
from planning.law.verdicts import LawVerdict, RuleLevel, Standing
from ui.frame.ways import go_to
from ui.plain import plain
from ui.session import session
from wording.errors import say_error
from wording.language import tr, trn
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
)
from wording.missing_fields import sections_of

OPENED = (LawGroup.FIRST, LawGroup.DECISION)
"""Groups where somebody has something to do: they stand open."""


def law_view(case: Case) -> None:
    """The verdicts of a case's plan in four groups; nothing while there is no plan of today's answers."""
    try:
        verdicts = law_verdicts(dossier_of(case))
    except NotAllowed:
        return
    except BadInput as error:
        st.warning(plain(say_error(error)))
        return
    st.header(tr("Så stämmer planen med reglerna"))
    st.markdown(tr("Rektorn avgör. En avvikelse är något som lagen låter en rektor stå bakom."))
    for group, some in in_groups(verdict for verdict in verdicts if _is_shown(verdict)).items():
        title = trn("{group}, {n} regel", "{group}, {n} regler", len(some), group=say_group(group))
        with st.expander(title, expanded=group in OPENED, key=f"law_{group}"):
            if group is LawGroup.IN_PLACE:
                st.markdown("\n".join(f"- {_said(verdict)}" for verdict in some))
                continue
            for verdict in some:
                _show(case, verdict)
    for said in say_law_versions(verdicts):
        st.caption(plain(said))


def _is_shown(verdict: LawVerdict) -> bool:
    """What belongs to the talk with the student has a page of its own: here it stands only while it waits."""
    return not is_of_the_talk(verdict) or verdict.waits


def _show(case: Case, verdict: LawVerdict) -> None:
    """A verdict, and what can be done about it."""
    code = verdict.rule.code
    with st.container(border=True, key=f"law_rule_{code}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_said(verdict), width="stretch")
            _offer_form(verdict)
        if asks_for_reason(verdict):
            _ask_reason(case, code)


def _said(verdict: LawVerdict) -> str:
    """What it is about, what it comes to, the reason that was recorded, and in small print where it stands in law."""
    said = " ".join(part for part in (say_law(verdict), say_law_reason(verdict)) if part)
    source = plain(say_law_source(verdict.rule))
    return f"**{plain(say_law_rule(verdict.rule.code))}**  \n{plain(said)}  \n:small[:gray[{source}]]"


def asks_for_reason(verdict: LawVerdict) -> bool:
    """Whether somebody can record a reason for it: what it asks for is a reason, and it is not met."""
    is_open = verdict.standing in (Standing.DEVIATES, Standing.UNKNOWN)
    return is_open and verdict.rule.level in (RuleLevel.GATE, RuleLevel.SOFT)


def _ask_reason(case: Case, code: str) -> None:
    """The reason as it stands, to be written anew; an empty one takes it away."""
    with st.form(f"law_reason_{code}", border=False):
        reason = st.text_input(
            tr("Skäl som kan stå i beslutet"), value=recorded_for(case.facts, code), max_chars=400, autocomplete="off"
        )
        if st.form_submit_button(tr("Spara skälet")):
            write_facts(the_store(), case.id, with_reason(case.facts, code, reason, on=clock.today()))
            st.rerun()


def _offer_form(verdict: LawVerdict) -> None:
    """The way to where something is filled in; none where nothing is, or it stands somewhere else."""
    sections = sections_of(verdict.fields)
    if sections and st.button(tr("Fyll i"), key=f"law_fill_{verdict.rule.code}"):
        session().section = sections[0]
        go_to("school_facts")
