"""What is told at the start of the disk and of the copies: calmly, and only where something is amiss."""

from __future__ import annotations

import streamlit as st

from casework.backups import backup_state
from casework.now import SCHOOL_TIME
from casework.unlocking import the_safe
from planning.errors import CaseFileError
from wording.backup_words import say_late
from wording.clock import short_date
from wording.errors import say_error


def show_upkeep() -> None:
    """Nothing where the disk has room and the day's copy is there."""
    if the_safe().lacks_room:
        st.warning(say_error(CaseFileError("disk-nearly-full")))
    state = backup_state()
    if state.fault:
        st.warning(say_error(CaseFileError(state.fault)))
    elif state.is_late and state.newest is not None:
        st.warning(say_late(short_date(state.newest.astimezone(SCHOOL_TIME).date())))
