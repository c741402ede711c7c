"""The proposal's pages as a typst source, compiled to tagged PDF that keeps to PDF/UA-1 and PDF/A-3a at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import assert_never

import typst

from benchmarks.pages import Bars, Framed, Grid, Grids, Listed, Panel, Part, Table, Text, lines_of
from exports.fonts import FONTS

STYLE = """
#set document(title: TITLE, date: datetime(year: 2026, month: 11, day: 29))
#set page(paper: "a4", margin: (x: 50pt, top: 53pt, bottom: 46pt),
  header: text(9.4pt, weight: 700, fill: rgb("#0B5364"))[FÖRSLAG – ej beslutat],
  footer: text(8.2pt, fill: rgb("#4A5763"))[Bilagan Kartläggning omfattas av sekretess och ingår inte i detta beslut.
    #h(1fr) #context [Sida #counter(page).display("1") (#counter(page).final().first())]])
#set text(font: "Source Sans 3", size: 10.5pt, lang: "sv", fill: rgb("#16212B"))
#set par(leading: 0.5em, spacing: 0.6em)
#show heading: it => block(below: 6pt, text(
  if it.level == 1 { 18.5pt } else if it.level == 2 { 13.5pt } else { 11pt }, fill: rgb("#0B5364"),
  font: if it.level < 3 { "Figtree" } else { "Source Sans 3" }, it.body))
#set table(stroke: (bottom: .4pt + rgb("#C6CFD6")), inset: (x: 5pt, y: 3pt))
#let entry(x, y, w, h, tint, edge, size, lines) = place(dx: x, dy: y, box(width: w, height: h, clip: true,
  radius: 2.5pt, fill: rgb(tint), stroke: (left: 3pt + rgb(edge), rest: .7pt + rgb(edge)), inset: (left: 4pt, top: 1pt),
  text(size, stack(spacing: 2pt, ..lines.map(it => block(height: 0.75em, it))))))
#let hour(y, w) = place(dy: y, line(length: w, stroke: .5pt + rgb("#E6EBEE")))
#let word(x, y, size, body) = place(dx: x, dy: y, text(size, body))
#let week(w, h, body) = box(width: w, height: h, body)
#let panel(title, span, texts, grid) = block(width: 100%, breakable: false, stroke: .8pt + rgb("#C6CFD6"), radius: 6pt,
  clip: true, table(columns: (152pt, 1fr), stroke: none, inset: 9pt, fill: (x, y) => if x == 0 { rgb("#F5F1E8") },
  text(8.6pt)[#circle(radius: 12pt, fill: rgb("#0B5364")) #heading(level: 3, title) #span
    #texts.map(it => par(it)).join()], grid))
#let bar(x, h, w) = place(bottom, dx: x, dy: -15pt, rect(width: w, height: h, radius: 2pt, fill: rgb("#0B5364")))
"""


def draw(title: str, parts: Sequence[Part]) -> bytes:
    """The file."""
    body = "\n".join(map(_source, parts))
    source = STYLE.replace("TITLE", _text(title)) + body
    return typst.compile(
        source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True, pdf_standards=["ua-1", "a-3a"]
    )


def _text(text: str) -> str:
    """A string of typst's; JSON's marks are the same."""
    return json.dumps(text, ensure_ascii=False)


def _list(texts: Iterable[str]) -> str:
    return f"({''.join(f'{_text(text)}, ' for text in texts)})"


def _source(part: Part) -> str:
    match part:
        case Text(level=0, text=text):
            return f"#par({_text(text)})"
        case Text(level=4, text=text):
            return f'#par(text(9.5pt, fill: rgb("#4A5763"), {_text(text)}))'
        case Text(level=level, text=text):
            return f"#heading(level: {level}, {_text(text)})"
        case Listed():
            return f"#list({', '.join(_text(item) for item in part.items)})"
        case Table():
            return _table(part)
        case Panel():
            return "\n".join(_panel(part, week, with_texts=number == 0) for number, week in enumerate(part.weeks))
        case Grids():
            weeks = ", ".join(_week(week, 112, 86, 14) for week in part.weeks)
            return f"#std.grid(columns: 4, gutter: 9pt, {weeks})"
        case Bars():
            return _bars(part)
        case Framed():
            texts = " ".join(f"#par({_text(text)})" for text in part.texts)
            return f'#block(fill: rgb("#F5F1E8"), inset: 10pt, width: 100%)[{texts}]'
        case _:
            assert_never(part)


def _table(part: Table) -> str:
    columns = ", ".join(["2fr", *["1fr"] * (len(part.head or part.rows[0]) - 1)])
    cells = ", ".join(_text(cell) for row in part.rows for cell in row)
    head = f"table.header({', '.join(map(_text, part.head))})," if part.head else ""
    return f"#text(9.5pt, table(columns: ({columns},), {head} {cells}))"


def _panel(part: Panel, week: Grid, *, with_texts: bool) -> str:
    texts = _list(part.texts if with_texts else ())
    return f"#panel({_text(part.title)}, {_text(part.span)}, {texts}, {_week(week, 325, 190, 20)})"


def _week(week: Grid, width: float, height: float, head: float) -> str:
    scale, day_width, is_large = (height - head) / max(week.last - week.first, 1), width / len(week.days), width > 200
    size = "7.6pt" if is_large else "5.4pt"

    def drawn() -> Iterable[str]:
        yield f"word(0pt, 0pt, {size}, {_text(week.title)})"
        for day, name in enumerate(week.days):
            shown = _text(name if is_large else name[:1])
            yield f"word({(day + 0.3) * day_width:.1f}pt, {head - 9}pt, {size}, {shown})"
        for minute in range(-(-week.first // 60) * 60, week.last + 1, 60):
            yield f"hour({head + (minute - week.first) * scale:.1f}pt, {width}pt)"
        for cell in week.cells:
            room = (day_width - 2) / cell.lanes
            yield (
                f"entry({cell.day * day_width + 1 + cell.lane * room:.1f}pt, "
                f"{head + (cell.start - week.first) * scale:.1f}pt, {room - 0.8:.1f}pt, "
                f"{max((cell.end - cell.start) * scale - 0.8, 3.5):.1f}pt, {_text(cell.tint)}, {_text(cell.edge)}, "
                f"{size}, {_list(lines_of(cell))})"
            )

    return f"week({width}pt, {height}pt, {{ {'; '.join(drawn())} }})"


def _bars(part: Bars) -> str:
    width = 495 / len(part.bars)
    drawn = (
        f"bar({n * width:.0f}pt, {100 * share:.1f}pt, {width - 8:.0f}pt); "
        f"word({n * width:.0f}pt, {100 - 100 * share:.0f}pt, 7pt, {_text(text)}); "
        f"word({n * width:.0f}pt, 132pt, 7.6pt, {_text(name)})"
        for n, (name, text, share) in enumerate(part.bars)
    )
    return f"#block(height: 140pt, width: 100%, {{ {'; '.join(drawn)} }})"
