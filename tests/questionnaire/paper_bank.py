"""A small bank with one question of every sort, and a week to take its boxes from."""

from __future__ import annotations

from typing import Any

from planning.timetable import Lesson, LessonId, Timetable
from questionnaire.items import Bank, HalfDay, Item, Section

NONE = {"code": "none", "sv": "Inget", "en": "None", "alone": True}
DAYS = (("mon", "Måndag", "Monday"), ("tue", "Tisdag", "Tuesday"), ("wed", "Onsdag", "Wednesday"),
        ("thu", "Torsdag", "Thursday"), ("fri", "Fredag", "Friday"))  # fmt: skip


def _item(number: str, kind: str, question: str, **more: Any) -> Item:
    given = {"id": number, "kind": kind, "sv": question, "en": f"{question} (en)", "sitting": "A", "topic": "home"}
    return Item.model_validate({**given, **more})


def _box(code: str, name: str) -> dict[str, str]:
    return {"code": code, "sv": name, "en": f"{name} (en)"}


PAPER_BANK = Bank(
    items=(
        _item("PL1", "ticks", "Vad kan du göra redan nu?", short_route=True,
              options=[_box("talk", "Prata"), _box("go", "Gå ut"), NONE]),
        _item("PL4", "yes_no", "Är det lättare någon annanstans?", short_route=True),
        _item("PL5", "pick_one", "Var kan du börja?", shown_if={"question": "PL4", "equals": "yes"}, short_route=True,
              options=[_box("home", "Hemma"), _box("out", "Ute")]),
        _item("PL6", "ticks", "Var känns det okej?", options_from="rooms", options=[NONE]),
        _item("TI9", "time_grid", "Finns det upptagna tider?"),
        _item("VA1", "yes_no", "Finns det någon du vill träffa?", options_from="groups"),
        _item("TR1", "yes_no", "Den hemliga frågan?", sitting="D", private=True),
        _item("TR2", "yes_no", "Det som följer på den?", shown_if={"question": "TR1", "equals": "yes"}),
        _item("SL2", "yes_no", "Är första steget lagom?", sitting="E", short_route=True),
        _item("G01", "yes_no", "Kan någon vara hemma?", sitting="G"),
        _item("G02", "time_grid", "Kan ni skjutsa?", sitting="G"),
        _item("G14", "ticks", "Vilka får läsa?", sitting="G", shown_if={"question": "G01", "equals_not": "no"},
              options=[_box("school", "Skolan"), NONE]),
    ),
    sections=tuple(
        Section(code=code, sv=sv, en=f"{sv} (en)")
        for code, sv in (
            ("PL", "Plats"), ("TI", "Tider"), ("VA", "Vänner"), ("TR", "Trygghet"), ("SL", "Slut"), ("G", "Hemma"),
        )
    ),
    half_days=tuple(
        HalfDay.model_validate(
            {"code": f"{day}_{half}", "weekday": day, "start": start, "end": end,
             "sv": f"{sv} {half}", "en": f"{en} {half}"}
        )
        for day, sv, en in DAYS
        for half, start, end in (("am", "00:00", "12:00"), ("pm", "12:00", "24:00"))
    ),
)  # fmt: skip

PAPER_WEEK = Timetable(
    group="9T",
    lessons=tuple(
        Lesson.model_validate(
            {"id": LessonId(room), "subject": "Bild", "weekday": 0, "start": "08:10", "end": "09:10", "rooms": (room,),
             "groups": ("9T", "9U")}
        )
        for room in ("A1", "B2", "C3")
    ),
)  # fmt: skip
