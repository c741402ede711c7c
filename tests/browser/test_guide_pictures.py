"""The pictures of the guides."""

from __future__ import annotations

import re

from tests.browser.make_guide_pictures import COACH, REKTOR, START
from tests.browser.running import ROOT

GUIDES = ("coach-guide.sv.md", "principal-guide.sv.md")


def test_guides_show_the_pictures_that_are_made_for_them_and_no_others() -> None:
    """Each picture that a guide names is made by the script, which makes none that no guide shows."""
    named = {
        name
        for guide in GUIDES
        for name in re.findall(r"\(pictures/([\w-]+)\.png\)", (ROOT / "docs" / guide).read_text(encoding="utf-8"))
    }

    assert named == {START, *COACH, *REKTOR}
