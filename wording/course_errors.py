"""Why a move of a case cannot be made just now, what would make it possible, and whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping

from planning.workflow.course_facts import Guard
from planning.workflow.moves import MoveName
from planning.workflow.moving import whose_turn
from planning.workflow.states import State
from planning.workflow.table import TABLE
from wording.case_errors import names, written
from wording.course import say_move, say_state, say_turn
from wording.course_hindrances import say_guard
from wording.language import tr
from wording.phrases import or_list

_FEW = 4
"""So many states are named; more would be read by nobody."""


def course_text(code: str, data: Mapping[str, object]) -> str:
    """The text of that code, empty when it is none of these."""
    match code:
        case "not_now":
            return _not_now(data)
        case "waits_for":
            return _waits_for(data)
        case "sent_is_locked":
            return tr("Förslaget är hos skolan och ändras inte där. Ta tillbaka det under «Ärendets gång» först.")
        case _:
            return ""


def _not_now(data: Mapping[str, object]) -> str:
    """«Ärendet står nu på «Utkast». «…» kan göras när det står på «…». Näst på tur: coachen.»"""
    state, name = _state(data), _move(data)
    if state is None or name is None:
        return tr("Det går inte just nu. Se under «Ärendets gång» vad som kommer först.")
    starts = [f"«{say_state(start)}»" for start in State if start in TABLE[name].starts]
    here = tr("Ärendet står nu på «{state}».", state=say_state(state))
    when = tr("«{move}» kan göras när det står på {states}.", move=say_move(name), states=or_list(starts))
    told = [here, when] if 0 < len(starts) <= _FEW else [here]
    return " ".join(part for part in (*told, say_turn(whose_turn(state))) if part)


def _waits_for(data: Mapping[str, object]) -> str:
    """«Först: … …»"""
    known = {guard.value: guard for guard in Guard}
    said = [say_guard(known[code]) for code in names(data, "hindrances") if code in known]
    return tr("Det här kommer först: {waits}", waits=" ".join(dict.fromkeys(said)))


def _state(data: Mapping[str, object]) -> State | None:
    said = written(data, "state")
    return State(said) if said in {state.value for state in State} else None


def _move(data: Mapping[str, object]) -> MoveName | None:
    said = written(data, "move")
    return MoveName(said) if said in {name.value for name in MoveName} else None
