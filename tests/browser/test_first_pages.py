"""What each role meets first in a municipality, on a phone: what is theirs, a way on, and nothing of anybody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from casework.cases import open_case
from casework.demo import demo_timetable
from planning.access import Relation, Role
from planning.workflow.states import State
from questionnaire.answers import QuestionId
from storage.records import CaseId
from tests.browser.house import drawn
from tests.browser.steps import picture
from tests.browser.test_protection_page import Municipality
from tests.casework.lived_cases import PRIVATELY, lived
from tests.casework.staffed import ELSEWHERE
from tests.private_words import private_words_in

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
SLEEP = QuestionId("G04")


class Town(Municipality):
    """Two schools with cases in several states; somebody of each role at the first."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        super().__init__(folder, browser)
        staff = self.staff
        self.kim = lived(staff, timetable=demo_timetable(), name="Kim", answers=PRIVATELY)
        self.robin = lived(staff, State.SENT, name="Robin", waited=4)
        self.alva = lived(staff, State.PREPARED, name="Alva", waited=9)
        self.noor = lived(staff, State.DRAFT, name="Noor")
        self.other = lived(staff, State.SENT, name="Annan", unit=ELSEWHERE)

    def comes(
        self, role: Role, *named_for: CaseId, relation: Relation = Relation.ASSIGNED, unit: str | None = None
    ) -> Page:
        """Somebody with that role, on a phone, where they begin."""
        who = self.staff.somebody(role, **({} if unit is None else {"unit": unit}))
        for case_id in named_for:
            self.staff.name(case_id, who, role, relation)
        page = self.sits(who)
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # width and height
        page.goto(self.app.address)
        drawn(page)
        return page

    def guardian(self, *of: CaseId) -> Page:
        """A guardian."""
        return self.comes(Role.GUARDIAN, *of, relation=Relation.GUARDIAN_OF, unit="")

    def student(self, case_id: CaseId) -> Page:
        """The student."""
        return self.comes(Role.STUDENT, case_id, relation=Relation.SELF, unit="")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Town]:
    """It runs; each test comes as somebody of its own."""
    made = Town(tmp_path_factory.mktemp("town") / "data", browser)
    made.app.start()
    yield made
    made.app.kill()
    for context in browser.contexts:
        context.close()


def keeps_within(page: Page) -> bool:
    """Whether nothing has to be moved sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_a_coach_meets_the_day_and_the_cases(town: Town) -> None:
    """Times and meetings of today, what the rektor does, and a way on in each case; no other coach's."""
    page = town.comes(Role.COACH, town.kim, town.robin, town.noor)
    expect(page.get_by_role("heading", name=re.compile("I dag,"))).to_be_visible()
    expect(page.get_by_text("Väntar på rektorn · 4 dagar")).to_be_visible()
    expect(page.locator(f".st-key-case_card_{town.kim}")).to_contain_text("Att ta hand om först")
    assert private_words_in(page.locator("body").inner_text()) == []
    expect(page.get_by_text("Alva")).to_have_count(0)
    assert keeps_within(page)
    picture(page, "start-coach")
    page.locator(f".st-key-go_{town.robin} button").click()
    expect(page.get_by_role("heading", name="Ärendet är nu: Skickad till skolan")).to_be_visible()


def test_a_rektor_meets_what_waits_for_a_decision(town: Town) -> None:
    """The longest wait first, with its days; nothing that is drafted, and nothing of another school."""
    page = town.comes(Role.PRINCIPAL)
    expect(page.get_by_role("heading", name="Att besluta om")).to_be_visible()
    cards = page.locator("[class*='st-key-case_card_']")
    expect(cards.nth(0)).to_contain_text("Alva")
    expect(cards.nth(0)).to_contain_text("Har väntat: 9 dagar")
    expect(cards.nth(1)).to_contain_text("Robin")
    for name in ("Noor", "Annan"):
        expect(page.get_by_text(name)).to_have_count(0)
    assert keeps_within(page)
    picture(page, "start-rektor")
    cards.nth(0).get_by_role("button", name="Läs och besluta").click()
    expect(page).to_have_url(re.compile(f"/rektor.*{town.alva}"))


def test_a_coordinator_meets_the_unit_and_for_whom_it_waits(town: Town) -> None:
    """And nothing that was said in it."""
    page = town.comes(Role.COORDINATOR)
    expect(page.get_by_role("heading", name="Enhetens ärenden")).to_be_visible()
    expect(page.get_by_text(re.compile("Under beredning · Näst på tur: rektorn · 9 dagar"))).to_be_visible()
    expect(page.get_by_text("Annan")).to_have_count(0)
    assert private_words_in(page.locator("body").inner_text()) == []
    picture(page, "start-samordnare")


def test_a_mentor_meets_the_week_and_fetches_the_cards(town: Town) -> None:
    """Of the student that they are named for."""
    page = town.comes(Role.MENTOR, town.kim)
    expect(page.get_by_text("Steg 1 · v.")).to_be_visible()
    expect(page.get_by_text("Robin")).to_have_count(0)
    picture(page, "start-mentor")
    with page.expect_download() as download:
        page.locator("[data-file='lararkort.pdf']").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER])
def test_those_who_keep_the_installation_meet_their_work_and_no_student(town: Town, role: Role) -> None:
    """No name is there, and there is something to do."""
    page = town.comes(role)
    expect(page.get_by_role("heading", name=re.compile("Det du (sköter|ser efter)"))).to_be_visible()
    told = page.locator("body").inner_text()
    assert not any(name in told for name in ("Kim", "Robin", "Alva", "Noor", "Annan"))
    picture(page, f"start-{role}")


def test_a_guardian_comes_straight_to_the_child_s_page(town: Town) -> None:
    """Today, whom to ring, the paper to fetch; nothing private, and no bar of steps that leads nowhere."""
    page = town.guardian(town.kim)
    expect(page.get_by_role("heading", name="Till er hemma")).to_be_visible()
    expect(page.get_by_role("link", name="070-123 45 67")).to_have_attribute("href", "tel:0701234567")
    expect(page.get_by_role("button", name="Dokument")).to_have_count(0)
    assert private_words_in(page.content()) == []
    assert keeps_within(page)
    picture(page, "hemma")
    page.set_viewport_size({"width": 320, "height": 640})
    assert keeps_within(page)
    with page.expect_download() as download:
        page.locator("[data-file='vardnadshavare.pdf']").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


def test_a_guardian_answers_and_what_stood_before_is_not_shown(town: Town) -> None:
    """The answer is kept as the guardian's own."""
    page = town.guardian(town.kim)
    page.get_by_role("button", name="Svara på våra frågor").click()
    page.get_by_role("button", name="Börja", exact=True).click()
    expect(page.locator(".card h2")).to_have_text("Kan någon vuxen vara hemma på morgonen före skolan?")
    page.wait_for_timeout(300)
    page.locator("[data-choice=no]").click()
    expect(page.locator(".state").first).to_have_text("Sparat")
    answer = open_case(town.staff.store, town.kim).sheet.of("G01")
    assert answer is not None
    assert (answer.choice, answer.by) == ("no", "guardian")


def test_a_guardian_of_two_chooses(town: Town) -> None:
    """Each leads to that child's page, and one that is only drafted says so."""
    page = town.guardian(town.kim, town.noor)
    expect(page.get_by_role("heading", name="Öppna sidan för")).to_be_visible()
    page.locator(f".st-key-go_{town.noor} button").click()
    expect(page.get_by_text("Ni behöver inte göra något just nu.")).to_be_visible()
    picture(page, "hemma-utan-plan")


def test_the_page_to_those_at_home_runs_the_other_way_too(town: Town) -> None:
    """From right to left nothing overflows, lines begin at the right, and times stay as they are."""
    page = town.guardian(town.kim)
    expect(page.locator(".home .day").first).to_be_visible()
    page.evaluate("document.documentElement.dir = 'rtl'")
    for width in (320, 390, 1440):
        page.set_viewport_size({"width": width, "height": 844})
        assert keeps_within(page)
    day = page.locator(".home dl").first
    label, told = day.locator("dt").first.bounding_box(), day.locator("dd").first.bounding_box()
    assert label is not None
    assert told is not None
    assert label["x"] > told["x"]
    assert page.locator(".home bdi[dir=ltr]").first.evaluate("one => getComputedStyle(one).direction") == "ltr"
    picture(page, "hemma-hoger-till-vanster")


def test_the_page_to_those_at_home_prints_on_one_page(town: Town) -> None:
    """Without the bar and the buttons."""
    page = town.guardian(town.kim)
    expect(page.locator(".home .day").first).to_be_visible()
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 1


def test_the_student_s_week_is_the_student_s_start(town: Town) -> None:
    """Day by day, large enough to hit; too much leads to the smaller day, and back."""
    page = town.student(town.kim)
    expect(page.locator(".week h2")).to_be_visible()
    expect(page.get_by_role("button", name="Dokument")).to_have_count(0)
    assert keeps_within(page)
    for button in page.locator(".week button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 64
    assert "%" not in page.locator(".week").inner_text()
    assert private_words_in(page.content()) == []
    picture(page, "min-vecka")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # width and height
    page.locator(".days button").nth(2).click()
    expect(page.locator(".days button").nth(2)).to_have_attribute("aria-current", "date")
    page.locator(".days button").nth(0).click()
    page.get_by_role("button", name="Det blir för mycket").click()
    expect(page.locator(".week h2")).to_have_text("Den här dagen räknas också.")
    expect(page.locator(".week h2")).to_be_focused()
    picture(page, "min-vecka-for-mycket")
    page.get_by_role("button", name="Tillbaka till veckan").click()
    page.get_by_role("button", name="Mina svar").click()
    expect(page.locator(".week h2")).to_have_text("Mina svar")
    picture(page, "min-vecka-svar")


def test_the_student_answers_alone_and_comes_back_to_the_week(town: Town) -> None:
    """Without any of what a coach sees beside the questions, also where something is to be taken care of."""
    page = town.student(town.kim)
    page.get_by_role("button", name="Svara på frågor").click()
    expect(page.locator(".card h2")).to_be_visible()
    expect(page.get_by_text("Vem trycker?")).to_have_count(0)
    expect(page.get_by_role("button", name="Låt eleven svara själv")).to_have_count(0)
