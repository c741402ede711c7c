"""What a step changes, and where it stands on the small ladders, in words: to the student, and neutrally to the school.

No levels and no numbers but how many things change. A step that changes more than was agreed says so, and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from planning.dimensions import Dimension
from planning.needs import AnyNeed, SmallGroupFirst
from planning.needs.base import NeedId
from planning.rungs import LadderRung, Rung, SmallLadder
from planning.step_changes import ChangeKind, LeapReason, LeapReasonKind, StepChange
from wording.language import tr, trn
from wording.needs import may_be_told, say_limit, say_limit_publicly
from wording.phrases import and_list, in_words, lower_first, upper_first


def say_change(change: StepChange, needs: Mapping[NeedId, AnyNeed]) -> str:
    """«Det här steget ändrar en sak: tiden.»: to the student and the coach."""
    if change.kind is not ChangeKind.RAISES:
        return _unraised()[change.kind]
    sentences = [_counted(change)]
    if change.beside and change.counted:
        sentences.append(_beside(change.beside))
    if change.reasons:
        sentences.append(_more_than_agreed(change.reasons, needs))
        sentences.append(tr("Blir det för mycket? Säg till, så delar vi upp det."))
    return " ".join(sentences)


def say_change_to_school(change: StepChange, needs: Mapping[NeedId, AnyNeed]) -> tuple[str, ...]:
    """«Steget ändrar en sak: tiden.», and why where it is more than was agreed.

    Any document may print it: nothing of what was ticked, and of a limit no cause.
    """
    if change.kind is not ChangeKind.RAISES:
        return (_unraised_to_school()[change.kind],)
    names = _names(change.raises)
    number, things = in_words(len(names)), and_list(names)
    sentences = [
        trn(
            "Steget ändrar en sak: {things}.", "Steget ändrar {number} saker: {things}.", len(names),
            number=number, things=things,
        )
    ]  # fmt: skip
    if change.reasons:
        why = dict.fromkeys(_public_reason(reason, needs) for reason in change.reasons)
        sentences.append(tr("Det är mer på en gång än annars, för att {why}.", why=_both(list(why))))
    return tuple(sentences)


def _unraised() -> dict[ChangeKind, str]:
    return {
        ChangeKind.START: tr("Det här är starten."),
        ChangeKind.LESSONS_BEGIN: tr("Nu börjar lektionerna."),
        ChangeKind.MORE: tr("Lite mer än i steget före, på samma sätt."),
        ChangeKind.OTHER: tr("Lika mycket som i steget före, med andra lektioner."),
        ChangeKind.SAME: tr("Allt är som i steget före."),
        ChangeKind.LESS: tr("Mindre än i steget före."),
    }


def _unraised_to_school() -> dict[ChangeKind, str]:
    beginnings = {ChangeKind.START: tr("Planen börjar här."), ChangeKind.LESSONS_BEGIN: tr("Lektionerna börjar.")}
    return _unraised() | beginnings


def _counted(change: StepChange) -> str:
    """Of what was ticked as hard; where none of that changes, of what does."""
    names = _names(change.counted or change.beside)
    number, things = in_words(len(names)), and_list(names)
    return trn(
        "Det här steget ändrar en sak: {things}.", "Det här steget ändrar {number} saker: {things}.", len(names),
        number=number, things=things,
    )  # fmt: skip


def _names(dimensions: Iterable[Dimension]) -> list[str]:
    names = {
        Dimension.PLACE: tr("platsen"),
        Dimension.TIME: tr("tiden"),
        Dimension.SUBJECTS: tr("ämnena"),
        Dimension.PEOPLE: tr("hur många som är med"),
        Dimension.SUPPORT: tr("stödet"),
    }
    return [names[dimension] for dimension in dimensions]


def _beside(dimensions: Iterable[Dimension]) -> str:
    things = upper_first(and_list(_names(dimensions)))
    return tr("{things} ändras också. Det har ingen kryssat som svårt.", things=things)


def _more_than_agreed(reasons: Iterable[LeapReason], needs: Mapping[NeedId, AnyNeed]) -> str:
    why = dict.fromkeys(_reason(reason, needs) for reason in reasons)
    said = _both(list(why))
    return tr("Det är mer på en gång än ni har kommit överens om. Det är så för att {why}.", why=said)


def _both(why: Sequence[str]) -> str:
    """The first reason, and the second where there is one."""
    return tr("{first}, och för att {second}", first=why[0], second=why[1]) if len(why) > 1 else why[0]


def _reason(reason: LeapReason, needs: Mapping[NeedId, AnyNeed]) -> str:
    need = needs.get(reason.need) if reason.need else None
    if need is None or not may_be_told(need):
        return _plainly(reason.kind)
    limit = lower_first(say_limit(need))
    match reason.kind:
        case LeapReasonKind.GOAL:
            return tr("det här målet gäller nu: {limit}", limit=limit)
        case LeapReasonKind.LIMIT_ENDS:
            return tr("det här inte gäller längre: {limit}", limit=limit)
        case LeapReasonKind.SUPPORT_ENDS:
            return tr("det här stödet slutar: {limit}", limit=limit)
        case LeapReasonKind.PACE:
            return _plainly(reason.kind)


def _public_reason(reason: LeapReason, needs: Mapping[NeedId, AnyNeed]) -> str:
    """Of a goal its sentence, where it may be printed; of a limit and of support nothing but that it ends."""
    need = needs.get(reason.need) if reason.need else None
    told = say_limit_publicly(need) if need is not None and reason.kind is LeapReasonKind.GOAL else None
    if told is None:
        return _plainly(reason.kind)
    return tr("det här målet gäller nu: {limit}", limit=lower_first(told))


def _plainly(kind: LeapReasonKind) -> str:
    return {
        LeapReasonKind.GOAL: tr("ett mål gäller nu"),
        LeapReasonKind.LIMIT_ENDS: tr("en gräns inte gäller längre"),
        LeapReasonKind.SUPPORT_ENDS: tr("ett stöd slutar"),
        LeapReasonKind.PACE: tr("stegen ska räcka hela vägen"),
    }[kind]


def say_rung(rung: LadderRung, need: AnyNeed | None = None) -> str:
    """«Matsalen: äter före de andra». `need` is the one behind it (`planning.small_ladders.keeper_in`)."""
    is_first = rung.rung is Rung.SMALL_ROOM and isinstance(need, SmallGroupFirst)
    what = tr("det som är nytt börjar i ett litet rum") if is_first else _rungs()[rung.rung]
    return tr("{ladder}: {rung}", ladder=_ladders()[rung.ladder], rung=what)


def rungs_to_say(rungs: Iterable[LadderRung]) -> Iterator[LadderRung]:
    """The rungs worth a line: all but the tops that were reached before."""
    return (rung for rung in rungs if rung.is_new or not rung.is_top)


def _ladders() -> dict[SmallLadder, str]:
    return {
        SmallLadder.DINING_HALL: tr("Matsalen"),
        SmallLadder.CHANGING_ROOM: tr("Omklädningsrummet"),
        SmallLadder.BUS: tr("Bussen"),
        SmallLadder.CLASSROOM: tr("Klassrummet"),
    }


def _rungs() -> dict[Rung, str]:
    return {
        Rung.EATS_ELSEWHERE: tr("äter någon annanstans"),
        Rung.EATS_BEFORE_OTHERS: tr("äter före de andra"),
        Rung.EATS_WITH_OTHERS: tr("äter med de andra"),
        Rung.SPORT_WAITS: tr("idrotten väntar"),
        Rung.SPORT_WITHOUT_CHANGING: tr("idrott utan att byta om"),
        Rung.CHANGES_ALONE: tr("byter om i ett eget rum"),
        Rung.CHANGES_WITH_OTHERS: tr("byter om med de andra"),
        Rung.COMES_OTHERWISE: tr("kommer på ett annat sätt"),
        Rung.BUS_WITH_ADULT: tr("åker med en vuxen"),
        Rung.BUS_ALONE: tr("åker själv"),
        Rung.SMALL_ROOM: tr("lektionerna är i ett litet rum"),
        Rung.SEES_OWN_SEAT: tr("ser sin plats när rummet är tomt"),
        Rung.WITH_CLASS: tr("med klassen"),
    }
