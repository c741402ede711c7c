"""Emergencies on the screen: asked for with a reason, by two for the protected, with a banner, and gone through."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework import app_verbs
from casework.break_glass import REVIEWED_WITHIN, Emergency, break_the_glass, own_opening, step_of
from planning.access import Role
from planning.emergency import Step
from planning.workflow.states import State
from storage.actor import ALONE
from storage.emergency import Opening, OpeningId
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import AT, acts
from tests.casework.staffed import told as refused
from tests.opened_store import live_in
from tests.ui.plan_pages import LONG, names, press, told
from tests.ui.staffed_pages import HEARD, Office
from ui.emergency_view import Act, minutes_left, offered, that_wait, wait_for

WHY = "Coach Exempel är sjuk och eleven väntar i dörren"
HOUR = dt.timedelta(hours=1)


class Unit(Office):
    """A unit with a case that somebody else is named for."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        super().__init__(folder, patch)
        self.helper = self.staff.somebody(Role.COACH, name="helper")
        self.colleague = self.staff.somebody(Role.COACH, name="colleague")
        self.lead = self.staff.somebody(Role.COORDINATOR, name="lead")
        self.officer = self.staff.somebody(Role.DATA_PROTECTION_OFFICER, unit="", name="officer")

    def ask(self, who: CaseStore, case_id: str, reason: str = WHY) -> AppTest:
        """Somebody asks to open the case."""
        page = self.shows(who, "emergency")
        page.text_input[0].set_value(case_id)
        page.text_area[0].set_value(reason)
        return press(page, "Öppna i en timme")


@pytest.fixture
def unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Unit:
    """As it is in the morning."""
    return Unit(tmp_path, monkeypatch)


def test_a_reason_opens_the_case_and_leads_into_it(unit: Unit) -> None:
    """To where it stands, with whatever waits told above."""
    case_id = unit.staff.case(State.DRAFT)
    unit.ask(unit.helper, case_id)
    assert HEARD == ["course"]
    assert own_opening(unit.helper, case_id) is not None


def test_what_does_not_do_is_told_and_opens_nothing(unit: Unit) -> None:
    """Too short a reason, no case, and a case that is not there: each with what to do."""
    case_id = unit.staff.case(State.DRAFT)
    assert "Skriv med minst 5 ord" in told(unit.ask(unit.helper, case_id, "kort"))
    assert "Välj ärendet, eller skriv dess nummer." in told(unit.ask(unit.helper, ""))
    assert "Ärendet finns inte." in told(unit.ask(unit.helper, "another"))
    assert HEARD == []
    assert refused(own_opening, unit.helper, case_id) == "no-such-case"


def test_a_coordinator_chooses_by_name_and_a_coach_cannot(unit: Unit) -> None:
    """Names stand only on the lists of those who may see lists."""
    case_id = unit.staff.case(State.DRAFT)
    assert [one.label for one in unit.shows(unit.helper, "emergency").selectbox] == []
    page = unit.shows(unit.lead, "emergency")
    assert page.selectbox[0].options == ["Test"]
    page.selectbox[0].set_value(case_id)
    page.text_area[0].set_value(WHY)
    press(page, "Öppna i en timme")
    assert HEARD == ["course"]


def test_a_protected_identity_waits_for_a_second_person(unit: Unit) -> None:
    """The first cannot say yes; after the second's the first goes in from the list."""
    case_id = unit.staff.case(State.DRAFT, is_protected=True)
    page = unit.ask(unit.helper, case_id)
    assert "Väntar på att en kollega till säger ja." in told(page)
    assert "Ja, öppna det för kollegan" not in names(page)
    assert HEARD == []
    page = press(unit.shows(unit.colleague, "emergency"), "Ja, öppna det för kollegan")
    assert "Öppet till 10.10." in told(page)
    assert "Till ärendet" not in names(page)
    press(unit.shows(unit.helper, "emergency"), "Till ärendet")
    assert HEARD == ["course"]


def test_the_overdue_stand_first_and_are_gone_through(unit: Unit) -> None:
    """By the coordinator; then it only stands among the earlier ones. Who was in it has no button for it."""
    late, new = unit.staff.case(State.DRAFT), unit.staff.case(State.DRAFT)
    break_the_glass(unit.helper, late, WHY)
    unit.watch.on(REVIEWED_WITHIN - HOUR)
    break_the_glass(unit.helper, new, WHY)
    unit.watch.on(HOUR)
    start = told(unit.shows(unit.lead, "start"))
    assert start.index(f"Ärende {late}") < start.index(f"Ärende {new}")
    assert "Skulle ha gåtts igenom 2026-11-30. Gör det nu." in start
    assert "Genomgången" not in names(unit.shows(unit.helper, "emergency"))
    page = unit.shows(unit.lead, "emergency")
    assert names(page).count("Genomgången") == 2
    first = next(one for one in page.button if one.label == "Genomgången")
    page = first.click().run(timeout=LONG)
    assert names(page).count("Genomgången") == 1
    assert "Genomgånget." in told(page)
    assert f"Ärende {late}" not in told(unit.shows(unit.lead, "start"))


def test_the_officer_goes_through_every_unit_and_nobody_else(unit: Unit) -> None:
    """On asking; whoever else asks is told, and can still open a case."""
    case_id = unit.staff.case(State.DRAFT)
    break_the_glass(unit.helper, case_id, WHY)
    unit.watch.on(HOUR)
    page = unit.shows(unit.officer, "emergency")
    assert "Det finns inga nödlägen att gå igenom." in told(page)
    page = press(page.toggle[0].set_value(True).run(timeout=LONG), "Genomgången")
    assert "Genomgången" not in names(page)
    assert "Genomgånget." in told(page)
    page = unit.shows(unit.helper, "emergency")
    assert "denied" not in {outcome for _, _, outcome in acts(unit.staff.log())}
    page = page.toggle[0].set_value(True).run(timeout=LONG)
    assert len(page.warning) == 1
    page.text_input[0].set_value(case_id)
    page.text_area[0].set_value(WHY)
    press(page, "Öppna i en timme")
    assert HEARD == ["course"]


def test_one_in_an_emergency_meets_the_case_they_are_led_to(unit: Unit) -> None:
    """It is drawn for them, though they may write nothing in it; and nothing is tried on their behalf."""
    case_id = unit.staff.case(State.DRAFT)
    break_the_glass(unit.helper, case_id, WHY)
    assert "Ärendet är nu: Utkast" in told(unit.shows(unit.helper, "course", case_id))
    assert "denied" not in {outcome for _, _, outcome in acts(unit.staff.log())}


def test_alone_there_is_no_such_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor a word of it on the start page; the address leads to the start."""
    unit = Unit(tmp_path / "unit", monkeypatch)
    monkeypatch.delenv("STEGVIS_DATABASE")
    live_in(monkeypatch, tmp_path / "kept")
    alone = app_verbs.the_safe().store().acting(ALONE)
    unit.shows(alone, "emergency")
    assert HEARD == ["start"]
    page = unit.shows(alone, "start")
    assert "Öppna i nödläge" not in names(page)


def the_banner(minutes: float) -> None:
    """The banner, so long before the hour is over."""
    import datetime as dt  # noqa: PLC0415 – runs in a script of its own

    from storage.emergency import Opening, OpeningId  # noqa: PLC0415 – runs in a script of its own
    from storage.records import CaseId  # noqa: PLC0415 – runs in a script of its own
    from ui.emergency_view import show_banner  # noqa: PLC0415 – runs in a script of its own

    until = dt.datetime(2026, 11, 23, 13, 5, tzinfo=dt.UTC)
    opening = Opening(
        id=OpeningId("o"), case_id=CaseId("c"), user="u", reason="", at=until - dt.timedelta(hours=1), until=until
    )
    show_banner(opening, until - dt.timedelta(minutes=minutes))


@pytest.mark.parametrize(("minutes", "said"), [(60, "60 minuter kvar."), (59.5, "60 minuter"), (0.5, "1 minut kvar.")])
def test_the_banner_tells_until_when_on_the_school_s_clock(minutes: float, said: str) -> None:
    """And how many minutes are left, counting the one that has begun."""
    page = AppTest.from_function(the_banner, args=(minutes,)).run(timeout=LONG)
    assert said in told(page)
    assert "Det är öppet till 14.05." in told(page)


def one(step: Step, *, is_own: bool = False) -> Emergency:
    """An emergency that has come so far."""
    opening = Opening(id=OpeningId(step), case_id=CaseId("c"), user="u", reason=WHY, at=AT, until=AT + HOUR)
    return Emergency(opening=opening, step=step, is_own=is_own)


def test_nobody_is_offered_the_review_of_their_own() -> None:
    """Nor to be their own second person; and what is over is only remembered."""
    every = [one(step) for step in Step]
    assert {each.step: offered(each, "another") for each in every if offered(each, "another")} == {
        Step.WAITING: Act.CONFIRM, Step.TO_REVIEW: Act.REVIEW, Step.OVERDUE: Act.REVIEW,
    }  # fmt: skip
    own = [one(step, is_own=True) for step in Step]
    assert {each.step: offered(each, "u") for each in own if offered(each, "u")} == {Step.OPEN: Act.GO_ON}
    assert wait_for(every, "another")
    assert not wait_for([one(Step.OVERDUE, is_own=True), one(Step.OPEN)], "another")
    assert [each.step for each in that_wait(every)] == [Step.OVERDUE, Step.TO_REVIEW, Step.WAITING, Step.OPEN]


def test_minutes_are_never_below_none() -> None:
    """An hour that is over has none left."""
    opening = one(Step.OPEN).opening
    assert step_of(opening, opening.until) is Step.TO_REVIEW
    assert minutes_left(opening, opening.until + HOUR) == 0
