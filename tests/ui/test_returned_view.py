"""The page of the school's decision: a look first, then kept; paper by its code; and nothing taken for markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework import app_verbs
from casework.cases import CaseId, open_case
from exports.decision_form import REASONS
from exports.returned import read_file
from planning.decided import CameAs, Ruling
from tests.casework.returned_cases import planned_case, sent_proposal
from tests.exports.form_samples import FILLED, filled
from tests.exports.tampering import noted_upon
from tests.opened_store import live_in
from tests.ui.plan_pages import LONG, names, press, told


def the_page(case_id: str, file: str) -> None:
    """The page with that case in hand, and that file just dropped when there is one."""
    import runpy  # noqa: PLC0415 – runs in a script of its own
    from pathlib import Path  # noqa: PLC0415 – runs in a script of its own

    import ui  # noqa: PLC0415 – runs in a script of its own
    from casework.cases import CaseId  # noqa: PLC0415 – runs in a script of its own
    from ui.components.dropzone import Dropped  # noqa: PLC0415 – runs in a script of its own
    from ui.session import session  # noqa: PLC0415 – runs in a script of its own

    if session().case_id is None:
        session().case_id = CaseId(case_id)
        session().returned = Dropped("svar.pdf", Path(file).read_bytes()) if file else None
    runpy.run_path(str(Path(ui.__file__).parent / "pages" / "returned.py"))


@pytest.fixture
def case_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseId:
    """A planned case in the app's own store."""
    live_in(monkeypatch, tmp_path / "kept")
    return planned_case(app_verbs.the_store())


def opened(case_id: CaseId, folder: Path, content: bytes = b"") -> AppTest:
    """The page as it is first seen."""
    file = folder / "svar.pdf"
    file.write_bytes(content)
    return AppTest.from_function(the_page, args=(case_id, str(file) if content else "")).run(timeout=LONG)


def test_a_file_is_looked_at_and_then_kept(case_id: CaseId, tmp_path: Path) -> None:
    """What was read is shown before anything is kept; kept, it stands below."""
    hostile = {**FILLED, REASONS: "<b>3 kap. 12 §</b> [länk](x) $x$"}
    page = opened(case_id, tmp_path, filled(sent_proposal(app_verbs.the_store(), case_id), hostile))
    said = told(page)
    assert "Beslutar med ändringar" in said
    assert "<b>3 kap. 12 §</b> [länk](x)" in said
    assert "Sidorna och planen är som när förslaget lämnades." in said
    assert open_case(app_verbs.the_store(), case_id).decisions == ()
    page = press(page, "Spara beslutet")
    assert len(open_case(app_verbs.the_store(), case_id).decisions) == 1
    assert "Sparade beslut" in told(page)


def test_a_changed_file_can_be_looked_at_and_not_kept(case_id: CaseId, tmp_path: Path) -> None:
    """What differs is said, and there is nothing to press but to choose another."""
    page = opened(case_id, tmp_path, noted_upon(filled(sent_proposal(app_verbs.the_store(), case_id))))
    assert "lagt ovanpå sidan 1" in told(page)
    assert "Spara beslutet" not in names(page)
    assert "Välj en annan fil" in names(page)


def test_what_is_not_the_proposal_is_said_calmly(case_id: CaseId, tmp_path: Path) -> None:
    """With what to do instead."""
    assert "Be skolan om en ny" in told(opened(case_id, tmp_path, b"%PDF-1.4 nothing at all"))


def test_paper_is_written_in_by_its_code(case_id: CaseId, tmp_path: Path) -> None:
    """A wrong code is told and keeps nothing; the right one does."""
    code = read_file(sent_proposal(app_verbs.the_store(), case_id)).print.code
    page = opened(case_id, tmp_path)
    page.radio[0].set_value(Ruling.AS_PROPOSED)
    page.text_input[0].set_value("123")
    page = press(page, "Spara beslutet")
    assert "\nKoden känns inte igen" in told(page)
    page.text_input[0].set_value(" ".join(code.printed))
    press(page, "Spara beslutet")
    (kept,) = open_case(app_verbs.the_store(), case_id).decisions
    assert (kept.decided.ruling, kept.decided.came_as) == (Ruling.AS_PROPOSED, CameAs.PAPER)
