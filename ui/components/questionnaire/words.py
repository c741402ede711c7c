"""The fixed words of the questionnaire's screens, in the language spoken."""

from __future__ import annotations

from typing import Any

from ui.components.questionnaire.openings import introduction_words, who_sees_words
from ui.components.questionnaire.turns import Turn
from ui.looks import look_names
from wording.choices import choice_names
from wording.language import current_language, tr


def words(turn: Turn, *, is_focus: bool, name: str = "", is_lent: bool = True) -> dict[str, Any]:
    """By the name the browser knows them by. `is_lent`: a screen that one has alone is to be given back."""
    leaving = {**_pause(turn), **_end(turn, is_focus=is_focus), **_other_ends(turn)}
    opening = {**introduction_words(turn, name), **who_sees_words(turn)}
    own = _on_own_screen(opening["talk"][1:]) if turn is Turn.ALONE and not is_lent else {}
    return {**_buttons(), **_tools(), **_states(), **opening, **leaving, **own}


def _buttons() -> dict[str, Any]:
    is_english = current_language() == "en"
    return {
        **{choice.value: name for choice, name in choice_names().items()},
        "ready": tr("Klar"),
        "undo": tr("Ångra"),
        "close": tr("Stäng"),
        "keys": {"yes": "Y", "no": "N", "dont_know": "D", "skip": "S"}
        if is_english
        else {"yes": "J", "no": "N", "dont_know": "V", "skip": "H"},
        "your_answer": tr("Ditt svar"),
        "choose_one": tr("Välj en."),
        "choose_many": tr("Kryssa det som stämmer."),
        "last_time": tr("Förra gången, {{date}}: {{answer}}"),
        "same_as_before": tr("Samma som förut"),
        "part": tr("Del {{n}} av {{all}}"),
        "progress": tr("{{section}}, del {{n}} av {{all}}"),
        "undone": tr("Ångrat"),
        "elsewhere": tr("Den här frågan fick ett svar på en annan skärm:"),
        "onwards": tr("Gå vidare"),
    }


def _tools() -> dict[str, Any]:
    return {
        "read_aloud": tr("Läs upp"),
        "stop_reading": tr("Sluta läsa upp"),
        "read_every": tr("Läs upp varje fråga"),
        "no_voice": tr("Den här enheten kan inte läsa upp det här språket. Läs gärna tillsammans."),
        "reading_aids": tr("Text och läsning"),
        "text_size": tr("Textens storlek"),
        "airy": tr("Luftigare text"),
        "pictures": tr("Bilder"),
        "picture_sets": {"colours": tr("Färg"), "lines": tr("Streck"), "none": tr("Inga")},
        "light": tr("Ljust eller mörkt"),
        "lights": {"device": tr("Som enheten"), "light": tr("Ljust"), "dark": tr("Mörkt")},
        "colour": tr("Färg på sidan"),
        "colours": look_names(),
    }


def _states() -> dict[str, Any]:
    return {
        "saved": tr("Sparat"),
        "saving": tr("Sparar …"),
        "no_contact": tr("Ingen kontakt just nu. Svaren ligger kvar i den här enheten."),
    }


def _pause(turn: Turn) -> dict[str, Any]:
    is_guardian = turn.asks_guardians
    again = tr("Vi har sparat. Vi kan fortsätta en annan dag, precis där du slutade.")
    return {
        "enough_for_today": tr("Klart för idag") if is_guardian else tr("Jag är klar för idag"),
        "paused_title": tr("Tack så länge") if is_guardian else tr("Bra jobbat"),
        "paused": tr("Allt är sparat. Ni kan fortsätta en annan dag, där ni slutade.") if is_guardian else again,
        "leave_pause": _leave_pause(turn),
        "go_on": tr("Fortsätt lite till"),
    }


def _leave_pause(turn: Turn) -> str:
    match turn:
        case Turn.ALONE:
            return tr("Ge tillbaka skärmen")
        case Turn.GUARDIAN | Turn.FOR_GUARDIANS:
            return tr("Klart")
        case _:
            return tr("Till början")


def _end(turn: Turn, *, is_focus: bool) -> dict[str, Any]:
    if is_focus:
        title, text, leave = tr("Tack!"), tr("Ditt svar är ändrat."), tr("Tillbaka")
    elif turn.asks_guardians:
        title, leave = tr("Tack, det var alla frågor"), tr("Klart")
        text = tr("Era svar är sparade. Coachen går igenom dem med er.")
    elif turn is Turn.ADULT:
        title, leave = tr("Tack, det var alla frågor"), tr("Se vad som är sagt")
        text = tr("Det här är den vuxnas bild. Eleven kan svara själv när som helst.")
    else:
        title, text = tr("Tack, det var alla frågor"), tr("Nu tittar vi på det du har sagt, tillsammans.")
        leave = tr("Se vad du har sagt")
    return {
        "end_title": title,
        "end": text,
        "leave_end": tr("Ge tillbaka skärmen") if turn is Turn.ALONE else leave,
        "private_offer": tr("Det finns några frågor till, bara om du vill. Coachen får bara veta om du behöver hjälp."),
        "private_open": tr("Visa de frågorna"),
    }


def _other_ends(turn: Turn) -> dict[str, Any]:
    adult = tr("En vuxen fyller i. Det räknas som den vuxnas bild. Eleven kan svara själv senare.")
    for_guardians = tr("Du fyller i det vårdnadshavarna säger. De kan svara själva senare.")
    return {
        "adult_line": {Turn.ADULT: adult, Turn.FOR_GUARDIANS: for_guardians}.get(turn, ""),
        "called_title": tr("Tack för att du berättade"),
        "called": [tr("Du behöver inte vänta. Ge skärmen till din coach, så pratar ni.")],
        "not_today_title": tr("Det är helt okej"),
        "not_today": tr("Vi tar det en annan dag."),
        "likes_offer": tr("Vill du berätta vad du gillar i stället?"),
        "tell_likes": tr("Berätta vad du gillar"),
        "thanks_for_likes": tr("Tack för att du berättade. Vi tar resten en annan dag."),
        "hand_over_title": tr("Ge skärmen till eleven"),
        "hand_over": tr("Då ser bara eleven frågorna. Coachen väljer en kod för att ta tillbaka skärmen."),
        "hand_over_now": tr("Ge skärmen till eleven"),
        "stay_together": tr("Fortsätt tillsammans"),
    }


def _on_own_screen(numbers: list[str]) -> dict[str, Any]:
    """Where a student is logged in: nothing is given back, and the coach is not beside. `numbers`: to ring instead."""
    to_week = tr("Till min vecka")
    ring = tr("Vill du prata med någon nu kan du ringa:")
    return {
        "leave_pause": to_week,
        "leave_end": to_week,
        "end": tr("Du och din coach tittar på det du har sagt, tillsammans."),
        "called": [tr("Din coach får se det först av allt, nästa gång."), ring, *numbers],
        "talk": [ring, *numbers],
    }
