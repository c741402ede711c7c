"""Protection on the screen: an identity that is kept secret, and a guardian from whom the case is kept."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

import streamlit as st

from planning.access import Role
from storage.user_table import CasePerson
from ui.people_view import called
from wording.language import tr

LONGEST_NAME = 40


class Switch(Enum):
    """What is wanted of the protection of an identity."""

    PROTECT = auto()
    END = auto()


class Wanted(NamedTuple):
    """What is wanted, and what the student is to be called here from then on; «» for the first letter."""

    switch: Switch
    called: str = ""


class Keeping(NamedTuple):
    """From which guardian the case is to be kept, or no longer."""

    guardian: str
    is_kept: bool


def ask_protection(*, is_protected: bool, is_alone: bool) -> Wanted | None:
    """The switch with what it means; what is wanted, once it has been confirmed."""
    st.header(tr("Skyddade personuppgifter"))
    return _ask_end() if is_protected else _ask_start(is_alone=is_alone)


def _ask_start(*, is_alone: bool) -> Wanted | None:
    st.markdown(
        tr("Slå på det här om eleven har skyddade personuppgifter, eller om ingen får veta vem eller var eleven är.")
    )
    with st.expander(tr("Det här händer då")):
        st.markdown("\n".join(f"- {line}" for line in what_follows(is_alone=is_alone)))
    with st.form("protect_identity", border=True):
        name = st.text_input(
            tr("Vad ska ärendet heta i listan?"), placeholder=tr("Något som inte säger vem det är"),
            max_chars=LONGEST_NAME, autocomplete="off",
        )  # fmt: skip
        st.markdown(f":small[{tr('Lämnar du det tomt står bara första bokstaven i namnet.')}]")
        knows = st.checkbox(
            tr(
                "Jag vet att namn, födelsedatum, skola, klass, telefon, adress och resväg töms, "
                "och att alla papper utelämnar dem."
            )
        )
        if not st.form_submit_button(tr("Skydda uppgifterna"), type="primary"):
            return None
        if not knows:
            st.markdown(tr("Läs vad som töms, och kryssa i att du vet det."))
            return None
    return Wanted(Switch.PROTECT, name.strip())


def _ask_end() -> Wanted | None:
    st.markdown(
        tr(
            "**Uppgifterna är skyddade.** Inget papper säger vem eleven är, var skolan ligger eller hur eleven tar sig "
            "dit: skolan skriver det för hand. Skriv det inte i några fält heller."
        )
    )
    with st.form("end_protection", border=True):
        knows = st.checkbox(tr("Jag vet att det som har tömts inte kommer tillbaka av sig självt."))
        if not st.form_submit_button(tr("Avsluta skyddet")):
            return None
        if not knows:
            st.markdown(tr("Kryssa i att du vet det först."))
            return None
    return Wanted(Switch.END)


def what_follows(*, is_alone: bool) -> tuple[str, ...]:
    """What becomes of a case whose identity is protected (`casework.protection`)."""
    of_papers = (
        tr("Det här töms i ärendet: elevens namn och födelsedatum, skola, huvudman, enhet, klass och rektor."),
        tr("Också det här: telefon till skolan och hemmet, adress, resväg, praktikplats och diarienummer."),
        tr("Vårdnadshavare blir «vårdnadshavare 1» och «2». De som har hjälpt till står bara med sin funktion."),
        tr("Alla papper utelämnar det, med tomma rader där skolan skriver för hand."),
        tr("Svaren, schemat och planen är kvar som de är: läs igenom dem efter platser och namn."),
        tr("Det som stod förut ligger förseglat i historiken, och försvinner när ärendet raderas."),
    )
    of_people = (
        tr("Bara eleven, vårdnadshavarna, utsedd coach och utsedd rektor ser ärendet. Ingen annan lista visar det."),
        tr("I nödläge behöver två personer öppna det, och allt skrivs två gånger i loggen."),
    )
    return of_papers if is_alone else of_papers + of_people


def ask_keeping(people: tuple[CasePerson, ...]) -> Keeping | None:
    """From which guardian the case is to be kept, or who is to have it again, once it has been said."""
    guardians = tuple(one for one in people if one.role is Role.GUARDIAN)
    st.header(tr("Håll ärendet från en vårdnadshavare"))
    if not guardians:
        st.markdown(tr("Ingen vårdnadshavare kan logga in i ärendet, så det finns ingen att hålla det från."))
        return None
    st.markdown(
        tr(
            "Finns det ett beslut om vårdnaden eller ett skydd som gör att någon inte får se ärendet? "
            "Då finns det inte längre för den personen, varken planen eller papperen. Skälet ska stå i elevakten."
        )
    )
    chosen: Keeping | None = None
    for one in guardians:
        with st.form(f"keep_from_{one.user}", border=True):
            st.markdown(f"**{called(one)}**")
            chosen = (_ask_again(one) if one.is_blocked else _ask_kept(one)) or chosen
    return chosen


def _ask_kept(one: CasePerson) -> Keeping | None:
    knows = st.checkbox(tr("Skälet är prövat och står i elevakten"))
    if not st.form_submit_button(tr("Håll ärendet från personen")):
        return None
    if not knows:
        st.markdown(tr("Se till att skälet är prövat och antecknat, och kryssa i det."))
        return None
    return Keeping(one.user, is_kept=True)


def _ask_again(one: CasePerson) -> Keeping | None:
    st.markdown(tr("Ärendet finns inte för den här personen."))
    return Keeping(one.user, is_kept=False) if st.form_submit_button(tr("Låt personen se ärendet igen")) else None
