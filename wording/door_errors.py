"""What is wrong at the door: passphrases, keys, log-in, users, and settings of the server. Each text is one line."""

from __future__ import annotations

from collections.abc import Mapping

from wording.case_errors import written
from wording.language import tr


def door_text(code: str, data: Mapping[str, object]) -> str:
    """The text of that code, empty when it is none of these."""
    everything = {**_passphrase_texts(data), **_session_texts(data), **_people_texts(data), **_setting_texts(data)}
    return everything.get(code, "")


def _passphrase_texts(data: Mapping[str, object]) -> dict[str, str]:
    is_recovery = written(data, "way") == "recovery"
    return {
        "wrong_secret": tr("Återställningsnyckeln stämmer inte.") if is_recovery else tr("Lösenfrasen stämmer inte."),
        "wait_to_try": tr("Vänta {seconds} sekunder och pröva igen.", seconds=written(data, "seconds")),
        "passphrases_differ": tr("De två fälten är olika. Skriv samma lösenfras i båda."),
        "passphrase_short": tr(
            "Lösenfrasen behöver minst {least} tecken. Lägg till ett ord.", least=written(data, "least")
        ),
        "passphrase_long": tr("Lösenfrasen kan ha högst {most} tecken.", most=written(data, "most")),
        "passphrase_simple": tr("Lösenfrasen behöver fler olika tecken. Lägg till ett ord."),
        "recovery_key_mistyped": tr(
            "Nyckeln har {groups} grupper med {signs} tecken, och något tecken stämmer inte. Jämför med pappret.",
            groups=written(data, "groups"), signs=written(data, "signs"),
        ),
        "key_file_missing": tr("Nyckelfilen finns inte. Kontrollera STEGVIS_KEY_FILE."),
        "key_file_open": tr("Nyckelfilen kan läsas av andra på datorn. Ge bara ägaren läsrätt (chmod 600)."),
        "key_file_unusable": tr("Nyckelfilen ska ha en enda rad med minst 32 tecken."),
        "keys_are_made": tr("Nycklarna finns redan. Öppna med lösenfrasen."),
        "not_set_up": tr("Ingen lösenfras är vald än. Starta Stegvis, eller kör «cli.py keys new»."),
        "no_passphrase_here": tr("Här öppnas ärendena inte med lösenfras."),
    }  # fmt: skip


def _session_texts(data: Mapping[str, object]) -> dict[str, str]:
    return {
        "locked": tr("Stegvis är låst. Ladda om sidan och öppna igen."),
        "log_in_first": tr("Du är inte inloggad längre. Ladda om sidan och logga in."),
        "nobody_known": tr(
            "Vi vet vem du är, men du har ingen plats i Stegvis än. Be den som är administratör att lägga till dig."
        ),
        "log_in_not_proved": tr("Inloggningen kunde inte bekräftas. Börja om från inloggningssidan."),
        "log_in_took_long": tr("Inloggningen tog för lång tid, eller hör till en annan flik. Börja om."),
        "provider_unreachable": tr(
            "Inloggningstjänsten svarar inte just nu. Den som redan är inloggad kan fortsätta; "
            "pröva annars igen om en stund."
        ),
        "prove_again": tr(
            "Ett beslut kräver att du har visat vem du är de senaste {minutes} minuterna. Logga in igen och gör om.",
            minutes=written(data, "minutes"),
        ),
        "not_yours_to_do": tr("Det här får någon annan göra i ärendet. Fråga samordnaren om det borde vara du."),
    }


def _people_texts(data: Mapping[str, object]) -> dict[str, str]:
    return {
        "user_is_there": tr("Den personen finns redan."),
        "no_such_user": tr("Ingen användare har det id:t. «users list» visar alla."),
        "role_not_given": tr("Den rollen kan ingen människa ha."),
        "unit_unknown": tr("Skolenheten finns inte. «users units» visar alla."),
        "role_not_held": tr("Personen har inte den rollen, eller kan inte utses i ett ärende med den."),
        "not_named": tr("Personen är inte utsedd i ärendet."),
        "text_unusable": tr("Skriv något här, högst {most} tecken.", most=written(data, "most")),
        "users_of_a_service": tr("Användare finns bara där flera arbetar tillsammans, i en kommuns databas."),
    }


def _setting_texts(data: Mapping[str, object]) -> dict[str, str]:
    return {
        "setting_unusable": tr("Inställningen ska vara ett heltal från 1 till {most}.", most=written(data, "most")),
        "setting_missing": tr("Inställningen saknas, eller filen som den pekar på går inte att läsa."),
        "setting_not_pinned": tr(
            "Inställningen är ändrad utifrån, och då startar Stegvis inte. "
            "Ta bort den ur Streamlits egna filer och variabler."
        ),
        "address_unusable": tr(
            "Adressen ska börja med https:// och bara ha ett värdnamn, till exempel https://stegvis.example."
        ),
    }
