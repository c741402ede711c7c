"""The proposal's pages drawn with fpdf2: the same letters, grids, panels and tables. It tags nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from benchmarks.pages import Bars, Framed, Grid, Grids, Listed, Panel, Part, Table, Text, lines_of
from exports.fonts import FONTS

SIZES = {0: 10.5, 1: 18.5, 2: 13.5, 3: 11.0, 4: 9.5}
WIDTH = 495.0
LOWEST = 790.0


def draw(title: str, parts: Sequence[Part]) -> bytes:
    """The file."""
    pdf = _Pages(title)
    for part in parts:
        pdf.draw(part)
    return bytes(pdf.output())


class _Pages(FPDF):
    def __init__(self, title: str) -> None:
        super().__init__(unit="pt", format="A4")
        self.set_title(title)
        self.set_lang("sv-SE")
        self.add_font("body", "", FONTS / "SourceSans3_400Regular.ttf")
        self.add_font("body", "B", FONTS / "SourceSans3_700Bold.ttf")
        self.add_font("semi", "", FONTS / "SourceSans3_600SemiBold.ttf")
        self.add_font("display", "", FONTS / "Figtree_800ExtraBold.ttf")
        self.set_margins(50, 53, 50)
        self.set_auto_page_break(True, margin=46)
        self.add_page()

    def header(self) -> None:
        """The head of a page."""
        self.set_fill_color("#0B5364")
        self.rect(0, 0, 595.3, 9, style="F")
        self._write(50, 34, "FÖRSLAG – ej beslutat", 9.4, "B", "#0B5364")
        self.set_y(53)

    def footer(self) -> None:
        """The foot of a page."""
        self._write(50, 820, "Bilagan Kartläggning omfattas av sekretess och ingår inte i detta beslut.", 8.2)
        self.set_xy(490, 812)
        self.set_font("body", "", 8.6)
        self.cell(55, 10, f"Sida {self.page_no()} ({{nb}})", align="R")

    def draw(self, part: Part) -> None:
        """That part below what is drawn."""
        match part:
            case Text():
                self._text(part)
            case Listed():
                for item in part.items:
                    self._paragraph(f"• {item}", 10.5)
            case Table():
                self._table(part)
            case Panel():
                for number, week in enumerate(part.weeks):
                    self._panel(part, week, with_texts=number == 0)
            case Grids():
                self._grids(part)
            case Bars():
                self._bars(part)
            case Framed():
                self.set_fill_color("#F5F1E8")
                for text in part.texts:
                    self._paragraph(text, 9.5, fill=True)
            case _:
                assert_never(part)

    def _write(self, x: float, y: float, text: str, size: float, style: str = "", colour: str = "#4A5763") -> None:
        self.set_font("body", style, size)
        self.set_text_color(colour)
        self.text(x, y, text)

    def _paragraph(self, text: str, size: float, family: str = "body", *, fill: bool = False) -> None:
        self.set_font(family, "", size)
        self.set_text_color("#16212B")
        self.multi_cell(WIDTH, size * 1.33, text, new_x="LMARGIN", new_y="NEXT", align="L", fill=fill)
        self.ln(3)

    def _text(self, part: Text) -> None:
        if 0 < part.level < 4:
            self.start_section(part.text, level=part.level - 1, strict=False)
        self._paragraph(part.text, SIZES[part.level], "display" if part.level in (1, 2) else "body")

    def _table(self, part: Table) -> None:
        self.set_font("body", "", 9.5)
        self.set_text_color("#16212B")
        headed = part.head or part.rows[0]
        head = FontFace(emphasis="", fill_color="#DDEBEE", color="#0B5364", family="semi")
        with self.table(
            width=WIDTH, line_height=12, borders_layout=TableBordersLayout.HORIZONTAL_LINES, text_align="LEFT",
            headings_style=head, first_row_as_headings=bool(part.head), padding=2.5,
            col_widths=[2.0, *[1.0] * (len(headed) - 1)],
        ) as table:  # fmt: skip
            for row in (part.head, *part.rows) if part.head else part.rows:
                table.row(row)
        self.ln(6)

    def _panel(self, part: Panel, week: Grid, *, with_texts: bool) -> None:
        self.set_font("body", "", 8.6)
        texts = part.texts if with_texts else ()
        lines = [line for text in texts for line in self.multi_cell(134, 10.8, text, dry_run=True, output="LINES")]
        height = max(44 + 10.8 * len(lines) + 9, 212)
        if self.get_y() + height > LOWEST:
            self.add_page()
        x, y = 50.0, self.get_y()
        self.set_draw_color("#C6CFD6")
        self.set_fill_color("#F5F1E8")
        self.rect(x, y, WIDTH, height, style="D", round_corners=True, corner_radius=6)
        self.rect(x, y, 152, height, style="F")
        self.set_fill_color("#0B5364")
        self.circle(x + 21, y + 21, 12, style="F")
        self._write(x + 40, y + 19, part.title, 12, "B", "#16212B")
        self._write(x + 40, y + 30, part.span, 8.2)
        for number, line in enumerate(lines):
            self._write(x + 9, y + 52 + 10.8 * number, line, 8.6, colour="#16212B")
        self._grid(week, (x + 161, y + 12, WIDTH - 170, height - 20), 7.6)
        self.set_y(y + height + 10)

    def _grids(self, part: Grids) -> None:
        for number, week in enumerate(part.weeks):
            if number % 4 == 0 and self.get_y() + 101 > LOWEST:
                self.add_page()
            x, y = 50 + number % 4 * (WIDTH + 9) / 4, self.get_y()
            self.set_draw_color("#C6CFD6")
            self.rect(x, y, WIDTH / 4 - 7, 92, style="D", round_corners=True, corner_radius=4)
            self._grid(week, (x + 4, y + 2, WIDTH / 4 - 15, 86), 5.4)
            if number % 4 == 3 or number == len(part.weeks) - 1:
                self.set_y(y + 101)

    def _grid(self, week: Grid, box: tuple[float, float, float, float], size: float) -> None:
        x, y, width, height = box
        self._write(x, y + size, week.title, size + 0.4)
        top = y + 2.6 * size
        scale = (height - 2.6 * size) / max(week.last - week.first, 1)
        day_width = width / len(week.days)
        for day, name in enumerate(week.days):
            self._write(x + (day + 0.3) * day_width, top - 3, name if size > 6 else name[:1], size, "B", "#16212B")
        self.set_draw_color("#E6EBEE")
        for minute in range(-(-week.first // 60) * 60, week.last + 1, 60):
            self.line(x, top + (minute - week.first) * scale, x + width, top + (minute - week.first) * scale)
        for cell in week.cells:
            room = (day_width - 2) / cell.lanes
            left, up = x + cell.day * day_width + 1 + cell.lane * room, top + (cell.start - week.first) * scale
            tall = max((cell.end - cell.start) * scale - 0.8, 3.5)
            self.set_fill_color(cell.tint)
            self.set_draw_color(cell.edge)
            self.rect(left, up, room - 0.8, tall, style="DF", round_corners=True, corner_radius=min(2.5, tall / 2))
            self.set_fill_color(cell.edge)
            self.rect(left, up, 3, tall, style="F")
            for number, line in enumerate(lines_of(cell)):
                self.set_font("body", "" if number else "B", size - 0.7 * bool(number))
                shown = line
                while shown and self.get_string_width(shown) > room - 7:
                    shown = shown[:-1]
                self.set_text_color("#16212B")
                self.text(left + 5, up + size * (0.95 + number), shown)

    def _bars(self, part: Bars) -> None:
        if self.get_y() + 150 > LOWEST:
            self.add_page()
        y, width = self.get_y(), WIDTH / len(part.bars)
        for number, (name, text, share) in enumerate(part.bars):
            self.set_fill_color("#0B5364")
            height = max(100 * share, 2)
            x = 50 + number * width
            self.rect(x, y + 115 - height, width - 8, height, style="F", round_corners=True, corner_radius=2)
            self._write(x, y + 110 - height, text[:14], 7, "B", "#16212B")
            self._write(x, y + 125, name, 7.6)
        self.set_y(y + 140)
