"""Egna frågor: what they lead to, which are asked, and all the others by section."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from casework.settings import Setting
from casework.settings_effects import effects_in_words
from casework.settings_forms import with_asking
from questionnaire.bank import load_bank
from questionnaire.items import Bank, Item
from questionnaire.own_items import OwnItem
from ui.plain import plain
from wording.bank_words import said_in
from wording.language import tr, trn

KeepText = Callable[[str], None]


def show_questions(setting: Setting, keep: KeepText) -> None:
    """One's own first."""
    own: tuple[OwnItem, ...] = setting.value
    bank = load_bank()
    st.markdown(tr("En egen fråga ställs efter avsnittets andra. Den tas aldrig bort, utan slutar ställas: "
                   "det som är besvarat finns kvar."))
    if not own:
        st.markdown(tr("Ni har inga egna frågor. Hämta filen längst ner, skriv frågan i den och läs in den igen."))
    for item in own:
        _show_own(setting, bank, item, keep)
    st.header(tr("Alla frågor"))
    _show_section(bank)


def _show_own(setting: Setting, bank: Bank, item: OwnItem, keep: KeepText) -> None:
    with st.container(border=True, key=f"settingcard_{item.id}"):
        st.markdown(f"**{item.id}  {plain(said_in(item))}**")
        _show_effects(bank, item)
        st.markdown(tr("Ställs.") if item.asked else tr("Ställs inte längre."))
        if setting.state.may_keep and setting.text and not setting.state.faults:
            label = tr("Sluta ställa {id}", id=item.id) if item.asked else tr("Ställ {id} igen", id=item.id)
            if st.button(label, key=f"ask_{item.id}"):
                keep(with_asking(setting, item.id, is_asked=not item.asked))


def _show_section(bank: Bank) -> None:
    sections = {section.code: section for section in bank.sections}
    code = st.selectbox(
        tr("Avsnitt"), list(sections), format_func=lambda each: said_in(sections[each]), key="setting_section",
        placeholder=tr("Välj"),
    )  # fmt: skip
    items = [item for item in bank.items if item.section == code]
    st.markdown(trn("{n} fråga.", "{n} frågor.", len(items)))
    for item in items:
        is_own = isinstance(item, OwnItem)
        st.markdown(f"**{item.id}** {plain(said_in(item))}{' · ' + tr('egen') if is_own else ''}")
        _show_effects(bank, item)


def _show_effects(bank: Bank, item: Item) -> None:
    lines = effects_in_words(bank, item)
    if lines:
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
