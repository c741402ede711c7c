"""The form on paper: every word and box there, nothing broken over pages, nothing small, nothing of anybody."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PageObject, PdfReader

from exports.paper_blocks import PaperBox, PaperGrid, PaperQuestion, PaperSection, PaperSheets
from exports.paper_form import build_paper_form
from exports.pdf import render_pdf
from exports.plain_text import render_text

ANSWERS = ("Ja", "Nej", "Vet inte", "Hoppa över")
GRID = PaperGrid(days=("måndag", "tisdag"), halves=("förmiddag", "eftermiddag"), numbers=((1, 3), (2, 4)))
SMALLEST, SMALLEST_LARGE = 11.0, 14.0


def question(number: int, **more: object) -> PaperQuestion:
    """A question with that number."""
    given = {"number": number, "code": f"PL{number}", "text": f"Fråga nummer {number}?", "buttons": ANSWERS, **more}
    return PaperQuestion.model_validate(given)


def sheets(*questions: PaperQuestion, **more: object) -> PaperSheets:
    """A form of one section."""
    section = PaperSection(title="Plats", questions=questions)
    who = {"who_label": "Vem fyller i?", "who": ("Jag", "En vuxen")}
    return PaperSheets.model_validate({"title": "Frågor till dig", "sections": (section,), **who, **more})


def pages(form: PaperSheets) -> list[PageObject]:
    """The printed pages."""
    return list(PdfReader(io.BytesIO(render_pdf(build_paper_form(form, mark="a1b2c3", language="sv")))).pages)


def texts(form: PaperSheets) -> list[str]:
    """The words of each page."""
    return [" ".join((page.extract_text() or "").split()) for page in pages(form)]


def boxes_of(count: int, label: str = "Sal") -> tuple[PaperBox, ...]:
    """That many boxes."""
    return tuple(PaperBox(number=n, label=f"{label} {n}") for n in range(1, count + 1))


def test_a_question_stands_with_number_code_condition_and_boxes() -> None:
    """Everything that is needed to answer it, and to key it in."""
    form = sheets(
        question(1),
        question(2, condition="Om du svarade Ja på fråga 1:", hint="Kryssa en ruta.", boxes=boxes_of(3),
                 buttons=("", "", "", "Hoppa över")),
        question(3, hint="Om Ja: kryssa när.", grid=GRID),
        title="Frågor", whose="Kim", sees_title="Vem ser mina svar?", sees=("Du och coachen.",),
    )  # fmt: skip
    text = " ".join(texts(form))
    for told in (
        "1 · PL1 Fråga nummer 1? Ja Nej Vet inte Hoppa över",
        "Om du svarade Ja på fråga 1: 2 · PL2 Fråga nummer 2? Kryssa en ruta. Hoppa över 1 Sal 1 2 Sal 2 3 Sal 3",
        "Om Ja: kryssa när. måndag tisdag förmiddag 1 3 eftermiddag 2 4",
        "Vem ser mina svar? Du och coachen.",
        "Vem fyller i? Jag En vuxen",
        "Kim",
        "Märke: a1b2c3 Plats",
        "sida 1 av 1",
    ):
        assert told.replace("Märke: a1b2c3 Plats", "Märke: a1b2c3") in text


def test_plain_text_says_the_same() -> None:
    """The form can be read without being drawn."""
    form = sheets(question(1, is_starred=True, boxes=boxes_of(2)), question(2, grid=GRID), starred="kort")
    text = render_text(build_paper_form(form, mark="a1b2c3", language="sv"))
    assert "1 · PL1 (kort) Fråga nummer 1?" in text
    assert "[ ] Ja [ ] Nej [ ] Vet inte [ ] Hoppa över" in text
    assert "[ ] 1 Sal 1 [ ] 2 Sal 2" in text
    assert "förmiddag: [ ] 1 måndag [ ] 3 tisdag" in text


@pytest.mark.parametrize("is_large", [False, True])
def test_no_question_is_broken_over_pages(*, is_large: bool) -> None:
    """The last box of every question stands on the page of its words."""
    questions = [
        question(n, boxes=boxes_of(1 + n % 9, f"Ruta{n}x"), condition="Om du svarade Ja på fråga 1:" if n % 3 else "")
        for n in range(1, 40)
    ]
    printed = texts(sheets(*questions, is_large=is_large))
    assert len(printed) > 3
    for each in questions:
        page = next(text for text in printed if f"· {each.code} " in text)
        assert all(box.label in page for box in each.boxes)


def test_more_boxes_than_a_page_holds_go_on_under_the_same_number() -> None:
    """A big school has many rooms; none is left out, and printing does not fail."""
    long = "En sal med ett ovanligt långt namn som fyller raden"
    form = sheets(question(1, boxes=boxes_of(90, long), condition="Om du svarade Ja på fråga 9:"), is_large=True)
    printed = texts(form)
    assert sum(text.count("1 · PL1") for text in printed) > 1
    assert all(any(re.search(rf"\b{box} En sal", text) for text in printed) for box in range(1, 91))


@pytest.mark.parametrize(("is_large", "least"), [(False, SMALLEST), (True, SMALLEST_LARGE)])
def test_nothing_is_printed_small(*, is_large: bool, least: float) -> None:
    """Eleven points at least, fourteen where the student wants to be read to."""
    sizes: set[float] = set()

    def look(text: str, _matrix: object, _at: object, _font: object, size: float) -> None:
        if text.strip():
            sizes.add(size)

    for page in pages(sheets(question(1, boxes=boxes_of(4)), question(2, grid=GRID), is_large=is_large)):
        page.extract_text(visitor_text=look)
    assert min(sizes) >= least


def test_the_same_answer_stands_in_the_same_place_whatever_the_question() -> None:
    """«Hoppa över» is found without looking for it."""
    places: set[float] = set()

    def look(text: str, matrix: list[float], at: list[float], _font: object, _size: float) -> None:
        if "Hoppa" in text:
            places.add(round(at[4] + matrix[4], 1))

    only_skip = ("", "", "", "Hoppa över")
    form = sheets(question(1), question(2, condition="Om:"), question(3, boxes=boxes_of(3), buttons=only_skip))
    for page in pages(form):
        page.extract_text(visitor_text=look)
    assert len(places) == 1


def test_no_name_is_printed_unless_given_and_nothing_of_anybody_is_in_the_file_s_own_facts() -> None:
    """The author is the program."""
    data = render_pdf(build_paper_form(sheets(question(1), whose="Kim"), mark="a1b2c3", language="en"))
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert "Kim" not in str(reader.metadata)
    assert str(reader.root_object["/Lang"]) == "en"
    assert "/StructTreeRoot" in reader.root_object
    assert "Kim" not in " ".join(texts(sheets(question(1))))


def test_equal_forms_give_equal_bytes() -> None:
    """Printing again changes nothing."""
    form = build_paper_form(sheets(question(1), question(2, grid=GRID)), mark="a1b2c3", language="sv")
    assert render_pdf(form) == render_pdf(form)


def test_the_form_is_drawn_without_red() -> None:
    """No ink is redder than it is anything else, so that nothing is lost or frightening in grey."""
    form = sheets(question(1, is_starred=True), question(2, grid=GRID), how=("Kryssa.",), sees=("Du.",))
    drawn = b"".join(content.get_data() for page in pages(form) if (content := page.get_contents()) is not None)
    inks = [tuple(map(float, ink)) for ink in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", drawn)]
    assert len(inks) > 5
    assert all(red - max(green, blue) < 0.05 for red, green, blue in inks)
