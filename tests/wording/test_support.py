"""Every kind of support has two sentences: the student's, and one that tells neither why nor who."""

from __future__ import annotations

import re

import pytest

from exports.language_guard import telling_words
from planning.needs import SupportKind
from tests.wording.every_need import a_need
from wording.language import LANGUAGES, Language, speaking
from wording.needs import say_need, say_publicly

CAUSES = re.compile(
    r"\b(?:svår|jobbig|ork\b|orkar|oro\b|orolig|rädd|panik|trött|slut\b|ont\b|sömn|sover|somnar|vaken|dåliga|missat"
    r"|lukt|starka|kompis|möts|undvik|slipp|hemma\b|hemmen|hemifrån|båda|föräld|vårdnad|äta\b|mat\b|duscha|kläder"
    r"|hard\b|worr|afraid|scared|panic|tired|exhaust|ache|sleep|awake|missed|smell|strong|friend|avoid|apart|home\b"
    r"|homes|parent|guardian|eat\b|food|shower|clothes|because|eftersom|på grund)",
    re.IGNORECASE,
)
"""Words that would tell a cause, a family, a body, or that somebody is not to be met."""
ORDINARY = re.compile(r"vägen hem|hemväg\w*|way home|and home|och hem\b|goes home|going home", re.IGNORECASE)
"""The way home is everybody's."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("item", SupportKind)
def test_every_support_has_a_sentence_for_the_student_and_a_neutral_one(item: SupportKind, language: Language) -> None:
    """None is silent, and what is public holds no word of a cause, a diagnosis, a home or another student."""
    with speaking(language):
        said, publicly = say_need(a_need("support", item=item)), say_publicly(a_need("support", item=item))
    assert said[0].isupper()
    assert publicly
    assert publicly[0].isupper()
    assert telling_words(publicly) == ()
    assert CAUSES.findall(ORDINARY.sub("", publicly)) == []
    assert "_" not in said + publicly


def test_the_student_is_told_what_the_school_does_to_keep_them_apart() -> None:
    """In words that name nobody."""
    need = a_need("support", item="kept_apart")
    assert say_need(need) == "Skolan ser till att ni inte möts på lektioner, i korridoren, på raster och på bussen"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("item", "ordinary"), [("kept_apart", "route_past_place"), ("two_homes", "ride")])
def test_what_is_most_private_reads_in_public_like_something_ordinary(
    item: str, ordinary: str, language: Language
) -> None:
    """A sentence of its own would tell those who know the program."""
    with speaking(language):
        assert say_publicly(a_need("support", item=item)) == say_publicly(a_need("support", item=ordinary))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_public_about_the_class_does_not_tell_what_was_answered(language: Language) -> None:
    """Whether the class may know or not, and whether there is worry about it, reads the same in public."""
    items = ("answer_card", "no_word_of_absence", "agreed_sentence", "no_announcement")
    with speaking(language):
        assert len({say_publicly(a_need("support", item=item)) for item in items}) == 1


def test_absence_on_a_day_with_a_substitute_is_no_failure() -> None:
    """It was the support that fell away, to the student and to the school."""
    need = a_need("support", item="substitute_plan")
    assert "stödet som föll bort" in say_need(need)
    assert "stödet föll bort" in (say_publicly(need) or "")
