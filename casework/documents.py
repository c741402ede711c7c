"""The documents of a plan, as files ready to leave: nothing is made while a duty to act is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from casework import school_documents, student_documents
from casework.dossier import Dossier
from planning.errors import NotAllowed
from questionnaire.alerts import alerts_from, open_alerts
from questionnaire.bank import load_bank

PROPOSAL = "forslag.pdf"
APPENDIX = "kartlaggning.pdf"
STUDENT_PAGE = "schema.pdf"
CALENDAR = "plan.ics"
TABLE = "plan.csv"
ITEMS = "insatser.csv"

Maker = Callable[[Dossier], bytes]

MAKERS: Mapping[str, Maker] = {
    PROPOSAL: school_documents.proposal,
    APPENDIX: school_documents.appendix,
    STUDENT_PAGE: student_documents.student_page,
    CALENDAR: student_documents.calendar,
    TABLE: school_documents.plan_table,
    ITEMS: school_documents.items_table,
}
"""How each document is made, by its file name, in the order they are shown. No name tells whose it is."""

DOCUMENTS = tuple(MAKERS)


def make_documents(dossier: Dossier, only: Iterable[str] = DOCUMENTS) -> Mapping[str, bytes]:
    """The named documents as bytes. Raises `NotAllowed("duty_first")` while an answer obliges somebody to act."""
    if open_alerts(alerts_from(load_bank(), dossier.sheet), dossier.handled):
        raise NotAllowed("duty_first")
    return {name: MAKERS[name](dossier) for name in only}
