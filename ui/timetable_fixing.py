"""What is worth a look in a timetable, with one tap for each way out; rows that could not be read; lessons by hand."""

from __future__ import annotations

from zlib import crc32

import streamlit as st

from casework.app_verbs import Doubt, FileLook, TimetableChoice, look_into
from planning.errors import BadInput
from planning.week_edits import WeekEdit
from planning.week_findings import Finding, findings
from ui.plain import plain
from ui.timetable_view import NUMBER_SHOWN, show_assumed
from ui.week_draft import WeekDraft
from wording.doubts import say_doubt
from wording.errors import say_error
from wording.language import tr, trn
from wording.week_findings import say_finding, say_fix

_SHOWN = 6
"""So many questions at once; the next come as these are answered."""


def show_findings(draft: WeekDraft) -> None:
    """Every open question, with what each tap would do, and one to let it be."""
    open_ones = [one for one in findings(draft.timetable) if one.key not in draft.left_alone]
    if open_ones:
        st.header(trn("{n} sak att se över", "{n} saker att se över", len(open_ones)))
    for finding in open_ones[:_SHOWN]:
        _ask(draft, finding)
    if len(open_ones) > _SHOWN:
        st.markdown(trn("{n} till kommer sedan.", "{n} till kommer sedan.", len(open_ones) - _SHOWN))
    if draft.can_undo:
        st.button(tr("Ångra det senaste"), key="undo_fix", icon=":material/undo:", on_click=draft.undo)


def _ask(draft: WeekDraft, finding: Finding) -> None:
    # Named by what it is about and not by its place: a second tap must never answer the question that comes up instead.
    number = f"{crc32(finding.key.encode()):x}"
    with st.container(border=True, key=f"finding_{number}"):
        st.markdown(plain(say_finding(finding)))
        with st.container(horizontal=True):
            for which, fix in enumerate(finding.fixes):
                st.button(
                    plain(say_fix(fix)), key=f"fix_{number}_{which}", on_click=_settle, args=(draft, finding.key, which)
                )
            st.button(
                tr("Låt vara"), key=f"leave_{number}", type="tertiary", on_click=draft.left_alone.add,
                args=(finding.key,),
            )  # fmt: skip


def _settle(draft: WeekDraft, key: str, which: int) -> None:
    """The fix, where the question still stands: two taps in a row are both done, the same tap twice is done once."""
    finding = next((one for one in findings(draft.timetable) if one.key == key), None)
    if finding is not None and which < len(finding.fixes):
        draft.do(finding.fixes[which].edit)


def show_rows(draft: WeekDraft) -> None:
    """What could not be read, row by row: typed anew in its place, or left out because somebody says so."""
    left_out = [doubt for doubt in draft.now.doubts if doubt.left_out]
    if left_out:
        many = trn("{n} rad kunde inte läsas – visa", "{n} rader kunde inte läsas – visa", len(left_out))
        with st.expander(many):
            for doubt in left_out[:NUMBER_SHOWN]:
                _show_row(draft, doubt)
    show_assumed(draft.now.doubts)


def _show_row(draft: WeekDraft, doubt: Doubt) -> None:
    if not draft.is_mendable(doubt):
        st.text(say_doubt(doubt.where, doubt.code, doubt.raw))
        return
    key = f"row_{len(draft.looks)}_{doubt.where}_{doubt.code}"
    written = st.text_input(say_doubt(doubt.where, doubt.code), value=doubt.raw, key=key)
    with st.container(horizontal=True):
        if st.button(tr("Läs raden igen"), key=f"read_{key}"):
            _read_again(draft, doubt.where, written)
        if st.button(tr("Ta bort raden"), key=f"drop_{key}", type="tertiary"):
            _read_again(draft, doubt.where, "")


def _read_again(draft: WeekDraft, where: str, written: str) -> None:
    before = draft.now.choice
    choice = before.model_copy(update={"rows": {**before.rows, where: written}})
    if (again := _look(draft, choice)) is not None:
        draft.take(again, choice)
        st.rerun()


def _look(draft: WeekDraft, choice: TimetableChoice) -> FileLook | None:
    """The file read again as chosen; None, with the reason shown, when nothing of it can be used."""
    assert draft.given is not None
    try:
        return look_into(draft.given.content, draft.given.name, choice)
    except BadInput as error:
        st.warning(plain(say_error(error)))
        return None


def offer_weekly(draft: WeekDraft) -> None:
    """Dates as an ordinary week: the plan is made of weeks that come again."""
    if draft.given is None or not draft.timetable.is_dated:
        return
    with st.container(border=True, key="offer_weekly"):
        st.markdown(tr("Lektionerna har datum. En plan blir lättare att läsa av en vanlig vecka."))
        if st.button(tr("Gör en vanlig vecka av dem"), key="make_weekly"):
            again = _look(draft, draft.now.choice.model_copy(update={"fold": "weekly"}))
            if again is None:
                return
            everything = tuple(lesson.id for lesson in draft.timetable.lessons)
            week = WeekEdit(removes=everything, puts=again.timetable.lessons, weeks=again.timetable.week_labels)
            draft.do(week, again.doubts)
            st.rerun()
