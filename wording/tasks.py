"""What the coach has to do or to ask, said to the coach: calm, one thing at a time, with the law where it decides.

The statutes: skollagen, föräldrabalken 6 kap. 11 and 13 §§ (the guardians decide together) and förvaltningslagen 13 §
(interpreters). What was answered is never told again here.
"""

from __future__ import annotations

from typing import NamedTuple

from questionnaire.vocabulary import Task
from wording.language import tr


class TaskText(NamedTuple):
    """What to do in one sentence, and how in one line."""

    title: str
    todo: str


def say_task(task: Task) -> TaskText:
    """The task in words."""
    everything = {**_talks(), **_arrangements(), **_meeting_about_the_plan(), **_with_guardians(), **_health_and_law()}
    return everything[task]


def _talks() -> dict[Task, TaskText]:
    return {
        Task.ASK_ABOUT_PLACE: TaskText(
            tr("Fråga eleven om platserna, i lugn och ro."),
            tr("Fråga öppet om något har hänt där. Lyssna, och skriv inga namn."),
        ),
        Task.ASK_ABOUT_ADULT: TaskText(
            tr("Prata med eleven i enrum om de vuxna i skolan."),
            tr("Fråga vad som skulle göra det lättare. Den vuxna som det gäller ser inget av det som står här."),
        ),
        Task.OFFER_PRIVATE_TALK: TaskText(
            tr("Erbjud eleven de frågor som besvaras i enrum."),
            tr("Eleven håller själv i skärmen och får hoppa över allt."),
        ),
        Task.TALK_ABOUT_PRESSURE: TaskText(
            tr("Prata med eleven i enrum om hur planen känns, och fråga igen."),
            tr("Välj en lugn stund. Planen går alltid att ändra."),
        ),
        Task.NAME_HELP_NOT_WANTED: TaskText(
            tr("Ta reda på vilken hjälp som inte ska användas igen."),
            tr("Fråga lugnt hur det blev. Ta bort den hjälpen ur planen."),
        ),
    }


def _arrangements() -> dict[Task, TaskText]:
    return {
        Task.FIND_FRIEND_GROUP: TaskText(
            tr("Ta reda på var eleven och kompisen kan träffas."),
            tr("Fråga skolan vilka grupper de har tillsammans, och kryssa dem i frågan."),
        ),
        Task.SETTLE_FRIEND_BACKUP: TaskText(
            tr("Bestäm vilken vuxen som möter om kompisen inte kan."),
            tr("Personalen frågar kompisen, aldrig eleven ensam. Berätta för eleven vem den vuxna är."),
        ),
        Task.CODE_OTHER_STUDENT: TaskText(
            tr("Kom överens med skolan om en kod för den det gäller."),
            tr("Skriv K1 i stället för namnet. Se över lektioner, korridor, raster och buss, och vad skolan gör där."),
        ),
        Task.NAME_WAY_HOME: TaskText(
            tr("Skriv hur eleven kommer hem från varje besök."),
            tr("Skriv också hur eleven kommer hem direkt, om det behövs. Det ska stå på elevens sida."),
        ),
        Task.APPLY_FOR_TAXI: TaskText(
            tr("Hjälp familjen att ansöka om skolskjuts."),
            tr("Kommunen prövar ansökan (skollagen 10 kap. 32 §). Bestäm hur resan går till så länge."),
        ),
        Task.WRITE_TWO_HOMES: TaskText(
            tr("Skriv upp vilka veckor som hör till vilket hem."),
            tr("Resor och morgnar ska höra till rätt hem. Det är bara du som coach som ser det."),
        ),
        Task.BOOK_EVENING: TaskText(
            tr("Kom överens med eleven om en kontakt på kvällen."),
            tr("Bestäm dag, tid och sätt. Kontakten räknas som ett planerat tillfälle."),
        ),
    }


def _meeting_about_the_plan() -> dict[Task, TaskText]:
    return {
        Task.INVITE_TO_MEETING: TaskText(
            tr("Bjud in eleven till mötet om planen."),
            tr("Ge en dagordning i bilder i förväg. Eleven ska kunna vara med (skollagen 3 kap. 9 §)."),
        ),
        Task.BRING_STUDENTS_WORDS: TaskText(
            tr("Ta med elevens egna ord till mötet."),
            tr("Skriv dem tillsammans, och visa planen för eleven före rektorn (elevens syn: skollagen 1 kap. 10 §)."),
        ),
        Task.EXPLAIN_NO_TEXTS: TaskText(
            tr("Förklara för eleven att ni inte har kontakt med sms."),
            tr("Vårdnadshavarna bestämmer om det (föräldrabalken 6 kap. 11 §). Kom överens om ett annat sätt."),
        ),
    }


def _with_guardians() -> dict[Task, TaskText]:
    return {
        Task.MEET_EACH_GUARDIAN: TaskText(
            tr("Träffa vårdnadshavarna var för sig."),
            tr(
                "De bestämmer tillsammans (föräldrabalken 6 kap. 11 och 13 §§) och båda ska kunna vara med (skollagen "
                "3 kap. 9 §). Planen går till rektorn först när de är överens, och ingen säger ja åt någon annan."
            ),
        ),
        Task.HEAR_GUARDIAN_ON_STEP: TaskText(
            tr("Fråga vårdnadshavarna hur de hellre vill att det första steget ser ut."),
            tr("Skriv det som deras synpunkt. Elevens eget svar gäller."),
        ),
        Task.SUPPORT_FOR_GUARDIANS: TaskText(
            tr("Fråga vårdnadshavarna vilket stöd de själva vill ha."),
            tr("Utgå från det de har kryssat, och lämna vidare bara om de vill."),
        ),
        Task.AGREE_WITHOUT_HOME_VISITS: TaskText(
            tr("Bestäm var ni träffas när coachen inte kommer hem."),
            tr("Välj en plats som eleven har sagt är okej."),
        ),
        Task.BOOK_INTERPRETER: TaskText(
            tr("Boka tolk till mötena."),
            tr("En myndighet ska använda tolk när det behövs (förvaltningslagen 13 §). Låt inte ett barn tolka."),
        ),
        Task.TRANSLATE_PLAN: TaskText(
            tr("Ordna planen på familjens språk."),
            tr("Elevens sida finns på svenska och engelska. Be skolan om översättning till andra språk."),
        ),
    }


def _health_and_law() -> dict[Task, TaskText]:
    return {
        Task.HEALTH_MATTER: TaskText(
            tr("Be vårdnadshavarna prata direkt med skolsköterskan."),
            tr("Skriv inget om hälsa här. Skolsköterskan säger vad de vuxna i skolan behöver göra."),
        ),
        Task.ASK_WHO_SENT_HOME: TaskText(
            tr("Ta reda på vem i skolan som har bett eleven att vara hemma, och hur länge."),
            tr(
                "Det är ingen laglig form av frånvaro: eleven har skolplikt och rätt till sin utbildning (skollagen "
                "7 kap. 17 §). Rektorn ska utreda frånvaron och anmäla det till huvudmannen (skollagen 7 kap. 19 a §)."
            ),
        ),
    }
