"""Pages as pictures: what the student, the school and the archive get looks as it did when somebody last looked."""

from __future__ import annotations

import pytest

from tests.exports.pictures import check_picture
from tests.exports.spoken import spoken
from tests.exports.stress_cases import printed

PAGES = (
    ("one step", "forslag.pdf", "forslag-kort-1", ""),
    ("one step", "forslag.pdf", "forslag-kort-beslut", "Rektorns beslut"),
    ("8 steps", "forslag.pdf", "forslag-beslut", "Rektorns beslut"),
    ("35 steps", "forslag.pdf", "forslag-langt-1", ""),
    ("8 steps", "kartlaggning.pdf", "kartlaggning-1", ""),
    ("8 steps", "sammanfattning.pdf", "sammanfattning-1", ""),
    ("8 steps", "fragor-kort.pdf", "fragor-kort-1", ""),
)
"""Case, document, picture, and the heading that the page has; without one it is the first."""


@pytest.mark.parametrize(("case", "name", "golden", "heading"), PAGES, ids=[golden for _, _, golden, _ in PAGES])
def test_page_looks_as_it_did(case: str, name: str, golden: str, heading: str) -> None:
    """Made anew by `STEGVIS_GOLDEN=new pytest tests/exports -k golden_pages`, and looked at."""
    data = printed(case, name).data
    pages = [one.page + 1 for one in spoken(data) if one.text.strip() == heading] if heading else [1]
    assert len(pages) == 1
    check_picture(data, golden, pages[0], in_all_colours=True)
