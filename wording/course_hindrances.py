"""What a move of a case waits for, said so that one knows what to do: never as a fault, and with whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping

from planning.workflow.course_facts import Guard, Hindrance
from planning.workflow.moves import Heard
from wording.clock import written_date
from wording.course import say_heard, say_turn
from wording.language import tr
from wording.law import say_law, say_law_rule
from wording.missing_fields import within_sentence
from wording.phrases import and_list


def say_waits(hindrance: Hindrance) -> str:
    """One or two sentences: what is to be in place, and where it is known, more exactly."""
    if hindrance.verdict is not None:
        return say_law(hindrance.verdict)
    if hindrance.guard is Guard.FIELDS_FILLED:
        fields = list(dict.fromkeys(within_sentence(field) for field in hindrance.what))
        return tr("Fyll i det som saknas till skolan: {fields}.", fields=and_list(fields))
    if hindrance.guard is Guard.HEARD:
        return tr("Kryssa när det är gjort: {who}.", who=and_list([say_heard(Heard(one)) for one in hindrance.what]))
    day = hindrance.day
    dated = _dated(written_date(day)).get(hindrance.guard, "") if day else ""
    return dated or say_guard(hindrance.guard)


def say_guard(guard: Guard) -> str:
    """What a guard asks for, where nothing more is known: as an error tells it, which knows only its code."""
    return _plain().get(guard) or tr("{rule} behöver vara på plats.", rule=say_law_rule(guard.value))


def say_whose(hindrance: Hindrance) -> str:
    """«Näst på tur: rektorn.»"""
    return say_turn(hindrance.whose)


def _dated(day: str) -> Mapping[Guard, str]:
    return {
        Guard.FROM_ITS_DAY: tr("Beslutet gäller från {day}. Då kan planen börja.", day=day),
        Guard.WITHIN_PERIOD: tr("Beslutet gällde till {day}. För längre tid behövs ett nytt.", day=day),
        Guard.APPEAL_IN_TIME: tr("Sista dagen att överklaga var {day}. Skolan prövar om det kom i tid.", day=day),
        Guard.APPEAL_TIME_OVER: tr("Det går att överklaga till {day}. Vänta till dagen efter.", day=day),
    }


def _plain() -> Mapping[Guard, str]:
    return {**_of_the_work(), **_of_the_decision(), **_of_the_life()}


def _of_the_work() -> Mapping[Guard, str]:
    return {
        Guard.COACH_NAMED: tr("En coach behöver vara utsedd."),
        Guard.INFORMED: tr("Skriv vilken dag eleven och vårdnadshavarna fick veta om insatsen."),
        Guard.CONSENT: tr("Skriv vilken dag ni fick samtycke till att prata med skolan."),
        Guard.SHARING_CHOSEN: tr("Fråga eleven vad lärarna får veta (frågan «Vad får lärarna veta?»)."),
        Guard.D4R: tr("Det finns något att ta hand om först. Läs det själv under «Ta hand om»."),
        Guard.D5R: tr("Det finns något att ta hand om först. Läs det själv under «Ta hand om»."),
        Guard.PLAN_HOLDS: tr("Gör planen, eller gör om den så att den följer svaren."),
        Guard.NEW_VERSION: tr("Ge förslaget nästa versionsnummer, för det förra är redan lämnat."),
        Guard.GUARDIANS_OFFERED: tr("Skriv när och hur var och en av dem fick förslaget, och till när de kan svara."),
        Guard.FIELDS_FILLED: tr("Fyll i det som saknas till skolan."),
        Guard.STUDENT_SAID_YES: tr("Fråga eleven om planen och första steget känns rätt."),
        Guard.MAY_BE_SENT: tr("En regel behöver vara uppfylld innan förslaget lämnas."),
        Guard.DOCUMENT_MADE: tr("Gör det färdiga förslaget under «Dokument», så att det nyaste skickas."),
    }


def _of_the_decision() -> Mapping[Guard, str]:
    return {
        Guard.SENT_IS_FIXED: tr("Det behöver vara känt vilket förslag som skickades."),
        Guard.SAME_DOCUMENT: tr("Läs det förslag som skickades sist, och besluta om det."),
        Guard.POINTS_GIVEN: tr("Skriv vad som behöver kompletteras, punkt för punkt."),
        Guard.PRINCIPAL_OF_THE_SCHOOL: tr("Det är rektorn på elevens skola som beslutar."),
        Guard.RETURNED_BY_PRINCIPAL: tr("Det är rektorn på elevens skola som återsänder."),
        Guard.NOT_THE_SUBMITTER: tr("Den som skickade förslaget kan inte besluta om det. Låt en annan göra det."),
        Guard.NOT_THE_COACH: tr("Namnet på beslutet är coachens. Skriv rektorns namn, den som har beslutat."),
        Guard.LETS_LIVE: tr("Det behövs ett beslut som säger ja till planen."),
        Guard.MAY_BEGIN: tr("En regel behöver vara uppfylld innan planen börjar."),
        Guard.HAS_DECISION: tr("Det behövs ett beslut först."),
        Guard.P9: tr("Skriv vilken dag beslutet togs emot. Då räknas tiden att överklaga."),
        Guard.STUDENT_COPY: tr("Eleven har fyllt 16 år och ska få ett eget exemplar. Skriv vilken dag."),
    }


def _of_the_life() -> Mapping[Guard, str]:
    return {
        Guard.FROM_ITS_DAY: tr("Planen börjar på beslutets första dag."),
        Guard.IN_FORCE: tr("Det behövs ett beslut som gäller, och att planen det gäller finns här."),
        Guard.BEGUN: tr("Planen behöver ha börjat."),
        Guard.WITHIN_PERIOD: tr("Beslutets tid är slut. För längre tid behövs ett nytt."),
        Guard.NEXT_STEP: tr("Det här är planens sista steg. Utvärdera den, eller börja på en ny version."),
        Guard.EARLIER_STEP: tr("Det här är planens första steg. Behövs det mindre, börja på en ny version."),
        Guard.ABOVE_FLOOR: tr("Steget är mindre än beslutet tillåter. Börja på en ny version."),
        Guard.HEARD: tr("Låt eleven och vårdnadshavarna säga sitt, och berätta för rektorn."),
        Guard.WHY: tr("Skriv varför det behövs en ny version."),
        Guard.DAY_GIVEN: tr("Skriv vilken dag det kom in."),
        Guard.APPEAL_IN_TIME: tr("Skolan prövar om överklagandet kom i tid."),
        Guard.ENDED_BY_PRINCIPAL: tr("Det är rektorn som avslutar. Skriv vem, med namn och titel."),
        Guard.ENDING_SAID: tr("Välj varför insatsen avslutas, och skriv det i ord när inget passar."),
        Guard.ATTENDANCE_CLOSED: tr("Skriv vilken dag närvarosystemet fick veta att planen är slut."),
        Guard.APPEAL_TIME_OVER: tr("Vänta tills tiden att överklaga är slut. Skriv vilken dag beslutet togs emot."),
    }
