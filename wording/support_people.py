"""Support with other people, in words: the class, those one meets or does not meet, the coach and the meeting."""

from __future__ import annotations

from planning.needs import SupportKind
from wording.language import tr
from wording.phrases import Said


def with_others() -> dict[SupportKind, Said]:
    """The sentences of the class, of the coach and of the meeting about the plan."""
    return {**_students(), **_coach(), **_meeting()}


def _students() -> dict[SupportKind, Said]:
    settled = tr("Vad som sägs i klassen är bestämt i förväg")
    nothing, quiet = tr("Lärarna säger inget om frånvaron"), tr("Klassen får inte veta något i förväg")
    asked = tr("En vuxen i skolan frågar kompisen")
    return {
        SupportKind.ANSWER_CARD: Said(
            tr("Ett kort med färdiga svar, om någon i klassen frågar"), tr("Ett kort med färdiga svar"), settled
        ),
        SupportKind.NO_WORD_OF_ABSENCE: Said(nothing, nothing, settled),
        SupportKind.AGREED_SENTENCE: Said(
            tr("Klassen får höra en mening som ni har bestämt, av en person som ni har bestämt"),
            tr("Klassen får höra en mening som ni har bestämt"),
            settled,
        ),
        SupportKind.NO_ANNOUNCEMENT: Said(quiet, quiet, settled),
        SupportKind.KEPT_APART: Said(
            tr("Skolan ser till att ni inte möts på lektioner, i korridoren, på raster och på bussen"),
            tr("Skolan ser till att ni inte möts"),
            tr("Vägarna genom skolan är anpassade"),  # as for any place that is passed: nobody can read more out of it
        ),
        SupportKind.FRIEND_ASKED_BY_STAFF: Said(
            asked, asked, tr("Personalen hjälper till med kontakten i gruppen")
        ),
    }


def _coach() -> dict[SupportKind, Said]:
    agreed = tr("Coachen har kontakt på överenskommet sätt")
    close = tr("Coachen är så nära som det är sagt")
    evening = tr("Coachen hör av sig på kvällen")
    return {
        SupportKind.COACH_CLOSENESS: Said(close, close, tr("Coachen är med i skolan")),
        SupportKind.TEXT_MESSAGES: Said(
            tr("Coachen skickar sms på bestämda tider"), tr("Coachen skickar sms"), agreed
        ),
        SupportKind.CONTACT_OTHER_WAY: Said(
            tr("Coachen hör av sig på annat sätt än sms"), tr("Coachen skickar inga sms"), agreed
        ),
        SupportKind.FIRST_MEETING: Said(
            tr("Det första mötet är något roligt eller lugnt"), tr("Först något roligt eller lugnt"), agreed
        ),
        SupportKind.EVENING_CONTACT: Said(evening, evening, agreed),
    }


def _meeting() -> dict[SupportKind, Said]:
    return {
        SupportKind.MEETING_INVITED: Said(
            tr("Vara med på mötet om planen, med en dagordning i bilder"),
            tr("Vara med på mötet om planen"),
            tr("Eleven bjuds in till mötet om planen"),
        ),
        SupportKind.MEETING_CARRIED: Said(
            tr("Coachen tar med dina egna ord till mötet, och du ser planen före rektorn"),
            tr("Coachen tar med dina egna ord till mötet"),
            tr("Coachen för fram elevens egna ord på mötet"),
        ),
    }
