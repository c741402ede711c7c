"""What the browser is given of «Min vecka»: days with pictures, a smaller day for each, and no look of anybody's."""

from __future__ import annotations

import datetime as dt
from typing import Any

from casework.own_week import MyWeek, OwnDay, OwnWeek
from exports.looks import Look
from exports.student_blocks import HelpCard, Moment, PictureStyle
from exports.student_papers import ShortDay
from planning.workflow.states import State
from ui.components.my_week import pictures_for, week_data

MONDAY = dt.date(2026, 11, 30)


def moment(name: str = "Bild", icon: str = "palette") -> Moment:
    """An hour of it."""
    return Moment(
        time="09.00", span=(540, 600), until="till 10.00", length="1 h", name=name, place="B12", icon=icon,
        look=Look.ARTS,
    )  # fmt: skip


def day(n: int, **given: Any) -> OwnDay:
    """A day of the week."""
    return OwnDay(
        date=MONDAY + dt.timedelta(days=n), weekday="Måndag", name=f"Dag {n}", **{"moments": (moment(),), **given}
    )


def week(**given: Any) -> OwnWeek:
    """A week of two days."""
    short = ShortDay(title="Måndag", subtitle="", number=1, lead="Den räknas.", before="Det räcker:",
                     moments=(moment("Bara bild"),), after=("I morgon.",), help=())  # fmt: skip
    fields: dict[str, Any] = {
        "which": "Steg 1 av 4", "name": "v. 49", "is_now": True, "begins": "",
        "days": (day(0, short=short), day(1), day(2, moments=(), note="Ingen skola")),
        "help": (HelpCard(icon="lifebuoy", title="Om", text="Säg till."),), "first_day": None,
        "style": PictureStyle.CALM, "is_large": False, "is_decided": True, **given,
    }  # fmt: skip
    return OwnWeek(**fields)


def data(shown: OwnWeek | None, **given: Any) -> dict[str, Any]:
    """What is given of it, on its Monday."""
    mine = MyWeek(first_name="Kim", state=State.ACTIVE, today=MONDAY, may_answer=True, answers=("Jag gillar musik",),
                  week=shown)  # fmt: skip
    return week_data(mine, **{"gives_back": False, **given})


def test_today_is_marked_and_every_day_has_its_smaller_version() -> None:
    """Where none is planned a word is enough; a day with nothing asks for nothing."""
    told = data(week())
    assert [one["today"] for one in told["days"]] == [True, False, False]
    assert told["days"][0]["bad"]["lead"] == "Den räknas."
    assert told["days"][1]["bad"]["moments"] == []
    assert told["days"][1]["bad"]["after"][0] == "Ett sms eller ett samtal räcker. Det räknas."
    assert (told["days"][2]["bad"], told["days"][2]["note"]) == (None, "Ingen skola")
    assert told["days"][0]["short"] == "Mån"


def test_the_pictures_are_those_that_the_page_needs_in_the_set_that_suits() -> None:
    """Calm lines, or filled with colours; no more than are shown."""
    assert set(data(week())["pictures"]["drawn"]) == {"palette", "lifebuoy"}
    coloured = pictures_for(week(style=PictureStyle.COLOURFUL))
    assert coloured["side"] == 32
    assert any("fill" in layer for layer in coloured["drawn"]["palette"])
    wordless = week(days=(day(0, moments=(moment(icon=""),)),), help=())
    assert data(wordless)["pictures"]["drawn"] == {}


def test_before_it_begins_it_says_when_and_a_proposal_is_called_one() -> None:
    """Afterwards, which step it is."""
    assert data(week())["about"] == "Steg 1 av 4 · v. 49"
    ahead = data(week(begins="måndag 7 december", is_decided=False))
    assert ahead["about"] == "Det börjar måndag 7 december."
    assert ahead["draft"] == "Det är ett förslag än. Du är med och bestämmer."
    assert data(week())["draft"] == ""


def test_without_a_plan_there_are_the_answers_and_a_kind_word() -> None:
    """Nothing is asked of anybody."""
    told = data(None)
    assert (told["days"], told["help"], told["first"]) == ([], [], None)
    assert told["answers"] == ["Jag gillar musik"]
    assert told["words"]["nothing"].startswith("Här kommer din vecka")


def test_a_lent_screen_can_be_given_back() -> None:
    """Whose own it is has nobody to give it to."""
    assert data(week(), gives_back=True)["gives_back"]
    assert not data(week())["gives_back"]
