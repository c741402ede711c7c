"""The proposal's pages as HTML and CSS, printed by WeasyPrint as tagged PDF (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import assert_never

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.pages import Bars, Framed, Grid, Grids, Listed, Panel, Part, Table, Text, lines_of
from exports.fonts import FONTS

_FACES = (
    ("Body", 400, "SourceSans3_400Regular.ttf"), ("Body", 600, "SourceSans3_600SemiBold.ttf"),
    ("Body", 700, "SourceSans3_700Bold.ttf"), ("Display", 800, "Figtree_800ExtraBold.ttf"),
)  # fmt: skip
STYLE = "".join(
    f"@font-face {{ font-family: {name}; font-weight: {weight}; src: url({(FONTS / file).as_uri()}) }}\n"
    for name, weight, file in _FACES
) + """
@page { size: A4; margin: 53pt 50pt 46pt;
  @top-left { content: "FÖRSLAG – ej beslutat"; font: 700 9.4pt Body; color: #0B5364 }
  @bottom-left { content: "Bilagan Kartläggning omfattas av sekretess och ingår inte i detta beslut.";
    font: 8.2pt Body; color: #4A5763; white-space: nowrap }
  @bottom-right { content: "Sida " counter(page) " (" counter(pages) ")"; font: 8.6pt Body; color: #4A5763 } }
body { font: 10.5pt/1.33 Body; color: #16212B; margin: 0 } p, ul { margin: 0 0 4pt }
h1 { font: 800 18.5pt/1.2 Display; color: #0B5364 } h2 { font: 800 13.5pt/1.25 Display; color: #0B5364 }
h3 { font: 700 11pt/1.3 Body } h1, h2, h3 { margin: 6pt 0 4pt; break-after: avoid }
.small { font-size: 9.5pt; color: #4A5763 }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; margin-bottom: 6pt } ul { padding-left: 12pt }
td, th { border-bottom: .4pt solid #C6CFD6; padding: 2.5pt 5pt; text-align: left; vertical-align: top }
thead th { background: #DDEBEE; color: #0B5364; font-weight: 600 } .note { background: #F5F1E8; padding: 6pt 12pt }
.panel { position: relative; border: .8pt solid #C6CFD6; border-radius: 6pt; margin-bottom: 10pt; break-inside: avoid;
  min-height: 212pt; padding: 0 }
.words { width: 134pt; padding: 9pt; background: #F5F1E8; font-size: 8.6pt; line-height: 1.25; min-height: 194pt }
.number { width: 24pt; height: 24pt; border-radius: 12pt; background: #0B5364 } .words h3 { font-size: 12pt }
.week { position: absolute; left: 161pt; top: 12pt; width: 325pt; height: 190pt; font-size: 7.6pt; line-height: 1.05 }
.weeks { position: relative } .weeks .week { left: 0; width: 112pt; height: 86pt; font-size: 5.4pt }
.day, .line, .cell, .title { position: absolute; overflow: hidden; white-space: nowrap } .day { font-weight: 700 }
.line { border-top: .5pt solid #E6EBEE; left: 0; right: 0 }
.cell { box-sizing: border-box; border: .7pt solid; border-left-width: 3pt; border-radius: 2.5pt; padding-left: 2pt }
.cell p { margin: 0 } .cell p:first-child { font-weight: 700 }
.bars { position: relative; height: 140pt; font-size: 7pt }
.bar { position: absolute; background: #0B5364; border-radius: 2pt } .bars p { position: absolute }
"""


def draw(title: str, parts: Sequence[Part]) -> bytes:
    """The file."""
    body = "".join(map(_html, parts))
    page = f'<html lang="sv"><head><title>{escape(title)}</title></head><body>{body}</body></html>'
    fonts = FontConfiguration()
    return bytes(
        HTML(string=page).write_pdf(
            stylesheets=[CSS(string=STYLE, font_config=fonts)], font_config=fonts, pdf_variant="pdf/ua-1"
        )
        or b""
    )


def _html(part: Part) -> str:
    match part:
        case Text(level=level, text=text):
            return f"<h{level}>{escape(text)}</h{level}>" if 0 < level < 4 else _paragraph(text, "small" * (level == 4))
        case Listed():
            return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in part.items)}</ul>"
        case Table():
            return _table(part)
        case Panel():
            return "".join(_panel(part, week, with_texts=number == 0) for number, week in enumerate(part.weeks))
        case Grids():
            return _grids(part)
        case Bars():
            return _bars(part)
        case Framed():
            return f'<div class="note">{"".join(map(_paragraph, part.texts))}</div>'
        case _:
            assert_never(part)


def _paragraph(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(text)}</p>'


def _table(part: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in part.head)
    rows = "".join(_row(row) for row in part.rows)
    return f"<table>{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{rows}</tbody></table>"


def _row(row: Sequence[str]) -> str:
    return f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>'


def _panel(part: Panel, week: Grid, *, with_texts: bool) -> str:
    texts = "".join(map(_paragraph, part.texts if with_texts else ()))
    head = f"<h3>{escape(part.title)}</h3><p>{escape(part.span)}</p>"
    return (
        f'<div class="panel"><div class="words"><div class="number"></div>{head}{texts}</div>'
        f'<div class="week">{_week(week, 325, 190, 20)}</div></div>'
    )


def _grids(part: Grids) -> str:
    placed = (
        f'<div class="week" style="left:{n % 4 * 124}pt;top:{n // 4 * 95}pt">{_week(week, 112, 86, 14)}</div>'
        for n, week in enumerate(part.weeks)
    )
    return f'<div class="weeks" style="height:{-(-len(part.weeks) // 4) * 95}pt">{"".join(placed)}</div>'


def _week(week: Grid, width: float, height: float, head: float) -> str:
    scale, day_width = (height - head) / max(week.last - week.first, 1), width / len(week.days)

    def boxes() -> Iterable[str]:
        yield f'<div class="title">{escape(week.title)}</div>'
        for day, name in enumerate(week.days):
            shown = escape(name if width > 200 else name[:1])
            yield f'<div class="day" style="left:{(day + 0.3) * day_width:.1f}pt;top:{head - 9}pt">{shown}</div>'
        for minute in range(-(-week.first // 60) * 60, week.last + 1, 60):
            yield f'<div class="line" style="top:{head + (minute - week.first) * scale:.1f}pt"></div>'
        for cell in week.cells:
            room = (day_width - 2) / cell.lanes
            left = cell.day * day_width + 1 + cell.lane * room
            lines = "".join(map(_paragraph, lines_of(cell)))
            yield (
                f'<div class="cell" style="left:{left:.1f}pt;top:{head + (cell.start - week.first) * scale:.1f}pt;'
                f"width:{room - 0.8:.1f}pt;height:{max((cell.end - cell.start) * scale - 0.8, 3.5):.1f}pt;"
                f'background:{cell.tint};border-color:{cell.edge}">{lines}</div>'
            )

    return "".join(boxes())


def _bars(part: Bars) -> str:
    width = 495 / len(part.bars)
    drawn = (
        f'<p style="left:{n * width:.0f}pt;top:{100 - 100 * share:.0f}pt">{escape(text)}</p>'
        f'<div class="bar" style="left:{n * width:.0f}pt;width:{width - 8:.0f}pt;bottom:20pt;'
        f'height:{100 * share:.0f}pt"></div><p style="left:{n * width:.0f}pt;bottom:4pt">{escape(name)}</p>'
        for n, (name, text, share) in enumerate(part.bars)
    )
    return f'<div class="bars">{"".join(drawn)}</div>'
