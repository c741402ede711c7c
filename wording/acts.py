"""What has been done with a case, as the log tells it to the one it is about."""

from __future__ import annotations

from planning.access import Action
from wording.language import tr


def say_act(action: str) -> str:
    """«Läste svaren». An act that the words have not been found for yet is told by its code."""
    known = {**_read(), **_written(), **_moved(), **_kept()}
    return known.get(action, action)


def say_outcome(outcome: str) -> str:
    """Empty where it was done; said where it was refused."""
    return tr("nekades") if outcome == "denied" else ""


def _read() -> dict[str, str]:
    return {
        Action.SEE_LIST: tr("Såg listan över ärenden"),
        Action.SEE_CASE: tr("Öppnade ärendet"),
        Action.SEE_ANSWERS: tr("Läste svaren"),
        Action.SEE_NOTES: tr("Läste anteckningarna"),
        Action.SEE_PLAN: tr("Såg planen"),
        Action.SEE_DOCUMENTS: tr("Såg papperen"),
        Action.SEE_DECISION: tr("Läste beslutet"),
        Action.SEE_LOG: tr("Läste loggen"),
        Action.READ_AUDIT: tr("Läste hela loggen"),
        Action.BREAK_THE_GLASS: tr("Öppnade ärendet i nödläge"),
    }


def _written() -> dict[str, str]:
    return {
        Action.ANSWER: tr("Sparade svar"),
        Action.ANSWER_AS_GUARDIAN: tr("Sparade vårdnadshavares svar"),
        Action.SHARE: tr("Ändrade vad som delas"),
        Action.MARK_SUMMARY: tr("Sparade vad eleven sade om sammanfattningen"),
        Action.HANDLE_ALERT: tr("Skrev att något är omhändertaget"),
        Action.WRITE_NOTE: tr("Skrev en anteckning"),
        Action.WRITE_FACTS: tr("Skrev uppgifter"),
        Action.TAKE_IN_TIMETABLE: tr("Läste in ett schema"),
        Action.MAKE_PLAN: tr("Gjorde en plan"),
        Action.CHANGE_PLAN: tr("Ändrade planen"),
        Action.COMMENT: tr("Skrev en kommentar"),
        Action.MAKE_DOCUMENTS: tr("Gjorde papper"),
        Action.CORRECT: tr("Rättade en uppgift"),
    }


def _moved() -> dict[str, str]:
    return {
        Action.OPEN_CASE: tr("Började ärendet"),
        Action.ASSIGN: tr("Ändrade vem som arbetar med ärendet"),
        Action.PRESENT: tr("Skrev att eleven har sett planen"),
        Action.INFORM_GUARDIANS: tr("Skrev att vårdnadshavarna har fått förslaget"),
        Action.SUBMIT: tr("Skickade förslaget till skolan"),
        Action.RECEIVE: tr("Tog emot förslaget på skolan"),
        Action.RETURN: tr("Skickade tillbaka förslaget"),
        Action.DECIDE: tr("Beslutade"),
        Action.REGISTER_DECISION: tr("Skrev in ett beslut"),
        Action.NOTIFY: tr("Skrev att beslutet har kommit fram"),
        Action.ACTIVATE: tr("Började planen"),
        Action.STEP: tr("Tog ett steg i planen"),
        Action.FOLLOW_UP: tr("Följde upp planen"),
        Action.REVISE: tr("Började göra om planen"),
        Action.APPEAL: tr("Skrev in ett överklagande"),
        Action.CLOSE: tr("Avslutade ärendet"),
        Action.ARCHIVE: tr("Lade undan ärendet"),
    }


def _kept() -> dict[str, str]:
    return {
        Action.EXPORT_DATA: tr("Gjorde ett utdrag av uppgifterna"),
        Action.ERASE: tr("Tittade på eller gjorde en radering"),
        Action.SET_PROTECTION: tr("Ändrade skyddet av uppgifterna"),
        Action.MANAGE_USERS: tr("Ändrade användare"),
        Action.KEEP_KEYS: tr("Tog hand om nycklar och kopior"),
        Action.SEE_SETTINGS: tr("Tittade på inställningarna"),
        Action.KEEP_SETTINGS: tr("Ändrade inställningarna"),
        "log_in": tr("Loggade in"),
        "log_out": tr("Loggade ut"),
        "erasure_asked": tr("Begärde radering"),
        "erasure_withdrawn": tr("Tog tillbaka begäran om radering"),
        "erasure_confirmed": tr("Bekräftade radering"),
    }
