"""What is missing before the proposal can be sent, part by part, each with the way to where it is filled in."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from casework.before_sending import Waiting
from casework.before_sending_words import TELLING, say_rule
from casework.case import Case
from casework.case_waits import what_waits_in
from casework.dossier import document_of
from planning.decision import DocumentFacts
from planning.law.verdicts import LawVerdict
from ui.frame.ways import go_to
from ui.plain import plain
from ui.session import session
from wording.language import tr, trn
from wording.law_protection import Suggested, suggestions
from wording.missing_fields import MissingPart, missing_parts, section_of


def missing_view(case: Case, waiting: Waiting | None = None) -> None:
    """Everything that is to be filled in or written anew, with a button to each part of the form; for the coach alone.

    Give `waiting` where it is known already. What the student has not said yes to is told elsewhere.
    """
    waits = what_waits_in(case) if waiting is None else waiting
    parts = missing_parts(waits.missing)
    if not parts and not waits.rules_apart:
        st.markdown(tr("Alla uppgifter till skolan finns med."))
        return
    number = len(waits.missing) + len(waits.rules_apart)
    st.markdown(
        trn(
            "{n} sak behövs innan förslaget kan lämnas. Ett utkast går att skriva ut redan nu.",
            "{n} saker behövs innan förslaget kan lämnas. Ett utkast går att skriva ut redan nu.",
            number,
        )
    )
    for part in parts:
        _show_part(part)
    for verdict in waits.rules_apart:
        if verdict.rule.code == TELLING:
            _show_telling(document_of(case.facts))
        else:
            _show_rule(verdict)


def _show_part(part: MissingPart) -> None:
    with _row(f"lacks_{part.section or 'other'}"):
        st.markdown(f"**{plain(part.title)}**  \n" + " · ".join(map(plain, part.labels)))
        _offer_way(part.section, f"part_{part.section}")


def _row(key: str) -> DeltaGenerator:
    """What is missing to the left, the way to it to the right; below each other where there is little room."""
    return st.container(border=True, horizontal=True, vertical_alignment="center", key=f"wayrow_{key}")


def _show_telling(facts: DocumentFacts) -> None:
    """Each passage that tells too much, with what can be said instead."""
    for at, suggested in enumerate(suggestions(facts)):
        with st.container(border=True, key=f"tells_{at}"):
            show_suggested(suggested)
            _offer_way(section_of(suggested.field), f"tells_{at}_way")


def show_suggested(suggested: Suggested) -> None:
    """A passage to write anew: where, which words, and another way to say it."""
    words = ", ".join(f"«{plain(word)}»" for word in suggested.words)
    st.markdown(f"**{tr('Skriv om')}: {words}**  \n{plain(suggested.where)}")
    st.markdown("\n".join(f"- {plain(line)}" for line in suggested.instead))


def _show_rule(verdict: LawVerdict) -> None:
    with _row(f"rule_{verdict.rule.code}"):
        st.markdown(plain(say_rule(verdict)))
        _offer_way(_first_section(verdict.fields), f"rule_{verdict.rule.code}_way")


def _first_section(fields: Iterable[str]) -> str:
    return next((section for field in fields if (section := section_of(field))), "")


def _offer_way(section: str, key: str) -> None:
    """A button to the part of the form; none where it is filled in somewhere else."""
    if section and st.button(tr("Fyll i"), key=key):
        session().section = section
        go_to("school_facts")
