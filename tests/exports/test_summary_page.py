"""The student's own paper: what it says, on one page with letters that can be read, and nothing that is cut off."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from exports.blocks import Document
from exports.pdf import render_pdf
from exports.plain_text import render_text
from exports.summary_blocks import SummaryGroup, SummaryLine, SummarySheet, SummaryTopic
from exports.summary_drawing import LEAST
from exports.summary_page import build_summary_page

SHORT = "Jag kan säga till när jag behöver gå ut."
LONG = "Det här skulle hjälpa mig: följa en lektion hemifrån, hjälp att planera och lugna rum"
GROUPS = ("Det här fungerar", "Det här är svårt just nu", "Det här vill jag ha hjälp med", "Det här tar vi reda på")

GOLDEN = """# Så här har jag förstått dig
Kim · måndag 23 november 2026
Kryssa Ja om det stämmer.
## Det här fungerar
### Vuxna
[x] Ja [ ] Nej · De här vuxna känns bra: ELD (Viktigast)
[ ] Ja [x] Nej · Det är okej om någon tittar på mig.
### Tider
[ ] Ja [ ] Nej · Jag orkar två skoldagar i rad.

Det här är ditt eget papper. Programmet lämnar det inte till skolan.
"""


def sheet(*groups: SummaryGroup) -> SummarySheet:
    """The page with those groups."""
    return SummarySheet(
        title="Så här har jag förstått dig", whose="Kim · måndag 23 november 2026", how="Kryssa Ja om det stämmer.",
        right="Ja", wrong="Nej", important="Viktigast", groups=groups,
    )  # fmt: skip


def page_of(lines: int) -> Document:
    """A page with so many lines, every fourth of them long, in four groups of eight topics."""
    numbered = [f"{LONG if n % 4 == 0 else SHORT} {n}" for n in range(lines)]
    topics = [[SummaryLine(text=text) for text in numbered[at::32]] for at in range(32)]
    return build_summary_page(
        sheet(
            *(
                SummaryGroup(
                    name=name,
                    topics=tuple(
                        SummaryTopic(name=f"Område {n}", lines=tuple(topics[8 * at + n]))
                        for n in range(8)
                        if topics[8 * at + n]
                    ),
                )
                for at, name in enumerate(GROUPS)
            )
        )
    )


def pages(document: Document) -> list[Any]:
    """The pages as they are printed."""
    return list(PdfReader(io.BytesIO(render_pdf(document))).pages)


def words(page: Any) -> str:
    """What a page says, white space joined."""
    return " ".join(page.extract_text().split())


def sizes(page: Any) -> set[float]:
    """The sizes of all letters on a page, points."""
    found: set[float] = set()
    page.extract_text(visitor_text=lambda text, _cm, _tm, _font, size: found.add(size) if text.strip() else None)
    return found


def test_the_page_says_what_was_understood_and_what_the_student_has_ticked() -> None:
    """Title, groups, topics and lines in order; whose paper it is at the foot."""
    adult = SummaryLine(text="De här vuxna känns bra: ELD", is_right=True, is_most_important=True)
    looks = SummaryLine(text="Det är okej om någon tittar på mig.", is_right=False)
    days = SummaryLine(text="Jag orkar två skoldagar i rad.")
    topics = (SummaryTopic(name="Vuxna", lines=(adult, looks)), SummaryTopic(name="Tider", lines=(days,)))

    assert render_text(build_summary_page(sheet(SummaryGroup(name=GROUPS[0], topics=topics)))) == GOLDEN


@pytest.mark.parametrize("lines", [1, 20, 64])
def test_a_full_route_holds_one_page(lines: int) -> None:
    """The full route tells about sixty lines (counted over invented answers); letters stay readable."""
    (page,) = pages(page_of(lines))
    text = words(page)

    assert all(f"{LONG if n % 4 == 0 else SHORT} {n}" in text for n in range(lines))
    assert min(sizes(page)) >= 8.2, "the foot; the lines are never below the least size"


def test_the_letters_are_as_large_as_the_page_allows() -> None:
    """Few lines are printed large, many in the least size."""
    few, many = (max(size for size in sizes(pages(page_of(n))[0]) if size < 12) for n in (10, 64))

    assert few > many >= LEAST


def test_more_than_a_page_goes_on_to_another_with_nothing_lost() -> None:
    """The break comes between lines, and no heading stands last on a page."""
    found = pages(page_of(110))
    text = " ".join(map(words, found))

    assert len(found) == 2
    assert all(f"{LONG if n % 4 == 0 else SHORT} {n}" in text for n in range(110))
    assert not words(found[0]).endswith(tuple(f"Område {n}" for n in range(8)))


def test_it_is_tagged_and_the_same_every_time() -> None:
    """One title, the groups and topics as headings, the lines as lists; equal pages are equal bytes."""
    data = render_pdf(page_of(40))
    tags: list[str] = []
    pending = [PdfReader(io.BytesIO(data)).root_object["/StructTreeRoot"]]
    while pending:
        element = pending.pop().get_object()
        if isinstance(element, list):
            pending += reversed(element)
        elif isinstance(element, dict):
            tags.append(str(element.get("/S", "")))
            pending += [element["/K"]] if "/K" in element else []

    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 4
    assert tags.count("/LBody") == tags.count("/LI") == 40
    assert data == render_pdf(page_of(40))


def test_a_line_that_nobody_could_foresee_breaks_nothing() -> None:
    """Names of rooms and subjects are other people's words, as long and odd as they like."""
    odd = SummaryLine(text="<b>&amp;</para> ḡ 🙂 " + "Å" * 1500)
    (page,) = pages(build_summary_page(sheet(SummaryGroup(name="A", topics=(SummaryTopic(name="B", lines=(odd,)),)))))

    assert "<b>&amp;</para>" in words(page)
