"""Support is told as it was ticked; in public it never tells with whom, where or why."""

from __future__ import annotations

import pytest

from planning.needs import SupportKind
from questionnaire.bank import load_bank
from questionnaire.effect_types import SupportEffect
from tests.wording.every_need import a_need
from wording.needs import say_need, say_publicly

TEXTS = "text_messages"


def ticked_in_the_bank() -> set[tuple[SupportKind, str]]:
    """Every box of the bank that shapes some support."""
    bank = load_bank()
    found = set()
    for item in bank.items:
        for effect in item.support:
            codes = {option.code for option in bank.by_id[effect.with_ticks_of].options if not option.alone} if (
                effect.with_ticks_of
            ) else _own_ticks(effect, {option.code for option in item.options if not option.alone})
            found |= {(effect.support, code) for code in codes | set(effect.choices)}
    return found


def _own_ticks(effect: SupportEffect, codes: set[str]) -> set[str]:
    if not effect.with_ticks:
        return set()
    return set(effect.when_ticked) or codes


@pytest.mark.parametrize(("item", "code"), sorted(ticked_in_the_bank()))
def test_every_box_that_shapes_support_is_said_in_words(item: SupportKind, code: str) -> None:
    """No code leaks into a sentence, and a tick is heard in it."""
    shaped = say_need(a_need("support", item=item, choices=[code]))
    assert "_" not in shaped
    if (item, code) == (SupportKind.CONTACT_OTHER_WAY, TEXTS):
        assert "annat sätt än sms" in shaped  # whoever wants no texts is not told of texts
    else:
        assert shaped != say_need(a_need("support", item=item, choices=[]))


def test_no_tick_changes_what_is_said_in_public_but_who_meets() -> None:
    """«Någon möter vid ankomsten» is all that boxes add to a public document."""
    bare = {item: say_publicly(a_need("support", item=item)) for item in SupportKind}
    changed = {
        (item, code)
        for item, code in ticked_in_the_bank()
        if say_publicly(a_need("support", item=item, choices=[code])) != bare[item]
    }
    assert changed == {(SupportKind.MEET_AT_ARRIVAL, "friend"), (SupportKind.MEET_AT_ARRIVAL, "met_outside")}


@pytest.mark.parametrize(
    ("item", "choices", "said", "publicly"),
    [
        ("seat_at_edge", ["near_teacher"], "En plats nära läraren", "Platsen i rummet är bestämd"),
        ("seat_at_edge", [], "En plats i kanten av rummet", "Platsen i rummet är bestämd"),
        (
            "safe_place", ["library", "Xrum99"],
            "En lugn plats att gå till, och att börja och sluta besöken vid: biblioteket eller Xrum99",
            "Det finns en lugn plats att gå till",
        ),
        (
            "route_past_place", ["entrance", "bus"], "En väg till och genom skolan utan entrén eller bussen",
            "Vägarna genom skolan är anpassade",
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
        (
            "meet_at_arrival", ["friend"], "En kompis möter vid ankomsten, och en vuxen om kompisen inte kan",
            "Någon möter vid ankomsten",
        ),
        ("greeter", ["Zz Lärarexempel"], "Zz Lärarexempel säger hej vid ankomsten", "En vuxen möter vid ankomsten"),
        ("coach_closeness", ["in_corridor"], "Coachen är i korridoren", "Coachen är med i skolan"),
        ("off_peak", ["empty_school"], "Vara i skolan när få är där", "Förflyttningar sker när det är lugnt"),
        (
            "ride", ["ride_with_coach", "taxi"], "Till skolan och hem: skjuts av coachen eller åka taxi",
            "Resan till skolan och hem är ordnad",
        ),
        ("lunch_place", ["with_coach"], "Lunchen äts tillsammans med coachen", "Lunchen är anpassad"),
        (
            "break_plan", ["quiet_room", "play_something"], "På rasten: vara i ett lugnt rum eller spela något",
            "Rasterna är planerade",
        ),
        (
            "text_messages", ["evening_before", "in_the_morning"],
            "Coachen skickar sms kvällen före och på morgonen", "Coachen har kontakt på överenskommet sätt",
        ),
        (
            "contact_other_way", ["fika", "text_messages", "in_the_car"],
            "Stämma av med coachen över en fika eller i bilen", "Coachen har kontakt på överenskommet sätt",
        ),
        (
            "first_meeting", ["fishing", "cooking"], "Det första mötet med coachen: fiska eller laga mat",
            "Coachen har kontakt på överenskommet sätt",
        ),
        (
            "evening_contact", ["clothes", "shower"],
            "Coachen hör av sig på kvällen, det som går görs redan då: lägga fram kläder och duscha",
            "Coachen har kontakt på överenskommet sätt",
        ),
        (
            "adult_at_home", ["mon", "fri"], "En vuxen är hemma på morgonen måndagar och fredagar",
            "Morgnarna är planerade",
        ),
        (
            "catch_up", ["Bild", "Slöjd"], "I Bild och Slöjd är det bestämt hur det viktigaste tas igen",
            "Varje ämne som väntar har en bestämd form för det som tas igen",
        ),
        ("breakfast", [], "Frukost i skolan eller i bilen med coachen, tio minuter", "Måltiderna är planerade"),
    ],
)  # fmt: skip
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
