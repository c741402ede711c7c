"""The case that the page is about. The frame has seen to it that there is one."""

from __future__ import annotations

from casework.app_verbs import the_store
from casework.cases import Case, CaseId, open_case
from planning.errors import Bug
from ui.session import session


def id_in_hand() -> CaseId:
    """The open case, by its id, for pages that read only a part of it."""
    case_id = session().case_id
    if case_id is None:
        raise Bug("no_case_in_hand")
    return case_id


def case_in_hand() -> Case:
    """The open case, as it stands now. Raises `CaseFileError` when it cannot be read back."""
    return open_case(the_store(), id_in_hand())
