"""Gränser och ord: the thresholds that the law leaves open, one's own words, and what is law and stays."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from casework.settings import Setting
from casework.settings_forms import with_rule, with_words
from casework.settings_kinds import rules_by_code
from planning.law.verdicts import LawRule
from planning.local_rules import OF_WORDS, LocalRule, LocalRules, LocalWords, is_open, open_numbers
from planning.telling_kinds import Telling
from ui.plain import plain
from wording.language import tr
from wording.law import say_law_rule, say_law_source
from wording.setting_words import say_number, say_telling

KeepText = Callable[[str], None]


def show_rules(setting: Setting, keep: KeepText) -> None:
    """What is open to a municipality first."""
    local: LocalRules = setting.value
    known = rules_by_code()
    st.header(tr("Gränser"))
    st.markdown(tr("De här har ingen gräns i lag. Skriv en annan om kommunen har bestämt det, och vad den vilar på."))
    for rule in (rule for rule in known.values() if is_open(rule)):
        _show_rule(setting, rule, local.rules.get(rule.code), keep)
    st.header(tr("Egna ord som inte får stå i ett beslut"))
    _show_words(setting, local, keep)
    with st.expander(tr("Det som står i lag, och inte ändras här")):
        for rule in known.values():
            if not is_open(rule) and rule.numbers:
                st.markdown(f"**{plain(say_law_rule(rule.code))}** ({rule.code})  \n{plain(say_law_source(rule))}")


def _show_rule(setting: Setting, rule: LawRule, own: LocalRule | None, keep: KeepText) -> None:
    with st.container(border=True, key=f"settingcard_{rule.code}"):
        st.markdown(f"**{plain(say_law_rule(rule.code))}**")
        st.markdown("\n".join(_line(rule, own, name) for name in open_numbers(rule)))
        st.markdown(f":small[{plain(own.source if own else say_law_source(rule))}]")
        if setting.state.may_keep:
            with st.expander(tr("Ändra")):
                _ask_rule(setting, rule, own, keep)


def _line(rule: LawRule, own: LocalRule | None, name: str) -> str:
    delivered = rule.numbers[name]
    now = own.numbers.get(name, delivered) if own else delivered
    usual = "" if now == delivered else f" {tr('(annars {n})', n=delivered)}"
    return f"- {plain(say_number(name))}: **{now}**{usual}"


def _ask_rule(setting: Setting, rule: LawRule, own: LocalRule | None, keep: KeepText) -> None:
    with st.form(f"setting_rule_form_{rule.code}", border=False):
        typed = {
            name: st.text_input(
                say_number(name), value=str(own.numbers.get(name, "") if own else ""), max_chars=4,
                placeholder=str(rule.numbers[name]), autocomplete="off", key=f"number_{rule.code}_{name}",
            )
            for name in open_numbers(rule)
        }  # fmt: skip
        source = st.text_input(
            tr("Vad det vilar på"), value=own.source if own else "", max_chars=200, autocomplete="off",
            placeholder=tr("Kommunens riktlinje, och när den bestämdes"), key=f"source_{rule.code}",
        )  # fmt: skip
        if not st.form_submit_button(tr("Spara"), type="primary"):
            return
    numbers = {name: text.strip() for name, text in typed.items() if text.strip()}
    if not numbers:
        keep(with_rule(setting, rule.code, None))
        return
    try:
        keep(with_rule(setting, rule.code, LocalRule.model_validate({"numbers": numbers, "source": source})))
    except ValidationError:
        st.markdown(tr("Skriv hela tal, och vad de vilar på. Ett tomt fält är som det levereras."))


def _show_words(setting: Setting, local: LocalRules, keep: KeepText) -> None:
    st.markdown(tr("De läggs till dem som följer med. Ett ord gäller också allt som börjar på det."))
    own = {kind: lists for kind, lists in local.words.items() if lists.stems or lists.whole}
    for kind, lists in own.items():
        st.markdown(f"- {plain(say_telling(kind).capitalize())}: {plain(', '.join((*lists.stems, *lists.whole)))}")
    if not own:
        st.markdown(tr("Inga egna ord är skrivna."))
    if setting.state.may_keep:
        with st.expander(tr("Ändra orden")), st.form("setting_words", border=False):
            typed: dict[Telling, str] = {kind: _ask_words(kind, own.get(kind, LocalWords())) for kind in OF_WORDS}
            if st.form_submit_button(tr("Spara orden"), type="primary"):
                _keep_words(setting, typed, own, keep)


def _ask_words(kind: Telling, lists: LocalWords) -> str:
    return st.text_input(
        tr("Om {kind}", kind=say_telling(kind)), value=", ".join(lists.stems), autocomplete="off",
        key=f"words_{kind.value}",
    )  # fmt: skip


def _keep_words(
    setting: Setting, typed: dict[Telling, str], own: dict[Telling, LocalWords], keep: KeepText
) -> None:
    words = {}
    try:
        for kind, text in typed.items():
            stems = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
            words[kind] = LocalWords(stems=stems, whole=own[kind].whole if kind in own else ())
    except ValidationError:
        st.markdown(tr("Ett ord har 3 till 40 tecken. Skilj orden åt med komma."))
        return
    keep(with_words(setting, words))
