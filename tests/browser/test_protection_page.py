"""Protection and emergencies in a real browser: alone by one switch, and in a municipality by several people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from casework.app_verbs import CASE_FILE
from casework.cases import create_case, open_case
from casework.sessions import Limits, Sessions
from casework.unlocking import Places, Safe
from planning.access import Relation, Role
from planning.workflow.states import State
from storage.emergency import Opening, OpeningId, add_opening
from storage.keys import KEY_FILE
from storage.records import CaseId
from storage.store import CaseStore
from tests.browser.running import App, free_port
from tests.browser.steps import picture
from tests.casework.staffed import Staffed
from tests.opened_store import QUICK, key_file, opened_store

pytestmark = pytest.mark.browser
WHY = "Coach Exempel är sjuk och eleven väntar i dörren"


class Municipality:
    """A municipality's app, and the browsers of those who have logged in to it."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        self.folder, self.browser = folder, browser
        self.staff = Staffed(folder)
        self.database = f"sqlite:///{folder / 'staffed.stegvis'}"
        port = free_port()
        settings = {
            "STEGVIS_DATABASE": self.database, "STEGVIS_ADDRESS": f"http://127.0.0.1:{port}",
            "STEGVIS_OIDC_ISSUER": "https://login.example", "STEGVIS_OIDC_CLIENT_ID": "stegvis",
        }  # fmt: skip
        self.app = App(folder=folder, port=port, environment=settings)

    def sits(self, who: CaseStore) -> Page:
        """A browser in which that person has logged in."""
        places = Places(self.folder, self.database, self.folder / KEY_FILE, key_file(self.folder), is_service=True)
        secret = Sessions(Safe(places, QUICK), Limits.of({}, is_service=True)).begin(who.actor.user)
        context = self.browser.new_context(viewport={"width": 1440, "height": 900}, locale="sv-SE")
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "stegvis", "value": secret, "url": self.app.address}])
        return context.new_page()

    def was_opened(self, case_id: CaseId, who: CaseStore, days_ago: int) -> None:
        """An emergency of that day."""
        at = dt.datetime.now(dt.UTC) - dt.timedelta(days=days_ago)
        opening = Opening(
            id=OpeningId(f"opening-{days_ago}"), case_id=case_id, user=who.actor.user, reason=WHY, at=at,
            until=at + dt.timedelta(hours=1),
        )  # fmt: skip
        with self.staff.store.writing() as writer:
            add_opening(writer, opening)


@pytest.fixture
def town(tmp_path: Path, browser: Browser) -> Iterator[Municipality]:
    """It runs, and nobody has come yet."""
    made = Municipality(tmp_path / "data", browser)
    made.app.start()
    yield made
    made.app.kill()
    for context in browser.contexts:
        context.close()


def test_one_who_is_alone_protects_an_identity(app: App, page: Page) -> None:
    """From the course of the case: what is emptied is read and ticked first, and then the name is gone from the bar."""
    app.folder.mkdir(parents=True, exist_ok=True)
    store = opened_store(app.folder / CASE_FILE)
    case_id = create_case(store, name="Test Testsson")
    page.goto(f"{app.address}/gang?arende={case_id}")
    page.get_by_role("button", name="Vem ser ärendet").click()
    expect(page.get_by_role("heading", name="Vem ser ärendet")).to_be_visible()
    page.get_by_text("Det här händer då").click()
    expect(page.get_by_text("Det här töms i ärendet")).to_be_visible()
    picture(page, "skydd")
    page.get_by_role("button", name="Skydda uppgifterna").click()
    expect(page.get_by_text("Läs vad som töms, och kryssa i att du vet det.")).to_be_visible()
    page.get_by_text("Jag vet att namn, födelsedatum").click()
    page.get_by_role("button", name="Skydda uppgifterna").click()
    expect(page.get_by_text("Uppgifterna är skyddade.")).to_be_visible()
    expect(page.get_by_text("Test Testsson")).to_have_count(0)
    picture(page, "skyddat")
    assert open_case(store, case_id).facts.student == "T."
    store.close()


def test_a_colleague_opens_in_an_emergency_and_the_coordinator_goes_through_it(town: Municipality) -> None:
    """With the banner on the pages of the case; on the coordinator's start the overdue stand first."""
    helper, lead = town.staff.somebody(Role.COACH), town.staff.somebody(Role.COORDINATOR)
    case_id, late = town.staff.case(State.DRAFT), town.staff.case(State.DRAFT)
    town.was_opened(late, helper, 9)
    at = town.sits(helper)
    at.goto(town.app.address)
    at.get_by_role("button", name="Öppna i nödläge").click()
    at.get_by_label("Ärendets nummer").fill(case_id)
    at.get_by_label("Varför kan det inte vänta?").fill(WHY)
    picture(at, "nodlage")
    at.get_by_role("button", name="Öppna i en timme").click()
    expect(at.get_by_text("60 minuter kvar.")).to_be_visible()
    expect(at.get_by_role("heading", name="Ärendet är nu: Utkast")).to_be_visible()
    picture(at, "nodlage-oppet")
    at.get_by_role("button", name="Vem ser ärendet").click()
    expect(at.get_by_role("heading", name="Vem ser ärendet")).to_be_visible()
    expect(at.get_by_text("minuter kvar.")).to_be_visible()
    over = town.sits(lead)
    over.goto(town.app.address)
    expect(over.get_by_text("Gör det nu.")).to_be_visible()
    picture(over, "nodlagen-start")
    over.get_by_role("button", name="Gå igenom").click()
    expect(over.get_by_role("heading", name="Att gå igenom")).to_be_visible()
    picture(over, "nodlagen")
    over.get_by_role("button", name="Genomgången").click()
    expect(over.get_by_role("button", name="Genomgången")).to_have_count(0)
    expect(over.get_by_text("Tidigare (1)")).to_be_visible()


def test_a_coordinator_sees_who_is_named_and_keeps_the_case_from_a_guardian(town: Municipality) -> None:
    """With the reason tried; the table tells of it."""
    lead, coach = town.staff.somebody(Role.COORDINATOR), town.staff.somebody(Role.COACH)
    guardian = town.staff.somebody(Role.GUARDIAN, unit="")
    case_id = town.staff.case(State.DRAFT)
    town.staff.name(case_id, guardian, Role.GUARDIAN, Relation.GUARDIAN_OF)
    at = town.sits(lead)
    at.goto(f"{town.app.address}/personer?arende={case_id}")
    at.get_by_label("Personens nummer").fill(coach.actor.user)
    at.get_by_role("button", name="Ge ärendet").click()
    expect(at.get_by_role("cell", name="Coachen", exact=True)).to_be_visible()
    at.get_by_text("Skälet är prövat och står i elevakten").click()
    at.get_by_role("button", name="Håll ärendet från personen").click()
    expect(at.get_by_role("cell", name="Nej, hålls utanför")).to_be_visible()
    at.get_by_role("heading", name="Vem ser ärendet").scroll_into_view_if_needed()
    picture(at, "personer")
