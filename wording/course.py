"""The course of a case in words: where it stands, whose turn it is, what can be done next, and what has been done."""

from __future__ import annotations

from collections.abc import Iterable

from planning.access import Role
from planning.workflow.moves import Ending, Heard, MoveName
from planning.workflow.states import State
from wording.language import tr
from wording.phrases import or_list


def say_state(state: State) -> str:
    """«Skickad till skolan»."""
    return {
        State.RAISED: tr("Insats aktualiserad"),
        State.MAPPING: tr("Kartläggning"),
        State.DRAFT: tr("Utkast"),
        State.PRESENTED: tr("Presenterat för eleven"),
        State.WITH_GUARDIANS: tr("Vårdnadshavarna har fått del"),
        State.SENT: tr("Skickad till skolan"),
        State.PREPARED: tr("Under beredning"),
        State.RETURNED: tr("Återsänd för komplettering"),
        State.DECIDED: tr("Beslutad"),
        State.REFUSED: tr("Beslutad: inget åtgärdsprogram"),
        State.NOTIFIED: tr("Underrättad"),
        State.ACTIVE: tr("Aktiv"),
        State.EVALUATED: tr("Utvärderad"),
        State.REVISING: tr("Revideras"),
        State.APPEALED: tr("Överklagad"),
        State.CLOSED: tr("Avslutad"),
        State.ARCHIVED: tr("Arkiverad"),
    }[state]


def say_where(state: State) -> str:
    """What that means right now, in a sentence or two."""
    return {
        State.RAISED: tr("Någon har bett om en elevcoach. Eleven och familjen får veta vem det är."),
        State.MAPPING: tr("Ni går igenom frågorna i elevens takt."),
        State.DRAFT: tr("Det finns något att prata om. Allt går att ändra."),
        State.PRESENTED: tr("Eleven har sett planen och säger vad som blev rätt."),
        State.WITH_GUARDIANS: tr("Vårdnadshavarna har förslaget och kan säga sitt."),
        State.SENT: tr("Förslaget ligger hos skolan och ändras inte medan det är där."),
        State.PREPARED: tr("Skolan tittar på förslaget. Rektorn är den som beslutar."),
        State.RETURNED: tr("Rektorn ber om något mer. Ni gör färdigt, och det blir en ny version."),
        State.DECIDED: tr("Rektorn har beslutat. Alla det gäller ska få beslutet."),
        State.REFUSED: tr("Rektorn har beslutat att det inte blir något åtgärdsprogram. Beslutet går att överklaga."),
        State.NOTIFIED: tr("Alla har fått beslutet. Planen börjar på sin dag."),
        State.ACTIVE: tr("Planen gäller, steg för steg."),
        State.EVALUATED: tr("Planen är utvärderad. Nu väljer ni: fortsätta, ändra eller avsluta."),
        State.REVISING: tr("En ny version är på gång. Det gamla beslutet gäller tills det finns ett nytt."),
        State.APPEALED: tr("Någon har överklagat. Planen fortsätter under tiden."),
        State.CLOSED: tr("Insatsen är avslutad."),
        State.ARCHIVED: tr("Ärendet är undanlagt."),
    }[state]


def say_move(name: MoveName) -> str:
    """What one presses to do it: «Skickat till skolan»."""
    return {
        MoveName.RAISE: tr("Aktualisera insatsen"),
        MoveName.ASSIGN: tr("Någon ny är utsedd"),
        MoveName.BEGIN_MAPPING: tr("Börja kartläggningen"),
        MoveName.BEGIN_DRAFT: tr("Börja med ett utkast"),
        MoveName.PRESENT: tr("Planen är visad för eleven"),
        MoveName.GO_BACK: tr("Tillbaka till utkastet"),
        MoveName.INFORM_GUARDIANS: tr("Vårdnadshavarna har fått förslaget"),
        MoveName.SUBMIT: tr("Förslaget är skickat till skolan"),
        MoveName.WITHDRAW: tr("Ta tillbaka förslaget"),
        MoveName.RECEIVE: tr("Skolan har tagit emot det"),
        MoveName.RETURN: tr("Återsänd för komplettering"),
        MoveName.DECIDE: tr("Besluta enligt förslaget"),
        MoveName.DECIDE_WITH_CHANGES: tr("Besluta med ändringar"),
        MoveName.REFUSE: tr("Besluta att det inte blir något åtgärdsprogram"),
        MoveName.REGISTER_RETURN: tr("Skriv in att det är återsänt"),
        MoveName.REGISTER_DECISION: tr("Skriv in beslutet"),
        MoveName.REGISTER_REFUSAL: tr("Skriv in beslutet"),
        MoveName.NOTE_DECISION: tr("Skriv in beslutet"),
        MoveName.CATCH_UP: tr("Följ ärendet från beslutet"),
        MoveName.NOTIFY: tr("Alla har fått beslutet"),
        MoveName.ACTIVATE: tr("Planen börjar"),
        MoveName.STEP_UP: tr("Ett steg upp"),
        MoveName.HOLD: tr("Stanna på steget"),
        MoveName.STEP_BACK: tr("Ett steg tillbaka"),
        MoveName.FOLLOW_UP: tr("Skriv in en uppföljning"),
        MoveName.EVALUATE: tr("Planen är utvärderad"),
        MoveName.KEEP: tr("Fortsätt som det är"),
        MoveName.REVISE: tr("Börja på en ny version"),
        MoveName.RESUME: tr("Släpp den nya versionen"),
        MoveName.APPEAL: tr("Någon har överklagat"),
        MoveName.UPHOLD: tr("Beslutet står fast"),
        MoveName.ANNUL: tr("Beslutet är upphävt"),
        MoveName.REMIT: tr("Ärendet är återförvisat till skolan"),
        MoveName.CLOSE: tr("Avsluta insatsen"),
        MoveName.ARCHIVE: tr("Lägg undan ärendet"),
    }[name]


def say_made(name: MoveName) -> str:
    """The same once it is done, as a line of the history: «Skickat till skolan»."""
    return {
        MoveName.RAISE: tr("Insatsen aktualiserades"),
        MoveName.ASSIGN: tr("Någon ny utsågs"),
        MoveName.BEGIN_MAPPING: tr("Kartläggningen började"),
        MoveName.BEGIN_DRAFT: tr("Arbetet med ett utkast började"),
        MoveName.PRESENT: tr("Planen visades för eleven"),
        MoveName.GO_BACK: tr("Tillbaka till utkastet"),
        MoveName.INFORM_GUARDIANS: tr("Vårdnadshavarna fick förslaget"),
        MoveName.SUBMIT: tr("Förslaget skickades till skolan"),
        MoveName.WITHDRAW: tr("Förslaget togs tillbaka"),
        MoveName.RECEIVE: tr("Skolan tog emot förslaget"),
        MoveName.RETURN: tr("Rektorn återsände förslaget"),
        MoveName.DECIDE: tr("Rektorn beslutade enligt förslaget"),
        MoveName.DECIDE_WITH_CHANGES: tr("Rektorn beslutade med ändringar"),
        MoveName.REFUSE: tr("Rektorn beslutade att det inte blir något åtgärdsprogram"),
        MoveName.REGISTER_RETURN: tr("Att det är återsänt skrevs in"),
        MoveName.REGISTER_DECISION: tr("Rektorns beslut skrevs in"),
        MoveName.REGISTER_REFUSAL: tr("Rektorns beslut skrevs in"),
        MoveName.NOTE_DECISION: tr("Rektorns beslut skrevs in"),
        MoveName.CATCH_UP: tr("Ärendet följs från beslutet"),
        MoveName.NOTIFY: tr("Alla fick beslutet"),
        MoveName.ACTIVATE: tr("Planen började"),
        MoveName.STEP_UP: tr("Ett steg upp"),
        MoveName.HOLD: tr("Stannade på steget"),
        MoveName.STEP_BACK: tr("Ett steg tillbaka"),
        MoveName.FOLLOW_UP: tr("Uppföljning"),
        MoveName.EVALUATE: tr("Utvärdering"),
        MoveName.KEEP: tr("Planen fortsatte som den var"),
        MoveName.REVISE: tr("Arbetet med en ny version började"),
        MoveName.RESUME: tr("Den nya versionen släpptes"),
        MoveName.APPEAL: tr("Beslutet överklagades"),
        MoveName.UPHOLD: tr("Beslutet stod fast"),
        MoveName.ANNUL: tr("Beslutet upphävdes"),
        MoveName.REMIT: tr("Ärendet återförvisades till skolan"),
        MoveName.CLOSE: tr("Insatsen avslutades"),
        MoveName.ARCHIVE: tr("Ärendet lades undan"),
    }[name]


def say_person(role: Role) -> str:
    """Somebody by role, inside a sentence: «rektorn»."""
    return {
        Role.STUDENT: tr("eleven"),
        Role.GUARDIAN: tr("vårdnadshavarna"),
        Role.COACH: tr("coachen"),
        Role.COORDINATOR: tr("samordnaren"),
        Role.MENTOR: tr("mentorn"),
        Role.PRINCIPAL: tr("rektorn"),
        Role.DATA_PROTECTION_OFFICER: tr("dataskyddsombudet"),
        Role.ADMINISTRATOR: tr("administratören"),
        Role.SYSTEM: tr("programmet"),
    }[role]


def say_turn(roles: Iterable[Role]) -> str:
    """«Nu är det rektorns tur.», said so that it goes for several: «Näst på tur: rektorn eller mentorn.»"""
    named = [say_person(role) for role in dict.fromkeys(roles)]
    return tr("Näst på tur: {who}.", who=or_list(named)) if named else ""


def say_heard(who: Heard) -> str:
    """Who has been heard, as a box to tick."""
    return {
        Heard.STUDENT: tr("Eleven har sagt sitt"),
        Heard.GUARDIANS: tr("Vårdnadshavarna har sagt sitt"),
        Heard.PRINCIPAL: tr("Rektorn har fått veta"),
    }[who]


def say_ending(ending: Ending) -> str:
    """Why it ends, to choose among."""
    return {
        Ending.WHOLE_TIMETABLE: tr("Eleven har hela schemat"),
        Ending.REPLACED: tr("Annat stöd tar vid"),
        Ending.MOVED: tr("Eleven har bytt skola"),
        Ending.SCHOOL_IS_OVER: tr("Skolplikten är slut"),
        Ending.ENDED: tr("Rektorn avslutar av ett annat skäl"),
        Ending.NEVER_BEGUN: tr("Det blev inget beslut"),
    }[ending]
