"""«Vem ser ärendet»: who is named for it, who else sees it, and how the student's identity is protected."""

from __future__ import annotations

import streamlit as st

from casework import now as clock
from casework.app_verbs import the_store
from casework.break_glass import own_opening
from casework.course_look import state_of
from casework.people import let_go, name_for_case, named_for
from casework.permissions import may_any
from casework.protection import end_protection, keep_from, no_longer_keep_from, protect_identity
from planning.access import Action
from planning.errors import PlanningError
from planning.workflow.states import phase_of
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.people_view import ask_letting_go, ask_naming, show_alone, show_own_party, show_people, standings_of
from ui.plain import plain
from ui.protection_view import Switch, Wanted, ask_keeping, ask_protection
from ui.session import turn_to
from wording.errors import say_error
from wording.language import tr

store, case = the_store(), case_in_hand()
is_alone, student = store.actor.is_alone, case.facts.document.student
people = () if is_alone else named_for(store, case.id)
in_emergency = not is_alone and own_opening(store, case.id) is not None
standing = standings_of(people, store.actor.user, in_emergency=in_emergency)
phase = phase_of(state_of(store, case.id))


def may(action: Action, *, is_protected: bool = student.has_protected_identity) -> bool:
    """Whether it is offered; the act itself asks again."""
    return is_alone or may_any(standing, action, phase, is_protected=is_protected)


def settle(wished: Wanted) -> None:
    """What is wanted of the protection of the identity."""
    if wished.switch is Switch.PROTECT:
        protect_identity(store, case.id, called=wished.called)
    else:
        end_protection(store, case.id)


st.title(tr("Vem ser ärendet"))
if is_alone:
    show_alone()
else:
    tells = may(Action.SET_PROTECTION) or may(Action.SEE_NOTES)
    show_people(people, store.actor.user, is_protected=student.has_protected_identity, tells_blocked=tells)
if student.speaks_for_self(clock.today()):
    show_own_party()
refused = st.empty()
naming = ask_naming() if may(Action.ASSIGN) and not is_alone else None
leaving = ask_letting_go(people) if may(Action.ASSIGN) and not is_alone else None
may_protect = may(Action.SET_PROTECTION)
wanted = ask_protection(is_protected=student.has_protected_identity, is_alone=is_alone) if may_protect else None
keeping = ask_keeping(people) if may_protect and not is_alone else None
if st.button(tr("Ärendets gång")):
    go_to("course")
try:
    if naming is not None:
        name_for_case(store, case.id, naming.user, naming.role)
    if leaving is not None:
        let_go(store, case.id, leaving.user, leaving.role)
    if wanted is not None:
        settle(wanted)
    if keeping is not None:
        (keep_from if keeping.is_kept else no_longer_keep_from)(store, case.id, keeping.guardian)
except PlanningError as error:
    refused.warning(plain(say_error(error)))
else:
    is_hidden = wanted is not None and wanted.switch is Switch.PROTECT and not may(Action.SEE_CASE, is_protected=True)
    if is_hidden or (leaving is not None and leaving.user == store.actor.user):
        turn_to(None)
        go_to("start")
    if naming or leaving or wanted or keeping:
        st.rerun()
