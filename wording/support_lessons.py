"""Support in the lessons, in words: tasks and tests, the room and the senses."""

from __future__ import annotations

from planning.needs import SupportKind
from wording.language import tr
from wording.phrases import Said


def in_the_lesson() -> dict[SupportKind, Said]:
    """The sentences of the lessons."""
    return {**_aids(), **_before_others(), **_how_much(), **_room_and_senses()}


def _same(sentence: str, neutral: str) -> Said:
    """One that is short enough to be easy as it is."""
    return Said(sentence, sentence, neutral)


def _aids() -> dict[SupportKind, Said]:
    read = tr("Texter finns upplästa")
    aids = tr("Hjälpmedel används i undervisningen")
    return {
        SupportKind.READ_ALOUD: Said(read, read, read),
        SupportKind.COMPUTER: _same(tr("Skriva på dator"), aids),
        SupportKind.COUNTING_AIDS: _same(tr("Hjälpmedel för att räkna"), aids),
        SupportKind.WRITE_INSTEAD: Said(
            tr("Svara skriftligt eller med kort i stället för att prata"),
            tr("Svara skriftligt"),
            tr("Eleven kan svara skriftligt"),
        ),
        SupportKind.LESSON_FROM_HOME: Said(
            tr("Följa en lektion hemifrån, om rektorn beslutar det"),
            tr("Kanske en lektion hemifrån"),
            tr("Rektorn prövar om en lektion kan följas på annat sätt"),
        ),
    }


def _before_others() -> dict[SupportKind, Said]:
    another_way = tr("Redovisningar sker på annat sätt än inför klassen")
    return {
        SupportKind.NO_SPEAKING_ALOUD: Said(
            tr("Slippa läsa högt och prata inför andra"), tr("Slippa prata inför andra"), another_way
        ),
        SupportKind.NO_PRESENTATIONS: _same(tr("Slippa redovisa inför klassen"), another_way),
        SupportKind.NO_QUESTIONS_IN_CLASS: _same(tr("Inga frågor inför klassen"), tr("Läraren ställer frågor enskilt")),
        SupportKind.OWN_TASK: _same(tr("En egen uppgift i stället för grupparbete"), tr("Uppgifterna är anpassade")),
        SupportKind.TEST_APART: _same(tr("Prov i ett eget rum"), tr("Prov görs i anpassad form")),
        SupportKind.SMALL_GROUP: _same(tr("Lektion själv eller med få elever"), tr("Undervisning i liten grupp")),
        SupportKind.SPORT_WITHOUT_CHANGING: _same(tr("Idrott utan att byta om"), tr("Idrotten är anpassad")),
    }


def _how_much() -> dict[SupportKind, Said]:
    return {
        SupportKind.HOMEWORK_AGREED: _same(
            tr("Bara de läxor som ni har kommit överens om"), tr("Läxorna är överenskomna")
        ),
        SupportKind.MINIMUM_TASKS: Said(
            tr("Allt måste inte tas igen, varje ämne har en kort lista på det viktigaste"),
            tr("Allt måste inte tas igen"),
            tr("Lärarna väljer det viktigaste i varje ämne"),
        ),
        SupportKind.CATCH_UP: Said(
            tr("Det är bestämt hur det viktigaste tas igen i ämnen som väntar"),
            tr("Det är bestämt vad som tas igen"),
            tr("Varje ämne som väntar har en bestämd form för det som tas igen"),
        ),
        SupportKind.PLANNING_HELP: _same(tr("Hjälp att planera skolarbetet"), tr("Skolarbetet planeras tillsammans")),
    }


def _room_and_senses() -> dict[SupportKind, Said]:
    seat, rooms = tr("Platsen i rummet är bestämd"), tr("Lokalerna är anpassade")
    return {
        SupportKind.HEADPHONES: _same(tr("Hörlurar när det är högt ljud"), tr("Ljudmiljön är anpassad")),
        SupportKind.LIGHT: _same(tr("En plats med lagom ljus"), tr("Ljusmiljön är anpassad")),
        SupportKind.SMELL: _same(tr("Slippa platser med starka lukter"), rooms),
        SupportKind.BASE_ROOM: _same(tr("Samma rum så långt det går"), rooms),
        SupportKind.SEAT_AT_EDGE: _same(tr("En plats i kanten av rummet"), seat),
        SupportKind.OWN_SEAT: _same(tr("En egen plats i rummet"), seat),
        SupportKind.MOVEMENT_BREAKS: _same(tr("Korta pauser för att röra på sig"), tr("Lektionerna har korta pauser")),
    }
