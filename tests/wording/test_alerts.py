"""A duty to act is told calmly, with the duty by name and the school's own routine."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from casework.safety import MeasureThere, SettingKind
from questionnaire.alerts import Alert, AlertLevel, Routine
from wording.alerts import say_alert, say_last_day, say_measure, say_setting
from wording.language import LANGUAGES, Language, speaking

ROOT = Path(__file__).resolve().parents[2]
READ_BY_PEOPLE = ("wording", "ui", "casework", "questionnaire", "exports", "locales")
WEIGHED = re.compile(
    r"risk[\s_-]*(nivå|poäng|värde|klass|profil|bedöm|skala|level|score|rating|class|index|probab)"
    r"|(sannolikhet|probability) för (själv|skada|frånvaro)|risken är \w*\d|\d+ ?% risk",
    re.IGNORECASE,
)

NEVER = re.compile(r"risknivå|poäng|du har blivit|misshand|diagnos|risk level|score|you have been|!", re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("routine", Routine)
@pytest.mark.parametrize("level", AlertLevel)
def test_every_routine_has_a_calm_notice_and_something_to_do(
    routine: Routine, level: AlertLevel, language: Language
) -> None:
    """Nothing is diagnosed, weighed or shouted."""
    with speaking(language):
        text = say_alert(Alert(level=level, question="XX1", routine=routine))
    said = " ".join((text.title, text.body, *text.todo))
    assert not NEVER.search(said)
    assert len(text.todo) >= 3


@pytest.mark.parametrize(
    ("routine", "duty"),
    [
        (Routine.STUDENT_HARM, "skollagen 6 kap. 10 §"),
        (Routine.STUDENT_HARM_GOES_ON, "skollagen 6 kap. 10 §"),
        (Routine.STAFF_HARM, "skollagen 6 kap. 10 §"),
        (Routine.AFRAID, "socialtjänstlagen 19 kap. 1 §, skollagen 29 kap. 13 §"),
        (Routine.HOME, "socialtjänstlagen 19 kap. 1 §, skollagen 29 kap. 13 §"),
    ],
)
def test_the_duty_is_named(routine: Routine, duty: str) -> None:
    """Who must report what stands in the law, and so here."""
    text = say_alert(Alert(level=AlertLevel.F1, question="XX1", routine=routine))
    assert any(duty in line for line in text.todo)
    assert "Följ skolans egen rutin." in text.todo


def test_nothing_is_weighed_anywhere() -> None:
    """No number, level or probability of risk stands in what people read or in the code behind it (F72)."""
    files = [
        path
        for folder in READ_BY_PEOPLE
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".toml", ".js", ".css", ".po"}
    ]
    assert len(files) > 100
    found = [(path.name, match[0]) for path in files if (match := WEIGHED.search(path.read_text(encoding="utf-8")))]
    assert found == []


def test_a_notice_has_no_colour_of_alarm() -> None:
    """The page of duties and the frame around it have neither a red or yellow box nor a red of their own."""
    calm = ["ui/pages/alerts.py", "ui/alert_cards.py", "ui/unsafe_form.py", "ui/frame/around.py", "ui/frame/page.css"]
    alarm = re.compile(r"st\.(error|warning|exception)\(|\bred\b|:red|#(f00|ff0000|d32f2f|c00)\b", re.IGNORECASE)
    assert [name for name in calm if alarm.search((ROOT / name).read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (dt.date(2026, 11, 23), "Senast i dag, måndag 23 november 2026."),
        (dt.date(2026, 11, 25), "Senast onsdag 25 november 2026."),
        (dt.date(2026, 11, 20), "Sista dagen var fredag 20 november 2026. Ta hand om det nu."),
    ],
)
def test_the_last_day_is_said_as_a_date(last: dt.date, said: str) -> None:
    """Nobody has to count school days."""
    assert say_last_day(last, dt.date(2026, 11, 23)) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_and_measure_has_words(language: Language) -> None:
    """In both languages, and each its own."""
    with speaking(language):
        settings = [say_setting(kind, "corridor") for kind in SettingKind]
        measures = [say_measure(measure) for measure in MeasureThere]
    assert all((*settings, *measures))
    assert len(set(measures)) == len(MeasureThere)


def test_a_setting_is_named_as_people_say_it() -> None:
    """A room by its name in the timetable, a place by its word."""
    assert say_setting("room", "A12") == "Sal A12"
    assert say_setting("place", "changing_room") == "Omklädningsrummet"


@pytest.mark.parametrize("routine", [Routine.STUDENT_HARM, Routine.STUDENT_HARM_GOES_ON])
def test_nobody_is_punished_for_telling(routine: Routine) -> None:
    """Skollagen 6 kap. 11 § stands beside the duty to report."""
    text = say_alert(Alert(level=AlertLevel.F1, question="XX1", routine=routine))
    assert any("skollagen 6 kap. 11 §" in line for line in text.duties)
