"""The rektor's box as it is drawn: fields to fill in on a screen lie over frames and lines to fill in with a pen."""

from __future__ import annotations

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.decision_form import LOCKED, LONGEST, RULING, DecisionForm, FormField, SigningPlace, code_lines
from exports.document_code import DocumentCode
from exports.form_fields import SignatureSpec, TextSpec, TickSpec, add_signature, add_text, add_ticks
from exports.qr_drawing import draw_qr
from exports.style import BODY, BRAND, INK, MUTED, SAND, SEMI, fitted
from exports.tagged import TaggedCanvas
from exports.tagged_flow import Place, tagged
from wording.language import tr

HEAD, PAD, GAP = 25.0, 14.0, 10.0
TICK, TICK_LINE = 12.5, 20.0
FIELD, LABEL, LONG = 22.0, 13.0, 96.0
SIGNED, INFORMED, QR = 74.0, 66.0, 76.0
CODE_WIDTH = 200.0
"""Room beside the signature for the code and what it says."""


class DecisionFormDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The box, whole on one page."""

    def __init__(self, form: DecisionForm, width: float) -> None:
        super().__init__()
        self.form, self.width, self.spaceBefore = form, width, 6
        self.inner = width - 2 * PAD
        self.title = tagged(form.title, "box_title", Place("H2"), outline=1)
        self.note = tagged(form.note, "note_title") if form.note else None
        informed_rows = (len(form.informed) + 1) // 2
        self.height = (
            HEAD + GAP + (self._wrapped_note() + 6 if self.note else 0)
            + TICK_LINE * len(form.choices) + 2 + LABEL + LONG
            + (GAP + LABEL + FIELD) * len(form.rows)
            + GAP + 4 + SIGNED + 6
            + (LABEL + 6 + INFORMED * informed_rows if informed_rows else 0) + PAD - 6
        )  # fmt: skip

    def _wrapped_note(self) -> float:
        assert self.note is not None
        return float(self.note.wrap(self.inner, 200)[1])

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size, with air below."""
        return self.width, self.height + 8

    def draw(self) -> None:
        """Draws the box from its head down."""
        canvas: TaggedCanvas = self.canv
        canvas.translate(0, 8)
        self._draw_frame(canvas)
        with canvas.struct("Sect"):
            y = self._draw_head(canvas)
            y = self._draw_choices(canvas, y)
            y = self._draw_reasons(canvas, y)
            for row in self.form.rows:
                y = self._draw_row(canvas, row, y - GAP)
            y = self._draw_signing(canvas, y - GAP - 4)
            self._draw_informed(canvas, y)

    def _draw_frame(self, canvas: TaggedCanvas) -> None:
        canvas.setFillColor(BRAND)
        canvas.rect(0, self.height - HEAD, self.width, HEAD, stroke=0, fill=1)
        canvas.setStrokeColor(BRAND)
        canvas.setLineWidth(1)
        canvas.rect(0, 0, self.width, self.height, stroke=1, fill=0)

    def _draw_head(self, canvas: TaggedCanvas) -> float:
        _, height = self.title.wrap(self.inner, HEAD)
        self.title.drawOn(canvas, PAD, self.height - HEAD + (HEAD - height) / 2 + 1)
        y = self.height - HEAD - GAP
        if self.note is not None:
            y -= self._wrapped_note()
            self.note.drawOn(canvas, PAD, y)
            y -= 6
        return y

    def _draw_choices(self, canvas: TaggedCanvas, y: float) -> float:
        ticks = []
        for place, choice in enumerate(self.form.choices):
            base = y - TICK_LINE * (place + 1) + 5
            _write(canvas, (PAD + TICK + 9, base + 3), choice.label, SEMI, 10.5, self.inner - TICK - 9)
            ticks.append(TickSpec(choice.value, choice.label, (PAD, base)))
        add_ticks(canvas, RULING, self.form.choices_about, ticks, TICK)
        return y - TICK_LINE * len(self.form.choices) - 5

    def _draw_reasons(self, canvas: TaggedCanvas, y: float) -> float:
        bottom = y - LABEL - LONG
        self._draw_field(canvas, self.form.reasons, (PAD, bottom, self.inner, LONG))
        return bottom

    def _draw_row(self, canvas: TaggedCanvas, row: tuple[FormField, ...], y: float) -> float:
        whole = sum(field.share for field in row)
        room = self.inner - GAP * (len(row) - 1)
        x, bottom = PAD, y - LABEL - FIELD
        for field in row:
            width = room * field.share / whole
            self._draw_field(canvas, field, (x, bottom, width, FIELD))
            x += width + GAP
        return bottom

    def _draw_field(self, canvas: TaggedCanvas, field: FormField, box: tuple[float, float, float, float]) -> None:
        x, y, width, height = box
        label = f"{field.label} ({field.hint})" if field.hint else field.label
        _write(canvas, (x, y + height + 4), label, BODY, 8.8, width)
        _frame(canvas, box)
        is_long = field is self.form.reasons
        spec = TextSpec(field.name, label, LONGEST[field.name], is_long=is_long)
        add_text(canvas, spec, (x + 2, y + 1.5, width - 4, height - 3))

    def _draw_signing(self, canvas: TaggedCanvas, y: float) -> float:
        code = self.form.code
        width = self.inner - (CODE_WIDTH + GAP if code else 0)
        self._draw_place(canvas, self.form.principal, (PAD, y - SIGNED, width, SIGNED), LOCKED)
        if code is not None:
            _draw_code(canvas, code, (PAD + width + GAP + 4, y - SIGNED))
        return y - SIGNED - 6

    def _draw_informed(self, canvas: TaggedCanvas, y: float) -> None:
        if not self.form.informed:
            return
        y -= LABEL
        _write(canvas, (PAD, y + 2), self.form.informed_title, SEMI, 9.2, self.inner)
        width, height = (self.inner - GAP) / 2, INFORMED
        for place, informed in enumerate(self.form.informed):
            row, column = divmod(place, 2)
            box = (PAD + column * (width + GAP), y - 4 - height * (row + 1) + 4, width, height - 6)
            self._draw_place(canvas, informed, box, ())

    def _draw_place(
        self, canvas: TaggedCanvas, place: SigningPlace, box: tuple[float, float, float, float], locks: tuple[str, ...]
    ) -> None:
        x, y, width, height = box
        canvas.setFillColor(SAND)
        canvas.roundRect(x, y, width, height, 4, stroke=0, fill=1)
        canvas.setStrokeColor(MUTED)
        canvas.setLineWidth(0.7)
        canvas.line(x + 10, y + 18, x + width - 10, y + 18)
        _write(canvas, (x + 10, y + 7), place.label, BODY, 8.6, width - 20)
        about = tr("Underskrift: {who}", who=place.label)
        add_signature(canvas, SignatureSpec(place.name, about, locks), (x + 6, y + 20, width - 12, height - 23))


def _draw_code(canvas: TaggedCanvas, code: DocumentCode, corner: tuple[float, float]) -> None:
    x, y = corner
    lines = code_lines(code)
    draw_qr(canvas, code.for_camera, (x, y - 1), QR, tr("QR-kod med det som står bredvid"))
    room = CODE_WIDTH - QR - 18
    top = y + QR - 12
    for line in lines:
        for part in _in_two(line):
            _write(canvas, (x + QR + 12, top), part, BODY, 8.4, room)
            top -= 10.6
        top -= 3


def _in_two(line: str) -> tuple[str, ...]:
    """A long number under its label, in pieces that the column has room for."""
    label, _, number = line.partition(" ")
    groups = number.split(" ")
    if len(groups) == 1:
        return (line,)
    half = min(len(groups), 3)
    return tuple(part for part in (label, " ".join(groups[:half]), " ".join(groups[half:])) if part)


def _write(
    canvas: TaggedCanvas, at: tuple[float, float], text: str, font: str, size: float, room: float
) -> None:
    shown, fits = fitted(text, font, size, room, 6)
    canvas.setFillColor(INK)
    canvas.setFont(font, fits)
    with canvas.mark("P"):
        canvas.write(at, shown)


def _frame(canvas: TaggedCanvas, box: tuple[float, float, float, float]) -> None:
    canvas.setFillColor(white)
    canvas.setStrokeColor(MUTED)
    canvas.setLineWidth(0.7)
    canvas.rect(*box, stroke=1, fill=1)
