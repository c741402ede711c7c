"""Support is told as it was ticked; in public it never tells with whom, where or why."""

from __future__ import annotations

import pytest

from tests.wording.every_need import a_need
from wording.needs import say_need, say_publicly


@pytest.mark.parametrize(
    ("item", "choices", "said", "publicly"),
    [
        ("seat_at_edge", ["near_teacher"], "En plats nära läraren", "Platsen i rummet är bestämd"),
        ("seat_at_edge", [], "En plats i kanten av rummet", "Platsen i rummet är bestämd"),
        (
            "safe_place", ["leave_without_asking"], "Gå ut utan att fråga, till en plats som är bestämd",
            "Eleven kan lämna rummet och gå till en bestämd plats",
        ),
        (
            "safe_place", ["library", "Xrum99"], "Det finns en lugn plats att gå till: biblioteket eller Xrum99",
            "Det finns en lugn plats att gå till",
        ),
        (
            "fade_in_arrival", ["come_later", "leave_earlier"], "Komma in lite senare eller gå lite före",
            "Ankomst och hemgång är anpassade",
        ),
        (
            "fade_in_arrival", ["seated_before_class"], "Sitta på plats innan de andra kommer",
            "Ankomst och hemgång är anpassade",
        ),
        ("meet_at_arrival", ["Zz Lärarexempel"], "Zz Lärarexempel möter vid ankomsten", "En vuxen möter vid ankomsten"),
        ("meet_at_arrival", ["friend"], "En kompis möter vid ankomsten", "Någon möter vid ankomsten"),
        ("coach_closeness", ["in_corridor"], "Coachen är i korridoren", "Coachen är med i skolan"),
        ("off_peak", ["empty_school"], "Vara i skolan när få är där", "Förflyttningar sker när det är lugnt"),
    ],
)
def test_support_says_what_was_ticked_and_in_public_what_is_arranged(
    item: str, choices: list[str], said: str, publicly: str
) -> None:
    """Both sides of the wall."""
    need = a_need("support", item=item, choices=choices)
    assert say_need(need) == said
    assert say_publicly(need) == publicly


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (0, 660, "Helst lektioner före 11.00"),
        (780, 1440, "Helst lektioner efter 13.00"),
        (660, 780, "Helst lektioner 11.00–13.00"),
    ],
)
def test_hours_that_are_wished_for_begin_at_no_midnight(start: int, end: int, said: str) -> None:
    """A morning is «före 11.00»."""
    assert say_need(a_need("preferred_times", windows=[{"start": start, "end": end}])) == said
