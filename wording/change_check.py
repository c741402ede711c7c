"""What a change made by hand would break, in sentences that stand beside the lesson while it is moved."""

from __future__ import annotations

from planning.hand_editing import ChangeCheck
from planning.needs import NeedId
from planning.problem import Problem
from wording.change_lines import slot_name
from wording.conflict import say_whose
from wording.language import tr
from wording.needs import say_need
from wording.phrases import and_list, lower_first


def say_check(check: ChangeCheck, problem: Problem) -> tuple[str, ...]:
    """One sentence a line, what must hold first; one calm line when nothing speaks against it."""
    if check.is_clear:
        return (tr("Det går bra."),)
    clashing = list(dict.fromkeys(slot_name(clash) for clash in check.clashes))
    lines = [tr("Den ligger samtidigt som {lessons}.", lessons=and_list(clashing))] if clashing else []
    lines += [tr("Det går emot: {need}.", need=_quoted(need, problem)) for need in check.hard]
    lines += [tr("Det här blir lite sämre: {need}.", need=_quoted(need, problem)) for need in check.wishes]
    return tuple(lines)


def _quoted(need_id: NeedId, problem: Problem) -> str:
    need = problem.needs_by_id[need_id]
    return f"«{lower_first(say_need(need))}» ({say_whose(need)})"
