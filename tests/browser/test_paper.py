"""A filled paper form keyed in by keyboard alone: few keys, nothing lost, and read as the program reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from casework.cases import Case, list_cases, open_case
from casework.demo import DEMO_CASE, demo_timetable
from planning.needs.base import Respondent
from questionnaire.answers import Answer, Choice, QuestionId
from questionnaire.bank import load_bank
from questionnaire.keyed import BUTTON_WORDS, DAY_NAMES, HALF_NAMES, NOON, Misread, parse_keyed, write_keyed
from questionnaire.own_answers import own_answers
from questionnaire.paper_rows import Form, PaperRow, rows_on_paper
from questionnaire.vocabulary import ItemKind
from tests.browser.running import ROOT, App
from tests.browser.steps import picture
from tests.opened_store import opened_store
from ui.components.keyed_entry.words import letters

pytestmark = pytest.mark.browser

MOST_KEYS = 3
"""Keys pressed a yes/no question, on average: five minutes are enough for all."""

LINES = ("", "j", "n", "v", "h", "j n", "1", "2 1", "1,3", "9", "j 1", "n 1", "h 2", "må fm, on em", "to", "fm",
         "tis em fm", "x", "?", "j?", "0", "Y2", "1 2 3 4 5 6 7 8 9 10 11 12 13")  # fmt: skip


def kept(app: App) -> Case:
    """The case as it lies in its file, read by another process than the app's."""
    store = opened_store(next(app.folder.glob("arenden.stegvis")))
    case = open_case(store, list_cases(store)[0].id)
    store.close()
    return case


@pytest.fixture
def keying(demo: App, page: Page) -> Page:
    """The page where papers are keyed in, for the invented student."""
    page.goto(demo.address)
    expect(page.locator(".card")).to_be_visible()
    page.goto(f"{demo.address}/papper?arende={DEMO_CASE}")
    expect(page.locator(".row").first).to_be_visible()
    return page


def of_coach(app: App) -> dict[str, tuple[Choice | None, tuple[str, ...]]]:
    """What an adult has filled in, by question."""
    answers = own_answers(kept(app).events, Respondent.COACH)
    return {question: (own.answer.choice, own.answer.ticks) for question, own in answers.items()}


def saved(page: Page) -> None:
    """Wait until everything is stored."""
    expect(page.locator(".state")).to_have_text("Sparat", timeout=30_000)


def focused(page: Page) -> str:
    """The question whose field has the focus."""
    found: str = page.evaluate("""() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.closest("[data-id]")?.dataset.id ?? element?.id ?? "";
    }""")
    return found


def answer_to(row: PaperRow, place: int) -> Answer:
    """Something to answer: yes and no by turns, a box or two."""
    if row.item.kind is ItemKind.YES_NO:
        return Answer(choice=Choice.YES if place % 2 else Choice.NO)
    if row.item.kind is ItemKind.TIME_GRID:
        return Answer(choice=Choice.YES, ticks=(row.boxes[0].code, row.boxes[3].code))
    return Answer(ticks=(row.boxes[place % 2].code,))


def choose(page: Page, form: Form, by: str = "student") -> None:
    """Which paper, and who has filled it in."""
    page.locator(f"input[name=form][value={form.value}]").check()
    page.locator(f"input[name=by][value={by}]").check()


@pytest.mark.parametrize("form", [Form.SHORT, Form.FULL])
def test_a_whole_form_is_keyed_by_keyboard_with_few_keys(demo: App, keying: Page, form: Form) -> None:
    """Letter and Enter a question; follow-ups that were not asked are passed over; every answer is stored."""
    rows = {row.item.id: (place, row) for place, row in enumerate(rows_on_paper(load_bank(), demo_timetable(), form))}
    choose(keying, form, "coach")
    keying.locator("#keyed-jump").focus()
    keying.keyboard.type("1")
    keying.keyboard.press("Enter")
    presses: dict[str, int] = {}
    wanted: dict[str, Answer] = {}
    while (here := focused(keying)) not in presses:
        place, row = rows[QuestionId(here)]
        answer = answer_to(row, place)
        line = write_keyed(row, answer, letters())
        keying.keyboard.type(line)
        keying.keyboard.press("Enter")
        presses[here] = len(line) + 1
        wanted[here] = answer
    saved(keying)

    assert of_coach(demo) == {question: (answer.choice, answer.ticks) for question, answer in wanted.items()}
    kinds = {question: row.item.kind for question, (_, row) in rows.items()}
    yes_no = [count for question, count in presses.items() if kinds[QuestionId(question)] is ItemKind.YES_NO]
    assert len(yes_no) > 5
    assert sum(yes_no) / len(yes_no) <= MOST_KEYS
    assert sum(presses.values()) / len(presses) <= MOST_KEYS
    assert len(presses) < len(rows)


def test_a_bad_line_is_marked_and_the_rest_is_stored(demo: App, keying: Page) -> None:
    """What cannot be read stays in its field with a sentence, also over a reload; it is stored once it is mended."""
    choose(keying, Form.SHORT, "coach")
    row = keying.locator("[data-id=VU4]")
    row.locator("input").fill("kanske")
    keying.keyboard.press("Enter")
    keying.locator("[data-id=MA2] input").fill("n")
    keying.keyboard.press("Enter")
    saved(keying)
    expect(row.locator(".said")).to_contain_text("Skriv")
    expect(row).to_have_class("row bad")
    assert set(of_coach(demo)) == {"MA2"}

    keying.reload()
    expect(row.locator("input")).to_have_value("kanske")
    expect(keying.locator("[data-id=MA2] input")).to_have_value("n")
    row.locator("input").fill("j")
    expect(row.locator(".said")).to_have_text("Ja")
    keying.keyboard.press("ArrowDown")
    saved(keying)
    assert set(of_coach(demo)) == {"MA2", "VU4"}


def test_one_can_go_to_a_number_or_a_code_and_open_what_is_passed_over(keying: Page) -> None:
    """«5» and «pl6» lead to their rows; a dimmed row can be keyed in all the same; arrows go up and down."""
    choose(keying, Form.FULL, "coach")
    jump = keying.locator("#keyed-jump")
    jump.fill("pl6")
    jump.press("Enter")
    assert focused(keying) == "PL6"
    keying.keyboard.press("ArrowUp")
    assert focused(keying) == "PL4"
    expect(keying.locator("[data-id=PL5]")).to_have_class("row follows rests")
    jump.fill("PL5")
    jump.press("Enter")
    assert focused(keying) == "PL5"
    keying.keyboard.press("Escape")
    assert focused(keying) == "keyed-jump"
    jump.fill("TR1")
    jump.press("Enter")
    expect(keying.locator(".nothing")).to_contain_text("finns inte")
    private = [item.id for item in load_bank().items if item.private]
    assert private
    assert all(not keying.locator(f"[data-id={each}]").count() for each in private)


def test_what_the_student_has_answered_is_shown_and_not_overwritten_by_an_adult(demo: App, keying: Page) -> None:
    """Each respondent's own answers stand in the fields; an adult's are kept beside."""
    choose(keying, Form.SHORT, "student")
    expect(keying.locator("[data-id=VU4] input")).to_have_value("j")
    choose(keying, Form.SHORT, "coach")
    expect(keying.locator("[data-id=VU4] input")).to_have_value("")
    keying.locator("[data-id=VU4] input").fill("n")
    keying.keyboard.press("Enter")
    saved(keying)
    sheet = kept(demo).sheet
    answer = sheet.of("VU4")
    assert answer is not None
    assert answer.choice is Choice.YES
    picture(keying, "paper")


def test_a_server_that_dies_meanwhile_loses_no_line(demo: App, keying: Page) -> None:
    """Lines wait in the tab, say so, and are stored when the server is back."""
    choose(keying, Form.GUARDIANS, "guardian")
    demo.kill()
    for question in ("G04", "G11"):
        keying.locator(f"[data-id={question}] input").fill("n")
        keying.keyboard.press("Enter")
    expect(keying.locator(".state")).to_contain_text("Ingen kontakt", timeout=10_000)
    demo.start()
    saved(keying)
    sheet = kept(demo).sheet
    for question in ("G04", "G11"):
        assert sheet.of(question) == Answer(choice=Choice.NO, by=Respondent.GUARDIAN)


def test_lines_are_read_in_the_browser_as_they_are_read_when_stored(page: Page) -> None:
    """The same answer or the same fault, for every sort of question and line."""
    code = Path(ROOT, "ui/components/keyed_entry/reading.js").read_text(encoding="utf-8")
    bank = load_bank()
    reading = {
        "buttons": {word: choice.value for word, choice in BUTTON_WORDS.items()},
        "days": {name: day.value for day, names in DAY_NAMES.items() for name in names},
        "halves": dict(HALF_NAMES),
    }
    cases = []
    for row in {row.item.id: row for form in Form for row in rows_on_paper(bank, demo_timetable(), form)}.values():
        boxes = [{"code": box.code, "alone": box.alone, **half_of(box.code)} for box in row.boxes]
        cases += [({"kind": row.item.kind.value, "boxes": boxes}, line, _expected(row, line)) for line in LINES]
    asked = json.dumps({"cases": [(item, line) for item, line, _ in cases], "reading": reading})
    page.set_content("<p></p>")
    read_all = "all.cases.map(([item, line]) => readLine(item, line, all.reading))"
    found = page.evaluate(f"() => {{ {code}; const all = {asked}; return {read_all}; }}")
    for (item, line, expected), read in zip(cases, found, strict=True):
        assert read == expected, (item, line)


def half_of(code: str) -> dict[str, object]:
    """What the browser is told of a box that stands for a half day."""
    half = next((half for half in load_bank().half_days if half.code == code), None)
    return {"day": half.weekday, "morning": half.start < NOON} if half else {}


def _expected(row: PaperRow, line: str) -> Mapping[str, object] | None:
    """What the program makes of the line, in the browser's form."""
    read = parse_keyed(load_bank(), row, line)
    if isinstance(read, Misread):
        return {"fault": read.fault.value, "sign": read.sign}
    if read.answer is None:
        return None
    return {"choice": read.answer.choice and read.answer.choice.value, "ticks": list(read.answer.ticks)}


def test_what_obliges_somebody_to_act_is_told_without_taking_the_pen_away(keying: Page) -> None:
    """The rows stay as they are, and a calm line leads to what must be taken care of."""
    choose(keying, Form.FULL, "student")
    keying.locator("[data-id=MA4] input").fill("j")
    keying.keyboard.press("Enter")
    saved(keying)
    expect(keying.get_by_text("Det finns något att ta hand om")).to_be_visible()
    assert focused(keying) != "MA4"
    assert focused(keying)
    keying.get_by_role("button", name="Öppna").click()
    expect(keying.get_by_role("heading", level=1)).to_be_visible()
    keying.wait_for_url("**/att-ta-hand-om*")
