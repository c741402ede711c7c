"""The fixed words of the printed forms, and what is said of a typed line that cannot be read."""

from __future__ import annotations

from questionnaire.keyed import KeyFault, Misread
from questionnaire.paper_rows import Form
from wording.language import tr


def form_title(form: Form) -> str:
    """The form's own heading."""
    return {
        Form.SHORT: tr("Några frågor till dig"),
        Form.FULL: tr("Frågor till dig"),
        Form.GUARDIANS: tr("Frågor till dig som är vårdnadshavare"),
    }[form]


def opening(form: Form) -> tuple[str, ...]:
    """The opening words (`method.md` §4.1)."""
    if form is Form.GUARDIANS:
        return (tr("Det finns inga rätta svar. Ni bestämmer vad ni vill svara på, och ni kan ändra er."),)
    return (
        tr("Det finns inga rätta svar. Du bestämmer vad du vill svara på, och du kan ändra dig."),
        tr(
            "Om du berättar att du är i fara måste jag säga det till någon som kan hjälpa dig. "
            "Då säger jag det till dig först."
        ),
    )


def how_to(form: Form) -> tuple[str, ...]:
    """How the form is filled in."""
    lines = [tr("Kryssa i rutorna. Vill du inte svara: kryssa Hoppa över, eller lämna raden tom.")]
    if form is Form.FULL:
        lines.append(tr("Orkar du bara några? Svara på dem med stjärna."))
    if form is not Form.GUARDIANS:
        lines.append(tr("Du kan sluta när du vill och fortsätta en annan dag."))
    return tuple(lines)


def who_sees_title(form: Form) -> str:
    """The heading of who sees the answers."""
    return tr("Vem ser svaren?") if form is Form.GUARDIANS else tr("Vem ser mina svar?")


def who_sees(form: Form) -> tuple[str, ...]:
    """Who sees the answers, and what is never asked on paper."""
    if form is Form.GUARDIANS:
        return (
            tr("Ni och coachen. Coachen skriver in svaren på sin dator, och ni får tillbaka papperet."),
            tr("Det ni svarar ändrar aldrig det ert barn har svarat. Skiljer det sig pratar vi om det."),
        )
    return (
        tr("Du och din coach. Coachen skriver in svaren på sin dator, och du får tillbaka papperet."),
        tr("Skolan får ett förslag på schema. Där står inga svar."),
        tr("Det finns en bilaga med svaren. Den lämnas bara om du och coachen bestämmer det."),
        tr("Några frågor ställs bara på skärmen, när du är ensam med coachen. Du väljer själv om du vill se dem."),
        tr("Vill du prata med någon nu? Säg till din coach. Bris: 116 111. Vid fara: 112."),
    )


def respondents(form: Form) -> tuple[str, ...]:
    """Who can have filled the form in, as boxes. Only the guardians answer theirs."""
    if form is Form.GUARDIANS:
        return ()
    return (tr("Jag själv"), tr("En vuxen"), tr("Vårdnadshavare"))


def boxes_hint(*, is_one: bool, beside_yes: bool, is_grid: bool) -> str:
    """What to do with the boxes of a question."""
    if is_grid:
        return tr("Om Ja: kryssa när.")
    if beside_yes:
        return tr("Om Ja: kryssa en ruta.") if is_one else tr("Om Ja: kryssa det som stämmer.")
    return tr("Kryssa en ruta.") if is_one else tr("Kryssa det som stämmer.")


def fault_texts() -> dict[KeyFault, str]:
    """What is wrong with a typed line, and what to do. `{sign}` could not be used, `{boxes}` is how many there are."""
    return {
        KeyFault.NOT_READ: tr("«{{sign}}» går inte att läsa här."),
        KeyFault.NO_SUCH_BOX: tr("Ruta {{sign}} finns inte. Frågan har ruta 1–{{boxes}}."),
        KeyFault.ONE_BOX_ONLY: tr("Bara en ruta kan väljas här. Skriv ett nummer."),
        KeyFault.STANDS_ALONE: tr("Ruta {{sign}} kan inte stå ihop med andra. Ta bort den, eller de andra."),
        KeyFault.NO_BOXES_HERE: tr("Frågan har inga rutor med nummer. Skriv j, n, v eller h."),
        KeyFault.BOXES_ALONE: tr("Frågan har bara rutor. Skriv deras nummer, eller h."),
        KeyFault.ONE_BUTTON: tr("Bara ett svar kan stå här. Skriv j, n, v eller h."),
        KeyFault.BOXES_NEED_YES: tr("Rutor hör ihop med Ja. Skriv j först, eller ta bort numren."),
    }


def say_misread(misread: Misread, how: str) -> str:
    """The fault in words; `how` says what can be written there."""
    text = fault_texts()[misread.fault].replace("{sign}", misread.sign[:20]).replace("{boxes}", str(misread.boxes))
    return f"{text} {how}" if misread.fault is KeyFault.NOT_READ else text


def how_to_write(*, has_buttons: bool, boxes: int, is_grid: bool) -> str:
    """What can be written on a row: «Skriv j, n, v eller h.»"""
    if is_grid:
        return tr("Skriv till exempel «må fm, on em», eller j, n, v, h.")
    if has_buttons and boxes:
        return tr("Skriv j, n, v eller h, och rutornas nummer efter j.")
    return tr("Skriv j, n, v eller h.") if has_buttons else tr("Skriv rutornas nummer, 1–{n}, eller h.", n=boxes)


def other_edition() -> str:
    """What is said when the mark of the paper is not that of the form as it is now."""
    return tr(
        "Papperet är en annan utgåva än frågorna här. Nummer och rutor kan ha ändrats. "
        "Skriv in efter koderna (PL6) och jämför rutornas ord, eller skriv ut ett nytt papper."
    )
