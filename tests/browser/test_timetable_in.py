"""A timetable comes in by each of the four ways, is put right by taps, and is replaced when one has seen what by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.running import TABLE, App
from tests.browser.steps import WIDTHS, begin_case, choose_in_list, drop_table, picture

pytestmark = pytest.mark.browser

LINES = "Måndag\n08.10–09.00 Bild B204\n9:15-10:15 Matematik\nTisdag\n0810–0900 Musik, M1, Bo Påhittad\n"
GRID = "Tid\tMån\tTis\tOns\n08.10–09.00\tBild B204\tMusik\t\n09.15–10.15\tMatematik\t\tNO\n"
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;TZID=Europe/Stockholm:20260831T081000
DTEND;TZID=Europe/Stockholm:20260831T090000
RRULE:FREQ=WEEKLY;COUNT=8
SUMMARY:Bild
END:VEVENT
END:VCALENDAR
"""
WEEK = {
    "Matematik": [0, 11, 22, 8], "Svenska": [1, 10, 23, 4], "Engelska": [2, 13, 20], "Idrott och hälsa": [3, 14],
    "Bild": [12, 21], "Historia": [5, 17], "Kemi": [6, 19], "Musik": [7, 15], "Slöjd": [24, 29], "Spanska": [16, 28],
}  # fmt: skip
"""A week of 25 lessons: subjects, and the hours they are tapped into, counted day by day."""


def settled(page: Page) -> None:
    """Wait until the page is drawn."""
    page.wait_for_timeout(150)
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached()


def paste(page: Page, text: str, *, way: str = "Klistra in en tabell", field: str = "Tabellen") -> None:
    """Paste that and have it read."""
    page.get_by_role("button", name=way).click()
    page.get_by_label(field).fill(text)
    page.get_by_role("button", name="Läs", exact=True).click()


def no_sideways(page: Page) -> None:
    """Nothing has to be scrolled sideways, on a small phone or a large one."""
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_timeout(250)
        over = page.locator("[data-testid=stMain]").evaluate("main => main.scrollWidth - main.clientWidth")
        assert over <= 0, f"{over} px too wide at {width}"
    page.set_viewport_size({"width": WIDTHS["1440"][0], "height": WIDTHS["1440"][1]})


@pytest.mark.parametrize(
    ("text", "lessons"),
    [(GRID, 4), (LINES, 3), ("mån;8.10;9.00;Bild;B204\nti;8.10;9.00;Musik;M1\n", 2), (TABLE, 14)],
    ids=["grid", "lines", "without headings", "with headings"],
)
def test_a_table_is_read_however_it_was_copied(app: App, page: Page, text: str, lessons: int) -> None:
    """And looked at as a week before anything is kept."""
    begin_case(page, app)
    paste(page, text)
    expect(page.get_by_role("heading", name="Stämmer det?")).to_be_visible()
    expect(page.get_by_text(f"{lessons} lektioner i veckan")).to_be_visible()
    no_sideways(page)


def test_a_calendar_is_pasted_and_a_link_is_answered_calmly(app: App, page: Page) -> None:
    """Nothing is ever fetched: it is said how the content is found, and either box takes it."""
    begin_case(page, app)
    paste(page, "webcal://example.org/schema.ics", way="Klistra in en kalender", field="Kalenderns innehåll")
    expect(page.get_by_text("Det där är en länk.")).to_be_visible()
    no_sideways(page)
    page.get_by_role("button", name="Andra sätt").click()
    paste(page, CALENDAR)
    expect(page.get_by_text("1 lektion i veckan, 50 min undervisning")).to_be_visible()


def test_a_week_is_tapped_in_forty_taps_and_the_next_student_starts_from_the_bells(app: App, page: Page) -> None:
    """From the way that is chosen to the week that is kept."""
    begin_case(page, app)
    taps = 0

    def tap(what: Locator) -> None:
        nonlocal taps
        what.click()
        taps += 1

    tap(page.get_by_role("button", name="Tryck in ämnen"))
    for subject, slots in WEEK.items():
        tap(page.locator(f"[data-subject='{subject}']"))
        for slot in slots:
            tap(page.locator(".slot").nth(slot))
    expect(page.get_by_text("25 lektioner i veckan.")).to_be_visible()
    picture(page, "20-tryckt-vecka")
    no_sideways(page)
    tap(page.get_by_role("button", name="Titta på veckan"))
    expect(page.get_by_text("25 lektioner i veckan,")).to_be_visible()
    tap(page.get_by_role("button", name="Ja, spara schemat"))
    expect(page.get_by_role("button", name="Ändra i schemat")).to_be_visible()
    assert taps <= 40

    page.goto(app.address)
    begin_case(page, app, "Alex Exempel")
    page.get_by_role("button", name="Tryck in ämnen").click()
    expect(page.locator(".slot").first).to_be_visible()
    expect(page.get_by_text("Skriv skolans tider en gång")).to_have_count(0)


def test_tapping_by_keyboard_undo_and_a_reload(app: App, page: Page) -> None:
    """Arrows go between the hours, a tap too many is undone, and a reload loses nothing."""
    begin_case(page, app)
    page.get_by_role("button", name="Tryck in ämnen").click()
    page.get_by_text("Lektionstider och lunch").wait_for()
    bells = "8.10-9.00\n09.10–10.00\n11.30 12.00 lunch\nsen"
    page.get_by_label("Lektionstider och lunch, en rad för varje").fill(bells)
    page.get_by_role("button", name="Använd", exact=True).click()
    expect(page.get_by_text("Det här gick inte att läsa som tider: sen.")).to_be_visible()
    expect(page.locator(".slot")).to_have_count(10)
    page.locator(".slot").first.click()
    expect(page.get_by_text("Välj ett ämne först.")).to_be_visible()

    page.locator("[data-subject='Bild']").press("Enter")
    page.get_by_label("Sal för Bild").fill("B204")
    page.locator(".slot").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="tisdag 09.10–10.00: Bild B204")).to_be_focused()
    expect(page.get_by_text("2 lektioner i veckan.")).to_be_visible()
    page.get_by_role("button", name="Ångra", exact=True).click()
    expect(page.get_by_text("1 lektion i veckan.")).to_be_visible()

    page.reload()
    page.get_by_role("button", name="Tryck in ämnen").click()
    expect(page.get_by_text("1 lektion i veckan.")).to_be_visible()


def test_an_overlap_weeks_and_a_group_are_put_right_by_taps(app: App, page: Page) -> None:
    """Each says what it will do, and can be undone."""
    begin_case(page, app)
    paste(
        page,
        "Dag;Tid;Ämne;Vecka\nmån;8.10-9.00;Bild;\nmån;8.10-9.00;Musik;\ntis;8.10-9.00;NO;v 35, 37\n"
        "tis;8.10-9.00;SO;v 36, 38\nons;8.10-9.00;Slöjd grupp A;\nons;8.10-9.00;Slöjd grupp B;\n",
    )
    page.get_by_role("button", name="Gör udda och jämna veckor av dem").click()
    page.get_by_role("button", name="Grupp B (tar bort 1 lektion)").click()
    page.get_by_role("button", name="Musik udda veckor, Bild jämna").click()
    expect(page.get_by_text("att se över")).to_have_count(0)
    expect(page.get_by_text("3 lektioner i veckan")).to_be_visible()
    page.get_by_role("button", name="Ångra det senaste").click()
    page.get_by_role("button", name="Bara Musik", exact=True).click()
    no_sideways(page)
    page.get_by_role("button", name="Ja, spara schemat").click()
    expect(page.get_by_role("button", name="Gå vidare")).to_be_visible()
    expect(page.get_by_text("Bild", exact=True)).to_have_count(0)


def test_a_row_is_put_right_where_it_stands(app: App, page: Page, tmp_path: Path) -> None:
    """With its own words, and what is read of it joins the week."""
    begin_case(page, app)
    file = tmp_path / "schema.csv"
    file.write_text(TABLE, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("1 rad kunde inte läsas – visa").click()
    row = page.get_by_label("rad 18: starttiden går inte att läsa")
    expect(row).to_have_value("Fredag; sen; ; Oläslig rad")
    row.fill("Fredag; 12.20; 13.20; Kemi; N1")
    row.press("Tab")
    settled(page)
    page.get_by_role("button", name="Läs raden igen").click()
    expect(page.get_by_text("15 lektioner i veckan")).to_be_visible()
    expect(page.get_by_text("kunde inte läsas")).to_have_count(0)


def test_a_workbook_is_refused_with_a_way_on(app: App, page: Page, tmp_path: Path) -> None:
    """How the table is copied, and where it is pasted; the ways are still there."""
    begin_case(page, app)
    file = tmp_path / "schema.xlsx"
    file.write_bytes(b"PK\x03\x04 rest")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("markera schemat, kopiera det med Ctrl + C och klistra in det")).to_be_visible()
    expect(page.get_by_role("button", name="Klistra in en tabell")).to_be_visible()


def test_a_new_timetable_shows_what_it_changes_before_it_replaces_the_old(demo: App, page: Page) -> None:
    """New, gone and moved are counted, and what becomes of the plan is said; nothing is kept before one says so."""
    page.goto(demo.address)
    expect(page.locator(".card h2")).to_be_visible()
    page.goto(page.url.replace("/fragor", "/plan"))
    expect(page.locator(".week").first).to_be_visible(timeout=60_000)
    page.goto(page.url.replace("/plan", "/schema"))
    before = page.get_by_text("lektioner i veckan").inner_text()
    page.get_by_text("Byt schema").click()
    paste(page, TABLE)
    expect(page.get_by_text("Jämfört med schemat du har:")).to_be_visible()
    expect(page.get_by_text(re.compile(r"\d+ borta"))).to_be_visible()
    expect(page.get_by_text("Planen görs om, och du får se den innan något annat händer.")).to_be_visible()
    page.get_by_text("Visa vad som ändras").click()
    expect(page.get_by_text(re.compile(r"^Borta: mån")).first).to_be_visible()
    picture(page, "21-nytt-schema")
    no_sideways(page)
    page.get_by_role("button", name="Börja om med ett annat schema").click()
    expect(page.get_by_text("lektioner i veckan")).to_have_text(before)


def test_one_lesson_is_changed_added_and_removed_later(app: App, page: Page, tmp_path: Path) -> None:
    """With the difference told before it is kept."""
    begin_case(page, app)
    drop_table(page, tmp_path)
    page.get_by_role("button", name="Schema").click()
    page.get_by_role("button", name="Ändra i schemat").click()
    page.get_by_label("Ämne", exact=True).fill("Spanska")
    page.get_by_label("Från", exact=True).fill("13.50")
    page.get_by_label("Till", exact=True).fill("14.40")
    page.get_by_role("button", name="Lägg till lektionen").click()
    expect(page.get_by_text("Jämfört med schemat du har: 1 ny, 16 som förut.")).to_be_visible()
    settled(page)
    choose_in_list(page, "Vilken lektion?", "mån 08.10–09.00 Bild")
    settled(page)
    page.get_by_role("button", name="Ta bort lektionen").click()
    expect(page.get_by_text("Jämfört med schemat du har: 1 ny, 1 borta, 15 som förut.")).to_be_visible()
    no_sideways(page)
    page.get_by_role("button", name="Ja, spara schemat").click()
    expect(page.get_by_text("14 lektioner i veckan")).to_be_visible()
