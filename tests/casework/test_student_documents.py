"""What the student keeps: nothing of the case in it, no alarming colour, and pictures that fit the age."""

from __future__ import annotations

import colorsys
import datetime as dt
import io

import pypdfium2
import pytest
from PIL import Image

from casework.documents import MAKERS, Receiver
from casework.dossier import Dossier
from casework.student_documents import calendar, own_page, picture_style
from exports.student_blocks import PictureStyle
from planning.decision import PracticalMatters
from tests.casework.small_week import sheet
from tests.exports.pictures import picture
from tests.exports.stress_cases import CASES, stress_of
from wording.language import LANGUAGES, Language, speaking

OWN = ("schema.pdf", "mobilbild.png", "fickkort.pdf", "fickkort-ark.pdf", "plankort.pdf", "plankort-ark.pdf",
       "forsta-dagen.pdf", "kort-dag.pdf")  # fmt: skip
NEVER_TOLD = ("Testsson", "Exempelskolan", "Exempelby", "8X", "BUN 2026", "Rektorsson", "Förälder", "%", "poäng")
"""Of the sample's facts, and of what is never counted."""
RED, COLOURED, DARK = (330.0, 36.0), 0.3, 0.15
"""Hues from red to orange, in degrees; the least saturation and brightness at which a dot has a hue at all."""
LARGEST_SHARE = 0.0003
"""Of the dots: where two colours meet, the edge between them may be of a third."""


def dossier(*, year: int | None = 8, phone: str = "", birth: dt.date | None = None, **more: object) -> Dossier:
    """A case of eight steps with whole facts."""
    stressed = stress_of("8 steps").dossier()
    document = stressed.facts.document
    document = document.model_copy(
        update={
            "school": document.school.model_copy(update={"year_group": year}),
            "student": document.student.model_copy(update={"birth_date": birth}),
            "practical": PracticalMatters(phone=phone),
        }
    )
    facts = stressed.facts.model_copy(update={"document": document})
    return stressed.model_copy(update={"facts": facts, **more})


def images(content: bytes) -> list[Image.Image]:
    """Every page of a document, or the picture that it is."""
    if content.startswith(b"\x89PNG"):
        return [Image.open(io.BytesIO(content)).convert("RGB")]
    return [picture(content, page + 1, dots_per_inch=40) for page in range(len(pypdfium2.PdfDocument(content)))]


def text_of(content: bytes) -> str:
    """Every letter of a PDF; a picture has none that can be read."""
    if content.startswith(b"\x89PNG"):
        return ""
    return " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content))


def red_share(image: Image.Image) -> float:
    """Share of dots that are red or orange."""
    counted = image.getcolors(image.width * image.height) or []
    return sum(count for count, colour in counted if _is_red(colour)) / (image.width * image.height)


def _is_red(colour: object) -> bool:
    red, green, blue = (part / 255 for part in colour)  # type: ignore[attr-defined]  # three parts in RGB
    hue, saturation, brightness = colorsys.rgb_to_hsv(red, green, blue)
    is_warm = hue * 360 >= RED[0] or hue * 360 <= RED[1]
    return is_warm and saturation >= COLOURED and brightness >= DARK


def test_the_students_documents_are_these() -> None:
    """All of them are looked at here."""
    assert set(OWN) <= {name for name, recipe in MAKERS.items() if recipe.goes_to is Receiver.STUDENT}


def test_red_is_seen_where_there_is_any() -> None:
    """Otherwise its absence would say nothing."""
    for red in ("#F8312F", "#FF822D", "#CA0B4A", "#8C5543"):
        assert red_share(Image.new("RGB", (9, 9), red)) == 1.0
    for calm in ("#0B5364", "#FFD23D", "#F5F1E8", "#12A594", "#FFFFFF", "#8E3B7A"):
        assert red_share(Image.new("RGB", (9, 9), calm)) == 0.0


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("year", [3, 8])
def test_nothing_is_red_or_orange(name: str, year: int) -> None:
    """For younger students and for teenagers, on every page."""
    content = MAKERS[name].make(dossier(year=year, phone="070-000 00 00"))
    assert [number for number, image in enumerate(images(content), 1) if red_share(image) > LARGEST_SHARE] == []


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_case_is_told(name: str, language: Language) -> None:
    """No surname, no school, no class, no case number, no share of anything."""
    with speaking(language):
        text = text_of(MAKERS[name].make(dossier()))
    assert [told for told in NEVER_TOLD if told in text] == []


@pytest.mark.parametrize("name", OWN)
def test_it_reads_in_grey(name: str) -> None:
    """Without colours the page still has its darkest ink and its white: nothing is told by colour alone."""
    for image in images(MAKERS[name].make(dossier(year=3))):
        low, high = image.convert("L").getextrema()
        assert low < 90  # type: ignore[operator]  # one band has two numbers
        assert high > 225  # type: ignore[operator]


@pytest.mark.parametrize(
    ("year", "birth", "style"),
    [
        (1, None, PictureStyle.COLOURFUL),
        (6, None, PictureStyle.COLOURFUL),
        (7, None, PictureStyle.CALM),
        (None, dt.date(2014, 11, 24), PictureStyle.COLOURFUL),
        (None, dt.date(2013, 11, 22), PictureStyle.CALM),
        (None, None, PictureStyle.CALM),
        (9, dt.date(2020, 1, 1), PictureStyle.CALM),
    ],
)
def test_pictures_fit_the_age(year: int | None, birth: dt.date | None, style: PictureStyle) -> None:
    """By year group; by age where that is not known; calm where nothing is."""
    assert picture_style(dossier(year=year, birth=birth)) is style


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("Coach Exempel, 070-000 00 00, vardagar", "070-000 00 00"),
        ("ring +46 70-000 00 00", "+46 70-000 00 00"),
        ("Reception 08-000 00 00", ""),
        ("070-000 00 00 eller 073-000 00 00", ""),
        ("20270101 12345678901234", ""),
        ("", ""),
    ],
)
def test_only_one_mobile_number_becomes_a_code(told: str, number: str) -> None:
    """A landline takes no text message, and of two numbers nobody knows whose they are."""
    assert own_page(dossier(phone=told)).phone == number


def test_a_surname_that_was_written_with_the_name_is_left_out() -> None:
    """As far as the full name is known; a student of one name keeps it."""
    names = (("Test Testsson", "Test"), ("Test", "Test"), ("Testsson", "Testsson"), ("Anna Test", "Anna Test"))
    for written, told in names:
        case = dossier()
        student = case.facts.document.student.model_copy(update={"first_name": written})
        document = case.facts.document.model_copy(update={"student": student})
        facts = case.facts.model_copy(update={"document": document})
        assert own_page(case.model_copy(update={"facts": facts})).first_name == told


def test_the_wish_for_no_pictures_wins() -> None:
    """Whatever the year group says."""
    wished = sheet(SK4=["paper_without_pictures"])
    assert own_page(dossier(year=2)).with_pictures
    assert not own_page(dossier(year=2, sheet=wished)).with_pictures


def test_every_case_that_documents_break_on_gives_a_picture() -> None:
    """As the PDFs of the student's own, which are tried there; a plan without a step has no law to be judged by."""
    for case in set(CASES) - {"no step"}:
        drawn = Image.open(io.BytesIO(MAKERS["mobilbild.png"].make(stress_of(case).dossier())))
        assert drawn.size == (1080, 2340), case


def test_a_protected_student_s_own_papers_bear_no_name() -> None:
    """Neither pages nor calendar; and the calendar, which lies in others' clouds, says when and never where."""
    plain = dossier()
    student = plain.facts.document.student.model_copy(update={"first_name": "Testina", "has_protected_identity": True})
    hidden_facts = plain.facts.document.model_copy(update={"student": student})
    hidden = plain.model_copy(update={"facts": plain.facts.model_copy(update={"document": hidden_facts})})
    shown = plain.model_copy(
        update={"facts": plain.facts.model_copy(update={"document": hidden_facts.model_copy(
            update={"student": student.model_copy(update={"has_protected_identity": False})})})}
    )  # fmt: skip
    assert "Testina" in calendar(shown).decode()
    assert "LOCATION" in calendar(shown).decode()
    assert "Testina" not in calendar(hidden).decode()
    assert "LOCATION" not in calendar(hidden).decode()
    assert calendar(hidden).decode().count("BEGIN:VEVENT") == calendar(shown).decode().count("BEGIN:VEVENT")
    assert "Testina" in text_of(MAKERS["schema.pdf"].make(shown))
    assert [name for name in OWN if "Testina" in text_of(MAKERS[name].make(hidden))] == []
