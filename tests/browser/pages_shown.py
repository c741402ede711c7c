"""The one list of pages: how each is reached in each of its states. Whoever adds a page adds it here.

`tests/browser/test_every_page.py` fails while a page of `ui/frame/ways.py` has no place in the list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.house import House, drawn, heading
from tests.browser.logged import PHRASE

Reach = Callable[[House], Page]


@dataclass(frozen=True)
class Shown:
    """A page in one of its states. `page` is its name in `ui/frame/ways.py`; empty: it is none of the app's."""

    key: str
    page: str
    about: str
    reach: Reach
    has_name: bool = False
    """Whether the invented student's name and answers stand on it, so that the veil has something to cover."""


def at(who: str, path: str, case: str = "", head: str = "") -> Reach:
    """Reached by its address alone; there when that heading is."""

    def go(house: House) -> Page:
        page = house.go(who, path, case)
        if head:
            heading(page, head)
            drawn(page)
        return page

    return go


SHOWN: list[Shown] = [
    Shown("start", "start", "The coach's cases.", at("alone", ""), has_name=True),
    Shown("start-empty", "start", "A coach who has none yet.", at("newcomer", "")),
    Shown("start-coordinator", "start", "One who leads coaches.", at("coordinator", "")),
    Shown("start-principal", "start", "A rektor.", at("rektor", "")),
    Shown("start-mentor", "start", "The school's own.", at("mentor", "")),
    Shown("start-administrator", "start", "One who keeps users and keys.", at("administrator", "")),
    Shown("start-guardian", "start", "A guardian.", at("guardian", "")),
    Shown("start-student", "start", "The student.", at("student", "")),
    Shown("timetable", "timetable", "The ordinary week.", at("alone", "schema", "demo"), has_name=True),
    Shown("timetable-empty", "timetable", "Before there is a week.", at("alone", "schema", "new")),
    Shown("terms", "terms", "What the adults know.", at("alone", "ramar", "demo"), has_name=True),
    Shown("questions-begin", "questions", "The opening words.", at("alone", "fragor", "conflict")),
    Shown("alerts", "alerts", "What obliges somebody to act.", at("alone", "att-ta-hand-om", "held")),
    Shown("summary", "summary", "What has been said.", at("alone", "sammanfattning", "demo"), has_name=True),
    Shown("plan-conflict", "plan", "What collides.", at("alone", "plan", "conflict", "Det går inte ihop just nu")),
    Shown("plan-locked", "plan", "A plan that lies at the school.", at("alone", "plan", "sent")),
    Shown("documents-ready", "documents", "Nothing is missing.", at("alone", "dokument", "ready")),
    Shown("school-facts", "school_facts", "For the school.", at("alone", "uppgifter", "demo"), has_name=True),
    Shown("to-do", "to_do", "The adults' tasks.", at("alone", "att-gora", "demo"), has_name=True),
    Shown("guardians", "guardians", "The guardians' own form.", at("alone", "vardnadshavare", "demo")),
    Shown("paper", "paper", "Paper forms.", at("alone", "papper", "demo"), has_name=True),
    Shown("returned", "returned", "The school's answer.", at("alone", "beslut", "sent")),
    Shown("log", "log", "Who has done what.", at("alone", "logg")),
    Shown("course", "course", "How far the case has come.", at("alone", "gang", "demo"), has_name=True),
    Shown("course-sent", "course", "At the school.", at("alone", "gang", "sent")),
    Shown("people", "people", "Who sees the case.", at("alone", "personer", "demo"), has_name=True),
    Shown("people-town", "people", "Who sees it where several work.", at("coordinator", "personer", "ours")),
    Shown("emergency", "emergency", "Opening in an emergency.", at("newcomer", "nodlage")),
    Shown("home-guardian", "home", "What those at home see.", at("guardian", "hemma", "ours")),
    Shown("my-week-student", "my_week", "The student's own start.", at("student", "min-vecka", "ours")),
    Shown("principal", "principal", "To decide on.", at("rektor", "rektor", "ours", "Förslag att besluta om")),
    Shown("settings", "settings", "What a school may change.", at("alone", "installningar")),
]


def shown(key: str, page: str, *, has_name: bool = False) -> Callable[[Reach], Reach]:
    """Puts a way of reaching a page on the list."""

    def keep(reach: Reach) -> Reach:
        SHOWN.append(Shown(key, page, (reach.__doc__ or "").strip(), reach, has_name))
        return reach

    return keep


def press(page: Page, name: str) -> None:
    """Press a button, and wait until the page stands still."""
    page.get_by_role("button", name=name, exact=True).first.click()
    drawn(page)


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


@shown("plan", "plan", has_name=True)
def plan(house: House) -> Page:
    """The plan, its first step."""
    return at("alone", "plan", "demo", "Planen, steg för steg")(house)


@shown("plan-lesson", "plan", has_name=True)
def plan_lesson(house: House) -> Page:
    """A lesson opened: why it stands there."""
    page = plan(house)
    page.locator("[data-step='4']").click()
    drawn(page)
    page.locator("button.lesson[data-state=in]").first.click()
    drawn(page)
    return page


@shown("plan-choices", "plan", has_name=True)
def plan_choices(house: House) -> Page:
    """Other plans to choose among, side by side."""
    page = plan(house)
    page.get_by_role("button", name="Leta efter andra planer").wait_for(timeout=90_000)
    press(page, "Leta efter andra planer")
    page.get_by_role("button", name="Välj den här").first.wait_for(timeout=90_000)
    drawn(page)
    return page


@shown("documents", "documents", has_name=True)
def documents(house: House) -> Page:
    """What can be fetched, and by whom."""
    plan(house)
    return house.go("alone", "dokument", "demo")


@shown("home", "home", has_name=True)
def home(house: House) -> Page:
    """What those at home see, as the coach shows it."""
    plan(house)
    return house.go("alone", "hemma", "demo")


@shown("my-week", "my_week", has_name=True)
def my_week(house: House) -> Page:
    """The student's own week, as the coach shows it."""
    plan(house)
    return house.go("alone", "min-vecka", "demo")


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


@shown("broken", "")
def broken(house: House) -> Page:
    """A case that cannot be read: what can be done about it, and the way home."""
    page = house.go("alone", "schema", "damaged")
    page.get_by_role("link", name="Till början").wait_for()
    return page


@shown("nowhere", "")
def nowhere(house: House) -> Page:
    """An address that there is not."""
    page = house.stands_before("alone", "/finns-inte")
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


def setting(kind: str, title: str) -> Reach:
    """One kind of settings, opened from the list of them."""

    def go(house: House) -> Page:
        page = at("alone", "installningar", head="Inställningar")(house)
        page.locator(f".st-key-open_{kind} button").click()
        heading(page, title)
        drawn(page)
        return page

    return go


SHOWN += [
    Shown("settings-routines", "settings", "Who is given what.", setting("routines", "Rutiner och nummer")),
    Shown("settings-calendar", "settings", "The school year.", setting("calendar", "Läsår och lov")),
    Shown("settings-rooms", "settings", "Rooms.", setting("rooms", "Salar och lugna platser")),
    Shown("settings-questions", "settings", "Questions.", setting("questions", "Egna frågor")),
    Shown("settings-rules", "settings", "Limits and words.", setting("rules", "Gränser och ord")),
]
