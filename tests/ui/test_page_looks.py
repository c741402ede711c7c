"""The colours of the student's screens can be read, all of them, light and dark."""

from __future__ import annotations

import pytest

from ui.looks import LIGHTS, LOOKS, Colours, look_names, looks_data, looks_style
from ui.server.settings import pinned_settings

EVERY = [(name, light, colours) for name, both in LOOKS.items() for light, colours in both.items()]


def mixed(over: str, under: str, part: float) -> str:
    """One colour over another, as `color-mix` in the tokens mixes them."""
    pairs = ((int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02x}" for a, b in pairs)


def brightness(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21."""
    dark, bright = sorted((brightness(one), brightness(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "light", "colours"), EVERY)
def test_every_text_can_be_read(name: str, light: str, colours: Colours) -> None:
    """At least 4.5 to 1 for every pair that text stands in, and 3 to 1 for borders."""
    tint = mixed(colours.strong, colours.paper, 0.14)
    soft = mixed(colours.ink, colours.paper, 0.78)
    on_paper = [(text, colours.paper) for text in (colours.ink, soft, colours.strong)]
    on_tint = [(text, tint) for text in (colours.ink, soft, colours.strong)]
    pairs = [*on_paper, *on_tint, (colours.ink, colours.second), ("#ffffff", colours.button)]

    assert min(contrast(*pair) for pair in pairs) >= 4.5, (name, light)
    assert contrast(mixed(colours.ink, colours.paper, 0.54), colours.paper) >= 3, (name, light)


def test_the_first_is_the_app_s_own() -> None:
    """So that a student's «dark» is the app's dark."""
    settings, names = pinned_settings(8765), ("background", "secondaryBackground", "text", "link")
    own = next(iter(LOOKS.values()))
    for light in ("light", "dark"):
        said = [settings[f"theme.{light}.{name}Color"] for name in names]
        assert [own[light].paper, own[light].second, own[light].ink, own[light].strong] == said
        assert own[light].button == settings[f"theme.{light}.primaryColor"]


def test_all_that_can_be_chosen_has_a_name_and_a_rule() -> None:
    """Five colours, each light and dark, and the device's own."""
    style = looks_style()

    assert list(look_names()) == looks_data()["colours"] == list(LOOKS)
    assert LIGHTS == ("device", "light", "dark")
    assert all(f'[data-look="{name}-{light}"]' in style for name, light, _ in EVERY)
    assert len(EVERY) == 10
