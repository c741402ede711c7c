"""The fixed words of the questionnaire's screens, in the language spoken."""

from __future__ import annotations

from typing import Any

from wording.language import current_language, tr


def words(*, is_alone: bool, is_focus: bool) -> dict[str, Any]:
    """By the name the browser knows them by."""
    leaving = {**_pause(is_alone=is_alone), **_end(is_alone=is_alone, is_focus=is_focus)}
    return {**_buttons(), **_states(), **_introduction(), **leaving, **_help()}


def _buttons() -> dict[str, Any]:
    is_english = current_language() == "en"
    return {
        "yes": tr("Ja"),
        "no": tr("Nej"),
        "dont_know": tr("Vet inte"),
        "skip": tr("Hoppa över"),
        "ready": tr("Klar"),
        "undo": tr("Ångra"),
        "close": tr("Stäng"),
        "keys": {"yes": "Y", "no": "N", "dont_know": "D", "skip": "S"}
        if is_english
        else {"yes": "J", "no": "N", "dont_know": "V", "skip": "H"},
        "your_answer": tr("Ditt svar"),
        "choose_one": tr("Välj en."),
        "choose_many": tr("Kryssa det som stämmer."),
        "enough_for_today": tr("Jag är klar för idag"),
        "read_aloud": tr("Läs upp"),
        "text_size": tr("Textens storlek"),
        "part": tr("Del {{n}} av {{all}}"),
    }


def _states() -> dict[str, Any]:
    return {
        "saved": tr("Sparat"),
        "saving": tr("Sparar …"),
        "no_contact": tr("Ingen kontakt just nu. Svaren ligger kvar i den här enheten."),
    }


def _introduction() -> dict[str, Any]:
    return {
        "introduction_title": tr("Vi börjar när du vill"),
        "introduction": [
            tr("Det finns inga rätta svar. Du bestämmer vad du vill svara på, och du kan ändra dig."),
            tr(
                "Om du berättar att du är i fara måste jag säga det till någon som kan hjälpa dig. "
                "Då säger jag det till dig först."
            ),
        ],
        "begin": tr("Börja"),
    }


def _pause(*, is_alone: bool) -> dict[str, Any]:
    return {
        "paused_title": tr("Bra jobbat"),
        "paused": tr("Vi har sparat. Vi kan fortsätta en annan dag, precis där du slutade."),
        "leave_pause": tr("Ge tillbaka skärmen") if is_alone else tr("Till början"),
        "go_on": tr("Fortsätt lite till"),
    }


def _end(*, is_alone: bool, is_focus: bool) -> dict[str, Any]:
    leave = tr("Ge tillbaka skärmen") if is_alone else tr("Tillbaka") if is_focus else tr("Se vad du har sagt")
    return {
        "end_title": tr("Tack!") if is_focus else tr("Tack, det var alla frågor"),
        "end": tr("Ditt svar är ändrat.") if is_focus else tr("Nu tittar vi på det du har sagt, tillsammans."),
        "leave_end": leave,
        "private_offer": tr("Det finns några frågor till, bara om du vill. Coachen får bara veta om du behöver hjälp."),
        "private_open": tr("Visa de frågorna"),
        "called_title": tr("Tack för att du berättade"),
        "called": tr("Du behöver inte vänta. Ge skärmen till din coach, så pratar ni."),
    }


def _help() -> dict[str, Any]:
    return {
        "who_sees_title": tr("Vem ser mina svar?"),
        "who_sees": [
            tr("Du och din coach. Svaren ligger på den här datorn."),
            tr("Skolan får ett förslag på schema. Där står inga svar."),
            tr("Det finns en bilaga med svaren. Den lämnas bara om du och coachen bestämmer det."),
        ],
        "talk_title": tr("Prata med någon nu"),
        "talk": [
            tr("Säg till din coach, så pratar ni direkt."),
            tr("Bris: ring eller chatta, 116 111. Det är gratis."),
            tr("Vid fara: ring 112."),
        ],
    }
