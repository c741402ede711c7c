"""The log in words: who by role, what there is to ask about, and the extract for a student or a guardian."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple, assert_never

from planning.access import Role
from wording.clock import written_date, written_time
from wording.language import tr, trn


class ExtractWords(NamedTuple):
    """What an extract of the log says of itself."""

    title: str
    lead: str
    about: tuple[str, ...]
    heading: str
    head: tuple[str, ...]


def say_moment(local: dt.datetime) -> str:
    """«den 30 november 2026 14.05»; the moment as it was at school."""
    return f"{written_date(local.date())} {written_time(local.hour * 60 + local.minute)}"


def say_role(actor: str, roles: Collection[Role] | None) -> str:
    """Who did it, by what they are to the student; «någon i personalen» where that is not known any more."""
    known = {"alone": tr("coachen"), "system": tr("programmet")}.get(actor)
    if known:
        return known
    first = next((role for role in Role if role in (roles or ())), None)
    return tr("någon i personalen") if first is None else say_role_name(first)


def say_role_name(role: Role) -> str:
    """What a role is called."""
    match role:
        case Role.STUDENT:
            return tr("eleven")
        case Role.GUARDIAN:
            return tr("vårdnadshavare")
        case Role.COACH:
            return tr("coachen")
        case Role.COORDINATOR:
            return tr("samordnaren")
        case Role.MENTOR:
            return tr("mentorn")
        case Role.PRINCIPAL:
            return tr("rektorn")
        case Role.DATA_PROTECTION_OFFICER:
            return tr("dataskyddsombudet")
        case Role.ADMINISTRATOR:
            return tr("administratören")
        case Role.SYSTEM:
            return tr("programmet")
        case _:
            assert_never(role)


def say_extract(*, is_guardian: bool) -> ExtractWords:
    """The words around the rows."""
    own = tr("Här står varje gång någon har läst eller gjort något i ditt ärende i Stegvis.")
    theirs = tr(
        "Det här är ett utdrag för en vårdnadshavare. Det elevens egna svar och samtal gäller är inte med: "
        "om det får lämnas ut prövas för sig, av människor."
    )
    return ExtractWords(
        title=tr("Vem som har läst och gjort vad"),
        lead=theirs if is_guardian else own,
        about=(
            tr("Personalen står med sin roll. Vem det är kan kommunen svara på, till exempel dataskyddsombudet."),
            tr("Att samma person tittar igen inom tio minuter står som en gång."),
            tr("Undrar du över något? Fråga din coach eller kommunens dataskyddsombud."),
        ),
        heading=tr("Det senaste först"),
        head=(tr("När"), tr("Vad"), tr("Vem")),
    )


def say_pointed(why: str, times: int) -> str:
    """What there is to ask about; a question and not a verdict."""
    return {
        "denied": trn(
            "Fick nej {n} gång. Fråga om behörigheten är rätt.",
            "Fick nej {n} gånger. Fråga om behörigheten är rätt.",
            times,
        ),
        "after_hours": trn(
            "Läste eller skrev {n} gång utanför arbetstid. Fråga varför det behövdes.",
            "Läste eller skrev {n} gånger utanför arbetstid. Fråga varför det behövdes.",
            times,
        ),
        "many": trn(
            "Öppnade {n} ärende inom en timme. Fråga vad det var för arbete.",
            "Öppnade {n} olika ärenden inom en timme. Fråga vad det var för arbete.",
            times,
        ),
        "same_name": trn(
            "Har samma efternamn som någon i ärendet, och öppnade det {n} gång. Fråga om de är släkt.",
            "Har samma efternamn som någon i ärendet, och öppnade det {n} gånger. Fråga om de är släkt.",
            times,
        ),
        "emergency": trn(
            "Öppnade ärendet i nödläge {n} gång. Se skälet och följ upp det.",
            "Öppnade ärendet i nödläge {n} gånger. Se skälen och följ upp dem.",
            times,
        ),
    }[why]
