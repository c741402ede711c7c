"""Why something stands in the plan or does not, so that a public document may print it: neither causes nor names."""

from __future__ import annotations

from planning.needs import AnyNeed
from planning.plan import Reason, ReasonKind
from wording.language import tr
from wording.needs import say_publicly
from wording.phrases import lower_first


def say_public_reason(reason: Reason, need: AnyNeed | None) -> str:
    """The reason in words; of the need only what may be printed."""
    neutral = _neutral(reason.kind)
    told = say_publicly(need) if need is not None and reason.kind in _TELLS_ITS_NEED else None
    return f"{neutral}: {lower_first(told)}" if told else neutral


_TELLS_ITS_NEED = frozenset({ReasonKind.GOAL, ReasonKind.LIMIT_HOLDS})


def _neutral(kind: ReasonKind) -> str:
    kinds = {
        ReasonKind.WISHED_SUBJECT: tr("Ett bra ämne att börja med"),
        ReasonKind.WISHED_TIME: tr("En tid som passar"),
        ReasonKind.TRUSTED_ADULT: tr("Passar i planens ordning"),
        ReasonKind.SAFE_ROOM: tr("En lokal som passar"),
        ReasonKind.FRIEND: tr("Passar i planens ordning"),
        ReasonKind.COACH_CAN_BE_THERE: tr("Coachen kan vara med då"),
        ReasonKind.GOAL: tr("Hör till målet"),
        ReasonKind.ELIGIBILITY: tr("Ämnet behövs för gymnasiet"),
        ReasonKind.LIMIT_RELEASED: tr("En begränsning gäller inte längre"),
        ReasonKind.KEPT: tr("Fortsätter från steget före"),
        ReasonKind.NEXT_IN_CALM_PACE: tr("Nästa lektion i lugn takt"),
        ReasonKind.LIMIT_HOLDS: tr("Väntar, en anpassning gäller"),
        ReasonKind.PACE: tr("Kommer senare, i lugn takt"),
        ReasonKind.MOVED_BY_LIMIT: tr("Anpassad efter elevens behov"),
        ReasonKind.SETTLED: tr("Bestämt tillsammans"),
    }
    return kinds[kind]
