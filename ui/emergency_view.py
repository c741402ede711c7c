"""Emergencies on the screen: the banner of an open case, asking for one, and going through them afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple

import streamlit as st

from casework.break_glass import MOST_LETTERS, Emergency
from casework.now import SCHOOL_TIME
from planning.emergency import Step
from storage.emergency import Opening
from storage.records import CaseId
from ui.plain import plain
from wording.audit import say_moment
from wording.emergency import say_banner, say_before_opening, say_step
from wording.language import tr, trn

WHOLE_NUMBER = 36
SHOWN_OF_NUMBER = 8
_BANNER_STYLE = "<style>.st-key-emergency_banner { background: color-mix(in srgb, #b87a1e 14%, transparent); }</style>"
_MINUTE = dt.timedelta(minutes=1)
_WAITS_FOR_SOMEBODY = (Step.OVERDUE, Step.TO_REVIEW, Step.WAITING, Step.OPEN)
"""In the order in which they are to be taken care of; the rest is only remembered."""


class Act(Enum):
    """What is done with an emergency."""

    GO_ON = auto()
    """Back into the case that stands open."""
    CONFIRM = auto()
    REVIEW = auto()


EVERY_ACT = frozenset(Act)


class Asked(NamedTuple):
    """Which case is to be opened, and why."""

    case_id: CaseId
    reason: str


def show_banner(opening: Opening, now: dt.datetime) -> None:
    """Above the case, on each of its pages, while it stands open."""
    left = minutes_left(opening, now)
    st.html(_BANNER_STYLE)
    with st.container(border=True, key="emergency_banner"):
        st.markdown(f"**{trn('{n} minut kvar.', '{n} minuter kvar.', left)}** {say_banner(_local(opening.until))}")


def minutes_left(opening: Opening, now: dt.datetime) -> int:
    """Whole minutes, the one that has begun among them."""
    return max(0, -((now - opening.until) // _MINUTE))


def ask_opening(names: Mapping[CaseId, str]) -> Asked | None:
    """Which case, and why, once both are said. `names`: those that the one who asks meets in a list."""
    st.header(tr("Öppna i nödläge"))
    st.markdown(say_before_opening(is_protected=False))
    st.markdown(tr("Har eleven skyddade personuppgifter visas inget förrän en kollega till har sagt ja."))
    with st.form("break_the_glass", border=True):
        listed = None
        if names:
            listed = st.selectbox(
                tr("Ärende i listan"), list(names), index=None, placeholder=tr("Välj, eller skriv numret nedanför"),
                format_func=lambda it: names[it] or tr("Utan namn"),
            )  # fmt: skip
        number = st.text_input(tr("Ärendets nummer"), max_chars=WHOLE_NUMBER, autocomplete="off")
        st.markdown(f":small[{tr('Det står i adressfältet hos den som har ärendet, efter «arende=».')}]")
        reason = st.text_area(tr("Varför kan det inte vänta?"), max_chars=MOST_LETTERS, height=120)
        if not st.form_submit_button(tr("Öppna i en timme"), type="primary"):
            return None
        case_id = number.strip() or listed
        if not case_id:
            st.markdown(tr("Välj ärendet, eller skriv dess nummer."))
            return None
    return Asked(CaseId(case_id), reason)


def that_wait(found: Iterable[Emergency]) -> list[Emergency]:
    """Those that wait for somebody, the overdue first."""
    waiting = [one for one in found if one.step in _WAITS_FOR_SOMEBODY]
    return sorted(waiting, key=lambda one: _WAITS_FOR_SOMEBODY.index(one.step))


def wait_for(found: Iterable[Emergency], user: str) -> bool:
    """Whether there is anything that this person is to do with any of them: then they come before all else."""
    return any(offered(one, user) is not None for one in found)


def show_waiting(found: tuple[Emergency, ...]) -> bool:
    """A short list on the start page; True when one wants to go through them, or to open a case."""
    with st.container(border=True, key="emergencies"):
        st.header(tr("Nödlägen"))
        for one in that_wait(found):
            st.markdown(f"**{_number(one)}**: {plain(_step(one))}")
        with st.container(horizontal=True):
            wants_list = bool(found) and st.button(tr("Gå igenom"), key="emergencies_go")
            return st.button(tr("Öppna i nödläge"), key="emergencies_open") or wants_list


def show_emergencies(
    found: Iterable[Emergency], user: str, names: Mapping[CaseId, str], *, key: str, acts: frozenset[Act] = EVERY_ACT
) -> tuple[Act, Opening] | None:
    """One card each; what was just done with one of them, of those `acts`."""
    chosen: tuple[Act, Opening] | None = None
    waiting = that_wait(found := tuple(found))
    for one in waiting:
        act = offered(one, user)
        chosen = _show_card(one, user, names, key=key, act=act if act in acts else None) or chosen
    rest = [one for one in found if one not in waiting]
    if rest:
        with st.expander(tr("Tidigare ({n})", n=len(rest))):
            for one in rest:
                _show_card(one, user, names, key=key, act=None)
    if not found:
        st.markdown(tr("Det finns inga nödlägen att gå igenom."))
    return chosen


def _show_card(
    one: Emergency, user: str, names: Mapping[CaseId, str], *, key: str, act: Act | None
) -> tuple[Act, Opening] | None:
    opening = one.opening
    name = names.get(opening.case_id, "")
    with st.container(border=True, key=f"emergency_{key}_{opening.id}"):
        st.markdown(f"**{plain(f'{name} · ' if name else '')}{_number(one)}** · {plain(_step(one))}")
        st.markdown(f":small[{plain(_who(opening, user))}]")
        st.text(opening.reason)
        if act is None:
            return None
        label = {
            Act.GO_ON: tr("Till ärendet"),
            Act.CONFIRM: tr("Ja, öppna det för kollegan"),
            Act.REVIEW: tr("Genomgången"),
        }[act]
        return (act, opening) if st.button(label, key=f"{key}_{act.name}_{opening.id}") else None


def offered(one: Emergency, user: str) -> Act | None:
    """What the one who looks may do with it: never both the emergency and its review."""
    if one.step is Step.OPEN and one.opening.user == user:
        return Act.GO_ON
    if one.is_own:
        return None
    if one.step is Step.WAITING:
        return Act.CONFIRM
    return Act.REVIEW if one.step in (Step.TO_REVIEW, Step.OVERDUE) else None


def _who(opening: Opening, user: str) -> str:
    who = tr("dig") if opening.user == user else opening.user[:SHOWN_OF_NUMBER]
    said = tr("Begärt av {who} {when}.", who=who, when=say_moment(_local(opening.at)))
    if opening.second_user is None:
        return said
    second = tr("dig") if opening.second_user == user else opening.second_user[:SHOWN_OF_NUMBER]
    return f"{said} {tr('Bekräftat av {who}.', who=second)}"


def _number(one: Emergency) -> str:
    return plain(tr("Ärende {number}", number=one.opening.case_id[:SHOWN_OF_NUMBER]))


def _step(one: Emergency) -> str:
    return say_step(one.step, _local(one.opening.until), _local(one.review_by))


def _local(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(SCHOOL_TIME)
