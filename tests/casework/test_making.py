"""Documents made in a thread of their own are the very bytes that are made at once, and an order can be taken back."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from casework import documents
from casework.app_verbs import make_plan
from casework.case import Case
from casework.cases import create_case, open_case, take_in_timetable, write_facts
from casework.documents import (
    APPENDIX,
    CALENDAR,
    DOCUMENTS,
    PROPOSAL,
    STUDENT_PAGE,
    TABLE,
    Receiver,
    Recipe,
    file_name,
    make_documents,
)
from casework.kept_documents import Order, dossier_of
from casework.making import Making
from planning.errors import NotAllowed
from tests.casework.small_week import facts, week
from tests.opened_store import opened_store
from wording.language import speaking

LONG = 60


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case with a plan."""
    store = opened_store(tmp_path / "cases.stegvis")
    case_id = create_case(store, name="Kim")
    write_facts(store, case_id, facts(student="Kim"))
    take_in_timetable(store, case_id, week())
    make_plan(store, open_case(store, case_id))
    return open_case(store, case_id)


def test_the_bytes_are_the_same_as_when_made_at_once(case: Case) -> None:
    """Every document, in Swedish and in English, whatever language is spoken where they are asked for."""
    for language in ("sv", "en"):
        order = Order(language=language, is_draft=True)
        with speaking("en"):
            making = Making(case, order)
        assert making.is_done(LONG)
        made = making.collect()
        at_once = make_documents(dossier_of(case, order), language=language)
        assert made.files == at_once
        assert list(made.files) == [file_name(name, language) for name in DOCUMENTS]
        assert (making.seen.done, making.seen.of) == (len(DOCUMENTS), len(DOCUMENTS))


def test_an_order_that_is_taken_back_makes_no_more(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document in hand is finished; the next is not begun."""
    asked, let_go = threading.Event(), threading.Event()
    begun: list[str] = []

    def slow(_: object) -> bytes:
        asked.set()
        assert let_go.wait(LONG)
        return b"slow"

    def following(_: object) -> bytes:
        begun.append("next.pdf")
        return b""

    makers = {"slow.pdf": Recipe(slow, Receiver.COACH), "next.pdf": Recipe(following, Receiver.COACH)}
    monkeypatch.setattr(documents, "MAKERS", makers)
    making = Making(case, Order(names=("slow.pdf", "next.pdf")))
    assert asked.wait(LONG)
    assert not making.is_done()
    assert making.seen.done == 0
    making.cancel()
    let_go.set()
    assert making.is_done(LONG)
    assert making.is_cancelled
    assert begun == []


def test_what_goes_wrong_is_told_to_whoever_collects(case: Case) -> None:
    """As when made at once."""
    making = Making(case.model_copy(update={"plan": None}), Order(names=(CALENDAR,)))
    assert making.is_done(LONG)
    with pytest.raises(NotAllowed, match="no_plan_yet"):
        making.collect()


def test_orders_are_made_one_after_the_other(case: Case) -> None:
    """Two at once come to the same as each alone."""
    both = [Making(case, Order(names=names)) for names in ((STUDENT_PAGE, TABLE), (STUDENT_PAGE, CALENDAR))]
    assert all(making.is_done(LONG) for making in both)
    first, second = (making.collect().files for making in both)
    assert first[STUDENT_PAGE] == second[STUDENT_PAGE]


def test_documents_made_by_several_threads_at_once_are_not_mixed_up(case: Case) -> None:
    """A page may print while an order is made: each comes to the bytes that it comes to alone."""
    dossier = dossier_of(case, Order(is_draft=True))
    names = (PROPOSAL, STUDENT_PAGE, APPENDIX)
    alone = make_documents(dossier, names)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(max_workers=3) as threads:
            made = [threads.submit(make_documents, dossier, names[n:] + names[:n]) for n in range(3)]
            assert [one.result(LONG) for one in made] == [alone] * 3
    finally:
        sys.setswitchinterval(interval)
