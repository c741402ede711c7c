"""The fixed words of the page where paper forms are keyed in, in the language spoken."""

from __future__ import annotations

from planning.needs.base import Respondent
from questionnaire.answers import Choice
from questionnaire.paper_rows import Form
from wording.choices import choice_names
from wording.language import current_language, tr


def words() -> dict[str, str]:
    """By the name the browser knows them by."""
    return {
        **{choice.value: name for choice, name in choice_names().items()},
        "saved": tr("Sparat"),
        "saving": tr("Sparar …"),
        "no_contact": tr("Ingen kontakt just nu. Svaren ligger kvar i den här enheten."),
        "which": tr("Vilket papper?"),
        "who": tr("Vem fyllde i?"),
        "jump": tr("Gå till nummer eller kod"),
        "jump_hint": "12 / PL6",
        "no_row": tr("Den frågan finns inte på det här papperet."),
        "mark": tr("Märke längst ner på papperet:"),
        "mark_help": tr(
            "Står det något annat på papperet är det en annan utgåva. "
            "Gå då efter koderna (PL6) och jämför rutornas ord."
        ),
        "how": tr(
            "Enter eller pil ner går till nästa fråga, pil upp tillbaka. Esc går till sökfältet. "
            "En tom rad är en fråga utan svar."
        ),
        "count": tr("{{n}} av {{all}} har svar"),
        "bad": tr("{{n}} att rätta"),
        "done": tr("Det var den sista raden."),
    }


def form_names() -> dict[Form, str]:
    """What the forms are called."""
    return {
        Form.SHORT: tr("Elevens korta frågor"),
        Form.FULL: tr("Elevens alla frågor"),
        Form.GUARDIANS: tr("Vårdnadshavarnas frågor"),
    }


def respondent_names() -> dict[Respondent, str]:
    """Who can have held the pen."""
    return {
        Respondent.STUDENT: tr("Eleven"),
        Respondent.COACH: tr("En vuxen"),
        Respondent.GUARDIAN: tr("Vårdnadshavare"),
    }


def letters() -> dict[Choice, str]:
    """The letter that each button is typed with."""
    if current_language() == "en":
        return {Choice.YES: "y", Choice.NO: "n", Choice.DONT_KNOW: "d", Choice.SKIP: "s"}
    return {Choice.YES: "j", Choice.NO: "n", Choice.DONT_KNOW: "v", Choice.SKIP: "h"}
