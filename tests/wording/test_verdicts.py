"""What stands behind «delvis»: which promised item is missing, in which steps, and why."""

from __future__ import annotations

import pytest

from planning.items import ItemKind
from wording.language import LANGUAGES, Language, speaking
from wording.verdicts import WhyMissing, say_missing


def test_what_is_missing_reads_as_written() -> None:
    """Golden sentences."""
    assert say_missing(ItemKind.BREAKFAST, [2, 3], WhyMissing.COACH_IS_ELSEWHERE) == (
        "Frukost är inte med varje gång i steg 2 och 3. Coachen har inga tider då."
    )
    assert say_missing(ItemKind.RIDE_HOME, [1], WhyMissing.NO_RIDE) == (
        "Skjuts hem är inte med varje gång i steg 1. Ingen av resorna passar lektionernas tider."
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", WhyMissing)
def test_every_reason_can_be_told(why: WhyMissing, language: Language) -> None:
    """In two sentences, in every language."""
    with speaking(language):
        assert say_missing(ItemKind.REST, [1], why).count(".") == 2
