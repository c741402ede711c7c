"""A whole case in a municipality, each part of it done by the one whose it is, in a browser of their own."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from casework import now as clock
from casework.cases import open_case, write_facts
from casework.course_look import state_of
from casework.demo import demo_timetable
from planning.clock import clock_text
from planning.needs.base import Respondent
from planning.timetable import LessonKind
from planning.workflow.states import State
from questionnaire.answers import Answer, Choice, QuestionId
from questionnaire.bank import load_bank
from tests.browser.answered_town import Town, town_with_case, whole_facts
from tests.browser.house import drawn, heading
from tests.browser.steps import Hand, answer, answer_all, begin_questions, choose_ruling, question, saved
from tests.browser.traffic import Traffic, told_beside
from tests.private_words import QUESTIONS

pytestmark = pytest.mark.browser

LAPTOP = {"viewport": {"width": 1440, "height": 900}, "is_mobile": False, "has_touch": False, "accept_downloads": True}
TODAY = clock.today()
BANK = load_bank()
TOLD_ALONE = BANK.by_id[QuestionId("TR1")].sv
"""A private question: a yes obliges somebody to act, and is for nobody else to see."""
TO_TEACHERS = BANK.by_id[QuestionId("VU8")].sv
AT_HOME = QuestionId("G01")
SAID = {
    "Vad kan du göra redan nu?": "be_at_lesson",
    "Är det lättare att börja någon annanstans än i skolan?": "no",
    "När är det lättast att komma?": "midday",
    "Hur länge orkar du vara där första gången?": "one_lesson",
    "Hur många dagar orkar du första veckan?": "2",
    "Vilka ämnen kan du börja med?": "Bild",
    "Kan du ta dig till skolan själv?": "yes",
    "Kan du äta i matsalen?": "yes",
    "Vill du veta exakt vad som ska hända?": "yes",
    "Vad gillar du?": "music",
}
NOT_YET = "Rektorn har inte beslutat än."
STILL_ASKED = {"student": "Det är ett förslag än.", "guardian": NOT_YET, "mentor": NOT_YET}
"""What each is told of a plan that nobody has decided on."""
WIDE_OPEN = ("coach", "student")
"""Who may meet the words of private questions: the student is asked them, and the coach has the duties they lead to."""


@dataclass
class Everybody:
    """The town while all are in it: a page for each, with what it has sent and been given."""

    town: Town
    browser: Browser
    pages: dict[str, Page] = field(default_factory=dict)
    heard: dict[str, Traffic] = field(default_factory=dict)
    lesson: tuple[str, str] = ("", "")
    """A day and a subject of the first step, as the coach has seen it in the plan."""

    def go(self, who: str, path: str = "") -> Page:
        """Their page at that path of the case; they log in the first time."""
        if who not in self.pages:
            tab = self.town.tab(self.browser, who, **(LAPTOP if who == "coach" else {}))
            self.pages[who], self.heard[who] = tab, Traffic(tab)
        page = self.pages[who]
        page.goto(f"{self.town.app.address}/{path}" + (f"?arende={self.town.case}" if path else ""))
        drawn(page)
        return page

    def state(self) -> State:
        """Where the case stands."""
        return state_of(self.town.acting("coach"), self.town.case)


@pytest.fixture(scope="module")
def everybody(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everybody]:
    """The town with its case raised, and the app running."""
    town = town_with_case(tmp_path_factory.mktemp("each") / "town")
    town.app.start()
    yield Everybody(town, browser)
    town.close()


def press(page: Page, name: str) -> None:
    """Press the button of that name, and wait until the page stands still."""
    page.get_by_role("button", name=name, exact=True).first.click()
    drawn(page)


def timetable_file(folder: Path) -> Path:
    """The invented week as a school gives it out."""
    file = folder / "schema.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(("klass", "dag", "start", "slut", "ämne", "lärare", "sal", "typ"))
        kinds = {LessonKind.LESSON: "lektion", LessonKind.LUNCH: "lunch"}
        days = ("mån", "tis", "ons", "tor", "fre")
        for one in demo_timetable().lessons:
            span = clock_text(one.start), clock_text(one.end)
            people = ", ".join(one.teachers), ", ".join(one.rooms)
            rows.writerow(("8B", days[one.weekday], *span, one.subject, *people, kinds.get(one.kind, "aktivitet")))
    return file


def coach_begins(all_: Everybody, folder: Path) -> None:
    """The coach takes in the school's file, and notes on the course page that the family has been told."""
    page = all_.go("coach")
    press(page, "Fortsätt")
    heading(page, "Elevens vanliga schema")
    page.locator("input[type=file]").set_input_files(timetable_file(folder))
    press(page, "Ja, spara schemat")
    expect(page.get_by_text(f"{len(demo_timetable().occasions)} lektioner i veckan")).to_be_visible()
    write_facts(all_.town.acting("coach"), all_.town.case, whole_facts(TODAY, weeks_ahead=0))
    page = all_.go("coach", "gang")
    on_day(page, "Dagen då eleven och vårdnadshavarna fick veta")
    press(page, "Börja kartläggningen")
    heading(page, "Ärendet är nu: Kartläggning")


def on_day(page: Page, label: str, day: dt.date = TODAY) -> None:
    """Write that day in the field."""
    page.get_by_role("group", name=label, exact=True).get_by_role("spinbutton").first.focus()
    page.keyboard.type(f"{day:%Y%m%d}")
    drawn(page)


def student_answers(all_: Everybody) -> None:
    """On a phone, from «Min vecka» to the end of the short route, and then what is told alone."""
    page = all_.go("student")
    expect(page).to_have_url(f"{all_.town.app.address}/min-vecka?arende={all_.town.case}")
    page.locator("[data-way=questions]").tap()
    drawn(page)
    begin_questions(page)
    assert len(answer_all(page, SAID)) >= 20
    page.locator("[data-act=private]").tap()
    while page.locator(".card h2").count() and not page.locator("[data-act=leave]").count():
        answer(page, {TOLD_ALONE: "yes"})
    saved(page)
    page.get_by_role("button", name="Till min vecka").tap()
    expect(page.locator("[data-way=answers]")).to_be_visible()


def guardian_answers(all_: Everybody) -> None:
    """On a phone, one question of the form at home."""
    page = all_.go("guardian")
    page.get_by_role("button", name="Svara på våra frågor").tap()
    drawn(page)
    page.locator("[data-act=begin]").tap()
    asked = question(page)
    assert asked == BANK.by_id[AT_HOME].sv
    answer(page, {asked: "no"})
    saved(page)
    kept = open_case(all_.town.acting("coach"), all_.town.case).sheet.of(AT_HOME)
    assert kept == Answer(choice=Choice.NO, by=Respondent.GUARDIAN)


def coach_takes_care(all_: Everybody) -> None:
    """What was told alone comes first: the coach is led to it, and the plan waits until somebody has it."""
    page = all_.go("coach")
    press(page, "Fortsätt")
    heading(page, "Att ta hand om först")
    page.get_by_label("Vem tog emot det?").fill("kurator")
    page.get_by_label("Vem mer har fått uppgiften?").fill("rektor")
    press(page, "Det här är omhändertaget")
    expect(page.get_by_text("Nu går det att fortsätta.")).to_be_visible()


def coach_and_student_look(all_: Everybody) -> None:
    """Side by side: what teachers may know, what was understood, a plan, its first step, and every part of it."""
    page = all_.go("coach", "gang")
    press(page, "Gör det nu")
    assert question(page) == TO_TEACHERS
    answer(page, {TO_TEACHERS: "what_helps"})
    saved(page)
    page.locator("[data-act=leave]").click()
    drawn(page)
    press(page, "Börja med ett utkast")
    heading(page, "Ärendet är nu: Utkast")
    page = all_.go("coach", "sammanfattning")
    heading(page, "Så här har jag förstått dig")
    expect(page.get_by_text("Jag kan äta i matsalen.")).to_be_visible()
    press(page, "Gör en plan")
    heading(page, "Planen, steg för steg")
    heading(page, "Är första steget lagom?")
    lesson = page.locator(".lesson[data-state=in]").first
    day = str(lesson.evaluate("lesson => lesson.closest('.day').getAttribute('aria-label')"))
    all_.lesson = day, lesson.locator(".subject").inner_text()
    press(page, "Ja")
    for part in ("Platsen", "Tiderna", "Ämnena", "Personerna", "Stödet"):
        page.locator(".st-key-plan_parts_boxes").get_by_text(part, exact=True).click()
        drawn(page)
    expect(page.get_by_text("Allt blev rätt.")).to_be_visible()


def coach_sends(all_: Everybody) -> None:
    """Along the course: shown to the student, given to those at home, made for real, and sent."""
    page = all_.go("coach", "gang")
    press(page, "Planen är visad för eleven")
    on_day(page, "Dag")
    press(page, "Vårdnadshavarna har fått förslaget")
    page = all_.go("coach", "dokument")
    page.get_by_text("Att lämna", exact=True).click()
    drawn(page)
    with page.expect_download() as waiting:
        page.locator("[data-file='forslag.pdf']").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    page = all_.go("coach", "gang")
    press(page, "Förslaget är skickat till skolan")
    expect(page.get_by_text("Version 1 är låst så länge.")).to_be_visible()


def to_the_school(all_: Everybody, folder: Path) -> None:
    """From the school's file to a proposal that lies at the school; nothing where it does already."""
    if all_.state() is not State.RAISED:
        return
    coach_begins(all_, folder)
    student_answers(all_)
    guardian_answers(all_)
    coach_takes_care(all_)
    coach_and_student_look(all_)
    coach_sends(all_)


def rektor_decides(all_: Everybody) -> None:
    """On a phone, from the list: received, read, and decided as it was proposed."""
    page = all_.go("rektor")
    hand = Hand(page)
    hand.button("Läs och besluta")
    heading(page, "Förslag att besluta om")
    hand.button("Skolan har tagit emot det")
    choose_ruling(hand, "Besluta")
    page.get_by_label("Motivering").fill("Skollagen 3 kap. 12 §. Kim behöver börja i liten skala.")
    hand.button("Gå vidare")
    expect(page.get_by_text("enligt förslaget.")).to_be_visible()
    hand.button("Ja, besluta")
    heading(page, "Det här händer nu")


def coach_begins_the_plan(all_: Everybody) -> None:
    """The coach notes that all have the decision, and that the plan begins."""
    page = all_.go("coach", "gang")
    on_day(page, "Dagen då eleven och vårdnadshavarna fick beslutet")
    press(page, "Alla har fått beslutet")
    press(page, "Planen börjar")


def all_see_it(all_: Everybody) -> None:
    """The student's week, the page at home and the mentor's start have the lesson; not decided on, they say so."""
    day, subject = all_.lesson
    assert subject in demo_timetable().subjects
    for who, line in STILL_ASKED.items():
        page = all_.go(who)
        if who == "student":
            page.locator(".days button").filter(has_text=day[:3].capitalize()).tap()
        expect(page.get_by_text(subject).first).to_be_visible()
        expect(page.get_by_text(line)).to_have_count(0 if all_.state() is State.ACTIVE else 1)
        if who != "student":
            all_.go(who, "gang")
            heading(all_.pages[who], "Ärendets gång")


def test_a_case_goes_from_the_school_s_file_to_the_school(everybody: Everybody, tmp_path: Path) -> None:
    """The coach imports, student and guardian answer on their phones, and the coach sends what they called right."""
    to_the_school(everybody, tmp_path)
    assert everybody.state() is State.SENT
    all_see_it(everybody)
    told_no_further(everybody)


def test_a_proposal_is_decided_on_and_seen_by_everybody(everybody: Everybody, tmp_path: Path) -> None:
    """The rektor decides on a phone, the coach begins the plan, and student, guardian and mentor see its lesson."""
    to_the_school(everybody, tmp_path)
    rektor_decides(everybody)
    coach_begins_the_plan(everybody)
    assert everybody.state() is State.ACTIVE
    all_see_it(everybody)
    told_no_further(everybody)


def told_no_further(all_: Everybody) -> None:
    """No role has asked another host, and no private word has come to a page of somebody it is not meant for."""
    here = f"127.0.0.1:{all_.town.app.port}"
    assert {who: traffic.hosts - {"", here} for who, traffic in all_.heard.items() if traffic.hosts - {"", here}} == {}
    assert TOLD_ALONE in all_.heard["student"].private_words, "it is heard where it is asked"
    assert not set(all_.heard["coach"].private_words) & set(QUESTIONS)
    for who, traffic in all_.heard.items():
        if who not in WIDE_OPEN:
            assert (who, traffic.private_words) == (who, [])
            assert (who, told_beside(all_.pages[who])) == (who, [])
