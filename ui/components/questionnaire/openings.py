"""What is said before the first question, and who sees the answers: to the student, an adult, or the guardians."""

from __future__ import annotations

from typing import Any

from casework.routines import routines_in_force
from ui.components.questionnaire.turns import Turn
from ui.server.edge import the_edge
from wording.bank_words import said_in
from wording.language import tr


def introduction_words(turn: Turn, name: str = "") -> dict[str, Any]:
    """A title, a few lines with or without pictures, and the button that begins. `name`: what the student is called."""
    points: list[dict[str, str]] = []
    match turn:
        case Turn.ALONE:
            title, lines, points = whose_turn(turn, name), [_to_the_student()[1]], _to_the_student_alone()
        case Turn.FOR_GUARDIANS:
            title, lines = tr("Du fyller i åt vårdnadshavarna"), _for_guardians()
        case Turn.GUARDIAN:
            title, lines = tr("Frågor till er som är vårdnadshavare"), _to_guardians()
        case Turn.ADULT:
            title, lines = tr("En vuxen fyller i"), _to_an_adult()
        case _:
            title, lines = tr("Vi börjar när du vill"), _to_the_student()
    return {"introduction_title": title, "introduction": lines, "points": points, "begin": tr("Börja")}


def whose_turn(turn: Turn, name: str = "") -> str:
    """«Nu är det din tur, Kim», where one has the screen alone; «» beside somebody."""
    match turn:
        case Turn.ALONE:
            return tr("Nu är det din tur, {name}", name=name) if name else tr("Nu är det din tur")
        case Turn.GUARDIAN:
            return tr("Nu är det er tur")
        case _:
            return ""


def _to_the_student_alone() -> list[dict[str, str]]:
    return [
        {"picture": "lock-simple", "text": tr("Du och din coach ser svaren. Skolan får ett schema, inte svaren.")},
        {"picture": "couch", "text": tr("Du kan ta paus när du vill. Allt sparas.")},
        {"picture": "hand-waving", "text": tr("Hoppa över så mycket du vill. Det är lika bra som att svara.")},
    ]


def _to_the_student() -> list[str]:
    return [
        tr("Det finns inga rätta svar. Du bestämmer vad du vill svara på, och du kan ändra dig."),
        tr(
            "Om du berättar att du är i fara måste jag säga det till någon som kan hjälpa dig. "
            "Då säger jag det till dig först."
        ),
    ]


def _to_an_adult() -> list[str]:
    return [
        tr("Frågorna är skrivna till eleven. Svara så som du ser det."),
        tr("Det du inte vet kan du hoppa över."),
    ]


def _to_guardians() -> list[str]:
    return [
        tr("Frågorna handlar om vad som kan göra vägen till skolan lättare. Det finns inga rätta svar."),
        tr("Era svar ändrar inte barnets svar. Där ni ser olika pratar vi om det."),
        tr("Ni kan hoppa över frågor, ta en paus och ändra er."),
    ]


def _for_guardians() -> list[str]:
    return [
        tr("Läs frågan högt och tryck det de säger. De kan svara själva senare, och då gäller det."),
        tr("Deras svar ändrar inte barnets svar."),
    ]


def who_sees_words(turn: Turn) -> dict[str, Any]:
    """«Vem ser mina svar?» and «Prata med någon nu»."""
    is_guardian = turn.asks_guardians
    first, own = tr("Ni och coachen."), tr("Du och din coach.")
    if not the_edge().is_service:
        first = tr("Ni och coachen. Svaren ligger på den här datorn.")
        own = tr("Du och din coach. Svaren ligger på den här datorn.")
    return {
        "who_sees_title": tr("Vem ser våra svar?") if is_guardian else tr("Vem ser mina svar?"),
        "who_sees": [
            first if is_guardian else own,
            tr("Skolan får ett förslag på schema. Där står inga svar."),
            tr("Det finns en bilaga med svaren. Den lämnas bara om du och coachen bestämmer det."),
        ][: 2 if is_guardian else 3],
        "talk_title": tr("Prata med någon nu"),
        "talk": _to_talk_to(is_guardian=is_guardian),
    }


def _to_talk_to(*, is_guardian: bool) -> list[str]:
    """Who is near, and numbers to call: the municipality's own, for the student (`casework.routines`)."""
    if is_guardian:
        return [tr("Säg till coachen, så pratar ni direkt."), tr("Vid fara: ring 112.")]
    numbers = routines_in_force().routines.help.numbers
    return [tr("Säg till din coach, så pratar ni direkt."), *(f"{said_in(one)}: {one.phone}" for one in numbers)]
