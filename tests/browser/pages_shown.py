"""The one list of pages: how each is reached in each of its states. Whoever adds a page adds it here.

`tests/browser/test_every_page.py` fails while a page of `ui/frame/ways.py` has no place in the list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.house import House, drawn, heading
from tests.browser.logged import PHRASE


@dataclass(frozen=True)
class Shown:
    """A page in one of its states. `page` is its name in `ui/frame/ways.py`; empty: it is none of the app's."""

    key: str
    page: str
    reach: Callable[[House], Page]
    has_name: bool = False
    """Whether the student's name can be seen on it, so that the veil has something to do."""


SHOWN: list[Shown] = []


Reach = Callable[[House], Page]


def shown(key: str, page: str, *, has_name: bool = False) -> Callable[[Reach], Reach]:
    """Puts a way of reaching a page on the list."""

    def keep(reach: Reach) -> Reach:
        SHOWN.append(Shown(key, page, reach, has_name))
        return reach

    return keep


def press(page: Page, name: str, *, is_exact: bool = True) -> None:
    """Press a button, and wait until the page stands still."""
    page.get_by_role("button", name=name, exact=is_exact).first.click()
    drawn(page)


@shown("start", "start", has_name=True)
def start(house: House) -> Page:
    """The coach's cases."""
    return house.go("alone", "")


@shown("start-empty", "start")
def start_empty(house: House) -> Page:
    """A coach who has none yet."""
    return house.go("newcomer", "")


@shown("start-coordinator", "start")
def start_coordinator(house: House) -> Page:
    """One who leads coaches."""
    return house.go("coordinator", "")


@shown("start-principal", "start")
def start_principal(house: House) -> Page:
    """A rektor."""
    return house.go("principal", "")


@shown("start-guardian", "start")
def start_guardian(house: House) -> Page:
    """A guardian."""
    return house.go("guardian", "")


@shown("start-student", "start")
def start_student(house: House) -> Page:
    """The student."""
    return house.go("student", "")


@shown("timetable", "timetable", has_name=True)
def timetable(house: House) -> Page:
    """The ordinary week."""
    return house.go("alone", "schema", "demo")


@shown("timetable-empty", "timetable")
def timetable_empty(house: House) -> Page:
    """Before there is a week."""
    return house.go("alone", "schema", "new")


@shown("terms", "terms", has_name=True)
def terms(house: House) -> Page:
    """What the adults know."""
    return house.go("alone", "ramar", "demo")


@shown("questions-begin", "questions")
def questions_begin(house: House) -> Page:
    """The opening words."""
    return house.go("alone", "fragor", "conflict")


@shown("questions", "questions", has_name=True)
def questions(house: House) -> Page:
    """A question."""
    page = house.go("alone", "fragor", "demo")
    page.locator(".card h2").wait_for()
    return page


@shown("questions-reading", "questions", has_name=True)
def questions_reading(house: House) -> Page:
    """Its dialog of text and reading."""
    page = questions(house)
    page.locator("[data-act=aids]").click()
    page.locator("dialog[open]").wait_for()
    return page


@shown("questions-paused", "questions", has_name=True)
def questions_paused(house: House) -> Page:
    """Done for today."""
    page = questions(house)
    page.locator("[data-act=pause]").click()
    page.wait_for_timeout(200)
    return page


@shown("summary", "summary", has_name=True)
def summary(house: House) -> Page:
    """What has been said."""
    return house.go("alone", "sammanfattning", "demo")


@shown("plan", "plan", has_name=True)
def plan(house: House) -> Page:
    """The plan, its first step."""
    page = house.go("alone", "plan", "demo")
    heading(page, "Planen, steg för steg")
    drawn(page)
    return page


@shown("plan-lesson", "plan", has_name=True)
def plan_lesson(house: House) -> Page:
    """A lesson opened: why it stands there."""
    page = plan(house)
    page.locator("[data-step='4']").click()
    drawn(page)
    page.locator("button.lesson[data-state=in]").first.click()
    drawn(page)
    return page


@shown("plan-conflict", "plan")
def plan_conflict(house: House) -> Page:
    """What collides, and the ways out."""
    page = house.go("alone", "plan", "conflict")
    heading(page, "Det går inte ihop just nu")
    return page


@shown("plan-locked", "plan")
def plan_locked(house: House) -> Page:
    """A plan that lies at the school."""
    return house.go("alone", "plan", "sent")


@shown("documents", "documents", has_name=True)
def documents(house: House) -> Page:
    """What can be fetched, and by whom."""
    plan(house)
    return house.go("alone", "dokument", "demo")


@shown("documents-ready", "documents")
def documents_ready(house: House) -> Page:
    """Nothing is missing."""
    return house.go("alone", "dokument", "ready")


@shown("school-facts", "school_facts", has_name=True)
def school_facts(house: House) -> Page:
    """What the school has to fill in."""
    return house.go("alone", "uppgifter", "demo")


@shown("alerts", "alerts")
def alerts(house: House) -> Page:
    """What obliges somebody to act."""
    return house.go("alone", "att-ta-hand-om", "held")


@shown("to-do", "to_do", has_name=True)
def to_do(house: House) -> Page:
    """The adults' tasks."""
    return house.go("alone", "att-gora", "demo")


@shown("guardians", "guardians")
def guardians(house: House) -> Page:
    """The guardians' own form."""
    return house.go("alone", "vardnadshavare", "demo")


@shown("hand-over", "handover")
def hand_over(house: House) -> Page:
    """The screen in the hands of somebody else."""
    page = house.go("coach", "vardnadshavare", "ours")
    if page.get_by_text("Nu är det er tur").count():
        return page
    press(page, "Låt vårdnadshavaren svara själv")
    page.get_by_label("Välj en kod, minst fyra tecken").fill("2468")
    press(page, "Lämna över skärmen")
    page.get_by_text("Nu är det er tur").wait_for()
    return page


@shown("paper", "paper", has_name=True)
def paper(house: House) -> Page:
    """Paper forms, printed and typed in."""
    return house.go("alone", "papper", "demo")


@shown("returned", "returned")
def returned(house: House) -> Page:
    """The school's answer."""
    return house.go("alone", "beslut", "sent")


@shown("log", "log")
def log(house: House) -> Page:
    """Who has done what."""
    return house.go("alone", "logg")


@shown("course", "course", has_name=True)
def course(house: House) -> Page:
    """How far the case has come."""
    return house.go("alone", "gang", "demo")


@shown("course-sent", "course")
def course_sent(house: House) -> Page:
    """At the school."""
    return house.go("alone", "gang", "sent")


@shown("people", "people", has_name=True)
def people(house: House) -> Page:
    """Who sees the case."""
    return house.go("alone", "personer", "demo")


@shown("people-town", "people")
def people_town(house: House) -> Page:
    """Who sees it where several work."""
    return house.go("coordinator", "personer", "ours")


@shown("emergency", "emergency")
def emergency(house: House) -> Page:
    """Opening in an emergency."""
    return house.go("newcomer", "nodlage")


@shown("broken", "")
def broken(house: House) -> Page:
    """A case that cannot be read: what can be done about it, and the way home."""
    page = house.go("alone", "schema", "damaged")
    page.get_by_role("link", name="Till början").wait_for()
    return page


@shown("nowhere", "")
def nowhere(house: House) -> Page:
    """An address that there is not."""
    page = house.tab("alone")
    page.goto(f"{house.address('alone')}/finns-inte")
    page.get_by_role("heading", name="Sidan finns inte").wait_for()
    return page


@shown("door-log-in", "")
def door_log_in(house: House) -> Page:
    """A municipality's door."""
    return house.stands_before("nobody", "/las-upp")


@shown("door-logged-out", "")
def door_logged_out(house: House) -> Page:
    """After one has left."""
    return house.stands_before("nobody", "/logga-ut")


@shown("door-choose", "")
def door_choose(house: House) -> Page:
    """The first time: a passphrase is chosen."""
    page = house.stands_before("locked", "/las-upp")
    if page.get_by_label("Ny lösenfras").count():
        page.get_by_label("Ny lösenfras").fill("kort")
    return page


@shown("door-key", "")
def door_key(house: House) -> Page:
    """The printed key, shown once."""
    page = house.stands_before("locked", "/las-upp")
    page.get_by_label("Ny lösenfras").fill(PHRASE)
    page.get_by_label("Samma en gång till").fill(PHRASE)
    page.get_by_role("button", name="Lås med den här lösenfrasen").click()
    page.get_by_role("heading", name="Din återställningsnyckel").wait_for()
    return page


@shown("door-locked", "")
def door_locked(house: House) -> Page:
    """Locked, and what was typed did not open."""
    _chosen(house)
    page = house.stands_before("locked", "/las-upp")
    page.get_by_label("Lösenfras", exact=True).fill("fel fras, helt och hållet")
    page.get_by_role("button", name="Öppna").click()
    page.get_by_role("alert").wait_for()
    return page


@shown("door-recover", "")
def door_recover(house: House) -> Page:
    """The way in for one who has forgotten it."""
    _chosen(house)
    return house.stands_before("locked", "/las-upp/nyckel")


def _chosen(house: House) -> None:
    """A passphrase has been chosen, and nobody is in."""
    page = house.stands_before("locked", "/las-upp")
    if page.get_by_label("Ny lösenfras").count():
        door_key(house)
    house.tab("locked").context.clear_cookies()
